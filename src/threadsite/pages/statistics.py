"""The statistics: the archive by month, hour, board and length, and who quotes whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from threadsite import urls
from threadsite.archive import OfMonth, Sums
from threadsite.pages.charts import BoardLine, HourCell, Length, Pair
from threadsite.pages.material import Material
from threadsite.pages.page import File, Piece
from threadsite.pages.scales import level, month_bars, month_key, percent, year_bars
from threadsite.pages.tables import table
from threadsite.pages.views import StatisticsView
from threadsite.rows import AuthorRef, BoardRow

LENGTHS = ((1, 1), (2, 5), (6, 10), (11, 20), (21, 50), (51, 100), (101, 500), (501, None))
"""The least and most posts of threads that are counted together."""
LINES = 50
"""How many boards the page draws: software without boards around others has a thousand of them."""
PAIRS, ALL_PAIRS = 20, 1000
"""How many pairs of authors the page names, and how many its file has."""
Hours = dict[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the page and its files are made of, each asked for once."""

    months: tuple[OfMonth, ...]
    hours: Hours
    board_years: tuple[tuple[tuple[str, ...], int, int], ...]
    lengths: tuple[tuple[int, int], ...]
    quotes: tuple[tuple[AuthorRef, AuthorRef, int], ...]

    @classmethod
    def of(cls, sums: Sums) -> Numbers:
        """The numbers that *sums* gives."""
        boards, quotes = tuple(sums.board_years()), tuple(sums.quotes(ALL_PAIRS))
        return cls(sums.months(), sums.hours(), boards, sums.lengths(), quotes)


def statistics(material: Material) -> Iterator[Piece]:
    """The page of statistics, and each of its tables as a file."""
    sums = material.archive.sums
    numbers = Numbers.of(sums)
    boards = tuple(_boards(material.archive.boards(), numbers))
    view = StatisticsView(
        path=urls.STATISTICS,
        months=month_bars(numbers.months),
        inferred=sums.inferred(),
        hours=_hours(numbers.hours),
        timed=sum(numbers.hours.values()),
        boards=_largest(boards),
        all_boards=len(boards),
        lengths=_lengths(numbers.lengths),
        pairs=_pairs(numbers.quotes[:PAIRS]),
    )
    yield material.page(view, material.site.stats.last)
    yield from _tables(numbers)


def _tables(numbers: Numbers) -> Iterator[File]:
    """The tables that hold anything: the page names no others."""
    months = ((month_key(month), posts, authors) for month, posts, authors in numbers.months)
    hours = ((day + 1, hour, posts) for (day, hour), posts in numbers.hours.items())
    boards = ((" / ".join(path), year, posts) for path, year, posts in numbers.board_years)
    quotes = (
        (one.name, urls.author(one.key), two.name, urls.author(two.key), times)
        for one, two, times in numbers.quotes
    )
    tables: dict[str, tuple[tuple[str, ...], Iterable[tuple[str | int, ...]]]] = {
        "months": (("month", "posts", "authors"), months),
        "hours": (("weekday", "hour", "posts"), hours),
        "boards": (("board", "year", "posts"), boards),
        "lengths": (("posts", "threads"), numbers.lengths),
        "quotes": (("quoting", "page of quoting", "quoted", "page of quoted", "times"), quotes),
    }
    for name, (head, rows) in tables.items():
        if held := tuple(rows):
            yield table(name, head, held)


def _hours(found: Hours) -> tuple[tuple[HourCell, ...], ...]:
    """Seven days from Monday, each of 24 hours; empty when no post tells its time."""
    most = max(found.values(), default=0)
    counts = ([found.get((day, hour), 0) for hour in range(24)] for day in range(7))
    rows = (tuple(HourCell(posts, level(posts, most)) for posts in row) for row in counts)
    return tuple(rows) if found else ()


def _boards(boards: Iterable[BoardRow], numbers: Numbers) -> Iterator[BoardLine]:
    counts: dict[str, Counter[int]] = {}
    for path, year, posts in numbers.board_years:
        counts.setdefault(path[0], Counter())[year] += posts
    years = [month.month // 12 for month in numbers.months]
    for board in boards:
        found = counts.get(board.title)
        if found:
            # All lines from the first year of the archive to its last, to be compared.
            ends = {year: found[year] for year in (years[0], *sorted(found), years[-1])}
            yield BoardLine(board, year_bars(tuple(ends.items())))


def _largest(boards: tuple[BoardLine, ...]) -> tuple[BoardLine, ...]:
    """Those of *boards* with the most posts, in the order that they are in."""
    by_posts = sorted(boards, key=lambda line: -line.board.posts)
    kept = {line.board.key for line in by_posts[:LINES]}
    return tuple(line for line in boards if line.board.key in kept)


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


def _pairs(found: tuple[tuple[AuthorRef, AuthorRef, int], ...]) -> tuple[Pair, ...]:
    most = found[0][2] if found else 0
    return tuple(Pair(one, two, times, percent(times, most)) for one, two, times in found)
