"""The boards that a thread is in, from a line that is the path to it."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.dates.words import fold
from threadsite.engines.text.furniture import CHROME
from threadsite.engines.text.lines import SHORT, Kind, Line
from threadsite.engines.text.overlap import letters

SIGNS = (" > ", " › ", " » ", " / ", " : ")
ENDS = " >›»/:"
STEPS = 3
"""Names of the shortest path: the site, a board, and one more."""
MAY_BE = frozenset((Kind.CHROME, Kind.TEXT))


def find_boards(lines: Sequence[Line], title: int | None) -> tuple[str, ...]:
    """The boards, outermost first, that the first path in *lines* names, those above the posts.

    Its first name is that of the site, and its last may be the title again.
    """
    named = letters(lines[title].text) if title is not None and title < len(lines) else ""
    for place, line in enumerate(lines):
        steps = steps_of(line.text) if line.kind in MAY_BE and place != title else []
        if steps:
            return tuple(
                step
                for step in steps[1:]
                if fold(step) not in CHROME and (letters(step) != named or not named)
            )
    return ()


def steps_of(text: str) -> list[str]:
    """The names on the path that *text* is; none if it is no path."""
    for sign in SIGNS:
        steps = [step.strip() for step in text.strip(ENDS).split(sign)]
        if len(steps) >= STEPS and all(0 < len(step) <= SHORT for step in steps):
            return steps
    return []
