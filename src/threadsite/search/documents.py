"""What a result shows of a post: kept on disk while the index grows, written in blocks by date."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec

UNDATED = -1
LAST = date.max.toordinal() * 86_400 - 1
KEPT = 20_000
"""Characters of a post that excerpts and phrases are looked for in."""
SMALLEST, LARGEST = 16 * 1024, 176 * 1024
"""Bytes of a block: the fewer posts, the smaller, so that a small archive loads little."""
BLOCKS = 560

Row = tuple[str, str, str, int, str]
"""Address, title, author, number of the board, text."""

encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder(Row).decode


class Documents:
    """Posts in the order in which they came, and their order by date."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / "documents").open("w+b")
        self._ends = array("Q", (0,))
        self._seconds = array("q")

    def __len__(self) -> int:
        return len(self._seconds)

    @property
    def in_order(self) -> bool:
        """Whether the posts came by date, those without one first."""
        seconds = self._seconds
        return all(seconds[i] <= seconds[i + 1] for i in range(len(seconds) - 1))

    def add(self, row: Row, created: datetime | None) -> None:
        """Keep *row*; its text is cut where excerpts end."""
        *rest, text = row
        data = encode((*rest, text[:KEPT].strip().replace("\n", " ")))
        self._file.write(data)
        self._ends.append(self._ends[-1] + len(data))
        self._seconds.append(UNDATED if created is None else _seconds(created))

    def by_date(self) -> array[int]:
        """The posts as they came, in order of their dates; those without a date first."""
        return array("I", sorted(range(len(self)), key=self._seconds.__getitem__))

    def days(self, posts: array[int]) -> Iterator[date | None]:
        """The day of each of *posts*."""
        for post in posts:
            seconds = self._seconds[post]
            yield None if seconds < 0 else date.min + timedelta(days=seconds // 86_400)

    def blocks(self, posts: array[int]) -> Iterator[tuple[int, list[Row]]]:
        """*posts* in blocks of about equal size; of each the number of its first post."""
        target = min(max(self._ends[-1] // BLOCKS, SMALLEST), LARGEST)
        block: list[Row] = []
        filled = first = 0
        for number, post in enumerate(posts):
            data = self._read(post)
            if filled + len(data) > target and block:
                yield first, block
                block, filled, first = [], 0, number
            block.append(decode(data))
            filled += len(data)
        if block:
            yield first, block

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    def _read(self, post: int) -> bytes:
        start, end = self._ends[post], self._ends[post + 1]
        if self._file.tell() != start:
            self._file.seek(start)
        return self._file.read(end - start)


def _seconds(created: datetime) -> int:
    """Seconds since the first day there is; a date without a zone is taken as it stands."""
    offset = created.utcoffset() or timedelta()
    clock = created.hour * 3600 + created.minute * 60 + created.second
    seconds = (created.toordinal() - 1) * 86_400 + clock - int(offset.total_seconds())
    return min(max(seconds, 0), LAST)
