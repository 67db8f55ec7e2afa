"""When a message of WhatsApp was sent, as telephones in many languages write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from threadsite.dates import day_first, parse_date

MORNING = frozenset(("上午", "凌晨", "早上", "清晨", "오전", "午前", "ص"))
EVENING = frozenset(("下午", "中午", "晚上", "傍晚", "오후", "午後", "م"))
HALF = "|".join(sorted((MORNING | EVENING) - {"ص", "م"}))
CLOCK = (
    rf"(?:{HALF})?[ ]?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:[\s\u202f]?[APap]\.?[\s\u202f]?[Mm]\.?|[\s\u202f][^\s\-\]\d]{1,8})?"
)
DAY = r"\d{1,4}\u200f?[./-][ \u200f]?\d{1,2}\u200f?[./-][ \u200f]?\d{1,4}\.?"
# "at", "um", "à", "klo", "a las"
BETWEEN = r"[,،]?[ ]{1,2}(?:[^\W\d_]{1,4}\.? ){0,2}?"
# iOS: "[03.05.04, 14:07:11] Juno: words"; Android: "03/05/2004, 14:07 - Juno: words".
SENT = re.compile(
    rf"[\u200e\u200f\ufeff]*(?:\[(?P<ios>{DAY}{BETWEEN}{CLOCK})\][ ]"
    rf"|(?P<android>{DAY}{BETWEEN}{CLOCK})[ ][-–][ ])"
)
WHEN = re.compile(
    rf"(?P<day>{DAY}){BETWEEN}(?P<before>{HALF})?[ ]?(?P<clock>\d[\d:.]*\d)[ ]?(?P<after>.*)"
)
# Where they write so, the day stands before the month.
DAY_FIRST = re.compile(r"^\d\d?-|\d (?:à|às|a las|alle|um|om|kl|klo|в) \d|[ap]\. ?m\.|\d [صم]$")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u202f", "01234567890123456789 ", "\u200e\u200f")


def order(sent: Sequence[str]) -> bool | None:
    """Whether the day comes before the month in *sent*; None where nothing tells."""
    plain = [text.translate(DIGITS) for text in sent]
    stated = day_first(plain)
    if stated is None and any(map(DAY_FIRST.search, plain)):
        return True
    if stated is None:
        # Time goes on in one of the two orders only.
        goes = [first for first in (True, False) if _rises([time(at, first) for at in plain])]
        return goes[0] if len(goes) == 1 else None
    return stated


def time(sent: str, first: bool | None) -> datetime | None:
    """The time that *sent* says, the day *first* or the month."""
    plain = sent.translate(DIGITS)
    found = WHEN.match(plain)
    if not found:
        return parse_date(plain, day_first=first)
    halves = {found["before"], found["after"]}
    half = "AM" if halves & MORNING else "PM" if halves & EVENING else found["after"]
    clock = found["clock"].replace(".", ":")
    return parse_date(f"{found['day']}, {clock} {half}".strip(), day_first=first)


def _rises(times: Sequence[datetime | None]) -> bool:
    stated = [time.date() for time in times if time]
    return len(stated) == len(times) and stated == sorted(stated)
