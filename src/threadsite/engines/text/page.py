"""A page read as lines: which of them are posts, and what each line is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from threadsite.engines.text.attributed import trace_attributed
from threadsite.engines.text.chrome import find_end, find_first, find_title
from threadsite.engines.text.context import in_context
from threadsite.engines.text.halves import Header
from threadsite.engines.text.headers import find_headers
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.overlap import Traced, letters, trace
from threadsite.engines.text.recurring import NOTHING, Recurring, set_recurring
from threadsite.engines.text.roles import roles_of
from threadsite.engines.text.segments import Segment, find_segments
from threadsite.engines.text.signatures import find_signatures
from threadsite.engines.text.tells import read_lines, subject_of

Role = tuple[int, str]
TITLE = 8
"""Letters of the shortest title that is known again."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a document and what they are."""

    lines: Sequence[Line]
    traced: Traced
    """Lines that repeat the words of an earlier one."""
    segments: Sequence[Segment]
    title: int | None
    roles: Sequence[Role | None]

    @property
    def title_text(self) -> str | None:
        """The title of the thread; None if the page has lost it."""
        if self.title is not None:
            return self.lines[self.title].text
        subjects = (
            line.text.removeprefix("Subject: ")
            for line in self.lines
            if line.kind is Kind.SUBJECT or line.key == "mail:subject"
        )
        return next((subject_of(text) for text in subjects), None)


def read_page(text: str, known: Recurring = NOTHING) -> Page:
    """The page that *text* is, from a dump whose pages have *known* lines in common."""
    alone = list(read_lines(text))
    traced = trace(alone)
    lines = in_context(alone, traced)
    bottom = set_recurring(lines, known)
    headers, below = find_headers(lines[:bottom])
    _set_below(lines, below)
    traced = trace_attributed(lines, traced)
    title = find_title(lines, headers)
    first = find_first(lines, headers, title)
    if not headers:
        first, traced = _past_summary(lines, first, traced)
    end = find_end(lines, first, headers[-1].end if headers else first, traced)
    segments = find_segments(lines, headers, traced, range(first, end))
    segments = _with_subject(lines, segments)
    roles = _roles(lines, segments, traced, first)
    if title is not None and title < (headers[0].start if headers else end):
        roles[title] = (-1, "T")
    return Page(lines, traced, segments, title, roles)


def _with_subject(lines: list[Line], segments: list[Segment]) -> list[Segment]:
    """*segments* with the title, where it stands again below the first header, in that header."""
    if not segments or segments[0].body == segments[0].start:
        return segments
    opening = segments[0]
    filled = (p for p in range(opening.body, opening.end) if lines[p].kind is not Kind.BLANK)
    place = next(filled, None)
    key = letters(lines[place].text) if place is not None else ""
    above = {letters(line.text[:200]) for line in lines[: opening.start]}
    if place is None or not any(len(k) >= TITLE and _ends_with(key, k) for k in above):
        return segments
    lines[place] = replace(lines[place], kind=Kind.SUBJECT)
    return [replace(opening, body=place + 1), *segments[1:]]


def _ends_with(key: str, title: str) -> bool:
    return key.endswith(title) and len(key) <= len(title) + TITLE * 2


def _past_summary(lines: Sequence[Line], first: int, traced: Traced) -> tuple[int, Traced]:
    """*first* behind a summary that says what the first post says again right below it."""
    quotes = [place for place in sorted(traced) if traced[place] == first and place > first]
    length = quotes[0] - first if quotes else 0
    filled = [p for p in range(first, first + length) if lines[p].kind is not Kind.BLANK]
    if not length or any(traced.get(place + length) != place for place in filled):
        return first, traced
    again = range(first, first + 2 * length)
    return first + length, {p: s for p, s in traced.items() if p not in again}


def _set_below(lines: list[Line], profiles: Sequence[Header]) -> None:
    for profile in profiles:
        for place in profile.places:
            if lines[place].kind is not Kind.BLANK:
                lines[place] = replace(lines[place], kind=Kind.BELOW)


def _roles(
    lines: Sequence[Line], segments: Sequence[Segment], traced: Traced, first: int
) -> list[Role | None]:
    signed = find_signatures(lines, segments)
    roles: list[Role | None] = [None if line.kind is Kind.BLANK else (-1, "C") for line in lines]
    for number, segment in enumerate(segments):
        for place, role in enumerate(roles_of(lines, segment, traced, first), segment.start):
            if roles[place] is not None and role != "C":
                roles[place] = (number, "S" if place in signed and role in "BQ" else role)
    return roles
