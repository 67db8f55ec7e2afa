"""Addresses: flat, relative, harmless and distinct."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite import urls

PAGES = (
    urls.INDEX,
    urls.NOT_FOUND,
    urls.thread("7-cone-six"),
    urls.thread("9-печь", 2),
    urls.author("12-maud"),
    urls.board("workshop", 3),
    urls.static("theme.css"),
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (urls.thread("7"), "t/7.html"),
        (urls.thread("7", 2), "t/7.2.html"),
        (urls.board("glazes"), "b/glazes.html"),
        (urls.author("12-maud", 3), "a/12-maud.3.html"),
        (urls.topic("kiln"), "k/kiln.html"),
        (urls.authors(), "authors.html"),
        (urls.authors(2), "authors.2.html"),
        (urls.topics(), "topics.html"),
        (urls.threads(2), "threads.2.html"),
        (urls.static("a.css"), "static/a.css"),
        (urls.media("media/tile.jpg"), "media/tile.jpg"),
        (urls.media("tile.jpg"), "media/tile.jpg"),
        (urls.media("media/Tile.JPG"), "media/Tile.JPG"),
        (urls.media("media/tile.svg"), "media/tile.svg.bin"),
        (urls.media("media/tile.html"), "media/tile.html.bin"),
        (urls.media("media/.htaccess"), "media/.htaccess.bin"),
        (urls.media("media/tile.html.bin"), "media/tile.html.bin.bin"),
        (urls.media("media/tile"), "media/tile.bin"),
    ],
)
def test_a_page_is_a_flat_file(address: str, expected: str) -> None:
    assert address == expected


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("to", PAGES)
@pytest.mark.parametrize("home", ["https://h.example/", "https://h.example/a/b/", "file:///x/y/"])
def test_a_relative_link_leads_there_from_any_home(page: str, to: str, home: str) -> None:
    found = urljoin(urljoin(home, page), urls.relative(page, to))

    assert unquote(found) == home + to


def test_a_link_is_plain_ascii() -> None:
    link = urls.relative("index.html", "t/9-печь.html#pä")

    assert link == "t/9-%D0%BF%D0%B5%D1%87%D1%8C.html#p%C3%A4"


def test_a_link_to_the_same_page_is_its_anchor_only() -> None:
    assert urls.relative("t/7.html", "t/7.html#p3") == "#p3"
    assert urls.relative("t/7.html", "t/7.html") == "7.html"


def test_only_the_page_for_missing_pages_links_from_the_root() -> None:
    home = "https://h.example/archive"

    assert urls.link(urls.NOT_FOUND, "t/7.html", home) == "/archive/t/7.html"
    assert urls.link(urls.NOT_FOUND, urls.INDEX, home) == "/archive/"
    assert urls.link(urls.NOT_FOUND, "t/7.html") == "t/7.html"
    assert urls.link("a/12.html", "t/7.html", home) == "../t/7.html"


@pytest.mark.parametrize(
    ("items", "size", "pages"), [(0, 100, 1), (1, 100, 1), (100, 100, 1), (101, 100, 2), (3, 1, 3)]
)
def test_items_fill_pages(items: int, size: int, pages: int) -> None:
    assert urls.page_count(items, size) == pages


def test_anchors_keep_plain_ids() -> None:
    assert urls.anchors(["101", "post-7", "Az_9"]) == ("p101", "ppost-7", "pAz_9")


def test_a_second_post_of_an_id_gets_an_anchor_of_its_own() -> None:
    assert urls.anchors(["7", "7", "7-2", "7"]) == ("p7", "p7-3", "p7-2", "p7-4")


@given(st.lists(st.sampled_from(["7", "7-2", "7-2-2", 'x"><b', "a b", "ä", ""]) | st.text()))
def test_anchors_are_distinct_and_harmless(ids: list[str]) -> None:
    anchors = urls.anchors(ids)

    assert len(set(anchors)) == len(ids)
    for anchor in anchors:
        assert anchor.startswith("p")
        assert not set(anchor) & set(" \t\n\"'<>&#%?/")


def test_many_posts_of_one_id_take_no_time() -> None:
    anchors = urls.anchors(["7"] * 100_000)

    assert len(set(anchors)) == 100_000


def test_no_link_leaves_the_site() -> None:
    for page in PAGES:
        for to in PAGES:
            link = unquote(urls.relative(page, to))
            assert not posixpath.join(posixpath.dirname(page), link).startswith(("/", "../.."))
