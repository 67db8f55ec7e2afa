"""The pages beside threads: home, boards in their orders, authors, the calendar, statistics."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from lxml import html as lxml_html

from threadsite import content
from threadsite.archive import Archive, OfMonth
from threadsite.building import build
from threadsite.config import load_site
from threadsite.markdown import Renderer
from threadsite.model import Author, Poll, Post, Quote, Thread
from threadsite.pages import File, Page, Piece, View, statistics
from threadsite.pages.material import material
from threadsite.pages.scales import level, lifeline, percent
from threadsite.pages.units import pieces, units
from threadsite.pages.views import (
    AuthorView,
    BoardView,
    CalendarView,
    DaysView,
    HomeView,
    MonthView,
    StatisticsView,
)
from threadsite.theme import load_theme

ADA, BEN = Author("1", "=Ada", "Keeper"), Author("2", "Ben")
HOSTILE = '"><script>alert(1)</script>'
ORDERS = ("hulls.html", "hulls.first.html", "hulls.posts.html", "hulls.views.html")
V = TypeVar("V", bound=View)


def boat(number: int) -> Thread:
    """A thread of *number* posts, which began on a 2nd of May."""
    posts = tuple(
        Post(
            f"{number}{place}",
            (ADA, BEN)[place % 2],
            f"Plank {place}.",
            datetime(2000 + number, 5, 2 + place, 9),
            quotes=(Quote(None, f"{number}0"),) if place else (),
        )
        for place in range(number)
    )
    return Thread(str(number), f"Boat {number}", posts, board=("Hulls",), views=100 - number)


def write(root: Path, *threads: Thread) -> None:
    (root / "content" / "threads").mkdir(parents=True, exist_ok=True)
    settings = '[site]\ntitle = "Boats"\n[build]\nrows_per_page = 4\nposts_per_page = 2\n'
    (root / "site.toml").write_text(settings, encoding="utf-8")
    for thread in threads:
        path = root / "content" / "threads" / f"{thread.id}.md"
        path.write_text(content.dump(thread), encoding="utf-8")


def made(root: Path) -> list[Piece]:
    site = load_site(root)
    with Archive.open(site.content, posts_per_page=2) as archive:
        made_of = material(site, archive, Renderer().draft)
        return [piece for unit in units(archive) for piece in pieces(made_of, unit)]


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> list[Piece]:
    root = tmp_path_factory.mktemp("boats")
    undated = Thread("9", HOSTILE, (Post("90", BEN, "When?"),), poll=Poll("Why?", ()))
    write(root, *map(boat, range(1, 8)), undated)
    return made(root)


def views(found: list[Piece], kind: type[V]) -> Iterator[V]:
    yield from (p.context for p in found if isinstance(p, Page) and isinstance(p.context, kind))


def table(found: list[Piece], name: str) -> list[list[str]]:
    (data,) = (p.data for p in found if isinstance(p, File) and p.path == f"statistics/{name}.csv")
    return list(csv.reader(io.StringIO(data.decode("utf-8"))))


def rendered(root: Path, found: list[Piece]) -> Iterator[tuple[str, Any]]:
    theme = load_theme(load_site(root))
    for page in found:
        if isinstance(page, Page):
            yield page.path, lxml_html.fromstring(theme.render(page))


def test_a_table_of_nothing_is_no_file(tmp_path: Path) -> None:
    write(tmp_path, Thread("9", "Oars", (Post("90", BEN, "When?"),), board=("Hulls",)))

    found = made(tmp_path)

    names = [piece.path for piece in found if isinstance(piece, File)]
    assert [name for name in names if name.startswith("statistics/")] == ["statistics/lengths.csv"]
    (page,) = (html for path, html in rendered(tmp_path, found) if path == "statistics.html")
    assert page.xpath("//a[@download]/@href") == ["statistics/lengths.csv"]


def test_the_calendar_has_all_months_of_years_with_posts(boats: list[Piece]) -> None:
    (calendar,) = views(boats, CalendarView)

    assert [year.date.year for year in calendar.years] == list(range(2001, 2008))
    assert all(len(year.months) == 12 for year in calendar.years)
    assert [(year.posts, year.months[4].level) for year in calendar.years][::3] == [
        *((1, 2), (4, 4), (7, 4)),
    ]
    assert calendar.years[0].months[4].address == "c/2001-05.html"
    assert calendar.years[0].months[0].address == ""


def test_a_month_lists_days_on_pages_and_links_its_neighbours(boats: list[Piece]) -> None:
    first, second = (view for view in views(boats, MonthView) if view.date.year == 2007)

    assert [day.date.day for day in (*first.days, *second.days)] == [2, 3, 4, 5, 6, 7, 8]
    assert [len(week) for week in first.weeks] == [7] * 5
    assert [cell and cell.day for cell in first.weeks[0]] == [None, 1, 2, 3, 4, 5, 6]
    assert [cell.address for cell in first.weeks[1] if cell][:2] == [
        *("c/2007-05.2.html#d7", "c/2007-05.2.html#d8"),
    ]
    assert first.before
    assert first.before.address == "c/2006-05.html"
    assert (first.after, second.weeks) == (None, ())
    assert first.days[2].threads[0].address == "t/7.2.html#p72"


def test_a_day_that_goes_on_overleaf_begins_once(tmp_path: Path) -> None:
    day = datetime(2003, 7, 9, 8)
    write(tmp_path, *(Thread(f"{n}", "Oar", (Post(f"{n}", ADA, "", day),)) for n in range(6)))

    days = [view.days for view in views(made(tmp_path), MonthView)]

    assert [[(day.begins, len(day.threads)) for day in page] for page in days] == [
        *([(True, 4)], [(False, 2)]),
    ]


def test_on_this_day_names_the_longest_threads_of_all_years(boats: list[Piece]) -> None:
    pages = {view.path: view for view in views(boats, DaysView)}
    (day,) = pages["c/05.html"].days

    assert len(pages) == 12
    assert [(thread.date.year, thread.title) for thread in day.threads] == [
        *((2005, "Boat 5"), (2006, "Boat 6"), (2007, "Boat 7")),
    ]
    assert (day.day, pages["c/06.html"].days) == (2, ())


def test_a_board_can_be_read_in_four_orders(boats: list[Piece]) -> None:
    found: dict[str, list[str]] = {}
    for view in views(boats, BoardView):
        found.setdefault(view.order, []).extend(thread.id for thread in view.threads)
        assert [link.address for link in view.orders] == [f"b/{name}" for name in ORDERS]

    up, down = list("1234567"), list("7654321")
    assert found == {"last": down, "first": up, "posts": down, "views": up}


def test_the_pager_of_a_board_says_the_dates_of_its_pages(boats: list[Piece]) -> None:
    view = next(view for view in views(boats, BoardView) if view.order == "first")

    assert view.pager
    dates = [(link.first, link.last) for link in view.pager.links if link]
    assert dates == [
        (datetime(2001, 5, 2, 9), datetime(2004, 5, 2, 9)),
        (datetime(2005, 5, 2, 9), datetime(2007, 5, 2, 9)),
    ]


def test_a_small_board_has_one_order_and_no_board_sorts_by_unknown_views(tmp_path: Path) -> None:
    write(tmp_path, *(replace(boat(number), views=None) for number in range(1, 7)))
    small = Thread("50", "Mast", (Post("500", ADA, "Tall."),), board=("Masts",))
    write(tmp_path, small)

    orders = {view.title: len(view.orders) for view in views(made(tmp_path), BoardView)}

    assert orders == {"Hulls": 3, "Masts": 0}


def test_an_author_of_much_has_years_boards_and_partners(boats: list[Piece]) -> None:
    ada = next(view for view in views(boats, AuthorView) if view.title == "=Ada")

    assert ada.life
    assert [(bar.year, bar.posts) for bar in ada.life.years][-1] == (2007, 4)
    assert [(found.board.title, found.posts) for found in ada.life.boards] == [("Hulls", 16)]
    assert [found.post.id for found in ada.life.quoted] == ["70", "60", "50", "40", "30"]
    assert [(found.author.name, found.times) for found in ada.life.quoted_by] == [("Ben", 12)]
    assert ada.life.quotes == ()
    others = [view for view in views(boats, AuthorView) if view.pager and view.pager.number > 1]
    assert others
    assert not any(view.life for view in others)


def test_home_says_where_to_start_and_draws_the_same_lot(
    boats: list[Piece], tmp_path: Path
) -> None:
    (home,) = views(boats, HomeView)
    write(tmp_path, *map(boat, range(1, 8)))

    lots = {next(views(made(tmp_path), HomeView)).random for _ in range(2)}

    assert [thread.id for thread in home.longest[:2]] == ["7", "6"]
    assert [(found.post.id, found.times) for found in home.quoted[:2]] == [("70", 6), ("60", 5)]
    assert home.random
    assert home.random.address == f"calendar.html#y{home.random.date.year}"
    assert len(lots) == 1


def test_statistics_and_their_files_say_the_same(boats: list[Piece]) -> None:
    (shown,) = views(boats, StatisticsView)
    months = [month for month in shown.months if month.posts]

    assert len(shown.months) == 6 * 12 + 1
    assert table(boats, "months")[1:] == [
        [f"{m.date:%Y-%m}", str(m.posts), str(m.authors)] for m in months
    ]
    assert shown.timed == sum(int(row[2]) for row in table(boats, "hours")[1:]) == 28
    assert sum(cell.posts for row in shown.hours for cell in row) == 28
    assert [(n.least, n.most, n.threads) for n in shown.lengths] == [
        *((1, 1, 2), (2, 5, 4), (6, 10, 2)),
    ]
    assert [line.board.title for line in shown.boards] == ["Hulls"]
    assert table(boats, "boards")[1] == ["Hulls", "2001", "1"]
    assert [(pair.quoting.name, pair.quoted.name, pair.times) for pair in shown.pairs] == [
        ("Ben", "=Ada", 12)
    ]


def test_of_very_many_boards_the_largest_are_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statistics, "LINES", 2)
    titles = ("Aft", "Bow", "Cabin")
    write(tmp_path, *(replace(boat(n), board=(titles[n - 1],)) for n in (1, 2, 3)))

    found = made(tmp_path)

    (shown,) = views(found, StatisticsView)
    assert [line.board.title for line in shown.boards] == ["Bow", "Cabin"]
    assert {row[0] for row in table(found, "boards")[1:]} == set(titles)
    page = dict(rendered(tmp_path, found))["statistics.html"]
    assert "The 2 boards with the most posts; the file has all." in page.text_content()
    monkeypatch.setattr(statistics, "LINES", 3)
    assert [len(shown.boards) for shown in views(made(tmp_path), StatisticsView)] == [3]


def test_no_program_for_tables_runs_a_name(boats: list[Piece]) -> None:
    assert [row[2] for row in table(boats, "quotes")] == ["quoted", "'=Ada"]


def test_each_chart_has_a_name_and_its_numbers(boats: list[Piece], tmp_path: Path) -> None:
    write(tmp_path, boat(1))
    pages = dict(rendered(tmp_path, boats))
    charts = pages["statistics.html"]

    assert charts.xpath("count(//svg[@role='img'][@aria-label][title])") == 4
    assert charts.xpath("count(//details//table)") == 3
    months = charts.xpath("//details//tr[th[@scope='row']]")[:7]
    assert [row.xpath("string(td[1])") for row in months] == list("1234567")
    assert "Without a date, and so not here: 1 post." in pages["calendar.html"].text_content()
    assert all(not page.xpath("//main//script") for page in pages.values())


def test_marks_of_a_thread_stand_in_lists(boats: list[Piece], tmp_path: Path) -> None:
    write(tmp_path, boat(1))
    pages = dict(rendered(tmp_path, boats))
    states = pages["threads.2.html"].xpath("//*[@class='state']/text()")

    assert cast("list[str]", states) == ["poll"]
    assert pages["b/hulls.views.html"].xpath("string(//*[@class='count'])") == "99 views"


def test_an_archive_without_dates_has_a_calendar_all_the_same(tmp_path: Path) -> None:
    write(tmp_path, Thread("1", "When", (Post("1", ADA, "Some day."),)))

    found = made(tmp_path)

    (calendar,) = views(found, CalendarView)
    assert (calendar.years, list(views(found, MonthView))) == ((), [])
    pages = dict(rendered(tmp_path, found))
    assert "No post of this archive has a date." in pages["calendar.html"].text_content()
    assert pages["index.html"].xpath("//*[@class='today']") == []


def test_a_change_makes_only_its_own_month_anew(tmp_path: Path) -> None:
    write(tmp_path, *map(boat, range(1, 8)))
    build(load_site(tmp_path))
    months = tmp_path / "public" / "c"
    before = {path.name: path.stat().st_mtime_ns for path in months.glob("2*.html")}
    write(tmp_path, replace(boat(4), title="Raft"))

    build(load_site(tmp_path))

    after = {path.name: path.stat().st_mtime_ns for path in months.glob("2*.html")}
    assert {name for name in after if after[name] != before[name]} == {"2004-05.html"}
    assert "Raft" in (months / "2004-05.html").read_text("utf-8")


def test_a_month_that_goes_is_gone_from_its_neighbours_too(tmp_path: Path) -> None:
    write(tmp_path, *map(boat, range(1, 8)))
    build(load_site(tmp_path))
    (tmp_path / "content" / "threads" / "4.md").unlink()

    build(load_site(tmp_path))

    months = tmp_path / "public" / "c"
    assert not (months / "2004-05.html").exists()
    assert "2005-05.html" in (months / "2003-05.html").read_text("utf-8")
    assert "2003-05.html" in (months / "2005-05.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("count", "most", "shade", "share"),
    [(0, 0, 0, 0), (0, 9, 0, 0), (1, 900, 1, 1), (9, 9, 4, 100)],
)
def test_what_is_not_nothing_can_be_seen(count: int, most: int, shade: int, share: int) -> None:
    assert (level(count, most), percent(count, most)) == (shade, share)


def test_a_long_life_is_told_in_years(boats: list[Piece]) -> None:
    short = lifeline([OfMonth(24000, 5, 1), OfMonth(24002, 10, 1)])
    long = lifeline([OfMonth(24000, 5, 1), OfMonth(24100, 10, 1)])

    assert [(bar.unit, bar.posts, bar.height) for bar in short] == [
        *(("month", 5, 50), ("month", 0, 0), ("month", 10, 100)),
    ]
    assert [bar.unit for bar in long] == ["year"] * 9
    assert (long[0].address, long[1].address) == ("calendar.html#y2000", "")
