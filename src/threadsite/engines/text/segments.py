"""Posts as stretches of lines: from header to header, and where no header is left, by what else
tells that one post ends: a quote of it, the line of its footer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from threadsite.engines.text.headers import is_lone
from threadsite.engines.text.lines import FOOTER, HEADER, Kind, Line
from threadsite.engines.text.overlap import Traced
from threadsite.engines.text.runs import Header

BODY = frozenset(
    (Kind.TEXT, Kind.MARKED, Kind.SAID, Kind.NAME, Kind.AGAIN, Kind.RANK, Kind.STATUS, Kind.BYLINE)
)
SPARSE = 0.34
SIGNATURE = 160
"""Characters of a line that nobody has in a signature."""
LONG = 60
"""Characters of a line that nobody says twice."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines *start* to *end* of a post, the first of them to *body* its header."""

    start: int
    body: int
    end: int
    why: str = "header"
    """What told where the post begins: header, footer, quote or first."""


def find_segments(
    lines: Sequence[Line], headers: Sequence[Header], traced: Traced, first: int, end: int
) -> list[Segment]:
    """The posts in the lines *first* to *end*, in order."""
    starts = {header.start: (header.end, "header") for header in headers if header.start < end}
    starts.setdefault(min(first, *starts) if starts else first, (first, "first"))
    sparse = _sparse(lines, headers, first, end)
    if sparse:
        for place in list(_after_footers(lines, first, end, set(starts), len(headers) < 2)):
            starts.setdefault(place, (_body_start(lines, place), "footer"))
    for place in list(_quoted_self(lines, traced, range(first, end), set(starts), sparse)):
        starts.setdefault(place, (place, "quote"))
    order = sorted(starts)
    return [
        Segment(start, max(start, starts[start][0]), stop, starts[start][1])
        for start, stop in zip(order, [*order[1:], end], strict=True)
    ]


def _body_start(lines: Sequence[Line], place: int) -> int:
    """Where the header ends that begins at *place*, if one does."""
    while place < len(lines) and lines[place].kind in HEADER - {Kind.AGAIN}:
        place += 1
    return place


def _sparse(lines: Sequence[Line], headers: Sequence[Header], first: int, end: int) -> bool:
    """Whether the page has lost the headers of some posts."""
    if len(headers) < 2:
        return True
    open_ends = sum(1 for _ in _after_footers(lines, first, end, {h.start for h in headers}, False))
    return open_ends >= SPARSE * len(headers)


def _after_footers(
    lines: Sequence[Line], first: int, end: int, starts: set[int], edits: bool
) -> Iterator[int]:
    """Where words follow a footer without a header between; behind notes of edits with *edits*."""
    after = edit = False
    for place in range(first, end):
        kind = lines[place].kind
        if place in starts:
            after = False
        elif kind in FOOTER:
            after = True
            edit = not edits and kind is Kind.EDITED
        elif after and kind in BODY:
            if not edit or kind is Kind.SAID or len(lines[place].text) > SIGNATURE:
                yield place
            after = False


def _quoted_self(
    lines: Sequence[Line], traced: Traced, places: range, starts: set[int], sparse: bool
) -> Iterator[int]:
    """Where a quote begins whose words stand in what would be the same post.

    An article may say a sentence twice, so one line is enough only on a *sparse* page.
    """
    current, before = places.start, -1
    for place in places:
        if place in starts:
            current = place
        if lines[place].kind is Kind.BLANK:
            continue
        opens = place in traced and before not in traced
        if opens and traced[place] >= current and _long(lines, place, traced, sparse):
            current = _quote_start(lines, place, traced[place])
            yield current
        before = place


def _long(lines: Sequence[Line], place: int, traced: Traced, sparse: bool) -> bool:
    """Whether the quote that begins at *place* is too long for words said twice by chance."""
    more = sum(other in traced for other in range(place, min(place + 5, len(lines))))
    return more > 1 or (sparse and len(lines[place].text) > LONG)


def _quote_start(lines: Sequence[Line], place: int, source: int) -> int:
    """Where the post begins whose quote begins at *place*: at its head, or a name above it."""
    start = place
    for above in range(place - 1, max(source, place - 5), -1):
        line = lines[above]
        if line.kind is Kind.SAID or (is_lone(lines, above) and start - above > 1):
            start = above
        elif line.kind is not Kind.BLANK:
            break
    return start
