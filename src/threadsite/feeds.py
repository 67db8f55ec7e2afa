"""What machines read of the site: an Atom feed, the sitemap and robots.txt."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from threadsite import urls
from threadsite.config import Site
from threadsite.decoding import clean
from threadsite.rows import PostRow

NEWEST = 50
"""Posts in the feed."""
LARGEST_SITEMAP = 50_000
"""Addresses in one sitemap file; search engines read no more."""

ATOM = "http://www.w3.org/2005/Atom"
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XML = '<?xml version="1.0" encoding="utf-8"?>\n'


def atom(site: Site, posts: Iterable[PostRow]) -> bytes:
    """A feed of *posts*, newest first, all of them with dates."""
    about = site.settings.site
    posts = tuple(posts)
    dates = [post.created for post in posts if post.created]
    parts = (
        _element("title", about.title),
        _element("id", _id(site, urls.INDEX)),
        _element("updated", _time(dates[0] if dates else _epoch())),
        _element("link", rel="self", href=_address(site, urls.FEED)),
        _element("link", rel="alternate", type="text/html", href=_address(site, urls.INDEX)),
        _element("subtitle", about.description) if about.description else "",
        *(_entry(site, post) for post in posts),
    )
    return f'{XML}<feed xmlns="{ATOM}">\n{"".join(parts)}</feed>\n'.encode()


def sitemap(
    home: str, pages: Iterable[tuple[str, datetime | None]], size: int = LARGEST_SITEMAP
) -> Iterator[tuple[str, bytes]]:
    """The sitemap of *pages*, each with the date of what is newest on it, as files: name and text.

    A site of more than *size* pages gets several sitemaps and an index of them.
    """
    rest = iter(pages)
    first = list(islice(rest, size))
    more = list(islice(rest, size))
    if not more:
        yield urls.SITEMAP, _set("urlset", "url", home, first)
        return
    names: list[str] = []
    while first:
        names.append(f"sitemap-{len(names) + 1}.xml")
        yield names[-1], _set("urlset", "url", home, first)
        first, more = more, list(islice(rest, size))
    yield urls.SITEMAP, _set("sitemapindex", "sitemap", home, [(name, None) for name in names])


def robots(home: str | None) -> bytes:
    """Everything may be read; the sitemap is named where the site knows its own *home*."""
    lines = ["User-agent: *", "Allow: /"]
    if home:
        lines.append(f"Sitemap: {urls.absolute(home, urls.SITEMAP)}")
    return "".join(f"{line}\n" for line in lines).encode()


def _entry(site: Site, post: PostRow) -> str:
    place = urls.post(post)
    assert post.created is not None
    parts = (
        _element("title", post.title),
        _element("id", _id(site, place)),
        _element("updated", _time(post.created)),
        f"<author>{_element('name', post.author.name).strip()}</author>\n",
        _element("link", rel="alternate", type="text/html", href=_address(site, place)),
        _element("summary", post.excerpt, type="text"),
    )
    return f"<entry>\n{''.join(parts)}</entry>\n"


def _element(name: str, text: str = "", **attributes: str) -> str:
    pairs = "".join(f" {key}={quoteattr(held)}" for key, held in attributes.items())
    return f"<{name}{pairs}>{escape(clean(text))}</{name}>\n" if text else f"<{name}{pairs}/>\n"


def _address(site: Site, to: str) -> str:
    home = site.settings.site.url
    return urls.absolute(home, to) if home else urls.relative(urls.FEED, to)


def _id(site: Site, to: str) -> str:
    """A name for *to* that stays: its address, or a made one while the site has no home."""
    about = site.settings.site
    if about.url:
        return urls.absolute(about.url, to)
    return f"tag:threadsite.invalid,2000:{quote(clean(about.title))}/{quote(to)}"


def _time(date: datetime) -> str:
    # RFC 3339 wants an offset; -00:00 is its way to say that none is known.
    return date.isoformat(timespec="seconds") + ("-00:00" if date.utcoffset() is None else "")


def _epoch() -> datetime:
    """For a feed without posts: never the time of the build, which no reader of it is after."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)


def _set(root: str, entry: str, home: str, pages: Iterable[tuple[str, datetime | None]]) -> bytes:
    lines = [
        f"<{entry}><loc>{escape(urls.absolute(home, path))}</loc>{_modified(date)}</{entry}>\n"
        for path, date in pages
    ]
    return f'{XML}<{root} xmlns="{SITEMAPS}">\n{"".join(lines)}</{root}>\n'.encode()


def _modified(date: datetime | None) -> str:
    return f"<lastmod>{date.date().isoformat()}</lastmod>" if date else ""
