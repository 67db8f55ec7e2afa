"""The search page in each of its states: seen by all, still, in any language, failing, bare."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

pytest_plugins = ["searching"]
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]

ROOT = Path(__file__).parents[2]
STATES = {
    "empty": "",
    "results": "?q=prop",
    "chips": "?q=prop+-sieve&author=bo&order=newest",
    "nothing": "?q=cordiertie",
}


def test_a_missing_part_is_said_and_can_be_tried_again(browser: Browser, home: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/terms-*", lambda route: route.abort())

    page.goto(f"{home}/search.html?q=ash")

    expect(page.get_by_role("status")).to_contain_text("does not load")
    expect(page.locator("#finder-failed").get_by_role("link", name="Boards")).to_be_visible()
    page.unroute("**/search/terms-*")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("status")).to_have_text("2 posts")
    expect(page.locator("#finder-failed")).to_be_hidden()
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


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_seen_to_move(page: Page, home: str, state: str) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(shift) => { moved += shift.value; })).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(f"{home}/search.html{STATES[state]}")
    page.locator(".hits, #finder-nothing, #finder-hints").and_(
        page.locator(":visible")
    ).first.wait_for()

    assert page.evaluate("moved") < 0.01


PLURALS = [(1, "{count} пост"), (3, "{count} поста"), (5, "{count} постов")]


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 пост"), (22, "22 поста"), (1234, "1 234 поста"), (11, "11 постов")]
)
def test_words_and_numbers_follow_the_language(page: Page, count: int, said: str) -> None:
    examples = [("thousands", "1 234"), ("millions", "1 234 567"), ("month 3", "28 марта 2000 г.")]
    page.set_content('<html lang="ru">')
    page.add_script_tag(path=ROOT / "themes/plain/static/search-words.js")
    page.evaluate(
        """([examples, plurals]) => {
            const label = (name, text, number) => {
                const line = document.createElement("p");
                Object.assign(line.dataset, {label: name, ...(number && {number})});
                line.textContent = text;
                return line;
            };
            document.body.append(...examples.map(([name, text]) => label(name, text)));
            document.body.append(...plurals.map(([number, text]) => label("posts", text, number)));
            window.said = threadsiteWords(document.body);
        }""",
        [examples, PLURALS],
    )

    assert page.evaluate("(count) => said.label('posts', {count})", count) == said
    assert page.evaluate("said.dated('2009-03-05')") == "5 марта 2009 г."


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_the_page_is_accessible(
    page: Page, hits: Locator, home: str, scheme: str, state: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{home}/search.html{STATES[state]}")
    page.get_by_text("Narrow down").click()
    if state == "empty":
        page.get_by_role("combobox", name="Author").press_sequentially("ma")
        page.locator("#finder-names").get_by_role("option").wait_for()
    elif state == "nothing":
        page.locator("#finder-offers button").wait_for()
    else:
        hits.first.wait_for()

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
