"""What checks know of the site, on disk: a large one must not fill the memory."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from threadsite import urls
from threadsite.checking.finding import KINDS, Finding

TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE file (name TEXT PRIMARY KEY, folded TEXT, to_read INTEGER) WITHOUT ROWID;
CREATE TABLE led (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE id (file TEXT, id TEXT, PRIMARY KEY (file, id)) WITHOUT ROWID;
CREATE TABLE wanted (file TEXT, id TEXT, at TEXT, line INTEGER);
CREATE TABLE finding (
  kind TEXT, file TEXT, line INTEGER, what TEXT, PRIMARY KEY (kind, file, line, what)
) WITHOUT ROWID;
"""
NO_ANCHOR = """
INSERT OR IGNORE INTO finding SELECT 'no-anchor', at, line, 'leads to ' || file || '#' || id ||
  ', and nothing there has that id' FROM wanted w
  WHERE NOT EXISTS (SELECT 1 FROM id WHERE id.file = w.file AND id.id = w.id)
"""
ORPHANS = """
INSERT OR IGNORE INTO finding SELECT CASE WHEN name GLOB :media THEN 'orphan-media'
  WHEN name GLOB :search THEN 'orphan-index' ELSE 'orphan' END,
  name, 0, 'nothing leads here' FROM file
  WHERE name NOT IN (SELECT name FROM led) AND name NOT GLOB :old AND name NOT GLOB :theme
"""
PLACES = {
    "media": f"{urls.MEDIA}*",
    "search": f"{urls.SEARCH_INDEX}*",
    # Scripts make the names of these, and a theme may bring more than the pages of a site need.
    "old": f"{urls.OLD_FORMS.partition('/')[0]}/*",
    "theme": f"{urls.STATIC}*",
}
ALIKE = """
INSERT OR IGNORE INTO finding
  SELECT 'host', max(name), 0, 'on many a disk the same as ' || min(name) FROM file
  GROUP BY folded HAVING count(*) > 1
"""
FINDINGS = "SELECT * FROM finding WHERE kind = ? ORDER BY file, line, what LIMIT ?"


class Wanted(NamedTuple):
    """An id that a link wants a page to have."""

    file: str
    id: str
    at: str
    """The file that has the link."""
    line: int


class Desk:
    """Files, who leads where, and what was found."""

    def __init__(self) -> None:
        # Without a name it is a file that nobody sees, and memory as long as it is small.
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(TABLES + "BEGIN;")

    def close(self) -> None:
        """Forget all."""
        self._db.close()

    def add_file(self, name: str, *, to_read: bool) -> None:
        """Know that *name* is there, and whether it is *to_read*."""
        folded = unicodedata.normalize("NFC", name).casefold()
        self._db.execute("INSERT INTO file VALUES (?, ?, ?)", (name, folded, to_read))

    def to_read(self) -> int:
        """How many files are to be read."""
        (count,) = self._db.execute("SELECT sum(to_read) FROM file").fetchone()
        return count or 0

    def names(self) -> Iterator[str]:
        """The files that are to be read."""
        rows = self._db.execute("SELECT name FROM file WHERE to_read ORDER BY name")
        return (name for (name,) in rows)

    def add_led(self, names: Iterable[str]) -> None:
        """Know that something leads to *names*."""
        self._db.executemany("INSERT OR IGNORE INTO led VALUES (?)", ((name,) for name in names))

    def add_ids(self, ids: Iterable[tuple[str, str]]) -> None:
        """Know *ids*, each with the page that has it."""
        self._db.executemany("INSERT OR IGNORE INTO id VALUES (?, ?)", ids)

    def add_wanted(self, wanted: Iterable[Wanted]) -> None:
        """Know that these ids should be there."""
        self._db.executemany("INSERT INTO wanted VALUES (?, ?, ?, ?)", wanted)

    def add(self, findings: Iterable[Finding]) -> None:
        """Set down *findings*, what is the same on a line once."""
        self._db.executemany("INSERT OR IGNORE INTO finding VALUES (?, ?, ?, ?)", findings)

    def conclude(self) -> None:
        """Find what only shows when all files are known."""
        self._db.execute(NO_ANCHOR)
        self._db.execute(ORPHANS, PLACES)
        self._db.execute(ALIKE)

    def counts(self) -> dict[str, int]:
        """How many problems there are of each kind that has any, in the order of kinds."""
        found = dict(self._db.execute("SELECT kind, count(*) FROM finding GROUP BY 1"))
        return {kind: found[kind] for kind in KINDS if kind in found}

    def findings(self, kind: str, most: int | None = None) -> Iterator[Finding]:
        """The problems of a *kind* in the order of files, at *most* so many."""
        rows = self._db.execute(FINDINGS, (kind, -1 if most is None else most))
        return map(Finding._make, rows)
