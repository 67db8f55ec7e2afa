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

    def ahead(self, size: int) -> int:
        """How many bytes there are still to be read, up to *size*."""
        self._fill(size)
        return min(len(self._data) - self._at, size)

    def peek(self, size: int, behind: int = 0) -> bytes:
        """The *size* bytes *behind* the next ones, which stay to be read; fewer only at the end."""
        self._fill(behind + size)
        start = self._at + behind
        return self._data[start : start + size]

    def read(self, size: int) -> bytes:
        """The next *size* bytes; fewer only at the end."""
        self._fill(size)
        data = self._data[self._at : self._at + size]
        self._at += len(data)
        return data

    def skip(self, size: int) -> int:
        """Pass over *size* bytes; how many there were."""
        left = size
        while left and (passed := self.ahead(min(left, CHUNK))):
            self._at += passed
            left -= passed
        return size - left

    def skip_to(self, pattern: re.Pattern[bytes], longest: int) -> int:
        """Pass over all before *pattern*, which is *longest* bytes at most, or all; how many."""
        passed = 0
        while not (found := pattern.search(self._data, self._at)):
            have = len(self._data) - self._at
            keep = min(have, longest)
            if self.ahead(have + 1) == have:
                self._at += have
                return passed + have
            passed += have - keep
            self._at += have - keep
        passed += found.start() - self._at
        self._at = found.start()
        return passed

    def _fill(self, size: int) -> None:
        have = len(self._data) - self._at
        if have >= size or self._over:
            return
        # Ever more at once: what is asked for step by step is not copied at each step.
        wanted = max(size, have + have // 2)
        parts = [self._data[self._at :]]
        while have < wanted and not self._over:
            parts.append(self._reel.more())
            self._over = not parts[-1]
            have += len(parts[-1])
        self._data, self._at = b"".join(parts), 0
