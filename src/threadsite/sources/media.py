"""Pictures and attached files that a dump holds: those that are wanted, each once it is met."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from threadsite.sources.feed import MB, Limits, Meter, UnreadableError
from threadsite.sources.kinds import litter
from threadsite.sources.mediakinds import ending
from threadsite.sources.origin import Origin, unwrapped
from threadsite.sources.places import Places
from threadsite.sources.source import Item, Refused, failed, skipped
from threadsite.sources.walking import Walk

LARGEST = 64 * MB
"""Bytes of a file that is kept, unless the limits of the dump are narrower."""

# What can hold neither a picture nor an archive with pictures: not even opened.
PAGES = (".asp", ".aspx", ".css", ".htm", ".html", ".js", ".json", ".php", ".sql", ".xml")

# What a forum adds to every address for one visitor only.
SESSION = re.compile(r"(?<![^&])(?:sid|s|phpsessid)=[0-9a-z]{16,}(?:&|$)", re.I)

Wanted = Callable[[str, str | None], bool]
"""Whether the file of this name in the dump, and of this address if one is known, is wanted."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or an attached file."""

    name: str
    """Path inside the dump."""
    url: str | None
    """Where it was, if the dump or its place says."""
    ending: str
    """What a file of its kind is called, by its bytes: `.png`. No browser runs any of them."""
    data: bytes


def media(path: Path, wanted: Wanted, *, limits: Limits | None = None) -> Iterator[Media | Refused]:
    """Those things in the dump at *path* that are *wanted*, in the order of the dump.

    *wanted* is asked once about each thing, with its name and its address. Refused is only what is
    wanted: what cannot be read, or is nothing that may be kept, such as a page or a drawing that
    can run scripts.
    """
    allowed = limits or Limits()
    seeker = _Seeker(wanted, Places(path.resolve()))
    meter = Meter(replace(allowed, document=min(LARGEST, allowed.document)))
    walk = Walk(meter, seeker.foreign, seeker.whole, beside=True)
    for found in walk.below(path):
        if isinstance(found, Refused):
            if found.name == seeker.found:
                yield found
        elif found.item.name == seeker.found:
            try:
                yield _media(found.item, found.feed.all(), seeker.url)
            except UnreadableError as error:
                yield failed(found.item.name, str(error))


@dataclass(slots=True)
class _Seeker:
    """What is wanted, and the last thing that was."""

    wanted: Wanted
    places: Places
    found: str | None = None
    url: str | None = None

    def foreign(self, item: Item) -> str | None:
        url = item.url or self.places.origin(item.name).url
        if self.wanted(item.name, url):
            self.found, self.url = item.name, url
            return None
        self.found = None
        if item.media_type or item.name.lower().endswith(PAGES) or litter(item.name):
            return "not wanted"
        return None

    def whole(self, item: Item) -> bool:
        return item.name == self.found


def _media(item: Item, data: bytes, url: str | None) -> Media | Refused:
    kind = ending(data)
    if kind is None:
        return skipped(item.name, "no picture and no file of a kind that is kept")
    return Media(item.name, url, kind, data)


def url_key(url: str) -> str:
    """What two ways to write one address have in common: host without its usual port and `www.`,
    path, query without a session. An address in a web archive is the one that was captured."""
    try:
        parts = urlsplit(unwrapped(Origin(url.strip())).url or "")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return url
    host = host.removeprefix("www.") + (f":{port}" if port not in (None, 80, 443) else "")
    query = SESSION.sub("", parts.query).rstrip("&")
    query = f"?{unquote(query)}" if query else ""
    return f"{host}{unquote(parts.path) or '/'}{query}"


def names(address: str, document: str, url: str | None = None) -> tuple[str, ...]:
    """Names that a file may have in the dump, which *document* there mentions as *address*.

    *url* is the address of *document*. A dump keeps a relative address as it is; an absolute one
    on the same host may have become the same steps from folder to folder.
    """
    folder = posixpath.dirname(document)
    try:
        target, base = urlsplit(address), urlsplit(url or "")
    except ValueError:
        return ()
    if not target.scheme and not target.netloc:
        steps = target.path
    elif base.netloc and target.netloc == base.netloc:
        steps = posixpath.relpath(target.path or "/", posixpath.dirname(base.path) or "/")
    else:
        return ()
    # With another query it is another picture.
    steps += f"?{target.query}" if target.query else ""
    written = (steps, unquote(steps))
    joined = (posixpath.normpath(posixpath.join(folder, way)).lstrip("/") for way in written)
    return tuple(dict.fromkeys(name for name in joined if not name.startswith("..")))
