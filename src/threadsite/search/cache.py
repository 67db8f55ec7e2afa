"""What search keeps from one build to the next: the terms of each group of posts, cell by cell, and
which files of the index were made of what. All of it can be made anew at any time.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from zlib import crc32

from threadsite.search.scripts import Written, file_name
from threadsite.search.terms import Packed, Run, unpack

SCHEMA = """
CREATE TABLE maker (made_by TEXT NOT NULL);
CREATE TABLE thread (row INTEGER PRIMARY KEY, team INTEGER NOT NULL);
CREATE TABLE team (id INTEGER PRIMARY KEY, mark BLOB NOT NULL);
CREATE TABLE run (
  cell INTEGER NOT NULL, team INTEGER NOT NULL, part INTEGER NOT NULL,
  postings INTEGER NOT NULL, mark INTEGER NOT NULL, data BLOB NOT NULL);
CREATE UNIQUE INDEX run_by_cell ON run (cell, team, part, postings);
CREATE INDEX run_by_team ON run (team);
CREATE TABLE changed (cell INTEGER PRIMARY KEY);
CREATE TABLE file (
  kind TEXT NOT NULL, unit INTEGER NOT NULL, mark BLOB NOT NULL, written TEXT NOT NULL,
  PRIMARY KEY (kind, unit)) WITHOUT ROWID;
CREATE TABLE published (token TEXT NOT NULL, behind INTEGER NOT NULL);
"""
CELLS = "SELECT cell, sum(postings) FROM run GROUP BY cell ORDER BY cell"


class Cache:
    """The cache in a file. To be used by one process at a time, while `runs` is for any."""

    def __init__(self, file: Path, made_by: str) -> None:
        self.file = file
        self._db = _opened(file, made_by)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def teams(self) -> dict[int, int]:
        """The team of each thread, by its row."""
        return dict(self._db.execute("SELECT row, team FROM thread"))

    def marks(self) -> dict[int, bytes]:
        """The mark of what each team's runs were made of."""
        return dict(self._db.execute("SELECT id, mark FROM team"))

    def set_teams(self, teams: Mapping[int, int], gone: Iterable[int]) -> None:
        """Let threads be in *teams*, and those in the rows *gone* in none."""
        self._db.executemany("INSERT INTO thread VALUES (?, ?)", teams.items())
        self._db.executemany("DELETE FROM thread WHERE row = ?", ((row,) for row in gone))

    def replace(self, team: int, mark: bytes, parts: Iterable[Iterable[Run]]) -> None:
        """Let *parts* be the runs of *team*; cells in which others were have changed."""
        before = {
            (cell, part): (row, crc)
            for row, cell, part, crc in self._db.execute(
                "SELECT rowid, cell, part, mark FROM run WHERE team = ?", (team,)
            )
        }
        for part, runs in enumerate(parts):
            for run in runs:
                row, held = before.pop((run.cell, part), (None, None))
                crc = crc32(run.data)
                if held != crc:
                    found = (row, run.cell, team, part, run.postings, crc, run.data)
                    self._db.execute(
                        "INSERT OR REPLACE INTO run"
                        " (rowid, cell, team, part, postings, mark, data)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        found,
                    )
                    self._db.execute("INSERT OR IGNORE INTO changed VALUES (?)", (run.cell,))
        for (cell, _), (row, _) in before.items():
            self._db.execute("DELETE FROM run WHERE rowid = ?", (row,))
            self._db.execute("INSERT OR IGNORE INTO changed VALUES (?)", (cell,))
        self._db.execute("INSERT OR REPLACE INTO team VALUES (?, ?)", (team, mark))

    def drop(self, team: int) -> None:
        """Forget *team*, which has no threads any more."""
        self.replace(team, b"", ())
        self._db.execute("DELETE FROM team WHERE id = ?", (team,))

    def commit(self) -> None:
        """Keep what was done so far, whatever comes."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def cells(self) -> list[tuple[int, int]]:
        """Each cell that holds a term, in order, and its postings."""
        return self._db.execute(CELLS).fetchall()

    def changed(self) -> frozenset[int]:
        """The cells that are not as they were when the index was published."""
        return frozenset(cell for (cell,) in self._db.execute("SELECT cell FROM changed"))

    def begin(self, token: str | None) -> bool:
        """Begin to change the published index; whether it is on the site with this *token*.

        Until it is published it is that of none.
        """
        found = self._db.execute("SELECT token FROM published").fetchone()
        self._db.execute("DELETE FROM published")
        if found and found[0] == token:
            return True
        self._db.execute("DELETE FROM file")
        return False

    def publish(self, token: str) -> None:
        """Set down that the index is that of the site with this *token*."""
        self._db.execute("DELETE FROM changed")
        self._db.execute("INSERT INTO published VALUES (?, 0)", (token,))
        self.commit()

    def follow(self, old: str, new: str) -> None:
        """Set down that the site with the token *old* is that with the token *new* now, and the
        index still as it was."""
        self._db.execute("UPDATE published SET token = ?, behind = 1 WHERE token = ?", (new, old))
        self.commit()

    def is_published(self, token: str) -> bool:
        """Whether the index is that of the site with this *token*."""
        query = "SELECT 1 FROM published WHERE token = ? AND NOT behind"
        return self._db.execute(query, (token,)).fetchone() is not None

    def is_written(self, kind: str, unit: int, mark: bytes) -> bool:
        """Whether the *unit* of this *kind* is on the site, made of what has this *mark*."""
        query = "SELECT 1 FROM file WHERE kind = ? AND unit = ? AND mark = ?"
        return self._db.execute(query, (kind, unit, mark)).fetchone() is not None

    def marks_of_files(self) -> frozenset[str]:
        """The marks of all files that are on the site."""
        rows = self._db.execute("SELECT written FROM file")
        return frozenset(Written(*row).mark for (files,) in rows for row in json.loads(files))

    def set_written(self, kind: str, unit: int, mark: bytes, files: Iterable[Written]) -> None:
        """Set down the *files* that *unit* made, of what has this *mark*."""
        row = (kind, unit, mark, json.dumps(list(files)))
        self._db.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", row)

    def files(self, kind: str) -> Iterator[Written]:
        """The files of this *kind*, in order."""
        query = "SELECT written FROM file WHERE kind = ? ORDER BY unit"
        for (files,) in self._db.execute(query, (kind,)):
            yield from (Written(*row) for row in json.loads(files))

    def names(self) -> Iterator[str]:
        """The names of all files."""
        for kind, files in self._db.execute("SELECT kind, written FROM file"):
            yield from (file_name(kind, Written(*row).id) for row in json.loads(files))

    def keep(self, kind: str, units: Iterable[int]) -> None:
        """Forget the files of this *kind* but for those of *units*."""
        kept = frozenset(units)
        rows = self._db.execute("SELECT unit FROM file WHERE kind = ?", (kind,)).fetchall()
        gone = ((kind, unit) for (unit,) in rows if unit not in kept)
        self._db.executemany("DELETE FROM file WHERE kind = ? AND unit = ?", gone)


def runs(file: Path, cells: Iterable[int]) -> Iterator[list[Packed]]:
    """What each of *cells* holds, one run for each team, as the cache in *file* tells."""
    db = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        for cell in cells:
            query = "SELECT mark, data FROM run WHERE cell = ? ORDER BY team, part"
            yield [_checked(*row) for row in db.execute(query, (cell,))]
    finally:
        db.close()


def _checked(mark: int, data: bytes) -> Packed:
    if crc32(data) != mark:
        raise sqlite3.DatabaseError("a run of terms is damaged")
    return unpack(data)


def _opened(file: Path, made_by: str) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    db = _connected(file)
    try:
        held = db.execute("SELECT made_by FROM maker").fetchone()
    except sqlite3.DatabaseError:
        held = None
    if held != (made_by,):
        db.close()
        file.unlink(missing_ok=True)
        db = _connected(file)
        db.executescript(SCHEMA)
        db.execute("INSERT INTO maker VALUES (?)", (made_by,))
    db.execute("BEGIN")
    return db


def _connected(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, isolation_level=None)
    # It is only a cache: what a failing machine damages is made anew.
    db.execute("PRAGMA synchronous = OFF")
    return db
