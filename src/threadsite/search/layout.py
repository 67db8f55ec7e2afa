"""The parts of the index on disk: shards of terms, blocks of posts, names, days, boards."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from threadsite.search.authors import Authors
from threadsite.search.documents import Documents, Row
from threadsite.search.postings import Merged, Postings
from threadsite.search.scripts import Folder, rising

FORMAT = 1

SHARDS = 300
SMALLEST, LARGEST = 16 * 1024, 64 * 1024
"""Bytes of a shard of terms; one with a very frequent term may be larger."""
POSTING = 2
"""Bytes that a posting takes, about."""


def author_term(key: str) -> str:
    """The term of all posts of the author *key*."""
    return "@" + _plain(key)


def board_term(key: str) -> str:
    """The term of all posts right in the board *key*."""
    return "=" + _plain(key)


def has_term(name: str) -> str:
    """The term of all posts that hold a *name*."""
    return "!" + _plain(name)


class Boards:
    """The boards of the posts, numbered as they come and listed in order."""

    def __init__(self) -> None:
        self._boards: dict[str, tuple[int, tuple[str, ...]]] = {}
        self._posts: list[int] = []

    def add(self, key: str, path: tuple[str, ...]) -> int:
        """The number of the board *key*, one post of which was seen."""
        if key not in self._boards:
            self._boards[key] = (len(self._boards), path)
            self._posts.append(0)
        number = self._boards[key][0]
        self._posts[number] += 1
        return number

    def table(self) -> list[tuple[str, tuple[str, ...], int]]:
        """Key, titles from the outermost on, and number of posts of each board, in order."""
        return [(key, path, self._posts[number]) for key, number, path in self._ordered()]

    def places(self) -> list[int]:
        """The place in the table of each number."""
        places = [0] * len(self._boards)
        for place, (_, number, _) in enumerate(self._ordered()):
            places[number] = place
        return places

    def _ordered(self) -> list[tuple[str, int, tuple[str, ...]]]:
        rows = ((key, number, path) for key, (number, path) in self._boards.items())
        return sorted(rows, key=lambda row: (row[2], row[0]))


class _Shard:
    """Terms that share a script."""

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.postings: list[str] = []
        self.size = 0

    def add(self, merged: Merged) -> None:
        """Take in a term; if it stands for stems, they follow it behind a mark."""
        term, stems, postings = merged
        self.size += len(term.encode()) + 1 + len(postings.encode())
        mark = ";" if postings else ":"
        self.terms.append(term + (mark + ",".join(sorted(stems)) if stems else ""))
        if postings:
            self.postings.append(postings)


def write_terms(
    folder: Folder, postings: Postings, ranks: array[int] | None
) -> tuple[list[str], int]:
    """Write the shards of terms: the first term of each, and how many terms there are."""
    firsts: list[str] = []
    count = 0
    for number, shard in enumerate(_shards(postings, ranks)):
        folder.put("terms", number, " ".join(shard.terms), shard.postings)
        firsts.append(re.split("[:;]", shard.terms[0])[0])
        count += len(shard.terms)
    return firsts, count


def _shards(postings: Postings, ranks: array[int] | None) -> Iterator[_Shard]:
    target = min(max(postings.total * POSTING // SHARDS, SMALLEST), LARGEST)
    shard = _Shard()
    for term in postings.merged(ranks):
        shard.add(term)
        if shard.size >= target:
            yield shard
            shard = _Shard()
    if shard.terms:
        yield shard


def write_blocks(folder: Folder, documents: Documents, boards: Boards, posts: array[int]) -> str:
    """Write what results show of the *posts*; the number of the first of each block, as units."""
    days = documents.days(posts)
    places = boards.places()
    firsts = []
    for number, (first, rows) in enumerate(documents.blocks(posts)):
        firsts.append(first)
        folder.put("posts", number, *_block(rows, days, places))
    return rising(firsts)


def _block(
    rows: list[Row], days: Iterator[date | None], places: list[int]
) -> tuple[list[tuple[str, str]], list[str], list[int | str]]:
    """The pages and authors of *rows*, and six cells for each row."""
    pages: dict[tuple[str, str], int] = {}
    authors: dict[str, int] = {}
    cells: list[int | str] = []
    for url, title, author, board, text in rows:
        page, _, anchor = url.partition("#")
        place = pages.setdefault((page, title), len(pages))
        day = next(days)
        said = day.isoformat() if day else ""
        who = authors.setdefault(author, len(authors))
        cells += (place, anchor, who, places[board], said, text)
    return list(pages), list(authors), cells


def write_authors(folder: Folder, authors: Authors) -> list[str]:
    """Write the names; the first of each shard."""
    firsts = []
    for number, names in enumerate(authors.shards()):
        folder.put("authors", number, names)
        firsts.append(names[0][0])
    return firsts


def write_days(folder: Folder, days: Iterator[date | None]) -> dict[str, object]:
    """Write the day of every post, and for the table of contents how many have none, and each year
    with the number of its first post."""
    ordinals: list[int] = []
    firsts: list[int] = []
    years: dict[int, int] = {}
    undated = 0
    for number, day in enumerate(days):
        if day is None:
            undated = number + 1
        elif not ordinals or day.toordinal() != ordinals[-1]:
            years.setdefault(day.year, number)
            ordinals.append(day.toordinal())
            firsts.append(number)
    folder.put("days", None, rising(ordinals), rising(firsts))
    return {"undated": undated, "years": list(years.items())}


@lru_cache(maxsize=4096)
def _plain(key: str) -> str:
    """*key* as `encodeURIComponent` writes it: no mark in it that the shards use."""
    return quote(key, safe="!*'()", errors="replace")
