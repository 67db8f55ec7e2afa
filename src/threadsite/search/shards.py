"""The shards of terms, merged from the runs of all groups of posts: work for any process."""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from threadsite.search.cache import runs
from threadsite.search.cells import order
from threadsite.search.scripts import Folder, Literal, Written, head, literal, rising
from threadsite.search.terms import Packed

Merged = tuple[str, str, list[int]]
"""A term, what is written of it and its postings."""


class _Shard:
    """Terms that share a script."""

    def __init__(self) -> None:
        self.first = ""
        self.terms: list[str] = []
        self.postings: list[bytes] = []
        self.filled = 0

    def add(self, merged: Merged) -> None:
        """Take in a term."""
        term, written, postings = merged
        self.first = self.first if self.terms else term
        self.terms.append(written)
        if postings:
            self.postings.append(literal(rising(postings)))
            self.filled += len(postings)

    def written(self) -> Literal:
        """The postings of all terms."""
        return Literal(b"[%b]" % b",".join(self.postings))


def write_piece(
    cache: Path, folder: Folder, most: int, cells: tuple[int, ...]
) -> tuple[tuple[int, ...], list[Written]]:
    """Write to *folder* the shards of *cells*: one, unless one cell has more than *most* postings.
    *cells* again, and the shards."""
    files = []
    for count, shard in enumerate(_shards(cache, cells, most)):
        name = f"{cells[0]:x}-{count}" if count else f"{cells[0]:x}"
        data = *head(shard.postings, " ".join(shard.terms)), shard.written()
        file = folder.put("terms", name, *data, first=shard.first, terms=len(shard.terms))
        files.append(file)
    return cells, files


def _shards(cache: Path, cells: Sequence[int], most: int) -> Iterator[_Shard]:
    shard = _Shard()
    for held in runs(cache, cells):
        for merged in _merged(held):
            if shard.filled and shard.filled + len(merged[2]) > most:
                yield shard
                shard = _Shard()
            shard.add(merged)
    yield shard


def _merged(held: Iterable[Packed]) -> Iterator[Merged]:
    """The terms of a cell, in order."""
    codes: defaultdict[str, bytearray] = defaultdict(bytearray)
    forms: set[str] = set()
    for packed in held:
        forms.update(packed.forms.split())
        lists = map(codes.__getitem__, packed.terms.split())
        ends = [0, *accumulate(array("I", packed.sizes))]
        parts = map(packed.codes.__getitem__, map(slice, ends, ends[1:]))
        deque(map(bytearray.extend, lists, parts), maxlen=0)
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for word, _, stem in (form.partition(",") for form in sorted(forms)):
        stems[word].append(stem)
        codes.setdefault(word, bytearray())  # It may have no postings.
    for term in sorted(codes, key=order):
        yield _one(term, codes.pop(term), stems.get(term))


def _one(term: str, codes: bytearray, stems: list[str] | None) -> Merged:
    """A term; if it stands for stems, they follow it behind a mark."""
    postings = sorted(array("I", bytes(codes)))
    if not stems:
        return term, term, postings
    mark = ";" if postings else ":"
    return term, term + mark + ",".join(stems), postings
