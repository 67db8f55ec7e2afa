"""What the miner writes on the tree: which element is a post, and what of it is what."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from threadsite.engines.rules import Element

BODY = "data-threadsite-body"
AUTHOR = "data-threadsite-author"
AUTHOR_URL = "data-threadsite-author-url"
DATE = "data-threadsite-date"
POST = "data-threadsite-post"


@dataclass(frozen=True, slots=True)
class Found:
    """The posts of a page, marked, and how sure it is that they are posts."""

    posts: list[Element]
    confidence: float


def post(
    body: Element,
    *,
    author: str = "",
    author_url: str | None = None,
    date: str = "",
    number: str = "",
) -> Element:
    """A post of the words of *body*, which leaves its place."""
    made = etree.Element("div")
    given = {AUTHOR: author, AUTHOR_URL: author_url, DATE: date, POST: number}
    made.attrib.update({name: value for name, value in given.items() if value})
    body.set(BODY, "")
    made.append(body)
    body.tail = None
    return made
