"""Which terms a group of posts holds, and how much each matters there: work for any process.

A posting is one number, eight times the post's number plus how much the term matters there, 0 to 7.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from threadsite.search import weights
from threadsite.search.cells import CELLS, order
from threadsite.search.entries import Entry
from threadsite.search.weights import LEVELS
from threadsite.search.words import Stems, pieces

LARGEST = 500_000
"""Characters of a post that are indexed."""
STEMS = 250_000
"""Words whose stems are remembered; a larger archive forgets them now and then."""
SPILL = 600_000
"""Postings held before they are handed over."""
NONE = [0xFFFFFFFF]
"""Where a list of postings begins, so that there is always a last one to ask for."""


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


def has_term(name: str) -> str:
    """The term of all posts that hold a *name*."""
    return "!" + _plain(name)


def tally(
    threads: Iterable[Iterable[tuple[int, Entry]]], language: str
) -> Iterator[tuple[Run, ...]]:
    """What the posts of *threads*, each with its number, hold: in parts of some size."""
    sheet = _Sheet(_stems(language))
    for thread in threads:
        title: list[str] | None = None
        for number, entry in thread:
            weight = weights.TITLE if title is None else weights.OTHER_TITLE
            title = pieces(entry.title) if title is None else title
            sheet.add(entry, number * LEVELS, dict.fromkeys(title, weight))
            if sheet.held >= SPILL:
                yield tuple(sheet.runs())
                sheet = _Sheet(_stems(language))
    yield tuple(sheet.runs())


@cache
def _stems(language: str) -> Stems:
    return Stems(language)


class _Sheet(dict[str, list[int]]):
    """The list that the postings of each piece go to: that of its stem."""

    def __init__(self, stems: Stems) -> None:
        if len(stems) > STEMS:
            stems.clear()
        self.held = 0
        self._stems = stems
        self._lists: dict[str, list[int]] = {}
        self._aliases: dict[str, set[str]] = {}

    def __missing__(self, piece: str) -> list[int]:
        stem = self._stems[piece]
        if word := self._stems.words.get(piece):
            self._aliases.setdefault(word, set()).add(stem)
        postings = self[piece] = self.of_term(stem)
        return postings

    def of_term(self, term: str) -> list[int]:
        """The list of the postings of *term*."""
        if term not in self._lists:
            self._lists[term] = NONE.copy()
        return self._lists[term]

    def add(self, entry: Entry, base: int, others: dict[str, float]) -> None:
        """Take in *entry*, whose postings begin at *base*; *others* has the words of its title."""
        own = pieces(entry.text[:LARGEST])
        found = Counter(own)
        length = weights.relative_length(len(own))
        _weigh(entry, others)
        for piece, weight in others.items():
            code = base + weights.level(weight + found.pop(piece, 0) / length)
            _append(self[piece], code, base)
        levels = [base + level for level in weights.own_levels(len(own))]
        # This loop is most of the work of the whole index: no call in it.
        most = weights.MANY
        for piece, count in found.items():
            postings = self[piece]
            if postings[-1] ^ base > 7:
                postings.append(levels[count if count < most else most])
            else:
                postings[-1] = max(postings[-1], levels[count if count < most else most])
        for term in _filters(entry):
            self.of_term(term).append(base)
        self.held += len(found) + len(others)

    def runs(self) -> Iterator[Run]:
        """What was taken in, cell by cell."""
        lists, aliases = self._lists, self._aliases
        lists.pop("", None)
        terms = sorted(lists.keys() | aliases.keys(), key=_key("".join((*lists, *aliases))))
        for cell, group in groupby(terms, key=lambda term: CELLS[term[:2]]):
            codes: array[int] = array("I")
            counts: array[int] = array("I")
            held = list(group)
            for term in held:
                postings = lists.get(term, NONE)
                counts.append(len(postings) - 1)
                codes.extend(postings[1:])
            said = {term: sorted(aliases[term]) for term in held if term in aliases}
            data = _pack(Packed(" ".join(held), counts.tobytes(), codes.tobytes(), said))
            yield Run(cell, len(codes), data)


def _append(postings: list[int], code: int, base: int) -> None:
    """Two forms of one word share their postings; the weightier stands for both."""
    if postings[-1] ^ base > 7:
        postings.append(code)
    else:
        postings[-1] = max(postings[-1], code)


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
    if entry.board:
        yield board_term(entry.board_key)
    yield from map(has_term, entry.has)


def _key(text: str) -> Callable[[str], bytes] | None:
    """By what to sort terms of these characters."""
    # Only where a character takes two units do browsers sort otherwise than we do.
    return order if text and max(text) > "\uffff" else None


@lru_cache(maxsize=4096)
def _name(author: str) -> tuple[str, ...]:
    return tuple(pieces(author))


@lru_cache(maxsize=4096)
def _plain(key: str) -> str:
    """*key* as `encodeURIComponent` writes it: no mark in it that the shards use."""
    return quote(key, safe="!*'()", errors="replace")
