"""Signatures: the last lines of posts that stand last in other posts too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.segments import Segment

LONGEST = 6
"""Lines of a signature that are looked at."""
GREETING = 24
"""Characters of a line that is a greeting rather than a signature."""


def find_signatures(lines: Sequence[Line], segments: Sequence[Segment]) -> set[int]:
    """The lines that end several of *segments* with the same words."""
    tails = [list(_tail(lines, segment)) for segment in segments]
    texts = [[lines[place].text for place in tail] for tail in tails]
    count = Counter(tuple(text[:size]) for text in texts for size in range(1, len(text) + 1))
    found: set[int] = set()
    for tail, text in zip(tails, texts, strict=True):
        for size, place in enumerate(tail, 1):
            if count[tuple(text[:size])] < 2 or len(lines[place].text) <= GREETING:
                break
            found.add(place)
    return found


def _tail(lines: Sequence[Line], segment: Segment) -> Iterator[int]:
    """The last lines of *segment* that its author wrote, upwards; never all of them."""
    words = [
        place
        for place in range(segment.body, segment.end)
        if lines[place].kind in (Kind.TEXT, Kind.AGAIN, Kind.NAME)
    ]
    yield from words[:0:-1][:LONGEST]
