"""What a page says of authors, where it stands below their posts: phpBB on a narrow screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.runs import Header, last_filled

PERSON = frozenset((Kind.LABEL, Kind.AVATAR))
HEADING = frozenset((Kind.SUBJECT, Kind.BYLINE, Kind.DATE))


def profiles_below(headers: Sequence[Header]) -> bool:
    """Whether what a page says of authors stands below their posts: the first has none above."""
    kinds = [{kind for kind, _ in header.shape} for header in headers]
    headed = [one for one in kinds if one & HEADING]
    if len(headed) < 2 or headed[0] & PERSON:
        return False
    return sum(bool(one & PERSON) for one in headed[1:]) * 2 > len(headed) - 1


def split(lines: Sequence[Line], header: Header) -> tuple[Header | None, Header | None]:
    """The profile of the post above in *header*, and the header of the one below."""
    person = [place for place in header.places if lines[place].kind in PERSON]
    last = person[-1] if person else header.start - 1
    heads = [place for place in range(last + 1, header.end) if lines[place].kind in HEADING]
    if not person:
        return None, header
    middle = last_filled(lines, heads[0]) if heads else header.end
    profile = replace(header, end=middle)
    return profile, replace(header, start=heads[0]) if heads else None
