"""An open page follows what is edited, and shows what went wrong over the last good site."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from threadsite.errors import ThreadsiteError
from threadsite.run import Seen
from threadsite.serve import follow
from threadsite.serve.live import Live
from threadsite.serve.server import Preview, running

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
# As strict as a built page is, and stricter: nothing but its own scripts and styles.
PAGE = """<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>Kettles</title></head><body><h1>{}</h1></body></html>"""

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("chromium")]


@pytest.fixture
def thread(tmp_path: Path) -> Path:
    """The one thread of a site."""
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Kettles"\n')
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "thread.md").write_text("Tea")
    return tmp_path / "content" / "thread.md"


@pytest.fixture
def preview(thread: Path) -> Iterator[Preview]:
    """A preview that follows *thread*."""
    root = thread.parent.parent
    watching = threading.Event()
    stop = threading.Event()
    live = Live()

    def rebuild(_: Collection[Path], seen: Seen) -> None:
        if "<" in (text := thread.read_text()):
            raise ThreadsiteError(f"thread.md:1: no page can hold {text}")
        output = root / "public"
        output.mkdir(exist_ok=True)
        (output / "index.html").write_text(PAGE.format(text))
        seen(output)

    def say(line: str) -> None:
        if line == "watching for changes":
            watching.set()

    rebuild((), live.built)
    follower = threading.Thread(target=follow, args=(root, live, rebuild, say, stop))
    with running(live, "127.0.0.1", 0) as server:
        follower.start()
        assert watching.wait(timeout=20)
        yield server
        stop.set()
        follower.join()


@pytest.fixture
def page(preview: Preview) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        page.goto(preview.url)
        yield page
        browser.close()


def test_an_edit_reloads_the_open_page(page: Page, thread: Path) -> None:
    expect(page.locator("h1")).to_have_text("Tea")

    thread.write_text("Coffee")

    expect(page.locator("h1")).to_have_text("Coffee")


def test_an_error_lies_over_the_last_good_page_until_it_is_mended(page: Page, thread: Path) -> None:
    problem = page.locator("#threadsite-error")

    thread.write_text("<img src=x onerror=alert(1)>")

    expect(problem).to_have_text("thread.md:1: no page can hold <img src=x onerror=alert(1)>")
    expect(problem).to_have_css("position", "fixed")
    expect(page.locator("img")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Tea")

    thread.write_text("Cocoa")

    expect(page.locator("h1")).to_have_text("Cocoa")
    expect(problem).to_have_count(0)


def test_a_page_that_is_opened_after_an_error_shows_it(page: Page, thread: Path) -> None:
    thread.write_text("<b>")
    expect(page.locator("#threadsite-error")).to_be_visible()

    page.reload()

    expect(page.locator("#threadsite-error")).to_be_visible()
    expect(page.locator("h1")).to_have_text("Tea")


def test_undoing_the_error_clears_it(page: Page, thread: Path) -> None:
    thread.write_text("<b>")
    expect(page.locator("#threadsite-error")).to_be_visible()

    thread.write_text("Tea")

    expect(page.locator("#threadsite-error")).to_have_count(0)
