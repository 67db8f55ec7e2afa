"""The whole road in a browser: search, open a result, follow a quote to its post and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from threadsite.building import build
from threadsite.config import load_site
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump

DUMPS = Path(__file__).parents[2] / "content" / "dumps"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site made of two of the demo's dumps."""
    root = tmp_path_factory.mktemp("road")
    (root / "site.toml").write_text('[site]\ntitle = "Wheel & Ember"\n')
    dumps = [Dump(DUMPS / name, name) for name in ("phpbb3-prosilver", "xenforo2")]
    convert(dumps, root / "content")
    return build(load_site(root)).output


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


def follow_the_quote_and_come_back(page: Page) -> None:
    """From the first post with a quote of a post on this page, to that post, and back."""
    link = page.locator("blockquote.quote > .quote-head a[href^='#p']").first
    quoting = link.locator("xpath=ancestor::article").get_attribute("id")
    quoted = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    assert page.url.endswith(f"#{quoted}")
    assert page.locator(f"#{quoted}").is_visible()
    page.locator(f"#{quoted} footer a[href='#{quoting}']").first.click()
    assert page.url.endswith(f"#{quoting}")


def test_with_script_a_search_leads_to_the_post_and_its_quotes(
    browser: Browser, public: Path
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((public / "index.html").as_uri())
    page.get_by_role("searchbox").fill("drainage")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("link", name="Two-chamber wood kiln").first.click()
    page.wait_for_url("**/t/214-*#p*")

    follow_the_quote_and_come_back(page)

    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()


def test_without_script_the_indexes_lead_there(browser: Browser, public: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((public / "search.html").as_uri())
    page.locator("main").get_by_role("link", name="Threads").click()
    page.get_by_role("link", name="Two-chamber wood kiln").click()

    follow_the_quote_and_come_back(page)

    page.context.close()
