"""The archive: what pages ask of content, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from threadsite import content
from threadsite.archive import Archive
from threadsite.archive.searching import searching
from threadsite.model import Author, Post, Quote, Thread
from threadsite.rows import PostRow

POTTERY = Path(__file__).parent / "sites" / "pottery" / "content"
CONE, STOVE, LOST = "7-cone-six", "9-печь", "3-lost-lines"


@pytest.fixture(scope="module")
def pottery() -> Iterator[Archive]:
    with Archive.open(POTTERY) as archive:
        yield archive


def numbers(rows: tuple[PostRow, ...]) -> list[tuple[str, int]]:
    return [(row.thread, row.number) for row in rows]


def test_the_sums_agree(pottery: Archive) -> None:
    stats = pottery.stats()

    assert (stats.threads, stats.posts, stats.authors) == (3, 8, 5)
    assert stats.posts == sum(len(pottery.thread(row.key).posts) for row in pottery.threads())
    assert stats.posts == sum(author.posts for author in pottery.authors())
    assert stats.posts == sum(source.posts for source in pottery.sources())
    assert stats.posts == stats.undated + sum(count for _, count in pottery.sums.years())
    assert stats.engines == (("xenforo", 5), ("text", 3))
    assert stats.dumps == (("clay", 5), ("lost", 3))
    assert (stats.undated, stats.inferred_authors, stats.unnamed) == (4, 2, 2)
    assert (stats.partial, stats.boardless, stats.boards, stats.topics) == (1, 1, 2, 3)


def test_a_thread_row_tells_of_the_whole_thread(pottery: Archive) -> None:
    row = pottery.thread_row(CONE)

    assert row is not None
    assert row.path == "threads/workshop/glazes/7-cone-six.md"
    assert (row.board, row.board_key) == (("Workshop", "Glazes"), "workshop-glazes")
    assert (row.posts, row.authors, row.undated, row.partial) == (4, 3, 1, False)
    assert row.starter is not None
    assert row.starter.key == "12-maud"
    assert row.first == datetime(2009, 3, 12, 18, 4, tzinfo=UTC)
    assert row.last == datetime(2010, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert row.last_author == row.starter
    assert (row.sticky, row.locked, row.views) == (True, False, 1204)
    assert "glossy" in row.excerpt


def test_a_thread_of_which_more_existed_is_partial(pottery: Archive) -> None:
    assert [row.key for row in pottery.threads() if row.partial] == [STOVE]


def test_threads_come_in_the_order_asked_for(pottery: Archive) -> None:
    assert [row.key for row in pottery.threads()] == [STOVE, CONE, LOST]
    assert [row.key for row in pottery.threads(order="first")] == [CONE, STOVE, LOST]
    assert [row.key for row in pottery.threads(order="posts")] == [CONE, LOST, STOVE]
    assert [row.key for row in pottery.threads(offset=1, limit=1)] == [CONE]


def test_boards_are_a_tree_with_sums(pottery: Archive) -> None:
    (workshop,) = pottery.boards()
    (glazes,) = workshop.children

    assert (workshop.title, workshop.threads, workshop.posts, workshop.own) == ("Workshop", 2, 5, 1)
    assert (glazes.title, glazes.threads, glazes.posts, glazes.own) == ("Glazes", 1, 4, 1)
    assert (workshop.first, workshop.last) == (glazes.first, datetime(2011, 6, 1, 12))
    assert pottery.board("workshop-glazes") == glazes
    assert pottery.board("no such board") is None


def test_threads_of_a_board_are_its_own(pottery: Archive) -> None:
    assert [row.key for row in pottery.threads(board="workshop")] == [STOVE]
    assert [row.key for row in pottery.threads(board="")] == [LOST]


def test_topics_are_tags_whatever_their_case(pottery: Archive) -> None:
    topics = {topic.name: topic for topic in pottery.topics()}

    assert set(topics) == {"Glaze", "C++", "C#"}
    assert (topics["Glaze"].key, topics["Glaze"].threads, topics["Glaze"].posts) == ("glaze", 2, 5)
    assert len({topic.key for topic in topics.values()}) == 3
    assert [row.key for row in pottery.threads(topic=topics["C#"].key)] == [STOVE]


def test_topics_are_boards_where_there_are_no_tags(tmp_path: Path) -> None:
    write(tmp_path, Thread("1", "A", (post("1"),), board=("Kilns", "Wood")))

    with Archive.open(tmp_path) as archive:
        (topic,) = archive.topics()
        assert (topic.kind, topic.key, topic.threads, topic.posts) == ("board", "kilns-wood", 1, 1)
        assert [row.key for row in archive.threads(topic=topic.key)] == ["1"]
        assert archive.stats().topics == 1


def test_a_post_row_stands_for_each_post(pottery: Archive) -> None:
    rows = pottery.posts(CONE)

    assert [row.id for row in rows] == [post.id for post in pottery.thread(CONE).posts]
    assert [row.anchor for row in rows] == ["p101", "p102", "p103", "p104"]
    assert [row.has for row in rows] == [
        ("link", "quote"),
        ("attachment", "quote"),
        ("code",),
        ("image",),
    ]
    assert rows[1].created == datetime(2009, 3, 12, 20, 10, tzinfo=timezone(timedelta(hours=2)))


def test_own_words_and_quoted_words_are_apart(tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite3"
    Archive.open(POTTERY, index_file=index).close()
    with searching(index, 100) as source:
        entries = [entry for thread in source.threads() for entry in source.entries(thread.row)]

    said = [(entry.text, entry.quoted) for entry in entries if CONE in entry.url]
    assert len(said) == 4
    assert said[1] == ("How long did you hold the top?", "The test tiles came out glossy.")


def test_a_post_of_the_last_hours_that_there_are_has_a_day(tmp_path: Path) -> None:
    late = datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-12)))
    early = datetime(1, 1, 1, 1, tzinfo=timezone(timedelta(hours=12)))
    posts = tuple(
        Post(str(n), Author("1", "Maud"), "Clay.", created)
        for n, created in enumerate((early, late))
    )
    write(tmp_path, Thread("7", "Cone six", posts, "clay.example"))
    index = tmp_path / "index.sqlite3"
    Archive.open(tmp_path, index_file=index).close()

    with searching(index, 100) as source:
        assert [day for _, day in source.order()] == [date.min, date.max]


def test_the_page_of_a_post_goes_by_the_page_size() -> None:
    with Archive.open(POTTERY, posts_per_page=3) as archive:
        assert [row.page for row in archive.posts(CONE)] == [1, 1, 1, 2]


def test_an_author_is_as_their_file_says(pottery: Archive) -> None:
    maud = pottery.author("12-maud")

    assert maud is not None
    assert (maud.name, maud.title, maud.posts, maud.threads) == ("Maud", "Kiln keeper", 2, 1)
    assert maud.aliases == ("Maudie", "Mud")
    assert maud.bio == "Fired the **big** kiln until 2011."
    assert pottery.posts(CONE)[0].author.name == "Maud"


def test_an_author_without_a_file_is_as_their_posts_say(pottery: Archive) -> None:
    osk = pottery.author("14-osk")

    assert osk is not None
    assert (osk.forum, osk.name, osk.posts, osk.threads) == ("clay.example", "Osk", 2, 2)


def test_a_lost_name_is_said_to_be_lost(pottery: Archive) -> None:
    author = pottery.posts(CONE)[3].author

    assert (author.name, author.title, author.inferred) == ("Unnamed", "Apprentice", True)
    assert not author.named


def test_one_id_in_two_forums_is_two_authors(pottery: Archive) -> None:
    keys = [author.key for author in pottery.authors(order="name") if author.id == "14"]

    assert len(set(keys)) == 2


def test_posts_of_an_author_come_newest_first_and_undated_last(pottery: Archive) -> None:
    assert [row.id for row in pottery.posts_by("12-maud")] == ["103", "101"]
    assert [row.id for row in pottery.posts_by("12-maud", offset=1, limit=1)] == ["101"]
    assert [row.key for row in pottery.threads_by("14-osk")] == [STOVE]


def test_newest_posts_have_dates(pottery: Archive) -> None:
    assert [row.id for row in pottery.newest(3)] == ["201", "103", "102"]


def test_quotes_and_answers_are_known_from_both_ends(pottery: Archive) -> None:
    quoted = pottery.quoted_by(CONE)

    assert {post: numbers(rows) for post, rows in quoted.items()} == {
        "101": [(CONE, 2)],
        "102": [(CONE, 3), (STOVE, 1)],
        "103": [(CONE, 1)],
    }


def test_doubled_ids_and_self_quotes_are_harmless(pottery: Archive) -> None:
    assert [row.anchor for row in pottery.posts(LOST)] == ["p1", "p2", "p2-2"]
    assert {post: numbers(rows) for post, rows in pottery.quoted_by(LOST).items()} == {
        "1": [(LOST, 2)],
        "2": [(LOST, 1), (LOST, 3)],
    }


def test_a_post_is_found_in_its_thread_first(pottery: Archive) -> None:
    here = pottery.finder.post("clay.example", "102", CONE)
    elsewhere = pottery.finder.post("clay.example", "102", STOVE)

    assert here is not None
    assert here == elsewhere
    assert (here.thread, here.number) == (CONE, 2)
    assert pottery.finder.post("lost", "102") is None
    assert pottery.finder.post("clay.example", "999") is None


def test_a_post_that_two_threads_have_is_not_guessed(tmp_path: Path) -> None:
    for id_ in ("1", "2"):
        write(tmp_path, Thread(id_, "", (post("5"),)))
    write(tmp_path, Thread("3", "", (post("6", quotes=("5",)),)))

    with Archive.open(tmp_path) as archive:
        assert archive.finder.post("", "5", "3") is None
        assert archive.quoted_by("1") == archive.quoted_by("2") == {}
        found = archive.finder.post("", "5", "2")
        assert found is not None
        assert found.thread == "2"


def post(id_: str, *, quotes: tuple[str, ...] = ()) -> Post:
    found = tuple(Quote(post=quoted) for quoted in quotes)
    return replace(Post(id_, Author("1", "Maud"), "Words."), quotes=found)


def write(folder: Path, thread: Thread, *, name: str = "", flat: bool = False) -> None:
    folder = folder if flat else folder / "threads"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name or thread.id}.md"
    path.write_text(content.dump(thread), encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://clay.example/threads/cone-six.7/", (CONE, 1)),
        ("http://www.clay.example/threads/7/page-2#post-103", (CONE, 3)),
        ("https://clay.example/showthread.php?p=201", (STOVE, 1)),
        ("https://clay.example/threads/8/", None),
        ("https://clay.example/threads/8/post-103", None),
        ("https://other.example/threads/7/", None),
        ("https://clay.example/members/maud.12/", None),
    ],
)
def test_an_old_address_leads_to_the_post_it_means(
    pottery: Archive, address: str, found: tuple[str, int] | None
) -> None:
    row = pottery.finder.address(address)

    assert (row and (row.thread, row.number)) == found


def test_numbers_that_mean_nothing_alone_hide_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threadsite.archive.old.MOST", 2)
    posts = tuple(Post(str(n), Author("1", "Maud"), "Clay.") for n in range(1, 5))
    write(tmp_path, Thread("1", "A list of mails", posts, "mail.example"))
    url = "https://clay.example/threads/cone-six.7/"
    write(tmp_path, Thread("7", "Cone six", posts[:2], "clay.example", url=url))

    with Archive.open(tmp_path) as archive:
        found = archive.old.posts("p")

    assert [(post.thread, post.id) for post in found] == [("7", "1"), ("7", "2")]
