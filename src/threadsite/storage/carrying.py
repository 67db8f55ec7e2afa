"""Files carried between a folder and a place, a batch at a time, by any process that gets it."""

from __future__ import annotations

import secrets
import shutil
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path

from threadsite.errors import StorageError
from threadsite.run import Run
from threadsite.storage.place import Place
from threadsite.workers import Workers, processes

BATCH = 100
"""Files that a worker carries at a time."""
DESK = "fetched"
"""The folder in the cache for what is not whole yet."""


def fetch(place: Place, folder: Path, desk: Path, names: Sequence[str]) -> Sequence[str]:
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


def put(place: Place, folder: Path, names: Sequence[str]) -> Sequence[str]:
    """Bring the files *names* of *folder* to *place*; *names* again."""
    _see(folder)
    with place.open("sending") as there:
        there.put(names, [folder / name for name in names])
    return names


def remove(place: Place, names: Sequence[str]) -> Sequence[str]:
    """Take the files *names* of *place* away; *names* again."""
    with place.open("deleting") as there:
        there.remove(names)
    return names


Work = Callable[[Sequence[str]], Sequence[str]]


def carry(
    what: str, work: Work, names: Sequence[str], jobs: int | Workers, run: Run
) -> Iterator[Sequence[str]]:
    """Have *work* done on *names*; those that are done, as they are."""
    if not names:
        return
    done = 0
    with processes(jobs) as workers:
        for batch in replace(run, workers=workers).map(what, work, _batches(names)):
            done += len(batch)
            run.meter(what, done, len(names))
            yield batch


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


def _batches(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    todo = iter(names)
    while batch := tuple(islice(todo, BATCH)):
        yield batch
