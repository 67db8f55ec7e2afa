"""The files of the index: each is written if what it is made of is not what it was."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from pathlib import Path

from threadsite.run import Run
from threadsite.search import authors
from threadsite.search.cache import Cache
from threadsite.search.cells import limit, pieces
from threadsite.search.documents import Access, Block, size_of_block, write_blocks
from threadsite.search.entries import PLACES, Source
from threadsite.search.numbers import PLACE, Numbers
from threadsite.search.scripts import ALONE, Folder, Written, file_name, mark, rising
from threadsite.search.shards import write_piece

FORMAT = 4
TERMS, POSTS, AUTHORS, DAYS, META = "terms", "posts", "authors", "days", "meta"
"""The kinds of files."""
BATCH = 8
"""Blocks that a worker writes at a time."""


class Writing:
    """Files being written to a folder, and set down in a cache."""

    def __init__(self, cache: Cache, run: Run, folder: Path) -> None:
        self.names: set[str] = set()
        """The files that were written."""
        self._cache = cache
        self._run = run
        self._folder = Folder(folder, cache.marks_of_files())

    def terms(self) -> None:
        """Write the shards of terms."""
        cells, changed = self._cache.cells(), self._cache.changed()
        most = limit(sum(postings for _, postings in cells))
        marks = {piece: mark(array("q", (most, *piece)).tobytes()) for piece in pieces(cells, most)}
        stale = [
            piece
            for piece, made_of in marks.items()
            if not changed.isdisjoint(piece) or not self._cache.is_written(TERMS, piece[0], made_of)
        ]
        # The workers read what is kept: all of it must be there.
        self._cache.commit()
        work = partial(write_piece, self._cache.file, self._folder, most)
        merged = []
        for done in self._run.map("search index: shards of terms", work, stale):
            merged.append(done)
            self._run.meter("writing terms for search", len(merged), len(stale))
        # Not before, for who writes may have to wait for those who read.
        for piece, files in merged:
            self._note(TERMS, piece[0], marks[piece], files)
        self._cache.keep(TERMS, (piece[0] for piece in marks))

    def posts(self, access: Access, threads: Mapping[int, bytes], numbers: Numbers) -> None:
        """Write the blocks of posts, of *threads* with these marks."""
        size = size_of_block(len(numbers.rows))
        stale = (
            block
            for block in _blocks(numbers, threads, size)
            if not self._cache.is_written(POSTS, block[0], block[1])
        )
        work = partial(write_blocks, access, self._folder)
        for done in self._run.map("search index: posts", work, _batches(stale)):
            for number, made_of, file in done:
                self._note(POSTS, number, made_of, [file])
        self._cache.keep(POSTS, range(-(-len(numbers.rows) // size)))

    def lists(self, source: Source, numbers: Numbers) -> None:
        """Write the names of authors, and the days."""
        shards = list(authors.shards(source.authors()))
        for number, names in enumerate(shards):
            self._put(AUTHORS, number, names[0][0], names)
        self._cache.keep(AUTHORS, range(len(shards)))
        days = {day.toordinal(): first for day, first in numbers.days.items() if day}
        self._put(DAYS, ALONE, "", rising(list(days)), rising(list(days.values())))

    def meta(self, source: Source, numbers: Numbers) -> list[Written]:
        """Write the table of contents; it and all other files."""
        shards = list(self._cache.files(TERMS))
        files = [file for kind in (TERMS, POSTS, AUTHORS, DAYS) for file in self._cache.files(kind)]
        posts = len(numbers.rows)
        table = {
            "format": FORMAT,
            "posts": posts,
            "block": size_of_block(posts),
            "has": sorted(source.has()),
            "boards": sorted(source.boards(), key=lambda board: (board[1], board[0])),
            "terms": [file.first for file in shards],
            "shards": " ".join(str(file.id) for file in shards),
            "authors": [file.first for file in self._cache.files(AUTHORS)],
            **numbers.table(),
            "version": mark("".join(file.mark for file in files).encode()).hex()[:12],
        }
        self._put(META, ALONE, "", table)
        return [*files, *self._cache.files(META)]

    def _put(self, kind: str, number: int | str, first: str, *data: object) -> None:
        file = self._folder.put(kind, number, *data, first=first)
        unit = number if isinstance(number, int) else 0
        self._note(kind, unit, bytes.fromhex(file.mark), [file])

    def _note(self, kind: str, unit: int, made_of: bytes, files: list[Written]) -> None:
        self._cache.set_written(kind, unit, made_of, files)
        new = (file for file in files if file.mark not in self._folder.known)
        self.names.update(file_name(kind, file.id) for file in new)


def _blocks(numbers: Numbers, threads: Mapping[int, bytes], size: int) -> Iterator[Block]:
    """The posts in blocks of *size*; the mark of each is told by those of the *threads*."""
    for number, start in enumerate(range(0, len(numbers.rows), size)):
        rows = tuple(numbers.rows[start : start + size])
        told = b"".join([threads[row >> PLACES] for row in rows])
        yield number, mark(told + array("I", (row & PLACE for row in rows)).tobytes()), rows


def _batches(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    todo = iter(blocks)
    while batch := tuple(islice(todo, BATCH)):
        yield batch
