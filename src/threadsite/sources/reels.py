"""Bytes in stretches: where a stretch ends in damage, the next sound place begins another."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Protocol

from threadsite.sources.feed import CHUNK, Feed, UnreadableError

MAGIC = b"\x1f\x8b\x08"
PACKED_CHUNK = 1 << 16
TRIAL = 2048
"""Packed bytes that show whether something worth reading begins with them."""

TELLING = 16
"""Unpacked bytes that show whether they go on with what was before."""

WINDOW = 1 << 18
"""Packed bytes looked at once more when the member that they seemed to be of is damaged."""


class Reel(Protocol):
    """What a tape takes its bytes from."""

    fault: str | None
    """Why the stretch ended before its time, None while nothing is wrong."""
    sealed: bool
    """Whether a stretch that ended without a fault is surely whole."""

    def more(self) -> bytes:
        """The next bytes of the stretch; none at its end."""

    def turn(self) -> bool:
        """Go on to the next stretch, if there is one."""


class Plain:
    """A feed as it is: one stretch."""

    sealed = False

    def __init__(self, feed: Feed) -> None:
        self.fault: str | None = None
        self._feed = feed

    def more(self) -> bytes:
        """The next bytes of the feed."""
        try:
            return self._feed.read(CHUNK)
        except UnreadableError as error:
            self.fault = str(error)
            return b""

    def turn(self) -> bool:
        """There is no other."""
        return False


class Gunzipped:
    """The members of a gzip. One that begins as *start* says begins a stretch; so its end is known
    whatever its records say of their lengths, and a damaged one costs no other."""

    sealed = True

    def __init__(self, feed: Feed, start: Callable[[bytes], object]) -> None:
        self.fault: str | None = None
        self._feed = feed
        self._start = start
        self._paused = self._ended = False
        self._inflate = zlib.decompressobj(31)
        self._rest = self._chunk = self._back = b""
        self._spent = self._taken = 0

    def more(self) -> bytes:
        """The next bytes of the stretch, out of as many members as it takes."""
        while not (self.fault or self._paused or self._ended):
            try:
                if data := self._next_member() if self._inflate.eof else self._inflated():
                    return data
            except zlib.error:
                self.fault = "damaged"
            except UnreadableError as error:
                self.fault = str(error)
        return b""

    def turn(self) -> bool:
        """Go on with the next member, or with the first that begins a stretch behind the damage."""
        if self.fault:
            self.fault = None
            return self._search()
        if self._paused:
            self._paused = False
            self._open(self._rest)
        return not self._ended

    def _inflated(self) -> bytes:
        fresh = bool(self._rest) or self._fetch()
        data = self._inflate.decompress(self._rest, CHUNK)
        self._rest = self._inflate.unused_data or self._inflate.unconsumed_tail
        if not (data or fresh or self._inflate.eof):
            raise UnreadableError("cut off before its end")
        self._spent += len(data)
        unpacked = self._feed.unpacked
        rate = self._feed.cost() / unpacked if unpacked else 1.0
        self._feed.meter.spend(len(data), self._spent, self._taken * rate)
        return data

    def _next_member(self) -> bytes:
        """Go on within the stretch, if what comes is sure to be no other's and no damage."""
        self._rest = self._rest.lstrip(b"\0")
        while len(self._rest) < TRIAL and self._fetch():
            self._rest = self._rest.lstrip(b"\0")
        head = tried(self._rest[:TRIAL])
        self._ended = not self._rest
        self._paused = len(head) < TELLING or bool(self._start(head))
        if not self._paused:
            self._open(self._rest)
        return b""

    def _open(self, packed: bytes) -> None:
        self._inflate = zlib.decompressobj(31)
        self._chunk = self._rest = packed
        self._back = b""
        self._spent, self._taken = 0, len(packed)

    def _fetch(self) -> bool:
        """Add packed bytes to those that wait."""
        chunk = self._feed.read(PACKED_CHUNK)
        self._back = (self._back + self._chunk)[-WINDOW:]
        self._chunk = chunk
        self._rest += chunk
        self._taken += len(chunk)
        return bool(chunk)

    def _search(self) -> bool:
        """Find the next member that begins a stretch, from the byte after the last beginning."""
        data, at = self._back + self._chunk, 1
        while True:
            found = data.find(MAGIC, at)
            start = found if found >= 0 else max(at, len(data) - len(MAGIC) + 1)
            if len(data) - start < TRIAL and (chunk := self._raw()):
                data, at = data[start:] + chunk, 0
            elif found < 0:
                return False
            elif self._start(tried(data[found : found + TRIAL])):
                self._open(data[found:])
                return True
            else:
                at = found + 1

    def _raw(self) -> bytes:
        try:
            return self._feed.read(PACKED_CHUNK)
        except UnreadableError:
            return b""


def tried(packed: bytes) -> bytes:
    """What *packed* begins with once unpacked; nothing if it is no gzip."""
    try:
        return zlib.decompressobj(31).decompress(packed, TRIAL)
    except zlib.error:
        return b""
