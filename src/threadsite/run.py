"""A run of a command: who works, who is told how far it is, and where its time went."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from threadsite.workers import HERE, Lost, Workers

T = TypeVar("T")
R = TypeVar("R")

Meter = Callable[[str, int, int | None], None]
"""Told what is being done, how much of it is done, and of how much if that is known."""


def unseen(what: str, done: int, total: int | None) -> None:
    """A meter that nobody looks at."""


Seen = Callable[[Path], object]


def nobody(folder: Path) -> None:
    """Nobody looks at the site in *folder*."""


class Times:
    """Seconds of processors, by the kind of work that they did."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def of(self, what: str) -> Iterator[None]:
        """Count the time that this thread works in the block as spent on *what*."""
        began = time.thread_time()
        try:
            yield
        finally:
            self.add({what: time.thread_time() - began})

    def add(self, seconds: Mapping[str, float]) -> None:
        """Count what another process spent."""
        for what, spent in seconds.items():
            self.seconds[what] = self.seconds.get(what, 0.0) + spent

    def lines(self) -> Iterator[str]:
        """Each kind of work, the longest first, with its share."""
        whole = sum(self.seconds.values()) or 1
        for what, seconds in sorted(self.seconds.items(), key=lambda item: -item[1]):
            yield f"{seconds:8.2f} s  {seconds / whole:4.0%}  {what}"


@dataclass(frozen=True, slots=True)
class Run:
    """What a command works with."""

    workers: Workers = HERE
    meter: Meter = unseen
    times: Times = field(default_factory=Times)
    seen: Seen = nobody
    """Told of the folder of a site as soon as its pages can be seen there."""

    def map(
        self,
        what: str,
        work: Callable[[T], R],
        batches: Iterable[T],
        *,
        ordered: bool = False,
        lost: Lost[T, R] | None = None,
    ) -> Iterator[R]:
        """What *work* gives for each of *batches*, in any order unless *ordered*; its time counts
        as *what*. *lost* is asked for a batch over which a process dies."""
        timed: partial[tuple[R, float]] = partial(_timed, work)
        again = partial(_untimed, lost) if lost else None
        for result, seconds in self.workers.map(timed, batches, ordered=ordered, lost=again):
            self.times.add({what: seconds})
            yield result


def _untimed(
    lost: Lost[T, R], attempt: Callable[[T], tuple[R, float]], batch: T
) -> tuple[R, float]:
    return lost(lambda part: attempt(part)[0], batch), 0.0


def _timed(work: Callable[[T], R], batch: T) -> tuple[R, float]:
    began = time.thread_time()
    return work(batch), time.thread_time() - began
