"""What is on the site: each page and file, by what it was made of, and what is stale there."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from threadsite.errors import BuildError

GONE = """
SELECT path FROM page WHERE
  unit = 'thread' AND key NOT IN (SELECT key FROM thread) OR
  unit = 'author' AND key NOT IN (SELECT key FROM author) OR
  unit = 'board' AND key NOT IN (SELECT key FROM board) OR
  unit = 'tag' AND key NOT IN (SELECT key FROM tag)
"""

EDITION = """
DROP VIEW IF EXISTS temp.edition;
DROP TABLE IF EXISTS temp.made;
DROP TABLE IF EXISTS temp.removed;
CREATE TEMP TABLE made (
  path TEXT PRIMARY KEY, kind TEXT, unit TEXT, key TEXT, signature BLOB, changed INTEGER,
  posts INTEGER, size INTEGER) WITHOUT ROWID;
CREATE TEMP TABLE removed (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP VIEW edition AS SELECT * FROM temp.made UNION ALL
  SELECT * FROM main.page WHERE {kept} AND path NOT IN (SELECT path FROM temp.made)
    AND path NOT IN (SELECT path FROM temp.removed);
"""
ADD = "INSERT OR IGNORE INTO temp.made VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
PUBLISH = (
    "DELETE FROM published",
    "CREATE TEMP TABLE rest AS SELECT path FROM page EXCEPT SELECT path FROM temp.edition",
    "DELETE FROM page WHERE path IN (SELECT path FROM temp.rest)",
    "INSERT OR REPLACE INTO page SELECT * FROM temp.made",
    "DELETE FROM stale",
)
END = "DROP TABLE temp.rest; DROP VIEW temp.edition; DROP TABLE temp.made; DROP TABLE temp.removed;"


FILE = "file"
"""The kind of what is no page."""
KINDS = f"""
SELECT kind, count(*) FROM {{table}} WHERE kind <> '{FILE}' GROUP BY kind ORDER BY 2 DESC, kind
"""  # noqa: S608  (a constant)
WRITTEN = f"SELECT count(*) FROM temp.made WHERE kind <> '{FILE}'"  # noqa: S608  (a constant)


class Totals(NamedTuple):
    """Pages in figures."""

    kinds: tuple[tuple[str, int], ...]
    """Each kind of page and how many there are, most first."""
    posts: int


class Made(NamedTuple):
    """A page or a file as it is on the site."""

    path: str
    kind: str
    unit: str
    """The kind and the key of the unit that it is of."""
    key: str
    signature: bytes
    """A mark of all that it shows."""
    changed: int | None
    """A stamp: the date of the newest thing on it."""
    posts: int
    """How many posts stand on it whole."""
    size: int
    """Bytes."""


class Published(NamedTuple):
    """The site that was written last."""

    token: str
    """What tells it from another; the output folder has the same."""
    mark: str
    """What all of its pages depend on: theme, settings, program."""


class Manifest:
    """The pages and files of the site, in the index of its archive."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    @property
    def published(self) -> Published | None:
        """The site that was written last; None when that is not known."""
        found = self._db.execute("SELECT token, mark FROM published").fetchone()
        return Published(*found) if found else None

    def stale(self) -> dict[str, tuple[str, ...]] | None:
        """The keys of the units whose pages may differ from those on the site, by kind.

        None when all may.
        """
        keys: defaultdict[str, list[str]] = defaultdict(list)
        for kind, key in self._db.execute("SELECT kind, key FROM stale ORDER BY kind, key"):
            keys[kind].append(key)
        return None if "all" in keys else {kind: tuple(found) for kind, found in keys.items()}

    def signatures(self, unit: str, key: str) -> dict[str, bytes]:
        """What of a unit is on the site, and what it was made of."""
        query = "SELECT path, signature FROM page WHERE unit = ? AND key = ?"
        return dict(self._db.execute(query, (unit, key)))

    def begin(self, *, whole: bool) -> None:
        """Begin an edition of the site: the last one with other pages or, *whole*, a new one."""
        self._db.executescript(EDITION.format(kept=0 if whole else 1))
        self.remove(path for (path,) in self._db.execute(GONE).fetchall())

    def add(self, pages: Iterable[Made]) -> None:
        """Take *pages* and files into the edition; `BuildError` when two have one address."""
        for page in pages:
            if not self._db.execute(ADD, page).rowcount:
                raise BuildError(f"{page.path}: two pages have this address")

    def remove(self, paths: Iterable[str]) -> None:
        """Take what the site has at *paths* out of the edition."""
        self._db.executemany("INSERT OR IGNORE INTO temp.removed VALUES (?)", ((p,) for p in paths))

    def removed(self) -> tuple[str, ...]:
        """What is on the site and not in the edition."""
        query = "SELECT path FROM temp.removed EXCEPT SELECT path FROM temp.made ORDER BY path"
        return tuple(path for (path,) in self._db.execute(query))

    def pages(self) -> Iterator[Made]:
        """All pages and files of the edition by their paths."""
        return (Made(*row) for row in self._db.execute("SELECT * FROM temp.edition ORDER BY path"))

    def totals(self, *, of: Literal["edition", "page"] = "edition") -> Totals:
        """The sums of the edition, or of the pages that are on the site."""
        kinds = self._db.execute(KINDS.format(table=of)).fetchall()
        (posts,) = self._db.execute(f"SELECT total(posts) FROM {of}").fetchone()  # noqa: S608
        return Totals(tuple(kinds), int(posts))

    def written(self) -> int:
        """How many pages of the edition are not as they are on the site."""
        (pages,) = self._db.execute(WRITTEN).fetchone()
        return int(pages)

    def publish(self, done: Published) -> None:
        """Set down that the edition is the site now: nothing of it is stale."""
        self._db.execute("BEGIN")
        for statement in PUBLISH:
            self._db.execute(statement)
        self._db.execute("INSERT INTO published VALUES (?, ?)", done)
        self._db.execute("COMMIT")
        self._db.executescript(END)


def token(pages: Iterable[Made]) -> str:
    """What tells a site of *pages* from another."""
    mark = hashlib.sha256()
    for page in pages:
        mark.update(page.path.encode() + page.signature)
    return mark.hexdigest()[:16]
