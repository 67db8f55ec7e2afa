"""Files carried between a folder and a place, a batch at a time, by any process that gets it."""

from __future__ import annotations

import secrets
import shutil
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from threadsite.errors import StorageError
from threadsite.run import Run
from threadsite.storage.known import Todo
from threadsite.storage.place import Place
from threadsite.workers import Workers, processes

BATCH = 100
"""Files that a worker carries at a time."""
DESK = "fetched"
"""The folder in the cache for what is not whole yet."""


Names = Sequence[str]
Work = Callable[[Names], Names]


@dataclass(slots=True)
class Sent:
    """What was sent to a place."""

    place: str
    files: int = 0
    size: int = 0
    """Bytes of these."""
    removed: int = 0
    unchanged: int = 0

    def add(self, folder: Path, names: Names) -> None:
        """Count the files *names* of *folder*."""
        self.files += len(names)
        self.size += sum((folder / name).stat().st_size for name in names)

    def lines(self) -> Iterator[str]:
        """The account, for people."""
        yield (
            f"{self.place}: {self.files:,} files ({self.size / 1e6:,.1f} MB) sent,"
            f" {self.removed:,} deleted, {self.unchanged:,} unchanged"
        )


def fetch(place: Place, folder: Path, desk: Path, names: Names) -> Names:
    """Bring the files *names* of *place* to *folder*, each whole; *names* again."""
    _see(folder)
    files = [desk / secrets.token_hex(16) for _ in names]
    with place.open("fetching") as there:
        there.fetch(names, files)
        for name, file in zip(names, files, strict=True):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            file.replace(path)
    return names


def put(place: Place, folder: Path, names: Names) -> Names:
    """Bring the files *names* of *folder* to *place*; *names* again."""
    _see(folder)
    with place.open("sending") as there:
        there.put(names, [folder / name for name in names])
    return names


def remove(place: Place, names: Names) -> Names:
    """Take the files *names* of *place* away; *names* again."""
    with place.open("deleting") as there:
        there.remove(names)
    return names


def make_folders(place: Place, todo: Todo) -> None:
    """Make the folders at *place* that files *todo* need."""
    if todo.count:
        with place.open("making folders") as there:
            there.make_folders(chain.from_iterable(todo.batches(BATCH)))


def carry(what: str, work: Work, todo: Todo, jobs: int | Workers, run: Run) -> Iterator[Names]:
    """Have *work* done on the files *todo*; those with which it is, as they are."""
    if not todo.count:
        return
    done = 0
    with processes(jobs) as workers:
        for names in replace(run, workers=workers).map(what, work, todo.batches(BATCH)):
            done += len(names)
            run.meter(what, done, todo.count)
            yield names


@contextmanager
def desk(cache: Path) -> Iterator[Path]:
    """A folder in *cache* that is there for a block, and of whose like nothing stays."""
    place = cache / DESK
    shutil.rmtree(place, ignore_errors=True)
    try:
        place.mkdir(parents=True)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def unseen(folder: Path) -> StorageError:
    """What to say of a *folder* that this process does not see as others do."""
    return StorageError(
        f"{folder}: not the same for the worker on {socket.gethostname()}; the cache must be on"
        " storage that all workers see"
    )


def _see(folder: Path) -> None:
    if not folder.is_dir():
        raise unseen(folder)
