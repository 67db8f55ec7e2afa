"""Pictures: which address is the real one, which are smilies, which only count visitors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from threadsite.markup.nodes import Image, Node, Text
from threadsite.markup.smilies import smiley

if TYPE_CHECKING:
    from threadsite.markup.html import Hook, Walker

# Lazy pages keep the address here and a placeholder in `src`; a proxy keeps the original here.
ADDRESSES = (
    "data-url",
    "data-original",
    "data-src",
    "data-lazy-src",
    "data-lazy",
    "data-echo",
    "data-pagespeed-lazy-src",
)
SMILEY = re.compile(r"smil(?:ie|ey)|emoji|emoticon", re.IGNORECASE)
SMILEY_PATH = re.compile(
    r"[/_-](?:smil(?:es?|ies?|eys?)|emojis?|emoticons?|graemlins?|twemoji)[/_-]", re.IGNORECASE
)
SAYS_NOTHING = frozenset(
    ("", "img", "image", "picture", "photo", "posted image", "user posted image", "attached image")
)
WORD = re.compile(r"\w+")
LONGEST = 2000
TINY = frozenset({"0", "1", "0px", "1px"})


def picture(element: etree._Element, walker: Walker) -> Sequence[Node]:
    """The picture that *element* shows; a smiley is text."""
    if element.get("width") in TINY and element.get("height") in TINY:
        return ()
    alt = element.get("alt") or ""
    addresses = [*filter(None, _addresses(element))]
    if _is_smiley(element, addresses[:1]):
        title = element.get("data-shortname") or element.get("title") or ""
        return (Text(smiley(alt, title, "".join(addresses[:1]))),)
    url = next(filter(None, map(walker.url, addresses)), None)
    if url is None:
        return (Text(alt),) if alt else ()
    words = " ".join(WORD.findall(alt[:LONGEST].lower()))
    return (Image(url, "" if words in SAYS_NOTHING else alt),)


def noscript(element: etree._Element, _: Walker) -> Sequence[Node] | None:
    """Nothing when *element* repeats the lazy picture or player before it."""
    before = element.getprevious()
    lazy = before is not None and before.tag in ("img", "iframe", "picture", "video")
    return () if lazy else None


def _addresses(element: etree._Element) -> Iterator[str]:
    for name in ADDRESSES:
        if value := element.get(name):
            yield value
    if not (source := element.get("src") or "").startswith("data:"):
        yield source
    for name in ("data-srcset", "srcset"):
        yield _widest(element.get(name) or "")


def _widest(srcset: str) -> str:
    """The last address of *srcset*: sets are written from small to large."""
    last = srcset.rstrip(", ").rpartition(", ")[2]
    return last.split()[0] if last.split() else ""


def _is_smiley(element: etree._Element, addresses: Sequence[str]) -> bool:
    named = " ".join(filter(None, (element.get("class"), element.get("data-shortname"))))
    if SMILEY.search(named[:LONGEST]) or element.get("data-shortname"):
        return True
    return any(SMILEY_PATH.search(address[:LONGEST]) for address in addresses)


LEAVES: dict[str, Hook] = {"img": picture, "noscript": noscript}
