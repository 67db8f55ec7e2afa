"""What the search of the forum that never was costs and finds, beside Pagefind on the same pages.

    python benchmarks/search.py [--size POSTS] [--queries N] [--folder FOLDER]

Both index the same threads and are asked the same queries, in Chromium. What threadsite's index
costs is a whole build, start included, that lacks nothing else. Pagefind finds pages of 20 posts,
threadsite posts: the page of the post looked for counts as much as the post. Where Pagefind is not
installed (`npm install --prefix .bench pagefind`), threadsite is measured alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from playwright.sync_api import Browser, sync_playwright

import tables
from asking import OURS, THEIRS, Search, cost, served
from builders import COMMAND, SEARCHED, prepared
from contenders import Contender, costs, ranking
from forum import POSTS_PER_PAGE, put
from gauge import timed, weighed
from queries import KINDS, Query, known_items
from threadsite.archive.searching import searching

NOBODY = "nobody"
"""In the name of no other maker of sites: none is wanted here."""
MAIN, BODY = '<main id="main"', '<main data-pagefind-body id="main"'
BLANK = "<!doctype html><title>Ask</title>\n"
FRESH = 3
"""Posts that are asked for in browsers that were never on the site."""


def _ours(tree: Path) -> Contender:
    return Contender(
        name="threadsite",
        search=Search(tree / "public", "search.html", OURS),
        index=tree / "public" / "search",
        learned=tree / ".threadsite" / "search.sqlite3",
        folder=tree,
        command=(*COMMAND, "--jobs=1"),
        is_local=True,
    )


def _pagefind(folder: Path, tree: Path) -> Contender | None:
    """Pagefind with a copy of the threads' pages, if it is installed."""
    found = folder.glob("node_modules/@pagefind/*/bin/pagefind*")
    program = next((path for path in found if not path.suffix), None) or shutil.which("pagefind")
    if not program:
        click.echo("Pagefind is not installed: npm install --prefix .bench pagefind", err=True)
        return None
    site = tree.parent / "pagefind"
    shutil.rmtree(site, ignore_errors=True)
    for page in (tree / "public" / "t").glob("*.html"):
        put(site / "t" / page.name, page.read_text(encoding="utf-8").replace(MAIN, BODY))
    return Contender(
        name="Pagefind",
        search=Search(site, "ask.html", THEIRS),
        index=site / "pagefind",
        learned=None,
        folder=site,
        command=(str(program), "--site", str(site), "--silent"),
        is_local=False,
    )


def _index(contender: Contender) -> None:
    contender.forget()
    contender.memory = weighed(contender.command, contender.folder)
    contender.forget()
    contender.time = timed(contender.command, contender.folder)
    put(contender.search.root / "ask.html", BLANK)


def _ask(contender: Contender, browser: Browser, queries: Sequence[Query]) -> None:
    search = contender.search
    with served(search.root) as home:
        page = browser.new_page()
        page.goto(home + search.page)
        for query in queries:
            _, found = search.ask(page, query.text)
            contender.take(query, found)
        fresh = [query.text for query in queries[: FRESH * len(KINDS)]]
        contender.served = [cost(browser, search, home, text) for text in fresh]
    if contender.is_local:
        home = f"{search.root.as_uri()}/"
        contender.local = [cost(browser, search, home, text) for text in fresh]


def _queries(tree: Path, count: int) -> list[Query]:
    with searching(tree / ".threadsite" / "index.sqlite3", POSTS_PER_PAGE) as source:
        entries = [entry for held in source.threads() for entry in source.entries(held.row)]
    # The rows of threads tell who was fastest to read them.
    return known_items(sorted(entries, key=lambda entry: entry.url), count)


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--size", type=click.IntRange(min=1), default=10_000, show_default=True)
@click.option("--queries", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), default=Path(".bench"))
def main(size: int, queries: int, folder: Path) -> None:
    folder = folder.resolve()
    builders = prepared(folder / str(size), size, only=(NOBODY,))
    tree = next(builder.tree for builder in builders if builder.name == SEARCHED)
    timed(COMMAND, tree)
    contenders = [one for one in (_ours(tree), _pagefind(folder, tree)) if one]
    asked = _queries(tree, queries)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for contender in contenders:
            _index(contender)
            _ask(contender, browser, asked)
        browser.close()
    _show(costs(contenders, size))
    _show(ranking(contenders))


def _show(rows: Iterator[tuple[str, ...]]) -> None:
    click.echo("\n".join((*tables.written(rows), "")))


if __name__ == "__main__":
    main()
