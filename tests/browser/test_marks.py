"""The words looked for, marked in the post that a result leads to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

if TYPE_CHECKING:
    from searching import Search

pytest_plugins = ["searching"]
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


@pytest.fixture
def marks(page: Page) -> Locator:
    """The marked words."""
    return page.locator("mark")


@pytest.mark.parametrize("from_disk", [False, True])
def test_a_result_leads_to_its_post_with_the_words_marked(
    search: Search, page: Page, marks: Locator, home: str, site: Path, from_disk: bool
) -> None:
    search("fired slow", at=site.as_uri() if from_disk else home)

    page.locator(".hits a").click()

    expect(marks).to_have_text(["Fire", "slower"])
    expect(page.locator("#p11:target mark")).to_have_count(2)
    expect(page.locator("#p11")).to_be_in_viewport()


def test_the_address_is_that_of_the_post_alone(page: Page, marks: Locator, home: str) -> None:
    page.goto(f"{home}/t/1.html?marks=prop#p11")

    expect(marks).to_have_text("prop")
    expect(page).to_have_url(f"{home}/t/1.html#p11")
    number = page.locator("#p11 .number")
    assert number.evaluate("link => link.href") == f"{home}/t/1.html#p11"
    page.reload()
    expect(marks).to_have_text("prop")


@pytest.mark.parametrize("way", ["button", "key"])
def test_marks_can_be_cleared(page: Page, marks: Locator, home: str, way: str) -> None:
    page.goto(f"{home}/t/1.html?marks=fire+slower#p11")
    expect(marks).to_have_count(2)
    words = page.locator("#p11 .body").inner_text()

    if way == "button":
        page.get_by_role("button", name="Clear").click()
    else:
        page.keyboard.press("Escape")

    expect(marks).to_have_count(0)
    expect(page.get_by_role("group", name="The words looked for")).to_have_count(0)
    assert page.locator("#p11 .body").inner_text() == words
    page.reload()
    expect(page.locator("#p11")).to_be_visible()
    expect(marks).to_have_count(0)


def test_a_button_leads_through_the_marks_into_folds(page: Page, marks: Locator, home: str) -> None:
    page.goto(f"{home}/t/9.html?marks=porcelain#p90")
    bar = page.get_by_role("group", name="The words looked for")
    expect(bar).to_contain_text("2")

    bar.get_by_role("button", name="Next").click()
    expect(marks.first).to_be_in_viewport()
    expect(marks.last).not_to_be_visible()
    bar.get_by_role("button", name="Next").click()
    expect(marks.last).to_be_in_viewport()
    expect(bar).to_contain_text("2 / 2")


MARKED = [
    ("p11", "PROP", ["prop"]),
    ("p11", "pro", []),
    ("p21", "c++ café", ["café", "C++"]),
    ("p30", "печь", ["печь"]),
    ("p40", "الطِّين", ["الطِّين"]),
    ("p50", "東京 窯", ["東京", "窯"]),
    ("p60", "<img .* onerror", ["<img", "onerror"]),
]


@pytest.mark.parametrize(("anchor", "words", "found"), MARKED, ids=str)
def test_whole_words_are_marked_in_any_script(
    page: Page, marks: Locator, home: str, anchor: str, words: str, found: list[str]
) -> None:
    path = f"{home}/t/{anchor[1]}.html"
    page.goto(path)
    address = page.evaluate("(marks) => `?${new URLSearchParams({ marks })}`", words)
    page.goto(f"{path}{address}#{anchor}")

    expect(marks).to_have_text(found)


@pytest.mark.parametrize(
    "address", ["?marks=prop", "?marks=prop#p99", "?marks=#p11", "?marks=a#%E0"]
)
def test_without_a_post_or_words_nothing_is_marked(
    page: Page, marks: Locator, home: str, address: str
) -> None:
    page.goto(f"{home}/t/1.html{address}")

    expect(page.locator("#p11")).to_be_visible()
    expect(marks).to_have_count(0)
    expect(page.get_by_role("button", name="Clear")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_accessible(page: Page, marks: Locator, home: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{home}/t/1.html?marks=fire+slower#p11")
    expect(marks).to_have_count(2)

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
