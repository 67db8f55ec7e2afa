"""Days of other calendars than the Gregorian one, where the script proves which calendar it is.

Iran counts solar years from 622 ("14 مرداد 1395" is 4 August 2016), Japan the years of its
emperors, Taiwan those of its republic and Thailand those since the Buddha.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import chain

from threadsite.dates.words import fold

Day = tuple[int, int, int]

_MONTHS = """
فروردین,فروردين اردیبهشت,ارديبهشت خرداد تیر,تير مرداد,امرداد شهریور,شهريور مهر آبان,ابان آذر,اذر
دی,دي بهمن اسفند
"""
MONTHS = {
    fold(word): number
    for number, forms in enumerate(_MONTHS.split(), 1)
    for word in forms.split(",")
}
PERSIAN = re.compile(r"[۰-۹پچژگ]|شنبه|شنبة|ساعت|امروز|دیروز|[قب]\.?ظ")
"""What no other language that writes years around 1400 writes with a date."""

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
NAMED = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s?(?:ام\s)?({_NAME})\b(?:\sماه)?[\s,،]{{0,2}}(\d{{4}}|\d\d)(?!\d)"
)
NAME_FIRST = re.compile(rf"\b({_NAME})\s(\d{{1,2}})(?:\s?ام)?\s?[,،]\s?(\d{{4}})(?!\d)")
# Years that the lunar calendar had before there were forums.
YEAR_FIRST = re.compile(
    r"(?<!\d)(13[5-9]\d|14[01]\d)\s?([-/.,])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)"
)
YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(13[5-9]\d|14[01]\d)(?!\d)")
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")

NEW_YEAR = date(1921, 3, 21)
"""The first day of the solar year 1300."""
FIRST, LAST = 1300, 1499

BUDDHIST = range(38, 80)
"""The last two digits of 1995 to 2036 as years of the Buddha: no years of forums in ours."""
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
ERA = re.compile(rf"({'|'.join(ERAS)})\s?(\d{{1,3}}|元)\s?年")


def western_years(folded: str) -> str:
    """*folded* with the years of eras ("平成28年") counted as the west does ("2016年")."""
    return ERA.sub(lambda found: f"{ERAS[found[1]] + int(found[2].replace('元', '1'))}年", folded)


def buddhist_year(digits: str, month: str) -> str:
    """*digits* of a year in full, where two of them after a Thai *month* count from the Buddha."""
    thai = "\u0e00" < month < "\u0e80"
    return f"25{digits}" if thai and len(digits) == 2 and int(digits) in BUDDHIST else digits


def solar_day(folded: str) -> Day | None:
    """The day that *folded* states in Iran's calendar; None if it states none, or not surely."""
    if max(folded, default="") < "\u0600":
        return None
    named = ((found[3], MONTHS[found[2]], found[1]) for found in NAMED.finditer(folded))
    turned = ((found[3], MONTHS[found[1]], found[2]) for found in NAME_FIRST.finditer(folded))
    for year, month, day in chain(named, turned):
        return gregorian(_full(year), month, int(day))
    return _numeric(folded.translate(DIGITS)) if PERSIAN.search(folded) else None


def _numeric(folded: str) -> Day | None:
    if found := YEAR_FIRST.search(folded):
        return gregorian(int(found[1]), int(found[3]), int(found[4]))
    found = YEAR_LAST.search(folded)
    if not found:
        return None
    year, first, second = int(found[4]), int(found[1]), int(found[3])
    possible = {gregorian(year, second, first), gregorian(year, first, second)} - {None}
    return possible.pop() if len(possible) == 1 else None


def _full(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (1300 if year >= 50 else 1400)


def gregorian(year: int, month: int, day: int) -> Day | None:
    """The Gregorian day of a day of the solar Hijri calendar; None if there is none such.

    Six months of 31 days, five of 30, the last of 29, or 30 in the 8 leap years of each 33: the
    arithmetic of K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon, and Planets
    74 (1996), for the years that it keeps to that cycle.
    """
    if not (FIRST <= year <= LAST and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    years = 365 * (year - FIRST) + sum(map(_leap, range(FIRST, year)))
    months = 31 * (month - 1) - max(0, month - 7)
    found = NEW_YEAR + timedelta(days=years + months + day - 1)
    return found.year, found.month, found.day


def _length(year: int, month: int) -> int:
    return 31 if month < 7 else 30 if month < 12 or _leap(year) else 29


def _leap(year: int) -> bool:
    return year % 33 in {1, 5, 9, 13, 17, 22, 26, 30}
