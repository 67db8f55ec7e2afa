"""Workers on other machines: those of a dask.distributed cluster that runs already."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, wait
from contextlib import contextmanager
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, TypeVar

from threadsite import code
from threadsite.errors import ThreadsiteError
from threadsite.workers import Lost, Others, Workers

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")
R = TypeVar("R")

ANSWER = 10.0
"""Seconds that a scheduler has to answer in."""
RETRIES = 2
"""How often a batch that failed is tried again, for storage that fails now and then. Those of a
worker that is gone are done by others in any case."""
LAST = 10.0
"""Seconds that batches that nobody waits for any more have to end in."""


@contextmanager
def cluster(address: str) -> Iterator[Workers]:
    """The workers of the cluster whose scheduler is at *address*.

    `ThreadsiteError` when dask.distributed is not installed, no scheduler answers there, or it has
    no workers yet. Others may join and leave while there is work.
    """
    client = _connected(address)
    with client:
        jobs = sum(client.nthreads().values())
        if not jobs:
            raise ThreadsiteError(
                f"{address}: the cluster has no workers; start some: dask worker {address}"
            )
        _check(client)
        yield Cluster(client, jobs)


def _connected(address: str) -> Client:
    try:
        from distributed import Client
        from distributed.utils import LoopRunner
    except ImportError:
        raise ThreadsiteError(
            "to build on a cluster takes dask.distributed: pip install 'threadsite[cluster]'"
        ) from None
    try:
        # A client that cannot connect would not go away without a trace.
        kind = LoopRunner().run_sync(_kind, address)
    except (OSError, ValueError) as problem:
        # Of time that ran out it is not always said.
        fact = str(problem) or f"nothing within {ANSWER:.0f} s"
        raise ThreadsiteError(
            f"{address}: no scheduler answers there ({fact}); start one with `dask scheduler` and"
            " give the address that it says"
        ) from None
    if kind != "Scheduler":
        raise ThreadsiteError(f"{address}: a {kind}; give the address of the scheduler")
    return Client(address, timeout=ANSWER, set_as_default=False)


async def _kind(address: str) -> str:
    """What of a cluster is at *address*."""
    from distributed import Security, rpc

    ways = Security().get_connection_args("client")
    async with rpc(address, timeout=ANSWER, connection_args=ways) as server:
        return str((await asyncio.wait_for(server.identity(), ANSWER))["type"])


def _check(client: Client) -> None:
    # A worker that cannot even understand what it is asked ends, and says so in its log only.
    try:
        client.run(version, "threadsite")
        client.run_on_scheduler(version, "threadsite")
    except PackageNotFoundError:
        raise ThreadsiteError(
            f"{client.scheduler.address}: threadsite is not installed on all workers and with the"
            " scheduler; install the same version everywhere"
        ) from None


class Cluster(Others):
    """The workers of a cluster."""

    def __init__(self, client: Client, jobs: int) -> None:
        super().__init__(client.get_executor(pure=False, retries=RETRIES), jobs)
        self._client = client

    def map(
        self,
        work: Callable[[T], R],
        batches: Iterable[T],
        *,
        ordered: bool = False,
        lost: Lost[T, R] | None = None,
    ) -> Iterator[R]:
        """What *work* gives for each of *batches*, whichever workers come and go meanwhile."""
        from distributed import KilledWorker
        from distributed.comm import CommClosedError

        place = self._client.scheduler.address
        try:
            alike = partial(_alike, code.makeup(), work)
            yield from super().map(alike, batches, ordered=ordered, lost=lost)
        except KilledWorker as problem:
            raise ThreadsiteError(
                f"{place}: one worker after the other ended while it had the same work; the log of"
                f" the last one ({problem.last_worker.address}) may say why, such as too little"
                " memory"
            ) from None
        except (CancelledError, CommClosedError):
            raise ThreadsiteError(f"{place}: the scheduler is gone; build again") from None

    def everywhere(self, work: Callable[[], None]) -> None:
        """Do *work* in each worker that is still there, and here."""
        super().everywhere(work)
        if self._client.status == "running":
            self._client.run(work, on_error="ignore")

    def _end(self, running: set[Future[R]]) -> None:
        # A batch that has begun cannot be called back, and should not outlive what it is for.
        wait(running, LAST)
        super()._end(running)


def _alike(makeup: dict[str, str], work: Callable[[T], R], batch: T) -> R:
    """What *work* gives for *batch*, if this process has the same *makeup*."""
    for name, found in code.makeup().items():
        if found != makeup[name]:
            raise ThreadsiteError(
                f"the worker on {socket.gethostname()} has {name} {found}, not {makeup[name]};"
                " install the same on all of them"
            )
    return work(batch)
