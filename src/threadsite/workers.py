"""Who does the work: this process, others on this machine, or any executor that one brings.

Work is a function of a module and a batch of what it works on; both are pickled. Results come as
they are done, in any order, unless they are asked for in that of the batches.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from threadsite.errors import ThreadsiteError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

GARBAGE = 20_000
"""Objects made between two looks for cycles in a process that works: work makes few."""

T = TypeVar("T")
R = TypeVar("R")

Lost = Callable[[Callable[[T], R], T], R]
"""What a batch comes to that ends the process that works on it; does what can be done of it by a
function that raises `DiedError` for what cannot."""


class DiedError(ThreadsiteError):
    """A process ended over its work."""

    def __init__(self) -> None:
        super().__init__(
            "a process that worked was ended from outside; is there too little memory?"
        )


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
        lost: Lost[T, R] | None = None,  # noqa: ARG002  # this process dies with its work
    ) -> Iterator[R]:
        """What *work* gives for each of *batches*, of which few are held at a time. *ordered*: in
        the order of the batches; *lost* is asked for a batch over which a process dies."""
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
        self,
        work: Callable[[T], R],
        batches: Iterable[T],
        *,
        ordered: bool = False,
        lost: Lost[T, R] | None = None,
    ) -> Iterator[R]:
        """What *work* gives for each of *batches*. A single one is not worth the way, unless a
        process may die over it."""
        todo = iter(batches)
        first = list(islice(todo, 2))
        if len(first) < 2 and not (first and lost):
            yield from map(work, first)
            return
        todo = chain(first, todo)
        running: dict[Future[R], T] = {}
        # In order, what is done early waits for what is slow, and more must not pile up behind it.
        most = (4 if ordered else 2) * self.jobs
        try:
            while True:
                for batch in islice(todo, most - len(running)):
                    running[self._submit(work, batch)] = batch
                if not running:
                    return
                for future in _ended(running, ordered=ordered):
                    batch = running.pop(future)
                    died = _died(future)
                    yield self._again(work, batch, lost) if died else future.result()
        finally:
            self._end(set(running))

    def _submit(self, work: Callable[[T], R], batch: T) -> Future[R]:
        return self._executor.submit(work, batch)

    def _again(self, work: Callable[[T], R], batch: T, lost: Lost[T, R] | None) -> R:  # noqa: ARG002
        """What *work* gives for *batch*, which a process had when it or another died."""
        raise DiedError

    def _end(self, running: set[Future[R]]) -> None:
        """Have done with what nobody waits for any more."""
        for future in running:
            future.cancel()


class Processes(Others):
    """Processes of this machine. Where one dies all end; what they had is done again, each batch in
    a process of its own."""

    def __init__(self, jobs: int) -> None:
        super().__init__(_pool(jobs), jobs)
        self._broken = False

    def close(self) -> None:
        """Have the processes end."""
        self._executor.shutdown()

    def _submit(self, work: Callable[[T], R], batch: T) -> Future[R]:
        from concurrent.futures import BrokenExecutor, Future

        if self._broken:
            self._executor, self._broken = _pool(self.jobs), False
        try:
            return super()._submit(work, batch)
        except BrokenExecutor as problem:
            # As if it had been there when the process died: it is done again with the others.
            refused: Future[R] = Future()
            refused.set_exception(problem)
            return refused

    def _end(self, running: set[Future[R]]) -> None:
        from concurrent.futures import wait

        # What is at work still writes, and who gives up may want to clear up behind it.
        wait([future for future in running if not future.cancel()])

    def _again(self, work: Callable[[T], R], batch: T, lost: Lost[T, R] | None) -> R:
        # Its threads end with it, so that those who follow can be forked.
        self._executor.shutdown()
        self._broken = True
        try:
            return _alone(work, batch)
        except DiedError:
            if lost is None:
                raise
            return lost(partial(_alone, work), batch)


def _ended(running: Mapping[Future[R], object], *, ordered: bool) -> list[Future[R]]:
    """Those of *running* that are done, or the first if they are wanted in order; all, if a process
    died, for then none goes on."""
    from concurrent.futures import FIRST_COMPLETED, wait

    done, _ = wait(list(islice(running, 1)) if ordered else running, return_when=FIRST_COMPLETED)
    if not any(map(_died, done)):
        return list(done)
    wait(running)
    return list(running)


def _died(future: Future[R]) -> bool:
    """Whether the process that did the work of *future*, or another beside it, died."""
    from concurrent.futures import BrokenExecutor

    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)


def _alone(work: Callable[[T], R], batch: T) -> R:
    """What *work* gives for *batch* in a process of its own; `DiedError` if that dies."""
    with _pool(1) as executor:
        future = executor.submit(work, batch)
        if _died(future):
            raise DiedError
        return future.result()


HERE = Workers()


def available() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _seldom_collected() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(max(GARBAGE, before[0]), 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _settle() -> None:
    """Look for cycles seldom, and not at what was imported, which never goes. End with whom the
    work is for, or a process would wait for more for ever."""
    gc.freeze()
    gc.set_threshold(GARBAGE, 20, 20)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    import multiprocessing

    if master := multiprocessing.parent_process():
        master.join()
        os._exit(1)


@contextmanager
def processes(jobs: int | Workers, *, apart: bool = False) -> Iterator[Workers]:
    """*jobs* processes of this machine; for one, this process, or with *apart* another, over whose
    end this one does not die. Who brings workers works with these."""
    if isinstance(jobs, Workers):
        yield jobs
        return
    if jobs <= 1 and not apart:
        with _seldom_collected():
            yield HERE
        return
    workers = Processes(max(jobs, 1))
    try:
        yield workers
    finally:
        workers.close()


def _pool(jobs: int) -> Executor:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # To fork is fastest, and safe as long as no thread can hold a lock.
    alone = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if alone else "spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_settle)
