"""Headers of posts: where exactly they begin and end.

Longer than others, since a header grows upwards by several signs that have to be weighed together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from threadsite.engines.text.halves import Header
from threadsite.engines.text.lines import HEADER, Kind, Line
from threadsite.engines.text.numbering import from_first, numbered
from threadsite.engines.text.profiles import profiles_below, split
from threadsite.engines.text.runs import STRONG, find_runs, last_filled

SURELY = frozenset((Kind.NAME, Kind.RANK, Kind.STATUS, Kind.INITIAL))
"""Kinds that are a part of the header they stand above, whatever the others have there."""
KNOWN = SURELY | {Kind.AGAIN, Kind.VALUE, Kind.NUMBER}
UPWARD = KNOWN | {Kind.TEXT}
FIELDS = HEADER | {Kind.NUMBER, Kind.RULE}
FREE = frozenset((Kind.TEXT, Kind.AGAIN, Kind.NAME, Kind.VALUE))
REACH = 6
"""Lines that may stand above the first that tells a header."""
BETWEEN = 3
"""Lines that may stand between the buttons below a post and the header of the next."""
FAR = 3
"""Blank lines between two lines of a header, on a page that has more of these than of others."""
SHARE = 0.7
"""How many headers of a kind must have a line above them for all to take it."""


@dataclass(frozen=True, slots=True)
class Usual:
    """How many lines headers of a kind have above the first that tells them."""

    all: int
    free: int
    """Those of no known kind."""


def find_headers(lines: Sequence[Line]) -> tuple[list[Header], list[Header]]:
    """The headers of the posts of a page, in order, and the profiles that stand below posts."""
    runs = find_runs(lines)
    below: list[Header] = []
    if profiles_below(lines, runs):
        parts = [split(lines, run) for run in runs]
        below = _exact(lines, [profile for profile, _ in parts if profile])
        runs = [header for _, header in parts if header]
    found = from_first(lines, [_cut(lines, run) for run in runs])
    headers = numbered(lines, found, only=False)
    return numbered(lines, [*_unsigned(lines, [*_grown(lines, headers)])]), below


def _exact(lines: Sequence[Line], runs: Sequence[Header]) -> list[Header]:
    return [*_grown(lines, [_cut(lines, run) for run in runs])]


def _unsigned(lines: Sequence[Line], headers: Sequence[Header]) -> Iterator[Header]:
    """*headers* without the signature above a name that others of the page begin with, where it
    stands right below the buttons of the post above."""
    firsts = {lines[header.start].text for header in headers}
    for header in headers:
        start = header.start
        if start and lines[start - 1].kind is Kind.BUTTON and lines[start].kind in FREE:
            free = takewhile(lambda place: lines[place].kind in FREE, range(start, header.end))
            start = next((p for p in free if p > start and lines[p].text in firsts), start)
        yield replace(header, start=start)


def _cut(lines: Sequence[Line], header: Header) -> Header:
    """*header* from its first strong line on, without what stands apart at its end."""
    strong = [place for place in header.places if lines[place].kind in STRONG]
    if not strong:
        return replace(header, end=_without_tail(lines, header))
    end = strong[-1] + 1
    while end < header.end and lines[end].kind in FIELDS:
        end += 1
    if lines[strong[-1]].kind is Kind.DATE and lines[strong[-1]].key:
        end = _with_rank(lines, range(end, header.end))
    return replace(header, start=strong[0], end=end)


def _with_rank(lines: Sequence[Line], below: range) -> int:
    """The end of a header that bbPress begins with date and number: name and role are *below*."""
    filled = [place for place in below if lines[place].kind is not Kind.BLANK]
    named = len(filled) > 1 and lines[filled[0]].short and lines[filled[1]].kind is Kind.RANK
    return filled[1] + 1 if named else below.start


def _without_tail(lines: Sequence[Line], header: Header) -> int:
    """The end of *header* without a recurring word that stands apart below its names."""
    last = header.end - 1
    above = last_filled(lines, last)
    named = any(lines[place].kind is Kind.NAME for place in range(header.start, above))
    apart = above < last and lines[last].kind is Kind.AGAIN
    return above if named and apart else header.end


def _grown(lines: Sequence[Line], headers: Sequence[Header]) -> Iterator[Header]:
    """*headers* with the lines above them that most of their like have: names and titles."""
    blank = sum(line.kind is Kind.BLANK for line in lines)
    apart = FAR if blank * 2 > len(lines) else 1
    above = [_above(lines, header, apart) for header in headers]
    like: dict[tuple[Kind, str], list[list[int]]] = {}
    for header, mine in zip(headers, above, strict=True):
        like.setdefault(_first(lines, header), []).append(mine)
    usual = {
        first: Usual(_growth(lines, those), _growth(lines, [_free(lines, one) for one in those]))
        for first, those in like.items()
    }
    for number, (header, mine) in enumerate(zip(headers, above, strict=True)):
        start = _grow(lines, header, mine, usual[_first(lines, header)])
        start = start if number else _from_name(lines, start, header.start)
        yield replace(header, start=_behind_footer(lines, _lone(lines, start)))


def _from_name(lines: Sequence[Line], start: int, end: int) -> int:
    """*start* of the first header of a page, or the name below it that stands apart from it."""
    apart = (
        place
        for place in range(start + 1, end + 1)
        if lines[place].kind is Kind.NAME and lines[place - 1].kind is Kind.BLANK
    )
    first = next(apart, start)
    return first if lines[start].kind in (Kind.TEXT, Kind.AGAIN) else start


def _behind_footer(lines: Sequence[Line], start: int) -> int:
    """*start*, or where the few short lines begin that stand between it and a footer."""
    first = start
    short = 0
    for place in range(start - 1, max(-1, start - 12), -1):
        line = lines[place]
        if line.kind is Kind.BUTTON or line.bullet or _names_all(line, short):
            return first if line.key != "files" else start
        if line.kind is Kind.BLANK:
            continue
        short += 1
        if short > BETWEEN or not _upward(line):
            break
        first = place
    return start


def _names_all(line: Line, short: int) -> bool:
    """Whether *line* says who liked a post, so that none of the *short* lines below it does."""
    return line.kind is Kind.THANKED and (short == 1 or not line.text.endswith(":"))


def _first(lines: Sequence[Line], header: Header) -> tuple[Kind, str]:
    line = lines[header.start]
    return line.kind, line.key if line.kind is Kind.LABEL else ""


def _grow(lines: Sequence[Line], header: Header, above: Sequence[int], usual: Usual) -> int:
    """Where *header* begins with the lines *above* it, of which it has no more than is *usual*."""
    start = header.start
    free = set(_free(lines, above)[: usual.free])
    for count, place in enumerate(above):
        doubled = start in free and lines[start].text == lines[place].text
        if place in free or doubled or count < usual.all or lines[place].kind in SURELY:
            start = place
        elif lines[place].kind is not Kind.NUMBER:
            break
    return start


def _free(lines: Sequence[Line], above: Sequence[int]) -> list[int]:
    """Those of *above* that are of no known kind, a name that stands there twice but once."""
    found: list[int] = []
    for place in above:
        if lines[place].kind in FREE and (not found or lines[found[-1]].text != lines[place].text):
            found.append(place)
    return found


def _lone(lines: Sequence[Line], start: int) -> int:
    """The line of a name that stands alone above the header that begins at *start*, or *start*."""
    place = start - 2
    if place < 0 or lines[start - 1].kind is not Kind.BLANK or not is_lone(lines, place):
        return start
    return place


def is_lone(lines: Sequence[Line], place: int) -> bool:
    """Whether the line at *place* is where XenForo puts a name: alone, far from what is above."""
    line = lines[place]
    above = [other.kind is Kind.BLANK for other in lines[max(0, place - 2) : place]]
    return (
        line.kind in (Kind.TEXT, Kind.NAME, Kind.AGAIN)
        and line.short
        and len(line.text.split()) <= 3
        and not any(sign in line.text for sign in "|/:[]<>")
        and place > 1
        and (all(above) or place == 2)
    )


def _above(lines: Sequence[Line], header: Header, apart: int) -> list[int]:
    """The lines right above *header* that could be of it, upwards, no more than *apart* blank lines
    between two."""
    found: list[int] = []
    blanks = 0
    for place in range(header.start - 1, max(-1, header.start - 12), -1):
        line = lines[place]
        if line.kind is Kind.BLANK:
            blanks += 1
        elif blanks > apart or len(found) == REACH or not _upward(line) or line.bullet:
            break
        else:
            found.append(place)
            blanks = 0
    return found


def _upward(line: Line) -> bool:
    return line.kind in SURELY or (line.kind in UPWARD and line.short)


def _growth(lines: Sequence[Line], like: Sequence[list[int]]) -> int:
    """How many lines above belong to headers that have *like* above them."""
    grow, titled = 0, False
    for size in range(1, REACH + 1):
        there = [places[size - 1] for places in like if len(places) >= size]
        known = sum(lines[place].kind in KNOWN for place in there)
        enough = len(there) >= SHARE * len(like)
        lonely = len(like) == 1 and not (there and lines[there[0] - 1].kind is Kind.BLANK)
        named = len(like) > 1 and titled and _apart(lines, there) >= SHARE * len(like)
        if not enough or ((size > 1 or lonely) and known * 2 < len(there) and not named):
            break
        titled = size == 1 and known * 2 >= len(there)
        grow = size
    return grow


def _apart(lines: Sequence[Line], places: Sequence[int]) -> int:
    """How many of the lines at *places* stand below a blank one."""
    return sum(lines[place - 1].kind is Kind.BLANK for place in places)
