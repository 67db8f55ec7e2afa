"""What results show of posts, in blocks of as many posts each: work for any process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from threadsite.search.cells import step
from threadsite.search.entries import Entry, Source
from threadsite.search.scripts import Folder, Literal, Written, head, literal

KEPT = 20_000
"""Characters of a post that excerpts and phrases are looked for in."""
SMALLEST = 16
"""Posts of a block: the fewer posts, the smaller, so that a small archive loads little."""
BLOCKS = 250

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
    """Write *blocks* to *folder*; the number and the mark of each, and its file.

    A block says first where each of its posts ends: so one alone can be asked for.
    """
    done = []
    with access() as source:
        for number, mark, rows in blocks:
            posts = [Literal(literal(_row(entry))) for entry in source.entries_at(rows)]
            done.append((number, mark, folder.put("posts", number, *head(posts), *posts)))
    return done


def _row(entry: Entry) -> tuple[object, ...]:
    page, _, anchor = entry.url.partition("#")
    day = entry.created.isoformat() if entry.created else ""
    text = entry.text[:KEPT].strip().replace("\n", " ")
    return page, anchor, entry.title, entry.author, entry.board, day, text
