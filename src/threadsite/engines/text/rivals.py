"""Lines that stand where names do and are none: buttons of all posts, titles of several authors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.segments import Segment

COUNTED = frozenset((Kind.LABEL, Kind.VALUE, Kind.NUMBER))
"""Kinds that say of an author what hardly two have in common."""
SAME = 0.8
"""The share of headers that have one line in common, which is no name then."""
TITLED = 0.3
"""The share of titles among what stands in the place from which on all of it may be titles."""


def without_dull(lines: Sequence[Line], free: Sequence[list[int]]) -> list[list[int]]:
    """*free* without the lines that nearly all headers begin with: buttons of an unknown name.

    Where nothing but such lines is left, one author may have written all; no line tells that.
    """
    dull = _dull(lines, free)
    if dull is None:
        return list(free)
    rest = [places[1:] if _begins(lines, places, dull) else places for places in free]
    again = _dull(lines, rest)
    return [[] if again and _begins(lines, places, again) else places for places in rest]


def _dull(lines: Sequence[Line], free: Sequence[list[int]]) -> str | None:
    """The words that nearly all of *free* begin with, if there are such."""
    texts = Counter(lines[places[0]].text for places in free if places)
    text, count = texts.most_common(1)[0] if texts else ("", 0)
    return text if count > 1 and count >= SAME * texts.total() else None


def _begins(lines: Sequence[Line], places: Sequence[int], text: str) -> bool:
    return bool(places and lines[places[0]].text == text and lines[places[0]].kind is not Kind.NAME)


def without_titles(
    lines: Sequence[Line], segments: Sequence[Segment], free: Sequence[list[int]]
) -> tuple[list[list[int]], bool]:
    """*free* without the lines that two authors have, and whether there are many of those."""
    people: dict[str, list[frozenset[str]]] = {}
    for segment, places in zip(segments, free, strict=True):
        told = _told(lines, segment)
        for place in places:
            if len(told) > 1 and lines[place].kind is not Kind.NAME:
                people.setdefault(lines[place].text, []).append(told)
    titles = {
        text
        for text, those in people.items()
        if any(not a & b for a, b in combinations(those[:8], 2))
    }
    first = [lines[places[0]].text for places in free if places]
    many = sum(text in titles for text in first) > TITLED * len(first)
    kept = [[place for place in places if lines[place].text not in titles] for places in free]
    return kept, many


def _told(lines: Sequence[Line], segment: Segment) -> frozenset[str]:
    """What the header of *segment* says of its author in numbers and places."""
    header = (lines[place] for place in range(segment.start, segment.body))
    return frozenset(
        line.text
        for line in header
        if line.kind in COUNTED and not line.key.endswith("=") and len(line.text) > 1
    )
