"""Phorum 5: `#phorum .message`, `.message-body`; before, `.PhorumReadMessageBlock`.

Longer than most, for it reads templates of two generations, by pages and by the message.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from threadsite.document import Document
from threadsite.engines.attribution import said
from threadsite.engines.embeds import dialect
from threadsite.engines.engine import Part
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.quotedlines import cut_note, fold
from threadsite.engines.rules import Element, Rules, changed, select, select_all, text_of, value
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Block, Node, QuoteBlock
from threadsite.model import Attachment, Post, Thread

TOPIC = r"read\.php\?\d+,(\d+)|/read/\d+/(\d+)"
REPLY = r"[?,/](\d+)(?:,\w+=\w+)*#REPLY|,(?:reply|quote),(\d+)"
PROFILE = r"profile\.php\?(?:\d+,)?(\d+)"
BOARD = r"list\.php\?|index\.php\?\d"
COUNT = r"^\s*([\d.,]+)\s*$"
NAMES = (
    ".PhorumReadBodySubject + .PhorumReadBodyHead strong, "
    ".PhorumReadBodyHead + .PhorumReadBodyHead strong"
)
BELOW = ".message-options, .message-moderation, .attachments"
"""What stands in a body below the words."""
NOTE = "edit-note"
"""The class of the line that says when a post was edited."""


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A `<blockquote>`: of BBCode around a box that begins with a name in `<strong>`; of lines
    with a name in `<cite>`."""
    if element.get("class") != "bbcode":
        head = next((child for child in element if child.tag == "cite"), None)
        name = text_of(head) if head is not None else None
        return [QuoteBlock(walker.without(head).blocks(element), name)]
    box = next(element.iterchildren("div"), element)
    label, head = (next(box.iterchildren(tag), None) for tag in ("small", "strong"))
    text = text_of(head) if head is not None else ""
    return [QuoteBlock(walker.without(label, head).blocks(box), said(text) or text or None)]


class Phorum(HtmlEngine):
    """Phorum since 2003: a thread on pages, or one message on each above the tree of all."""

    name = "phorum"
    rules = Rules(
        sign=("phorum", "Phorum"),
        identify=(
            "div#phorum",
            "#footer-plug a[href*='phorum.org']",
            "div.PhorumStdBlock, div.PhorumNavBlock, .PhorumReadMessageBlock",
        ),
        title=(
            "td.message-subject-threaded a",
            "#page-info h1",
            "h1.heading",
            ".PhorumReadBodySubject::text",
            ".PhorumReadBodyHead > strong::match(^(?:Re: ?)*(.+)$)",
        ),
        thread_id=(
            "a[href*=printview]::attr(href)::match(\\?\\d+,(\\d+))",
            f"a[href*='#REPLY']::attr(href)::match({TOPIC})",
            f"td.message-subject-threaded a::attr(href)::match({TOPIC})",
            f".paging a::attr(href)::match({TOPIC})",
        ),
        thread_in_url=TOPIC,
        url=("link[rel=canonical]::attr(href)", "a[href*=printview]::attr(href)"),
        page_suffix=r"(?:,page=\d+|,quote=\d|,printview)+|#.*$",
        board=(
            f"#breadcrumb a::attr(href)::match({BOARD})",
            f".PhorumTitleText a::attr(href)::match({BOARD})",
        ),
        page=(".paging .current-page", ".PhorumNavBlock > strong::match(^\\d+$)"),
        pages=(".paging a::match(^\\d+$)", ".PhorumNavBlock > a::match(^\\d+$)"),
        post=(
            "#phorum:not(:has(form[action*='pm.php'])) div.message:has(.message-body)",
            "div.PhorumReadMessageBlock:has(.PhorumReadBodyText)",
            "div.message:has(> .message-body)",
        ),
        post_id=(
            "a[name^=msg-]::attr(name)::match(\\d+)",
            f".message-options a::attr(href)::match({REPLY})",
            f".PhorumReadNavBlock a::attr(href)::match({REPLY})",
        ),
        post_title=(
            ".PhorumReadBodySubject",
            ".PhorumReadBodyHead:first-child > strong",
            ".generic small > strong",
        ),
        author=(".message-author > a[href*=profile]", ".message-author::text", NAMES),
        author_id=(
            f".message-author a::attr(href)::match({PROFILE})",
            f".PhorumReadBodyHead a::attr(href)::match({PROFILE})",
        ),
        author_url=(
            ".message-author > a[href*=profile]::attr(href)",
            ".PhorumReadBodyHead a[href*=profile]::attr(href)",
        ),
        author_title=".message-user-info > strong",
        date=(
            ".message-date",
            ".generic small:has(> strong)::text",
            ".PhorumReadBodyHead:not(:has(strong))",
        ),
        edited=f".{NOTE}",
        body=(".message-body", ".PhorumReadBodyText"),
        drop=".warning, a[href*='changes.php']",
        attachment=(
            ".attachments a[href]:not([href*='download='])",
            ".PhorumStdBlock > a[href*='file.php']",
        ),
        attachment_name=(
            "::match(^(.+?)\\s*\\([^()]*\\)$)",
            "::attr(href)::match(filename=([^&,#]+))",
        ),
        attachment_url="::attr(href)",
        board_title="#page-info h1",
        board_about="#phorum:not(:has(.message-body)) #page-info .description",
        board_row=(
            "td.forum-name:has(> a)",
            "table.list td:has(h3 > a[href*='list.php']), td:has(> a[href*='index.php'] + p)",
            ".PhorumRowBlock:has(> .PhorumLargeFont a)",
        ),
        board_link=("h3 > a", ".PhorumLargeFont a", "a"),
        board_description=("p", ".PhorumFloatingText"),
        board_end=".PhorumFloatingText a",
        row="table.list tr:has(h4 > a[href*='read.php'])",
        row_thread="h4 > a",
        row_replies=f"td:has(+ td a[href*='read.php'])::match({COUNT})",
        row_views=f"td:has(+ td + td a[href*='read.php'])::match({COUNT})",
        row_sticky="img[src*='/bell.']",
    )
    dialect = dialect(tags={"blockquote": quote})

    def extract(self, document: Document) -> Iterator[Part]:
        """A list counts all messages of a thread, the first as well."""
        for part in super().extract(document):
            thread = part.thread
            if thread.posts or thread.replies is None:
                yield part
            else:
                yield replace(part, thread=replace(thread, replies=max(thread.replies - 1, 0)))

    def elements(self, page: Page) -> list[Element]:
        """Each with the anchor that stands before it."""
        found = super().elements(page)
        for element in found:
            before = element.getprevious()
            if before is not None and before.tag == "a" and before.get("name"):
                element.insert(0, before)
        changed()
        return found

    def thread(self, page: Page) -> Thread:
        """A page with one message and the tree of all is no page of the thread."""
        thread, tree = super().thread(page), select(page.root, "td.message-subject-threaded")
        return replace(thread, pages_seen=(), pages=None, replies=len(tree) - 1) if tree else thread

    def post(self, element: Element, page: Page) -> Post:
        """The first message of a thread has its number."""
        for chrome in list(select_all(element, BELOW)):
            element.append(chrome)
        for body in select(element, self.rules.body):
            etree.SubElement(element, "div", {"class": NOTE}).text = cut_note(body)
        changed()
        post = super().post(element, page)
        current = value(page.root, "td.current a::attr(href)::match((\\d+)(?:#.*)?$)")
        return post if post.id else replace(post, id=current or self.thread_id(page) or "")

    def attachments(self, element: Element, page: Page) -> Iterator[Attachment]:
        """Names out of addresses are written as addresses are."""
        for file in super().attachments(element, page):
            yield replace(file, name=unquote(file.name))

    def blocks(self, element: Element, page: Page) -> Sequence[Block]:
        """Who answers without BBCode quotes as mail does."""
        for body in select(element, self.rules.body):
            fold(body)
        return super().blocks(element, page)
