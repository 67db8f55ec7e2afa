"""Stamps: numbers that stand for dates."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from threadsite.stamps import stamp, unstamp

zones = st.none() | st.integers(-1439, 1439).map(lambda m: timezone(timedelta(minutes=m)))
dates = st.datetimes(timezones=zones).map(lambda date: date.replace(microsecond=0))


@given(dates)
def test_a_stamp_gives_the_date_back(date: datetime) -> None:
    assert unstamp(stamp(date)).isoformat() == date.isoformat()


@given(st.lists(dates, min_size=2, max_size=2))
def test_stamps_sort_by_time(pair: list[datetime]) -> None:
    def seconds(date: datetime) -> float:
        offset = date.utcoffset() or timedelta()
        return (date.replace(tzinfo=None) - datetime(1, 1, 1) - offset).total_seconds()

    one, two = pair
    if seconds(one) < seconds(two):
        assert stamp(one) < stamp(two)
