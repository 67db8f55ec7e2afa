"""Home, the calendar and statistics in a browser: for everyone, with script and without."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import Open

KINDS = ("calendar.html", "statistics.html", "c/03.html", "c/2006-08.html", "index.html")
CONTRAST = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
TAGS = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
TODAY = "2013-02-19T12:00:00"

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


@pytest.mark.parametrize(("scheme", "rules"), [("light", TAGS), ("dark", CONTRAST)])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(
    visit: Open, folder: Path, scheme: str, rules: dict[str, object], width: int
) -> None:
    size = {"width": width, "height": 900}
    page = visit(KINDS[0], viewport=size, color_scheme=scheme, bypass_csp=True)
    found = []
    for path in KINDS:
        page.goto(f"file://{folder / path}")
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        checked = Axe().run(page, options={"runOnly": rules, "preload": False})
        violations = checked.response["violations"]
        found += [(path, v["id"], v["nodes"][0]["html"]) for v in violations]

    assert found == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_is_wider_than_the_window(visit: Open, folder: Path, width: int) -> None:
    page = visit(KINDS[0], viewport={"width": width, "height": 800})
    wide = []
    for path in KINDS:
        page.goto(f"file://{folder / path}")
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)

    assert wide == []


@pytest.mark.parametrize("script", [True, False])
def test_a_bar_of_the_home_page_leads_into_the_calendar(visit: Open, script: bool) -> None:
    page = visit("index.html", java_script_enabled=script)

    page.locator(".life a").first.click()
    page.wait_for_url("**/calendar.html#y*")
    page.locator(".year:target .months a").first.click()
    page.wait_for_url("**/c/*.html")
    assert page.locator(".day").count() > 0

    page.locator(".sheet-of a").first.click()
    assert page.locator(".day:target").count() == 1

    page.locator(".day:target li a").first.click()
    page.wait_for_url("**/t/*#*")
    assert page.locator(".post:target").count() == 1


def test_on_this_day_knows_which_day_it_is(visit: Open) -> None:
    page = visit("about.html")
    page.clock.set_fixed_time(TODAY)
    page.locator("header a.name").click()

    page.locator("a.today").click()

    page.wait_for_url("**/c/02.html#d19")


def test_on_this_day_leads_to_the_days_without_script(visit: Open) -> None:
    page = visit("index.html", java_script_enabled=False)

    page.locator("a.today").click()

    page.wait_for_url("**/c/01.html")
    assert page.locator(".views a").count() == 12


@pytest.mark.parametrize("path", ["statistics.html", "calendar.html"])
def test_nothing_runs_against_the_writing_from_the_right(visit: Open, path: str) -> None:
    page = visit(path, viewport={"width": 390, "height": 800})

    page.evaluate("document.documentElement.dir = 'rtl'")

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    bars = page.locator(".bars").all()
    assert [bar.evaluate("bar => getComputedStyle(bar).scale") for bar in bars] == [
        *["-1 1"] * len(bars)
    ]


def test_the_numbers_of_a_chart_open_without_script(visit: Open) -> None:
    page = visit("statistics.html", java_script_enabled=False)
    numbers = page.locator(".numbers-of").first

    assert not numbers.locator("table").is_visible()
    numbers.locator("summary").click()

    assert numbers.locator("table").is_visible()
    assert numbers.locator("tbody tr").count() > 3
