"""Quotes by their words: which lines say again what an earlier line of the page said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from threadsite.engines.text.lines import Kind, Line

WORD = re.compile(r"[^\W_]+")
FILE = re.compile(r"(?i)\b(?:attachment|image) \d+$|\.(?:jpe?g|png|gif|webp)$|^code:|^\d{5,}$")
WHOLE = 24
"""Letters from which on a line that says the same is no accident."""
SHINGLE = 4
"""Words that are looked up together."""
ENOUGH = 0.7
"""The share of a quote's shingles that must be found earlier."""
NEAR = 8
"""Lines that may stand between two lines of one quote in its source."""
OWN = frozenset((Kind.TEXT, Kind.MARKED, Kind.NAME, Kind.AGAIN, Kind.CHROME, Kind.BUTTON))

Traced = dict[int, int]
"""Line of a quote, and the earlier line whose words it repeats."""


def letters(text: str) -> str:
    """The letters and digits of *text* in lower case: what extractors do not change."""
    return "".join(WORD.findall(normalize("NFKC", text).casefold()))


def trace(lines: Sequence[Line]) -> Traced:
    """Every line of *lines* that repeats an earlier one, with that one; linear in their length."""
    first: dict[str, int] = {}
    seen: dict[int, int] = {}
    traced: Traced = {}
    keys = [letters(line.text) if line.kind in OWN else "" for line in lines]
    for place, key in enumerate(keys):
        if _slight(lines[place], key):
            continue
        shingles = list(_shingles(lines[place].text))
        source = first.get(key)
        if source is None:
            source = _voted(shingles, seen)
        if source is not None:
            traced[place] = source
            continue
        first[key] = place
        for shingle in shingles:
            seen.setdefault(shingle, place)
    slight = [bool(key) and _slight(line, key) for line, key in zip(lines, keys, strict=True)]
    _join_short(keys, slight, traced)
    _part_headers(lines, slight, traced)
    _join_files(lines, traced)
    return traced


def _join_files(lines: Sequence[Line], traced: Traced) -> None:
    """Add to *traced* what stands for a picture or a file between two lines of one quote."""
    before, files = -1, list[int]()
    for place, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        if place in traced:
            if before in traced and 0 <= traced[place] - traced[before] <= NEAR:
                traced.update(dict.fromkeys(files, traced[before]))
            before, files = place, []
        elif line.short and FILE.search(line.text):
            files.append(place)
        else:
            before, files = -1, []


def _slight(line: Line, key: str) -> bool:
    """Whether *line* is too short to be known again by itself."""
    return len(key) < WHOLE or (line.short and len(key) < 2 * WHOLE)


def _shingles(text: str) -> Iterator[int]:
    words = WORD.findall(normalize("NFKC", text).casefold())
    if sum(map(len, words)) > 8 * len(words):
        # Scripts without spaces: their letters stand for words.
        words = list("".join(words))
    for place in range(len(words) - SHINGLE + 1):
        yield hash(tuple(words[place : place + SHINGLE]))


def _voted(shingles: list[int], seen: dict[int, int]) -> int | None:
    """The earlier line that most of *shingles* stood in."""
    votes = Counter(seen[shingle] for shingle in shingles if shingle in seen)
    if not votes or votes.total() < max(2, ENOUGH * len(shingles)):
        return None
    return votes.most_common(1)[0][0]


def _join_short(keys: Sequence[str], slight: Sequence[bool], traced: Traced) -> None:
    """Add to *traced* the short lines between and beside its lines, where the source has them."""
    filled = [place for place, key in enumerate(keys) if key]
    where: dict[str, list[int]] = {}
    for place in filled:
        if slight[place]:
            where.setdefault(keys[place], []).append(place)
    for order in (filled, filled[::-1]):
        before = -1
        for place in order:
            if slight[place] and place not in traced and before in traced:
                near = traced[before]
                often = len(where[keys[place]]) > 2
                for source in () if often else where[keys[place]]:
                    if source < min(place, before) and abs(source - near) <= NEAR:
                        traced[place] = source
            before = place


def _part_headers(lines: Sequence[Line], slight: Sequence[bool], traced: Traced) -> None:
    """Take out of *traced* the short lines above a quote, unless the head of it is above them.

    The last line of a header, a title, says the same above the quote and above its source.
    """
    opening = True
    for place, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        if place not in traced:
            opening = line.kind is not Kind.SAID
        elif opening and slight[place]:
            del traced[place]
        else:
            opening = False
