"""Files that have no place on a site: hidden ones, sources, and such as no server can send."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from threadsite import urls
from threadsite.checking.finding import Finding
from threadsite.config import NAME
from threadsite.staging import MARKER

KNOWN = frozenset({MARKER, ".nojekyll", ".well-known", ".htaccess"})
"""Hidden files that a site may have: ours stays behind when it is deployed."""
# fmt: off
SOURCES = frozenset((
    ".bak", ".db", ".eml", ".env", ".jinja", ".key", ".lock", ".log", ".mbox", ".md", ".orig",
    ".part", ".pem", ".po", ".py", ".pyc", ".sql", ".sqlite", ".sqlite3", ".swp", ".tmp", ".toml",
    ".warc",
))
# fmt: on
LEFT_OVER = re.compile(r"~$|\.warc\.gz$|\.sql\.gz$")


class Entry(NamedTuple):
    """A file of the site."""

    name: str
    size: int
    mode: int

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return stat.S_ISDIR(self.mode)

    @property
    def is_regular(self) -> bool:
        """Whether it is a file like any other."""
        return stat.S_ISREG(self.mode)


def walk(folder: Path) -> Iterator[Entry]:
    """Every file in *folder*, and every folder that not all may read."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        below = Path(place).relative_to(folder).as_posix()
        start = "" if below == "." else f"{below}/"
        if start and not _is_open(found := _entry(place, below)):
            yield found
        for name in sorted([*names, *(one for one in folders if Path(place, one).is_symlink())]):
            yield _entry(os.path.join(place, name), start + name)  # noqa: PTH118  (hot)


def check_entry(entry: Entry) -> Iterator[Finding]:
    """What is wrong with *entry*, whatever it holds."""
    path = PurePosixPath(entry.name)
    hidden = [part for part in path.parts if part.startswith(".") and part not in KNOWN]
    if hidden:
        yield Finding("hidden", entry.name, 0, "is hidden, and no part of a site")
    elif not entry.name.startswith(urls.MEDIA) and _is_source(path):
        yield Finding("source", entry.name, 0, "is nothing to put online")
    if not (entry.is_regular or entry.is_folder):
        yield Finding("no-file-of-a-site", entry.name, 0, "is a link, or no file at all")
    elif not _is_open(entry):
        yield Finding("unreadable", entry.name, 0, "may not be read by others, a web server say")
    elif entry.mode & stat.S_IWOTH:
        yield Finding("writable", entry.name, 0, "may be written by everybody on this machine")


def _entry(place: str, name: str) -> Entry:
    found = os.lstat(place)
    return Entry(name, found.st_size, found.st_mode)


def _is_source(path: PurePosixPath) -> bool:
    return path.suffix.lower() in SOURCES or path.name == NAME or bool(LEFT_OVER.search(path.name))


def _is_open(entry: Entry) -> bool:
    """Whether others may read *entry*."""
    needed = stat.S_IROTH | (stat.S_IXOTH if entry.is_folder else 0)
    return entry.mode & needed == needed
