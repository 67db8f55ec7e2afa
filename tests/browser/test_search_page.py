"""The search page under the reader's hands: typing, narrowing down, keys, coming back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

if TYPE_CHECKING:
    from searching import Search

pytest_plugins = ["searching"]
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


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
    page.get_by_role("combobox", name="Author").fill("Bo Fenwick")
    expect(status).to_have_text("1 post")
    page.get_by_label("From year").fill("2010")
    expect(status).to_have_text("No post found")
    page.get_by_role("button", name="Start over").click()
    expect(page.locator(".group")).to_have_count(0)
    expect(page).to_have_url(f"{home}/search.html")


def test_only_what_posts_hold_is_offered(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html?q=prop")
    page.get_by_text("Narrow down").click()

    expect(page.get_by_role("checkbox")).to_have_count(2)
    page.get_by_role("checkbox", name="code").check()
    expect(page).to_have_url(f"{home}/search.html?q=prop&has=code")
    expect(page.get_by_role("status")).to_have_text("1 post")


def test_a_name_is_offered_while_it_is_typed(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html")
    page.get_by_text("Narrow down").click()
    field = page.get_by_role("combobox", name="Author")

    field.press_sequentially("mar")
    option = page.locator("#finder-names").get_by_role("option")
    expect(option).to_have_text("Ilse Marrow9 posts")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "finder-name-0")
    page.keyboard.press("Enter")

    expect(field).to_have_value("Ilse Marrow")
    expect(page.locator("#finder-names").get_by_role("option")).to_have_count(0)
    expect(page.locator(".chips")).to_have_text('from:"Ilse Marrow"')


def test_a_name_can_be_taken_by_hand_and_the_list_left_by_escape(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html")
    page.get_by_text("Narrow down").click()
    field = page.get_by_role("combobox", name="Author")

    field.press_sequentially("b")
    expect(page.locator("#finder-names").get_by_role("option")).to_have_text("Bo Fenwick6 posts")
    page.keyboard.press("Escape")
    expect(page.locator("#finder-names").get_by_role("option")).to_have_count(0)
    expect(field).to_have_value("b")
    field.press_sequentially("o")
    page.locator("#finder-names").get_by_role("option").click()
    expect(field).to_have_value("Bo Fenwick")


def test_chips_mirror_what_is_asked_and_take_it_away(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html?q=prop+-helped+from:bo&board=Kilns+/+Wood&first=2009&last=2010")
    chips = page.locator(".chips button")
    expect(chips).to_have_text(["-helped", "from:bo", "in:Wood", "year:2009..2010"])
    expect(page.get_by_role("status")).to_have_text("1 post")

    page.get_by_role("button", name="Leave out from:bo").click()
    expect(page.get_by_role("searchbox")).to_have_value("prop -helped")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.get_by_role("button", name="Leave out year:2009..2010").click()
    page.get_by_role("button", name="Leave out in:Wood").click()
    page.get_by_role("button", name="Leave out -helped").click()

    expect(page).to_have_url(f"{home}/search.html?q=prop")
    expect(chips).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("3 posts")


def test_the_way_back_leads_through_what_was_asked(page: Page, hits: Locator, home: str) -> None:
    page.goto(f"{home}/search.html?q=prop")
    status = page.get_by_role("status")
    expect(status).to_have_text("3 posts")
    page.get_by_text("Newest").click()
    expect(page).to_have_url(f"{home}/search.html?q=prop&order=newest")
    expect(hits.first).to_contain_text("2011")
    page.get_by_role("searchbox").fill("sieve")
    page.get_by_role("searchbox").press("Enter")
    expect(status).to_have_text("1 post")

    page.go_back()
    expect(page.get_by_role("radio", name="Newest")).to_be_checked()
    page.go_back()
    expect(page.get_by_role("radio", name="Best match")).to_be_checked()
    expect(page.get_by_role("searchbox")).to_have_value("prop")
    expect(status).to_have_text("3 posts")


@pytest.mark.parametrize("from_disk", [False, True])
def test_who_comes_back_from_a_post_finds_the_results(
    search: Search, page: Page, hits: Locator, home: str, site: Path, from_disk: bool
) -> None:
    search("drying", at=site.as_uri() if from_disk else home)
    page.get_by_role("searchbox").fill("prop")
    expect(page.get_by_role("status")).to_have_text("3 posts")
    hits.last.click()
    expect(page.locator(".post:target")).to_be_visible()

    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("prop")
    expect(hits).to_have_count(3)


def test_keys_walk_the_results(search: Search, page: Page, hits: Locator) -> None:
    search("prop")
    field = page.get_by_role("searchbox")
    page.keyboard.press("/")
    expect(field).to_be_focused()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(field).to_have_value("prop")
    page.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(page.locator("#finder-hints")).to_be_visible()


def test_enter_opens_the_result_walked_to(search: Search, page: Page) -> None:
    search("warped firing thin")

    page.get_by_role("searchbox").press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator("#p10:target")).to_be_in_viewport()


def test_the_empty_page_teaches_what_can_be_typed(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html")

    page.get_by_role("button", name="from:name").click()
    page.keyboard.type("ilse")

    expect(page.get_by_role("searchbox")).to_have_value("from:ilse")
    expect(page.locator(".chips")).to_have_text("from:ilse")
    expect(page.locator("#finder-hints")).to_be_hidden()


def test_a_misspelt_word_is_offered_as_it_is_spelled_here(
    page: Page, hits: Locator, home: str
) -> None:
    page.goto(f"{home}/search.html?q=cordiertie")
    offer = page.get_by_role("button", name="Did you mean cordierite?")

    expect(page.get_by_role("heading", name="No post has all of this")).to_be_visible()
    expect(offer).to_contain_text("1 post")
    offer.click()
    expect(page).to_have_url(f"{home}/search.html?q=cordierite")
    expect(hits).to_have_count(1)


def test_a_word_that_is_only_guessed_at_is_offered_as_it_is_spelled_here(
    search: Search, page: Page
) -> None:
    assert len(search("shelvs")) == 3

    page.get_by_role("button", name="Did you mean shelves?").click()
    expect(page.locator("#finder-offers button")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text("3 posts")


def test_what_finds_nothing_is_offered_with_less(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html?q=sieve+cordiertie&has=code")

    offers = page.locator("#finder-offers button")
    expect(offers).to_have_text(["Without cordiertie 1 post"])
    offers.click()
    expect(page).to_have_url(f"{home}/search.html?q=sieve&has=code")


def test_where_no_less_would_do_one_word_is_offered(page: Page, home: str) -> None:
    page.goto(f"{home}/search.html?q=cordiertie+sieve&has=image")

    offers = page.locator("#finder-offers button")
    expect(offers).to_have_text(["Did you mean cordierite? 1 post", "Only sieve 1 post"])
    offers.first.click()
    expect(page).to_have_url(f"{home}/search.html?q=cordierite")
