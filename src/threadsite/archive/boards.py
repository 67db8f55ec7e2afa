"""Which boards there are, told from all threads, and what each is about."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from threadsite.archive import addresses
from threadsite.archive.derived import exchange

BOARDS = "SELECT DISTINCT board FROM thread WHERE board IS NOT NULL"
BOARDS_OF_FORUMS = """
SELECT DISTINCT f.name, t.board FROM thread AS t JOIN forum AS f ON f.id = t.forum
WHERE t.board IS NOT NULL
"""

Way = tuple[str, ...]
"""Titles from the outermost board to one."""


def tell_boards(db: sqlite3.Connection) -> bool:
    """Tell anew which boards there are; whether one that stays has another address."""
    ways = {way for (path,) in db.execute(BOARDS) for way in _ways(path)}
    names = {_path(way): " ".join(way) for way in ways}
    keys = addresses.of_names(names)
    return exchange(db, "board (path, key)", [(path, key) for path, key in keys.items()])


def tell_descriptions(db: sqlite3.Connection) -> list[str]:
    """Tell anew what boards are about; the paths of those of which something else is said now."""
    before = dict(db.execute("SELECT path, description FROM about"))
    now = _descriptions(db)
    changed = sorted(path for path in before | now if before.get(path) != now.get(path))
    db.executemany("DELETE FROM about WHERE path = ?", ((path,) for path in changed))
    rows = ((path, now[path]) for path in changed if path in now)
    db.executemany("INSERT INTO about VALUES (?, ?)", rows)
    return changed


def _descriptions(db: sqlite3.Connection) -> dict[str, str]:
    """What each board is about, by its path; the description that names most of the way counts."""
    said = db.execute("SELECT forum, path, description FROM described").fetchall()
    if not said:
        return {}
    forums: defaultdict[str, set[Way]] = defaultdict(set)
    for forum, path in db.execute(BOARDS_OF_FORUMS):
        forums[forum].update(_ways(path))
        forums[""].update(_ways(path))
    boards = {forum: Boards(ways) for forum, ways in forums.items()}
    found: dict[Way, tuple[int, str]] = {}
    for forum, path, description in sorted(said, reverse=True):
        told = tuple(json.loads(path))
        meant = boards[forum].meant_by(told) if forum in boards else None
        if meant:
            found[meant] = max(found.get(meant, (0, "")), (len(told), description))
    return {_path(way): description for way, (_, description) in found.items()}


class Boards:
    """The boards of a forum."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self._titled: defaultdict[str, list[Way]] = defaultdict(list)
        for way in ways:
            self._titled[way[-1]].append(way)

    def meant_by(self, told: Way) -> Way | None:
        """The board that a page means which names *told* of its way, or boards around it that the
        threads do not name; None where several may be meant."""
        titled = self._titled.get(told[-1], []) if told else []
        if told in titled:
            return told
        ending = [way for way in titled if way[-len(told) :] == told]
        if ending:
            return ending[0] if len(ending) == 1 else None
        return max((way for way in titled if told[-len(way) :] == way), key=len, default=None)


def _ways(path: str) -> Iterator[Way]:
    """The board at *path*, and those around it."""
    titles = json.loads(path)
    return (tuple(titles[:depth]) for depth in range(1, len(titles) + 1))


def _path(way: Way) -> str:
    return json.dumps(way, ensure_ascii=False)
