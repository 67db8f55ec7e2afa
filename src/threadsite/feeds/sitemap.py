"""The sitemap, and robots.txt that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from itertools import islice

from threadsite import urls

LARGEST = 50_000
"""Addresses in one sitemap file; search engines read no more."""

XML = '<?xml version="1.0" encoding="utf-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(
    home: str, pages: Iterable[tuple[str, datetime | None]], size: int = LARGEST
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


def _set(root: str, entry: str, home: str, pages: Iterable[tuple[str, datetime | None]]) -> bytes:
    lines = [
        f"<{entry}><loc>{address}</loc>{_modified(date)}</{entry}>\n"
        for path, date in pages
        for address in (escape(urls.absolute(home, path), quote=False),)
    ]
    return f'{XML}<{root} xmlns="{NAMESPACE}">\n{"".join(lines)}</{root}>\n'.encode()


def _modified(date: datetime | None) -> str:
    return f"<lastmod>{date.date().isoformat()}</lastmod>" if date else ""
