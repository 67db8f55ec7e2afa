"""A built site to search, and a page that may ask nobody but it. A plugin of the search tests."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread as Worker
from urllib.parse import urlencode, urlsplit

import made_archive
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from threadsite.building import build
from threadsite.config import load_site

TOLD = re.compile("post")
Search = Callable[..., list[str]]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small built site."""
    return build(load_site(made_archive.write(tmp_path_factory.mktemp("search")))).output


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """Where the site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    worker = Worker(target=server.serve_forever)
    worker.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    worker.join()
    server.server_close()


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *words: object) -> None:
        """Leave it unsaid."""


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """A page that may ask nobody but the site, and must not complain."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    foreign: list[str] = []
    faults: list[str] = []
    allowed = (home, "file:")
    page.on("request", lambda r: None if r.url.startswith(allowed) else foreign.append(r.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    yield page
    context.close()
    assert (foreign, faults) == ([], [])


@pytest.fixture
def hits(page: Page) -> Locator:
    """The links to posts that are shown."""
    return page.locator(".hits > :not([hidden]) a")


@pytest.fixture
def search(page: Page, hits: Locator, home: str) -> Search:
    """Open the page with a query; the anchors of the posts found, in order."""

    def search(query: str = "", at: str = home, **more: str) -> list[str]:
        page.goto(f"{at}/search.html?{urlencode({'q': query, **more})}")
        expect(page.get_by_role("status")).to_have_text(TOLD)
        addresses = [hit.get_attribute("href") or "" for hit in hits.all()]
        return [urlsplit(address).fragment for address in addresses]

    return search
