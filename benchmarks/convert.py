"""How long it takes to read pages, as a multiple of what lxml alone takes to parse them.

    python benchmarks/convert.py [FOLDER]

reads every page below FOLDER, by default those of the demonstration, from its bytes to the threads
and posts in it. Both are timed on one core, page by page in the same run; the best of the rounds
counts, for what else a computer does makes no round faster.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import lxml.html

from threadsite.conversion import little_collected
from threadsite.document import Document
from threadsite.engines import identify
from threadsite.sources import documents

DEMONSTRATION = Path(__file__).parents[1] / "content" / "dumps"


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("folder", type=click.Path(exists=True, path_type=Path), default=DEMONSTRATION)
@click.option("--rounds", default=3, show_default=True)
def main(folder: Path, rounds: int) -> None:
    pages = list(_pages(folder))
    with little_collected():
        times = [(_seconds(_parse, pages), _seconds(_read, pages)) for _ in range(rounds)]
    parsed, read = map(min, zip(*times, strict=True))
    megabytes = sum(len(page.data) for page in pages) / 1e6
    click.echo(f"{len(pages)} pages, {megabytes:.1f} MB, {sum(map(_read, pages))} posts")
    click.echo(f"lxml parses them in {parsed:.3f} s, threadsite reads them in {read:.3f} s")
    click.echo(f"{read / parsed:.2f} times")


def _pages(folder: Path) -> Iterator[Document]:
    found = documents(folder, name=folder.name)
    return (one for one in found if isinstance(one, Document) and one.kind == "html")


def _parse(page: Document) -> object:
    return lxml.html.document_fromstring(page.data)


def _read(page: Document) -> int:
    """How many posts are read from the bytes of *page*, of which nothing is known yet."""
    fresh = Document(page.dump, page.name, page.data, page.media_type, page.url, page.captured)
    engine = identify(fresh)
    return sum(len(part.thread.posts) for part in engine.extract(fresh)) if engine else 0


def _seconds(work: Callable[[Document], object], pages: list[Document]) -> float:
    gc.collect()
    began = time.process_time()
    for page in pages:
        work(page)
    return time.process_time() - began


if __name__ == "__main__":
    main()
