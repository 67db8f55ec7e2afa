"""The names of authors, for finding one while a name is typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

from threadsite.search.cells import order
from threadsite.search.words import words

TARGET = 400
"""Names in a shard, about."""
STARTS = 4
"""Words of a name by which it is found."""

Name = tuple[str, str, str, int]
"""The name folded from one of its words on, as it is shown, the author's key, how many posts."""


def shards(authors: Iterable[tuple[str, str, int]]) -> Iterator[list[Name]]:
    """Every name of *authors*, each a key, a name and a number of posts, under each of its words.

    Where a shard begins follows from the names near by, so that one more leaves others alone.
    """
    names = sorted(_names(authors), key=lambda name: (order(name[0]), name[2]))
    shard: list[Name] = []
    for name in names:
        if shard and name[0] != shard[-1][0] and crc32(name[0].encode()) % TARGET == 0:
            yield shard
            shard = []
        shard.append(name)
    if shard:
        yield shard


def _names(authors: Iterable[tuple[str, str, int]]) -> Iterator[Name]:
    for key, name, posts in authors:
        found = words(name)
        for start in range(min(len(found), STARTS)):
            yield " ".join(found[start:]), name, key, posts
