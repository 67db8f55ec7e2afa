"""What hosts take: how many files, how large, under which names, with how many rules.

The figures are those of the hosts' own documentation, as it was in 2026:

- Cloudflare Pages and Workers: developers.cloudflare.com/pages/platform/limits, .../redirects and
  .../headers. 20,000 files, since January 2026 100,000 on paid plans (with
  PAGES_WRANGLER_MAJOR_VERSION=4); 25 MiB a file; 2,100 redirects, 100 rules of headers.
- GitHub Pages: docs.github.com/pages/getting-started-with-github-pages/github-pages-limits. 1 GB a
  site; 100 MiB a file on a branch (docs.github.com, "About large files on GitHub").
- GitLab Pages: docs.gitlab.com/user/gitlab_com and gitlab.com/gitlab-org/gitlab/-/issues/405048.
  1 GB a site, 200,000 files and folders; 1,000 redirects (gitlab-pages, merge request 555).
- Netlify: docs.netlify.com. No limit of a site; 54,000 files in a folder.

Whoever copies files to a disk of their own is bound by its file system only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from threadsite.checking.finding import Finding
from threadsite.deploy.git import FILE, SITE
from threadsite.report import counted

MIB = 1 << 20
NAME_BYTES = 255
"""Bytes of a name that file systems take."""
ODD = frozenset('\\:*?"<>|')
"""Characters that file systems of Windows, and archives made for them, do not take in a name."""
REDIRECTS, HEADERS = "_redirects", "_headers"


@dataclass(frozen=True, slots=True)
class Host:
    """What a host takes; 0 where it says nothing."""

    title: str
    files: int = 0
    folder: int = 0
    """Files in one folder."""
    file: int = 0
    """Bytes of one file."""
    site: int = 0
    """Bytes of all."""
    redirects: int = 0
    headers: int = 0


HOSTS = {
    "cloudflare": Host(
        "Cloudflare Pages (free)", files=20_000, file=25 * MIB, redirects=2_100, headers=100
    ),
    "cloudflare-paid": Host(
        "Cloudflare Pages (paid)", files=100_000, file=25 * MIB, redirects=2_100, headers=100
    ),
    "github": Host("GitHub Pages", file=FILE, site=SITE),
    "gitlab": Host("GitLab Pages", files=200_000, site=SITE, redirects=1_000),
    "netlify": Host("Netlify", folder=54_000),
}
"""Hosts by the names by which `--target` knows them."""


@dataclass(slots=True)
class Measures:
    """What hosts count of a site."""

    files: int = 0
    size: int = 0
    largest: tuple[int, str] = (0, "")
    folders: Counter[str] = field(default_factory=Counter)
    rules: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, size: int) -> None:
        """Count the file *name*."""
        self.files += 1
        self.size += size
        self.largest = max(self.largest, (size, name))
        self.folders[str(PurePosixPath(name).parent)] += 1

    def read_rules(self, folder: Path) -> None:
        """Count the rules for a host that the site in *folder* brings."""
        for name, count in ((REDIRECTS, _redirects), (HEADERS, _headers)):
            path = folder / name
            if path.is_file():
                self.rules[name] = count(path.read_text("utf-8", "replace"))

    def beyond(self, host: Host) -> Iterator[Finding]:
        """Where the site is more than *host* takes."""
        size, name = self.largest
        place, most = next(iter(self.folders.most_common(1)), ("", 0))
        measured = (
            ("", self.files, host.files, f"{self.files:,} files of {host.files:,}"),
            ("", self.size, host.site, f"{_mb(self.size)} of {_mb(host.site)}"),
            (name, size, host.file, f"{_mb(size)} of {_mb(host.file)} for a file"),
            (place, most, host.folder, f"{most:,} files of {host.folder:,} in a folder"),
            *self._rules_of(host),
        )
        for file, there, limit, what in measured:
            if limit and there > limit:
                yield Finding("host", file, 0, f"{what}: too much for {host.title}")

    def _rules_of(self, host: Host) -> Iterator[tuple[str, int, int, str]]:
        for name, limit in ((REDIRECTS, host.redirects), (HEADERS, host.headers)):
            there = self.rules.get(name, 0)
            yield name, there, limit, f"{there:,} rules of {limit:,}"

    def fits(self) -> dict[str, bool]:
        """Whether each host takes the site."""
        return {name: not any(self.beyond(host)) for name, host in HOSTS.items()}

    def line(self) -> str:
        """Which hosts take the site, for people."""
        fits = self.fits()
        good, bad = (
            [HOSTS[name].title for name in fits if fits[name] is one] for one in (True, False)
        )
        told = f"fits on {', '.join(good) or 'no host that is known here'}"
        return told + (f"; too large for {', '.join(bad)}" if bad else "")


def is_text(name: str) -> bool:
    """Whether *name* is UTF-8 on the disk."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def check_name(name: str) -> Iterator[Finding]:
    """What is wrong with *name*, wherever it goes."""
    parts = PurePosixPath(name).parts
    if any(len(part.encode()) > NAME_BYTES for part in parts):
        yield Finding("host", name, 0, f"a name of more than {NAME_BYTES} bytes")
    if not name.isprintable() or ODD & set(name):
        yield Finding("host", name, 0, "a name that not every host and file system takes")


def _redirects(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _headers(text: str) -> int:
    return sum(1 for line in text.splitlines() if line[:1] not in {"", " ", "\t", "#"})


def _mb(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"


def total(measures: Measures) -> str:
    """How large the site is."""
    return f"{counted(measures.files, 'file')}, {_mb(measures.size)}"
