"""What pages are made of, and how a long list becomes several pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

from threadsite import urls
from threadsite.archive import Archive
from threadsite.archive.facts import folded
from threadsite.archive.figures import flat
from threadsite.cards import Cards
from threadsite.config import FeedsTable, Site
from threadsite.language.wording import capture
from threadsite.markdown.drafts import Draft, Target
from threadsite.pages.kept import Kept
from threadsite.pages.page import Page
from threadsite.pages.parts import Pager, PagerLink, Rendered, SiteView
from threadsite.pages.views import View
from threadsite.rows import BoardRef, BoardRow, TopicRef, TopicRow

T = TypeVar("T")
Address = Callable[[int], str]
"""The address of a page of a list, by its number."""
Render = Callable[[str], Draft]
"""Drafts Markdown as harmless HTML."""
Span = tuple[datetime | None, datetime | None]
"""The first and the last date on a page."""

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
NEAR = 2
"""How many pages on each side of the present one a pager names."""


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """One page of a list."""

    number: int
    path: str
    rows: tuple[T, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Material:
    """The archive with all that is needed to make its pages."""

    archive: Archive
    site: SiteView
    rows_per_page: int
    render: Render
    boards: dict[tuple[str, ...], BoardRow]
    """Every board, each before those inside it, by the titles that lead to it."""
    tags: dict[str, TopicRow]
    """Every tag by its folded name."""
    feeds: FeedsTable
    """What has feeds of its own."""
    cards: Cards | None = None
    """What draws pictures for links; None where nobody asks for them."""

    def way_to(self, board: tuple[str, ...]) -> tuple[BoardRef, ...]:
        """The boards from the outermost down to *board*."""
        rows = (self.boards[board[:depth]] for depth in range(1, len(board) + 1))
        return tuple(BoardRef(row.key, row.title) for row in rows)

    def tagged(self, tags: Iterable[str]) -> tuple[TopicRef, ...]:
        """The topics that *tags* name, each once."""
        found = (self.tags.get(folded(tag)) for tag in tags)
        return tuple(dict.fromkeys(TopicRef(topic.key, topic.name) for topic in found if topic))

    def rendered(
        self, body: Draft, target: Target, path: str, date: datetime | None = None
    ) -> Rendered:
        """*body*, of the *date*, as the HTML that templates take on the page *path*."""
        kept = Kept(self.archive.content, path)

        def address(url: str) -> str | None:
            page = self.archive.finder.page(url)
            return urls.relative(path, page) if page else kept.link(url)

        return Rendered(body.html(target, address, kept.picture, partial(capture, date=date)))

    def page(self, view: View, changed: datetime | None = None) -> Page:
        """The page that shows *view*, where the newest thing is of the date *changed*."""
        return Page(view.path, f"{view.kind}.html", view, view.kind, self.site, changed)

    def leaves(
        self, rows: Iterator[T], total: int, address: Address, spans: Sequence[Span] = ()
    ) -> Iterator[Leaf[T]]:
        """The pages that *total* *rows* fill; an empty list has one page too.

        *spans* are the dates of each, for the pager.
        """
        count = urls.page_count(total, self.rows_per_page)
        for number in range(1, count + 1):
            batch = tuple(islice(rows, self.rows_per_page))
            yield Leaf(number, address(number), batch, pager(address, number, count, spans))


def material(site: Site, archive: Archive, render: Render, cards: Cards | None = None) -> Material:
    """What the pages of *site* are made of."""
    boards = {board.path: board for board in flat(archive.boards())}
    rows = site.settings.build.rows_per_page
    tags = {folded(topic.name): topic for topic in archive.topics() if topic.kind == "tag"}
    view, feeds = site_view(site, archive), site.settings.feeds
    return Material(archive, view, rows, render, boards, tags, feeds, cards)


def site_view(site: Site, archive: Archive) -> SiteView:
    """What every page may say of *site*."""
    said = site.settings.site
    language = said.language.partition("-")[0].lower()
    return SiteView(
        title=said.title,
        description=said.description,
        language=said.language,
        direction="rtl" if language in RIGHT_TO_LEFT else "ltr",
        url=said.url.rstrip("/") + "/" if said.url else None,
        contact=said.contact,
        stats=archive.stats(),
        tags=any(topic.kind == "tag" for topic in archive.topics()),
        policy=policy(site.settings.privacy.images == "load"),
        search=site.settings.search.enabled,
        old=bool(archive.old),
        card=urls.CARD if said.url and site.settings.cards.of != "none" else "",
    )


def policy(foreign_images: bool) -> str:
    """A content security policy: nothing runs, loads or shows that is not of the site itself."""
    images = "img-src 'self' data:" + (" https: http:" if foreign_images else "")
    own = (f"{kind}-src 'self'" for kind in ("script", "style", "font", "media", "connect"))
    rest = ("default-src 'none'", images, "form-action 'self'", "base-uri 'none'")
    return "; ".join((*rest, *own))


def pager(address: Address, number: int, count: int, spans: Sequence[Span] = ()) -> Pager | None:
    """Page *number* of *count* and its neighbours; None when there is one page only."""
    if count == 1:
        return None

    def link(page: int) -> PagerLink:
        first, last = spans[page - 1] if spans else (None, None)
        return PagerLink(page, address(page), first, last)

    return Pager(
        number=number,
        count=count,
        first=link(1) if number > 1 else None,
        previous=link(number - 1) if number > 1 else None,
        next=link(number + 1) if number < count else None,
        last=link(count) if number < count else None,
        links=tuple(link(page) if page else None for page in _named(number, count)),
    )


def _named(number: int, count: int) -> Iterator[int | None]:
    near = range(number - NEAR, number + NEAR + 1)
    shown = sorted({page for page in (1, *near, count) if 1 <= page <= count})
    for before, page in zip([0, *shown], shown, strict=False):
        # One page left out takes no more room than the sign for it.
        if page - before == 2:
            yield page - 1
        elif page - before > 2:
            yield None
        yield page
