"""Pages: all that an archive holds is on one, and what hangs together is linked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urljoin

import pytest
from lxml import html as lxml_html

from threadsite import content, urls
from threadsite.archive import Archive
from threadsite.config import load_site
from threadsite.coverage import Coverage
from threadsite.errors import ContentError
from threadsite.language import wording
from threadsite.markdown import Renderer
from threadsite.model import Author, Poll, Post, Quote, Thread
from threadsite.pages import Page, pages
from threadsite.pages.kept import is_kept
from threadsite.pages.material import pager
from threadsite.pages.posts import gap, unsaved
from threadsite.pages.scales import year_bars
from threadsite.pages.views import AboutView, AuthorView, ThreadView
from threadsite.theme import load_theme

READING = Path(__file__).parent / "sites" / "reading"
HOSTILE = "</script><script>alert(1)</script>{{ 7 * 7191 }}\"'><img src=x onerror=alert(1)>&"
MAUD = Author("1", "Maud")


def made(root: Path) -> list[tuple[Page, str]]:
    """Every page of the site at *root*, and its HTML."""
    site = load_site(root)
    theme = load_theme(site)
    with Archive.open(site.content, posts_per_page=site.settings.build.posts_per_page) as archive:
        return [(page, theme.render(page)) for page in pages(site, archive, Renderer().draft)]


@pytest.fixture(scope="module")
def reading() -> dict[str, tuple[Page, str]]:
    return {page.path: (page, html) for page, html in made(READING)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site without content."""
    (tmp_path / "site.toml").write_text('[site]\ntitle = "T"\n')
    return tmp_path


def found(html: str, path: str) -> list[Any]:
    """What the XPath *path* finds in *html*."""
    return cast("list[Any]", lxml_html.fromstring(html).xpath(path))


def write(root: Path, *threads: Thread) -> None:
    folder = root / "content" / "threads"
    folder.mkdir(parents=True, exist_ok=True)
    for thread in threads:
        (folder / f"{thread.id}.md").write_text(content.dump(thread), encoding="utf-8")


def views(root: Path, kind: type[ThreadView]) -> Iterator[ThreadView]:
    yield from (page.context for page, _ in made(root) if isinstance(page.context, kind))


def test_every_page_has_its_own_address_and_every_kind_is_there(
    reading: dict[str, tuple[Page, str]],
) -> None:
    kinds = Counter(page.kind for page, _ in reading.values())

    assert set(kinds) == {
        *("home", "boards", "board", "threads", "thread", "authors", "author"),
        *("topics", "topic", "search", "about", "missing", "gaps"),
        *("calendar", "month", "days", "statistics"),
    }
    assert (kinds["thread"], kinds["author"], kinds["board"], kinds["topic"]) == (21, 11, 13, 6)


def test_every_link_inside_the_site_leads_somewhere(reading: dict[str, tuple[Page, str]]) -> None:
    ids = {path: set(found(html, "//@id")) for path, (_, html) in reading.items()}
    lost = []
    for path, (_, html) in reading.items():
        for link in found(html, "//a/@href | //form/@action"):
            to, _, anchor = unquote(urljoin(f"site:///{path}", link)).partition("#")
            if not to.startswith("site:///"):
                continue
            name = to.removeprefix("site:///")
            known = name in ids and (not anchor or anchor in ids[name])
            if not known and not name.startswith(("media/", "static/")):
                lost.append((path, link))

    assert lost == []


def test_no_page_has_an_id_twice(reading: dict[str, tuple[Page, str]]) -> None:
    for path, (_, html) in reading.items():
        ids = Counter(found(html, "//@id"))
        assert [i for i, count in ids.items() if count > 1] == [], path


def test_every_post_is_on_one_page_of_its_thread(reading: dict[str, tuple[Page, str]]) -> None:
    shown = [
        (page.context.thread.key, post.row.number)
        for page, _ in reading.values()
        if isinstance(page.context, ThreadView)
        for post in page.context.posts
    ]

    assert len(shown) == len(set(shown)) == 203
    path = next(p for p in reading if p.startswith("t/101-") and p.endswith(".2.html"))
    assert reading[path][1].count('<article class="post') == 30


def test_every_post_is_on_its_authors_page(reading: dict[str, tuple[Page, str]]) -> None:
    views = [p.context for p, _ in reading.values() if isinstance(p.context, AuthorView)]

    assert sum(len(group.posts) for view in views for group in view.groups) == 203


def test_every_page_is_a_whole_document(reading: dict[str, tuple[Page, str]]) -> None:
    for path, (page, html) in reading.items():
        (policy,) = found(html, "//meta[@http-equiv='Content-Security-Policy']/@content")
        assert html.startswith("<!doctype html>"), path
        assert len(found(html, "//h1")) == len(found(html, "//main")) == 1, path
        assert found(html, "//title/text()")[0].strip(), path
        assert found(html, "//meta[@name='description']/@content")[0].strip(), path
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not found(html, "//*[@style] | //style | //script[not(@src) and not(@type)]"), path
        assert page.path == path


def test_quotes_and_answers_link_both_ways_across_pages(
    reading: dict[str, tuple[Page, str]],
) -> None:
    (table,) = (html for path, (_, html) in reading.items() if path.startswith("t/102-"))
    (long,) = (html for path, (_, html) in reading.items() if re.match(r"t/101-[^.]*\.html", path))

    assert '<a href="#p2001">' in table
    assert re.search(r'href="101-[^"]*\.html#p1003"', table)
    assert re.search(r'href="102-[^"]*\.html#p2002"', long)


def test_what_a_stranger_wrote_stays_text(root: Path) -> None:
    author = Author("1", HOSTILE, HOSTILE, HOSTILE, "javascript:alert(1)")
    post = Post("1", author, HOSTILE, url="javascript:alert(1)", signature=HOSTILE)
    poll = Poll(HOSTILE, ())
    thread = Thread("1", HOSTILE, (post,), HOSTILE, (HOSTILE,), (HOSTILE,), "data:text/html,x")
    write(root, replace(thread, poll=poll))

    for page, html in made(root):
        assert not found(html, "//img | //@onerror"), page.path
        assert all(s.get("src") or s.get("type") for s in found(html, "//script")), page.path
        assert not [a for a in found(html, "//@href") if a.lower().startswith(("java", "data"))]
        assert "50337" not in html, page.path


def test_linked_data_is_data_whatever_the_title(root: Path) -> None:
    write(root, Thread("1", HOSTILE, (Post("1", MAUD, "Words.", datetime(2009, 3, 12)),)))

    (html,) = (html for page, html in made(root) if page.kind == "thread")

    (data,) = found(html, "//script[@type]/text()")
    posting = json.loads(data)["@graph"][0]
    assert posting["headline"] == HOSTILE
    assert posting["datePublished"] == "2009-03-12"
    assert "<" not in data


def test_an_empty_archive_has_its_pages(root: Path) -> None:
    kinds = {page.kind for page, _ in made(root)}

    assert {"home", "boards", "threads", "authors", "about", "missing"} <= kinds
    assert "topics" not in kinds


def test_a_site_with_an_address_says_where_each_page_is(root: Path) -> None:
    (root / "site.toml").write_text('[site]\ntitle = "T"\nurl = "https://h.example/a"\n')
    write(root, Thread("1", "A", (Post("1", MAUD, "Words."),)))

    html = {page.kind: text for page, text in made(root)}

    assert '<link rel="canonical" href="https://h.example/a/t/1.html">' in html["thread"]
    assert '<link rel="canonical" href="https://h.example/a/">' in html["home"]
    # A host shows this page at any depth.
    assert 'href="/a/boards.html"' in html["missing"]
    assert "canonical" not in html["missing"]


def test_a_site_without_search_offers_none(root: Path) -> None:
    write(root, Thread("1", "Cone", (Post("1", MAUD, "Hot."),)))
    searched = {page.path: html for page, html in made(root)}
    (root / "site.toml").write_text('[site]\ntitle = "T"\n[search]\nenabled = false\n')
    unsearched = {page.path: html for page, html in made(root)}

    assert searched.keys() - unsearched.keys() == {urls.SEARCH}
    assert {path for path, html in searched.items() if urls.SEARCH in html} == searched.keys()
    assert {path for path, html in unsearched.items() if urls.SEARCH in html} == set()


def test_pictures_of_other_hosts_are_let_in_only_where_asked_for(root: Path) -> None:
    (before, _), *_ = made(root)
    (root / "site.toml").write_text('[site]\ntitle = "T"\n[privacy]\nimages = "load"\n')
    (after, _), *_ = made(root)

    assert "img-src 'self' data:;" in before.site.policy
    assert "img-src 'self' data: https: http:;" in after.site.policy


def test_an_inferred_author_is_marked_wherever_named(reading: dict[str, tuple[Page, str]]) -> None:
    (thread,) = (html for path, (_, html) in reading.items() if path.startswith("t/flat-17"))
    (author,) = (
        html
        for page, html in reading.values()
        if isinstance(page.context, AuthorView) and not page.context.author.named
    )

    assert thread.count('about.html#inferred-authors">inferred</a>') == 3
    assert "Unnamed: Experienced hand, Tuning specialist" in thread
    assert "have lost this author’s name" in author


def test_the_signature_of_an_author_stands_once_a_page(root: Path) -> None:
    posts = tuple(Post(str(n), MAUD, "Words.", signature="Sung.") for n in range(3))
    write(root, Thread("1", "A", posts))

    (view,) = views(root, ThreadView)

    assert [post.signature is not None for post in view.posts] == [True, False, False]


def test_a_title_of_a_post_stands_once_a_page(root: Path) -> None:
    titles = ("Sung", "Re: Sung", "sung")
    posts = tuple(Post(str(n), MAUD, "Words.", title=one) for n, one in enumerate(titles))
    write(root, Thread("1", "A", posts))

    (view,) = views(root, ThreadView)

    assert [post.title for post in view.posts] == ["Sung", None, None]


def test_a_reply_to_a_lost_post_says_so(root: Path) -> None:
    posts = (Post("1", MAUD, "A"), Post("2", MAUD, "B", reply_to="1"))
    write(root, Thread("1", "A", (*posts, Post("3", MAUD, "C", reply_to="77"))))

    (view,) = views(root, ThreadView)

    assert [post.reply_to and post.reply_to.id for post in view.posts] == [None, "1", None]
    assert [post.lost_reply for post in view.posts] == [None, None, "77"]
    assert [[row.id for row in post.quoted_by] for post in view.posts] == [["2"], [], []]


def test_doubled_ids_get_the_answers_once(root: Path) -> None:
    posts = (Post("1", MAUD, "A"), Post("1", MAUD, "B"))
    write(root, Thread("1", "A", (*posts, Post("2", MAUD, "C", quotes=(Quote(post="1"),)))))

    (view,) = views(root, ThreadView)

    assert [len(post.quoted_by) for post in view.posts] == [1, 0, 0]


def test_the_report_is_on_the_page_about_the_archive(
    reading: dict[str, tuple[Page, str]], root: Path
) -> None:
    page, html = reading[urls.ABOUT]
    assert isinstance(page.context, AboutView)
    assert page.context.account is not None
    assert page.context.account.documents.seen == 31
    assert "a list of threads" in html

    (root / "content").mkdir()
    (root / "content" / "report.json").write_text('{"documents": 3}')
    with pytest.raises(ContentError, match=r"report\.json: .*convert again"):
        made(root)


def test_what_is_missing_is_said_on_the_thread_and_on_the_list_of_gaps(root: Path) -> None:
    whole = Thread("1", "Whole", (Post("1", MAUD, "A"),))
    cut = Thread("2", "Cut short", (Post("2", MAUD, "A"),), pages=5, pages_seen=(1, 3, 4))
    write(root, whole, cut)

    html = {page.path: text for page, text in made(root)}

    gaps = html[urls.gaps()]
    assert "Cut short" in gaps
    assert "Whole" not in gaps
    assert "Saved: 3 of the 5 pages." in gaps
    assert "Saved: 3 of the 5 pages." in html[urls.thread("2")]
    assert "Never saved" not in gaps


def test_what_is_missing_is_said_where_it_would_stand(root: Path) -> None:
    posts = tuple(Post(str(n), MAUD, "A", position=n) for n in (3, 4, 7))
    write(root, Thread("1", "Cut", posts, replies=8, url="http://kiln.example/t/1"))

    (_, html), *_ = [(page, text) for page, text in made(root) if page.kind == "thread"]

    around = found(html, "//div[@class='posts']/*")
    told = [(e.get("id") or " ".join(e.text_content().split())) for e in around]
    two = "2 posts are missing here Wayback"
    assert told == [two, "p3", "p4", two, "p7", two]
    links = found(html, "//a[@class='capture']/@href")
    assert set(links) == {"https://web.archive.org/web/*/http://kiln.example/t/1"}


def test_a_thread_that_was_moved_says_so(root: Path) -> None:
    write(root, Thread("1", "Mug", (Post("1", MAUD, "A"),), moved=True))

    (_, html), *_ = [(page, text) for page, text in made(root) if page.kind == "thread"]

    assert found(html, "//header//span[@class='state']/text()") == ["moved"]


def test_a_post_in_a_script_that_is_not_the_sites_says_so(root: Path) -> None:
    bodies = ("Кружка", "A mug.", "マグカップです")
    write(root, Thread("1", "Mug", tuple(Post(str(n), MAUD, b) for n, b in enumerate(bodies))))

    (_, html), *_ = [(page, text) for page, text in made(root) if page.kind == "thread"]

    assert [body.get("lang") for body in found(html, "//div[@class='body']")] == [
        "und-Cyrl",
        None,
        "ja",
    ]


def test_the_terminal_says_what_is_missing_too(root: Path) -> None:
    (root / "site.toml").write_text('[site]\ntitle = "T"\n[build]\ntheme = "terminal"\n')
    posts = tuple(Post(str(n), MAUD, "A", position=n) for n in (1, 3))
    write(root, Thread("1", "Cut", posts, replies=4))

    (_, html), *_ = [(page, text) for page, text in made(root) if page.kind == "thread"]

    around = found(html, "//article/@id | //p[@class='gap']/text()")
    assert around == ["p1", "[ 1 post is missing here ]", "p3", "[ 2 posts are missing here ]"]


def test_numbers_that_do_not_fit_tell_of_no_place() -> None:
    assert unsaved(Coverage(missing_posts=((1, 2), (5, 5))), 3) == {1: 2, 3: 1}
    assert unsaved(Coverage(missing_posts=((9, 9),)), 3) == {}


def test_threads_that_nobody_saved_are_on_the_list_of_gaps(root: Path) -> None:
    write(root, Thread("1", "Whole", (Post("1", MAUD, "A"),)))
    known = [
        {"title": "Lost kiln", "url": "http://kiln.example/t/9", "replies": 3},
        {"title": "Hostile", "url": "javascript:alert(1)", "replies": None},
    ]
    ledger = dict.fromkeys(("seen", "imported", "duplicate", "skipped", "failed"), 0)
    report = {"documents": ledger, "posts": ledger, "known_only": 12, "known": known}
    (root / "content" / "report.json").write_text(json.dumps(report))

    html = {page.path: text for page, text in made(root)}

    titles = found(html[urls.gaps()], "//section//p[@class='title']")
    assert [title.text_content() for title in titles] == ["Lost kiln", "Hostile"]
    assert [a.get("href") for title in titles for a in title] == ["http://kiln.example/t/9"]
    assert "4 posts" in html[urls.gaps()]
    assert "12 threads" in html[urls.gaps()]
    assert "12 threads: known from lists" in html[urls.ABOUT]


def test_only_kept_pictures_of_authors_are_shown(root: Path) -> None:
    authors = (
        replace(MAUD, avatar="media/0123456789abcdef.png"),
        Author("2", "Odo", avatar="https://kiln.example/odo.png"),
    )
    write(root, Thread("1", "Kiln", tuple(Post(a.id, a, "A") for a in authors)))

    html = {page.path: text for page, text in made(root)}

    page = html[urls.thread("1")]
    assert found(page, "//img/@src") == ["../media/0123456789abcdef.png"]
    assert found(page, "//span[starts-with(@class, 'avatar')]/text()") == ["O"]


def test_a_post_says_how_many_texts_of_it_were_captured(root: Path) -> None:
    write(root, Thread("1", "Kiln", (Post("1", MAUD, "A", versions=3), Post("2", MAUD, "B"))))

    html = {page.path: text for page, text in made(root)}

    (said,) = found(html[urls.thread("1")], "//span[@class='versions']")
    assert said.text_content() == "3 texts of it were captured, the latest is here"


def test_a_post_known_from_quotes_only_is_named_and_not_numbered(root: Path) -> None:
    lost = Quote("Ruben", "7")
    posts = (Post("8", MAUD, "A", quotes=(lost,)), Post("9", MAUD, "B", reply_to="7"))
    write(root, Thread("1", "Kiln", posts))

    (view,) = views(root, ThreadView)

    (ghost,) = view.ghosts
    assert (ghost.id, ghost.author) == ("7", "Ruben")
    assert [row.number for row in ghost.quoted_by] == [1, 2]
    assert [post.row.number for post in view.posts] == [1, 2]
    assert view.thread.ghosts == 1


def test_a_number_of_pages_beyond_belief_is_not_believed(root: Path) -> None:
    write(root, Thread("1", "A", (Post("1", MAUD, "A"),), pages=10**12, pages_seen=(1,)))

    (view,) = views(root, ThreadView)

    assert not view.thread.partial


@pytest.mark.parametrize(
    ("number", "count", "expected"),
    [
        (1, 2, [1, 2]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (50, 99, [1, None, 48, 49, 50, 51, 52, None, 99]),
    ],
)
def test_a_pager_names_the_ends_and_the_neighbours(
    number: int, count: int, expected: list[int | None]
) -> None:
    made = pager(urls.authors, number, count)

    assert made is not None
    assert [link and link.number for link in made.links] == expected
    assert (made.previous is None) == (number == 1)
    assert pager(urls.authors, 1, 1) is None


def test_silent_years_have_bars_too() -> None:
    assert [(bar.year, bar.height) for bar in year_bars(((2001, 4), (2003, 200)))] == [
        (2001, 2),
        (2002, 0),
        (2003, 100),
    ]
    assert len(year_bars(((1, 1), (2003, 1)))) == 2


@pytest.mark.parametrize(
    ("days", "expected"), [(59, None), (61, (2, "month")), (364, (1, "year")), (1100, (3, "year"))]
)
def test_a_long_silence_is_said(days: int, expected: tuple[int, str] | None) -> None:
    start = datetime(2009, 3, 12, tzinfo=UTC)
    found = gap(start, start + timedelta(days=days))

    assert (found and (found.count, found.unit)) == expected
    assert gap(None, start) is None


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ilse Marrow", "IM"),
        ("tobias_k", "TK"),
        ("q", "Q"),
        ("Павел Струнин", "ПС"),
        ("سلمى النحاس", "س"),
        ("時計屋ケン", "時"),
        ("...", "?"),
        ("", "?"),
        ("ßa", "SS"),
    ],
)
def test_initials_stand_for_a_name(name: str, letters: str) -> None:
    assert wording.initials(name) == letters


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "data:x", "//h.example", "http://a b", 'http://a"b']
)
def test_only_an_address_of_the_web_becomes_a_link(url: str | None) -> None:
    assert wording.web_address(url) is None
    assert wording.web_address("HTTPS://h.example/a?b=c#d") == "HTTPS://h.example/a?b=c#d"


@pytest.mark.parametrize(
    ("file", "is_it"),
    [
        ("media/plan.pdf", True),
        ("media/gone.pdf", False),
        ("media/link.pdf", False),
        ("media/../media/plan.pdf", False),
        ("plan.pdf", False),
        ("../media/plan.pdf", False),
        ("", False),
    ],
)
def test_only_what_lies_in_media_is_kept(tmp_path: Path, file: str, is_it: bool) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "plan.pdf").write_bytes(b"a plan")
    (tmp_path / "media" / "plan.pdf").write_bytes(b"a plan")
    (tmp_path / "media" / "link.pdf").symlink_to(tmp_path / "plan.pdf")

    assert is_kept(tmp_path, file) is is_it
