"""Headers that tell which post they begin: its number, or that it is the first. No other begins one
there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadsite.engines.text.context import FIRST
from threadsite.engines.text.halves import Header
from threadsite.engines.text.lines import FOOTER, Kind, Line

NUMBERING = (Kind.ORDINAL, Kind.DATE, Kind.BYLINE)
"""Kinds of lines that may have the number of a post for their key."""
APART = FOOTER | {Kind.CHROME}
"""Kinds that stand between two posts, not within a header."""
DATED = frozenset((Kind.DATE, Kind.BYLINE))
BESIDE = frozenset((Kind.BUTTON, Kind.LEFT))
"""Kinds below a post that also stand beside what is said of its author."""
WHO = frozenset((Kind.NAME, Kind.RANK, Kind.AVATAR, Kind.BYLINE))
WORDS = 6
"""Words of a line that nobody says in a post."""
FEWEST = 3
"""Numbers from which on they count."""
LINKS = 8
"""Filled lines, links of an author, that may stand between two parts of one header."""
NEAR = 3
"""Filled lines that may stand between two parts of one header."""
LONGEST = 60
"""Characters of such a line."""


def number_of(lines: Sequence[Line], header: Header) -> int:
    """The number that *header* gives its post; 0 if it gives none."""
    keys = (lines[p].key for p in header.places if lines[p].kind in NUMBERING)
    numbers = (int(key) for key in keys if key.isdecimal())
    return next((number for number in numbers if number), 0)


def numbered(
    lines: Sequence[Line], headers: Sequence[Header], *, only: bool = True
) -> list[Header]:
    """Those of *headers* that number their posts one after the other, with what else is of them;
    unless *only* these are wanted, the rest too. All of them where they do not count."""
    numbers = [number_of(lines, header) for header in headers]
    told = [number for number in numbers if number]
    # Comments on a post have its number and one of their own.
    if len({*told}) < FEWEST or any(b - a not in (0, 1) for a, b in pairwise(told)):
        return list(headers)
    kept: list[Header] = []
    for header, number in zip(headers, numbers, strict=True):
        above = kept[-1] if kept else None
        if number or (above is None and _opens(lines, header)):
            if above and not number_of(lines, above) and _of_next(lines, above, header):
                kept[-1] = replace(header, start=above.start)
            else:
                kept.append(header)
        elif above and number_of(lines, above) and _of_above(lines, above, header):
            kept[-1] = replace(above, end=header.end)
        else:
            kept.append(header)
    if not only:
        return kept
    first = next(header for header in kept if number_of(lines, header) or _opens(lines, header))
    return [header for header in kept if header is first or number_of(lines, header)]


def from_first(lines: Sequence[Line], headers: Sequence[Header]) -> list[Header]:
    """Those of *headers* from that on which alone has a subject that is no reply's, if the others
    have replies': a date that the page has above it is of no post."""
    first = [number for number, header in enumerate(headers) if _opens(lines, header)]
    if len(first) != 1 or first[0] + 1 == len(headers):
        return list(headers)
    replies = all(
        any(lines[place].kind is Kind.SUBJECT for place in header.places)
        for header in headers[first[0] :]
    )
    return list(headers[first[0] :] if replies else headers)


def _opens(lines: Sequence[Line], header: Header) -> bool:
    """Whether *header* has a date and a subject that is no reply's."""
    subject = any(lines[p].kind is Kind.SUBJECT and lines[p].key == FIRST for p in header.places)
    return subject and any(lines[place].kind in DATED for place in header.places)


def _of_above(lines: Sequence[Line], above: Header, header: Header) -> bool:
    """Whether *header* without a number goes on with the one *above* it."""
    between = lines[above.end : header.start]
    if _says_who(lines, header):
        profile = any(lines[place].kind is Kind.LABEL for place in header.places)
        linked = sum(line.kind is not Kind.BLANK for line in between) <= LINKS
        return profile and linked and not any(map(_of_post, between))
    return _near(between)


def _of_next(lines: Sequence[Line], header: Header, following: Header) -> bool:
    """Whether *header* without a number and the one *following* it are of one post."""
    between = lines[header.end : following.start]
    if _says_who(lines, header) and not _says_who(lines, following):
        return not any(map(_of_post, between))
    return _near(between)


def _of_post(line: Line) -> bool:
    """Whether *line* can only be of a post, or below one."""
    said = line.kind is Kind.TEXT and len(line.text.split()) > WORDS
    return said or (line.kind in FOOTER and line.kind not in BESIDE)


def _says_who(lines: Sequence[Line], header: Header) -> bool:
    """Whether *header* says who wrote a post."""
    return any(lines[place].kind in WHO for place in header.places)


def _near(between: Sequence[Line]) -> bool:
    filled = [line for line in between if line.kind is not Kind.BLANK]
    return len(filled) <= NEAR and all(
        len(line.text) <= LONGEST and line.kind not in APART for line in filled
    )
