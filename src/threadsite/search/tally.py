"""Which terms a group of posts holds, and how much each matters there: work for any process.

A posting is one number, eight times the post's number plus how much the term matters there, 0 to 7.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote

from threadsite.search import weights
from threadsite.search.entries import Entry
from threadsite.search.terms import Postings, Run, Terms
from threadsite.search.weights import LEVELS
from threadsite.search.words import pieces

LARGEST = 500_000
"""Characters of a post that are indexed."""
MOST = 250_000
"""Words that a process remembers; a larger archive forgets them now and then."""
SPILL = 600_000
"""Postings held before they are handed over."""


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
    terms = _known.pop(language, None) or Terms(language)
    held = 0
    for thread in threads:
        title: dict[Postings, float] | None = None
        for number, entry in thread:
            if title is None:
                title = dict.fromkeys(map(terms.__getitem__, pieces(entry.title)), weights.TITLE)
            held += _add(terms, entry, number * LEVELS, title.copy())
            title = dict.fromkeys(title, weights.OTHER_TITLE)
            if held >= SPILL:
                yield tuple(terms.runs())
                held = 0
    yield tuple(terms.runs())
    if terms.size < MOST:
        _known[language] = terms


_known: dict[str, Terms] = {}
"""What this process knows of words, by language: most of a group of posts were in the one before.
"""


def _add(terms: Terms, entry: Entry, base: int, others: dict[Postings, float]) -> int:
    """Add to *terms* those of *entry*, whose postings begin at *base*; *others* has the words of
    its title. How many postings these are."""
    own = pieces(entry.text[:LARGEST])
    found = Counter(map(terms.__getitem__, own))
    held = len(found)
    length = weights.relative_length(len(own))
    _weigh(terms, entry, others)
    for postings, weight in others.items():
        postings.append(base + weights.level(weight + found.pop(postings, 0) / length))
    counts: Iterable[int] = found.values()
    most = max(counts, default=0)
    if most > weights.MANY:
        counts = [min(count, weights.MANY) for count in counts]
    levels = [base + level for level in weights.own_levels(len(own))[: most + 1]]
    # This is most of the work of the whole index: a loop that Python does not see.
    deque(map(list.append, found, map(levels.__getitem__, counts)), maxlen=0)
    terms.add(_filters(entry), base)
    return held


def _weigh(terms: Terms, entry: Entry, others: dict[Postings, float]) -> None:
    """Add to *others* the weight of each word of author and quotes."""
    for postings in map(terms.__getitem__, _name(entry.author)):
        others[postings] = others.get(postings, 0) + weights.AUTHOR
    if entry.quoted:
        quoted = pieces(entry.quoted[:LARGEST])
        share = weights.QUOTED / weights.relative_length(len(quoted))
        for postings, count in Counter(map(terms.__getitem__, quoted)).items():
            others[postings] = others.get(postings, 0) + count * share


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
