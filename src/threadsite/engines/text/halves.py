"""Headers in two halves, what a page says of an author and what it says of the post, made whole.

Either half may stand above the other, with links and buttons between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from threadsite.engines.text.lines import FOOTER, Kind, Line

PROFILE = frozenset((Kind.LABEL, Kind.AVATAR))
HEADING = frozenset((Kind.SUBJECT, Kind.BYLINE, Kind.DATE))
LOWER = frozenset((Kind.DATE, Kind.ORDINAL))
"""What a heading below a profile has, which may be no more than the number of the post."""
BETWEEN = FOOTER | {Kind.BLANK, Kind.CHROME, Kind.NUMBER, Kind.RULE, Kind.STATUS}
FIELDS = HEADING | LOWER | PROFILE | {Kind.VALUE, Kind.RULE}
WHOLE = 30
"""Lines of the longest header that says twice when the post was written."""
MONTH = re.compile(r"[^\W\d_]{3,12}\.? (?:19|20)\d\d")
LINKS = 5
"""Lines that may stand between the heading of a post and the profile below it."""
BLURB = 120
"""Characters of the longest words that an author put below the profile."""
APART = 12
"""Lines that may stand between a profile and the heading below it."""


@dataclass(frozen=True, slots=True)
class Header:
    """Lines *start* to *end*, *end* not included, that stand above the body of a post."""

    start: int
    end: int
    shape: frozenset[tuple[Kind, str]]
    weight: float

    @property
    def places(self) -> range:
        """The lines of the header, by number."""
        return range(self.start, self.end)


def joined(lines: Sequence[Line], headers: Sequence[Header]) -> Sequence[Header]:
    """*headers*, each heading with the profile right above or below it, where most have one."""
    return _above(lines, _below(lines, _twice(lines, headers)))


def _twice(lines: Sequence[Line], headers: Sequence[Header]) -> Sequence[Header]:
    """*headers*, where most say above a profile when the post was written and below it again, for
    narrow screens and for wide ones, each made one."""
    dates = {number: date for number, run in enumerate(headers) if (date := _date(lines, run))}
    ends: dict[int, int] = {}
    for upper, lower in pairwise(dates):
        same = dates[upper] == dates[lower] and upper not in ends.values()
        if same and _of_one(lines[headers[upper].start : headers[lower].end]):
            ends[upper] = lower
    if len(ends) < 2 or len(ends) * 3 < len(dates):
        return headers
    inner = {n for upper, lower in ends.items() for n in range(upper + 1, lower + 1)}
    return [
        _whole(headers[number : ends.get(number, number) + 1])
        for number in range(len(headers))
        if number not in inner
    ]


def _date(lines: Sequence[Line], header: Header) -> str:
    """The date that *header* states last; "" if it states none."""
    dates = (lines[place] for place in reversed(header.places) if lines[place].kind is Kind.DATE)
    return next((line.text for line in dates if any(map(str.isdigit, line.text))), "")


def _of_one(header: Sequence[Line]) -> bool:
    """Whether the lines from one date to another are one *header*: with a profile, and without
    words of somebody."""
    filled = [line for line in header if line.kind is not Kind.BLANK]
    profile = any(line.kind in PROFILE | {Kind.RANK} for line in filled)
    return (
        profile
        and len(filled) <= WHOLE
        and all(line.short or line.kind in FIELDS for line in filled)
    )


def _above(lines: Sequence[Line], headers: Sequence[Header]) -> Sequence[Header]:
    """*headers*, where most headings stand below a profile under which nobody says anything, each
    joined with its own; a page that begins with a heading has its profiles below the posts."""
    lower = [
        number + 1
        for number, (profile, heading) in enumerate(pairwise(headers))
        if _are_halves(lines, profile, heading)
    ]
    headings = [number for number, header in enumerate(headers) if _is_lower(header)]
    if len(lower) < 2 or len(lower) * 2 < len(headings):
        lower = []
    made = len(lower) + sum(map(_has_both, headers))
    if made > 1 and made * 2 >= len(headings):
        lower = sorted({*lower, *_below_blurbs(lines, headers)})
    whole = {number - 1: _whole(headers[number - 1 : number + 1]) for number in lower}
    left = (number for number in range(len(headers)) if number not in lower)
    return [whole.get(number, headers[number]) for number in left]


def _has_both(header: Header) -> bool:
    kinds = {kind for kind, _ in header.shape}
    return bool(kinds & PROFILE) and bool(kinds & LOWER)


def _below_blurbs(lines: Sequence[Line], headers: Sequence[Header]) -> Iterator[int]:
    """Which of *headers* are headings below a profile that ends with what its author put there, set
    apart from both, as SMF shows it."""
    for number, (profile, heading) in enumerate(pairwise(headers), 1):
        between = lines[profile.end : heading.start]
        words = [line for line in between if line.kind not in BETWEEN]
        apart = len(between) > 2 and between[0].kind is between[-1].kind is Kind.BLANK
        short = len(words) == 1 and len(words[0].text) <= BLURB
        halves = is_profile(profile) and _is_lower(heading)
        if apart and short and halves and len(between) <= APART:
            yield number


def _are_halves(lines: Sequence[Line], profile: Header, heading: Header) -> bool:
    upper = is_profile(profile) or _joined_then(lines, profile)
    if not upper or not _is_lower(heading) or heading.start - profile.end > APART:
        return False
    return all(line.kind in BETWEEN for line in lines[profile.end : heading.start])


def _joined_then(lines: Sequence[Line], header: Header) -> bool:
    """Whether all that *header* says of time is a month, as vBulletin 5 says when one joined."""
    kinds = {kind for kind, _ in header.shape}
    dates = [lines[place].text for place in header.places if lines[place].kind is Kind.DATE]
    strong = kinds & (HEADING | {Kind.ORDINAL})
    return strong == {Kind.DATE} and all(MONTH.fullmatch(date) for date in dates)


def _is_lower(header: Header) -> bool:
    kinds = {kind for kind, _ in header.shape}
    return bool(kinds & LOWER) and not kinds & (PROFILE | {Kind.BYLINE})


def _whole(parts: Sequence[Header]) -> Header:
    shape = frozenset[tuple[Kind, str]]().union(*(part.shape for part in parts))
    return Header(parts[0].start, parts[-1].end, shape, sum(part.weight for part in parts))


def _below(lines: Sequence[Line], headers: Sequence[Header]) -> Sequence[Header]:
    """*headers*, where most headings have a profile right below, each joined with its own.

    Only where headings number the posts: XenForo 1 says below a post who wrote it when, right
    above the profile of the next.
    """
    heads = [n for n, run in enumerate(headers) if _numbers_post(lines, run)]
    own = {number: last for number in heads if (last := _profile_below(lines, headers, number))}
    if len(own) < 2 or len(own) * 2 < len(heads):
        return headers
    found, number = list[Header](), 0
    while number < len(headers):
        last = own.get(number, number)
        found.append(_whole(headers[number : last + 1]) if last > number else headers[number])
        number = last + 1
    return found


def _numbers_post(lines: Sequence[Line], run: Header) -> bool:
    numbered = (lines[p].key.isdecimal() for p in run.places if lines[p].kind in LOWER)
    return is_heading(run) and ((Kind.ORDINAL, "") in run.shape or any(numbered))


def _profile_below(lines: Sequence[Line], headers: Sequence[Header], number: int) -> int:
    """Which of *headers* is the profile below the heading *number*; 0 if none is."""
    for other in range(number + 1, min(number + 1 + LINKS, len(headers))):
        if is_heading(headers[other]):
            break
        if is_profile(headers[other]):
            between = lines[headers[number].end : headers[other].start]
            return other if _only_names(between) else 0
    return 0


def _only_names(between: Sequence[Line]) -> bool:
    """Whether nothing stands *between* but what may be a name, a title, and links."""
    filled = [line for line in between if line.kind is not Kind.BLANK]
    return len(filled) <= LINKS and all(
        line.short and (line.kind not in FOOTER or line.kind is Kind.LEFT) for line in filled
    )


def is_profile(run: Header) -> bool:
    """Whether *run* says things of an author and none of a post."""
    kinds = {kind for kind, _ in run.shape}
    return bool(kinds & PROFILE) and not kinds & HEADING


def is_heading(run: Header) -> bool:
    """Whether *run* says things of a post and none of its author but the name."""
    kinds = {kind for kind, _ in run.shape}
    return bool(kinds & HEADING) and not kinds & PROFILE
