"""Feeds: XML that any reader takes, whatever stands in titles and posts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from msgspec.structs import replace

from threadsite import content
from threadsite.archive import Archive
from threadsite.building import build
from threadsite.config import load_site
from threadsite.feeds import Feed, atom, dated, json_feed, robots, sitemap
from threadsite.model import Author, Post, Thread
from threadsite.rows import AuthorRef, PostRow

HOME = "https://h.example/archive/"
NAMES = {"a": "http://www.w3.org/2005/Atom", "s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def feed_of(
    *posts: PostRow, title: str = "Clay & fire", home: str | None = HOME, description: str = ""
) -> Feed:
    return Feed("feed", "index.html", title, home, "de", title, description, dated(posts))


def post(
    id_: str = "101",
    title: str = "Cone six",
    excerpt: str = "Glossy.",
    name: str = "Maud",
    created: datetime = datetime(2009, 3, 12, 18, 4, tzinfo=UTC),
) -> PostRow:
    author = AuthorRef("12-maud", name)
    return PostRow("7-печь", title, id_, 1, 1, f"p{id_}", author, created, False, excerpt, ())


def texts(xml: bytes, path: str) -> list[str]:
    found = etree.fromstring(xml).xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(item) for item in found]


def test_the_feed_tells_of_posts() -> None:
    feed = atom(feed_of(post("2"), post("1"), description="Of clay"))

    place = "https://h.example/archive/t/7-%D0%BF%D0%B5%D1%87%D1%8C.html#p"
    assert texts(feed, "/a:feed/a:title/text()") == ["Clay & fire"]
    assert texts(feed, "/a:feed/a:subtitle/text()") == ["Of clay"]
    assert texts(feed, "/a:feed/a:id/text()") == [HOME]
    assert texts(feed, "/a:feed/a:link[@rel='self']/@href") == [HOME + "feed.xml"]
    assert texts(feed, "//a:entry/a:link/@href") == [place + "2", place + "1"]
    assert texts(feed, "//a:entry/a:id/text()") == [place + "2", place + "1"]
    assert texts(feed, "//a:entry/a:author/a:name/text()") == ["Maud", "Maud"]
    assert texts(feed, "//a:updated/text()") == ["2009-03-12T18:04:00+00:00"] * 3


def test_without_a_home_the_feed_is_relative_and_its_ids_stay() -> None:
    feed = atom(feed_of(post("1"), home=None))

    (link,) = texts(feed, "//a:entry/a:link/@href")
    (id_,) = texts(feed, "//a:entry/a:id/text()")
    assert urljoin("file:///x/feed.xml", link).startswith("file:///x/t/7-")
    assert id_.startswith("tag:threadsite.invalid,2000:Clay%20%26%20fire/t/7-")
    assert " " not in id_


def test_a_date_without_a_zone_says_that_none_is_known() -> None:
    feed = atom(feed_of(post(created=datetime(2009, 3, 12, 18, 4, 9))))

    assert texts(feed, "//a:entry/a:updated/text()") == ["2009-03-12T18:04:09-00:00"]


def test_a_feed_without_posts_is_whole_and_names_no_time_of_its_own() -> None:
    feed = atom(feed_of())

    assert texts(feed, "/a:feed/a:updated/text()") == ["1970-01-01T00:00:00+00:00"]
    assert texts(feed, "//a:entry") == []
    assert json.loads(json_feed(feed_of()))["items"] == []


def test_a_feed_holds_the_newest_posts_that_have_a_date() -> None:
    posts = [replace(post(str(number)), created=None) for number in range(9)]
    posts += [post(str(number)) for number in range(99)]

    held = feed_of(*posts).posts

    assert [row.id for row in held] == [str(number) for number in range(50)]


def test_the_json_feed_tells_of_posts() -> None:
    feed = json.loads(json_feed(feed_of(post("1"), description="Of clay")))

    place = "https://h.example/archive/t/7-%D0%BF%D0%B5%D1%87%D1%8C.html#p1"
    author = {"name": "Maud", "url": "https://h.example/archive/a/12-maud.html"}
    item = {
        "id": place,
        "url": place,
        "title": "Cone six",
        "content_text": "Glossy.",
        "date_published": "2009-03-12T18:04:00+00:00",
        "authors": [author],
    }
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Clay & fire",
        "home_page_url": HOME,
        "feed_url": HOME + "feed.json",
        "description": "Of clay",
        "language": "de",
        "items": [item],
    }


def test_without_a_home_the_json_feed_has_no_addresses() -> None:
    feed = json.loads(json_feed(feed_of(post("1"), home=None)))

    assert not {"home_page_url", "feed_url"} & feed.keys()
    assert feed["items"][0]["id"].startswith("tag:threadsite.invalid,2000:")
    assert "url" not in feed["items"][0]


hostile = st.text() | st.sampled_from(["]]>", "<!--", "&amp;", "\x00\x1b", "\ud800", "\ufffe"])


@given(hostile, hostile, hostile, hostile)
def test_no_words_break_a_feed(title: str, words: str, name: str, site: str) -> None:
    feed = feed_of(post(title=title, excerpt=words, name=name), title=site)

    root = etree.fromstring(atom(feed))
    assert [etree.QName(child).localname for child in root.iterchildren()].count("entry") == 1
    assert len(root.xpath("//a:entry/*", namespaces=NAMES)) == 6  # type: ignore[arg-type]
    assert len(json.loads(json_feed(feed))["items"]) == 1


def test_a_sitemap_names_every_page() -> None:
    pages = [("index.html", None), ("t/7-печь.html", datetime(2010, 1, 2, 3, tzinfo=UTC))]

    ((name, xml),) = sitemap(HOME, pages)

    assert name == "sitemap.xml"
    assert texts(xml, "//s:loc/text()") == [HOME, HOME + "t/7-%D0%BF%D0%B5%D1%87%D1%8C.html"]
    assert texts(xml, "//s:lastmod/text()") == ["2010-01-02"]


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (3, [3]), (4, [3, 1]), (6, [3, 3]), (7, [3, 3, 1])]
)
def test_a_large_sitemap_is_parted(count: int, sizes: list[int]) -> None:
    pages: Iterable[tuple[str, None]] = ((f"t/{n}.html", None) for n in range(count))

    files = dict(sitemap(HOME, pages, size=3))
    parts = [HOME + name for name in files if name != "sitemap.xml"]

    if len(sizes) > 1:
        assert texts(files["sitemap.xml"], "//s:sitemap/s:loc/text()") == parts
        assert len(parts) == len(sizes)
    found = [len(texts(xml, "//s:url")) for xml in files.values()]
    assert [n for n in found if n] == [n for n in sizes if n]


def test_robots_may_read_all_and_learn_of_the_sitemap() -> None:
    assert robots(None) == b"User-agent: *\nAllow: /\n"
    assert robots(HOME).endswith(b"\nSitemap: https://h.example/archive/sitemap.xml\n")


def forum(root: Path, settings: str = "") -> Path:
    """The site of a forum of two threads, of one author each, in a board inside another."""
    (root / "content" / "threads").mkdir(parents=True)
    for number, name in enumerate(("Maud", "Odo"), 1):
        posts = tuple(
            Post(f"{number}{n}", Author(name, name), "Wet.", datetime(2009, number, n % 28 + 1))
            for n in range(60)
        )
        undated = Post(f"{number}99", Author(name, name), "Lost.")
        thread = Thread(
            str(number), f"Kiln {number}", (*posts, undated), "f.example", ("Fire", "Wood")
        )
        path = root / "content" / "threads" / f"{number}-kiln.md"
        path.write_text(content.dump(thread), "utf-8")
    text = f'[site]\ntitle = "Kilns"\nurl = "https://h.example/archive"\n{settings}'
    (root / "site.toml").write_text(text, "utf-8")
    return build(load_site(root)).output


def feed_files(site: Path) -> set[str]:
    places = (path.relative_to(site).as_posix() for path in site.rglob("*"))
    names = {name for name in places if name.endswith((".xml", ".json"))}
    return {name for name in names if not name.startswith(("search/", "sitemap"))}


def both(stem: str) -> set[str]:
    return {f"{stem}.xml", f"{stem}.json"}


def test_boards_that_hold_threads_have_feeds_and_others_when_asked_for(tmp_path: Path) -> None:
    few = forum(tmp_path / "few")
    all_ = forum(tmp_path / "all", "[feeds]\nboards = false\nauthors = true\nthreads = true\n")

    assert feed_files(few) == both("feed") | both("b/fire-wood")
    people = {stem for path in (all_ / "a").glob("*.html") for stem in both(f"a/{path.stem}")}
    people = {name for name in people if name.count(".") == 1}
    assert feed_files(all_) == both("feed") | people | both("t/1-kiln") | both("t/2-kiln")


def test_every_feed_is_whole_and_found_from_its_page(tmp_path: Path) -> None:
    site = forum(tmp_path, "[feeds]\nauthors = true\nthreads = true\n")

    for name in feed_files(site):
        path = site / name
        page = path.with_name("index.html" if path.stem == "feed" else f"{path.stem}.html")
        kind = "application/feed+json" if path.suffix == ".json" else "application/atom+xml"
        links = html.fromstring(page.read_bytes()).findall(f".//link[@type='{kind}']")
        assert {link.get("rel") for link in links} == {"alternate"}
        assert path in {(page.parent / str(link.get("href"))).resolve() for link in links}
        (check_json if path.suffix == ".json" else check_atom)(path.read_bytes(), HOME + name)


def check_atom(data: bytes, address: str) -> None:
    """What RFC 4287 asks of a feed, and that its addresses are whole and on the site."""
    root = etree.fromstring(data)
    for element in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", NAMES)) == 1
        links = element.findall("a:link[@rel='alternate']", NAMES)
        assert [str(link.get("href")).startswith(HOME) for link in links] == [True]
    assert texts(data, "/a:feed/a:link[@rel='self']/@href") == [address]
    assert len(texts(data, "//a:entry/a:author/a:name/text()")) == 50
    assert len(set(texts(data, "//a:entry/a:id/text()"))) == 50
    dates = [datetime.fromisoformat(date) for date in texts(data, "//a:entry/a:updated/text()")]
    assert dates == sorted(dates, reverse=True)


def check_json(data: bytes, address: str) -> None:
    """What JSON Feed 1.1 asks of a feed."""
    feed = json.loads(data)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == address
    assert feed["home_page_url"].startswith(HOME)
    assert len({item["id"] for item in feed["items"]}) == 50
    assert all(item["content_text"] and item["url"].startswith(HOME) for item in feed["items"])
    assert all(author["name"] for item in feed["items"] for author in item["authors"])
    dates = [datetime.fromisoformat(item["date_published"]) for item in feed["items"]]
    assert dates == sorted(dates, reverse=True)


def test_the_newest_posts_of_a_board_are_its_own(tmp_path: Path) -> None:
    forum(tmp_path)
    with Archive.open(tmp_path / "content") as archive:
        found = list(archive.newest(70, board="fire-wood"))

        assert found == list(archive.newest(70))
        assert list(archive.newest(70, board="fire")) == []
