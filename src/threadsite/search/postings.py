"""Which posts hold a term: gathered in memory, spilled in sorted runs, merged into shards.

A posting is one number, eight times the post's number plus how much the term matters there, 0 to 7.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from threadsite.search.scripts import rising

SPILL = 4_000_000
"""Postings held in memory."""

LEVELS = 8
NONE = [-1]

Aliases = dict[str, set[str]]
Record = tuple[str, str, bytes]
"""A term, the stems it stands for if it is a word that is not its own, and its postings."""
Merged = tuple[str, set[str], str]


def order(term: str) -> bytes:
    """Terms in the order of this are in the order in which a browser compares strings."""
    return term.encode("utf-16-be", "surrogatepass")


class Postings:
    """Terms and their postings on their way to disk."""

    def __init__(self, folder: Path) -> None:
        self.total = 0
        """Postings so far."""
        self.lists = _empty()
        """The postings of each term that are still in memory, behind a first -1 so that there is
        always a last one to ask for; anew after each spill."""
        self._folder = folder
        self._runs: list[Path] = []
        self._held = 0

    def count(self, added: int) -> bool:
        """Take note of postings *added* to the lists; whether it is time to spill."""
        self.total += added
        self._held += added
        return self._held >= SPILL

    def spill(self, aliases: Aliases) -> None:
        """Write what is held as one run, and with it the *aliases* learnt since the last."""
        path = self._folder / f"run-{len(self._runs)}"
        lists = self.lists
        lists.pop("", None)
        with path.open("wb") as file:
            for term in sorted(lists.keys() | aliases.keys(), key=order):
                data = array("I", lists.get(term, NONE)[1:]).tobytes()
                stems = " ".join(sorted(aliases.get(term, ())))
                file.write(f"{term}\t{stems}\t{len(data)}\n".encode())
                file.write(data)
        self._runs.append(path)
        self.lists, self._held = _empty(), 0

    def merged(self, ranks: array[int] | None) -> Iterator[Merged]:
        """Each term in order: its stems, and its postings as units.

        *ranks* gives the final number of each post; None when they were added in that order.
        """
        moved = None if ranks is None else _moved(ranks)
        files = [path.open("rb") for path in self._runs]
        try:
            records = merge(*map(_records, files), key=lambda record: order(record[0]))
            for term, parts in groupby(records, key=lambda record: record[0]):
                stems, codes = _join(parts)
                if moved is not None:
                    codes = sorted(map(moved.__getitem__, codes))
                yield term, stems, rising(codes)
        finally:
            for file in files:
                file.close()


def _empty() -> defaultdict[str, list[int]]:
    return defaultdict(NONE.copy)


def _records(file: BinaryIO) -> Iterator[Record]:
    for line in file:
        term, stems, size = line.decode().split("\t")
        yield term, stems, file.read(int(size))


def _join(parts: Iterable[Record]) -> tuple[set[str], list[int]]:
    stems: set[str] = set()
    codes: array[int] = array("I")
    for _, more, data in parts:
        stems.update(more.split())
        codes.frombytes(data)
    return stems, codes.tolist()


def _moved(ranks: array[int]) -> array[int]:
    """The final posting for each posting."""
    return array("I", (rank * LEVELS + level for rank in ranks for level in range(LEVELS)))
