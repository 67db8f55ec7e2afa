"""Work handed out: all of it is done once, few batches wait, and who dies is replaced."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from threadsite.workers import HERE, DiedError, Workers, processes

NUMBERS = range(40)


def double(number: int) -> int:
    return 2 * number


def frail(marks: Path, deadly: int, number: int) -> int:
    """The double of *number*; over the number *deadly* the first process dies."""
    mark = marks / str(number)
    if number == deadly and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return double(number)


def fatal(number: int) -> int:
    if number % 10 == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(number)


def minus(attempt: Callable[[int], int], number: int) -> int:
    """What is put in the place of what cannot be doubled."""
    with pytest.raises(DiedError):
        attempt(number)
    return -number


@pytest.mark.parametrize("ordered", [False, True])
def test_a_process_that_dies_loses_nothing(tmp_path: Path, ordered: bool) -> None:
    with processes(2) as workers:
        found = list(workers.map(partial(frail, tmp_path, 7), NUMBERS, ordered=ordered))

    assert (found if ordered else sorted(found)) == [double(number) for number in NUMBERS]


def test_what_kills_every_process_is_asked_about() -> None:
    with processes(2) as workers:
        found = list(workers.map(fatal, NUMBERS, ordered=True, lost=minus))

    assert found == [-n if n % 10 == 3 else double(n) for n in NUMBERS]


def test_what_kills_every_process_is_an_error_where_nobody_is_asked() -> None:
    with processes(2) as workers, pytest.raises(DiedError, match="too little memory"):
        list(workers.map(fatal, NUMBERS))


TOLD = """
import time
from threadsite.workers import processes
import test_workers
with processes(2) as workers:
    for worker in workers.map(test_workers.told, range(40)):
        print(worker, flush=True)
"""


def told(_: int) -> int:
    time.sleep(0.2)
    return os.getpid()


def test_processes_end_with_whom_they_work_for() -> None:
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", TOLD]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=here) as master:
        assert master.stdout
        workers = {int(master.stdout.readline()) for _ in range(8)}
        master.kill()

        # The last of them lets go of the other end of this; then it ends.
        master.stdout.read()
    while any(map(is_running, workers)):
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2]
    except FileNotFoundError:
        return False
    return state.split()[0] not in {"Z", "X"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_few_batches_are_held_at_a_time(jobs: int) -> None:
    taken = 0

    def batches() -> Iterator[int]:
        nonlocal taken
        for number in NUMBERS:
            taken += 1
            yield number

    with processes(jobs) as workers:
        for done, _ in enumerate(workers.map(double, batches(), ordered=True), start=1):
            assert taken - done <= 4 * jobs


def test_one_process_is_this_one() -> None:
    with processes(1) as workers:
        assert workers is HERE
        assert set(workers.map(_own, NUMBERS)) == {os.getpid()}


def _own(_: int) -> int:
    return os.getpid()


def test_who_brings_workers_works_with_them() -> None:
    own = Workers()

    with processes(own) as workers:
        assert workers is own


def late(folder: Path, number: int) -> None:
    """A file, in a while; not of the first number."""
    if not number:
        raise ZeroDivisionError
    time.sleep(0.2)
    (folder / str(number)).touch()


def test_nobody_goes_on_with_what_was_given_up(tmp_path: Path) -> None:
    with processes(2) as workers:
        with pytest.raises(ZeroDivisionError):
            list(workers.map(partial(late, tmp_path), NUMBERS))
        there = set(tmp_path.iterdir())

    assert set(tmp_path.iterdir()) == there
