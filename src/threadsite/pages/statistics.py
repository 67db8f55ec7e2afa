"""The statistics: the archive by month, hour, board and length, and who quotes whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from threadsite import urls
from threadsite.pages.charts import BoardLine, HourCell, Length, Pair
from threadsite.pages.material import Material, bars
from threadsite.pages.page import File, Piece
from threadsite.pages.scales import level, month_bars, month_key, percent
from threadsite.pages.tables import table
from threadsite.pages.views import StatisticsView

LENGTHS = ((1, 1), (2, 5), (6, 10), (11, 20), (21, 50), (51, 100), (101, 500), (501, None))
"""The least and most posts of threads that are counted together."""
PAIRS, ALL_PAIRS = 20, 1000
"""How many pairs of authors the page names, and how many its file has."""
Hours = dict[tuple[int, int], int]


def statistics(material: Material) -> Iterator[Piece]:
    """The page of statistics, and each of its tables as a file."""
    sums = material.archive.sums
    hours = sums.hours()
    view = StatisticsView(
        path=urls.STATISTICS,
        months=month_bars(sums.months()),
        inferred=sums.inferred(),
        hours=_hours(hours),
        timed=sum(hours.values()),
        boards=tuple(_boards(material)),
        lengths=_lengths(sums.lengths()),
        pairs=_pairs(material),
    )
    yield material.page(view, material.site.stats.last)
    yield from _tables(material, hours)


def _tables(material: Material, hours: Hours) -> Iterator[File]:
    sums = material.archive.sums
    months = ((month_key(month), posts, authors) for month, posts, authors in sums.months())
    yield table("months", ("month", "posts", "authors"), months)
    by_hour = ((day + 1, hour, posts) for (day, hour), posts in hours.items())
    yield table("hours", ("weekday", "hour", "posts"), by_hour)
    by_board = ((" / ".join(path), year, posts) for path, year, posts in sums.board_years())
    yield table("boards", ("board", "year", "posts"), by_board)
    yield table("lengths", ("posts", "threads"), sums.lengths())
    pairs = (
        (one.name, urls.author(one.key), two.name, urls.author(two.key), times)
        for one, two, times in sums.quotes(ALL_PAIRS)
    )
    head = ("quoting", "page of quoting", "quoted", "page of quoted", "times")
    yield table("quotes", head, pairs)


def _hours(found: Hours) -> tuple[tuple[HourCell, ...], ...]:
    """Seven days from Monday, each of 24 hours; empty when no post tells its time."""
    most = max(found.values(), default=0)
    counts = ([found.get((day, hour), 0) for hour in range(24)] for day in range(7))
    rows = (tuple(HourCell(posts, level(posts, most)) for posts in row) for row in counts)
    return tuple(rows) if found else ()


def _boards(material: Material) -> Iterator[BoardLine]:
    counts: dict[str, Counter[int]] = {}
    for path, year, posts in material.archive.sums.board_years():
        counts.setdefault(path[0], Counter())[year] += posts
    years = [year for year, _ in material.archive.sums.years()]
    for board in material.archive.boards():
        found = counts.get(board.title)
        if found:
            # All lines from the first year of the archive to its last, to be compared.
            ends = {year: found[year] for year in (years[0], *sorted(found), years[-1])}
            yield BoardLine(board, bars(tuple(ends.items())))


def _lengths(found: tuple[tuple[int, int], ...]) -> tuple[Length, ...]:
    counts = [
        sum(threads for posts, threads in found if least <= posts <= (most or posts))
        for least, most in LENGTHS
    ]
    largest = max(counts)
    return tuple(
        Length(least, most, threads, percent(threads, largest))
        for (least, most), threads in zip(LENGTHS, counts, strict=True)
        if threads
    )


def _pairs(material: Material) -> tuple[Pair, ...]:
    found = tuple(material.archive.sums.quotes(PAIRS))
    most = found[0][2] if found else 0
    return tuple(Pair(one, two, times, percent(times, most)) for one, two, times in found)
