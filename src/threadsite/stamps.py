"""Dates as numbers: they sort by time, and give the date back to the second, zone and all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

START = datetime(1, 1, 1)
MINUTE = timedelta(minutes=1)
DAY = 24 * 60
"""Minutes. No zone is a day or more from UTC, so zone + DAY is above 0, which means no zone."""
ZONES = 4096


def stamp(date: datetime) -> int:
    """*date* as a number; a date without a zone sorts as if it were UTC."""
    offset = date.utcoffset()
    past = date.replace(tzinfo=None) - START
    seconds = past.days * 86_400 + past.seconds
    if offset is None:
        return seconds * ZONES
    zone = round(offset / MINUTE)
    return (seconds - zone * 60) * ZONES + zone + DAY


def unstamp(number: int) -> datetime:
    """The date that gave *number*."""
    seconds, code = divmod(number, ZONES)
    if not code:
        return START + timedelta(seconds=seconds)
    zone = code - DAY
    local = START + timedelta(seconds=seconds + zone * 60)
    return local.replace(tzinfo=timezone(timedelta(minutes=zone)) if zone else UTC)
