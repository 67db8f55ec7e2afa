"""Quotes that have a head: which earlier line a short one repeats, and how far they go."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.overlap import Traced, letters

LEAST = 6
"""Letters of the shortest quote that is looked for."""
BACK = 400
"""Lines above a quote that are searched for it."""
EXPAND = (
    "click to expand", "zum vergrößern anklicken", "cliquez pour agrandir", "нажмите, чтобы",
    "klicke in dieses feld", "haz clic para expandir", "clicca per allargare", "kliknij, aby",
    "klik om te vergroten", "napsauta laajentaaksesi", "klicka för att utvidga",
)  # fmt: skip
OPENS = re.compile(rf"[>＞\[( ]*(?:{'|'.join(EXPAND)})", re.IGNORECASE)
GLUED = re.compile(rf" (?:{'|'.join(EXPAND)})[^.…]{{0,40}}(?:\.{{3,4}}|…)$", re.IGNORECASE)
WORDS = frozenset((Kind.TEXT, Kind.MARKED, Kind.NAME, Kind.AGAIN, Kind.BUTTON, Kind.CHROME))


def trace_attributed(lines: Sequence[Line], traced: Traced) -> Traced:
    """*traced* with the lines below heads of quotes that are a part of an earlier line."""
    found = dict(traced)
    above: deque[tuple[int, str]] = deque(maxlen=BACK)
    below = False
    for place, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        if line.kind is Kind.SAID and line.key:
            inline = letters(line.key)
            source = next((one for one, text in reversed(above) if inline in text), None)
            if source is not None:
                found[place] = source
        key = letters(line.text[:2000]) if line.kind in WORDS else ""
        if below and place not in found and len(key) >= LEAST:
            source = next((one for one, text in reversed(above) if key in text), None)
            if source is not None:
                found[place] = source
        below = line.kind is Kind.SAID or (below and place in found)
        if key and place not in found:
            above.append((place, key))
    return found


def opens_quote(text: str) -> bool:
    """Whether *text* is the link that opens a long quote."""
    return OPENS.match(text) is not None


def without_link(text: str) -> str:
    """*text* without the link that opens a long quote, where it stands behind the words."""
    return GLUED.sub("", text.rstrip())


def untraced(lines: Sequence[Line]) -> int:
    """How many of *lines*, which stand below the head of a quote, are quoted.

    Up to the link that opens a long quote, if there is one; else the first paragraph, if the
    author says more than that.
    """
    for place, line in enumerate(lines[:60]):
        if opens_quote(line.text):
            return place + 1
        if line.kind is Kind.SAID:
            break
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    if len(filled) < 2:
        return 0
    gaps = [place for place in range(filled[0], filled[-1]) if lines[place].kind is Kind.BLANK]
    return gaps[0] if gaps else filled[0] + 1
