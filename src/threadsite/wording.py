"""Values as readers see them: dates with what is sure of them, numbers, initials, addresses.

The words of the interface are in the templates; the only ones here are the names of months.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import datetime, time

from markupsafe import Markup

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
HUES = 12
"""How many colours an avatar made of initials may have."""
WEB = re.compile(r"https?://[^\s\\\"'<>`]+", re.I)


def web_address(url: str | None) -> str | None:
    """*url* if it is an address of the web; None for anything that could do more than lead away."""
    return url if url and WEB.fullmatch(url) else None


def number(value: int) -> str:
    """*value* with its thousands apart."""
    return f"{value:,}"


def month(date: datetime) -> str:
    """The month of *date*: `March 2009`."""
    return f"{MONTHS[date.month - 1]} {date.year}"


def day(date: datetime) -> str:
    """The day of *date*: `12 March 2009`."""
    return f"{date.day} {month(date)}"


def moment(date: datetime) -> str:
    """The day and, where one is stated, the time of *date*: `12 March 2009, 18:04 UTC`."""
    return f"{day(date)}, {date:%H:%M}{_zone(date)}" if has_clock(date) else day(date)


def has_clock(date: datetime) -> bool:
    """Whether *date* tells a time; a midnight without a zone is how a mere day is kept."""
    return date.tzinfo is not None or date.time() != time()


def machine(date: datetime) -> str:
    """*date* for machines: the value of a `datetime` attribute."""
    return date.isoformat(timespec="minutes") if has_clock(date) else date.date().isoformat()


def time_tag(date: datetime, form: str = "day") -> Markup:
    """*date* as an element `<time>`, its text as the *form* `year`, `month`, `day` or `moment`."""
    # Nothing in a date needs escaping.
    return Markup(f'<time datetime="{machine(date)}">{FORMS[form](date)}</time>')  # noqa: S704


def date_text(date: datetime, form: str = "day") -> str:
    """*date* as mere text, where no element can stand."""
    return FORMS[form](date)


def span_tag(first: datetime, last: datetime, form: str = "day") -> Markup:
    """From *first* to *last* as elements `<time>`, what both share said once: `2–4 May 2011`."""
    if FORMS[form](first) == FORMS[form](last):
        return time_tag(first, form)
    shared = _shared(first, last, form)
    start = FORMS[form](first).removesuffix(shared)
    dash = " – " if " " in start else "–"
    opening = f'<time datetime="{machine(first)}">{start}</time>'
    return Markup(f"{opening}{dash}{time_tag(last, form)}")  # noqa: S704


def initials(name: str) -> str:
    """One or two letters that stand for *name*; one for scripts that have no capitals."""
    words = [word for word in re.split(r"[\W_]+", unicodedata.normalize("NFC", name)) if word]
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    if len(letters) == 2 and not all(_has_case(letter) for letter in letters):
        letters.pop()
    return "".join(letters).upper()[:2] or "?"


def hue(key: str) -> int:
    """The colour of *key*, from 0 to `HUES - 1`: always the same."""
    return hashlib.sha256(key.encode()).digest()[0] % HUES


def _shared(first: datetime, last: datetime, form: str) -> str:
    """The end that two dates of one month or year have in common."""
    if form == "year" or first.year != last.year:
        return ""
    return f" {month(last)}" if form == "day" and first.month == last.month else f" {last.year}"


def _has_case(letter: str) -> bool:
    return letter.upper() != letter.lower()


def _zone(date: datetime) -> str:
    offset = date.utcoffset()
    if offset is None:
        return ""
    return f" {date:%:z}" if offset else " UTC"


FORMS = {
    "year": lambda date: str(date.year),
    "month": month,
    "day": day,
    "moment": moment,
}
