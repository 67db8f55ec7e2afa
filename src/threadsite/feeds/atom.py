"""A feed as Atom, which every reader of feeds takes."""

from __future__ import annotations

from html import escape

from threadsite.decoding import clean
from threadsite.feeds.feed import Feed, time
from threadsite.rows import PostRow
from threadsite.urls import post as place

XML = '<?xml version="1.0" encoding="utf-8"?>\n'
NAMESPACE = "http://www.w3.org/2005/Atom"
ENDING = ".xml"


def atom(feed: Feed) -> bytes:
    """*feed* as RFC 4287 has it."""
    page = feed.address(feed.page, ENDING)
    parts = (
        _element("title", feed.title),
        _element("id", feed.id(feed.page)),
        _element("updated", time(feed.updated)),
        _element("link", rel="self", href=feed.address(feed.stem + ENDING, ENDING)),
        _element("link", rel="alternate", type="text/html", href=page),
        _element("subtitle", feed.description) if feed.description else "",
        *(_entry(feed, post) for post in feed.posts),
    )
    opening = f'<feed xmlns="{NAMESPACE}" xml:lang="{escape(clean(feed.language))}">'
    return f"{XML}{opening}\n{''.join(parts)}</feed>\n".encode()


def _entry(feed: Feed, post: PostRow) -> str:
    assert post.created is not None
    parts = (
        _element("title", post.title),
        _element("id", feed.id(place(post))),
        _element("updated", time(post.created)),
        f"<author>{_element('name', post.author.name).strip()}</author>\n",
        _element("link", rel="alternate", type="text/html", href=feed.address(place(post), ENDING)),
        _element("summary", post.excerpt, type="text"),
    )
    return f"<entry>\n{''.join(parts)}</entry>\n"


def _element(name: str, text: str = "", **attributes: str) -> str:
    pairs = "".join(f' {key}="{escape(held)}"' for key, held in attributes.items())
    held = escape(clean(text), quote=False)
    return f"<{name}{pairs}>{held}</{name}>\n" if text else f"<{name}{pairs}/>\n"
