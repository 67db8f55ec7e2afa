"""A branch of a repository, as one commit without history, made beside the user's working tree.

The commit is streamed into a repository of its own, so no file passes through the user's filters,
ignore lists or line endings, and no identity of theirs is needed.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from threadsite.deploy import manifest
from threadsite.deploy.commands import CommandError, run
from threadsite.deploy.manifest import MANIFEST, Manifest
from threadsite.deploy.plan import Plan
from threadsite.deploy.targets import GitTarget
from threadsite.errors import DeployError

NOJEKYLL = ".nojekyll"
"""Tells GitHub Pages to serve the files as they are."""

CNAME = "CNAME"
"""Where GitHub Pages keeps the domain; set there by hand it must outlast each deployment."""

IDENTITY = "threadsite <threadsite@localhost>"
SITE, FILE = 1 << 30, 100 << 20
"""Bytes of a site and of one file in it that GitHub takes at most."""


class Git:
    """The host of `GitTarget`."""

    def __init__(self, target: GitTarget, root: Path) -> None:
        self._remote = _address(target.remote, root)
        self._branch = f"refs/heads/{target.branch}"
        self.place = f"{target.remote}, branch {target.branch}"
        self._tip = ""
        """The commit that the branch was at; empty when there was none."""
        self._foreign = False
        self._domain: bytes | None = None

    def manifest(self) -> Manifest | None:
        """What was left there by us; None when the branch is not there, or is not ours."""
        tips = run(("git", "ls-remote", "--", self._remote, self._branch))
        self._tip = tips.decode().partition("\t")[0]
        if not self._tip:
            return None
        with _repository() as git:
            fetch = ("fetch", "--quiet", "--depth=1", "--", self._remote, self._branch)
            run((*git, *fetch))
            names = run((*git, "ls-tree", "--name-only", "FETCH_HEAD")).decode().splitlines()
            kept = {
                name: run((*git, "cat-file", "blob", f"FETCH_HEAD:{name}"))
                for name in (CNAME, MANIFEST)
                if name in names
            }
        self._domain = kept.get(CNAME)
        self._foreign = MANIFEST not in kept
        return None if self._foreign else manifest.read(kept[MANIFEST], self.place)

    def taken(self, names: Iterable[str], output: Path) -> str | None:
        """The branch itself, if it is there and not ours: it is replaced whole."""
        del names, output
        return self._branch if self._foreign else None

    def put(self, output: Path, plan: Plan) -> None:
        """One commit takes the place of the branch, unless somebody else was there meanwhile."""
        with _repository() as git, tempfile.TemporaryFile() as stream:
            for piece in self._commit(output, plan):
                stream.write(piece)
            stream.seek(0)
            run((*git, "fast-import", "--quiet"), stream)
            lease = f"--force-with-lease={self._branch}:{self._tip}"
            refs = f"{self._branch}:{self._branch}"
            run((*git, "push", "--quiet", lease, "--", self._remote, refs))

    def notes(self, sizes: Mapping[str, int]) -> tuple[str, ...]:
        """Where the site is beyond what GitHub takes."""
        total = sum(sizes.values())
        large = sorted(name for name, size in sizes.items() if size > FILE)
        notes = [f"{name} is larger than the 100 MB that GitHub takes" for name in large]
        if total > SITE:
            notes.append(f"{total / SITE:.1f} GB: GitHub Pages publishes at most 1 GB")
        return tuple(notes)

    def _commit(self, output: Path, plan: Plan) -> Iterator[bytes]:
        message = b"Deploy %d files" % len(plan.new)
        yield f"commit {self._branch}\ncommitter {IDENTITY} {time.time():.0f} +0000\n".encode()
        yield b"data %d\n%b\n" % (len(message), message)
        for name, data in self._tree(output, plan):
            yield b"M 100644 inline %b\ndata %d\n%b\n" % (_quoted(name), len(data), data)

    def _tree(self, output: Path, plan: Plan) -> Iterator[tuple[str, bytes]]:
        yield MANIFEST, manifest.write(plan.new)
        if NOJEKYLL not in plan.new:
            yield NOJEKYLL, b""
        if CNAME not in plan.new and self._domain is not None:
            yield CNAME, self._domain
        for name in plan.new:
            yield name, (output / name).read_bytes()


def _address(remote: str, root: Path) -> str:
    """The address of *remote*, which may be the name of a remote of the repository at *root*."""
    if "/" not in remote and ":" not in remote:
        try:
            command = ("git", "-C", str(root), "remote", "get-url", "--push", "--", remote)
            remote = run(command).decode().rstrip("\n")
        except CommandError:
            raise DeployError(f"{root}: its repository has no remote called {remote!a}") from None
    return remote if ":" in remote else str(root / Path(remote).expanduser())


@contextmanager
def _repository() -> Iterator[tuple[str, ...]]:
    """The first words of git commands in an empty repository, there while the context lasts."""
    with tempfile.TemporaryDirectory() as folder:
        run(("git", "init", "--quiet", "--bare", folder))
        yield ("git", "-C", folder)


def _quoted(name: str) -> bytes:
    escaped = name.replace('"', '\\"')
    return (f'"{escaped}"' if '"' in name else name).encode()
