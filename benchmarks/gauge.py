"""What it costs to run a command: seconds, seconds of processors, and memory.

Time and memory come of different runs, for to look at memory takes time.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

EVERY = 0.02
"""Seconds between two looks at memory."""


class CommandError(Exception):
    """A command ended with another status than 0."""


@dataclass(frozen=True, slots=True)
class Time:
    """How long a command ran."""

    seconds: float
    processor: float
    """Seconds of all processors, in all processes of the command."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The most that a command held at any time, in bytes."""

    together: int
    """In all processes; what some of them share counts once, where the system can tell."""
    largest: int
    """In any one of them, with what it shares."""


def timed(command: Sequence[str], folder: Path) -> Time:
    """Run *command* in *folder*; nothing of what ran before is left to be written."""
    os.sync()
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = _started(command, folder, said.fileno())
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        _check(process, said.read())
    return Time(seconds, usage.ru_utime + usage.ru_stime)


def weighed(command: Sequence[str], folder: Path) -> Memory:
    """Run *command* in *folder*, looking at its memory all the time."""
    together = largest = 0
    with tempfile.TemporaryFile() as said:
        process = _started(command, folder, said.fileno())
        while process.poll() is None:
            held = list(_held(process.pid))
            together = max(together, sum(shared for _, shared in held))
            largest = max(largest, *(whole for whole, _ in held), 0)
            time.sleep(EVERY)
        said.seek(0)
        _check(process, said.read())
    return Memory(together, largest)


def _started(command: Sequence[str], folder: Path, said: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)  # noqa: S603 ours


def _check(process: subprocess.Popen[bytes], said: bytes) -> None:
    if process.returncode:
        words = said.decode("utf-8", "replace")[-2_000:]
        raise CommandError(f"{process.args!r} ended with {process.returncode}:\n{words}")


def _held(root: int) -> Iterator[tuple[int, int]]:
    """The memory of each process of the tree below *root*: all of it, and its part of it."""
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(root)
        for one in (process, *process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                memory = one.memory_full_info()
                yield memory.rss, getattr(memory, "pss", memory.rss)
