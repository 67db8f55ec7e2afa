"""Folders of copying programs say where their files come from; other folders say nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_dumps import PAGE, found, opened, pages, refusals, zipped

from threadsite.document import Document
from threadsite.report import Outcome
from threadsite.sources.origin import Origin
from threadsite.sources.places import Places, placed

TIME = datetime(2004, 5, 6, 7, 8, 9, tzinfo=UTC)
STAMP = "20040506070809"
CASES = {
    "wget": ("forum.example.com/viewtopic.php?t=1", "forum.example.com/viewtopic.php?t=1"),
    "wget on Windows": ("kettle.org/a/viewtopic.php@t=1", "kettle.org/a/viewtopic.php?t=1"),
    "wget -E": ("kettle.org/show.php@t=1&p=2.html", "kettle.org/show.php?t=1&p=2"),
    "wget -E, no query": ("kettle.org/faq.php.html", "kettle.org/faq.php"),
    "a folder's page": ("kettle.org/t/index.html", "kettle.org/t/"),
    "the home": ("kettle.org/index.html", "kettle.org/"),
    "a folder's page with a query": ("kettle.org/index.html@p=12", "kettle.org/?p=12"),
    "a page of its own name": ("kettle.org/index.php", "kettle.org/index.php"),
    "percent signs": ("kettle.org/show.php%3Ft%3D1%26p%3D2", "kettle.org/show.php?t=1&p=2"),
    "an address as a name": ("kettle.org/@mira/12", "kettle.org/@mira/12"),
    "a mail address as a name": ("kettle.org/a@b.html", "kettle.org/a@b.html"),
    "a port": ("kettle.org+8080/x.php", "kettle.org:8080/x.php"),
    "other scripts": ("kettle.org/чай?т=1", "kettle.org/%D1%87%D0%B0%D0%B9?%D1%82=1"),
    "folders around": ("old/Kettle.ORG/x.php", "kettle.org/x.php"),
}
NOWHERE = (
    "pages/viewtopic.php?t=1",
    "kettle.org",
    "v1.2/x.html",
    "archive.tar/x.html",
    "jquery.js/x.html",
    "in.zip/x.html",
    "release.gz/x.html",
    "my.old.files/x.html",
    "-a.com/x.html",
)


@pytest.mark.parametrize("case", CASES)
def test_a_folder_named_like_a_host_is_one(case: str) -> None:
    name, address = CASES[case]

    assert placed(name.split("/")) == Origin(f"http://{address}")


@pytest.mark.parametrize("name", NOWHERE)
def test_other_folders_are_none(name: str) -> None:
    assert placed(name.split("/")) == Origin()


@pytest.mark.parametrize(
    "name",
    [
        f"{STAMP}/kettle.org/x.php?t=1",
        f"{STAMP}id_/kettle.org/x.php?t=1",
        f"websites/kettle.org/{STAMP}/x.php%3ft%3d1",
        f"web.archive.org/web/{STAMP}id_/http:/kettle.org/x.php?t=1",
    ],
)
def test_captures_have_their_time(name: str) -> None:
    assert placed(name.split("/")) == Origin("http://kettle.org/x.php?t=1", TIME)


def test_a_time_that_is_none_is_a_folder() -> None:
    assert placed(["kettle.org", "99999999999999", "x"]) == Origin(
        "http://kettle.org/99999999999999/x"
    )


def test_the_dump_itself_may_be_the_host(tmp_path: Path) -> None:
    (tmp_path / "kettle.org" / "t").mkdir(parents=True)
    (tmp_path / "kettle.org" / "t" / "5").write_bytes(PAGE)

    (thing,) = opened(tmp_path / "kettle.org")

    assert isinstance(thing, Document)
    assert thing.url == "http://kettle.org/t/5"


def test_archives_have_folders_too(tmp_path: Path) -> None:
    (thing,) = found(tmp_path / "d.zip", zipped({f"{STAMP}/kettle.org/t/5": PAGE}))

    assert isinstance(thing, Document)
    assert (thing.url, thing.captured) == ("http://kettle.org/t/5", TIME)


def test_what_the_page_says_counts_more(tmp_path: Path) -> None:
    comment = b"<!-- saved from url=(0022)https://kettle.org/t/5 -->"

    (thing,) = found(tmp_path / "d.zip", zipped({"other.org/x.html": comment + PAGE}))

    assert isinstance(thing, Document)
    assert thing.url == "https://kettle.org/t/5"


ROW = f"board\t{STAMP}\tQWERTY\tboard/t5/{STAMP}_1a.html\thttp://kettle.org/t/5"


@pytest.mark.parametrize("folder", ["", "lists/"])
def test_a_list_says_what_files_are(tmp_path: Path, folder: str) -> None:
    page = tmp_path / "pages" / "board" / "t5" / f"{STAMP}_1a.html"
    for name, text in ((f"{folder}files.tsv", f"head\n{ROW}\n"), (page, PAGE.decode())):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    assert Places(tmp_path).origin(f"pages/board/t5/{STAMP}_1a.html") == Origin(
        "http://kettle.org/t/5", TIME
    )
    assert Places(tmp_path).origin("pages/board/t6/other.html") == Origin()


def test_a_list_in_a_folder_elsewhere_says_nothing(tmp_path: Path) -> None:
    elsewhere, dump = tmp_path / "elsewhere", tmp_path / "dump"
    for folder in (elsewhere, dump):
        folder.mkdir()
    (elsewhere / "files.tsv").write_text(f"head\n{ROW}\n")
    (dump / "linked").symlink_to(elsewhere)

    assert not Places(dump).lists
    assert Places(elsewhere).lists


def test_a_list_is_no_page_and_a_table_of_other_things_may_be(tmp_path: Path) -> None:
    for name, text in (("files.tsv", ROW), ("teas.tsv", "Assam\tblack\n"), ("b.html", "<p>b")):
        (tmp_path / name).write_text(text)

    things = opened(tmp_path)

    assert set(pages(things)) == {"teas.tsv", "b.html"}
    reason = "not a page: a list of where files come from"
    assert refusals(things) == {"files.tsv": (Outcome.SKIPPED, reason)}


def test_a_list_of_captures_is_told_by_their_times(tmp_path: Path) -> None:
    rows = [
        f"org,kettle)/t/5 {STAMP} http://kettle.org/t/5 text/html 200 QWERTY 512",
        "org,kettle)/t/6 20050101000000 http://kettle.org/t/6 text/html 200 QWERTZ 512",
        "org,kettle)/t/7 20050101000000 http://kettle.org/t/7 text/html 200 QWERTX 512",
    ]
    (tmp_path / "captures.cdx").write_text("\n".join(rows))
    places = Places(tmp_path)

    assert places.origin(f"{STAMP}.html") == Origin("http://kettle.org/t/5", TIME)
    assert places.origin("20050101000000.html") == Origin()


def test_what_browsers_save_beside_a_page_is_no_page(tmp_path: Path) -> None:
    for name in (
        "Why_.html",
        "Why__files/frame.html",
        "Tee-Dateien/f.html",
        "Tee.htm",
        "a_files/x",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)

    things = opened(tmp_path)

    reason = (Outcome.SKIPPED, "what a browser saved beside a page")
    assert pages(things) == dict.fromkeys(("Tee.htm", "Why_.html", "a_files/x"), PAGE)
    assert refusals(things) == {"Why__files": reason, "Tee-Dateien": reason}
