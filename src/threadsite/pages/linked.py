"""A thread as linked data: a schema.org DiscussionForumPosting, for search engines."""

from __future__ import annotations

from threadsite import urls
from threadsite.pages.parts import SiteView
from threadsite.rows import AuthorRef, ThreadRow
from threadsite.wording import machine


def posting(site: SiteView, row: ThreadRow) -> dict[str, object]:
    """The thread *row*; what is not known is left out, as addresses are on a site without one."""
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "DiscussionForumPosting",
            "headline": row.title,
            "text": row.excerpt,
            "url": _address(site, urls.thread(row.key)),
            "author": _person(site, row.starter) if row.starter else None,
            "datePublished": machine(row.first) if row.first else None,
            "articleSection": row.board[-1] if row.board else None,
            "keywords": ", ".join(row.tags),
            "commentCount": max(row.posts - 1, 0),
        }
    )


def _person(site: SiteView, author: AuthorRef) -> dict[str, object]:
    address = _address(site, urls.author(author.key))
    return _known({"@type": "Person", "name": author.name, "url": address})


def _address(site: SiteView, path: str) -> str | None:
    return urls.absolute(site.url, path) if site.url else None


def _known(data: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value not in (None, "")}
