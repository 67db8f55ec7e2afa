"""Posts are numbered by date: the number of each, and which posts are of which day."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from datetime import date

from threadsite.search.entries import PLACES, Held, Source

PLACE = (1 << PLACES) - 1


class Numbers:
    """The posts in their order. It takes twelve bytes a post."""

    def __init__(self, source: Source, threads: Iterable[Held]) -> None:
        self.rows = array("Q")
        """The row of each post by its number."""
        self.days: dict[date | None, int] = {}
        """Each day on which there are posts and the number of its first; None has those undated."""
        self._starts: dict[int, int] = {}
        total = 0
        for thread in threads:
            self._starts[thread.row] = total
            total += thread.posts
        self._numbers = array("I", bytes(4 * total))
        self._read(source)

    def of_thread(self, thread: Held) -> array[int]:
        """The number of each post of *thread*, in their order there."""
        start = self._starts[thread.row]
        return self._numbers[start : start + thread.posts]

    def table(self) -> dict[str, object]:
        """How many posts have no date, and each year with the number of its first post."""
        years: dict[int, int] = {}
        first = len(self.rows)
        for day, number in self.days.items():
            if day:
                first = min(first, number)
                years.setdefault(day.year, number)
        return {"undated": first, "years": list(years.items())}

    def _read(self, source: Source) -> None:
        rows, numbers, starts, days = self.rows, self._numbers, self._starts, self.days
        for number, (row, day) in enumerate(source.order()):
            rows.append(row)
            numbers[starts[row >> PLACES] + (row & PLACE) - 1] = number
            if day not in days:
                days[day] = number
