"""Which terms a group of posts holds, and how much each matters there: work for any process.

A posting is one number, eight times the post's number plus how much the term matters there, 0 to 7.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from threadsite.search import weights
from threadsite.search.cells import CELLS
from threadsite.search.entries import Entry
from threadsite.search.weights import LEVELS
from threadsite.search.words import Stems, pieces

LARGEST = 500_000
"""Characters of a post that are indexed."""
MOST = 250_000
"""Words whose stems are remembered; a larger archive forgets them now and then."""
SIGNS = "@=!~"
"""What terms begin with that are no words."""
SPILL = 600_000
"""Postings held before they are handed over."""


class Run(NamedTuple):
    """What a group of posts has in a cell."""

    cell: int
    postings: int
    data: bytes


class Packed(msgspec.Struct, array_like=True, frozen=True):
    """Terms of a cell in a group of posts, in any order."""

    terms: str
    """With a space between."""
    counts: bytes
    """How many postings each has."""
    codes: bytes
    """The postings, those of one term after those of the other."""
    aliases: dict[str, list[str]]
    """Words that are not their own stems, and their stems."""


unpack = msgspec.msgpack.Decoder(Packed).decode
_pack = msgspec.msgpack.Encoder().encode


def author_term(key: str) -> str:
    """The term of all posts of the author *key*."""
    return "@" + _plain(key)


def board_term(key: str) -> str:
    """The term of all posts right in the board *key*."""
    return "=" + _plain(key)


def thread_term(key: str) -> str:
    """The term of all posts of the thread *key*."""
    return "~" + _plain(key)


def has_term(name: str) -> str:
    """The term of all posts that hold a *name*."""
    return "!" + _plain(name)


def tally(
    threads: Iterable[Iterable[tuple[int, Entry]]], language: str
) -> Iterator[tuple[Run, ...]]:
    """What the posts of *threads*, each with its number, hold: in parts of some size."""
    stems = _stems.pop(language, None) or Stems(language)
    sheet = _Sheet()
    for thread in threads:
        title: list[str] | None = None
        for number, entry in thread:
            weight = weights.TITLE if title is None else weights.OTHER_TITLE
            title = pieces(entry.title) if title is None else title
            sheet.add(entry, number * LEVELS, dict.fromkeys(title, weight))
            if sheet.held >= SPILL:
                yield sheet.runs(stems)
                sheet = _Sheet()
    yield sheet.runs(stems)
    if len(stems) < MOST:
        _stems[language] = stems


_stems: dict[str, Stems] = {}
"""The stems that this process has found, by language: most words of a group of posts were in the
one before."""


class _Sheet:
    """The postings of each piece and of what else can be asked for."""

    def __init__(self) -> None:
        self.held = 0
        """How many postings, about."""
        self._pieces: defaultdict[str, list[int]] = defaultdict(list)
        self._filters: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, entry: Entry, base: int, others: dict[str, float]) -> None:
        """Take in *entry*, whose postings begin at *base*; *others* has the words of its title."""
        own = pieces(entry.text[:LARGEST])
        found = Counter(own)
        length = weights.relative_length(len(own))
        _weigh(entry, others)
        for piece, weight in others.items():
            code = base + weights.level(weight + found.pop(piece, 0) / length)
            self._pieces[piece].append(code)
        levels = [base + level for level in weights.own_levels(len(own))]
        counts: Iterable[int] = found.values()
        if max(counts, default=0) > weights.MANY:
            counts = [min(count, weights.MANY) for count in counts]
        # This is most of the work of the whole index: a loop that Python does not see.
        postings = map(self._pieces.__getitem__, found)
        deque(map(list.append, postings, map(levels.__getitem__, counts)), maxlen=0)
        for term in _filters(entry):
            self._filters[term].append(base)
        self.held += len(found) + len(others)

    def runs(self, stems: Stems) -> tuple[Run, ...]:
        """What was taken in, cell by cell; none of it is left."""
        lists, aliases = self._pieces, _joined(self._pieces, stems)
        lists.update(self._filters)
        cells = groupby(sorted(lists), key=lambda term: CELLS[term[:2]])
        return tuple(_run(cell, list(terms), lists, aliases) for cell, terms in cells)


def _joined(lists: defaultdict[str, list[int]], stems: Stems) -> dict[str, list[str]]:
    """Bring what forms of words have in *lists* to their stems; the words, and their stems.

    Two forms of one word share their postings; the weightier stands for both.
    """
    aliases: defaultdict[str, set[str]] = defaultdict(set)
    joined: defaultdict[str, list[int]] = defaultdict(list)
    told = list(zip(lists, map(stems.__getitem__, lists), strict=True))
    for piece, stem in told:
        if piece != stem:
            joined[stem] += lists.pop(piece)
            if word := stems.words.get(piece):
                aliases[word].add(stem)
    joined.pop("", None)
    for stem, codes in joined.items():
        every = sorted((*codes, *lists[stem]))
        numbers = map(LEVELS.__rfloordiv__, every)
        lists[stem] = list(dict(zip(numbers, every, strict=True)).values())
    for word in aliases:
        lists.setdefault(word, [])
    return {word: sorted(found) for word, found in aliases.items()}


def _run(
    cell: int, terms: list[str], lists: Mapping[str, list[int]], aliases: Mapping[str, list[str]]
) -> Run:
    held = [lists[term] for term in terms]
    codes = array("I", chain.from_iterable(held))
    counts = array("I", map(len, held))
    said = {term: aliases[term] for term in terms if term in aliases}
    data = Packed(" ".join(terms), counts.tobytes(), codes.tobytes(), said)
    return Run(cell, len(codes), _pack(data))


def _weigh(entry: Entry, others: dict[str, float]) -> None:
    """Add to *others* the weight of each word of author and quotes."""
    for piece in _name(entry.author):
        others[piece] = others.get(piece, 0) + weights.AUTHOR
    if entry.quoted:
        quoted = pieces(entry.quoted[:LARGEST])
        share = weights.QUOTED / weights.relative_length(len(quoted))
        for piece in quoted:
            others[piece] = others.get(piece, 0) + share


def _filters(entry: Entry) -> Iterator[str]:
    yield author_term(entry.author_key)
    yield thread_term(entry.thread)
    if entry.board:
        yield board_term(entry.board_key)
    yield from map(has_term, entry.has)


@lru_cache(maxsize=4096)
def _name(author: str) -> tuple[str, ...]:
    return tuple(pieces(author))


@lru_cache(maxsize=4096)
def _plain(key: str) -> str:
    """*key* as `encodeURIComponent` writes it: no mark in it that the shards use."""
    return quote(key, safe="!*'()", errors="replace")
