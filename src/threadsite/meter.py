"""How far work is: bars with rates and the time that is left, or lines where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from threadsite.run import Meter

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0
"""Seconds before anything is shown."""
EVERY = 10.0
"""Seconds between two lines."""


@contextmanager
def meter(stream: TextIO | None = None) -> Iterator[Meter]:
    """A meter that shows on *stream*, standard error by default; at the end nothing of a bar is
    left there."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield Lines(stream)
        return
    bars = Bars(stream)
    try:
        yield bars
    finally:
        bars.stop()


class Bars:
    """A bar for each kind of work."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._progress: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        self._began = time.monotonic()

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Show that *done* of *total* are done."""
        if self._progress is None:
            if time.monotonic() - self._began <= PATIENCE:
                return
            # Most builds are done before, and need not wait until it is loaded.
            from threadsite.bars import progress

            self._progress = progress(self._stream)
            self._progress.start()
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=total)
        self._progress.update(self._tasks[what], completed=done, total=total)

    def stop(self) -> None:
        """Take the bars away."""
        if self._progress:
            self._progress.stop()


class Lines:
    """A line now and then, for logs."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began: dict[str, float] = {}
        self._said = time.monotonic()

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Say that *done* of *total* are done, if it is time to say something."""
        now = time.monotonic()
        began = self._began.setdefault(what, now)
        if now - self._said < EVERY or now == began:
            return
        self._said = now
        rate = done / (now - began)
        left = f", {(total - done) / rate:,.0f} s left" if total and rate else ""
        of = f" of {total:,}" if total else ""
        self._stream.write(f"{what}: {done:,}{of}, {rate:,.0f}/s{left}\n")
        self._stream.flush()
