"""Where in the headers of a page the names of authors stand, and whether they are names at all.

What stands there may be a title that an author shares with others, a button, or a word of the
software; so a line must be told from these by the other headers of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.mentions import could_be_name
from threadsite.engines.text.segments import Segment

FREE = frozenset((Kind.TEXT, Kind.NAME, Kind.AGAIN))
PROFILE = frozenset(
    (Kind.LABEL, Kind.RANK, Kind.AVATAR, Kind.NUMBER, Kind.DATE, Kind.ORDINAL, Kind.STATUS)
)
TOP = frozenset((Kind.INITIAL, Kind.DATE, Kind.ORDINAL, Kind.STATUS, Kind.AVATAR, Kind.BLANK))
"""Kinds that may stand above a name."""
ENDING = frozenset((Kind.RANK, Kind.LABEL, Kind.SUBJECT))
"""Kinds below which no name stands."""
HEADING = frozenset((Kind.DATE, Kind.BYLINE, Kind.ORDINAL))
COUNTED = frozenset((Kind.LABEL, Kind.VALUE, Kind.NUMBER))
"""Kinds that say of an author what hardly two have in common."""
COVERED = 0.7
SAME = 0.8
"""The share of headers that have one line in common, which is no name then."""
TITLED = 0.3
"""The share of titles among what stands in the place from which on all of it may be titles."""
Slots = list[int | None]


@dataclass(frozen=True, slots=True)
class Slot:
    """A line of a header that is a name."""

    place: int
    sure: bool
    """Whether it cannot be a title below the name."""


def find_slots(lines: Sequence[Line], segments: Sequence[Segment]) -> list[Slot | None]:
    """For each of *segments* the line of its header that is a name; None where none can be told."""
    slots = _find(lines, segments)
    doubtful = {
        slot
        for segment, slot in zip(segments[1:], slots[1:], strict=True)
        if slot is not None and _below_another(lines, segment, slot)
    }
    sure = {lines[slot].text for slot in slots if slot is not None and slot not in doubtful}
    return [
        None
        if slot is None
        else Slot(slot, lines[slot].kind is Kind.NAME or lines[slot].text in sure)
        for slot in slots
    ]


def _find(lines: Sequence[Line], segments: Sequence[Segment]) -> Slots:
    free = [list(_candidates(lines, segment)) for segment in segments]
    free = _without_dull(lines, free)
    free, titles = _without_titles(lines, segments, free)
    slots: Slots = [places[0] if places else None for places in free]
    slots = [
        slot if slot is not None and could_be_name(lines[slot].text) else None for slot in slots
    ]
    if titles:
        return [s if s is not None and lines[s].kind is Kind.NAME else None for s in slots]
    slots = _agreed(lines, segments, _first_as_others(lines, free, slots))
    return slots if _trusted(lines, segments, slots) else [None] * len(segments)


def _below_another(lines: Sequence[Line], segment: Segment, slot: int) -> bool:
    """Whether what stands at *slot* may be a title, since right above the header stands a line
    that may be the name."""
    above = lines[segment.start - 1] if segment.start else None
    return slot == segment.start and above is not None and _may_be_name(above)


def _may_be_name(line: Line) -> bool:
    return line.kind in FREE and line.short and could_be_name(line.text)


def _candidates(lines: Sequence[Line], segment: Segment) -> Iterator[int]:
    """The lines of the header that may be a name by their place: above titles and labels."""
    for place in range(segment.start, segment.body):
        line = lines[place]
        if line.kind in ENDING:
            return
        if line.kind in FREE:
            yield place


def _without_dull(lines: Sequence[Line], free: Sequence[list[int]]) -> list[list[int]]:
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


def _without_titles(
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


def _first_as_others(lines: Sequence[Line], free: Sequence[list[int]], slots: Slots) -> Slots:
    """*slots* with the first, above which the page's own lines stand, right above a date where the
    others stand so."""
    below = [_below(lines, slot) for slot in slots[1:] if slot is not None]
    heading = below[0] if below else None
    if heading not in HEADING or len(below) < 2 or below.count(heading) < SAME * len(below):
        return slots
    near = [place for place in free[0] if _below(lines, place) is heading]
    fits = [place for place in near if could_be_name(lines[place].text)]
    return [fits[0] if fits else slots[0], *slots[1:]]


def _below(lines: Sequence[Line], place: int) -> Kind | None:
    """The kind of the line below *place*, with no more than one blank between."""
    below = (line.kind for line in lines[place + 1 : place + 3] if line.kind is not Kind.BLANK)
    return next(below, None)


def _agreed(lines: Sequence[Line], segments: Sequence[Segment], slots: Slots) -> Slots:
    """Those of *slots* that stand below what most of them stand below."""
    above = [
        None if slot is None else _above(lines, segment, slot)
        for segment, slot in zip(segments, slots, strict=True)
    ]
    count = Counter(kind for kind in above if kind)
    usual = count.most_common(1)[0][0] if count else None
    return [slot if kind is usual else None for slot, kind in zip(slots, above, strict=True)]


def _above(lines: Sequence[Line], segment: Segment, slot: int) -> Kind:
    """The kind of the line above *slot* in the header; blank when a name may well follow it."""
    kinds = [lines[place].kind for place in range(segment.start, slot)]
    # Votes, say, stand between the number of the post and the name.
    free = TOP | {Kind.NUMBER} if {Kind.DATE, Kind.ORDINAL} & {*kinds} else TOP
    for place in range(slot - 1, segment.start - 1, -1):
        if lines[place].kind not in free and lines[place].text:
            return lines[place].kind
    return Kind.BLANK


def _trusted(lines: Sequence[Line], segments: Sequence[Segment], slots: Slots) -> bool:
    """Whether the page's headers have names in that place; some extractors drop lines of one word,
    and what is left there is a title."""
    headed = sum(
        any(lines[place].kind in PROFILE for place in range(segment.start, segment.body))
        for segment in segments
    )
    filled = [lines[slot].text for slot in slots if slot is not None]
    if not filled or len(filled) < COVERED * headed:
        return False
    return any(len(text.split()) == 1 for text in filled) or _keeps_words(lines)


def _keeps_words(lines: Sequence[Line]) -> bool:
    """Whether the extractor has kept lines of one word."""
    return any(
        len(line.raw.split()) == 1 and any(map(str.isalpha, line.text)) and line.text.isalnum()
        for line in lines
    )
