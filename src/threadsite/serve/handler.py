"""One request to a preview, and its answer: a built file, or one of two addresses of our own."""

from __future__ import annotations

import os
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from threadsite.serve.files import inside, media_type, segments, span
from threadsite.serve.live import Live, State
from threadsite.serve.reloading import OWN, script, waiting, with_reloading

if TYPE_CHECKING:
    from threadsite.serve.server import Preview

BREATH = 10.0
"""Seconds between signs of life, by which a page that was closed is noticed."""

CHUNK = 1 << 16
HEADERS = (
    ("Cache-Control", "no-cache"),
    ("X-Content-Type-Options", "nosniff"),
    # A page of another site could otherwise load the search index as a script.
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Preview
    server_version = "threadsite"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """Answer with a file, or with one of our own two addresses."""
        if not self.server.admits(self.headers.get("Host", "")):
            return self._text(HTTPStatus.FORBIDDEN, "This preview is for this machine only.")
        parts = segments(self.path)
        state = self.server.live.state
        if parts == (OWN, "events"):
            return self._events()
        if parts == (OWN, "reload.js"):
            return self._bytes(HTTPStatus.OK, script(), "text/javascript; charset=utf-8")
        if state.root is None:
            return self._page(HTTPStatus.SERVICE_UNAVAILABLE, waiting(state), state)
        return self._file(state, state.root, parts)

    do_HEAD = do_GET  # noqa: N815  (the name is the protocol's)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Requests are no news."""

    def _file(self, state: State, root: Path, parts: tuple[str, ...] | None) -> None:
        path = inside(root, parts) if parts is not None else None
        if path and path.is_dir():
            if parts and not self.path.partition("?")[0].endswith("/"):
                return self._moved(self.path.partition("?")[0].lstrip("/"))
            path = inside(root, (*(parts or ()), "index.html"))
        if path is None or not path.is_file():
            return self._missing(state, root)
        if path.suffix == ".html":
            return self._page(HTTPStatus.OK, path.read_bytes(), state)
        with path.open("rb") as file:
            return self._stream(file, media_type(path))

    def _missing(self, state: State, root: Path) -> None:
        page = inside(root, ("404.html",))
        if page is None:
            return self._text(HTTPStatus.NOT_FOUND, "There is no such page.")
        return self._page(HTTPStatus.NOT_FOUND, page.read_bytes(), state)

    def _moved(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", f"/{path}/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _page(self, status: HTTPStatus, data: bytes, state: State) -> None:
        self._bytes(status, with_reloading(data, state.build), "text/html; charset=utf-8")

    def _text(self, status: HTTPStatus, text: str) -> None:
        self._bytes(status, text.encode(), "text/plain; charset=utf-8")

    def _bytes(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        self._head(kind, len(data))
        if self.command == "GET":
            self.wfile.write(data)

    def _stream(self, file: BinaryIO, kind: str) -> None:
        stat = os.fstat(file.fileno())
        tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
        if tag in self.headers.get("If-None-Match", ""):
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", tag)
            return self.end_headers()
        current = self.headers.get("If-Range", tag) == tag
        part = span(self.headers.get("Range", ""), stat.st_size) if current else None
        start, end = part or (0, stat.st_size)
        if part and start == end:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{stat.st_size}")
            return self._head(kind, 0)
        self.send_response(HTTPStatus.PARTIAL_CONTENT if part else HTTPStatus.OK)
        if part:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{stat.st_size}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", tag)
        self._head(kind, end - start)
        if self.command == "GET":
            self._copy(file, start, end)
        return None

    def _copy(self, file: BinaryIO, start: int, end: int) -> None:
        file.seek(start)
        while start < end and (data := file.read(min(CHUNK, end - start))):
            self.wfile.write(data)
            start += len(data)

    def _head(self, kind: str, size: int) -> None:
        for name, value in (("Content-Type", kind), ("Content-Length", str(size)), *HEADERS):
            self.send_header(name, value)
        self.end_headers()

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        for name, value in HEADERS:
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self._tell(self.server.live)

    def _tell(self, live: Live) -> None:
        self.wfile.write(b"retry: 500\n\n")
        known = None
        while not live.closed:
            state = live.after(known, BREATH)
            self.wfile.write(state.event if state else b":\n\n")
            known = state or known
