"""A tar, read as a stream. A header that is damaged costs its own member, and is told.

`tarfile` ends in silence at the first bad header and takes an extended header of any size into
memory, so only its reader of one header block is used.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from threadsite.sources.feed import Feed, UnreadableError
from threadsite.sources.source import Item, Refused, failed, skipped

BLOCK = 512
ZEROS = bytes(BLOCK)
LONGEST = 1 << 16
"""Bytes of an extended header; real ones hold a path."""
LONGEST_SIZE = 20
"""Digits."""

ODD = {
    tarfile.SYMTYPE: "symbolic link, not followed",
    tarfile.LNKTYPE: "link to another member",
    tarfile.CHRTYPE: "device",
    tarfile.BLKTYPE: "device",
    tarfile.FIFOTYPE: "pipe",
    tarfile.GNUTYPE_SPARSE: "sparse file",
}
PAX = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE)


class Tar:
    """The source of tar archives, of all dialects."""

    nests = True

    def claims(self, name: str, head: bytes) -> bool:
        """By its first header, or by its name when that is damaged."""
        return _header(head[:BLOCK]) is not None or (
            b"\0" in head and name.lower().endswith(".tar")
        )

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """Its files, in their order."""
        for entry in _entries(feed):
            if isinstance(entry, Refused):
                yield failed(item.name, entry.reason)
                continue
            name = item.inside(entry.name)
            if entry.refusal:
                yield skipped(name, entry.refusal)
            elif not entry.folder:
                yield Item(name, entry.opened)
            entry.pass_over()


@dataclass(slots=True)
class _Entry:
    """A member whose bytes come next in the feed."""

    name: str
    size: int
    kind: bytes
    feed: Feed
    sparse: bool = False
    left: int = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.size

    @property
    def folder(self) -> bool:
        return self.kind == tarfile.DIRTYPE or self.name.endswith("/")

    @property
    def refusal(self) -> str | None:
        return "sparse file" if self.sparse else ODD.get(self.kind)

    def opened(self) -> Feed:
        return Feed(self, self.feed.meter)

    def read(self, size: int, /) -> bytes:
        data = self.feed.read(min(size, self.left))
        if len(data) < min(size, self.left):
            raise UnreadableError("cut off before its end")
        self.left -= len(data)
        return data

    def close(self) -> None:
        """The feed goes on to the next member."""

    def pass_over(self) -> None:
        rest = self.left + -self.size % BLOCK
        if self.feed.skip(rest) < self.left:
            raise UnreadableError("cut off before its end")


def _entries(feed: Feed) -> Iterator[_Entry | Refused]:
    """The members, with what extended headers say of them; refused where blocks are damaged."""
    more: dict[str, str] = {}
    lost = 0
    last = block = b""
    while block := feed.read(BLOCK):
        last = block
        if block == ZEROS:
            continue
        info = _header(block)
        if info is None:
            lost += len(block)
            continue
        if lost:
            yield failed("", f"damaged: {lost} bytes before the next member cannot be read")
            lost, more = 0, {}
        if info.type in EXTENDED:
            more |= _extended(info, feed)
            continue
        yield _entry(info, more, feed)
        more = {}
    if lost:
        yield failed("", f"damaged: {lost} bytes cannot be read")
    elif last != ZEROS:
        yield failed("", "cut off: the mark of its end is missing")


def _header(block: bytes) -> tarfile.TarInfo | None:
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError, OverflowError):
        return None
    return info if info.size >= 0 else None


def _entry(info: tarfile.TarInfo, more: dict[str, str], feed: Feed) -> _Entry:
    size = more.get("size", "")
    # Links and folders may state a size, but have no bytes.
    stated = int(size) if size.isdecimal() and len(size) < LONGEST_SIZE else info.size
    bare = info.type in (tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.DIRTYPE)
    sparse = any(key.startswith("GNU.sparse.") for key in more)
    return _Entry(more.get("path", info.name), 0 if bare else stated, info.type, feed, sparse)


def _extended(info: tarfile.TarInfo, feed: Feed) -> dict[str, str]:
    padded = info.size + -info.size % BLOCK
    if info.size > LONGEST or info.type not in EXTENDED[:3]:
        feed.skip(padded)
        return {}
    data = feed.read(padded)[: info.size]
    if info.type == tarfile.GNUTYPE_LONGNAME:
        return {"path": data.rstrip(b"\0").decode("utf-8", "surrogateescape")}
    return dict(_records(data))


def _records(data: bytes) -> Iterator[tuple[str, str]]:
    """The records `length key=value` of a pax header, up to the first that is none."""
    at = 0
    while (space := data.find(b" ", at, at + 8)) > at:
        length = data[at:space]
        if not length.isdigit() or int(length) <= space - at:
            return
        key, _, value = data[space + 1 : at + int(length) - 1].partition(b"=")
        yield key.decode("utf-8", "replace"), value.decode("utf-8", "surrogateescape")
        at += int(length)


EXTENDED = (
    tarfile.GNUTYPE_LONGNAME,
    *PAX,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XGLTYPE,
)
