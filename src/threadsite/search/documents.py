"""What results show of posts, in blocks of as many posts each: work for any process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager

from threadsite.search.cells import step
from threadsite.search.entries import Entry, Source
from threadsite.search.scripts import Folder, Written

KEPT = 20_000
"""Characters of a post that excerpts and phrases are looked for in."""
SMALLEST = 16
"""Posts of a block: the fewer posts, the smaller, so that a small archive loads little."""
BLOCKS = 560

Access = Callable[[], AbstractContextManager[Source]]
"""Opens the archive, in any process."""
Block = tuple[int, bytes, tuple[int, ...]]
"""Its number, the mark of what it is made of, and the rows of its posts."""


def size_of_block(posts: int) -> int:
    """The posts of a block of an index that has so many *posts*."""
    return max(step(posts // BLOCKS), SMALLEST)


def write_blocks(
    access: Access, folder: Folder, blocks: Sequence[Block]
) -> list[tuple[int, bytes, Written]]:
    """Write *blocks* to *folder*; the number and the mark of each, and its file."""
    done = []
    with access() as source:
        for number, mark, rows in blocks:
            cells = _cells(source.entries_at(rows))
            done.append((number, mark, folder.put("posts", number, *cells)))
    return done


def _cells(
    entries: Iterable[Entry],
) -> tuple[list[tuple[str, str]], list[str], list[tuple[str, ...]], list[int | str]]:
    """The pages, authors and boards of *entries*, and six cells for each."""
    pages: dict[tuple[str, str], int] = {}
    authors: dict[str, int] = {}
    boards: dict[tuple[str, ...], int] = {}
    cells: list[int | str] = []
    for entry in entries:
        page, _, anchor = entry.url.partition("#")
        cells += (
            pages.setdefault((page, entry.title), len(pages)),
            anchor,
            authors.setdefault(entry.author, len(authors)),
            boards.setdefault(entry.board, len(boards)),
            entry.created.isoformat() if entry.created else "",
            entry.text[:KEPT].strip().replace("\n", " "),
        )
    return list(pages), list(authors), list(boards), cells
