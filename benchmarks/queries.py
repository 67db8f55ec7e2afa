"""What people may ask who once read a post and look for it again: known items.

Each post is asked for in three ways: with words that few posts have, with words that many have and
the name of its author, and with words just as they follow each other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prose import Dice
from threadsite.search import Entry

WORD = re.compile(r"[a-z]{3,}")
PHRASE = re.compile(r"(?:[A-Za-z]{2,} ){3}[A-Za-z]{2,}")
LEAST = 30
"""Different words of a post that is asked for."""
RARE = range(3, 51)
"""Posts that hold a rare word; one that a single post holds would find it whatever the ranking."""
COMMON = (0.01, 0.2)
"""Share of the posts that hold a common word."""
KINDS = RARE_WORDS, AUTHOR, QUOTED = "rare words", "common words, author", "phrase"


@dataclass(frozen=True, slots=True)
class Query:
    """A query, and the address of the post that it is for."""

    kind: str
    text: str
    post: str


def known_items(entries: Sequence[Entry], count: int) -> list[Query]:
    """Queries for *count* of *entries*, of each kind as many."""
    held = [(entry, set(WORD.findall(entry.text.lower()))) for entry in entries]
    spread = Counter(word for _, words in held for word in words)
    able = [(entry, words) for entry, words in held if len(words) >= LEAST]
    asked: list[Query] = []
    for entry, words in able[:: max(len(able) // (2 * count), 1)]:
        queries = tuple(_queries(entry, words, spread, len(held)))
        if len(queries) == len(KINDS) and len(asked) < count * len(KINDS):
            asked += queries
    return asked


def _queries(entry: Entry, words: set[str], spread: Counter[str], posts: int) -> Iterator[Query]:
    dice = Dice(f"asked for {entry.url}")
    low, high = (share * posts for share in COMMON)
    rare = sorted(word for word in words if spread[word] in RARE)
    common = sorted(word for word in words if low <= spread[word] <= high)
    phrases = PHRASE.findall(entry.text)
    if len(rare) >= 2:
        yield Query(RARE_WORDS, " ".join(_some(dice, rare, 2)), entry.url)
    if len(common) >= 3:
        text = " ".join((*_some(dice, common, 3), entry.author))
        yield Query(AUTHOR, text, entry.url)
    if phrases:
        yield Query(QUOTED, f'"{dice.one(phrases)}"', entry.url)


def _some(dice: Dice, words: list[str], count: int) -> list[str]:
    start = dice.below(len(words))
    return [words[(start + i * len(words) // count) % len(words)] for i in range(count)]
