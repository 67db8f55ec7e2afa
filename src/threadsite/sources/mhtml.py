"""MHTML: a page as browsers save it into one file, with its pictures and its address.

Read here: the parser of the standard library takes gigabytes for a header made to hurt.
"""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from threadsite.sources.feed import Feed, UnreadableError, damage
from threadsite.sources.fields import END, LONGEST, charset, media_type, read_date, read_fields
from threadsite.sources.source import Item, Refused, failed, skipped

BOUNDARY = re.compile(r';\s{0,8}boundary\s{0,8}=\s{0,8}(?:"([^"]{1,200})"|([^\s;"]{1,200}))', re.I)
RELATED = re.compile(rb"^content-type:\s{0,8}multipart/related", re.I | re.M)
SAVED = re.compile(rb"^(?:snapshot-content-location:|from: <?saved by )", re.I | re.M)
PAGES = frozenset(("text/html", "application/xhtml+xml"))
ENDINGS = (".mht", ".mhtml")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing of a saved page."""

    fields: Mapping[str, str]
    data: bytes

    @property
    def url(self) -> str | None:
        """Where it was, if that was on the web."""
        return _web(self.fields.get("content-location", ""))


class Mhtml:
    """The source of pages saved into one file."""

    nests = False

    def claims(self, name: str, head: bytes) -> bool:
        """By two of: its name, a header of parts that belong together, who saved it."""
        if head.lstrip()[:1] == b"<":
            return False
        named = name.lower().endswith(ENDINGS)
        return named + bool(RELATED.search(head)) + bool(SAVED.search(head)) >= 2

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """The page under the name of the file, then what was saved with it."""
        data = feed.all()
        end = END.search(data, 0, LONGEST)
        fields = read_fields(data[: end.start()] if end else data[:LONGEST])
        found = BOUNDARY.search(fields.get("content-type", ""))
        if not end or not found:
            raise UnreadableError("damaged: its parts cannot be told apart")
        mark = b"--" + (found[1] or found[2]).encode()
        parts, whole = _parts(data, end.start(), mark)
        root = next((part for part in parts if media_type(part.fields) in PAGES), None)
        if root is None:
            yield failed(item.name, "damaged: the page itself is not in it")
        for part in parts:
            name = (
                item.name
                if part is root
                else item.inside((part.url or "part").partition("://")[2] or "part")
            )
            yield from _things(name, part, fields, feed, framed=part is not root)
        if not whole:
            yield failed(item.name, "cut off before its end")


def _things(
    name: str, part: Part, fields: Mapping[str, str], feed: Feed, *, framed: bool
) -> Iterator[Item | Refused]:
    kind = media_type(part.fields)
    if framed and (kind in PAGES or kind is None):
        yield skipped(name, "not a page: a frame of one")
        return
    stated = None if framed else _web(fields.get("snapshot-content-location", ""))
    yield Item(
        name,
        lambda: Feed(BytesIO(_decoded(part)), feed.meter),
        media_type=kind,
        url=part.url or stated,
        captured=read_date(fields.get("date", "")),
        charset=charset(part.fields),
    )


def _parts(data: bytes, start: int, mark: bytes) -> tuple[list[Part], bool]:
    """What stands between the lines that begin with *mark*, and whether the last one is there."""
    parts: list[Part] = []
    begin = None
    for found in re.finditer(rb"(?:^|\r?\n)" + re.escape(mark) + rb"(--)?[ \t]*(?=\r?\n|$)", data):
        if found.start() < start:
            continue
        if begin is not None:
            parts.append(_part(data[begin : found.start()]))
        begin = found.end()
        if found[1]:
            return parts, True
    if begin is not None and begin < len(data):
        parts.append(_part(data[begin:]))
    return parts, False


def _part(data: bytes) -> Part:
    end = END.search(data, 0, LONGEST)
    if not end:
        return Part({}, data)
    return Part(read_fields(data[: end.start()]), data[end.end() :])


def _decoded(part: Part) -> bytes:
    coding = part.fields.get("content-transfer-encoding", "").strip().lower()
    with damage():
        if coding == "base64":
            return base64.b64decode(part.data)
        return quopri.decodestring(part.data) if coding == "quoted-printable" else part.data


def _web(url: str) -> str | None:
    return url if url.lower().startswith(("http://", "https://")) else None
