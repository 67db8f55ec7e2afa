"""Lines that state when: told by what is left of them when dates and their small words are gone."""

from __future__ import annotations

import re

from threadsite.dates.words import (
    AGO,
    HALVES,
    MONTHS,
    TODAY,
    UNITS,
    WEEKDAYS,
    YESTERDAY,
    ZONES,
    fold,
    tokens,
)
from threadsite.engines.text.words import POSTED

LONGEST = 90
"""Characters of the longest line that may be nothing but a date with its label."""
ORDINAL = re.compile(
    r"(?:(?:post|reply|beitrag|message|antwort|сообщение|réponse|respuesta|comment|no\.?|nr\.?)\s?)?"
    r"#\s?(\d{1,7})\b\.?(?:\s?(?:of|von|из|de|sur|z|/)\s?\d+)?(?:\s?·)?",
    re.IGNORECASE,
)
NUMERIC = re.compile(
    r"(?<!\d)(?:\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?'?\d{2,4})(?!\d)"
)
CLOCK = re.compile(r"\b\d{1,2}[:h.]\d\d(?::\d\d)?\b|\d{1,2}[時时點点]")
CJK_DAY = re.compile(r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]")
_SMALL = """
y yr yrs yo d h hr hrs m min mo mos w wk wks s sec j t a an one year years month months monat
monaten monate jahr jahren jahre mois an ans mes meses año años mese mesi anno anni mês ano
anos miesiąc miesiące lat rok lata месяц месяца месяцев год года лет vor il just now last
"""
SMALL = frozenset(_SMALL.split())
MONTH_LIKE = MONTHS.keys() | WEEKDAYS.keys()
SHORT_WEEKDAYS = frozenset(
    fold(word)[:size] for word in WEEKDAYS for size in (2, 3) if word < "\u2e80"
)
RELATIVE = TODAY | YESTERDAY | AGO
FREE = frozenset(UNITS) | frozenset(HALVES) | frozenset(ZONES) | AGO | SMALL | POSTED | {"st", "nd"}


def is_time(text: str) -> bool:
    """Whether *text* is a date or a time and says nothing else."""
    if len(text) > LONGEST or (not any(map(str.isdigit, text)) and len(text) > 30):
        return False
    folded = fold(ORDINAL.sub(" ", text))
    words = tokens(folded)
    if not words or _rest(words):
        return False
    return _evident(folded, words)


def _rest(words: list[str]) -> bool:
    """Whether *words* hold one that no date has."""
    return any(
        not (
            word.isdigit()
            or word in MONTH_LIKE
            or word in RELATIVE
            or word in FREE
            or word in SHORT_WEEKDAYS
        )
        for word in words
    )


def _evident(folded: str, words: list[str]) -> bool:
    """Whether what is left of a line states a day, or how long ago."""
    if NUMERIC.search(folded) or CJK_DAY.search(folded):
        return True
    numbers = sum(word.isdigit() for word in words)
    if any(word in MONTHS for word in words):
        return numbers > 0
    if any(word in TODAY or word in YESTERDAY for word in words):
        return True
    if any(word in AGO for word in words) and numbers:
        return True
    return CLOCK.search(folded) is not None and any(word in WEEKDAYS for word in words)
