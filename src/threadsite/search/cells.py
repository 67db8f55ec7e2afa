"""Cells: small ranges of terms, fixed for good, and how they make up the shards of a site.

A shard is some neighbouring cells, or a part of one. Which it is follows from how many postings the
cells have and from nothing else; where these change, few shards are cut otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from math import isqrt

WIDE = 64
"""Characters from U+3000 on whose terms share a cell."""
LETTER = 8
"""Bits of a cell below those of its first letter."""

SHARDS = 700
SMALLEST, LARGEST = 6_000, 42_000
"""Postings of a shard; a posting takes two or three bytes."""

Weighed = tuple[tuple[int, ...], int]
"""Neighbouring cells and how many postings they have."""


class _Cells(dict[str, int]):
    """The cell of each term, by its first two characters."""

    def __missing__(self, start: str) -> int:
        units = (start + "\0\0").encode("utf-16-be", "surrogatepass")
        first, second = units[0] << 8 | units[1], min(units[2] << 8 | units[3], 255)
        if first >= 0x80:
            # Beyond ASCII the first letter tells terms apart well enough.
            first, second = first - first % WIDE if first >= 0x3000 else first, 0
        cell = self[start] = first << LETTER | second
        return cell


CELLS = _Cells()


def order(term: str) -> bytes:
    """Terms in the order of this are in the order in which a browser compares strings; their cells
    rise with it."""
    return term.encode("utf-16-be", "surrogatepass")


def step(size: int) -> int:
    """The next of few round numbers that is not below *size*: it seldom is another one when things
    come or go. About 1.4 lies between two."""
    number = 1
    while number < size:
        other = isqrt(2 * number * number)
        number = other if other >= size and other > number else 2 * number
    return number


def limit(postings: int) -> int:
    """The postings of a shard of an index that has so many."""
    return min(max(step(postings // SHARDS), SMALLEST), LARGEST)


def pieces(cells: Iterable[tuple[int, int]], most: int) -> Iterator[tuple[int, ...]]:
    """The *cells*, given in order and each with its postings, as the runs of them that are written
    together: one shard, unless a single cell has more than *most* postings."""
    small: list[Weighed] = []
    for _, found in groupby(cells, key=lambda cell: cell[0] >> LETTER):
        letter = list(found)
        total = sum(size for _, size in letter)
        if total <= most:
            small.append((tuple(cell for cell, _ in letter), total))
            continue
        yield from _packed(small, most)
        yield from _packed([((cell,), size) for cell, size in letter], most)
        small = []
    yield from _packed(small, most)


def _packed(parts: Iterable[Weighed], most: int) -> Iterator[tuple[int, ...]]:
    piece: tuple[int, ...] = ()
    filled = 0
    for cells, size in parts:
        if piece and filled + size > most:
            yield piece
            piece, filled = (), 0
        piece, filled = piece + cells, filled + size
    if piece:
        yield piece
