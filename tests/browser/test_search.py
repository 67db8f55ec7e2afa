"""The search page in a browser: over HTTP and opened from disk, with and without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread as Worker
from urllib.parse import urlencode

import made_archive
import pytest
from axe_playwright_python.sync_playwright import Axe
from made_archive import HOSTILE
from playwright.sync_api import Browser, Page, expect, sync_playwright

from threadsite.building import build
from threadsite.config import load_site

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
ROOT = Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "tests/search/vectors.json").read_text(encoding="utf-8"))
FOUND = re.compile("post")

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small built site."""
    return build(load_site(made_archive.write(tmp_path_factory.mktemp("search")))).output


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    """Where the site is served."""
    handler = partial(Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    worker = Worker(target=server.serve_forever)
    worker.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    worker.join()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *words: object) -> None:
        """Leave it unsaid."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """A page that may ask nobody but the site, and must not complain."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    foreign: list[str] = []
    faults: list[str] = []
    allowed = (home, "file:")
    page.on("request", lambda r: None if r.url.startswith(allowed) else foreign.append(r.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    yield page
    context.close()
    assert (foreign, faults) == ([], [])


@pytest.fixture
def search(page: Page, home: str) -> Callable[..., list[str]]:
    """Open the page with a query; the anchors of the posts found, in order."""

    def search(query: str = "", at: str = home, **more: str) -> list[str]:
        page.goto(f"{at}/search.html?{urlencode({'q': query, **more})}")
        expect(page.get_by_role("status")).to_have_text(FOUND)
        links = page.locator("#finder-results a").all()
        return [(link.get_attribute("href") or "").partition("#")[2] for link in links]

    return search


Search = Callable[..., list[str]]


QUERIES = [
    ("shelves", ["p10", "p11", "p12"]),
    ("thin shelve warping", ["p10"]),
    ("fired", ["p10", "p11"]),
    ("cordier", ["p10"]),
    ("ballasts", ["p11"]),
    ("prop -sieve -helped", ["p11"]),
    ('"prop them"', ["p11"]),
    ('"them prop"', []),
    ("cafe CREME", ["p21"]),
    ("café", ["p21"]),
    ("c++", ["p21"]),
    ("x86_64", ["p21"]),
    ("author:marrow warped", ["p10", "p12"]),
    ('from:"bo fenwick" year:2009 prop', ["p11"]),
    ("in:wood year:2009..2011 -author:ilse", ["p11"]),
    ("in:kilns before:2009-03-02", ["p40", "p30", "p10"]),
    ("after:2011-01-02", ["p50", "p12"]),
    ("has:code", ["p20"]),
    ("has:image", ["p12"]),
    ("печи глина", ["p30"]),
    ("طين", ["p40"]),
    ("東京", ["p50"]),
    ("窯", ["p50"]),
    ("constructor", ["p60"]),
    ("__proto__", ["p60"]),
    ("nosuchwordanywhere", []),
]


@pytest.mark.parametrize(("query", "posts"), QUERIES, ids=[query for query, _ in QUERIES])
def test_a_query_finds_its_posts(search: Search, query: str, posts: list[str]) -> None:
    found = search(query)

    assert sorted(found) == sorted(posts)


def test_the_first_post_of_a_titled_thread_comes_first(search: Search) -> None:
    assert search("warped kiln shelves")[0] == "p10"


def test_results_come_in_the_order_asked_for(search: Search) -> None:
    assert search("in:kilns", order="newest") == ["p50", "p12", "p11", "p40", "p30"]
    assert search("in:glazes", order="oldest") == ["p20", "p21"]


def test_it_works_opened_from_disk(search: Search, site: Path, page: Page) -> None:
    assert search("warped firing thin", at=site.as_uri()) == ["p10"]

    page.get_by_role("link", name="Warped kiln shelves").click()

    expect(page.locator("#p10")).to_be_in_viewport()


def test_a_result_shows_where_the_words_stand(search: Search, page: Page) -> None:
    search("fired slower")
    item = page.get_by_role("listitem").filter(has=page.locator(".excerpt"))

    expect(item.locator(".excerpt mark")).to_have_text(["Fire", "slower"])
    expect(item.locator(".facts")).to_have_text("Bo Fenwick · Mar 2, 2009 · Wood")
    assert len(item.locator(".excerpt").inner_text()) < 300


def test_words_without_spaces_are_marked(search: Search, page: Page) -> None:
    search("新しい窯")

    expect(page.locator(".excerpt mark")).to_have_text(["新しい窯"])


def test_typing_searches_and_the_address_keeps_it(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html")
    expect(page.get_by_role("searchbox")).to_be_focused()

    page.get_by_role("searchbox").press_sequentially("siev")

    expect(page.get_by_role("status")).to_have_text("1 post")
    expect(page).to_have_url(f"{home}/search.html?q=siev")


def test_controls_narrow_what_is_found(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html?q=prop")
    status = page.get_by_role("status")
    expect(status).to_have_text("3 posts")
    page.get_by_text("Narrow down").click()

    page.get_by_label("Board").select_option(label="Kilns")
    expect(status).to_have_text("2 posts")
    page.get_by_label("Author").fill("Bo Fenwick")
    expect(status).to_have_text("1 post")
    page.get_by_label("From year").fill("2010")
    expect(status).to_contain_text("No post")
    page.get_by_role("button", name="Start over").click()
    expect(page.locator("#finder-results li")).to_have_count(0)


def test_names_are_offered_while_typing(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html?author=mar")

    page.get_by_label("Author").press("End")
    page.get_by_label("Author").press_sequentially("r")

    expect(page.locator("#finder-names option")).to_have_attribute("value", "Ilse Marrow")


def test_keys_walk_the_results(search: Search, page: Page) -> None:
    search("prop")
    links = page.locator("#finder-results a")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_what_was_posted_stays_text(search: Search, page: Page) -> None:
    search("hostile")

    expect(page.locator("#finder-results img, #finder-results script")).to_have_count(0)
    expect(page.locator("#finder-results h2")).to_have_text(HOSTILE)
    expect(page.locator("#finder-results bdi").first).to_have_text(f"{HOSTILE} __proto__")
    assert page.title() == "Search · Clay"


def test_a_missing_part_is_said(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/terms-*", lambda route: route.abort())

    page.goto(f"{home}/search.html?q=ash")

    expect(page.get_by_role("status")).to_contain_text("does not load")
    page.unroute("**/search/terms-*")
    page.get_by_role("searchbox").press_sequentially(" glaze")
    expect(page.get_by_role("status")).to_have_text("2 posts")
    context.close()


def test_without_javascript_the_page_leads_to_the_indexes(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/search.html")

    expect(page.get_by_role("searchbox")).to_have_count(0)
    for name in ("Boards", "Threads", "Authors"):
        page.goto(f"{home}/search.html")
        page.get_by_role("main").get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(name)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "prop&author=bo"])
def test_the_page_is_accessible(page: Page, home: str, scheme: str, query: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{home}/search.html?q={query}")
    if query:
        expect(page.locator("#finder-results li")).not_to_have_count(0)

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


def test_the_browser_finds_words_and_reads_numbers_as_the_examples_say(page: Page) -> None:
    page.add_script_tag(path=ROOT / "themes/plain/static/search-index.js")
    texts = [example["text"] for example in VECTORS["words"]]
    units = [example["units"] for example in VECTORS["numbers"]]
    words = page.evaluate("texts => texts.map(threadsiteSearch.words)", texts)
    numbers = page.evaluate("all => all.map((u) => [...threadsiteSearch.numbers(u)])", units)

    assert [" ".join(found) for found in words] == [e["words"] for e in VECTORS["words"]]
    assert numbers == [example["numbers"] for example in VECTORS["numbers"]]
