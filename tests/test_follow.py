"""A preview follows every change, tells what went wrong, and ends when it shall."""

from __future__ import annotations

import json
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from threadsite.errors import ThreadsiteError
from threadsite.run import Seen
from threadsite.serve import Rebuild, follow
from threadsite.serve.live import Live
from threadsite.serve.server import Preview, running


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site."""
    root = tmp_path / "public"
    root.mkdir()
    (root / "index.html").write_text("<title>Kettles</title>Tea.")
    return root


@contextmanager
def events(server: Preview) -> Iterator[Callable[[], dict[str, str | None]]]:
    """The states that an open page is told, one a call."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(b"GET /__threadsite__/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        file = connection.makefile("rb")
        data = (line[6:] for line in file if line.startswith(b"data: "))
        yield lambda: json.loads(next(data))
        file.close()


@contextmanager
def following(root: Path, live: Live, rebuild: Rebuild) -> Iterator[queue.Queue[str]]:
    """Build at each change, as `serve` does; gives the lines for the terminal."""
    said: queue.Queue[str] = queue.Queue()
    stop = threading.Event()
    thread = threading.Thread(target=follow, args=(root, live, rebuild, said.put, stop))
    thread.start()
    assert said.get(timeout=20) == "watching for changes"
    try:
        yield said
    finally:
        stop.set()
        thread.join()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (root / "content" / "thread.md").write_text("Tea.")
    (root / "site.toml").write_text('[site]\ntitle = "Kettles"\n')
    (root / "dump.txt").write_text("1")
    return root


def test_an_edit_reaches_the_open_page(project: Path, site: Path) -> None:
    live = Live()
    live.built(site)
    with (
        running(live, "127.0.0.1", 0) as server,
        following(project, live, lambda _, seen: seen(site)) as said,
        events(server) as told,
    ):
        before = told()
        (project / "content" / "thread.md").write_text("Coffee.")
        after = told()

        assert before["build"] != after["build"]
        assert after["error"] is None
        assert said.get(timeout=10) == "changed: thread.md"


def test_an_error_is_told_and_clears_itself(project: Path, site: Path) -> None:
    live = Live()
    live.built(site)
    kettle = project / "content" / "thread.md"
    failures = {
        "Burnt.": ThreadsiteError("thread.md:1: it is burnt"),
        "Broken.": ZeroDivisionError("no water"),
    }

    def rebuild(_: Collection[Path], seen: Seen) -> None:
        if failure := failures.get(kettle.read_text()):
            raise failure
        seen(site)

    with (
        running(live, "127.0.0.1", 0) as server,
        following(project, live, rebuild),
        events(server) as told,
    ):
        good = told()
        kettle.write_text("Burnt.")
        assert told() == good | {"error": "thread.md:1: it is burnt"}
        assert live.state.root == site

        kettle.write_text("Broken.")
        assert told() == good | {"error": "ZeroDivisionError: no water"}

        kettle.write_text("Coffee.")
        mended = told()
        assert mended["error"] is None
        assert mended["build"] != good["build"]


def test_what_a_build_writes_itself_does_not_lead_to_the_next(project: Path, site: Path) -> None:
    written = project / "content" / "written.md"
    builds: queue.Queue[int] = queue.Queue()

    def rebuild(_: Collection[Path], seen: Seen) -> None:
        written.write_text("Always the same.")
        builds.put(1)
        seen(site)

    with following(project, Live(), rebuild):
        (project / "site.toml").write_text('[site]\ntitle = "Pots"\n')
        builds.get(timeout=20)
        builds.get(timeout=20)
        with pytest.raises(queue.Empty):
            builds.get(timeout=1)


def test_a_dump_that_the_site_has_only_now_is_watched(project: Path, site: Path) -> None:
    with following(project, Live(), lambda _, seen: seen(site)) as said:
        (project / "site.toml").write_text(
            '[site]\ntitle = "Kettles"\n[[dumps]]\npath = "dump.txt"\n'
        )
        assert said.get(timeout=20) == "changed: site.toml"
        while said.get(timeout=20) != "watching for changes":
            pass
        (project / "dump.txt").write_text("2")
        assert said.get(timeout=20) == "changed: dump.txt"


SERVE = """
import signal
import sys
from pathlib import Path
from threadsite.serve import serve
# A shell that starts tests in the background has them ignore interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)
def say(line):
    sys.stdout.write(line + "\\n")
    sys.stdout.flush()
serve(Path(sys.argv[1]), lambda _: Path(sys.argv[2]), port=0, say=say)
"""


def test_an_interrupt_ends_it(project: Path, site: Path) -> None:
    command = [sys.executable, "-c", SERVE, str(project), str(site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            if line == b"watching for changes\n":
                process.send_signal(signal.SIGINT)
                break
        try:
            rest, errors = process.communicate(timeout=20)
        finally:
            process.kill()

    assert process.returncode == 0
    assert rest == b"stopped\n"
    assert errors == b""
