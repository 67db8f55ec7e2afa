"""What an archive counts: by month, hour and board, by thread, and by who quotes whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest

from threadsite import content
from threadsite.archive import Archive
from threadsite.model import Author, Post, Quote, Thread

EAST = timezone(timedelta(hours=9))
ADA, BEN, CLEO = Author("1", "Ada", "Keeper"), Author("2", "Ben"), Author("3", "Cleo")


def post(
    id: str,  # noqa: A002
    author: Author,
    created: datetime | None,
    *quoted: str,
    answers: str | None = None,
    inferred: bool = False,
) -> Post:
    quotes = tuple(Quote(None, target) for target in quoted)
    return Post(
        id, author, "Text.", created, quotes=quotes, reply_to=answers, created_inferred=inferred
    )


THREADS = (
    Thread(
        "1",
        "Glue",
        (
            # The last of March in Tokyo is still the last but one in the zone of the stars.
            post("10", ADA, datetime(2009, 3, 31, 0, 30, tzinfo=EAST)),
            post("11", BEN, datetime(2009, 3, 31), "10"),
            post("12", BEN, datetime(2009, 4, 2, 23, 5, tzinfo=UTC), "10", "11"),
            post("13", CLEO, None, "10", "30", answers="99"),
        ),
        board=("Wood", "Joints"),
    ),
    Thread(
        "2",
        "Clamps",
        (
            post("20", CLEO, datetime(2010, 4, 2, 8), "10", inferred=True),
            post("21", ADA, datetime(2010, 4, 2, 9), "20"),
        ),
        board=("Wood",),
    ),
    # Two threads hold a post 30: a quote of it from elsewhere means neither.
    Thread("3", "Paint", (post("30", ADA, datetime(2010, 4, 5, 8)),), board=("Wood",)),
    Thread("4", "Oil", (post("30", BEN, datetime(2010, 4, 5, 9)),)),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("content")
    (folder / "threads").mkdir()
    for thread in THREADS:
        (folder / "threads" / f"{thread.id}.md").write_text(content.dump(thread), encoding="utf-8")
    with Archive.open(folder) as opened:
        yield opened


def month(year: int, number: int) -> int:
    return 12 * year + number - 1


def test_months_are_those_that_posts_state(archive: Archive) -> None:
    assert archive.sums.years() == ((2009, 3), (2010, 4))
    assert archive.sums.months() == (
        (month(2009, 3), 2, 2),
        (month(2009, 4), 1, 1),
        (month(2010, 4), 4, 3),
    )
    assert archive.sums.inferred() == 1
    assert dict(archive.keys("month")) == {"2009-03": 2, "2009-04": 1, "2010-04": 4}
    assert archive.sums.near_months(month(2009, 4)) == (month(2009, 3), month(2010, 4))
    assert archive.sums.near_months(month(2009, 3)) == (None, month(2009, 4))


def test_hours_are_those_of_the_clock_that_a_post_states(archive: Archive) -> None:
    # 31 March 2009 was a Tuesday; the post of that day without a time is not of midnight.
    assert archive.sums.hours() == {
        (1, 0): 1,
        (3, 23): 1,
        (4, 8): 1,
        (4, 9): 1,
        (0, 8): 1,
        (0, 9): 1,
    }


def test_boards_have_years_and_threads_have_lengths(archive: Archive) -> None:
    assert list(archive.sums.board_years()) == [
        (("Wood", "Joints"), 2009, 3),
        (("Wood",), 2010, 3),
    ]
    assert archive.sums.lengths() == ((1, 2), (2, 1), (4, 1))


def test_a_month_lists_its_threads_by_day(archive: Archive) -> None:
    days = [
        (found.day.day, found.title, found.number, found.posts)
        for found in archive.sums.of_month(month(2009, 3))
    ]

    assert days == [(31, "Glue", 1, 2)]
    assert [found.title for found in archive.sums.of_month(month(2010, 4))] == [
        *("Clamps", "Paint", "Oil"),
    ]


def test_a_day_of_the_year_has_the_longest_threads_that_began_on_it(archive: Archive) -> None:
    found = [(month, day, begun.title) for month, day, begun in archive.sums.begun(1)]

    assert found == [(3, 31, "Glue"), (4, 2, "Clamps"), (4, 5, "Paint")]


def test_quotes_join_authors_where_they_mean_one_post(archive: Archive) -> None:
    found = {(one.name, two.name): times for one, two, times in archive.sums.quotes(99)}

    assert found == {("Ben", "Ada"): 2, ("Cleo", "Ada"): 2, ("Ada", "Cleo"): 1}
    assert [row[2] for row in archive.sums.quotes(1)] == [2]


def test_posts_that_several_quote_are_counted(archive: Archive) -> None:
    found = [(row.id, times) for row, times in archive.sums.quoted(2)]

    assert found == [("10", 4)]


def test_an_author_has_years_boards_titles_and_partners(archive: Archive) -> None:
    keys = {author.name: author.key for author in archive.authors()}
    ada, sums = keys["Ada"], archive.sums

    assert sums.author_years(ada) == ((2009, 1), (2010, 2))
    assert list(sums.author_boards(ada)) == [(("Wood",), 2), (("Wood", "Joints"), 1)]
    assert sums.titles(ada) == ("Keeper",)
    assert [(row.id, times) for row, times in sums.quoted(9, ada)] == [("10", 4)]
    quoting = [(who.name, times) for who, times in sums.partners(ada, 9, quoting=True)]
    assert quoting == [("Ben", 2), ("Cleo", 2)]
    assert [(who.name, n) for who, n in sums.partners(ada, 9, quoting=False)] == [("Cleo", 1)]
