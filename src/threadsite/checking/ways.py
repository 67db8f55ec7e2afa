"""Where an address leads, as a browser reads it on a page of the site: to which of its files."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from threadsite import urls

IGNORED = re.compile(r"[\t\r\n]+")
"""What a browser takes out of an address."""
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
SLASHES = re.compile(r"^([Hh][Tt][Tt][Pp][Ss]?:)/*|^(?=//)/+")
"""What stands before a host, which a browser finds behind more or fewer slashes too."""
RUNNING = frozenset({"javascript", "vbscript", "data"})
"""Schemes of addresses that no link of a page may have."""


class Way(NamedTuple):
    """Where an address leads."""

    file: str = ""
    """The file of the site; empty for all that is elsewhere."""
    fragment: str = ""
    foreign: str = ""
    """The address, where that is elsewhere."""
    wrong: str = ""
    """Why it leads nowhere."""


class Ways:
    """The ways of a site whose home is *home*, if it knows that."""

    def __init__(self, home: str | None) -> None:
        self.home = home.rstrip("/") + "/" if home else ""
        parts = urlsplit(self.home)
        self._origin = f"//{parts.netloc}" if home else ""
        self._root = unquote(parts.path) or "/"

    def way(self, page: str, address: str) -> Way:
        """Where *address* leads from *page*."""
        address = IGNORED.sub("", address.strip(" \f")).replace("\\", "/")
        scheme = SCHEME.match(address)
        if scheme and scheme[1].lower() not in {"http", "https"}:
            return Way(foreign=address)
        address = SLASHES.sub(lambda found: f"{found[1] or ''}//", address)
        try:
            parts = urlsplit(address)
        except ValueError:
            # Whose it is, a browser cannot say either.
            return Way(foreign=address)
        if parts.netloc and f"//{parts.netloc}" != self._origin:
            return Way(foreign=address)
        if parts.netloc:
            return self._below(parts.path or "/", parts.fragment)
        return self._near(page, parts.path, parts.fragment)

    def _near(self, page: str, path: str, fragment: str) -> Way:
        """The way to a *path* without a host."""
        if not path:
            return Way(page, unquote(fragment))
        if path.startswith("/"):
            return self._from_root(page, path, fragment)
        return _to(page[: page.rfind("/") + 1] + path, fragment)

    def _from_root(self, page: str, path: str, fragment: str) -> Way:
        """Only the page that a host shows at any address may start there."""
        if page != urls.NOT_FOUND or not self.home:
            return Way(wrong="starts at the root of the host, and not at that of the site")
        return self._below(path, fragment)

    def _below(self, path: str, fragment: str) -> Way:
        path = unquote(path)
        if path + "/" == self._root:
            path = self._root
        if not path.startswith(self._root):
            return Way(foreign=f"{self._origin}{path}")
        return _to(quote(path[len(self._root) :]), fragment)


def _to(path: str, fragment: str) -> Way:
    name = posixpath.normpath(unquote(path)) if path else "."
    if name == ".." or name.startswith("../"):
        return Way(wrong="leads out of the folder of the site")
    if name == "." or path.endswith("/"):
        name = posixpath.normpath(f"{name}/{urls.INDEX}")
    return Way(name, unquote(fragment))
