"""What the search page finds, and how results show it: over HTTP and opened from disk."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from made_archive import HOSTILE
from playwright.sync_api import Browser, Locator, Page, Route, expect

from threadsite.serve.live import Live
from threadsite.serve.server import running

if TYPE_CHECKING:
    from searching import Search

pytest_plugins = ["searching"]
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]

ROOT = Path(__file__).parents[2]
VECTORS = json.loads((ROOT / "tests/search/vectors.json").read_text(encoding="utf-8"))

POSTS, TERMS = "/search/posts-", "/search/terms-"
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
    ("thread:1 prop", ["p11", "p12"]),
    ("-thread:1 warped", []),
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

    page.get_by_role("link", name="Ilse Marrow").click()

    expect(page.locator("#p10")).to_be_in_viewport()


def test_posts_of_a_thread_stand_together_three_at_first(
    search: Search, page: Page, hits: Locator
) -> None:
    assert len(search("drying")) == 3
    group = page.locator(".group")

    expect(group.get_by_role("heading")).to_have_text("Plate diary")
    expect(group.locator(".facts").first).to_have_text("Diaries")
    group.get_by_role("button", name="2 more in this thread").click()
    expect(hits).to_have_count(5)
    expect(hits.nth(3)).to_be_focused()
    expect(group.get_by_role("button")).to_have_count(0)


def test_the_order_of_time_is_not_broken_by_threads(search: Search, page: Page) -> None:
    assert search("prop", order="oldest") == ["p11", "p20", "p12"]

    titles = ["Warped kiln shelves", "Ash glaze", "Warped kiln shelves"]
    expect(page.locator(".group h2")).to_have_text(titles)


def test_a_title_leads_where_the_first_of_its_posts_does(
    search: Search, page: Page, hits: Locator
) -> None:
    search("warped")
    group = page.locator(".group")

    hit = hits.first.get_attribute("href") or "nowhere"
    expect(group.locator("h2 a")).to_have_attribute("href", hit)


def test_a_thread_without_a_title_still_has_a_name(search: Search, page: Page) -> None:
    search("nameless")

    expect(page.locator(".group h2")).to_have_text("Thread without a title")


def test_a_result_shows_where_the_words_stand(search: Search, page: Page) -> None:
    search("fired slower")
    hit = page.locator(".hits > li")

    expect(hit.locator(".excerpt mark")).to_have_text(["Fire", "slower"])
    expect(hit.locator(".facts")).to_have_text("Bo Fenwick · 2 March 2009")
    expect(page.locator(".group > .facts")).to_have_text("Kilns / Wood")
    assert len(hit.locator(".excerpt").inner_text()) < 300


def test_words_without_spaces_are_marked(search: Search, page: Page) -> None:
    search("新しい窯")

    expect(page.locator(".excerpt mark")).to_have_text(["新しい窯"])


def test_what_was_posted_stays_text(search: Search, page: Page) -> None:
    search("hostile")

    expect(page.locator("#finder-results img, #finder-results script")).to_have_count(0)
    expect(page.locator("#finder-results h2")).to_have_text(HOSTILE)
    expect(page.locator(".hits bdi")).to_have_text(f"{HOSTILE} __proto__")
    assert page.title() == "Search · Clay"


def test_the_browser_finds_words_and_reads_numbers_as_the_examples_say(page: Page) -> None:
    page.add_script_tag(path=ROOT / "themes/plain/static/search-index.js")
    texts = [example["text"] for example in VECTORS["words"]]
    units = [example["units"] for example in VECTORS["numbers"]]
    words = page.evaluate("texts => texts.map(threadsiteSearch.words)", texts)
    numbers = page.evaluate("all => all.map((u) => [...threadsiteSearch.numbers(u)])", units)

    assert [" ".join(found) for found in words] == [e["words"] for e in VECTORS["words"]]
    assert numbers == [example["numbers"] for example in VECTORS["numbers"]]


@pytest.mark.parametrize("query", ["cordierite", '"cordierite too thin"'])
def test_a_server_that_gives_parts_is_asked_for_posts_alone(
    browser: Browser, site: Path, query: str
) -> None:
    live = Live()
    live.built(site)
    asked: list[tuple[str, str | None]] = []
    with running(live, "127.0.0.1", 0) as server:
        page = browser.new_page()
        page.on("request", lambda r: asked.append((r.url, r.headers.get("range"))))
        page.goto(f"{server.url}search.html?q={query}")
        expect(page.locator(".hits .excerpt")).to_have_text(re.compile("Is cordierite too thin"))
        page.close()

    posts, terms = ([part for url, part in asked if kind in url] for kind in (POSTS, TERMS))
    assert len(posts) == 2
    assert terms
    assert all(posts + terms)


MADE = {
    "meta": {"posts": 100, "block": 16, "terms": ["common"], "shards": "0", "authors": []},
    "terms-0": ["terms", "0", 0, "A'", "common rare", ["", "+"]],
    "posts-0": ["posts", 0, 0, "", ["", "p0"], ["", "p1", "", "", [], "", "common rare"]],
}


@pytest.mark.parametrize(("query", "posts"), [('"common rare"', ["p1"]), ("common rare", [])])
def test_a_phrase_does_without_words_of_many_posts(
    page: Page, home: str, query: str, posts: list[str]
) -> None:
    def answer(route: Route) -> None:
        data = MADE[Path(urlsplit(route.request.url).path).stem]
        if isinstance(data, dict):
            data = ["meta", "", {"format": 4, "undated": 0, **data}]
        route.fulfill(body=f"threadsiteSearch({json.dumps(data)[1:-1]})")

    page.route("**/made/*", answer)
    page.goto(f"{home}/search.html")
    found = page.evaluate(
        """async (query) => {
          const index = await threadsiteSearch.open("made/");
          const results = await threadsiteSearch.find(index, { query, has: [], order: "best" });
          return (await results.read(5)).map(({ anchor }) => anchor);
        }""",
        query,
    )

    assert found == posts
