"""The names of authors, for finding one while a name is typed."""

from __future__ import annotations

from collections.abc import Iterator

from threadsite.search.postings import order
from threadsite.search.scripts import cut
from threadsite.search.words import words

TARGET = 24 * 1024
"""Bytes of names in a shard."""
STARTS = 4
"""Words of a name by which it is found."""

Name = tuple[str, str, str, int]
"""The name folded from one of its words on, as it is shown, the author's key, how many posts."""


class Authors:
    """Who wrote how many posts."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._posts: dict[str, int] = {}

    def add(self, key: str, name: str) -> None:
        """Count one more post of the author *key*, last seen under *name*."""
        self._names[key] = name
        self._posts[key] = self._posts.get(key, 0) + 1

    def shards(self) -> Iterator[list[Name]]:
        """Every name under each of its words, in order, in shards of about equal size."""
        names = sorted(self._entries(), key=lambda name: (order(name[0]), name[2]))
        parts = cut((len(start) + len(name) + len(key) for start, name, key, _ in names), TARGET)
        shard: list[Name] = []
        last = 0
        for part, name in zip(parts, names, strict=True):
            if part != last:
                yield shard
                shard, last = [], part
            shard.append(name)
        if shard:
            yield shard

    def _entries(self) -> Iterator[Name]:
        for key, name in self._names.items():
            found = words(name)
            for start in range(min(len(found), STARTS)):
                yield " ".join(found[start:]), name, key, self._posts[key]
