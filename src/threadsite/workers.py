"""Who does the work: this process, others on this machine, or any executor that one brings.

Work is a function of a module and a batch of what it works on; both are pickled. Results come as
they are done, in any order, unless they are asked for in that of the batches.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

GARBAGE = 20_000
"""Objects made between two looks for cycles, in processes that work for us."""

T = TypeVar("T")
R = TypeVar("R")


class Workers:
    """This process alone."""

    jobs = 1
    """How many batches are worked on at a time."""

    def map(
        self,
        work: Callable[[T], R],
        batches: Iterable[T],
        *,
        ordered: bool = False,  # noqa: ARG002  # one after the other they are in any case
    ) -> Iterator[R]:
        """What *work* gives for each of *batches*, of which few are held at a time. *ordered*: in
        the order of the batches."""
        return map(work, batches)

    def everywhere(self, work: Callable[[], None]) -> None:
        """Do *work* in each process that may have worked and goes on after this one is done."""
        work()


class Others(Workers):
    """The workers of an executor."""

    def __init__(self, executor: Executor, jobs: int) -> None:
        self.jobs = jobs
        self._executor = executor

    def map(
        self, work: Callable[[T], R], batches: Iterable[T], *, ordered: bool = False
    ) -> Iterator[R]:
        """What *work* gives for each of *batches*; a single one is not worth the way."""
        todo = iter(batches)
        first = list(islice(todo, 2))
        if len(first) < 2:
            yield from map(work, first)
            return
        spread = self._in_order if ordered else self._spread
        yield from spread(work, chain(first, todo))

    def _in_order(self, work: Callable[[T], R], batches: Iterator[T]) -> Iterator[R]:
        running: deque[Future[R]] = deque()
        try:
            for batch in batches:
                running.append(self._executor.submit(work, batch))
                # What is done early waits for what is slow, and more must not pile up behind it.
                if len(running) >= 4 * self.jobs:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:
            self._end(set(running))

    def _spread(self, work: Callable[[T], R], batches: Iterator[T]) -> Iterator[R]:
        from concurrent.futures import FIRST_COMPLETED, wait

        running: set[Future[R]] = set()
        try:
            for batch in islice(batches, 2 * self.jobs):
                running.add(self._executor.submit(work, batch))
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for batch in islice(batches, len(done)):
                    running.add(self._executor.submit(work, batch))
                for future in done:
                    yield future.result()
        finally:
            self._end(running)

    def _end(self, running: set[Future[R]]) -> None:
        """Have done with what nobody waits for any more."""
        for future in running:
            future.cancel()


HERE = Workers()


def available() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _settle() -> None:
    """Look for cycles seldom: work makes few, and what was imported never goes."""
    gc.freeze()
    gc.set_threshold(GARBAGE, 20, 20)


@contextmanager
def processes(jobs: int | Workers) -> Iterator[Workers]:
    """*jobs* processes of this machine; for one, this process. Who brings workers works with
    these."""
    if isinstance(jobs, Workers):
        yield jobs
        return
    if jobs <= 1:
        yield HERE
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # To fork is fastest, and safe as long as no thread can hold a lock.
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if alone else "spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_settle) as executor:
        yield Others(executor, jobs)
