"""Old addresses: what the numbers of threads, posts, boards and authors mean on the site.

They come in buckets, so that a page that looks one up loads one small file. Only what had an
address of a known form counts: what a reader of text or mail numbered had none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from threadsite.model import Board, Post, Thread
from threadsite.references import reference

# Numbers lose their last digits, so that neighbours are together: a thousand threads or ten
# thousand posts or authors at most. Words, which few engines have, give their first letters. Boards
# are few.
THREAD_BUCKET = """'t' || CASE WHEN old GLOB '*[^0-9-]*' THEN lower(substr(old, 1, 3))
  ELSE substr(old, 1, max(length(old) - 3, 0)) END"""
AUTHOR_BUCKET = """'a-' || CASE WHEN old GLOB '*[^0-9-]*' THEN lower(substr(old, 1, 3))
  ELSE substr(old, 1, max(length(old) - 4, 0)) END"""
BOARD_BUCKET = "b"
NUMBER = "coalesce(old, id)"
POST_BUCKET = f"'p' || substr({NUMBER}, 1, max(length({NUMBER}) - 4, 0))"
NUMBERED = f"{NUMBER} NOT GLOB '*[^0-9]*'"
OF_OLD_THREAD = "thread IN (SELECT id FROM thread WHERE old IS NOT NULL)"

INDEXES = (
    "CREATE INDEX IF NOT EXISTS thread_by_bucket"
    f" ON thread ({THREAD_BUCKET}) WHERE old IS NOT NULL",
    f"CREATE INDEX IF NOT EXISTS post_by_bucket ON post ({POST_BUCKET}) WHERE {NUMBERED}",
    "CREATE INDEX IF NOT EXISTS thread_by_old ON thread (old, forum) WHERE old IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS author_by_bucket"
    f" ON author ({AUTHOR_BUCKET}) WHERE old IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS author_by_old ON author (old, forum) WHERE old IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS post_by_old ON post (old, forum) WHERE old IS NOT NULL",
)
THREADS = f"""
WITH held AS (SELECT id, key, old FROM thread WHERE old IS NOT NULL AND {THREAD_BUCKET} = :bucket)
SELECT key, old, 1, NULL FROM held UNION ALL
SELECT key, held.old, number, coalesce(post.old, post.id) FROM held JOIN post
  ON row BETWEEN (held.id << 32) + 2 AND (held.id << 32) + 4294967295
WHERE (number - 1) % :size = 0 AND coalesce(post.old, post.id) NOT GLOB '*[^0-9]*'
ORDER BY 1, 3
"""  # noqa: S608  (constants)
POSTS = f"""
SELECT t.key, number, p.number_then, anchor
FROM (SELECT thread, number, {NUMBER} AS number_then, anchor FROM post
  WHERE {NUMBERED} AND {POST_BUCKET} = :bucket AND {OF_OLD_THREAD} LIMIT :limit) AS p
JOIN thread AS t ON t.id = p.thread ORDER BY t.key, number
"""  # noqa: S608  (constants)
AUTHORS = f"SELECT key, old FROM author WHERE old IS NOT NULL AND {AUTHOR_BUCKET} = ? ORDER BY key"  # noqa: S608
BOARDS = "SELECT b.key, s.old FROM stood AS s JOIN board AS b USING (path) ORDER BY b.key, s.old"
BUCKETS = f"""
SELECT {THREAD_BUCKET} AS bucket, count(*) FROM thread WHERE old IS NOT NULL GROUP BY 1
UNION ALL SELECT {POST_BUCKET}, count(*) FROM post WHERE {NUMBERED} AND {OF_OLD_THREAD} GROUP BY 1
UNION ALL SELECT {AUTHOR_BUCKET}, count(*) FROM author WHERE old IS NOT NULL GROUP BY 1
UNION ALL SELECT '{BOARD_BUCKET}', count(*) FROM stood HAVING count(*)
ORDER BY 2 DESC, 1
"""  # noqa: S608  (constants)
# Asked of a thread before it changes and afterwards.
NOTE = (
    f"INSERT OR IGNORE INTO old SELECT {THREAD_BUCKET} FROM thread"  # noqa: S608  (constants)
    " WHERE id = :thread AND old IS NOT NULL",
    f"INSERT OR IGNORE INTO old SELECT DISTINCT {POST_BUCKET} FROM post"  # noqa: S608  (constants)
    f" WHERE row BETWEEN :first AND :last AND {NUMBERED}",
)
# Of authors who came, went or have another address, the names as they were and are.
_OTHERS = """
SELECT w.old FROM temp.was AS w LEFT JOIN author AS a USING (id)
  WHERE w.old IS NOT NULL AND (a.key, a.old) IS NOT (w.key, w.old)
UNION SELECT a.old FROM author AS a LEFT JOIN temp.was AS w USING (id)
  WHERE a.old IS NOT NULL AND (a.key, a.old) IS NOT (w.key, w.old)
"""
NOTE_AUTHORS = (
    f"INSERT OR IGNORE INTO old SELECT DISTINCT {AUTHOR_BUCKET} FROM ({_OTHERS})",  # noqa: S608
    f"INSERT OR IGNORE INTO meant SELECT 'author ' || old FROM ({_OTHERS})",  # noqa: S608
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
    anchor: str


def of_thread(thread: Thread) -> str | None:
    """What the address of *thread* on the forum called it: a number, or words."""
    meant = reference(thread.url) if thread.url else None
    return meant.thread if meant else None


def of_board(board: Board) -> str | None:
    """The number that the address of *board* on the forum had."""
    meant = reference(board.url) if board.url else None
    return meant.board if meant else None


def of_author(url: str | None) -> str | None:
    """What the address of an author on the forum, *url*, called them: a number, or a name."""
    meant = reference(url) if url else None
    return meant.author if meant else None


def of_post(post: Post) -> str | None:
    """The number that the address of *post* on the forum had, where its id is another."""
    meant = reference(post.url) if post.url and not post.id.isdecimal() else None
    return meant.post if meant else None


class OldAddresses:
    """The old addresses in an index, for pages of *size* posts."""

    def __init__(self, db: sqlite3.Connection, size: int) -> None:
        self._db = db
        self._size = size

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(
            self._db.execute("SELECT 1 FROM thread WHERE old IS NOT NULL LIMIT 1").fetchone()
        )

    def threads(self, bucket: str) -> Iterator[OldThread]:
        """Every page of the threads in *bucket*; a later one if its first post has a number."""
        rows = self._db.execute(THREADS, {"bucket": bucket, "size": self._size})
        return map(OldThread._make, rows)

    def posts(self, bucket: str) -> list[OldPost]:
        """The posts in *bucket*, in the order of threads."""
        rows = self._db.execute(POSTS, {"bucket": bucket, "limit": MOST + 1}).fetchall()
        return [OldPost._make(row) for row in rows] if len(rows) <= MOST else []

    def authors(self, bucket: str) -> Iterator[tuple[str, str]]:
        """The authors in *bucket*: the key of each, and what the forum called them."""
        return self._db.execute(AUTHORS, (bucket,))

    def boards(self) -> Iterator[tuple[str, str]]:
        """The boards: the key of each, and the number that it had; in several forums, several."""
        return self._db.execute(BOARDS)
