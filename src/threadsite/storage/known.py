"""Which files are here and there, and which were the same when they were last carried.

All of it is in a database in the cache, which can be thrown away: a site may have very many files.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

FILE = "storage.sqlite3"
KNOWN = """
CREATE TABLE IF NOT EXISTS known (
  place TEXT, name TEXT, here TEXT, there TEXT, PRIMARY KEY (place, name)) WITHOUT ROWID
"""
TABLES = (
    "CREATE TEMP TABLE here (name TEXT PRIMARY KEY, state TEXT) WITHOUT ROWID",
    "CREATE TEMP TABLE there (name TEXT PRIMARY KEY, state TEXT) WITHOUT ROWID",
    "CREATE TEMP TABLE todo (name TEXT)",
)

State = tuple[str, str]
"""The name of a file, and what tells it from how it was at another time; empty if that is not to be
known."""


class Known:
    """Files by their names: those `here` and `there` with their states, and those `known` for the
    same, with the state that they had on either side."""

    def __init__(self, db: sqlite3.Connection, place: str) -> None:
        self._db = db
        self._place = place

    def ask(self, query: str) -> Iterator[tuple[str, ...]]:
        """What *query* gives; `:place` in it is that of this object."""
        return iter(self._db.execute(query, {"place": self._place}))

    def tell(self, statement: str, rows: Iterable[State] = (("", ""),)) -> None:
        """Set something down, for each of *rows* as `:name` and `:state`."""
        values = ({"place": self._place, "name": name, "state": state} for name, state in rows)
        self._db.executemany(statement, values)
        self._db.commit()

    def todo(self, query: str) -> Todo:
        """The names that *query* gives, until the next are asked for."""
        self._db.execute("DELETE FROM temp.todo")
        self._db.execute(f"INSERT INTO temp.todo {query}", {"place": self._place})
        return Todo(self._db)


class Todo:
    """Names of files with which something is to be done."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.count: int = db.execute("SELECT count(*) FROM temp.todo").fetchone()[0]

    def batches(self, size: int) -> Iterator[Sequence[str]]:
        """The names, so many at a time."""
        cursor = self._db.execute("SELECT name FROM temp.todo ORDER BY rowid")
        while rows := cursor.fetchmany(size):
            yield tuple(name for (name,) in rows)


@contextmanager
def known(cache: Path, place: object) -> Iterator[Known]:
    """What is known of *place*, kept in the folder *cache*."""
    file = cache / FILE
    try:
        db = _opened(file)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        file.unlink()
        db = _opened(file)
    with closing(db):
        yield Known(db, str(place))


def _opened(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file)
    try:
        db.execute(KNOWN)
        for table in TABLES:
            db.execute(table)
        # It is small, and a damaged one would show at any question.
        db.execute("PRAGMA quick_check").fetchall()
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def states(folder: Path) -> Iterator[State]:
    """Name and state of each file below *folder*; hidden ones do not count."""
    todo = [(os.fspath(folder), "")]
    while todo:
        place, start = todo.pop()
        with os.scandir(place) as found:
            for one in found:
                if one.name.startswith("."):
                    continue
                if one.is_dir(follow_symlinks=False):
                    todo.append((one.path, f"{start}{one.name}/"))
                else:
                    yield f"{start}{one.name}", _state(one.stat())


def state(path: Path) -> str:
    """What tells one state of the file at *path* from another without reading it."""
    return _state(path.stat())


def _state(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_mtime_ns}"
