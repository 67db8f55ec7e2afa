"""In which order a page writes the day and the month, when a date does not show it alone.

Sure are the other dates of its posts, and its language, where no country of that language puts the
month first. Likely is the order of any date on the page that has a time of day, then the one in
which the posts follow each other, and soonest, and then the one that goes with AM and PM.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from threadsite.dates import day_first, read_date

MERIDIEM = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
DAY_FIRST = frozenset(
    ("bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "gl", "hr", "it", "lv", "mk",
     "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk",
     "en-au", "en-gb", "en-ie", "en-nz")
)  # fmt: skip
TIMED = re.compile(
    r"\d(?<!\d\d)\d?([-/])\d{1,2}\1\d{2,4}"
    r"(?=(?:[,\s]|&nbsp;|&#160;|<[^<>]{1,60}>){1,6}\d{1,2}[:.h]\d\d)"
)
"""A date and the time of day, as the source of a page has them. A search is faster for what begins
with a digit than for what begins with what is none."""


class Order(NamedTuple):
    """Whether the day comes first, and whether nothing states it."""

    day_first: bool
    inferred: bool


def order(texts: Sequence[str], others: Sequence[str], language: str, source: str) -> Order | None:
    """The order of the dates *texts*, one a post, and of *others* of the same posts, on a page in
    *language* whose source is *source*; None if nothing tells it."""
    sure = day_first([*texts, *others])
    if sure is None:
        sure = _spoken(language, texts)
    found = _likely(texts, source) if sure is None else sure
    return None if found is None else Order(found, inferred=sure is None)


def _spoken(language: str, texts: Sequence[str]) -> bool | None:
    # Forums leave the order of their makers as it is when they leave their clock.
    if any(map(MERIDIEM.search, texts)):
        return None
    language = language.casefold().replace("_", "-")
    return True if {language, language[:2]} & DAY_FIRST else None


def _likely(texts: Sequence[str], source: str) -> bool | None:
    shown = day_first(found[0] for found in TIMED.finditer(source))
    if shown is not None:
        return shown
    spans = {way: _span(texts, way) for way in (True, False)}
    if spans[True] != spans[False]:
        return spans[True] < spans[False]
    return False if any(map(MERIDIEM.search, texts)) else None


def _span(texts: Sequence[str], way: bool) -> tuple[bool, timedelta]:
    """Whether dates so read do not follow each other, and how long it is from first to last."""
    read = filter(None, (read_date(text, day_first=way) for text in texts))
    days = [dated.value.replace(tzinfo=None) for dated in read]
    return (days != sorted(days), max(days) - min(days)) if days else (True, timedelta.max)
