"""Inyoka: `table.topic tr#post-N`, `td.author`, `.postinfo`, `td.post .text`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from threadsite.engines.attribution import said
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, select_all, text_of, value
from threadsite.markup.code import literal
from threadsite.markup.hooks import drop, first
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Block, CodeBlock, Node, QuoteBlock
from threadsite.model import Attachment

TOPIC = r"/topic/([^/?#]+)"
BOARD = r"/(?:forum|category)/[^/?#]+/?$"
MARK = "quote-head"
"""The class of a paragraph that says whom the quote below it quotes."""


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A `<blockquote>`, below its head if it has any."""
    head = element.getprevious()
    if head is None or head.get("class") != MARK:
        return [QuoteBlock(walker.blocks(element))]
    name = value(head, "a[href*='/user/']") or said(text_of(head))
    post = value(head, "a::attr(href)::match(/post/(\\d+))")
    return [QuoteBlock(walker.blocks(element), name, post)]


def listing(element: Element, _: Walker) -> Sequence[Node] | None:
    """Code, in the last cell of a table that numbers its lines."""
    found = first(element, "code")
    inner = next(found.iter("pre"), found) if found is not None else None
    return [CodeBlock(literal(inner))] if inner is not None else None


class Inyoka(HtmlEngine):
    """Inyoka since 2007."""

    name = "inyoka"
    rules = Rules(
        sign=("nyoka",),
        identify=(
            "table.topic tr[id^=post-] > td.post",
            ".forum-post[id^=post-] .forum-post-heading",
            "table.forum td.topic, table.forum td.forum",
        ),
        title=(".topic_box h2", ".breadcrumb li:last-child"),
        title_of_page=r"^(.+?) › ",
        thread_id=(
            "link[rel=alternate]::attr(href)::match(/feeds/topic/([^/]+)/)",
            "a.action_reply::attr(href)::match(/topic/([^/]+)/reply)",
            f".breadcrumb li:last-child a::attr(href)::match({TOPIC})",
            f".pathbar a::attr(href)::match({TOPIC})",
        ),
        thread_in_url=TOPIC,
        url=(
            "link[rel=canonical]::attr(href)",
            ".breadcrumb li:last-child a[href*='/topic/']::attr(href)",
            ".pathbar a[href*='/topic/']::attr(href)",
            ".breadcrumb li:last-child a::attr(href)",
        ),
        page_suffix=r"(?<=/)\d+/?(?=[?#]|$)|[?#].*$",
        board=(
            f".breadcrumb a::attr(href)::match({BOARD})",
            f".pathbar a::attr(href)::match({BOARD})",
        ),
        page=".topic_box .pagination .active",
        pages=(".topic_box .pagination a.pageselect", ".pagination a.pageselect"),
        post=(
            "table.topic tr:not(.hidden)::attr(id)::match(^post-\\d+$)",
            ".forum-post[id^=post-]",
        ),
        post_id="::attr(id)::match(\\d+)",
        post_url=(".postinfo > a::attr(href)", ".forum-post-heading .pull-right a::attr(href)"),
        author=(".username > a", ".author .username", ".forum-post-heading > a"),
        author_url=(".username > a::attr(href)", ".forum-post-heading > a::attr(href)"),
        author_title=".member_title::match(^[^(].*)",
        avatar="img.avatar::attr(src)",
        date=("time::attr(datetime)", ".postinfo > a::match(^[^(]+)"),
        edited=".postinfo > a::match(\\((.+)\\))",
        body=("td.post > .text", ".forum-post-body", "td.post .text"),
        drop=".edited, .moderated, a.headerlink",
        signature=".signature",
        attachment=".attachments li, .attachments dd:not(.comment)",
        attachment_name=("dt::match(^(.+?)\\s*\\([^()]*\\)$)", "a[href]", "img::attr(alt)"),
        poll="table.poll",
        poll_question="caption",
        poll_choice="tr",
        poll_answer="td",
        poll_votes="td.votes",
        locked=".button-group[data-toggle=tooltip][title]",
        board_title="table.forum th.category::text",
        row="table.forum tr:has(> td.topic .topic_title)",
        row_thread=".topic_title > a",
        row_board=f"td > a::attr(href)::match({BOARD})",
        row_replies="td.post_count",
        row_views="td.view_count",
        row_sticky=(".icon .sticky", "::attr(class)::match(\\bsticky\\b)"),
        row_locked=".icon .locked",
    )
    dialect = dialect(
        {"syntax": listing, "syntaxtable": listing, MARK: drop}, {"blockquote": quote}
    )

    def attachments(self, element: Element, page: Page) -> Iterator[Attachment]:
        """The name of a file stands above it."""
        for file in select_all(element, ".attachments dd:not(.comment)"):
            names = [one for one in file.itersiblings(preceding=True) if one.tag == "dt"]
            if names:
                file.append(names[0])
                changed()
        return super().attachments(element, page)

    def blocks(self, element: Element, page: Page) -> Sequence[Block]:
        """A quote has no head of its own: a line before it says whose words it has."""
        for words in select_all(element, "blockquote"):
            head = words.getprevious()
            if head is not None and not (head.tail or "").strip() and _is_head(head):
                head.set("class", MARK)
        return super().blocks(element, page)


def _is_head(element: etree._Element) -> bool:
    """Whether *element* says "Juno wrote:" and nothing else."""
    text = text_of(element)
    return element.tag == "p" and text.endswith(":") and said(text) is not None
