"""What a change reaches: the threads, authors, boards and tags whose pages may differ for it.

A page may be named without need, and is then found to be as it was; none may be missed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from threadsite.archive import old

TABLES = {
    "touched": "thread INTEGER PRIMARY KEY",
    "person": "author INTEGER PRIMARY KEY",
    "meant": "name TEXT PRIMARY KEY",
    "target": "id TEXT, forum INTEGER, PRIMARY KEY (id, forum)",
    "place": "board TEXT PRIMARY KEY",
    "subject": "tag TEXT PRIMARY KEY",
    "era": "month INTEGER PRIMARY KEY",
    "old": "bucket TEXT PRIMARY KEY",
}
# What others see of a thread, its number and the ids of its posts, and what it looks at.
NOTE = (
    "INSERT OR IGNORE INTO touched VALUES (:thread)",
    "INSERT OR IGNORE INTO person SELECT author FROM told WHERE thread = :thread",
    "INSERT OR IGNORE INTO meant SELECT 'thread ' || coalesce(old, known) FROM thread"
    " WHERE id = :thread",
    "INSERT OR IGNORE INTO meant SELECT 'post ' || id FROM post WHERE row BETWEEN :first AND :last",
    "INSERT OR IGNORE INTO meant SELECT 'post ' || old FROM post"
    " WHERE row BETWEEN :first AND :last AND old IS NOT NULL",
    "INSERT OR IGNORE INTO target SELECT target, forum FROM reference"
    " WHERE row BETWEEN :first AND :last AND NOT near",
    "INSERT OR IGNORE INTO place SELECT board FROM thread WHERE id = :thread AND board IS NOT NULL",
    "INSERT OR IGNORE INTO subject SELECT tag FROM tagged WHERE thread = :thread",
    "INSERT OR IGNORE INTO era SELECT month FROM post"
    " WHERE row BETWEEN :first AND :last AND month IS NOT NULL",
    "INSERT OR IGNORE INTO person SELECT p.author FROM answer JOIN post AS p ON p.row = of"
    " WHERE by BETWEEN :first AND :last",
    "INSERT OR IGNORE INTO person SELECT p.author FROM answer JOIN post AS p ON p.row = by"
    " WHERE of BETWEEN :first AND :last",
    *old.NOTE,
)
# Who is answered in a thread, and who answers there: asked before and after that is told anew.
ANSWERED = (
    "INSERT OR IGNORE INTO person SELECT p.author FROM touched AS n JOIN answer"
    " ON by BETWEEN n.thread << 32 AND (n.thread << 32) + 4294967295 JOIN post AS p ON p.row = of",
    "INSERT OR IGNORE INTO person SELECT p.author FROM touched AS n JOIN answer"
    " ON of BETWEEN n.thread << 32 AND (n.thread << 32) + 4294967295 JOIN post AS p ON p.row = by",
)
FOLLOW = (
    "INSERT OR IGNORE INTO touched"
    " SELECT p.thread FROM meant AS m JOIN pointer AS p ON p.name = m.name",
    "INSERT OR IGNORE INTO touched"
    " SELECT p.thread FROM target AS g JOIN post AS p ON p.id = g.id AND p.forum = g.forum",
    *ANSWERED,
)
# The lists that show a row of a thread, and the author's page that shows what they began.
SHOW = (
    "INSERT OR IGNORE INTO place"
    " SELECT t.board FROM touched JOIN thread AS t ON t.id = thread WHERE t.board IS NOT NULL",
    "INSERT OR IGNORE INTO subject"
    " SELECT g.tag FROM touched JOIN tagged AS g ON g.thread = touched.thread",
    "INSERT OR IGNORE INTO person"
    " SELECT t.starter FROM touched JOIN thread AS t ON t.id = thread WHERE t.starter IS NOT NULL",
    "INSERT OR IGNORE INTO person SELECT id FROM author WHERE bio <> ''",
    *ANSWERED,
    # A month links its neighbours, which are others when one comes or goes.
    "INSERT OR IGNORE INTO era SELECT max(p.month) FROM era, post AS p"
    " WHERE p.month < era.month GROUP BY era.month",
    "INSERT OR IGNORE INTO era SELECT min(p.month) FROM era, post AS p"
    " WHERE p.month > era.month GROUP BY era.month",
)
STALE = {
    "thread": "t.key FROM touched JOIN thread AS t ON t.id = thread",
    "author": "a.key FROM person JOIN author AS a ON a.id = author",
    # The boards above count the posts of those inside. A path is a JSON array.
    "board": "b.key FROM place JOIN board AS b ON b.path = place.board OR"
    " substr(place.board, 1, length(b.path)) = substr(b.path, 1, length(b.path) - 1) || ','",
    "month": "printf('%04d-%02d', month / 12, month % 12 + 1) FROM era",
    "old": "bucket FROM temp.old",
    "tag": "g.key FROM subject JOIN tag AS g ON g.folded = subject.tag",
}


class Reach:
    """Gathers what changes reach while they are made."""

    def __init__(self, db: sqlite3.Connection, *, whole: bool) -> None:
        self.whole = whole
        """Everything is new, so that there is nothing to tell apart."""
        self.nothing = True
        self._db = db
        for name, columns in TABLES.items():
            db.execute(f"CREATE TEMP TABLE {name} ({columns}) WITHOUT ROWID")

    def note(self, *threads: int) -> None:
        """Take note of *threads* as they are: before they change or go, and afterwards."""
        self.nothing = False
        if self.whole:
            return
        for thread in threads:
            rows = {"thread": thread, "first": thread << 32, "last": (thread << 32) + 0xFFFFFFFF}
            for statement in NOTE:
                self._db.execute(statement, rows)

    def note_person(self, forum: str, known: str) -> None:
        """Take note of an author of whom something else is told now."""
        self.nothing = False
        query = "INSERT OR IGNORE INTO person SELECT id FROM author WHERE forum = ? AND known = ?"
        self._db.execute(query, (forum, known))

    def note_file(self, path: str) -> None:
        """Take note of a kept file that came, went or changed."""
        self.nothing = False
        kind = "media" if path.startswith("media/") else "file"
        self._db.execute("INSERT OR IGNORE INTO stale VALUES (?, ?)", (kind, path))
        self._db.execute("INSERT OR IGNORE INTO meant VALUES (?)", (path,))

    def note_authors(self, authors: Iterable[int]) -> None:
        """Take note that *authors* look otherwise, wherever they are named."""
        for author in () if self.whole else authors:
            self._db.execute("INSERT OR IGNORE INTO person VALUES (?)", (author,))
            rows = self._db.execute("SELECT DISTINCT thread FROM told WHERE author = ?", (author,))
            self.note(*(thread for (thread,) in rows.fetchall()))

    def note_boards(self, paths: Iterable[str], numbers: Iterable[str]) -> None:
        """Take note that the boards at *paths* look otherwise, and that *numbers* which boards had
        mean others."""
        if self.whole:
            return
        for path in paths:
            self._db.execute("INSERT OR IGNORE INTO place VALUES (?)", (path,))
        for number in numbers:
            self._db.execute("INSERT OR IGNORE INTO old VALUES (?)", (old.BOARD_BUCKET,))
            self._db.execute("INSERT OR IGNORE INTO meant VALUES (?)", (f"board {number}",))

    def follow(self) -> None:
        """Go along links and references to the threads at their other ends."""
        for statement in FOLLOW:
            self._db.execute(statement)

    def end(self) -> None:
        """Set down what was reached, with what is stale still."""
        for statement in () if self.whole else SHOW:
            self._db.execute(statement)
        for kind, query in STALE.items() if not self.whole else ():
            self._db.execute(f"INSERT OR IGNORE INTO stale SELECT '{kind}', {query}")
        if self.whole:
            self._db.execute("INSERT OR IGNORE INTO stale VALUES ('all', '')")
        for name in TABLES:
            self._db.execute(f"DROP TABLE temp.{name}")
