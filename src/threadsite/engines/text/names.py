"""Who wrote the posts of a page: names that are stated, probable ones, and what is left of lost
ones."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from threadsite.engines.text.headers import is_lone
from threadsite.engines.text.hints import find_hints
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.page import Page
from threadsite.engines.text.person import GUESS
from threadsite.engines.text.segments import Segment
from threadsite.model import Author

STATED = (
    Kind.BYLINE, Kind.SIGNED, Kind.AVATAR, Kind.LEFT, Kind.NAME, Kind.STATUS, Kind.CHROME,
)  # fmt: skip
"""Lines that state a name, the surest first."""
FREE = frozenset((Kind.TEXT, Kind.NAME, Kind.AGAIN))
TITLES = frozenset((Kind.RANK, Kind.TEXT, Kind.AGAIN, Kind.VALUE))
LASTING = ("joined", "location", "person")
BEHIND = frozenset((Kind.SIGNED, Kind.LEFT, Kind.CHROME))
"""Kinds that name the author below a post."""
PROFILE = frozenset(
    (Kind.LABEL, Kind.RANK, Kind.AVATAR, Kind.NUMBER, Kind.DATE, Kind.ORDINAL, Kind.STATUS)
)
TOP = frozenset((Kind.INITIAL, Kind.DATE, Kind.ORDINAL, Kind.STATUS, Kind.AVATAR, Kind.BLANK))
"""Kinds that may stand above a name."""
COVERED = 0.7
UNNAMED = "Unnamed"
LONGEST = 40


def find_authors(page: Page, place_of: str) -> list[Author]:
    """The author of each post of *page*; *place_of* tells the unknown of one page from others'."""
    lines, segments = page.lines, page.segments
    slots = _agreed(lines, segments, [_slot(lines, segment) for segment in segments])
    if not _trusted(lines, segments, slots):
        slots = [None] * len(segments)
    common, hints = _common(lines, segments), find_hints(page)
    authors = []
    for number, (segment, slot) in enumerate(zip(segments, slots, strict=True)):
        place = slot if slot is not None else _lone(lines, segment)
        titles = list(_titles(lines, segment, common, place))
        named = _named(lines, segment, slot, hints.get(number))
        if named:
            name, inferred = named
            authors.append(
                Author(f"name:{name}", name, ", ".join(titles) or None, inferred=inferred)
            )
        else:
            authors.append(_unnamed(lines, segment, common, place_of))
    return authors


def _named(
    lines: Sequence[Line], segment: Segment, slot: int | None, hint: str | None
) -> tuple[str, bool] | None:
    """The name of the author and whether it is inferred; None if it is lost."""
    stated = _stated(lines, segment)
    if stated and stated.name:
        return stated.name, stated.key == GUESS
    if slot is not None:
        return lines[slot].name or lines[slot].text, False
    lone = _lone(lines, segment)
    if lone is not None:
        return lines[lone].text, True
    return (hint, True) if hint else None


def _stated(lines: Sequence[Line], segment: Segment) -> Line | None:
    """The line of *segment* that states a name in words of the software."""
    named: dict[Kind, Line] = {}
    for place in range(segment.start, segment.end):
        line = lines[place]
        header = place < segment.body
        if line.name and (header or line.kind in BEHIND):
            named.setdefault(line.kind, line)
    return next((named[kind] for kind in STATED if kind in named), None)


def _slot(lines: Sequence[Line], segment: Segment) -> int | None:
    """The line of the header where software puts a name: its first that is no known field."""
    for place in range(segment.start, segment.body):
        line = lines[place]
        if line.kind in FREE:
            letters = sum(map(str.isalnum, line.text)) > 1
            fits = (
                letters and line.short and len(line.text) <= LONGEST and len(line.text.split()) <= 4
            )
            return place if fits else None
        if line.kind in (Kind.RANK, Kind.LABEL, Kind.SUBJECT):
            return None
    return None


def _agreed(
    lines: Sequence[Line], segments: Sequence[Segment], slots: Sequence[int | None]
) -> list[int | None]:
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
    for place in range(slot - 1, segment.start - 1, -1):
        if lines[place].kind not in TOP:
            return lines[place].kind
    return Kind.BLANK


def _trusted(
    lines: Sequence[Line], segments: Sequence[Segment], slots: Sequence[int | None]
) -> bool:
    """Whether the page's headers have names in that place; some extractors drop lines of one word,
    and what is left there is a title."""
    headed = sum(
        any(lines[place].kind in PROFILE for place in _header(segment)) for segment in segments
    )
    filled = [lines[slot].text for slot in slots if slot is not None]
    if not filled or len(filled) < COVERED * headed:
        return False
    return any(len(text.split()) == 1 for text in filled)


def _lone(lines: Sequence[Line], segment: Segment) -> int | None:
    """The line of a probable name: two or three words, alone above a blank line."""
    place = segment.start
    if segment.body == place or lines[place + 1 : place + 2] == []:
        return None
    alone = lines[place + 1].kind is Kind.BLANK and len(lines[place].text.split()) in (2, 3)
    return place if alone and is_lone(lines, place) else None


def _common(lines: Sequence[Line], segments: Sequence[Segment]) -> set[str]:
    """The words that most headers of the page have: labels of fields, not titles of somebody."""
    count = Counter(
        text for segment in segments for text in {lines[p].text for p in _header(segment)}
    )
    return {text for text, n in count.items() if n > 1 and n * 2 > len(segments)}


def _header(segment: Segment) -> range:
    return range(segment.start, segment.body)


def _titles(
    lines: Sequence[Line], segment: Segment, common: set[str], slot: int | None
) -> Iterator[str]:
    """The titles in the header of *segment*, and where its author lives."""
    for place in _header(segment):
        line = lines[place]
        wanted = line.kind is Kind.RANK or line.text not in common
        number = line.text.replace(",", "").replace(".", "").replace(" ", "").isdigit()
        if place != slot and line.kind in TITLES and wanted and not number and not line.name:
            yield line.text


def _unnamed(lines: Sequence[Line], segment: Segment, common: set[str], place_of: str) -> Author:
    """An author known only by what the header still says."""
    titles = list(_titles(lines, segment, common, None))
    lasting = titles + [
        lines[place].text
        for place in _header(segment)
        if lines[place].kind is Kind.LABEL and lines[place].key.rstrip("=") in LASTING
        and lines[place].text not in common
    ]  # fmt: skip
    counters = [lines[p].text for p in _header(segment) if lines[p].kind is Kind.NUMBER]
    left = lasting or counters
    if not left:
        unknown = _hash([place_of, str(segment.start)])
        return Author(f"inferred:{unknown}", UNNAMED, inferred=True)
    name = f"{UNNAMED}: {', '.join(left)}"
    return Author(f"inferred:{_hash(left)}", name, ", ".join(titles) or None, inferred=True)


def _hash(parts: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]
