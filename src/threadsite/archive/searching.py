"""An archive as search asks it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from threadsite import urls
from threadsite.archive.shapes import texts
from threadsite.archive.tables import PLACES
from threadsite.rows import UNNAMED
from threadsite.search import Entry, Held
from threadsite.stamps import START, ZONES

THREADS = """
SELECT t.id, t.posts, t.key, t.digest, b.key, a.key, a.name
FROM thread AS t LEFT JOIN board AS b ON b.path = t.board
LEFT JOIN told AS o ON o.thread = t.id LEFT JOIN author AS a ON a.id = o.author
ORDER BY t.id, o.author, o.place
"""
ORDER = """
SELECT p.row, p.created FROM post AS p JOIN thread AS t ON t.id = p.thread
ORDER BY p.created, t.key, p.number
"""
ENTRIES = """
SELECT t.key, p.number, p.anchor, t.title, a.name, a.key, t.board, b.key, p.created, w.own,
  w.quoted, p.has, p.row
FROM post AS p JOIN thread AS t ON t.id = p.thread JOIN author AS a ON a.id = p.author
JOIN words AS w ON w.row = p.row LEFT JOIN board AS b ON b.path = t.board
"""
IN_THREAD = f"{ENTRIES} WHERE p.row BETWEEN ? AND ? ORDER BY p.row"
AT_ROWS = f"{ENTRIES} WHERE p.row IN ({{}})"
MOST = 500
"""Rows that are asked for at a time."""
BOARDS = """
SELECT b.key, b.path, sum(t.posts) FROM board AS b JOIN thread AS t ON t.board = b.path
WHERE t.posts GROUP BY b.path
"""
AUTHORS = "SELECT key, name, posts FROM author WHERE posts"
HAS = "SELECT DISTINCT has FROM post"
SECONDS = 86_400
LAST = (date.max - START.date()).days


class Searching:
    """What the index of an archive in *db* tells to search."""

    def __init__(self, db: sqlite3.Connection, posts_per_page: int) -> None:
        self._db = db
        self._posts_per_page = posts_per_page

    def threads(self) -> Iterator[Held]:
        """All threads, by their rows."""
        for row, found in groupby(self._db.execute(THREADS), key=itemgetter(0)):
            told = [fields[1:] for fields in found]
            mark = hashlib.blake2b(repr(told).encode(), digest_size=12).digest()
            yield Held(row, mark, told[0][0])

    def order(self) -> Iterator[tuple[int, date | None]]:
        """The row and the day of each post by date, those without one first."""
        return ((row, _day(created)) for row, created in self._db.execute(ORDER))

    def entries(self, thread: int) -> Iterator[Entry]:
        """The posts of the thread in that row, in their order."""
        first = thread << PLACES
        rows = self._db.execute(IN_THREAD, (first, first + (1 << PLACES) - 1))
        return (self._entry(row[:-1]) for row in rows)

    def entries_at(self, rows: Sequence[int]) -> Iterator[Entry]:
        """The posts in *rows*, in this order."""
        for start in range(0, len(rows), MOST):
            wanted = rows[start : start + MOST]
            query = AT_ROWS.format(", ".join("?" * len(wanted)))
            found = {row[-1]: row[:-1] for row in self._db.execute(query, wanted)}
            yield from (self._entry(found[row]) for row in wanted)

    def boards(self) -> Iterator[tuple[str, tuple[str, ...], int]]:
        """Key, titles from the outermost on, and number of posts of each board that holds some."""
        for key, path, posts in self._db.execute(BOARDS):
            yield key, texts(path), posts

    def authors(self) -> Iterator[tuple[str, str, int]]:
        """Key, name and number of posts of everyone who wrote some."""
        for key, name, posts in self._db.execute(AUTHORS):
            yield key, name or UNNAMED, posts

    def has(self) -> frozenset[str]:
        """What posts can hold."""
        return frozenset(kind for (found,) in self._db.execute(HAS) for kind in found.split())

    def _entry(self, row: tuple[Any, ...]) -> Entry:
        key, number, anchor, title, name, author, board, board_key, created, own, quoted, has = row
        page = urls.page_of(number, self._posts_per_page)
        return Entry(
            url=f"{_page(key, page)}#{anchor}",
            thread=key,
            title=title,
            author=name or UNNAMED,
            author_key=author,
            board=_titles(board),
            board_key=board_key or "",
            created=_day(created),
            text=own,
            quoted=quoted,
            has=frozenset(has.split()),
        )


@contextmanager
def searching(index_file: Path, posts_per_page: int) -> Iterator[Searching]:
    """What the index in *index_file* tells to search; to be read only, by any process at a time,
    and as long as nobody changes it."""
    db = sqlite3.connect(f"{index_file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        yield Searching(db, posts_per_page)
    finally:
        db.close()


def _day(created: int | None) -> date | None:
    """The day of a stamp, in UTC as stamps sort; there may be none so early or so late."""
    return None if created is None else _date(min(max(created // (ZONES * SECONDS), 0), LAST))


@lru_cache(maxsize=4096)
def _date(days: int) -> date:
    return START.date() + timedelta(days=days)


@lru_cache(maxsize=4096)
def _titles(board: str | None) -> tuple[str, ...]:
    return texts(board)


@lru_cache(maxsize=4096)
def _page(key: str, page: int) -> str:
    return urls.thread(key, page)
