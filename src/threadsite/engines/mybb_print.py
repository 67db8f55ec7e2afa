"""The print view of MyBB: a page of a thread, without numbers of posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from urllib.parse import urljoin

from lxml import etree

from threadsite.engines.html import HtmlEngine
from threadsite.engines.mybbcode import DIALECT
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, select, text_of

LINE = "hr[size='1']"
"""What stands over each post, and is no line that somebody wrote."""
VIEW = f"td:has(> .largetext):has(> {LINE} + strong)"
WAY = ".largetext ~ em, .largetext ~ i"
"""Addresses: of the site, of the boards, of the thread."""
POST, HEAD, BODY = "threadsite-post", "threadsite-head", "threadsite-body"
STEP = re.compile(r"\+-{2,}\s*[^:：]*[:：]\s*(.*?)\s*\(\s*$")


class MyBBPrint(HtmlEngine):
    """What `printthread.php` shows: lines that name a post and its author, then its words."""

    name = "mybb-print"
    rules = Rules(
        sign=("largetext",),
        identify=f"{VIEW}::text::match(\\+--)",
        title_of_page=r"^(.+) - (?:(?! - ).)+$",
        thread_in_url=r"tid=(\d+)|thread-(\d+)",
        page_suffix=r"[?&]page=[^&#]*|#.*$",
        page=".multipage strong",
        pages=".multipage a",
        post=f".{POST}",
        post_title=f".{HEAD} > strong",
        author=(f".{HEAD} > a", f".{HEAD}::text::match(^\\s*-\\s+(.+?)\\s+-\\s*$)"),
        author_id=f".{HEAD} > a::attr(href)::match([?&]uid=(\\d+)|user-(\\d+))",
        author_url=f".{HEAD} > a::attr(href)",
        guest=f".{HEAD}:not(:has(> a))",
        date=f".{HEAD} > strong:last-of-type",
        body=f".{BODY}",
        attachment="fieldset a[href*='attachment.php?aid=']",
        drop="fieldset:has(> legend):not(:has(fieldset))",
    )
    dialect = DIALECT

    def elements(self, page: Page) -> list[Element]:
        """The line above each post together with its words."""
        _address(page)
        lines = [line for view in select(page.root, VIEW) for line in select(view, LINE)]
        posts = [_together(line) for line in lines]
        changed()
        return posts

    def thread_id(self, page: Page) -> str | None:
        """The number in the address behind the title."""
        return next((found for _, at in _way(page) if (found := page.thread_in(at))), None)

    def title(self, page: Page) -> str:
        """The last step of the way to the thread."""
        return next((title for title, at in _way(page) if page.thread_in(at)), super().title(page))

    def board(self, page: Page) -> tuple[str, ...]:
        """The steps before it."""
        return tuple(title for title, at in _way(page) if not page.thread_in(at))


def _address(page: Page) -> None:
    """State where the thread is: the page writes its address below that of the site."""
    site = next(map(text_of, select(page.root, WAY)), "")
    path = next((at for _, at in _way(page) if page.thread_in(at)), None)
    if path:
        address = urljoin(f"{site}/", path.removeprefix("/"))
        etree.SubElement(page.root, "link", {"rel": "canonical", "href": address})


def _way(page: Page) -> Iterator[tuple[str, str]]:
    """The boards, and the thread at the end, each with its address in brackets."""
    for address in select(page.root, WAY):
        before = address.getprevious()
        found = STEP.search(before.tail or "") if before is not None else None
        if found:
            yield found[1], text_of(address)


def _together(line: Element) -> Element:
    """What follows *line* up to the next one, its first line apart."""
    post = etree.Element("div", {"class": POST})
    head, body = etree.SubElement(post, "div", {"class": HEAD}), etree.SubElement(post, "div")
    body.set("class", BODY)
    below = takewhile(lambda one: not _ends(one), [*line.itersiblings()])
    part = head
    for one in below:
        if part is head and one.tag == "br":
            part = body
        part.append(one)
    line.addnext(post)
    return post


def _ends(one: Element) -> bool:
    return (one.tag == "hr" and one.get("size") == "1") or one.get("class") in (POST, "multipage")
