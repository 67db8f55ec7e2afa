"""Dumps to content: the sums agree, twice changes nothing, and what a person edited stays."""

from __future__ import annotations

import errno
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from threadsite import content
from threadsite.conversion import convert
from threadsite.conversion.dumps import named
from threadsite.conversion.reading import Dump, read
from threadsite.document import Document
from threadsite.engines.engine import Part
from threadsite.errors import ContentError, DumpError
from threadsite.model import Author, Board, Post, Thread
from threadsite.report import Outcome, Report

DUMPS = Path(__file__).parent.parent / "content" / "dumps"
PROSILVER = Dump(DUMPS / "phpbb3-prosilver", "phpbb3-prosilver")
XENFORO = Dump(DUMPS / "xenforo2", "xenforo2")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def thread_file(folder: Path, words: str) -> Path:
    return next(path for path in content.thread_files(folder) if words in path.name)


def test_every_document_and_post_has_one_outcome(tmp_path: Path) -> None:
    report = convert([PROSILVER, XENFORO], tmp_path)

    found = sum(len(content.read_thread(path).posts) for path in content.thread_files(tmp_path))
    assert report.balanced
    assert report.documents.seen == sum(1 for dump in (PROSILVER, XENFORO) for _ in read(dump))
    assert report.posts.outcomes[Outcome.IMPORTED] == found
    assert json.loads((tmp_path / "report.json").read_text())["posts"]["imported"] == found


def test_pages_that_overlap_become_one_thread(tmp_path: Path) -> None:
    report = convert([PROSILVER], tmp_path)

    thread = content.read_thread(thread_file(tmp_path, "two-chamber"))
    ids = [post.id for post in thread.posts]
    dates = [post.created for post in thread.posts if post.created]
    assert len(set(ids)) == len(ids)
    assert dates == sorted(dates)
    assert report.posts.outcomes[Outcome.DUPLICATE] > 0


def test_converting_twice_changes_no_byte(tmp_path: Path) -> None:
    convert([PROSILVER, XENFORO], tmp_path)
    before = files(tmp_path)

    report = convert([XENFORO, PROSILVER], tmp_path)

    assert report.written == 0
    assert files(tmp_path) == before


def test_the_order_of_documents_does_not_matter(tmp_path: Path) -> None:
    convert([PROSILVER], tmp_path / "a")
    renamed = tmp_path / "phpbb3-prosilver"
    shutil.copytree(PROSILVER.path, renamed)
    for number, path in enumerate(sorted(renamed.glob("viewtopic_f7*"), reverse=True)):
        path.rename(path.with_name(f"{number}.html"))

    convert([Dump(renamed, "phpbb3-prosilver")], tmp_path / "b")

    one, two = (
        content.read_thread(thread_file(tmp_path / folder, "two-chamber")) for folder in "ab"
    )
    assert [post.body for post in one.posts] == [post.body for post in two.posts]


def test_an_edit_by_hand_is_left_alone_and_said(tmp_path: Path) -> None:
    convert([PROSILVER], tmp_path)
    path = thread_file(tmp_path, "two-chamber")
    edited = path.read_text().replace("the goose", "the good goose")
    path.write_text(edited)

    report = convert([PROSILVER], tmp_path)

    assert path.read_text() == edited
    assert report.edited == [path.relative_to(tmp_path).as_posix()]
    assert report.balanced


def test_posts_that_an_edited_file_lacks_are_counted(tmp_path: Path) -> None:
    convert([PROSILVER], tmp_path)
    path = thread_file(tmp_path, "two-chamber")
    head, *posts = path.read_text().split("\n+++\npost = ")
    path.write_text("\n+++\npost = ".join([head, *posts[:-2]]))

    report = convert([PROSILVER], tmp_path)

    assert report.posts.outcomes[Outcome.SKIPPED] == 2
    assert "left without 2 posts" in report.problems[0].fact


def test_what_another_dump_brought_stays(tmp_path: Path) -> None:
    half = tmp_path / "half"
    half.mkdir()
    for path in PROSILVER.path.glob("viewtopic_f7_t214_start*"):
        shutil.copy(path, half)

    convert([Dump(half, "half")], tmp_path / "content")
    first = content.read_thread(thread_file(tmp_path / "content", "two-chamber"))
    convert([PROSILVER], tmp_path / "content")

    whole = content.read_thread(thread_file(tmp_path / "content", "two-chamber"))
    assert {post.id for post in first.posts} < {post.id for post in whole.posts}
    convert([PROSILVER], tmp_path / "alone")
    alone = content.read_thread(thread_file(tmp_path / "alone", "two-chamber"))
    assert [post.body for post in whole.posts] == [post.body for post in alone.posts]


def test_the_same_bytes_twice_are_one_document(tmp_path: Path) -> None:
    page = next(PROSILVER.path.glob("viewtopic_f9*"))
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.write(page, "a.html")
        archive.write(page, "b.html")

    report = convert([Dump(tmp_path / "twice.zip", "twice")], tmp_path / "content")

    assert report.documents.sum("document") == (
        "2 documents = 1 imported + 1 duplicate + 0 skipped + 0 failed"
    )


def test_a_page_of_no_engine_is_skipped_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><p>Opening hours: Monday.</p></html>")
    report: Report = convert([Dump(tmp_path / "page.html", "page")], tmp_path / "content")

    assert list(report.documents.why()) == [(Outcome.SKIPPED, "no engine knows it", 1)]


def test_a_missing_dump_is_named(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match=r"nowhere\.zip: no such file"):
        convert([Dump(tmp_path / "nowhere.zip", "nowhere")], tmp_path / "content")


def test_threads_known_from_lists_only_are_named_not_written(tmp_path: Path) -> None:
    dump = tmp_path / "dump"
    dump.mkdir()
    lists = Path(__file__).parent / "engines" / "xenforo1" / "list.html"
    shutil.copy(lists, dump)

    report = convert([Dump(dump, "looms")], tmp_path / "content")

    known = json.loads((tmp_path / "content" / "report.json").read_text())["known"]
    assert report.known_only == 2
    assert known[0] == {
        "title": "House rules",
        "url": "http://weft.example/threads/house-rules.61/",
        "replies": 3,
    }
    assert not list(content.thread_files(tmp_path / "content"))
    assert "2 more threads known from lists, with no page in the dumps" in report.lines()


def test_a_list_says_how_often_a_thread_was_seen(tmp_path: Path) -> None:
    convert([PROSILVER], tmp_path)

    thread = content.read_thread(thread_file(tmp_path, "two-chamber"))
    assert (thread.replies, thread.views) == (37, 7918)


def test_no_two_files_name_one_thread_for_what_is_no_text(tmp_path: Path) -> None:
    dump, content_folder = tmp_path / "dump", tmp_path / "content"
    dump.mkdir()
    page = (XENFORO.path / "putting-down-the-sponge.2544.html").read_text(encoding="utf-8")
    for number, folder in enumerate(("%00", "%C2%85", "%0d", "%0a")):
        moved = page.replace(".example/threads/", f".example/{folder}/threads/")
        (dump / f"{number}.html").write_text(moved, encoding="utf-8")

    found = [convert([Dump(dump, "dump")], content_folder) for _ in range(2)]

    assert [report.threads for report in found] == [2, 2]
    assert found[1].written == 0


class Raw:
    """An engine that gives ids as it finds them."""

    name = "raw"

    def identify(self, document: Document) -> bool:
        return document.name.endswith(".raw")

    def extract(self, document: Document) -> Iterator[Part]:
        post = Post("1\x00", Author("name:B\ro\x0c", "B\ro\x0c"), "words")
        yield Part(Thread("7\x1b", "Tea", (post,)))


def test_no_two_files_name_one_author_for_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "page.raw").write_text("words")
    dump = Dump(tmp_path / "page.raw", "page", engines=(Raw(),))

    found = [convert([dump], tmp_path / "content") for _ in range(2)]

    assert [report.written for report in found] == [2, 0]


class Odd:
    """An engine that hands on what a page says, even what no file can hold."""

    name = "odd"

    def identify(self, document: Document) -> bool:
        return True

    def extract(self, document: Document) -> Iterator[Part]:
        time = datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))
        body = "\ud83d" if document.name == "half" else "words"
        created = time if document.name == "last" else None
        if document.name != "boards":
            yield Part(Thread("7", "Tea", (Post("1", Author("2", "Bo"), body, created),)))

    def boards(self, document: Document) -> Iterator[Board]:
        if document.name == "boards":
            yield Board(("Tea",), "\ud83d", "tea.example")


def test_what_no_file_can_hold_costs_its_document_only(tmp_path: Path) -> None:
    (tmp_path / "dump").mkdir()
    for name in ("boards", "half", "last"):
        (tmp_path / "dump" / name).write_text(name)

    report = convert([Dump(tmp_path / "dump", "d", engines=(Odd(),))], tmp_path / "content")

    assert report.documents.outcomes == {Outcome.FAILED: 3}
    facts = [problem.fact.partition(":")[0] for problem in report.problems]
    assert facts == ["UnicodeEncodeError", "UnicodeEncodeError", "OverflowError"]


def test_a_page_whose_posts_the_parser_lost_is_no_page_without_posts(tmp_path: Path) -> None:
    page = (XENFORO.path / "putting-down-the-sponge.2544.html").read_text(encoding="utf-8")
    (tmp_path / "page.html").write_text(page.replace("<body", "<body>" + "<span>" * 9000, 1))

    report = convert([Dump(tmp_path / "page.html", "d")], tmp_path / "content")

    assert report.documents.outcomes == {Outcome.FAILED: 1}
    assert "depth" in report.problems[0].fact


def test_a_dump_whose_name_is_no_text_can_be_read(tmp_path: Path) -> None:
    dump = tmp_path / "tea\udcff\x1b"
    try:
        shutil.copytree(XENFORO.path, dump)
    except OSError:
        pytest.skip("every file name is text here")

    report = convert([named(dump)], tmp_path / "content")

    assert named(dump).name == "tea%FF%1B"
    assert report.threads == 5


def test_what_keeps_content_from_being_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ContentError, match=r"what is there stays\. Not a directory: .*file"):
        convert([XENFORO], tmp_path / "file" / "content")


def test_a_full_disk_is_told_with_the_room_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(ContentError, match=r"No space left on device: [0-9,.]+ MB are free there"):
        convert([XENFORO], tmp_path / "content")

    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
