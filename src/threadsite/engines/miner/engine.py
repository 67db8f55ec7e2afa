"""The engine of pages that no other engine claims."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from threadsite.document import Document
from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.engine import Part
from threadsite.engines.html import HtmlEngine
from threadsite.engines.miner.declared import ITEMS, declared
from threadsite.engines.miner.linked import DATA, linked
from threadsite.engines.miner.marks import AUTHOR, AUTHOR_URL, BODY, DATE, POST, Found
from threadsite.engines.miner.mined import mined
from threadsite.engines.page import Page
from threadsite.engines.rules import (
    Element,
    Rules,
    candidates,
    changed,
    detach,
    select_all,
    text_of,
    value,
    worth_while,
)
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock

LONGEST_HEAD = 100
POST_OF_LINK = "a::attr(href)::match(#[a-z_-]*(\\d+)$)"
QUOTES = (
    "quote", "quotes", "quotebox", "quote_box", "quoteblock", "quote-block", "bbcode_quote",
    "bbcode-quote", "bbcode_container", "bbc-block", "bb-quote", "citation",
)  # fmt: skip


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote; what stands before the quoted words, or first in them, may name their author."""
    head = next((child for child in element if child.tag in HEADS), None)
    words = next(element.iterchildren("blockquote"), element)
    author = post = None
    if head is not None and len(text := text_of(head)) <= LONGEST_HEAD:
        author, post = named(text), value(head, POST_OF_LINK)
        detach(head)
    return [QuoteBlock(walker.blocks(words), author, post)]


HEADS = frozenset(("cite", "h4", "h5", "h6"))
SHOWN = ("meta[property='og:title']::attr(content)", "h1")
SITES = (
    "meta[property='og:site_name']::attr(content)",
    "meta[name='application-name']::attr(content)",
    "a[rel~=home], a[href='/']",
)
"""What a page calls its site."""
WAYS = ("[itemtype$=BreadcrumbList]", ".breadcrumbs, .breadcrumb, nav[aria-label=breadcrumb]")
BEHIND = re.compile(r"(\S(?:.*\S)?)\s+[-–—|·•»:]{1,2}\s+")
BEFORE = re.compile(r"\s+[-–—|·•»:]{1,2}\s+(\S.*)")


class Miner(HtmlEngine):
    """Finds posts by what they have in common, and says how sure it is."""

    name = "miner"
    rules = Rules(
        identify="body",
        title_of_page=r"^(.+)$",
        thread_in_url=r"[?&](?:t|tid|topic|topicid|thread|threadid|id)=(\d+)",
        board=(
            "[itemtype$=BreadcrumbList] [itemprop=name]",
            ".breadcrumbs a, .breadcrumb a, nav[aria-label=breadcrumb] a",
        ),
        post=f"[{POST}]",
        post_id=f"::attr({POST})",
        author=f"::attr({AUTHOR})",
        author_url=f"::attr({AUTHOR_URL})",
        date=f"[{DATE}]::attr({DATE})",
        body=f"[{BODY}]",
    )
    dialect = dialect(dict.fromkeys(QUOTES, quote), {"blockquote": quote})

    def identify(self, document: Document) -> bool:
        """Whether posts are found in *document*."""
        return document.kind == "html" and _mined(document)[1] is not None

    def extract(self, document: Document) -> Iterator[Part]:
        """The posts of *document*, each with how sure it is."""
        page, found = _mined(document)
        # Reading takes the posts apart.
        _mined.cache_clear()
        if found is None:
            return
        # All dates of a page together show whether the day or the month stands first.
        page.root.extend(found.posts)
        changed()
        for part in self.parts(page, found.posts):
            posts = (replace(post, confidence=found.confidence) for post in part.thread.posts)
            thread = replace(part.thread, posts=tuple(posts))
            yield replace(part, thread=thread, confidence=found.confidence)

    def title(self, page: Page) -> str:
        """What the page calls itself where it calls itself the same twice, else its title; without
        what the page says is the name of the site."""
        whole, sites = super().title(page), _sites(page)
        shown = (_bare(one, sites) for one in candidates(page.root, SHOWN))
        same = (one for one in shown if one.casefold() in whole.casefold() and one not in sites)
        return next(same, None) or _bare(whole, sites)


def _sites(page: Page) -> Sequence[str]:
    """What the page calls its site: in its head, in a link to its home, first on the way to it."""
    ways = (value(way, ("[itemprop=name]", "a")) for way in select_all(page.root, WAYS))
    names = (*(value(page.root, one) for one in SITES), *ways)
    return sorted({name for name in names if name}, key=lambda name: (-len(name), name))


def _bare(title: str, sites: Sequence[str]) -> str:
    """*title* without one of *sites* before or behind it, where something parts them."""
    for site in sites:
        if title.endswith(site) and (own := BEHIND.fullmatch(title[: -len(site)])):
            return own[1]
        if title.startswith(site) and (own := BEFORE.fullmatch(title[len(site) :])):
            return own[1]
    return title


@lru_cache(maxsize=1)
def _mined(document: Document) -> tuple[Page, Found | None]:
    """*document* and what is found on it: to know whether it has posts takes finding them."""
    page = Page.of(document, Miner.rules)
    return page, _found(page)


STATED = {ITEMS: declared, DATA: linked}
"""What finds posts that a page states itself, by what such a page has."""


def _found(page: Page) -> Found | None:
    """What holds most posts; of as many, what the page states itself."""
    ways = [find for mark, find in STATED.items() if worth_while(page.root, mark)]
    copies = ((find, copy.deepcopy(page.root)) for find in (*ways, mined))
    found = [posts for find, root in copies if (posts := find(root)) is not None]
    changed()
    return max(found, key=lambda one: len(one.posts), default=None)
