"""Who wrote the posts of a page: names that are stated, probable ones, and what is left of lost
ones."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadsite.engines.text.headers import is_lone
from threadsite.engines.text.hints import find_hints
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.mentions import FIELD, cleaned, could_be_name
from threadsite.engines.text.page import Page
from threadsite.engines.text.person import GUESS
from threadsite.engines.text.segments import Segment
from threadsite.engines.text.slots import Slot, find_slots
from threadsite.engines.text.times import is_time
from threadsite.model import Author

STATED = (
    Kind.BYLINE, Kind.SIGNED, Kind.AVATAR, Kind.LEFT, Kind.NAME, Kind.STATUS, Kind.CHROME,
)  # fmt: skip
"""Lines that state a name, the surest first."""
TITLES = frozenset((Kind.RANK, Kind.TEXT, Kind.AGAIN, Kind.VALUE))
LASTING = ("joined", "location", "person")
BEHIND = frozenset((Kind.SIGNED, Kind.LEFT, Kind.CHROME))
"""Kinds that name the author below a post."""
FEW = 0.2
"""The share of posts with a name below which what is taken for one may be anything else."""
UNNAMED = "Unnamed"


def find_authors(page: Page, place_of: str) -> list[Author]:
    """The author of each post of *page*; *place_of* tells the unknown of one page from others'."""
    lines, segments = page.lines, page.segments
    slots = find_slots(lines, segments)
    common, hints = _common(lines, segments), find_hints(page)
    authors = []
    for number, (segment, slot) in enumerate(zip(segments, slots, strict=True)):
        place = slot.place if slot else _lone(lines, segment)
        titles = list(_titles(lines, segment, common, place))
        named = _named(lines, segment, slot, hints.get(number))
        if named:
            name, inferred = named
            authors.append(
                Author(f"name:{name}", name, ", ".join(titles) or None, inferred=inferred)
            )
        else:
            authors.append(_unnamed(lines, segment, common, place_of))
    authors = _undoubled(authors)
    stated = sum(not author.inferred for author in authors)
    if stated < FEW * len(authors):
        return [replace(author, inferred=True) for author in authors]
    return authors


def _undoubled(authors: list[Author]) -> list[Author]:
    """*authors* without the words for their pictures, which say the name too and stand right before
    it: "MaudMaud", "Maud Maud". One may be called so, but not two, and glued not most."""
    names = {author.name for author in authors if author.name}
    halves = {name: half for name in names if (half := _half(name))}
    others = {author.name for author in authors if not author.id.startswith("inferred:")}
    apart = sum(" " in name.removeprefix(half)[:1] for name, half in halves.items())
    if len(halves) < 2 or (apart < 2 and len(halves) * 2 < len(others)):
        return authors
    return [
        replace(author, id=f"name:{halves[author.name]}", name=halves[author.name])
        if author.name in halves
        else author
        for author in authors
    ]


def _half(name: str) -> str:
    """What *name* says twice; "" if it does not."""
    half = name[: len(name) // 2]
    return half if name in (half + half, f"{half} {half}") else ""


def _named(
    lines: Sequence[Line], segment: Segment, slot: Slot | None, hint: str | None
) -> tuple[str, bool] | None:
    """The name of the author and whether it is inferred; None if it is lost."""
    stated = _stated(lines, segment)
    if stated and stated.name:
        return cleaned(stated.name), stated.key == GUESS
    if _of_guest(lines, segment):
        return None
    if slot is not None and not FIELD.fullmatch(lines[slot.place].text):
        line = lines[slot.place]
        return cleaned(line.name or line.text), not slot.sure
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
        if line.name and (header or line.kind in BEHIND) and _fits(line.name):
            named.setdefault(line.kind, line)
    if _says_more(named):
        del named[Kind.AVATAR]
    return next((named[kind] for kind in STATED if kind in named), None)


def _says_more(named: dict[Kind, Line]) -> bool:
    """Whether the words for a picture hold a title besides the name that another line states."""
    picture = named[Kind.AVATAR].name or "" if Kind.AVATAR in named else ""
    others = (named[kind].name for kind in (Kind.LEFT, Kind.NAME) if kind in named)
    return any(picture.endswith(f" {name}") for name in others)


def _fits(text: str) -> bool:
    return could_be_name(text) and not FIELD.fullmatch(text)


def _of_guest(lines: Sequence[Line], segment: Segment) -> bool:
    """Whether the header of *segment* says in words of the software that a guest wrote it."""
    bylines = (lines[place] for place in _header(segment) if lines[place].kind is Kind.BYLINE)
    return any(line.name and not could_be_name(line.name) for line in bylines)


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
        number = number or (line.kind is Kind.VALUE and is_time(line.text))
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
