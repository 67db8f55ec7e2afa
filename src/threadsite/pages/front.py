"""The single pages: home, search, about the archive, and what stands for a missing one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime

from threadsite import urls
from threadsite.archive import OfMonth
from threadsite.feeds import NEWEST
from threadsite.pages.account import account
from threadsite.pages.charts import MonthLink, QuotedPost
from threadsite.pages.feeding import feeds
from threadsite.pages.material import Material
from threadsite.pages.old import forms
from threadsite.pages.page import Page, Piece
from threadsite.pages.parts import SiteView
from threadsite.pages.pictured import pictures
from threadsite.pages.scales import lifeline, year_bars
from threadsite.pages.views import AboutView, HomeView, MissingView, SearchView

FEW = 6
"""How many threads the home page names in each of its lists."""


def home(material: Material) -> Iterator[Piece]:
    """The home page, the feeds of all posts, and the card of the site."""
    archive = material.archive
    months = archive.sums.months()
    view = HomeView(
        path=urls.INDEX,
        description=material.site.description,
        boards=archive.boards(),
        life=lifeline(months),
        random=_random(material.site, months),
        longest=tuple(archive.threads(order="posts", limit=FEW)),
        shared=tuple(archive.threads(order="authors", limit=FEW)),
        quoted=tuple(QuotedPost(*found) for found in archive.sums.quoted(FEW)),
        newest=tuple(archive.threads(limit=FEW)),
    )
    yield material.page(view, material.site.stats.last)
    yield from feeds(material.site, urls.INDEX, "", archive.newest(NEWEST))
    site = material.site
    yield from pictures(material.cards, urls.INDEX, (site.title,), site.stats)


def _random(site: SiteView, months: Sequence[OfMonth]) -> MonthLink | None:
    """A year of *months* by lot, as the calendar has it: always the same for the same archive."""
    years = sorted({month.month // 12 for month in months})
    lot = hashlib.sha256(repr((site.title, site.stats)).encode()).digest()
    year = years[int.from_bytes(lot) % len(years)] if years else None
    return MonthLink(datetime(year, 1, 1), urls.year(year)) if year else None


def search(material: Material) -> Iterator[Page]:
    """The search page, where there is one."""
    archive = material.archive
    if material.site.search:
        view = SearchView(
            path=urls.SEARCH, boards=archive.boards(), years=year_bars(archive.sums.years())
        )
        yield material.page(view)


def about(material: Material) -> Iterator[Page]:
    """The page about the archive."""
    archive = material.archive
    view = AboutView(
        path=urls.ABOUT,
        years=year_bars(archive.sums.years()),
        sources=archive.sources(),
        account=account(archive.content),
    )
    yield material.page(view)


def missing(material: Material) -> Iterator[Piece]:
    """What a host shows in place of an address that does not exist, and what leads on from there:
    the forms that addresses of the forum had."""
    yield material.page(MissingView(path=urls.NOT_FOUND))
    if material.site.old:
        yield forms()
