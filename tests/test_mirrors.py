"""Links of copied sites, as the forum wrote them."""

from __future__ import annotations

import pytest

from threadsite.document import Document
from threadsite.mirrors import original

COPIED = {
    "viewtopic1c0e.html?f=3&t=5": "viewtopic.php?f=3&t=5",
    "viewtopic1c0e-2.html?f=3&t=5&view=print#p9": "viewtopic.php?f=3&t=5&view=print#p9",
    "../f/memberlist00ff.php?mode=viewprofile&u=7": "../f/memberlist.php?mode=viewprofile&u=7",
    "viewtopic.php%3Ff=3&t=5.html#p9": "viewtopic.php?f=3&t=5#p9",
    "index.php%3ftopic=12.0.html": "index.php?topic=12.0",
    "viewtopic.php@t=5.html": "viewtopic.php?t=5",
    "viewtopic.php%3Ft=5": "viewtopic.php?t=5",
}
LEFT = (
    "viewtopic.php?f=3&t=5",
    "search.html?search_id=active",
    "kiln-1c0e.html",
    "https://kiln.example/page1c0e.html?a=1",
    "https://kiln.example/out.php%3Fto=1.html",
    "out.php?to=pan.php%3Ft=5",
    "download/file.php%3Fid=7.html",
    "download/file1c0e.html?id=7",
)


@pytest.mark.parametrize(("copied", "written"), COPIED.items())
def test_a_link_of_a_copy_gets_its_first_form(copied: str, written: str) -> None:
    assert original(copied) == written


@pytest.mark.parametrize("address", LEFT)
def test_any_other_link_stays(address: str) -> None:
    assert original(address) == address


@pytest.mark.parametrize(
    ("comment", "link"),
    [
        ("<!-- Mirrored from k.example by HTTrack Website Copier/3.x -->", "index.php?board=4"),
        ("", "index1c0e.html?board=4"),
    ],
)
def test_names_of_a_disk_are_told_only_in_a_copy(comment: str, link: str) -> None:
    page = f'<html>{comment}<body><a href="index1c0e.html?board=4">Pans</a></body></html>'

    found = Document("demo", "page.html", page.encode()).root.find(".//a")

    assert found is not None
    assert found.get("href") == link


@pytest.mark.parametrize(
    ("comment", "link"),
    [
        ("<!-- FILE ARCHIVED ON 01:02:03 Jan 04, 2019 AND SO ON -->", "https://kiln.example/t/5"),
        ("", "/web/20190104010203/https://kiln.example/t/5"),
    ],
)
def test_links_lead_out_of_an_archive_only_in_its_captures(comment: str, link: str) -> None:
    page = f"<body><a href='/web/20190104010203/https://kiln.example/t/5'>Pans</a></body>{comment}"

    found = Document("demo", "page.html", page.encode()).root.find(".//a")

    assert found is not None
    assert found.get("href") == link


def test_an_author_may_link_an_archive_in_a_capture() -> None:
    page = (
        b"<!-- BEGIN WAYBACK TOOLBAR INSERT --><img src='//web.archive.org/web/20190104010203im_/"
        b"https://web.archive.org/web/2015/http://kiln.example/a.png'>"
    )

    found = Document("demo", "page.html", page).root.find(".//img")

    assert found is not None
    assert found.get("src") == "https://web.archive.org/web/2015/http://kiln.example/a.png"


def test_rows_that_a_browser_grouped_stand_in_their_table() -> None:
    page = (
        b"<html><table><tbody>\n<tr><td>A</td></tr></tbody><tbody id='t'><tr></tr></tbody></table>"
    )

    table = Document("demo", "page.html", page).root.find(".//table")

    assert table is not None
    assert [child.tag for child in table] == ["tr", "tbody"]
