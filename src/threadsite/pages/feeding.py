"""The feeds of a part of the site, as files beside its first page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from threadsite import urls
from threadsite.feeds import Feed, atom, dated, json_feed
from threadsite.pages.page import File
from threadsite.pages.parts import SiteView
from threadsite.rows import PostRow

FORMS = ((".xml", atom), (".json", json_feed))


def feeds(site: SiteView, page: str, title: str, posts: Iterable[PostRow]) -> Iterator[File]:
    """The feeds of *posts*, newest first: those of what has the *title* and the first page *page*;
    without a title, those of the whole *site*."""
    feed = Feed(
        stem=stem(page),
        page=page,
        site=site.title,
        home=site.url,
        language=site.language,
        title=f"{title} · {site.title}" if title else site.title,
        description="" if title else site.description,
        posts=dated(posts),
    )
    for ending, written in FORMS:
        yield File(feed.stem + ending, written(feed))


def stem(page: str) -> str:
    """Where the feeds of what has the first page *page* are, without their endings."""
    return urls.FEED if page == urls.INDEX else page.removesuffix(".html")
