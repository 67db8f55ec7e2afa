"""Where in the headers of a page the names of authors stand, and whether they are names at all.

What stands there may be a title that an author shares with others, a button, or a word of the
software; so a line must be told from these by the other headers of the page.
Longer than others, since every doubt about a name has to be in one place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.mentions import could_be_name
from threadsite.engines.text.rivals import SAME, without_dull, without_titles
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
NUMBERED = frozenset((Kind.ORDINAL,))
COVERED = 0.7
FEW = 0.1
"""The share of headers that may hold two names, since one post was missed."""
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
    free = without_dull(lines, free)
    free, titles = without_titles(lines, segments, free)
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


def _first_as_others(lines: Sequence[Line], free: Sequence[list[int]], slots: Slots) -> Slots:
    """*slots* with the first, above which the page's own lines stand, right above a date where the
    others stand so."""
    below = [_below(lines, slot) for slot in slots[1:] if slot is not None]
    heading = below[0] if below else None
    if heading not in HEADING or below.count(heading) < SAME * len(below):
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
    below = [_below(lines, slot) if slot is not None else None for slot in slots[:2]]
    if len(below) == 2 and below[0] is below[1] and below[0] in HEADING:
        above[0] = above[1]  # The page's own lines stand above the first.
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
    numbered = [_has(lines, segment, NUMBERED) for segment in segments]
    if sum(numbered) * 2 < len(segments):
        numbered = [True] * len(segments)
    # A list of other threads may stand below those that are numbered.
    headed = sum(
        counts and _has(lines, segment, PROFILE)
        for counts, segment in zip(numbered, segments, strict=True)
    )
    found = [slot for counts, slot in zip(numbered, slots, strict=True) if counts]
    if sum(slot is not None for slot in found) < COVERED * headed:
        return False
    filled = {lines[slot].text for slot in slots if slot is not None}
    if not filled:
        return False
    if any(len(text.split()) == 1 for text in filled):
        return True
    named = [lines[slot].text if slot is not None else "" for slot in slots]
    beside = sum(
        any(lines[place].text in filled and lines[place].text != name for place in segment.header)
        for segment, name in zip(segments, named, strict=True)
    )
    return _keeps_words(lines) and beside <= FEW * len(segments)


def _has(lines: Sequence[Line], segment: Segment, kinds: frozenset[Kind]) -> bool:
    return any(lines[place].kind in kinds for place in range(segment.start, segment.body))


def _keeps_words(lines: Sequence[Line]) -> bool:
    """Whether the extractor has kept lines of one word."""
    return any(
        len(line.raw.split()) == 1 and any(map(str.isalpha, line.text)) and line.text.isalnum()
        for line in lines
    )
