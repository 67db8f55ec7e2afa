"""Posts as stretches of lines: from header to header, and by what else tells where headers are
lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from threadsite.engines.text.halves import Header
from threadsite.engines.text.headers import is_lone
from threadsite.engines.text.lines import HEADER, Kind, Line
from threadsite.engines.text.loose import (
    MARKS,
    at_bullets,
    at_gaps,
    at_joins,
    at_quotes,
    behind_footers,
    behind_marks,
)
from threadsite.engines.text.numbering import number_of
from threadsite.engines.text.overlap import Traced

BEGINNING = HEADER - {Kind.AGAIN}
SPARSE = 0.34
"""The share of posts without a header that makes a page one that has lost some."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines *start* to *end* of a post, the first of them to *body* its header."""

    start: int
    body: int
    end: int
    why: str = "header"
    """What told where the post begins: header, mark, bullet, quote, footer, gap or first."""

    @property
    def header(self) -> range:
        """The lines of the header, by number."""
        return range(self.start, self.body)


def find_segments(
    lines: Sequence[Line], headers: Sequence[Header], traced: Traced, places: range
) -> list[Segment]:
    """The posts in the lines *places*, in order."""
    bodies = {header.start: header.end for header in headers if header.start < places.stop}
    why = dict.fromkeys(bodies, "header")
    first = min(places.start, *bodies) if bodies else places.start
    why.setdefault(first, "first")
    if first < len(lines) and lines[first].kind is Kind.NAME:
        bodies.setdefault(first, first + 1)
    counted, stops = _counted(lines, headers), _stops(lines)
    loose = () if counted else _loose(lines, {first: first, **bodies}, traced, places)
    for place, reason in loose:
        why[place] = reason if why.get(place, "first") == "first" else why[place]
        bodies.setdefault(place, place + 1 if is_lone(lines, place) else stops[place])
    order = sorted(why)
    return [
        Segment(start, min(stop, max(start, bodies.get(start, start))), stop, why[start])
        for start, stop in zip(order, [*order[1:], places.stop], strict=True)
        if start < stop
    ]


def _stops(lines: Sequence[Line]) -> list[int]:
    """For each line where the header ends that begins there; the line itself if none does."""
    stops = [*range(len(lines) + 1)]
    for place in range(len(lines) - 1, -1, -1):
        if lines[place].kind in BEGINNING:
            stops[place] = stops[place + 1]
    return stops


def _counted(lines: Sequence[Line], headers: Sequence[Header]) -> bool:
    """Whether the headers number the posts one after the other, so that none has lost its own."""
    numbers = [number_of(lines, header) for header in headers]
    return len(numbers) > 1 and all(b == a + 1 for a, b in pairwise(numbers))


def _loose(
    lines: Sequence[Line], starts: Mapping[int, int], traced: Traced, places: range
) -> Iterator[tuple[int, str]]:
    """Where posts begin beside those at *starts*, whose headers end there, and what tells."""
    headed = [range(start, body) for start, body in starts.items() if start < body]
    alone = len(headed) < 2
    heads = {*starts, *chain.from_iterable(headed)}
    ends = list(behind_footers(lines, places, heads, alone))
    few = list(behind_footers(lines, places, heads, False))
    sparse = alone or len(few) >= SPARSE * len(headed)
    found = list[tuple[int, str]]()
    if sparse:
        found = _listed(lines, traced, places, ends) if alone else [(p, "footer") for p in ends]
        yield from found
    if not any(why == "mark" for _, why in found):
        known = {*starts, *(place for place, _ in found)}
        for place in at_quotes(lines, traced, places, known, sparse):
            yield place, "quote"


def _listed(
    lines: Sequence[Line], traced: Traced, places: range, ends: Sequence[int]
) -> list[tuple[int, str]]:
    """Starts on a page without headers: by the surest sign it has."""
    marks = behind_marks(lines, places)
    if len(marks) >= MARKS:
        return [(place, "mark") for place in marks]
    bullets = at_bullets(lines, places)
    if bullets:
        return [(place, "bullet") for place in bullets]
    footers = [(place, "footer") for place in ends]
    gaps = at_gaps(lines, places)
    if footers or not gaps:
        gaps = at_joins(lines, places, traced)
    return footers + [(place, "gap") for place in gaps]
