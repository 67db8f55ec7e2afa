"""An archive counted: by month, hour and board, by thread, and by who quotes whom.

A day or an hour is the one that the post states, in whatever zone that is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Literal, NamedTuple

from threadsite.archive import shapes
from threadsite.archive.shapes import texts
from threadsite.archive.tables import IN_BOARD, POSTS, THREAD_ORDERS
from threadsite.rows import AuthorRef, PostRow

_ZONE = "{0}.created & 4095"
_SECONDS = "({0}.created >> 12) + ({1} <> 0) * (({1}) - 1440) * 60".format("{0}", _ZONE)
LOCAL = f"({_SECONDS})".format("p")
"""Seconds from the first day of the calendar to when `p` says it was written, by its own clock."""
# A midnight without a zone is how a mere day is kept.
CLOCKED = "(p.created & 4095 OR (p.created >> 12) % 86400)"

YEARS = """
SELECT month / 12, count(*) FROM post WHERE month IS NOT NULL GROUP BY 1 ORDER BY 1
"""
MONTHS = """
SELECT month, count(*), count(DISTINCT author) FROM post
WHERE month IS NOT NULL GROUP BY month ORDER BY month
"""
INFERRED = "SELECT total(inferred) FROM post INDEXED BY post_by_month WHERE month IS NOT NULL"
# The first day of the calendar is a Monday.
HOURS = f"""
SELECT {LOCAL} / 3600 % 168, count(*) FROM post AS p
WHERE p.created IS NOT NULL AND {CLOCKED} GROUP BY 1 ORDER BY 1
"""  # noqa: S608  (constants)
BOARD_YEARS = """
SELECT t.board, n.year, sum(n.posts) FROM
  (SELECT thread, month / 12 AS year, count(*) AS posts FROM post
   WHERE month IS NOT NULL GROUP BY month, thread) AS n
JOIN thread AS t ON t.id = n.thread WHERE t.board IS NOT NULL
GROUP BY t.board, n.year ORDER BY t.board, n.year
"""
OF_BOARD = f"FROM thread AS t JOIN board AS b ON b.path = t.board WHERE {IN_BOARD}"
LENGTHS = "SELECT posts, count(*) FROM thread GROUP BY posts ORDER BY posts"
_PERSON = "{0}.key, {0}.name, {0}.title, {0}.avatar, {0}.inferred, {0}.guest"
_PEOPLE = f"{_PERSON.format('a')}, {_PERSON.format('b')}"
QUOTES = f"""
SELECT n.times, {_PEOPLE} FROM
  (SELECT p.author AS one, h.author AS two, count(*) AS times FROM answer AS w
   JOIN post AS p ON p.row = w.by JOIN post AS h ON h.row = w.of
   WHERE p.author <> h.author GROUP BY 1, 2) AS n
JOIN author AS a ON a.id = n.one JOIN author AS b ON b.id = n.two
ORDER BY n.times DESC, a.key, b.key LIMIT ?
"""  # noqa: S608  (constants)
QUOTED = """
JOIN (SELECT of, count(*) AS times FROM answer GROUP BY of HAVING times > 1) AS w ON w.of = p.row
ORDER BY w.times DESC, t.key, p.number LIMIT :limit
"""
QUOTED_OF = """
JOIN (SELECT w.of, count(*) AS times FROM author AS o JOIN post AS m ON m.author = o.id
  JOIN answer AS w ON w.of = m.row WHERE o.key = :author
  GROUP BY w.of HAVING times > 1) AS w ON w.of = p.row
ORDER BY w.times DESC, t.key, p.number LIMIT :limit
"""
PARTNERS = f"""
SELECT count(*) AS times, {_PERSON.format("b")} FROM author AS a
JOIN post AS m ON m.author = a.id JOIN answer AS w ON w.{{own}} = m.row
JOIN post AS h ON h.row = w.{{other}} JOIN author AS b ON b.id = h.author
WHERE a.key = ? AND b.id <> a.id GROUP BY b.id ORDER BY times DESC, b.key LIMIT ?
"""  # noqa: S608  (constants)
AUTHOR_YEARS = """
SELECT p.month / 12, count(*) FROM author AS a JOIN post AS p ON p.author = a.id
WHERE a.key = ? AND p.month IS NOT NULL GROUP BY 1 ORDER BY 1
"""
AUTHOR_BOARDS = """
SELECT t.board, count(*) FROM author AS a JOIN post AS p ON p.author = a.id
JOIN thread AS t ON t.id = p.thread WHERE a.key = ? AND t.board IS NOT NULL
GROUP BY t.board ORDER BY 2 DESC, t.board
"""
TITLES = """
SELECT o.title, count(*) FROM author AS a JOIN told AS o ON o.author = a.id
WHERE a.key = ? AND o.title IS NOT NULL GROUP BY o.title ORDER BY 2 DESC, 1
"""
OF_MONTH = f"""
WITH held AS (
  SELECT min(p.row) AS row, count(*) AS posts, {LOCAL} / 86400 AS day, min(p.created) AS begun
  FROM post AS p WHERE p.month = :month GROUP BY day, p.thread)
SELECT n.day, t.title, t.key, p.number, p.anchor, n.posts
FROM held AS n JOIN post AS p ON p.row = n.row JOIN thread AS t ON t.id = p.thread
ORDER BY n.day, n.begun, t.key
"""  # noqa: S608  (constants)
NEAR_MONTHS = """
SELECT (SELECT max(month) FROM post WHERE month < :month),
  (SELECT min(month) FROM post WHERE month > :month)
"""
BEGUN = f"""
SELECT month, day, title, key, begun FROM
  (SELECT *, row_number() OVER (PARTITION BY month, day ORDER BY posts DESC, key) AS place FROM
    (SELECT p.month % 12 + 1 AS month, {LOCAL} / 86400 AS begun, t.posts, t.key, t.title,
       CAST(strftime('%d', {LOCAL} / 86400 + 1721425.5) AS INTEGER) AS day
     FROM thread AS t JOIN post AS p ON p.row = (t.id << 32) + 1 WHERE p.month IS NOT NULL))
WHERE place <= ? ORDER BY month, day, begun, key
"""  # noqa: S608  (constants)


class OfMonth(NamedTuple):
    """What a month holds."""

    month: int
    """Twelve times the year, and the month from 0."""
    posts: int
    authors: int


class OfDay(NamedTuple):
    """What was written in a thread on a day."""

    day: datetime
    title: str
    thread: str
    """The key of the thread."""
    number: int
    """The number of the first of these posts there."""
    anchor: str
    """The anchor of that."""
    posts: int


class Begun(NamedTuple):
    """A thread and the day that it began on."""

    day: datetime
    title: str
    thread: str
    """The key of the thread."""


class Sums:
    """The counts of an index, in which threads have *size* posts a page."""

    def __init__(self, db: sqlite3.Connection, size: int) -> None:
        self._db = db
        self._size = size

    def years(self) -> tuple[tuple[int, int], ...]:
        """Each year and its number of posts, in order."""
        return tuple(self._db.execute(YEARS))

    def dates(self, board: str, order: Literal["last", "first"]) -> list[datetime | None]:
        """The last or first date of each thread of the very *board*, in that order."""
        query = f"SELECT t.{order} {OF_BOARD} ORDER BY {THREAD_ORDERS[order]}"
        return [shapes.date(found) for (found,) in self._db.execute(query, {"board": board})]

    def viewed(self, board: str) -> bool:
        """Whether the forum counted how often some thread of the very *board* was read."""
        query = f"SELECT 1 {OF_BOARD} AND t.views IS NOT NULL LIMIT 1"
        return self._db.execute(query, {"board": board}).fetchone() is not None

    def months(self) -> tuple[OfMonth, ...]:
        """The months in which somebody wrote, in order."""
        return tuple(map(OfMonth._make, self._db.execute(MONTHS)))

    def inferred(self) -> int:
        """How many posts have a date that was worked out."""
        return int(self._db.execute(INFERRED).fetchone()[0])

    def hours(self) -> dict[tuple[int, int], int]:
        """Posts by day of the week, from 0 for Monday, and hour; those of a known time only."""
        return {divmod(hour, 24): posts for hour, posts in self._db.execute(HOURS)}

    def board_years(self) -> Iterator[tuple[tuple[str, ...], int, int]]:
        """The path of a board, a year, and the posts there: each board in the order of years."""
        return ((texts(path), year, n) for path, year, n in self._db.execute(BOARD_YEARS))

    def lengths(self) -> tuple[tuple[int, int], ...]:
        """Each number of posts that a thread has, and how many threads have so many."""
        return tuple(self._db.execute(LENGTHS))

    def quotes(self, limit: int) -> Iterator[tuple[AuthorRef, AuthorRef, int]]:
        """Who quotes or answers whom, and how often, the most often first."""
        for times, *people in self._db.execute(QUOTES, (limit,)):
            yield shapes.author(*people[:6]), shapes.author(*people[6:]), times

    def quoted(self, limit: int, author: str = "") -> Iterator[tuple[PostRow, int]]:
        """The posts that more than one other quotes or answers, and how many do, the most first: of
        all, or of *author*."""
        condition = QUOTED_OF if author else QUOTED
        query = POSTS.replace("p.has", "p.has, w.times") + condition
        for *row, times in self._db.execute(query, {"author": author, "limit": limit}):
            yield next(shapes.posts((tuple(row),), self._size)), times

    def partners(
        self, author: str, limit: int, *, quoting: bool
    ) -> Iterator[tuple[AuthorRef, int]]:
        """Whom *author* quotes or answers most often or, *quoting*, who does so to them."""
        own, other = ("of", "by") if quoting else ("by", "of")
        query = PARTNERS.format(own=own, other=other)
        for times, *person in self._db.execute(query, (author, limit)):
            yield shapes.author(*person), times

    def author_years(self, author: str) -> tuple[tuple[int, int], ...]:
        """Each year in which *author* wrote, and their number of posts."""
        return tuple(self._db.execute(AUTHOR_YEARS, (author,)))

    def author_boards(self, author: str) -> Iterator[tuple[tuple[str, ...], int]]:
        """The path of each board that *author* wrote in and their posts there, most first."""
        return ((texts(path), n) for path, n in self._db.execute(AUTHOR_BOARDS, (author,)))

    def titles(self, author: str) -> tuple[str, ...]:
        """What the forum called *author* over the years, the most frequent first."""
        return tuple(title for title, _ in self._db.execute(TITLES, (author,)))

    def of_month(self, month: int) -> Iterator[OfDay]:
        """What was written in *month*, day by day."""
        for day, *row in self._db.execute(OF_MONTH, {"month": month}):
            yield OfDay(datetime.fromordinal(day + 1), *row)

    def near_months(self, month: int) -> tuple[int | None, int | None]:
        """The months before and after *month* in which somebody wrote."""
        before, after = self._db.execute(NEAR_MONTHS, {"month": month}).fetchone()
        return before, after

    def begun(self, limit: int) -> Iterator[tuple[int, int, Begun]]:
        """For each month and day of the year, the longest threads that began on it."""
        for month, day, title, key, begun in self._db.execute(BEGUN, (limit,)):
            yield month, day, Begun(datetime.fromordinal(begun + 1), title, key)
