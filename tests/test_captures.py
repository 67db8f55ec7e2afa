"""One archive out of many captures: a forum saved in parts, twice and in several views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from made_forum import PER_PAGE, Said, board, page, printed, quote, saved
from threadsite import content
from threadsite.building import build
from threadsite.config import load_site
from threadsite.content import AuthorPage
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump
from threadsite.inspect import summary
from threadsite.model import Thread
from threadsite.report import Report
from threadsite.terminal import show

PAGES = 5
POSTS = {n: Said(n, f"Words of {n}.") for n in range(1, PAGES * PER_PAGE + 1)}
LOST = 11
SAID = POSTS | {
    5: Said(5, "Words of 5.", "Wren", None),
    6: Said(6, "Words of 6.", "Wren", 14),
    7: Said(7, quote("Hazel", LOST, "Not in May.") + "Agreed.", "Hob", 15),
    13: Said(13, quote("Hazel", LOST, "Not in May.") + "Why?"),
}
SESSION = "sid=0123456789abcdef0123456789abcdef"


def shown(number: int, posts: Mapping[int, Said] = SAID) -> list[Said]:
    """What page *number* of the thread shows."""
    return [posts[n] for n in range((number - 1) * PER_PAGE + 1, number * PER_PAGE + 1)]


def of_thread(number: int, posts: Mapping[int, Said] = SAID) -> str:
    return page(shown(number, posts), number, PAGES)


FIRST = {
    ("20130101000000", "viewtopic.php?t=7"): of_thread(1),
    ("20130101000100", "viewtopic.php?t=7&start=4"): of_thread(2),
    ("20130101000200", f"viewtopic.php?f=6&t=7&start=4&{SESSION}"): of_thread(2) + " ",
    ("20130101000300", "viewtopic.php?p=6&hilit=thorn"): of_thread(2) + "  ",
    ("20130101000400", "viewtopic.php?t=7&start=12"): of_thread(4),
    ("20130101000500", "viewtopic.php?f=6&t=7&view=print"): printed(shown(1), 1, PAGES),
}
LISTS = {
    ("20130101000600", "viewforum.php?f=6"): board({7: ("Which thorn?", 19), 9: ("Lost hedge", 3)})
}
LATER = {
    1: replace(SAID[1], name="Maud Thorn"),
    2: replace(SAID[2], words="Words of 2, and more.", name="Maud Thorn"),
    3: replace(SAID[3], name="Maud Thorn"),
    4: replace(SAID[4], name="Maud Thorn"),
}
SECOND = {("20150101000000", "viewtopic.php?f=6&t=7&sid=f"): of_thread(1, SAID | LATER)}


@pytest.fixture
def dumps(tmp_path: Path) -> list[Dump]:
    return [
        Dump(saved(tmp_path / "one", FIRST | LISTS), "one"),
        Dump(saved(tmp_path / "two", SECOND), "two"),
    ]


def converted(dumps: list[Dump], folder: Path) -> tuple[Report, Thread, dict[str, AuthorPage]]:
    report = convert(dumps, folder)
    (thread,) = map(content.read_thread, content.thread_files(folder))
    authors = map(content.read_author, content.author_files(folder))
    return report, thread, {page.author.id: page for page in authors}


@pytest.mark.parametrize("order", [1, -1])
def test_every_view_of_a_page_is_of_one_thread(
    tmp_path: Path, dumps: list[Dump], order: int
) -> None:
    report, thread, _ = converted(dumps[::order], tmp_path / "content")

    numbers = [n for number in (1, 2, 4) for n in range(number * 4 - 3, number * 4 + 1)]
    assert [post.id for post in thread.posts] == list(map(str, numbers))
    assert (thread.id, thread.url) == ("7", "http://hedge.example/viewtopic.php?t=7")
    assert (thread.pages_seen, thread.pages, thread.replies) == ((1, 2, 4), 5, 19)
    assert (report.threads, report.problem_count) == (1, 0)


def test_an_edit_between_captures_is_counted_and_the_later_text_stays(
    tmp_path: Path, dumps: list[Dump]
) -> None:
    report, thread, _ = converted(dumps, tmp_path / "content")

    edited = {post.id: post.body for post in thread.posts if post.versions > 1}
    assert edited == {"2": "Words of 2, and more."}
    assert report.revised == 1


def test_a_rename_is_an_alias_and_a_guest_is_nobodys_account(
    tmp_path: Path, dumps: list[Dump]
) -> None:
    _, thread, authors = converted(dumps, tmp_path / "content")

    assert (authors["12"].author.name, authors["12"].aliases) == ("Maud Thorn", ("Maud",))
    assert [post.author.id for post in thread.posts[4:7]] == ["guest:Wren", "14", "15"]
    assert {id_ for id_, found in authors.items() if found.author.guest} == {"guest:Wren"}
    assert set(authors) == {"12", "14", "15", "guest:Wren"}


def test_inspect_shows_what_was_never_captured(
    dumps: list[Dump], capsys: pytest.CaptureFixture[str]
) -> None:
    show(dumps[0].path, summary(dumps[0]), all_threads=False)

    said = " ".join(capsys.readouterr().out.split())
    assert "1 more thread known from lists, with no page" in said
    assert "never captured: Lost hedge http://hedge.example/viewtopic.php?f=6&t=9" in said
    assert "files written" not in said


def test_dumps_converted_one_after_the_other_give_the_same_thread(
    tmp_path: Path, dumps: list[Dump]
) -> None:
    _, together, _ = converted(dumps, tmp_path / "together")
    for dump in dumps:
        _, apart, _ = converted([dump], tmp_path / "apart")

    assert [(post.id, post.body, post.versions) for post in apart.posts] == [
        (post.id, post.body, post.versions) for post in together.posts
    ]


def test_what_is_missing_is_said_before_and_after(tmp_path: Path, dumps: list[Dump]) -> None:
    missing = "3 of 5 pages, posts 9–12, 17–20 missing"
    found = summary(dumps[0])
    report, _, _ = converted(dumps, tmp_path / "content")
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Hedgerow"\n')

    build(load_site(tmp_path))

    assert [line.missing for line in found.threads] == [missing]
    assert [thread.title for thread in found.report.known] == ["Lost hedge"]
    assert [thread.title for thread in report.known] == ["Lost hedge"]
    (thread,) = (path.read_text() for path in (tmp_path / "public" / "t").glob("*.html"))
    gaps = (tmp_path / "public" / "gaps.html").read_text()
    for text in (thread, gaps):
        assert "Saved: 3 of the 5 pages." in text
        assert "Missing posts: 9–12, 17–20" in " ".join(text.split())
        assert "1 post known only from quotes" in text
    assert "Lost hedge" in gaps
    assert f"<bdi>#{LOST}</bdi> by <bdi>Hazel</bdi>" in thread
    assert f'id="p{LOST}"' not in thread
