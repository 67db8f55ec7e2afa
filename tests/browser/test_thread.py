"""What a thread's page offers beside its posts: ways to find one, to leave out others, to cite."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from conftest import Open

LONG = "t/101-the-tenor-that-would-not-settle-a-log-from-first-pour-to-first-ring.html"
SECOND = LONG.replace(".html", ".2.html")
TABLE = "t/102-reading-the-partials-a-table-a-program-and-an-argument.html"
DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAIBADs="

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


def seen(page: Page) -> int:
    """How many posts can be seen."""
    return page.locator(".post:visible").count()


def focused(page: Page) -> str | None:
    return page.locator(":focus").get_attribute("type")


def chosen(page: Page, selector: str) -> None:
    """Choose the text of the element *selector*, as with the mouse."""
    page.locator(selector).first.evaluate("(node) => getSelection().selectAllChildren(node)")
    page.locator(".citing").wait_for()


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds, with where it stands."""
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [(violation["id"], violation["nodes"][0]["html"]) for violation in found]


@pytest.mark.parametrize("script", [True, False])
def test_a_bar_of_the_timeline_leads_to_its_first_post(visit: Open, script: bool) -> None:
    page = visit(LONG, java_script_enabled=script)
    bars = page.locator(".timeline a")
    last = bars.last.get_attribute("href")

    assert last
    assert bars.count() >= 3
    assert "posts" in (bars.first.locator("title").text_content() or "")
    bars.last.click()
    page.wait_for_url(f"**/{last.rpartition('/')[2]}")
    assert page.locator(".post:target").count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_only_the_starter_speaks_when_asked(visit: Open, script: bool) -> None:
    page = visit(LONG, java_script_enabled=script)
    starter = page.locator(".post h2").first.inner_text()
    everyone = seen(page)

    page.locator(".view summary").click()
    page.locator("#only-own").check()
    assert 0 < seen(page) < everyone
    names = page.locator(".post:visible h2").all_inner_texts()
    assert set(names) == {starter}

    page.locator("#only-own").uncheck()
    assert seen(page) == everyone


@pytest.mark.parametrize("script", [True, False])
def test_options_of_which_there_is_none_are_not_offered(visit: Open, script: bool) -> None:
    page = visit(LONG, java_script_enabled=script)
    summary = page.locator(".view summary")
    assert summary.is_visible()

    page.locator(".view div").evaluate("(options) => options.replaceChildren()")
    assert summary.is_visible() == script


def test_a_link_to_a_post_that_is_left_out_shows_it(visit: Open) -> None:
    page = visit(LONG)
    everyone = seen(page)
    page.locator(".view summary").click()
    page.locator(".by select").select_option(index=1)
    assert seen(page) < everyone

    way = page.locator(".post:visible .quote-head a[href^='#']")
    hidden = "(links) => links.findIndex((a) => document.querySelector(a.hash).hidden)"
    way.nth(way.evaluate_all(hidden)).click()
    page.locator(".post:target").wait_for()
    assert seen(page) == everyone
    assert not page.locator(".shown").is_visible()


def test_one_author_can_be_read_alone_and_the_count_is_said(visit: Open) -> None:
    page = visit(LONG)
    everyone = seen(page)
    page.locator(".view summary").click()
    page.locator(".by select").select_option(index=2)

    name = page.locator(".by select").input_value()
    assert set(page.locator(".post:visible h2").all_inner_texts()) == {name}
    assert page.locator(".shown span").inner_text() == f"{seen(page)} / {everyone}"
    page.locator("#only-own").check()
    assert page.locator(".by select").input_value() == ""
    page.locator("#only-own").uncheck()
    page.locator(".by select").select_option(index=1)
    page.locator(".shown button").click()
    assert seen(page) == everyone


@pytest.mark.parametrize("number", ["7", "103"])
def test_a_post_is_reached_by_its_number_on_any_page(visit: Open, number: str) -> None:
    page = visit(LONG)
    page.keyboard.press("g")
    page.keyboard.type(number)
    page.keyboard.press("Enter")
    page.locator(".post:target").wait_for()

    assert page.locator(".post:target .number").inner_text() == f"#{number}"


def test_from_the_last_page_the_first_is_reached_too(visit: Open) -> None:
    page = visit(SECOND)
    page.keyboard.press("g")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    page.locator(".post:target").wait_for()

    assert page.url.endswith(f"{LONG}#p1002")


def test_keys_walk_posts_and_pages(visit: Open) -> None:
    page = visit(LONG)
    for key in "jjk":
        page.keyboard.press(key)
    box = page.locator("#p1001").bounding_box()
    assert box
    assert abs(box["y"]) < 60

    page.keyboard.press("/")
    assert focused(page) == "search"
    page.keyboard.type("njk")
    assert page.locator(":focus").input_value() == "njk"
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_url(f"**/{SECOND}")
    page.keyboard.press("p")
    page.wait_for_url(f"**/{LONG}")


def test_keys_are_told_and_can_be_switched_off(visit: Open) -> None:
    page = visit(LONG)
    page.keyboard.press("?")
    sheet = page.locator(".sheet")
    assert sheet.is_visible()
    assert sheet.locator("kbd").all_inner_texts() == ["j", "k", "n", "p", "g", "/", "?"]

    sheet.locator("input").uncheck()
    page.keyboard.press("Escape")
    assert not sheet.is_visible()
    page.keyboard.press("j")
    assert page.evaluate("scrollY") == 0

    page.goto(page.url)
    page.keyboard.press("?")
    assert not sheet.is_visible()
    page.locator(".view summary").click()
    page.locator(".keys").click()
    assert sheet.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_code_can_be_copied_where_there_is_script(visit: Open, script: bool) -> None:
    page = visit(TABLE, java_script_enabled=script, permissions=["clipboard-write"])
    code = page.locator(".body pre").first
    buttons = page.locator(".body .copy")

    assert code.is_visible()
    assert buttons.count() == (page.locator(".body pre").count() if script else 0)
    if script:
        page.evaluate("navigator.clipboard.writeText = async (text) => { window.taken = text; }")
        code.hover()
        buttons.first.click()
        assert page.evaluate("window.taken") == code.text_content()
        assert buttons.first.inner_text() == "Copied"


def test_chosen_words_can_be_cited_with_author_and_address(visit: Open) -> None:
    page = visit(LONG)
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.taken = text; }")
    chosen(page, "#p1002 .body > p")
    link, cite = page.locator(".citing button").all()

    link.click()
    assert page.evaluate("window.taken").endswith(f"{LONG}#p1002")
    cite.click()
    taken = page.evaluate("window.taken")
    author = page.locator("#p1002 h2").inner_text()
    assert f"— {author}, “{page.locator('h1').inner_text()}”" in taken
    assert taken.rstrip().endswith("#p1002")
    page.evaluate("getSelection().removeAllRanges()")
    page.locator(".citing").wait_for(state="hidden")


def test_the_buttons_for_chosen_words_come_next_by_keyboard(visit: Open) -> None:
    page = visit(LONG)
    chosen(page, "#p1002 .body")
    box = page.locator(".citing").bounding_box()

    assert page.locator("#p1002 .citing").count() == 1
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    assert "Copy" not in page.evaluate("getSelection().toString()")


def test_a_picture_opens_large_and_closes_by_key(visit: Open) -> None:
    page = visit(LONG)
    page.locator("#p1001 > .body").evaluate(
        """(body, dot) => body.insertAdjacentHTML("beforeend",
          `<a class="picture" href="${dot}"><img src="${dot}" alt="A lathe" width="30"></a>`)""",
        DOT,
    )
    page.locator("a.picture").click()
    assert page.get_by_role("dialog").get_by_alt_text("A lathe").is_visible()
    assert LONG in page.url

    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_what_opens(visit: Open, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900}
    page = visit(LONG, viewport=size, color_scheme=scheme, bypass_csp=True)
    page.locator(".view summary").click()
    page.locator(".by select").select_option(index=1)
    chosen(page, ".post:visible .body")
    found = violations(page)
    page.locator(".keys").click()
    found += violations(page)

    assert found == []


def test_on_a_page_from_right_to_left_time_runs_so_too(visit: Open) -> None:
    page = visit(LONG)
    bars = page.locator(".timeline a")

    def left(place: int) -> float:
        box = bars.nth(place).bounding_box()
        assert box
        return box["x"]

    assert left(0) < left(-1)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert left(0) > left(-1)


def test_on_paper_what_is_folded_is_there(visit: Open) -> None:
    page = visit(TABLE)
    folded = page.locator(".body details > :not(summary)").first
    shown = "(part) => part.checkVisibility()"

    assert not folded.evaluate(shown)
    page.emulate_media(media="print")
    assert folded.evaluate(shown)


def test_with_forced_colours_the_timeline_keeps_its_bars(visit: Open) -> None:
    page = visit(LONG, forced_colors="active")
    fills = "(bars) => bars.map((bar) => getComputedStyle(bar).fill)"
    told = page.locator(".timeline rect").evaluate_all(fills)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert len(set(told)) == 2
    assert ground not in told


def test_who_wrote_most_is_named(visit: Open) -> None:
    page = visit(LONG)
    people = page.get_by_role("list", name="Who wrote most").get_by_role("listitem")
    told = [row.rsplit(maxsplit=1) for row in people.all_inner_texts()]

    assert len(told) == 5
    assert [int(count) for _, count in told] == sorted((int(c) for _, c in told), reverse=True)
    everyone = set(page.locator(".post h2").all_inner_texts())
    assert all(any(name in row for name in everyone) for row, _ in told)
