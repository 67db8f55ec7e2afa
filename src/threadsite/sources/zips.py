"""A zip: every member that its list names, or that is found without the list."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import BinaryIO, cast

from threadsite.sources.feed import Feed, Readable, UnreadableError, damage
from threadsite.sources.salvage import SIGNATURE as LOCAL
from threadsite.sources.salvage import Stray, at, strays
from threadsite.sources.source import Item, Refused, failed, skipped

EMPTY = b"PK\x05\x06"
FIXED = 30
"""Bytes of the header of a member before its name."""

ENCRYPTED = 0x1
UTF8 = 0x800


class Zip:
    """The source of zip archives."""

    nests = True

    def claims(self, name: str, head: bytes) -> bool:
        """By its first header, or by its name when that is damaged."""
        return head.startswith((LOCAL, EMPTY)) or (b"\0" in head and name.lower().endswith(".zip"))

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """Its files, in the order of its list."""
        file = feed.file()
        with damage():
            size = file.seek(0, 2)
        whole = _Whole(item, file, size, feed)
        try:
            with damage():
                archive = zipfile.ZipFile(file)
        except UnreadableError:
            yield failed(item.name, "damaged: its list of members cannot be read")
            yield from whole.unlisted([(0, size)])
            return
        with archive:
            yield from whole.listed(archive)
            strayed = whole.unlisted(_gaps(archive, file))
            if first := next(strayed, None):
                yield failed(item.name, "damaged: its list leaves out members")
                yield first
                yield from strayed


@dataclass(frozen=True, slots=True)
class _Whole:
    """The archive that members are of."""

    item: Item
    file: BinaryIO
    size: int
    feed: Feed

    def listed(self, archive: zipfile.ZipFile) -> Iterator[Item | Refused]:
        """The members that its list names."""
        overlapping = _overlapping(archive)
        for info in archive.infolist():
            if info.is_dir():
                continue
            name = self.item.inside(_name(info))
            reason = _refusal(info, overlapping)
            open_ = partial(self._open, archive, info)
            yield failed(name, reason) if reason else Item(name, open_)

    def unlisted(self, stretches: Iterable[tuple[int, int]]) -> Iterator[Item | Refused]:
        """The members that stand in *stretches* of it."""
        for start, end in stretches:
            for found in strays(self.file, start, end):
                yield self._stray(found)

    def _open(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Feed:
        with damage():
            raw = cast("Readable", archive.open(info))
        return Feed(raw, self.feed.meter, lambda: info.compress_size * self._cost)

    def _stray(self, found: Stray | str) -> Item | Refused:
        if isinstance(found, str):
            return failed(self.item.name, found)
        name = self.item.inside(found.name)
        if found.refusal:
            return failed(name, found.refusal)
        return Item(name, lambda: Feed(found, self.feed.meter, lambda: found.packed * self._cost))

    @property
    def _cost(self) -> float:
        """Bytes on disk behind a byte of it; fewer than 1 if it was itself unpacked."""
        return self.feed.cost() / self.size if self.feed.unpacked == self.size else 1.0


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & UTF8:
        return info.filename
    # Without the flag it is CP437 by the book; most programs write UTF-8 all the same.
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def _refusal(info: zipfile.ZipInfo, overlapping: frozenset[int]) -> str | None:
    if id(info) in overlapping:
        return "shares its bytes with another member"
    if info.flag_bits & ENCRYPTED:
        return "encrypted"
    if info.compress_type not in READABLE:
        return f"compressed by method {info.compress_type}, which cannot be undone"
    return None


READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


def _gaps(archive: zipfile.ZipFile, file: BinaryIO) -> Iterator[tuple[int, int]]:
    """The stretches before the list that no member of the list accounts for."""
    end = 0
    for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
        start = info.header_offset
        if 0 <= start < archive.start_dir and at(file, start, len(LOCAL)) == LOCAL:
            yield end, start
            end = start + FIXED + info.compress_size
    yield end, archive.start_dir


def _overlapping(archive: zipfile.ZipFile) -> frozenset[int]:
    """Members whose bytes run into the next: so a small zip names a huge one."""
    infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
    return frozenset(
        id(info)
        for info, after in pairwise(infos)
        if info.header_offset + FIXED + info.compress_size > after.header_offset
    )


class Wacz(Zip):
    """The source of WACZ: zips of web archives and of lists about them."""

    def claims(self, name: str, head: bytes) -> bool:
        """By its name, if it is a zip."""
        return name.lower().endswith(".wacz") and super().claims(name, head)

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """Its web archives."""
        for found in super().members(item, feed):
            kept = isinstance(found, Refused) or found.name.startswith(
                item.inside("archive/x")[:-1]
            )
            yield found if kept else skipped(found.name, "a list of the WACZ")
