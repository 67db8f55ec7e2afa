"""The units that a site is made in: a thread, an author, a list, each with its pages and files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from threadsite.archive import Archive
from threadsite.pages.authors import author, author_lists
from threadsite.pages.boards import board, tree
from threadsite.pages.calendar import calendar, days, month
from threadsite.pages.front import about, home, missing, search
from threadsite.pages.material import Material
from threadsite.pages.old import old
from threadsite.pages.page import Piece
from threadsite.pages.statistics import statistics
from threadsite.pages.threads import gap_lists, thread, thread_lists
from threadsite.pages.topics import topic, topic_lists


class Unit(NamedTuple):
    """Pages and files that are made together."""

    kind: str
    key: str = ""
    """Empty for a kind of which there is one."""
    weight: int = 1
    """About how much there is to do: the number of posts."""


SINGLE: dict[str, Callable[[Material], Iterator[Piece]]] = {
    "home": home,
    "boards": tree,
    "threads": thread_lists,
    "gaps": gap_lists,
    "authors": author_lists,
    "topics": topic_lists,
    "calendar": calendar,
    "days": days,
    "statistics": statistics,
    "search": search,
    "about": about,
    "missing": missing,
}
MANY: dict[str, Callable[[Material, str], Iterator[Piece]]] = {
    "board": board,
    "thread": thread,
    "author": author,
    "tag": topic,
    "month": month,
    "old": old,
}


def units(archive: Archive) -> Iterator[Unit]:
    """All that the site of *archive* has, each kind with what is most work first."""
    for kind in SINGLE:
        yield Unit(kind)
    for kind in MANY:
        yield from (Unit(kind, key, weight) for key, weight in archive.keys(kind))


def pieces(material: Material, unit: Unit) -> Iterator[Piece]:
    """Every page and file of *unit*."""
    made = MANY[unit.kind](material, unit.key) if unit.key else SINGLE[unit.kind](material)
    return iter(made)
