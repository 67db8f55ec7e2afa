"""A preview answers this machine with the built files alone, and follows every change."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from threadsite.errors import BuildError
from threadsite.serve.files import segments, span
from threadsite.serve.live import Live
from threadsite.serve.reloading import with_reloading
from threadsite.serve.server import Preview, running

SECRET = b"never to be served"
PAGE = b"<!doctype html><html><head><title>Kettles</title></head><body>Tea.</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_bytes(SECRET)
    (tmp_path / "public-2").mkdir()
    (tmp_path / "public-2" / "secret.txt").write_bytes(SECRET)
    root = tmp_path / "public"
    (root / "t").mkdir(parents=True)
    (root / "index.html").write_bytes(PAGE)
    (root / "t" / "index.html").write_bytes(PAGE)
    (root / "404.html").write_bytes(PAGE.replace(b"Tea.", b"Gone."))
    (root / "data.js").write_bytes(b"0123456789")
    (root / "чай.css").write_bytes(b"p{}")
    (root / ".threadsite-output").write_bytes(SECRET)
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "outside").symlink_to(tmp_path)
    (root / "inside.js").symlink_to(root / "data.js")
    return root


@pytest.fixture
def preview(site: Path) -> Iterator[Preview]:
    live = Live()
    live.built(site)
    with running(live, "127.0.0.1", 0) as server:
        yield server


def ask(server: Preview, target: str, *headers: str, method: str = "GET") -> tuple[int, str, bytes]:
    """Status, head and body of the answer to *target*, sent as it is."""
    lines = [f"{method} {target} HTTP/1.1", *headers]
    if not any(header.lower().startswith("host:") for header in headers):
        lines.append(f"Host: 127.0.0.1:{server.port}")
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape"))
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), head.decode("latin-1"), body


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/t/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/t/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%252e%252e/secret.txt",
        "/../public-2/secret.txt",
        "//secret.txt",
        "../secret.txt",
        "secret.txt",
        "/out.txt",
        "/outside/secret.txt",
        "/outside/public-2/secret.txt",
        "/.threadsite-output",
        "/data.js%00.html",
        "/%00",
        "/%ff",
        "/%c0%ae%c0%ae/secret.txt",
        "/" + "a" * 5000,
        "/" + "../" * 50 + "secret.txt",
        "http://127.0.0.1/../secret.txt",
        "file:///etc/passwd",
        "*",
    ],
)
def test_nothing_outside_the_site_is_served(preview: Preview, target: str) -> None:
    status, _, body = ask(preview, target)

    assert status in (400, 404, 414)
    assert SECRET not in body
    assert b"root:" not in body


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8000", "192.0.2.1", ""],
)
@pytest.mark.parametrize("target", ["/", "/data.js", "/__threadsite__/events"])
def test_another_host_is_turned_away(preview: Preview, host: str, target: str) -> None:
    status, _, body = ask(preview, target, f"Host: {host}")

    assert status == 403
    assert b"Tea" not in body
    assert b"0123" not in body


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1", "[::1]:8000"])
def test_this_machine_is_answered(preview: Preview, host: str) -> None:
    assert ask(preview, "/", f"Host: {host}")[0] == 200


def test_no_other_site_may_read_or_embed_an_answer(preview: Preview) -> None:
    for target in ("/", "/data.js", "/__threadsite__/reload.js", "/gone"):
        _, head, _ = ask(preview, target, "Origin: http://evil.example")
        assert "access-control-allow" not in head.lower()
        assert "Cross-Origin-Resource-Policy: same-origin" in head


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_only_reading_is_answered(preview: Preview, method: str) -> None:
    assert ask(preview, "/", method=method)[0] == 501


def test_a_page_is_served_with_the_script_that_reloads_it(preview: Preview, site: Path) -> None:
    status, head, body = ask(preview, "/")

    assert status == 200
    assert "Content-Type: text/html; charset=utf-8" in head
    assert "Cache-Control: no-cache" in head
    assert body == with_reloading(PAGE, preview.live.state.build)
    assert body.index(b"/__threadsite__/reload.js") < body.index(b"</head>")
    assert (site / "index.html").read_bytes() == PAGE


def test_the_policy_of_a_page_lets_it_hear_of_changes() -> None:
    page = b"""<meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head>"""

    assert b"""content="connect-src 'self'; default-src 'none'""" in with_reloading(page, "1")


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/data.js", "text/javascript; charset=utf-8"),
        ("/inside.js?v=2#x", "text/javascript; charset=utf-8"),
        ("/%D1%87%D0%B0%D0%B9.css", "text/css; charset=utf-8"),
    ],
)
def test_files_have_their_type(preview: Preview, target: str, kind: str) -> None:
    status, head, _ = ask(preview, target)

    assert status == 200
    assert f"Content-Type: {kind}" in head


def test_a_head_has_no_body(preview: Preview) -> None:
    for target in ("/", "/data.js", "/__threadsite__/events"):
        status, _, body = ask(preview, target, method="HEAD")
        assert (status, body) == (200, b"")


def test_a_folder_is_its_index(preview: Preview) -> None:
    assert b"Tea." in ask(preview, "/t/")[2]

    status, head, _ = ask(preview, "//t?x=1")

    assert status == 301
    assert "Location: /t/\r\n" in head + "\r\n"


def test_a_missing_page_is_told_by_the_site(preview: Preview, site: Path) -> None:
    status, _, body = ask(preview, "/gone.html")
    assert (status, b"Gone." in body) == (404, True)

    (site / "404.html").unlink()

    assert ask(preview, "/gone.html")[0] == 404


@pytest.mark.parametrize(
    ("header", "status", "body"),
    [
        ("bytes=2-4", 206, b"234"),
        ("bytes=7-", 206, b"789"),
        ("bytes=-3", 206, b"789"),
        ("bytes=0-99", 206, b"0123456789"),
        ("bytes=10-", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=4-2", 200, b"0123456789"),
        ("bytes=-", 200, b"0123456789"),
        ("bytes=0-1,3-4", 200, b"0123456789"),
        ("lines=1-2", 200, b"0123456789"),
    ],
)
def test_parts_of_a_file_are_served(
    preview: Preview, header: str, status: int, body: bytes
) -> None:
    got, head, data = ask(preview, "/data.js", f"Range: {header}")

    assert (got, data) == (status, body)
    assert ("Content-Range" in head) == (status != 200)


def test_a_file_that_has_not_changed_is_not_sent_again(preview: Preview) -> None:
    _, head, _ = ask(preview, "/data.js")
    tag = next(line.split(": ")[1] for line in head.splitlines() if line.startswith("ETag"))

    assert ask(preview, "/data.js", f"If-None-Match: {tag}")[::2] == (304, b"")
    assert ask(preview, "/data.js", 'If-None-Match: "other"')[0] == 200
    assert ask(preview, "/data.js", "Range: bytes=1-1", 'If-Range: "other"')[0] == 200
    assert ask(preview, "/data.js", "Range: bytes=1-1", f"If-Range: {tag}")[0] == 206


def test_before_the_first_site_there_is_a_page_that_waits() -> None:
    with running(Live(), "127.0.0.1", 0) as server:
        status, _, body = ask(server, "/")

    assert status == 503
    assert b"being built" in body
    assert b"reload.js" in body


def test_a_port_that_is_taken_gives_way_to_the_next() -> None:
    with (
        running(Live(), "127.0.0.1", 0) as first,
        running(Live(), "127.0.0.1", first.port) as second,
    ):
        assert first.port < second.port < first.port + 50


def test_a_host_that_is_not_ours_is_an_error() -> None:
    with pytest.raises(BuildError, match=r"cannot listen on 192\.0\.2\.1:0"):
        running(Live(), "192.0.2.1", 0).__enter__()


def test_a_preview_for_the_network_answers_to_numbers_only() -> None:
    with running(Live(), "0.0.0.0", 0) as server:
        assert server.admits("192.0.2.7:8000")
        assert server.admits("localhost")
        assert not server.admits("evil.example")
        assert server.url == f"http://localhost:{server.port}/"


def test_nothing_is_left_running(site: Path) -> None:
    before = threading.active_count()
    live = Live()
    with running(live, "127.0.0.1", 0) as server:
        connection = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        connection.sendall(b"GET /__threadsite__/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert connection.recv(100)

    # The stream has an end: its thread is done.
    while connection.recv(65536):
        pass
    connection.close()
    for thread in threading.enumerate():
        if thread.name.startswith("Thread-") and thread is not threading.current_thread():
            thread.join(timeout=10)
    assert threading.active_count() <= before


def test_segments_are_what_a_browser_would_ask_for() -> None:
    assert segments("/t/5-kettles.html?x=/../#y") == ("t", "5-kettles.html")
    assert segments("/") == ()
    assert segments("t") is None


def test_a_span_lies_within_the_file() -> None:
    for size in range(4):
        for header in (f"bytes={a}-{b}" for a in ("", 0, 1, 2, 5) for b in ("", 0, 1, 2, 5)):
            start, end = span(header, size) or (0, size)
            assert 0 <= start <= end <= size


def test_a_large_file_comes_whole(preview: Preview, site: Path) -> None:
    big = os.urandom(300_000)
    (site / "big.bin").write_bytes(big)

    _, head, body = ask(preview, "/big.bin")

    assert body == big
    assert "Content-Length: 300000" in head
