"""A thread in time: how much was said in each month or year of its life, and where that begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from msgspec.structs import replace

from threadsite.pages.parts import TimeBar, Unit
from threadsite.pages.scales import STEPS, percent
from threadsite.rows import PostRow

FEWEST_POSTS = 30
"""A shorter thread is soon looked through."""
FEWEST, MOST = 3, 36
"""Bars: fewer tell nothing, more are too thin to hit."""


def timeline(posts: Iterable[PostRow]) -> tuple[TimeBar, ...]:
    """A bar for each month from the first of *posts* to the last, or for each year of a longer
    life. Empty where there is little to tell."""
    dated = [(_month(post.created), post) for post in posts if post.created]
    if len(dated) < FEWEST_POSTS:
        return ()
    for unit, months in STEPS.items():
        placed = [(month // months, post) for month, post in dated]
        first, last = min(place for place, _ in placed), max(place for place, _ in placed)
        if FEWEST <= last - first + 1 <= MOST:
            return tuple(_bars(unit, placed, range(first, last + 1)))
    return ()


def marked(bars: tuple[TimeBar, ...], posts: Iterable[PostRow]) -> tuple[TimeBar, ...]:
    """*bars* with those marked that one of *posts* belongs to."""
    if not bars:
        return bars
    months = STEPS[bars[0].unit]
    here = {_month(post.created) // months for post in posts if post.created}
    return tuple(
        replace(bar, here=True) if _month(bar.date) // months in here else bar for bar in bars
    )


def _bars(
    unit: Unit, placed: Sequence[tuple[int, PostRow]], places: Iterable[int]
) -> Iterator[TimeBar]:
    counts = Counter(place for place, _ in placed)
    begins = dict(reversed(placed))
    most = max(counts.values())
    for place in places:
        year, month = divmod(place * STEPS[unit], 12)
        yield TimeBar(
            date=datetime(year, month + 1, 1),
            unit=unit,
            posts=counts[place],
            height=percent(counts[place], most),
            post=begins.get(place),
        )


def _month(date: datetime) -> int:
    return 12 * date.year + date.month - 1
