"""An archive that is but a list of threads, as search asks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import date

from threadsite.search import PLACES, Access, Entry, Held


class Made:
    """Threads by their rows; with it goes a stamp, which tells posts of one day apart."""

    def __init__(self, threads: dict[int, list[Entry]]) -> None:
        self._threads = threads
        self.asked: list[int] = []
        """The rows of the threads whose posts were asked for."""

    @property
    def access(self) -> Access:
        """Opens it."""
        return lambda: nullcontext(self)

    def threads(self) -> Iterator[Held]:
        """All threads, by their rows."""
        for row, entries in sorted(self._threads.items()):
            yield Held(row, repr(entries).encode(), len(entries))

    def order(self) -> Iterator[tuple[int, date | None]]:
        """The row and the day of each post by date, those without one first."""
        posts = [(e.created or date.min, e.url, row) for row, e in self._rows()]
        by_row = dict(self._rows())
        for _, _, row in sorted(posts):
            yield row, by_row[row].created

    def entries(self, thread: int) -> Iterator[Entry]:
        """The posts of the thread in that row, in their order."""
        self.asked.append(thread)
        return iter(self._threads[thread])

    def entries_at(self, rows: Sequence[int]) -> Iterator[Entry]:
        """The posts in *rows*, in this order."""
        return map(dict(self._rows()).__getitem__, rows)

    def boards(self) -> Iterator[tuple[str, tuple[str, ...], int]]:
        """Key, titles from the outermost on, and number of posts of each board that holds some."""
        found = [(e.board_key, e.board) for _, e in self._rows() if e.board]
        return ((*board, found.count(board)) for board in dict.fromkeys(found))

    def authors(self) -> Iterator[tuple[str, str, int]]:
        """Key, name and number of posts of everyone who wrote some."""
        found = [entry.author_key for _, entry in self._rows()]
        names = {entry.author_key: entry.author for _, entry in self._rows()}
        return ((key, name, found.count(key)) for key, name in names.items())

    def has(self) -> frozenset[str]:
        """What posts can hold."""
        return frozenset().union(*(entry.has for _, entry in self._rows()))

    def _rows(self) -> Iterator[tuple[int, Entry]]:
        for row, entries in self._threads.items():
            for place, entry in enumerate(entries, 1):
                yield (row << PLACES) + place, entry
