"""Pieces of a line of a page that an extractor set on lines of their own: a day, and its clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadsite.engines.text.heads import said
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.mentions import could_be_name

CLOCK = re.compile(
    r"(?:(?:at|um|à|a las|в|,)\s)?\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?|\suhr)?\.?", re.I
)
TOLD = re.compile(r"\d:\d\d")
STOP = frozenset(".)]")
OPENING = frozenset((Kind.TEXT, Kind.AGAIN))
TIMED = frozenset((Kind.DATE, Kind.EDITED))


def set_pieces(lines: list[Line]) -> None:
    """Set what stands right below a day, and is nothing but a clock or the end of a note, to be of
    that line; and so who is answered, below an @, or quoted, below "Originally posted by"."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    for above, place in pairwise(filled):
        kind, text = lines[above].kind, lines[place].text
        if kind in TIMED and place - above <= 2 and _is_clock(lines, above, place):
            lines[above] = replace(lines[above], text=f"{lines[above].text} {text}")
            lines[place] = replace(lines[place], kind=kind, key="", name=None)
        elif kind is Kind.EDITED and text in STOP:
            lines[place] = replace(lines[place], kind=kind)
        elif kind in OPENING and text and _is_quoted(lines[above], lines[place]):
            lines[above] = replace(lines[above], kind=Kind.SAID, key="", name=text)
            lines[place] = replace(lines[place], kind=Kind.SAID, key="", name=None)
        elif lines[above].text == "@" and lines[place].short:
            for half in (above, place):
                lines[half] = replace(lines[half], kind=Kind.STATUS, key="answered", name=None)


def _is_quoted(head: Line, name: Line) -> bool:
    """Whether *head* is "Originally posted by", and *name* who did."""
    if not (head.short and name.short and could_be_name(name.text)) or said(head.text):
        return False
    found = said(f"{head.text} {name.text}")
    return found is not None and found.name == name.text


def _is_clock(lines: Sequence[Line], day: int, clock: int) -> bool:
    """Whether the line at *clock* is one, and that at *day* has none."""
    return bool(CLOCK.fullmatch(lines[clock].text)) and not TOLD.search(lines[day].text)
