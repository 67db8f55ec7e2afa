"""The card of a part of the site, as a file beside its first page."""

from __future__ import annotations

from collections.abc import Iterator

from threadsite import urls
from threadsite.cards import Cards
from threadsite.pages.page import File
from threadsite.rows import BoardRow, Stats, ThreadRow


def pictures(
    cards: Cards | None, page: str, way: tuple[str, ...], of: BoardRow | Stats | ThreadRow
) -> Iterator[File]:
    """The card of what has the first page *page* and the figures *of*; none without *cards*.

    The last title of *way* is its own, those before are of what it is in.
    """
    if cards:
        drawn = cards.draw(way[-1], " · ".join(way[:-1]), of.posts, (of.first, of.last))
        yield File(picture(page), drawn)


def picture(page: str) -> str:
    """Where the card of what has the first page *page* is."""
    return urls.CARD if page == urls.INDEX else page.removesuffix(".html") + ".png"
