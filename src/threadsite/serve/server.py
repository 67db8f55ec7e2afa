"""The server of a preview: for this machine, whatever name a stranger gives it."""

from __future__ import annotations

import errno
import ipaddress
import os
import re
import socket
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from typing import cast

from threadsite.errors import BuildError
from threadsite.serve.handler import Handler
from threadsite.serve.live import Live

TRIES = 50
"""How many ports are tried upwards."""

PORT = re.compile(r":\d{1,5}$")


class Preview(ThreadingHTTPServer):
    """A server that answers with the last good site and tells open pages of the next."""

    daemon_threads = True
    # Elsewhere this would let another program take the port over.
    allow_reuse_address = os.name == "posix"

    def __init__(self, live: Live, host: str, port: int) -> None:
        self.live = live
        self.host = host
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), Handler)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where the home page is."""
        name = "localhost" if _any(self.host) else self.host
        return f"http://{f'[{name}]' if ':' in name else name}:{self.port}/"

    def server_bind(self) -> None:
        """Bind without asking the name service who we are, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.port

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in mid-answer is no error."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(cast("socket.socket", request), client_address)

    def admits(self, header: str) -> bool:
        """Whether a request to the host that *header* names is meant for us.

        A name that is not ours is one that a stranger has pointed to this machine.
        """
        host = PORT.sub("", header).lower()
        if host in {"localhost", "127.0.0.1", "[::1]", self.host.lower()}:
            return True
        return _any(self.host) and _numeric(host.strip("[]"))


@contextmanager
def running(live: Live, host: str, port: int) -> Iterator[Preview]:
    """A preview of *live* that answers while the context lasts, on *port* or the next free one."""
    with _listening(live, host, port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            live.close()
            server.shutdown()
            thread.join()


def _listening(live: Live, host: str, port: int) -> Preview:
    for candidate in range(port, min(port + TRIES, 65536) if port else 1):
        try:
            return Preview(live, host, candidate)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise BuildError(f"cannot listen on {host}:{port}: {error.strerror}") from None
    raise BuildError(f"no free port from {port} to {port + TRIES - 1}; choose one with --port")


def _any(host: str) -> bool:
    return host in ("", "0.0.0.0", "::")  # noqa: S104  (compared, not bound)


def _numeric(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
