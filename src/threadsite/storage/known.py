"""What was brought and sent before, so that only what changed goes over the wire."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

FILE = "storage.sqlite3"
TABLE = """
CREATE TABLE IF NOT EXISTS known (
  place TEXT, name TEXT, here TEXT, there TEXT, PRIMARY KEY (place, name)) WITHOUT ROWID
"""


class Pair(NamedTuple):
    """The state of a file here, and what then was there."""

    here: str
    there: str


class Known:
    """Files of a place by their names, kept in the folder *cache*; it can be thrown away."""

    def __init__(self, cache: Path, place: object) -> None:
        self._file = cache / FILE
        self._place = str(place)

    def pairs(self) -> dict[str, Pair]:
        """All of them."""
        query = "SELECT name, here, there FROM known WHERE place = ?"
        try:
            with closing(self._opened()) as db:
                rows = db.execute(query, (self._place,)).fetchall()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._file.unlink()
            return {}
        return {name: Pair(here, there) for name, here, there in rows}

    def keep(self, pairs: Iterable[tuple[str, Pair]], gone: Iterable[str] = ()) -> None:
        """Take *pairs* for known, and forget what is *gone*."""
        with closing(self._opened()) as db, db:
            rows = ((self._place, name, *pair) for name, pair in pairs)
            db.executemany("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)", rows)
            delete = "DELETE FROM known WHERE (place, name) = (?, ?)"
            db.executemany(delete, ((self._place, name) for name in gone))

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(self._file)
        db.execute(TABLE)
        return db


def states(folder: Path) -> dict[str, str]:
    """The state of each file below *folder*, by its name from there; hidden ones do not count."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if not name.startswith("."):
                found[path.relative_to(folder).as_posix()] = state(path)
    return found


def state(path: Path) -> str:
    """What tells one state of the file at *path* from another without reading it."""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"
