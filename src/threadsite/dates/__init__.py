"""Dates as forums write them: machine forms, then the words of many languages, never a guess.

What is not stated is not there: an order of day and month that nothing decides gives None, and
words like "yesterday" count only against a time of capture, and are marked as resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from threadsite.dates.calendars import Day, buddhist_year, solar_day, western_years
from threadsite.dates.clocks import clock_time, offset, read_clock
from threadsite.dates.words import AGO, MONTHS, TODAY, UNITS, WEEKDAYS, YESTERDAY, fold, tokens

LONGEST = 300
"""Characters looked at: no date is longer, however long the line that it stands in."""
YEARS = range(1970, 2100)
LATEST = 37
"""The last year that two digits state of this century."""
EPOCHS = range(315_532_800, 4_102_444_800)
"""Seconds since 1970 that are taken for a time: 1980 to 2100."""

ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)"
    r"(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d)?)?",
    re.I | re.A,
)
EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d{1,9})?", re.A)
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|'?\d\d)(?!\d)")
MONTH_SIGNS = frozenset("月월")
MONTHS_BEFORE = frozenset(map(fold, ("tháng", "thg")))
FILLER = 3
"""Letters of the longest word that may stand inside a date: "de", "th", "г."."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A point in time, naive when no zone is stated."""

    value: datetime
    inferred: bool = False
    """Resolved from words against the time of capture."""


def parse_date(
    text: str,
    *,
    formats: Iterable[str] = (),
    captured: datetime | None = None,
    day_first: bool | None = None,
) -> datetime | None:
    """The time that *text* states; None if nothing fits or it is open which number is the month."""
    dated = read_date(text, formats=formats, captured=captured, day_first=day_first)
    return dated.value if dated else None


def read_date(
    text: str,
    *,
    formats: Iterable[str] = (),
    captured: datetime | None = None,
    day_first: bool | None = None,
) -> Dated | None:
    """As `parse_date`, with the mark that the time was resolved against *captured*."""
    text = text.strip()[:LONGEST]
    stated = _machine(text) or _formatted(text, formats)
    known = captured if captured and captured.year in YEARS else None
    return Dated(stated) if stated else _worded(text, known, day_first)


# Posts of one day say so in the same words, and the elements around a date say what it says.
@lru_cache(maxsize=4096)
def _worded(text: str, captured: datetime | None, day_first: bool | None) -> Dated | None:
    """The time that the words of *text* tell."""
    folded = western_years(fold(text))
    clock, rest = read_clock(folded)
    order = _order(rest) if day_first is None else day_first
    day = solar_day(folded) or _numeric(rest, order, captured) or _named(tokens(rest))
    if day:
        value = _built(day, clock)
        return Dated(value) if value else None
    resolved = _relative(rest, clock, captured) if captured else None
    return Dated(resolved, inferred=True) if resolved else None


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether numeric dates among *texts* put the day first; None if they do not show it."""
    shown = {order for text in texts if (order := _order(fold(text[:LONGEST]))) is not None}
    return shown.pop() if len(shown) == 1 else None


def _machine(text: str) -> datetime | None:
    if found := EPOCH.fullmatch(text):
        return _epoch(int(found[1]))
    found = ISO.fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    clock = clock_time(hour or 0, minute or 0, second or 0, offset(zone))
    return _built((int(year), int(month), int(day)), clock) if clock else None


def _epoch(seconds: int) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds in EPOCHS else None


def _formatted(text: str, formats: Iterable[str]) -> datetime | None:
    for form in formats:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    return None


def _built(day: Day, clock: time | None) -> datetime | None:
    try:
        value = datetime.combine(datetime(*day), clock or time())
    except ValueError:
        return None
    return value if value.year in YEARS else None


def _order(folded: str) -> bool | None:
    for first, sign, second, year in YEAR_LAST.findall(folded):
        # With dots, no country writes the month first.
        if sign == "." or int(first) > 12 >= int(second):
            return True
        if int(second) > 12 >= int(first):
            return False
        if (shown := _by_weekday(folded, _year(year), int(first), int(second))) is not None:
            return shown
    return None


def _by_weekday(folded: str, year: int, first: int, second: int) -> bool | None:
    """The order in which the date is of the weekday that stands with it; None if both are."""
    named = {WEEKDAYS[word] for word in tokens(folded) if word in WEEKDAYS}
    if len(named) != 1:
        return None
    readings = {True: (year, second, first), False: (year, first, second)}
    fits = [
        order
        for order, day in readings.items()
        if (value := _built(day, None)) and value.weekday() in named
    ]
    return fits[0] if len(fits) == 1 else None


def _numeric(rest: str, order: bool | None, captured: datetime | None) -> Day | None:
    if found := YEAR_FIRST.search(rest):
        return _year(found[1]), int(found[3]), int(found[4])
    found = YEAR_LAST.search(rest)
    if not found:
        return None
    year, first, second = _year(found[4]), int(found[1]), int(found[3])
    readings = {True: (year, second, first), False: (year, first, second)}
    if order is not None:
        stated = readings[order]
        return stated if _built(stated, None) else readings[not order]
    possible = {
        day
        for day in readings.values()
        if (value := _built(day, None)) and not _later(value, captured)
    }
    return possible.pop() if len(possible) == 1 else None


def _later(value: datetime, captured: datetime | None) -> bool:
    return captured is not None and value > captured.replace(tzinfo=None) + timedelta(days=1)


def _year(digits: str) -> int:
    stated = digits.lstrip("'")
    year = int(stated)
    if len(stated) == 2:
        return year + (1900 if year > LATEST else 2000)
    # Thailand counts from the Buddha.
    return year - 543 if year > 2400 else year


def _named(tokens: Sequence[str]) -> Day | None:
    """The day written with the name of its month; the last in the line, for names stand first."""
    for place in reversed(range(len(tokens))):
        month, left, right = _month(tokens, place)
        if not month:
            continue
        before, after = _numbers(reversed(tokens[:left])), _numbers(tokens[right:])
        day = (
            _day(month, after[0], after[1] if len(after) > 1 else "")
            or _day(month, before[0], buddhist_year(after[0], tokens[place]))
            or _day(month, after[0], before[0] if len(before[0]) == 4 else "")
        )
        if day:
            return day
    return None


def _day(month: int, day: str, year: str) -> Day | None:
    if len(day) in (1, 2) and len(year) in (2, 4):
        stated = _year(year), month, int(day)
        return stated if _built(stated, None) else None
    return None


def _month(tokens: Sequence[str], place: int) -> tuple[int, int, int]:
    """The month that is named at *place*, 0 for none, and where its words begin and end."""
    word = tokens[place]
    number, left, right = "", place, place + 1
    if word in MONTH_SIGNS and place:
        number, left = tokens[place - 1], place - 1
    elif word in MONTHS_BEFORE and right < len(tokens):
        number, right = tokens[right], right + 1
    month = int(number) if number.isdigit() and len(number) < 3 else MONTHS.get(word, 0)
    return (month if month <= 12 else 0), left, right


def _numbers(tokens: Iterable[str]) -> list[str]:
    """The next two numbers, with no more than two short words between; "" when there is none."""
    numbers: list[str] = []
    gap = 0
    for token in islice(tokens, 6):
        if token.isdigit():
            numbers.append(token)
            gap = 0
        elif gap == 2 or len(token) > FILLER or token in MONTHS:
            break
        else:
            gap += 1
    return numbers[:2] or [""]


def _relative(rest: str, clock: time | None, captured: datetime) -> datetime | None:
    """The time that *rest* states by its distance from *captured*."""
    words = tokens(rest)
    number = next((token for token in words if token.isdigit()), None)
    if number and len(number) < 5 and _holds(words, AGO):
        seconds = next((UNITS[token] for token in words if token in UNITS), 0)
        return captured - timedelta(seconds=seconds * int(number)) if seconds else None
    back = _days_back(words, clock, captured)
    if back is None:
        return None
    return datetime.combine(captured - timedelta(days=back), clock or time())


def _days_back(tokens: Sequence[str], clock: time | None, captured: datetime) -> int | None:
    if _holds(tokens, TODAY):
        return 0
    if _holds(tokens, YESTERDAY):
        return 1
    weekday = next((WEEKDAYS[token] for token in tokens if token in WEEKDAYS), None)
    if weekday is None or clock is None:
        return None
    # A forum names the day of the week for the week before today, which has a word of its own.
    return (captured.weekday() - weekday) % 7 or 7


def _holds(tokens: Sequence[str], words: frozenset[str]) -> bool:
    line = f" {' '.join(tokens)} "
    return any(f" {word} " in line for word in words)
