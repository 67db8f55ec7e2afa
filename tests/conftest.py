"""What all tests share: the option that rewrites expected files, and the browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A busy machine is no reason to fail.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
READING = Path(__file__).parent / "sites" / "reading"

Open = Callable[..., "Page"]
"""Opens a page of the site `reading` by its address."""


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept for a user lies in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


class Golden(Protocol):
    """Compares a text with a file, or writes the file under `--update`."""

    def __call__(self, text: str, expected: Path) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the expected files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Hold *text* to the file *expected*; `pytest --update` rewrites the file instead."""

    def compare(text: str, expected: Path) -> None:
        if request.config.getoption("--update"):
            expected.write_text(text, encoding="utf-8", newline="\n")
        assert text == expected.read_text(encoding="utf-8"), f"differs from {expected.name}"

    return compare


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser; without one a test is skipped, and fails where CI runs it."""
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip(f"no {CHROMIUM}")
    return CHROMIUM


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site `reading`, to be opened from disk."""
    from threadsite.archive import Archive
    from threadsite.config import load_site
    from threadsite.markdown import Renderer
    from threadsite.pages import pages
    from threadsite.theme import load_theme

    folder = tmp_path_factory.mktemp("public")
    site = load_site(READING)
    theme = load_theme(site)
    with Archive.open(site.content) as archive:
        files = {
            page.path: theme.render(page).encode()
            for page in pages(site, archive, Renderer().draft)
        }
    static = {f"static/{name}": data for name, data in theme.static_files()}
    for name, data in (files | static).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """A browser without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, folder: Path) -> Iterator[Open]:
    """Opens a page; fails at the end when one asked for anything that is not of the site."""
    contexts = []
    strange: list[str] = []

    def visit(path: str, **settings: object) -> Page:
        options = {"viewport": {"width": 1280, "height": 900}, **settings}
        contexts.append(browser.new_context(**options))  # type: ignore[arg-type]  # by name
        page = contexts[-1].new_page()
        page.on("console", lambda message: strange.append(message.text))
        page.on("request", lambda request: note(request.url))
        page.goto(f"file://{folder / path}")
        return page

    def note(url: str) -> None:
        if not url.startswith((f"file://{folder}", "data:")):
            strange.append(url)

    yield visit
    for context in contexts:
        context.close()
    assert strange == []
