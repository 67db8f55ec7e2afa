"""Searches of a built site, asked in Chromium: what they find, load and take of time."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Response

from threadsite.serve.live import Live
from threadsite.serve.server import running

SHOWN = 5
"""Results of which what is shown of them is loaded."""
AGAIN = 3
"""Times that a query is asked again, of which the shortest counts."""
SETTLED = 200
"""Milliseconds until all that was loaded is known of."""
PART = 206
"""The status of an answer that is a part."""
OURS = """async ([query, count]) => {
  const began = performance.now();
  window.asked ??= threadsiteSearch.open(new URL("search/", document.baseURI).href);
  const wishes = { query, has: [], order: "best" };
  const posts = await (await threadsiteSearch.find(await window.asked, wishes)).read(count);
  const found = posts.map(({ path, anchor }) => `${path}#${anchor}`);
  return [performance.now() - began, found];
}"""
THEIRS = """async ([query, count]) => {
  const began = performance.now();
  const pagefind = await import(new URL("pagefind/pagefind.js", document.baseURI).href);
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, count).map((result) => result.data()));
  return [performance.now() - began, pages.map(({ url }) => url.replace(/^\\//, ""))];
}"""


@dataclass(frozen=True, slots=True)
class Search:
    """A search of the site in *root*: where it is asked, and how."""

    root: Path
    page: str
    script: str

    def ask(self, page: Page, query: str) -> tuple[float, list[str]]:
        """How many milliseconds *query* takes, and the addresses of what it finds first."""
        taken, found = page.evaluate(self.script, [query, SHOWN])
        return float(taken), found


@dataclass(frozen=True, slots=True)
class Cost:
    """What a query costs who has never been on the site: bytes as they travel, and milliseconds;
    and those of the same query asked again."""

    bytes: int
    cold: float
    warm: float


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address at which the site in *root* is served meanwhile."""
    live = Live()
    live.built(root)
    with running(live, "127.0.0.1", 0) as server:
        yield server.url


def cost(browser: Browser, search: Search, home: str, query: str) -> Cost:
    """What *query* costs at *home*, where the site of *search* is."""
    with browser.new_context() as context:
        page = context.new_page()
        answers: list[Response] = []

        def seen(answer: Response) -> None:
            answers.append(answer)

        page.on("response", seen)
        page.goto(home + search.page)
        page.wait_for_load_state("load")
        cold, _ = search.ask(page, query)
        warm = min(search.ask(page, query)[0] for _ in range(AGAIN))
        page.wait_for_timeout(SETTLED)
        loaded = sum(_size(answer, home, search.root) for answer in answers)
    return Cost(loaded, cold, warm)


def _size(answer: Response, home: str, root: Path) -> int:
    """The bytes of *answer*, compressed where it is whole: nobody compresses parts."""
    if answer.status == PART:
        return int(answer.headers["content-length"])
    file = root / unquote(urlsplit(answer.url.removeprefix(home)).path)
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0
