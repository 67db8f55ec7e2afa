"""Reading in a browser: nothing in the way of anyone, nothing moves, nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from conftest import Open

LONG = "t/101-the-tenor-that-would-not-settle-a-log-from-first-pour-to-first-ring.html"
SECOND = LONG.replace(".html", ".2.html")
TABLE = "t/102-reading-the-partials-a-table-a-program-and-an-argument.html"
ARABIC = "t/103-ترميم-جرس-نحاسي-قديم-من-سوق-المدينة.html"
KINDS = (
    *("index.html", "boards.html", "threads.html", "authors.html", "topics.html", "about.html"),
    *("404.html", "b/the-bench.html", "b/lost-property.html", "k/bronze.html"),
    *("a/1-ilse-marrow.html", "a/7f3b4ef0.html", "t/106-vinegar-or-patience.html"),
    *("t/107-keys-to-the-tower-found.html", "t/flat-17-which-rope-for-a-garth-of-six.html"),
    *(SECOND, TABLE, ARABIC),
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only colours differ between the schemes, and axe takes its time.
RULES = {
    "light": {"type": "tag", "values": TAGS},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
# The element with the focus by its number on the page, and its outline.
FOCUS = """() => {
  const { activeElement: focused } = document;
  if (focused === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  return [[...document.all].indexOf(focused), `${outlineStyle} ${outlineWidth}`];
}"""

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


def top(page: Page, selector: str) -> float:
    """How far the element *selector* is from the top of the window."""
    box = page.locator(selector).bounding_box()
    assert box
    return box["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(visit: Open, folder: Path, scheme: str, width: int) -> None:
    size = {"width": width, "height": 900}
    page = visit(KINDS[0], viewport=size, color_scheme=scheme, bypass_csp=True)
    found = []
    for path in KINDS:
        page.goto(f"file://{folder / path}")
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        checked = Axe().run(page, options={"runOnly": RULES[scheme], "preload": False})
        violations = checked.response["violations"]
        found += [(path, v["id"], v["nodes"][0]["html"]) for v in violations]

    assert found == []


@pytest.mark.parametrize("width", [320, 390, 640, 768, 1280])
def test_no_page_is_wider_than_the_window(visit: Open, folder: Path, width: int) -> None:
    page = visit(KINDS[0], viewport={"width": width, "height": 800})
    wide = []
    for path in KINDS:
        page.goto(f"file://{folder / path}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)

    assert wide == []


@pytest.mark.parametrize("script", [True, False])
def test_a_quote_leads_to_the_quoted_post_and_back(visit: Open, script: bool) -> None:
    page = visit(f"{TABLE}#p2002", java_script_enabled=script)

    page.locator("#p2002 .quote-head a").nth(1).click()
    page.wait_for_url(f"**/{LONG}#p1003")
    assert abs(top(page, "#p1003")) < 60

    page.locator("#p1003 > footer a", has_text="Reading the partials").click()
    page.wait_for_url(f"**/{TABLE}#p2002")
    assert page.locator("#p2002:target").count() == 1


def test_without_script_every_post_is_there(visit: Open) -> None:
    with_script = visit(LONG).locator(".posts .body").all_inner_texts()
    without = visit(LONG, java_script_enabled=False).locator(".posts .body").all_inner_texts()

    assert with_script == without
    assert len(without) > 90


def test_nothing_moves_after_the_first_paint(visit: Open) -> None:
    page = visit(TABLE, viewport={"width": 390, "height": 800})
    shift = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0;
          const watch = (list) => list.getEntries().forEach((entry) => { sum += entry.value; });
          new PerformanceObserver(watch).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 500);
        })"""
    )

    assert shift == 0


def test_the_skip_link_comes_first_and_can_be_seen(visit: Open) -> None:
    page = visit(LONG)
    page.keyboard.press("Tab")
    box = page.locator(":focus").bounding_box()

    assert page.locator(":focus").inner_text() == "Skip to the content"
    assert box
    assert box["height"] > 24


@pytest.mark.parametrize("colours", ["none", "active"])
def test_by_keyboard_alone_one_gets_through_a_page(visit: Open, colours: str) -> None:
    page = visit(TABLE, forced_colors=colours)
    seen = []
    # Past the last element the focus leaves the page.
    for _ in range(300):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        seen.append(focus)

    assert len({place for place, _ in seen}) == len(seen) > 30
    assert [place for place, outline in seen if outline.startswith("none")] == []


def test_a_line_is_of_a_length_to_read(visit: Open) -> None:
    page = visit(LONG)
    per_line = page.evaluate(
        """() => {
          const body = document.querySelector(".body");
          const probe = document.createElement("span");
          probe.textContent = "0";
          body.append(probe);
          return body.getBoundingClientRect().width / probe.getBoundingClientRect().width;
        }"""
    )

    assert 60 <= per_line <= 75


def test_each_paragraph_runs_in_its_own_direction(visit: Open) -> None:
    page = visit(ARABIC, viewport={"width": 390, "height": 800})
    arabic = page.locator("#p3001 .body p").first.evaluate("(p) => getComputedStyle(p).direction")
    answer = page.locator("#p3002 .body > p").last
    words = answer.evaluate(
        """(p) => {
          const range = document.createRange();
          range.selectNodeContents(p);
          return range.getClientRects()[0].left - p.getBoundingClientRect().left;
        }"""
    )

    assert arabic == "rtl"
    assert words < 2


def test_a_right_to_left_site_is_mirrored(visit: Open) -> None:
    page = visit(LONG)
    page.evaluate("document.documentElement.dir = 'rtl'")
    avatar = page.locator("#p1001 .avatar").bounding_box()
    body = page.locator("#p1001 > .body").bounding_box()

    assert avatar
    assert body
    assert avatar["x"] > body["x"] + body["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_on_paper_there_are_posts_and_no_menus(visit: Open) -> None:
    page = visit(LONG)
    page.emulate_media(media="print", color_scheme="dark")

    assert not page.locator("header.site").is_visible()
    assert not page.locator(".pager").first.is_visible()
    assert page.locator("#p1001 > .body").is_visible()
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
