"""Building on a cluster: a real scheduler and two workers, each a process of its own."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import Client, Scheduler

from made_forum import Said, page
from made_storage import PASSWORD, served
from threadsite import cli, cluster, code, content
from threadsite.archive import facts, reading
from threadsite.building import build, making
from threadsite.config import Site, load_site
from threadsite.deploy.manifest import MANIFEST
from threadsite.errors import BuildError, ContentError, ThreadsiteError
from threadsite.model import Author, Post, Thread
from threadsite.pages.units import Unit
from threadsite.run import Run
from threadsite.staging import MARKER, Stage
from threadsite.storage import carrying
from threadsite.storage.place import Open

THREADS = 40
THREADS_EACH = 2
"""Threads of a worker: what they share must not mix."""


class Fleet:
    """A scheduler and two workers on this machine; of workers that were killed, others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._workers: list[subprocess.Popen[bytes]] = []
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        # Whatever becomes of the tests, the processes end.
        self.scheduler = self._run(
            "scheduler", "--host", "127.0.0.1", "--port", str(port), "--idle-timeout", "300"
        )

    def complete(self) -> None:
        """Have two workers."""
        self._workers = [worker for worker in self._workers if worker.poll() is None]
        while len(self._workers) < 2:
            options = ("--nthreads", str(THREADS_EACH), "--no-nanny", "--death-timeout", "60")
            worker = self._run("worker", self.address, "--host", "127.0.0.1", *options)
            self._workers.append(worker)
        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(2, 60)

    def dismiss(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.kill()
            worker.wait()

    def end(self) -> None:
        """End all of them."""
        self.dismiss()
        self.scheduler.kill()
        self.scheduler.wait()

    def log(self) -> str:
        """What they said."""
        return (self._folder / "log").read_text(encoding="utf-8")

    def _run(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *words, "--no-dashboard"]
        with (self._folder / "log").open("ab") as log:
            # A worker knows the functions of this module as the tests do.
            surroundings = os.environ | {"PYTHONPATH": str(Path(__file__).parent)}
            return subprocess.Popen(
                command, cwd=self._folder, env=surroundings, stdout=log, stderr=log
            )


@pytest.fixture(scope="module")
def ships(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    fleet = Fleet(tmp_path_factory.mktemp("fleet"))
    yield fleet
    fleet.end()


@pytest.fixture
def fleet(ships: Fleet, monkeypatch: pytest.MonkeyPatch) -> Fleet:
    ships.complete()
    monkeypatch.setattr(making, "BATCH", 10)
    monkeypatch.setattr(reading, "BATCH", 1_000)
    return ships


@pytest.fixture
def site(tmp_path: Path) -> Site:
    root = tmp_path / "mud"
    for number in range(THREADS):
        path = root / "content" / "threads" / f"{number}-mud.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content.dump(thread(number)), encoding="utf-8")
    (root / "site.toml").write_text('[site]\ntitle = "Mud"\n[build]\nposts_per_page = 3\n')
    return load_site(root)


def thread(number: int) -> Thread:
    bodies = ("The *kiln* went out.", "| a | b |\n|---|---|\n| 1 | 2 |", "```python\nx = 1\n```")
    posts = [
        Post(
            id=str(number * 10 + place),
            author=Author(id=str((number + place) % 7), name="Odo"),
            body=f"{bodies[place % 3]}\n\nSee [that](#p{number * 10 - 9}).",
            created=datetime(2004, 1 + number % 12, 1 + place),
        )
        for place in range(1 + number % 8)
    ]
    return Thread(id=str(number), title=f"Mud {number}", posts=tuple(posts), forum="mud.example")


def files(output: Path) -> dict[str, bytes]:
    found = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}


def of_one_process(site: Site) -> dict[str, bytes]:
    """The site as a single process builds it, elsewhere."""
    copy = site.root.with_name("copy")
    shutil.copytree(site.content, copy / "content")
    shutil.copy(site.root / "site.toml", copy)
    build(load_site(copy))
    return files(copy / "public")


@contextmanager
def told(fleet: Fleet, work: Callable[[], None], *, workers: int = 1) -> Iterator[None]:
    """Some of the workers were told to do *work* beforehand."""
    with Client(fleet.address, set_as_default=False) as client:
        client.run(work, workers=list(client.nthreads())[:workers])
    yield
    fleet.dismiss()


def die_writing() -> None:
    """Die when the fifth page is half written."""
    whole, pages = Stage.rewrite, iter(range(5))

    def half(stage: Stage, name: str, data: bytes) -> None:
        last = next(pages, None) is None
        whole(stage, name, data[: len(data) // 2] if last else data)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)

    Stage.rewrite = half  # type: ignore[method-assign, assignment]


def die_reading() -> None:
    """Die when the fifth thread is asked for."""
    read, threads = facts.read_thread, iter(range(4))

    def die(*words: object) -> facts.ThreadFacts | None:
        if next(threads, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(*words)  # type: ignore[arg-type]

    reading.read_thread = die  # type: ignore[assignment, attr-defined]


def fail_once() -> None:
    """Have the storage fail once."""
    whole, pages = Stage.rewrite, iter(range(1))

    def fail(stage: Stage, name: str, data: bytes) -> None:
        if next(pages, None) is None:
            whole(stage, name, data)
        else:
            raise OSError("stale")

    Stage.rewrite = fail  # type: ignore[method-assign, assignment]


def grow_old() -> None:
    """Have another version."""
    other = code.makeup() | {"threadsite": "0.0.7"}
    code.makeup = lambda: other  # type: ignore[assignment]


def allow_failures(dask_scheduler: Scheduler, number: int) -> None:
    dask_scheduler.allowed_failures = number


def lack() -> None:
    """Have no threadsite installed."""

    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    importlib.metadata.version = missing  # type: ignore[assignment]


def open_indexes() -> list[str]:
    return [
        file
        for file in map(os.path.realpath, Path("/proc/self/fd").iterdir())
        if making.INDEX in file
    ]


def die_sending() -> None:
    """Die when a second batch is half sent."""
    whole, batches = Open.put, iter(range(1))

    def half(there: Open, names: list[str], files: list[Path]) -> None:
        if next(batches, None) is None:
            whole(there, names[: len(names) // 2], files[: len(names) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        whole(there, names, files)

    Open.put = half  # type: ignore[method-assign, assignment]


def fail_sending() -> None:
    """Have nothing sent."""

    def fail(there: Open, names: list[str], files: list[Path]) -> None:
        raise OSError(f"ftp://odo:{PASSWORD}@127.0.0.1/: gone")

    Open.put = fail  # type: ignore[method-assign, assignment]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = tmp_path_factory.mktemp("served")
    with served(folder) as address:
        yield folder, address


def at(address: str, site: Site) -> Site:
    """*site* with content and output at *address*."""
    places = f'content = "{address}/content"\noutput = "{address}/site"\n'
    with (site.root / "site.toml").open("a") as file:
        file.write(places)
    return load_site(site.root)


def sent(folder: Path) -> dict[str, bytes]:
    """The site in *folder*, without what is no page or file of it."""
    return {name: data for name, data in files(folder / "site").items() if name != MANIFEST}


def left_beside(site: Site) -> list[str]:
    return sorted(path.name for path in site.root.iterdir() if path.name.startswith("public"))


def test_a_cluster_gives_the_same_bytes_as_one_process(
    fleet: Fleet, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root)
    with cluster.cluster(fleet.address) as workers:
        report = build(load_site(Path("site.toml")), jobs=workers)
        again = build(load_site(Path("site.toml")), jobs=workers)

    assert workers.jobs == 2 * THREADS_EACH
    assert report.stats.threads == THREADS
    assert again.written == 0
    assert files(site.output) == of_one_process(site)


def test_the_command_builds_on_a_cluster(fleet: Fleet, site: Site) -> None:
    words = ["build", "--site", str(site.root), "--cluster", fleet.address]

    done = CliRunner().invoke(cli.commands, words, catch_exceptions=False)

    assert f"in {THREADS} threads" in done.output
    assert files(site.output) == of_one_process(site)


@pytest.mark.parametrize("by", ["file", "ftp"])
def test_content_and_output_may_be_at_addresses(
    fleet: Fleet,
    site: Site,
    server: tuple[Path, str],
    by: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected = of_one_process(site) | {MARKER: b""}
    folder = server[0] / by
    folder.mkdir()
    site.content.rename(folder / "content")
    monkeypatch.setattr(carrying, "BATCH", 7)
    there = at(f"{server[1]}/{by}" if by == "ftp" else f"file://{folder}", site)

    with cluster.cluster(fleet.address) as workers:
        build(there, jobs=workers)
        again = build(there, jobs=workers)

    assert again.sent is not None
    assert (again.written, again.sent.files) == (0, 0)
    assert sent(folder) | {MARKER: b""} == expected


def test_of_a_worker_killed_while_it_sends_nothing_is_lost(
    fleet: Fleet, site: Site, server: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = of_one_process(site) | {MARKER: b""}
    folder = server[0] / "killed"
    folder.mkdir()
    site.content.rename(folder / "content")
    monkeypatch.setattr(carrying, "BATCH", 7)

    with told(fleet, die_sending), cluster.cluster(fleet.address) as workers:
        build(at(f"{server[1]}/killed", site), jobs=workers)
        with Client(fleet.address, set_as_default=False) as client:
            assert len(client.nthreads()) == 1

    assert sent(folder) | {MARKER: b""} == expected


def test_no_log_of_a_worker_tells_a_password(
    fleet: Fleet, site: Site, server: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = server[0] / "logged"
    folder.mkdir()
    site.content.rename(folder / "content")
    monkeypatch.setattr(carrying, "BATCH", 7)

    with (
        told(fleet, fail_sending, workers=2),
        cluster.cluster(fleet.address) as workers,
        pytest.raises(ThreadsiteError, match=r"^ftp://127[^@]*/site: sending failed: ftp://127"),
    ):
        build(at(f"{server[1]}/logged", site), jobs=workers)

    log = fleet.log()
    assert "/site: sending failed" in log
    assert PASSWORD not in log


def test_dumps_are_converted_on_a_cluster(
    fleet: Fleet, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump = site.root / "dumps"
    dump.mkdir()
    for number in range(3):
        text = page([Said(number, "Hot.")], thread=number)
        (dump / f"t{number}.html").write_text(text, encoding="utf-8")
    with (site.root / "site.toml").open("a") as file:
        file.write('[[dumps]]\npath = "dumps"\n')
    monkeypatch.chdir(site.root)

    words = ["build", "--cluster", fleet.address]
    done = CliRunner().invoke(cli.commands, words, catch_exceptions=False)

    assert "3 documents = 3 imported" in done.output
    assert f"in {THREADS + 3} threads" in done.output


@pytest.mark.parametrize("death", [die_writing, die_reading])
def test_of_a_killed_worker_nothing_is_lost(
    fleet: Fleet, site: Site, death: Callable[[], None]
) -> None:
    with told(fleet, death) as _, cluster.cluster(fleet.address) as workers:
        build(site, jobs=workers)
        with Client(fleet.address, set_as_default=False) as client:
            assert len(client.nthreads()) == 1

    assert files(site.output) == of_one_process(site)
    assert left_beside(site) == ["public"]


def test_a_fault_that_passes_does_not_end_a_build(fleet: Fleet, site: Site) -> None:
    with told(fleet, fail_once, workers=2), cluster.cluster(fleet.address) as workers:
        build(site, jobs=workers)

    assert files(site.output) == of_one_process(site)


def test_a_wrong_file_leaves_the_old_site_and_workers_that_go_on(fleet: Fleet, site: Site) -> None:
    build(site)
    before = files(site.output)
    for number in range(5):
        (site.content / "threads" / f"bad-{number}.md").write_text("no header", encoding="utf-8")

    with cluster.cluster(fleet.address) as workers:
        with pytest.raises(ContentError, match=r"bad-\d\.md:1"):
            build(site, jobs=workers)
        assert files(site.output) == before
        for path in site.content.rglob("bad-*"):
            path.unlink()
        assert build(site, jobs=workers, whole=True).written

    assert files(site.output) == before
    assert left_beside(site) == ["public"]


def test_a_build_leaves_nothing_open_on_the_workers(fleet: Fleet, site: Site) -> None:
    before = threading.enumerate()
    with cluster.cluster(fleet.address) as workers:
        build(site, jobs=workers)

    with Client(fleet.address, set_as_default=False) as client:
        assert list(client.run(open_indexes).values()) == [[], []]
        assert client.processing() == dict.fromkeys(client.nthreads(), ())
    begun = [thread for thread in threading.enumerate() if thread not in before]
    for thread in begun:
        thread.join(20)
    assert not any(thread.is_alive() for thread in begun)


def test_a_worker_of_another_version_makes_no_pages(fleet: Fleet, site: Site) -> None:
    with (
        told(fleet, grow_old, workers=2),
        cluster.cluster(fleet.address) as workers,
        pytest.raises(ThreadsiteError, match=r"has threadsite 0\.0\.7, not 0\."),
    ):
        build(site, jobs=workers)


def test_a_worker_without_threadsite_is_told_of(fleet: Fleet) -> None:
    with (
        told(fleet, lack),
        pytest.raises(ThreadsiteError, match="threadsite is not installed on all workers"),
        cluster.cluster(fleet.address),
    ):
        pass


def test_work_that_kills_each_of_its_workers_is_given_up(
    fleet: Fleet, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "LAST", 0.5)
    with (
        told(fleet, die_writing, workers=2),
        Client(fleet.address, set_as_default=False) as client,
        cluster.cluster(fleet.address) as workers,
    ):
        client.run_on_scheduler(allow_failures, number=0)
        with pytest.raises(ThreadsiteError, match="one worker after the other ended"):
            build(site, jobs=workers)
        client.run_on_scheduler(allow_failures, number=3)

    assert left_beside(site) == []


def test_a_scheduler_that_goes_away_leaves_the_old_site(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site)
    before = files(site.output)
    monkeypatch.setattr(cluster, "ANSWER", 1)
    monkeypatch.setattr(making, "BATCH", 10)
    fleet = Fleet(tmp_path)

    def leave(what: str, done: int, total: int | None) -> None:
        if what == "making pages of posts":
            fleet.scheduler.kill()

    try:
        fleet.complete()
        with (
            cluster.cluster(fleet.address) as workers,
            pytest.raises(ThreadsiteError, match="the scheduler is gone"),
        ):
            build(site, jobs=workers, whole=True, run=Run(meter=leave))
    finally:
        fleet.end()

    assert files(site.output) == before
    # A worker that had not heard of it yet may have written something more.
    build(site)
    assert left_beside(site) == ["public"]


def test_a_worker_is_no_scheduler(fleet: Fleet) -> None:
    with Client(fleet.address, set_as_default=False) as client:
        worker = next(iter(client.nthreads()))

    with pytest.raises(ThreadsiteError, match="a Worker; give"), cluster.cluster(worker):
        pass


def test_a_cluster_without_workers_is_told_of(fleet: Fleet) -> None:
    fleet.dismiss()
    with Client(fleet.address, set_as_default=False) as client:
        while client.nthreads():
            time.sleep(0.05)

    with (
        pytest.raises(ThreadsiteError, match="no workers; start some: dask worker tcp"),
        cluster.cluster(fleet.address),
    ):
        pass


@pytest.mark.parametrize(
    ("address", "fact"),
    [
        ("tcp://127.0.0.1:1", "127.0.0.1:1: no scheduler"),
        ("here", "missing port"),
        ("a://b:1", "a"),
    ],
)
def test_where_no_scheduler_is_nothing_is_built(
    address: str, fact: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "ANSWER", 0.3)

    with pytest.raises(ThreadsiteError, match=f"{fact}.* give the address"):
        cli.commands.main(["build", "--site", str(site.root), "--cluster", address])

    assert left_beside(site) == []


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with (
        pytest.raises(ThreadsiteError, match=r"pip install 'threadsite\[cluster\]'"),
        cluster.cluster("tcp://127.0.0.1:1"),
    ):
        pass


def test_a_worker_that_does_not_see_the_storage_is_named(site: Site, tmp_path: Path) -> None:
    places = (site.content, tmp_path / "elsewhere" / "index.sqlite3")
    job = making.Job(site, places[1], tmp_path, "1", "", whole=True, places=places)

    with pytest.raises(BuildError, match=r"elsewhere/index\.sqlite3: not seen by the worker on"):
        making.make(job, [Unit("home")])

    assert list(tmp_path.iterdir()) == [site.root]
