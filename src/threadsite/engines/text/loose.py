"""Where posts begin that have lost their headers: behind a footer, at a bullet of the list that the
page was, where paragraphs touch on a page that keeps them apart, at a quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from threadsite.engines.text.headers import is_lone
from threadsite.engines.text.lines import FOOTER, Kind, Line
from threadsite.engines.text.overlap import Traced

BODY = frozenset(
    (Kind.TEXT, Kind.MARKED, Kind.SAID, Kind.NAME, Kind.AGAIN, Kind.RANK, Kind.STATUS, Kind.BYLINE)
)
SIGNATURE = 160
"""Characters of a line that nobody has in a signature."""
WRITTEN = " ,.'’!?\u3002\u3001"
"""Signs that stand among words."""
WORDED = 0.9
"""The share of letters, and of such signs, in what is words."""
LONG = 60
"""Characters of a line that nobody says twice."""
BULLET = re.compile(r"(\s*)([•*○□■+-])\s+\S")
BULLETS = 3
"""Bullets from which on they are a list of posts."""
TIGHT = 40
"""Characters of a line that may be a whole paragraph."""
MANIFOLD = 3
"""How many double blank lines there may be for each single one."""
WIDE = 5
"""Blank lines that no author leaves, and an extractor where the markup of a header was."""
MARK = "\u00a0"
MARKS = 2
"""Marks from which on they stand below posts."""
Places = Sequence[int]


def behind_footers(
    lines: Sequence[Line], places: range, heads: set[int], edits: bool
) -> Iterator[int]:
    """Where words follow a footer without a line of *heads* between; behind notes of edits with
    *edits*."""
    after = edit = False
    for place in places:
        kind = lines[place].kind
        if place in heads:
            after = False
        elif kind in FOOTER:
            after = True
            edit = not edits and (kind is Kind.EDITED or lines[place].key == "logged")
        elif after and kind in BODY:
            if not edit or kind is Kind.SAID or len(lines[place].text) > SIGNATURE:
                yield place
            after = False


def at_bullets(lines: Sequence[Line], places: range) -> list[int]:
    """The outer bullets, if all that follows the first of them is an item of one list."""
    found = [(place, BULLET.match(lines[place].raw)) for place in places]
    marked = [(place, match) for place, match in found if match]
    if not marked:
        return []
    first, outer = marked[0]
    same = [place for place, match in marked if match.groups() == outer.groups()]
    items, wide = set(same), len(outer[1]) + 1
    inside = all(
        place in items or lines[place].raw[:wide].isspace() or lines[place].kind in FOOTER
        for place in range(first, places.stop)
        if lines[place].kind not in (Kind.BLANK, Kind.CHROME)
    )
    return same if len(same) >= BULLETS and (inside or _opens(lines, first)) else []


def _opens(lines: Sequence[Line], bullet: int) -> bool:
    """Whether right above the first *bullet* stands the page's own heading, or only its title."""
    above = [line for line in lines[:bullet] if line.kind is not Kind.BLANK]
    heading = bool(above) and above[-1].kind is Kind.CHROME
    return heading or not any(line.kind in BODY for line in above[1:])


def at_joins(lines: Sequence[Line], places: range, traced: Traced) -> list[int]:
    """Where paragraphs touch, on a page that sets blank lines between most."""
    filled = [place for place in places if lines[place].kind is not Kind.BLANK]
    touching, apart = list[int](), 0
    for before, place in pairwise(filled):
        if before in traced or lines[before].kind is not Kind.TEXT:
            continue
        if place - before > 1:
            apart += 1
        elif _paragraph(lines[place]) and (place in traced or _paragraph(lines[before])):
            touching.append(place)
    return touching if len(touching) <= apart else []


def _paragraph(line: Line) -> bool:
    return line.kind is Kind.TEXT and len(line.text) >= TIGHT and not line.short


def behind_marks(lines: Sequence[Line], places: range) -> list[int]:
    """Behind the lone space, set close between two lines, that XenForo puts below each post."""
    return [
        place + 1
        for place in places[1:-1]
        if lines[place].raw.strip(" \t") == MARK
        and all(lines[place + step].kind is not Kind.BLANK for step in (-1, 1))
    ]


def at_gaps(lines: Sequence[Line], places: range) -> list[int]:
    """Where two blank lines stand, on a page that has one between paragraphs; many, where it has
    none."""
    single, double, wide, blanks = 0, list[int](), list[int](), 0
    for place in places:
        if lines[place].kind is Kind.BLANK:
            blanks += 1
            continue
        if blanks == 1:
            single += 1
        elif blanks > 1 and lines[place].kind in BODY:
            double.append(place)
            wide += [place] if blanks >= WIDE else []
        blanks = 0
    return double if len(double) <= MANIFOLD * single else wide if not single else []


def at_quotes(
    lines: Sequence[Line], traced: Traced, places: range, starts: set[int], sparse: bool
) -> Iterator[int]:
    """Where a quote begins whose words stand in what would be the same post, or are quoted there.

    An article may say a sentence twice, so one line is enough only on a *sparse* page, or below
    a name that stands alone.
    """
    current, before = places.start, -1
    quoted: set[int] = set()
    for place in places:
        if place in starts:
            current, quoted = place, set()
        if lines[place].kind is Kind.BLANK:
            continue
        if place in traced:
            own = traced[place] >= current or (sparse and traced[place] in quoted)
            head = _head(lines, place, traced[place])
            sure = sparse or (head < place and lines[head].kind is not Kind.SAID)
            if own and before not in traced and _long(lines, place, traced, sure):
                current, quoted = head, set()
                yield current
            quoted.add(traced[place])
        before = place


def _long(lines: Sequence[Line], place: int, traced: Traced, sure: bool) -> bool:
    """Whether the quote that begins at *place* is too long for words said twice by chance."""
    near = range(place, min(place + 5, len(lines)))
    more = sum(other in traced and _worded(lines[other].text) for other in near)
    return more > 1 or (sure and len(lines[place].text) > LONG and _worded(lines[place].text))


def _worded(text: str) -> bool:
    """Whether *text* is words: programs and logs say the same again and again."""
    return sum(sign.isalpha() or sign in WRITTEN for sign in text) >= WORDED * len(text)


def _head(lines: Sequence[Line], place: int, source: int) -> int:
    """Where the post begins whose quote begins at *place*: at its head, or a name above it."""
    start = place
    for above in range(place - 1, max(source, place - 5), -1):
        line = lines[above]
        if line.kind is Kind.SAID or (is_lone(lines, above) and start - above > 1):
            start = above
        elif line.kind is not Kind.BLANK:
            break
    return start
