"""The time of day in a line of text: 24 or 12 hours, in many scripts, with the zone it states."""

from __future__ import annotations

import re
from datetime import UTC, time, timedelta, timezone, tzinfo

from threadsite.dates.words import HALVES, ZONES, tokens

CLOCKS = (
    re.compile(
        r"(?<!\d)(\d{1,2})\s?[:時点點时시]\s?(\d\d)(?:\s?[:分분]\s?(\d\d))?[분分秒초]?(?!\d)"
    ),
    re.compile(r"(?<![\d.])(\d{1,2})h(\d\d)(?:[.](\d\d))?(?!\d)"),
    re.compile(r"(?<![\d.])(\d{1,2})[.](\d\d)(?:[.](\d\d))?(?![\d.])"),
)
ZONE = re.compile(
    r"\s{0,3}\(?(?:(?:utc|gmt)\s?([+-])\s?(\d{1,2}):?(\d\d)?|([+-])(\d\d):?(\d\d)(?!\d)|([a-z]{1,4})\b)"
)


def read_clock(folded: str) -> tuple[time | None, str]:
    """The time of day in *folded*, and *folded* without it."""
    for pattern in CLOCKS:
        found = pattern.search(folded)
        if not found:
            continue
        before, after = folded[: found.start()], folded[found.end() :]
        half, before, after = _half(before.rstrip(), after)
        zone, after = _zone(after)
        hour = int(found[1])
        if half is not None and hour <= 12:
            hour = hour % 12 + half
        clock = clock_time(hour, found[2], found[3] or 0, zone)
        if clock:
            return clock, f"{before} {after}"
    return None, folded


def clock_time(
    hour: str | int, minute: str | int, second: str | int, zone: tzinfo | None
) -> time | None:
    """A time of day; None when there is none such."""
    try:
        return time(int(hour), int(minute), int(second), tzinfo=zone)
    except ValueError:
        return None


def offset(zone: str | None) -> tzinfo | None:
    """The zone that `Z` or `+01:00` states."""
    if not zone:
        return None
    if zone in "Zz":
        return UTC
    digits = zone[1:].replace(":", "")
    return _east(int(digits[:2]) * 60 + int(digits[2:] or 0), zone[0])


def _east(minutes: int, sign: str = "+") -> tzinfo | None:
    # No clock on earth is further off than 14 hours.
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if sign == "-" else minutes))


def _half(before: str, after: str) -> tuple[int | None, str, str]:
    word = next(iter(tokens(after[:12])), "")
    if word in HALVES:
        # Behind its last letter, for the word may be written with dots.
        end = after.index(word[-1], after.index(word[0]) + len(word) - 1) + 1
        return HALVES[word], before, after[end:].removeprefix(".")
    for name, half in HALVES.items():
        if name > "\u2e80" and before.endswith(name):
            return half, before.removesuffix(name), after
    return None, before, after


def _zone(after: str) -> tuple[tzinfo | None, str]:
    found = ZONE.match(after)
    if not found:
        return None, after
    sign, hours, minutes = found[1] or found[4], found[2] or found[5], found[3] or found[6]
    if sign:
        return _east(int(hours) * 60 + int(minutes or 0), sign), after[found.end() :]
    east = ZONES.get(found[7])
    if east is None:
        return None, after
    return _east(abs(east), "-" if east < 0 else "+"), after[found.end() :]
