"""The calendar: years of months, what was written in a month day by day, and days of any year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from itertools import groupby

from threadsite import urls
from threadsite.archive import OfDay, OfMonth
from threadsite.pages.charts import (
    Anniversary,
    CalendarYear,
    DayCell,
    DayOfYear,
    DayThread,
    DayView,
    MonthCell,
    MonthLink,
)
from threadsite.pages.material import Material
from threadsite.pages.page import Page
from threadsite.pages.scales import begins, level, month_key
from threadsite.pages.views import CalendarView, DaysView, MonthView

LEAP = 2000
"""Any year with a 29th of February."""
NAMED = 3
"""How many threads are named of those that began on a day of the year."""


def calendar(material: Material) -> Iterator[Page]:
    """The page of all years, each with its months."""
    sums = material.archive.sums
    view = CalendarView(
        path=urls.CALENDAR, years=tuple(_years(sums.months())), inferred=sums.inferred()
    )
    yield material.page(view, material.site.stats.last)


def month(material: Material, key: str) -> Iterator[Page]:
    """Every page of the month *key*; none when nobody wrote in it."""
    year, _, number = key.partition("-")
    which = 12 * int(year) + int(number) - 1
    held = tuple(material.archive.sums.of_month(which))
    return _pages(material, which, held) if held else iter(())


def days(material: Material) -> Iterator[Page]:
    """For each month of any year a page of its days, and of what began on them."""
    found = tuple(material.archive.sums.begun(NAMED))
    by_month = {number: tuple(rows) for number, rows in groupby(found, lambda row: row[0])}
    names = tuple(MonthLink(datetime(LEAP, n, 1), urls.days(n)) for n in range(1, 13))
    for number, link in enumerate(names, 1):
        rows = groupby(by_month.get(number, ()), lambda row: row[1])
        listed = (
            DayOfYear(
                day,
                tuple(Anniversary(row.day, row.title, urls.thread(row.thread)) for *_, row in held),
            )
            for day, held in rows
        )
        view = DaysView(path=link.address, date=link.date, months=names, days=tuple(listed))
        yield material.page(view)


def _years(months: tuple[OfMonth, ...]) -> Iterator[CalendarYear]:
    most = max((month.posts for month in months), default=0)
    for year, rows in groupby(months, lambda month: month.month // 12):
        held = {row.month: row.posts for row in rows}
        yield CalendarYear(
            datetime(year, 1, 1),
            sum(held.values()),
            tuple(_month(which, held.get(which, 0), most) for which in _months_of(year)),
        )


def _months_of(year: int) -> range:
    return range(12 * year, 12 * year + 12)


def _month(which: int, posts: int, most: int) -> MonthCell:
    address = urls.month(month_key(which)) if posts else ""
    return MonthCell(begins(which), posts, level(posts, most), address)


def _pages(material: Material, which: int, held: tuple[OfDay, ...]) -> Iterator[Page]:
    address = partial(urls.month, month_key(which))
    size = material.rows_per_page
    # Where each day begins: the page that its first row is on.
    places = {row.day: urls.page_of(n, size) for n, row in reversed(list(enumerate(held, 1)))}
    starts = {day: f"{address(page)}#d{day.day}" for day, page in places.items()}
    weeks = tuple(_weeks(begins(which), held, starts))
    before, after = material.archive.sums.near_months(which)
    for leaf in material.leaves(iter(held), len(held), address):
        view = MonthView(
            path=leaf.path,
            pager=leaf.pager,
            date=begins(which),
            posts=sum(row.posts for row in held),
            weeks=weeks if leaf.number == 1 else (),
            days=tuple(_days(leaf.rows, leaf.number, places, material.archive.posts_per_page)),
            before=_link(before),
            after=_link(after),
        )
        yield material.page(view, leaf.rows[-1].day)


def _link(month: int | None) -> MonthLink | None:
    return None if month is None else MonthLink(begins(month), urls.month(month_key(month)))


def _days(
    rows: Iterable[OfDay], page: int, places: dict[datetime, int], size: int
) -> Iterator[DayView]:
    for day, held in groupby(rows, lambda row: row.day):
        threads = (
            DayThread(row.title, row.posts, urls.place(row.thread, row.number, row.anchor, size))
            for row in held
        )
        yield DayView(day, places[day] == page, tuple(threads))


def _weeks(
    first: datetime, held: Iterable[OfDay], starts: dict[datetime, str]
) -> Iterator[tuple[DayCell | None, ...]]:
    """The sheet of the month that begins on *first*: weeks from Monday to Sunday."""
    posts: dict[datetime, int] = {}
    for row in held:
        posts[row.day] = posts.get(row.day, 0) + row.posts
    most = max(posts.values())
    cells: list[DayCell | None] = [None] * first.weekday()
    for number in range(1, monthrange(first.year, first.month)[1] + 1):
        day = first.replace(day=number)
        count = posts.get(day, 0)
        cells.append(DayCell(number, count, level(count, most), starts.get(day, "")))
    cells += [None] * (-len(cells) % 7)
    for start in range(0, len(cells), 7):
        yield tuple(cells[start : start + 7])
