"""Old addresses: what the numbers of threads and posts on the forum mean on the site.

They come in buckets, so that a page that looks one up loads one small file. Only threads whose own
old address tells their number count: what a reader of text or mail numbered had no address.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

# Numbers lose their last digits, so that neighbours are together: a thousand threads or ten
# thousand posts at most. Words, which few engines have for threads, give their first letters.
THREAD_BUCKET = """'t' || CASE WHEN known GLOB '*[^0-9-]*' THEN lower(substr(known, 1, 3))
  ELSE substr(known, 1, max(length(known) - 3, 0)) END"""
POST_BUCKET = "'p' || substr(id, 1, max(length(id) - 4, 0))"
NUMBERED = "id NOT GLOB '*[^0-9]*'"

INDEXES = (
    f"CREATE INDEX IF NOT EXISTS thread_by_bucket ON thread ({THREAD_BUCKET}) WHERE addressed",
    f"CREATE INDEX IF NOT EXISTS post_by_bucket ON post ({POST_BUCKET}) WHERE {NUMBERED}",
)
THREADS = f"""
SELECT t.key, t.known, 1, NULL FROM thread AS t WHERE addressed AND {THREAD_BUCKET} = :bucket
UNION ALL
SELECT t.key, t.known, p.number, p.id FROM thread AS t JOIN post AS p
  ON p.row BETWEEN (t.id << 32) + 2 AND (t.id << 32) + 4294967295
WHERE addressed AND {THREAD_BUCKET} = :bucket AND (p.number - 1) % :size = 0
  AND {NUMBERED.replace("id", "p.id")}
ORDER BY 1, 3
"""  # noqa: S608  (constants)
POSTS = f"""
SELECT t.key, p.number, p.id
FROM (SELECT * FROM post WHERE {NUMBERED} AND {POST_BUCKET} = :bucket LIMIT :limit) AS p
JOIN thread AS t ON t.id = p.thread WHERE t.addressed ORDER BY t.key, p.number
"""  # noqa: S608  (constants)
BUCKETS = f"""
SELECT {THREAD_BUCKET} AS bucket, count(*) FROM thread WHERE addressed GROUP BY 1
UNION ALL SELECT {POST_BUCKET}, count(*) FROM post WHERE {NUMBERED} AND
  thread IN (SELECT id FROM thread WHERE addressed) GROUP BY 1
ORDER BY 2 DESC, 1
"""  # noqa: S608  (constants)
# Asked of a thread before it changes and afterwards.
NOTE = (
    f"INSERT OR IGNORE INTO old SELECT {THREAD_BUCKET} FROM thread WHERE id = :thread",  # noqa: S608  (constants)
    f"INSERT OR IGNORE INTO old SELECT DISTINCT {POST_BUCKET} FROM post"  # noqa: S608  (constants)
    f" WHERE row BETWEEN :first AND :last AND {NUMBERED}",
)


MOST = 40_000
"""Posts in a bucket, of a few forums with the same numbers. More have numbers that begin anew in
each thread, and mean nothing alone."""


class OldThread(NamedTuple):
    """A page of a thread by the number that the thread had on the forum."""

    key: str
    id: str
    number: int
    """Of the first post there."""
    post: str | None
    """The id of that post; None for the first page."""


class OldPost(NamedTuple):
    """A post by the number that it had on the forum."""

    thread: str
    """The key of its thread."""
    number: int
    id: str


class OldAddresses:
    """The old addresses in an index, for pages of *size* posts."""

    def __init__(self, db: sqlite3.Connection, size: int) -> None:
        self._db = db
        self._size = size

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._db.execute("SELECT 1 FROM thread WHERE addressed LIMIT 1").fetchone())

    def threads(self, bucket: str) -> Iterator[OldThread]:
        """Every page of the threads in *bucket*; a later one if its first post has a number."""
        rows = self._db.execute(THREADS, {"bucket": bucket, "size": self._size})
        return map(OldThread._make, rows)

    def posts(self, bucket: str) -> list[OldPost]:
        """The posts in *bucket*, in the order of threads."""
        rows = self._db.execute(POSTS, {"bucket": bucket, "limit": MOST + 1}).fetchall()
        return [OldPost._make(row) for row in rows] if len(rows) <= MOST else []
