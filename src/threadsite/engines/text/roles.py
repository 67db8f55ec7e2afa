"""What each line of a post is: header, own words, quote and its head, signature, footer."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.text.attributed import opens_quote, untraced
from threadsite.engines.text.lines import FOOTER, Kind, Line
from threadsite.engines.text.overlap import Traced
from threadsite.engines.text.segments import Segment

TAIL = FOOTER | {Kind.ORDINAL, Kind.NUMBER, Kind.RULE, Kind.BLANK}
SIGNATURE = ("-- ", "--")
Roles = list[str]
SHORT_LINES = 4
"""Lines, like a greeting, that a quote may begin with before words that can be traced."""
FAR = 400
"""Lines below the head of a quote that are searched for its end."""


def roles_of(lines: Sequence[Line], segment: Segment, traced: Traced, first: int) -> Roles:
    """A letter for each line of *segment*, as in `Part.line_roles`."""
    body = lines[segment.body : segment.end]
    quoted = {
        place - segment.body
        for place in range(segment.body, segment.end)
        if place in traced and first <= traced[place] < segment.body
    }
    return ["H"] * (segment.body - segment.start) + _body(body, quoted)


def _body(lines: Sequence[Line], quoted: set[int]) -> Roles:
    roles = ["B"] * len(lines)
    _quotes(lines, quoted, roles)
    _footers(lines, roles)
    _files(lines, roles)
    _signature(lines, roles)
    _chrome(lines, roles)
    return roles


def _quotes(lines: Sequence[Line], quoted: set[int], roles: Roles) -> None:
    for place, line in enumerate(lines):
        if line.kind is Kind.SAID:
            roles[place] = "A"
        elif line.kind is Kind.MARKED or place in quoted:
            roles[place] = "Q"
    for place, line in enumerate(lines):
        if line.kind is Kind.SAID:
            for below in _headed(lines, roles, place):
                roles[below] = "Q" if roles[below] == "B" else roles[below]
        elif opens_quote(line.text):
            roles[place] = "Q"


def _headed(lines: Sequence[Line], roles: Roles, head: int) -> range:
    """The lines below the *head* of a quote that are quoted though no words tell it."""
    traced = _soon(lines, roles, head)
    if traced:
        return range(head + 1, traced)
    if not lines[head].key and _bare(lines, roles, head):
        return range(head + 1, head + 1 + untraced(lines[head + 1 : head + 1 + FAR]))
    return range(0)


def _soon(lines: Sequence[Line], roles: Roles, head: int) -> int:
    """Where a quote goes on below the *head* and a few short lines; 0 if it does not."""
    short = 0
    for place in range(head + 1, len(lines)):
        if lines[place].kind is Kind.BLANK:
            continue
        if roles[place] == "Q" and short:
            return place
        short += 1
        if roles[place] != "B" or short > SHORT_LINES or not lines[place].short:
            break
    return 0


def _bare(lines: Sequence[Line], roles: Roles, head: int) -> bool:
    """Whether no quote has been found below the *head* of one."""
    below = (
        roles[place] for place in range(head + 1, len(lines)) if lines[place].kind is not Kind.BLANK
    )
    return next(below, "Q") == "B"


def _footers(lines: Sequence[Line], roles: Roles) -> None:
    """The lines of footers, and the counters among them at the end."""
    top = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        if lines[place].kind not in TAIL:
            break
        if lines[place].kind in FOOTER or lines[place].bullet or _divides(lines[place]):
            top = place
    roles[top:] = "F" * (len(lines) - top)
    for place, line in enumerate(lines):
        if line.kind in FOOTER and roles[place] == "B":
            roles[place] = "F"


def _divides(line: Line) -> bool:
    """Whether *line* is a rule between posts; one of underscores is above a signature."""
    return line.kind is Kind.RULE and not line.text.startswith("_")


def _files(lines: Sequence[Line], roles: Roles) -> None:
    """The names of files below the heading of attachments."""
    below = False
    for place, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        if roles[place] == "F":
            below = line.key == "files"
        elif below and roles[place] == "B":
            roles[place] = "F"


def _signature(lines: Sequence[Line], roles: Roles) -> None:
    """What stands below a line of signs, or behind the note of an edit."""
    below = False
    for place, line in enumerate(lines):
        rule = (line.kind is Kind.RULE and line.text.startswith("___")) or line.raw in SIGNATURE
        ends = line.kind is Kind.EDITED or line.key == "logged"
        below = below or rule or (ends and "B" in roles[:place])
        if below and roles[place] in "BQ" and line.kind is not Kind.BLANK:
            roles[place] = "S"


def _chrome(lines: Sequence[Line], roles: Roles) -> None:
    """Lines of the page itself above and below the words of a post."""
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        last = None
        for place in order:
            line = lines[place]
            personal = last is not None and last.key == "profile" and line.kind in NAMES
            if roles[place] == "B" and (line.kind is Kind.CHROME or personal):
                roles[place] = "C"
            elif roles[place] not in "FC" and line.kind is not Kind.BLANK:
                break
            last = line if line.kind is not Kind.BLANK else last


NAMES = frozenset((Kind.NAME, Kind.AGAIN))
