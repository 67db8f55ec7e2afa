"""How far work is: bars with rates and the time that is left, or lines where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from threadsite.run import Meter

PATIENCE = 1.0
"""Seconds before anything is shown."""
EVERY = 10.0
"""Seconds between two lines."""


@contextmanager
def meter(stream: TextIO | None = None) -> Iterator[Meter]:
    """A meter that shows on *stream*, standard error by default; at the end nothing of a bar is
    left there."""
    console = Console(file=stream or sys.stderr)
    if not console.is_terminal:
        yield Lines(console)
        return
    bars = Bars(console)
    try:
        yield bars
    finally:
        bars.stop()


class Bars:
    """A bar for each kind of work."""

    def __init__(self, console: Console) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
        )
        self._progress = Progress(*columns, console=console, transient=True)
        self._tasks: dict[str, TaskID] = {}
        self._began = time.monotonic()

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Show that *done* of *total* are done."""
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=total)
        self._progress.update(self._tasks[what], completed=done, total=total)
        if not self._progress.live.is_started and time.monotonic() - self._began > PATIENCE:
            self._progress.start()

    def stop(self) -> None:
        """Take the bars away."""
        self._progress.stop()


class Lines:
    """A line now and then, for logs."""

    def __init__(self, console: Console) -> None:
        self._console = console
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
        self._console.print(f"{what}: {done:,}{of}, {rate:,.0f}/s{left}", highlight=False)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:,.0f}/s" if task.speed else "", style="progress.data.speed")
