"""What a page says of authors, where it stands below their posts: phpBB on a narrow screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from threadsite.engines.text.halves import HEADING, PROFILE, Header, is_heading, is_profile
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.runs import last_filled

SAYING = HEADING | {Kind.ORDINAL}
SCORES = frozenset({(Kind.LABEL, "score")})
"""What is said of a post, not of its author, where it stands alone."""
WORDS = frozenset((Kind.TEXT, Kind.MARKED, Kind.SAID))


def profiles_below(lines: Sequence[Line], headers: Sequence[Header]) -> bool:
    """Whether what a page says of authors stands below their posts: the first has none above."""
    headed = [header for header in headers if _kinds(header) & HEADING]
    if len(headed) < 2 or not _says(lines[headers[0].end : headers[1].start]):
        return False
    profiles = sum(map(is_profile, headers))
    if profiles * 2 >= len(headed) and is_heading(headers[0]):
        return all(map(is_heading, headed))
    mixed = [header for header in headed if _fields(header)]
    if sum(_heading_first(lines, header) for header in mixed) * 2 > len(mixed):
        return False
    fields = [_fields(header) for header in headed]
    usual = {field for field in set().union(*fields[1:]) if _share(field, fields[1:]) > 0.5}
    if not usual - SCORES or len(usual & fields[0]) * 2 >= len(usual):
        return False
    last = any(usual & _fields(header) for header in headers if header.start > headed[-1].start)
    return last or _like_others(headed)


def _like_others(headed: Sequence[Header]) -> bool:
    """Whether the first of *headed* tells what the others do: it may be a date of the page."""
    told = [_kinds(header) & SAYING for header in headed]
    return told[0] == Counter(map(frozenset, told[1:])).most_common(1)[0][0]


def _says(between: Sequence[Line]) -> bool:
    """Whether the lines *between* two headers are a post: else both are parts of one header."""
    return any(line.kind in WORDS and not line.short for line in between)


def _heading_first(lines: Sequence[Line], header: Header) -> bool:
    """Whether *header* says when, or as which, the post was written before it says by whom."""
    kinds = [lines[place].kind for place in header.places]
    return next(kind for kind in kinds if kind in PROFILE | SAYING) in SAYING


def _kinds(header: Header) -> set[Kind]:
    return {kind for kind, _ in header.shape}


def _fields(header: Header) -> set[tuple[Kind, str]]:
    return {part for part in header.shape if part[0] in PROFILE}


def _share(field: tuple[Kind, str], fields: Sequence[set[tuple[Kind, str]]]) -> float:
    return sum(field in one for one in fields) / len(fields)


def split(lines: Sequence[Line], header: Header) -> tuple[Header | None, Header | None]:
    """The profile of the post above in *header*, and the header of the one below."""
    person = [place for place in header.places if lines[place].kind in PROFILE]
    last = person[-1] if person else header.start - 1
    heads = [place for place in range(last + 1, header.end) if lines[place].kind in HEADING]
    if not person:
        return None, header
    middle = last_filled(lines, heads[0]) if heads else header.end
    profile = replace(header, end=middle)
    return profile, replace(header, start=heads[0]) if heads else None
