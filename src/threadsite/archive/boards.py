"""Which boards there are, told from all threads, what each is about, and where it stood."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from threadsite.archive import addresses
from threadsite.archive.derived import exchange

BOARDS = "SELECT DISTINCT board FROM thread WHERE board IS NOT NULL"
BOARDS_OF_FORUMS = """
SELECT DISTINCT f.name, t.board FROM thread AS t JOIN forum AS f ON f.id = t.forum
WHERE t.board IS NOT NULL
"""

Way = tuple[str, ...]
"""Titles from the outermost board to one."""


class Told(NamedTuple):
    """What a forum said of a board that there is."""

    way: Way
    forum: str
    named: int
    """How much of the way it names."""
    description: str
    old: str | None
    """The number that the board had."""


def tell_boards(db: sqlite3.Connection) -> bool:
    """Tell anew which boards there are; whether one that stays has another address."""
    ways = {way for (path,) in db.execute(BOARDS) for way in _ways(path)}
    names = {_path(way): " ".join(way) for way in ways}
    keys = addresses.of_names(names)
    return exchange(db, "board (path, key)", [(path, key) for path, key in keys.items()])


def tell_descriptions(db: sqlite3.Connection) -> tuple[set[str], set[str]]:
    """Tell anew what boards are about, and which numbers they had; the paths of those of which
    something else is said now, and the numbers that mean others."""
    told = list(_told(db))
    described = _exchange(db, "about (path, description)", _descriptions(told))
    numbered = {(_path(way), forum, old) for way, forum, _, _, old in told if old}
    stood = _exchange(db, "stood (path, forum, old)", numbered)
    return {path for path, _ in described}, {old for _, _, old in stood}


def _exchange(
    db: sqlite3.Connection, table: str, rows: AbstractSet[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    """Make *rows* all that *table* holds; those that come or go."""
    name, _, columns = table.partition(" ")
    before = set(db.execute(f"SELECT {columns.strip('()')} FROM {name}"))  # noqa: S608
    if before != rows:
        exchange(db, table, sorted(rows))
    return before ^ rows


def _descriptions(told: Iterable[Told]) -> set[tuple[str, ...]]:
    """Each board's path and what it is about; the description that names most of the way counts."""
    found: dict[Way, tuple[int, str]] = {}
    for way, _, named, description, _ in told:
        if description:
            found[way] = max(found.get(way, (0, "")), (named, description))
    return {(_path(way), description) for way, (_, description) in found.items()}


def _told(db: sqlite3.Connection) -> Iterator[Told]:
    """What is said of the boards that there are."""
    said = db.execute("SELECT forum, path, description, old FROM described").fetchall()
    if not said:
        return
    forums: defaultdict[str, set[Way]] = defaultdict(set)
    for forum, path in db.execute(BOARDS_OF_FORUMS):
        forums[forum].update(_ways(path))
        forums[""].update(_ways(path))
    boards = {forum: Boards(ways) for forum, ways in forums.items()}
    for forum, path, description, old in said:
        named = tuple(json.loads(path))
        meant = boards[forum].meant_by(named) if forum in boards else None
        if meant:
            yield Told(meant, forum, len(named), description, old)


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
