"""Thread files read for the index, in batches by workers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from threadsite.archive.facts import ThreadFacts, read_thread
from threadsite.content.takedowns import Takedowns
from threadsite.markdown import Renderer
from threadsite.run import Run

BATCH = 500_000
"""Bytes of files that a worker reads at a time."""

Known = tuple[str, int, bytes | None]
"""The path of a thread file below the content folder, its bytes, and its digest where the index has
one."""
Read = Callable[[Iterable[Known]], Iterator[tuple[str, ThreadFacts | None]]]
"""Reads files, in any order; None for one whose digest is as it was."""


def reader(folder: Path, takedowns: Takedowns, render: Renderer, run: Run) -> Read:
    """Reads thread files below *folder* in the workers of *run*, without what *takedowns* name;
    bodies are drafted by *render*."""

    def read(files: Iterable[Known]) -> Iterator[tuple[str, ThreadFacts | None]]:
        work = partial(_read_batch, folder, takedowns, render)
        for done in run.map("reading posts", work, _batches(files)):
            yield from done

    return read


def _read_batch(
    folder: Path, takedowns: Takedowns, render: Renderer, files: Sequence[Known]
) -> list[tuple[str, ThreadFacts | None]]:
    return [(name, read_thread(folder, name, known, takedowns, render)) for name, _, known in files]


def _batches(files: Iterable[Known]) -> Iterator[list[Known]]:
    batch: list[Known] = []
    size = 0
    for file in files:
        batch.append(file)
        size += file[1]
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
