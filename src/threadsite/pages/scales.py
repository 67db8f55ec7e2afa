"""Counts on a scale: how high a bar is, how dark a cell, which month comes when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from threadsite import urls
from threadsite.archive import OfMonth
from threadsite.pages.charts import Bar, MonthBar
from threadsite.pages.parts import Unit, YearBar

LEVELS = 4
"""How many shades a cell may have, besides none."""
MOST_MONTHS = 36
"""In a longer life each month is too thin to hit, and years take their place."""
MOST_YEARS = 100
"""In a longer life than this some date is wrong, and silence has no bars."""
STEPS: dict[Unit, int] = {"month": 1, "year": 12}


def percent(count: int, most: int) -> int:
    """*count* as a share of *most*, from 0 to 100; what is not nothing is not 0."""
    return -(-100 * count // most) if most else 0


def level(count: int, most: int) -> int:
    """The shade for *count* where *most* is darkest; quiet times can be told apart, too."""
    return -int(-LEVELS * (count / most) ** 0.5 // 1) if most else 0


def month_key(month: int) -> str:
    """The key of the page of *month*."""
    year, number = divmod(month, 12)
    return f"{year:04}-{number + 1:02}"


def begins(month: int) -> datetime:
    """When *month* begins."""
    year, number = divmod(month, 12)
    return datetime(year, number + 1, 1)


def every(months: Sequence[OfMonth]) -> Iterator[OfMonth]:
    """*months* with the silent ones between them, unless these are too many."""
    held = {found.month: found for found in months}
    first, last = (months[0].month, months[-1].month) if months else (0, -1)
    places = held if last - first > 12 * MOST_YEARS else range(first, last + 1)
    for month in places:
        yield held.get(month) or OfMonth(month, 0, 0)


def lifeline(months: Sequence[OfMonth]) -> tuple[Bar, ...]:
    """A bar for each month of a short life, or for each year."""
    found = tuple(every(months))
    unit: Unit = "month" if len(found) <= MOST_MONTHS else "year"
    counts: dict[int, int] = {}
    for month in found:
        place = month.month // STEPS[unit]
        counts[place] = counts.get(place, 0) + month.posts
    most = max(counts.values(), default=0)
    return tuple(
        Bar(
            begins(place * STEPS[unit]),
            unit,
            posts,
            percent(posts, most),
            _address(place, unit) if posts else "",
        )
        for place, posts in counts.items()
    )


def year_bars(years: Sequence[tuple[int, int]]) -> tuple[YearBar, ...]:
    """A bar for each year from the first of *years* to the last, the silent ones too."""
    counts = dict(years)
    most = max(counts.values(), default=0)
    first, last = (years[0][0], years[-1][0]) if years else (0, -1)
    every = counts if last - first > MOST_YEARS else range(first, last + 1)
    return tuple(
        YearBar(year, counts.get(year, 0), percent(counts.get(year, 0), most)) for year in every
    )


def month_bars(months: Sequence[OfMonth]) -> tuple[MonthBar, ...]:
    """Two bars for each of *months*, and for the silent ones between them."""
    posts = max((month.posts for month in months), default=0)
    authors = max((month.authors for month in months), default=0)
    return tuple(
        MonthBar(
            begins(found.month),
            found.posts,
            found.authors,
            percent(found.posts, posts),
            percent(found.authors, authors),
            urls.month(month_key(found.month)) if found.posts else "",
        )
        for found in every(months)
    )


def _address(place: int, unit: Unit) -> str:
    return urls.month(month_key(place)) if unit == "month" else urls.year(place)
