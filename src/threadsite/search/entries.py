"""What search is told of an archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

import msgspec

PLACES = 32
"""Bits: the row of a post is that of its thread, shifted by these, and its number there."""


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A post as search knows it."""

    url: str
    """Relative to the site's home, with the anchor of the post."""
    thread: str
    """Its key."""
    title: str
    author: str
    author_key: str
    board: tuple[str, ...]
    """Titles from the outermost board on; empty outside any board."""
    board_key: str
    created: date | None
    text: str
    """The author's own words."""
    quoted: str = ""
    """Words of others in the post; they count for less."""
    has: frozenset[str] = frozenset()
    """What the post holds: `image`, `code`, `link`."""


class Held(NamedTuple):
    """A thread."""

    row: int
    mark: bytes
    """Another one when anything that search knows of the thread differs."""
    posts: int


class Source(Protocol):
    """An archive, as search asks it. The row of a post is that of its thread, shifted by `PLACES`,
    and its number in the thread, from 1."""

    def threads(self) -> Iterator[Held]:
        """All threads, by their rows."""

    def order(self) -> Iterator[tuple[int, date | None]]:
        """The row and the day of each post by date, those without one first."""

    def entries(self, thread: int) -> Iterator[Entry]:
        """The posts of the thread in that row, in their order."""

    def entries_at(self, rows: Sequence[int]) -> Iterator[Entry]:
        """The posts in *rows*, in this order."""

    def boards(self) -> Iterator[tuple[str, tuple[str, ...], int]]:
        """Key, titles from the outermost on, and number of posts of each board that holds some."""

    def authors(self) -> Iterator[tuple[str, str, int]]:
        """Key, name and number of posts of everyone who wrote some."""

    def has(self) -> frozenset[str]:
        """What posts can hold."""
