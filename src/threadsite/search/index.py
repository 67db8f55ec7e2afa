"""Build the search index: add one entry for each post, then write."""

from __future__ import annotations

import tempfile
from array import array
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from threadsite.search import layout, weights
from threadsite.search.authors import Authors
from threadsite.search.documents import Documents
from threadsite.search.postings import LEVELS, Postings
from threadsite.search.scripts import Folder
from threadsite.search.words import Stems, pieces

LARGEST = 500_000
"""Characters of a post that are indexed."""
STEMS = 250_000
"""Words whose stems are remembered; a larger archive forgets them now and then."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A post as search knows it."""

    url: str
    """Relative to the site's home, with the anchor of the post."""
    title: str
    thread: str
    """The thread's key. The first entry of each thread in a row is taken as its first post."""
    author: str
    author_key: str
    board: tuple[str, ...]
    """Titles from the outermost board on; empty outside any board."""
    board_key: str
    created: datetime | None
    text: str
    """The author's own words."""
    quoted: str = ""
    """Words of others in the post; they count for less."""
    has: frozenset[str] = frozenset()
    """What the post holds: `image`, `code`, `link`."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was written."""

    posts: int
    terms: int
    files: int
    bytes: int


class SearchIndex:
    """A search index in the making; memory does not grow with the number of posts."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self._folder = Folder(folder)
        self._spool = tempfile.TemporaryDirectory(prefix="threadsite-search-")
        spool = Path(self._spool.name)
        self._documents = Documents(spool)
        self._postings = Postings(spool)
        self._stems = Stems(language)
        self._lists = _Lists(self._stems, self._postings.lists)
        self._authors = Authors()
        self._boards = layout.Boards()
        self._has: set[str] = set()
        self._thread: str | None = None
        self._title: list[str] = []

    def __enter__(self) -> SearchIndex:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._documents.close()
        self._spool.cleanup()

    def add(self, entry: Entry) -> None:
        """Take in *entry*. Entries of one thread come in a row, its first post first."""
        base = len(self._documents) * LEVELS
        self._authors.add(entry.author_key, entry.author)
        board = self._boards.add(entry.board_key, entry.board)
        row = (entry.url, entry.title, entry.author, board, entry.text)
        self._documents.add(row, entry.created)
        added = self._add_words(entry, base) + self._add_filters(entry, base)
        if self._postings.count(added):
            self._spill()

    def write(self) -> Summary:
        """Write the index; what an earlier one left in the folder goes."""
        self._spill()
        posts = self._documents.by_date()
        ranks = None if self._documents.in_order else _inverse(posts)
        shards, terms = layout.write_terms(self._folder, self._postings, ranks)
        meta = {
            "format": layout.FORMAT,
            "posts": len(posts),
            "has": sorted(self._has),
            "boards": self._boards.table(),
            "terms": shards,
            "authors": layout.write_authors(self._folder, self._authors),
            "blocks": layout.write_blocks(self._folder, self._documents, self._boards, posts),
            **layout.write_days(self._folder, self._documents.days(posts)),
        }
        self._folder.put("meta", None, {**meta, "version": self._folder.version})
        self._folder.close()
        return Summary(len(posts), terms, self._folder.files, self._folder.bytes)

    def _add_words(self, entry: Entry, base: int) -> int:
        own = pieces(entry.text[:LARGEST])
        found = Counter(own)
        length = weights.relative_length(len(own))
        others = self._weigh_others(entry)
        lists = self._lists
        for piece, weight in others.items():
            code = base + weights.level(weight + found.pop(piece, 0) / length)
            _append(lists[piece], code, base)
        levels = [base + level for level in weights.own_levels(len(own))]
        # This loop is most of the work of the whole index: no call in it.
        most = weights.MANY
        for piece, count in found.items():
            postings = lists[piece]
            if postings[-1] < base:
                postings.append(levels[count if count < most else most])
            else:
                postings[-1] = max(postings[-1], levels[count if count < most else most])
        return len(found) + len(others)

    def _weigh_others(self, entry: Entry) -> dict[str, float]:
        """The weight of each word of title, author and quotes."""
        weight = weights.OTHER_TITLE
        if entry.thread != self._thread:
            weight = weights.TITLE
            self._thread, self._title = entry.thread, pieces(entry.title)
        others = dict.fromkeys(self._title, weight)
        for piece in pieces(entry.author):
            others[piece] = others.get(piece, 0) + weights.AUTHOR
        if entry.quoted:
            quoted = pieces(entry.quoted[:LARGEST])
            share = weights.QUOTED / weights.relative_length(len(quoted))
            for piece in quoted:
                others[piece] = others.get(piece, 0) + share
        return others

    def _add_filters(self, entry: Entry, base: int) -> int:
        terms = [layout.author_term(entry.author_key)]
        if entry.board:
            terms.append(layout.board_term(entry.board_key))
        terms.extend(map(layout.has_term, entry.has))
        self._has |= entry.has
        for term in terms:
            self._postings.lists[term].append(base)
        return len(terms)

    def _spill(self) -> None:
        self._postings.spill(self._stems.take_aliases())
        self._lists = _Lists(self._stems, self._postings.lists)
        if len(self._stems) > STEMS:
            self._stems.clear()


class _Lists(dict[str, list[int]]):
    """The list that the postings of each piece go to: that of its stem."""

    def __init__(self, stems: Stems, lists: dict[str, list[int]]) -> None:
        self._stems = stems
        self._by_stem = lists

    def __missing__(self, piece: str) -> list[int]:
        postings = self[piece] = self._by_stem[self._stems[piece]]
        return postings


def _append(postings: list[int], code: int, base: int) -> None:
    """Two forms of one word share their postings; the weightier stands for both."""
    if postings[-1] < base:
        postings.append(code)
    else:
        postings[-1] = max(postings[-1], code)


def _inverse(posts: array[int]) -> array[int]:
    """The place of each post in *posts*."""
    ranks = array("I", bytes(posts.itemsize * len(posts)))
    for rank, post in enumerate(posts):
        ranks[post] = rank
    return ranks
