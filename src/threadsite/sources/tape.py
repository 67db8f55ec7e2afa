"""A stream to be read, looked ahead in and wound back, one stretch at a time."""

from __future__ import annotations

import re

from threadsite.sources.feed import CHUNK
from threadsite.sources.reels import Reel


class Tape:
    """A reel as it is read: forwards, with a look ahead and a way back."""

    def __init__(self, reel: Reel) -> None:
        self._reel = reel
        self._data = b""
        self._at = 0
        self._over = False

    @property
    def fault(self) -> str | None:
        """Why the stretch ends before its time; known once its end is in sight."""
        return self._reel.fault

    @property
    def sealed(self) -> bool:
        """Whether a stretch that ends without a fault is surely whole."""
        return self._reel.sealed

    def turn(self) -> bool:
        """Go on to the next stretch, if there is one."""
        self._data, self._at = b"", 0
        self._over = not self._reel.turn()
        return not self._over

    def peek(self, size: int) -> bytes:
        """The next *size* bytes, which stay to be read; fewer only before the end."""
        while len(self._data) - self._at < size and self._grow():
            pass
        return self._data[self._at : self._at + size]

    def read(self, size: int) -> bytes:
        """The next *size* bytes; fewer only at the end."""
        parts = []
        while size > 0 and (part := self._some(size)):
            parts.append(part)
            size -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def skip(self, size: int) -> int:
        """Pass over *size* bytes; how many there were."""
        left = size
        while left and (part := self._some(min(left, CHUNK))):
            left -= len(part)
        return size - left

    def give_back(self, data: bytes) -> None:
        """Put *data*, just read, before what is next."""
        self._data, self._at = data + self._data[self._at :], 0

    def skip_to(self, pattern: re.Pattern[bytes], longest: int) -> int:
        """Pass over all before *pattern*, which is *longest* bytes at most, or all; how many."""
        passed = 0
        while not (found := pattern.search(self._data, self._at)):
            keep = max(self._at, len(self._data) - longest)
            passed += keep - self._at
            self._at = keep
            if not self._grow():
                passed += len(self._data) - self._at
                self._at = len(self._data)
                return passed
        passed += found.start() - self._at
        self._at = found.start()
        return passed

    def _some(self, size: int) -> bytes:
        if self._at == len(self._data) and not self._grow():
            return b""
        part = self._data[self._at : self._at + size]
        self._at += len(part)
        return part

    def _grow(self) -> bool:
        chunk = b"" if self._over else self._reel.more()
        self._over = not chunk
        if chunk:
            self._data, self._at = self._data[self._at :] + chunk, 0
        return bool(chunk)
