"""Slash and Rehash, Slashdot's own software: `#comment_N` in a tree of lists below the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadsite.document import Document
from threadsite.engines.embeds import dialect
from threadsite.engines.engine import Part
from threadsite.engines.html import HtmlEngine
from threadsite.engines.nesting import above
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock
from threadsite.model import Post

TREE = re.compile(r"tree_(\d+)$")
STORY = "body:has(#commentlisting) .fhitem-story, body:has(#commentlisting) .article:has(.intro)"
HIDDEN = "#commentlisting .comment > .cw:not(:has(.commentBody))"


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote, which never says of whom."""
    return [QuoteBlock(walker.blocks(element))]


class Slashdot(HtmlEngine):
    """A story and the comments on it that the page holds."""

    name = "slashdot"
    rules = Rules(
        sign=("commentlisting", "fhitem"),
        identify=("#commentlisting [id^=tree_]", ".fhitem[data-fhid]"),
        title=(
            ".fhitem-story .story-title > a",
            ".fhitem .story-title",
            "h3 a[href*='article.pl']",
            ".title h3::text::match(^[\\s:]*(\\S.*))",
        ),
        title_of_page=r"^(.*?) - [^-]*$",
        thread_id=(
            ".search_comments::attr(href)::match(sid=(\\d+))",
            "[id^=comment_link_]::attr(href)::match(sid=(\\d+))",
            ".commentTop .details a::attr(href)::match(comments\\.pl\\?sid=(\\d+))",
        ),
        thread_in_url=r"/story/(\d\d/\d\d/\d\d/\d+)",
        page_suffix=r"(?:(?<!\.pl)\?|[&#]).*$",
        tags=(".fhitem-story .topic img::attr(alt)", ".article .topic img::attr(alt)"),
        post=f"{STORY}, #commentlisting .comment > [id^=comment_]:has(.commentTop)",
        post_id=(
            "::attr(id)::match(^comment_(\\d+)$)",
            "::attr(id)::match(^firehose-\\d+$)",
        ),
        post_url=("[id^=comment_link_]::attr(href)", ".details a[href*='cid=']::attr(href)"),
        post_title=".commentTop .title a[name]",
        author=(
            ".by > a",
            ".by::text::match(^by\\s+(.+))",
            ".by::match(^by\\s+(.+))",
            ".story-byline > a:not(:has(img))",
            ".story-byline::text::match(\\bby\\s+(\\S[^\\n]*))",
            ".details > a[href*='/~']::match(^([^(]*[^(\\s]))",
            ".details::text::match(^\\s*by\\s+(\\S[^\\n]*?) on )",
            ".details::text::match(^\\s*by\\s+(\\S[^\\n]*))",
            ".details > a",
        ),
        author_id=(".by .uid::match(\\d+)", ".details > a::match(\\((\\d+)\\)$)"),
        author_url=(".by > a::attr(href)", ".details > a[href*='/~']::attr(href)"),
        date=(
            "time[id^=fhtime]::attr(datetime)",
            ".otherdetails",
            "time[id^=fhtime]",
            ".details::text",
        ),
        body=("[id^=comment_body_]", "[id^=text-].p", "[id^=fhbody-]", ".body:has(> .intro)"),
        drop=".substr, .topic",
        signature="[id^=comment_sig_]",
    )
    dialect = dialect(classes={"quote": quote})

    def extract(self, document: Document) -> Iterator[Part]:
        """As any engine, with the number of the comments that the page only hints at."""
        hidden = len(select(document.root, HIDDEN))
        for part in super().extract(document):
            yield replace(part, left_out=(("not in the page", hidden),)) if hidden else part

    def post(self, element: Element, page: Page) -> Post:
        """As any engine; a story of old pages has no number but that of its thread."""
        post, number = super().post(element, page), self.thread_id(page)
        return post if post.id or not number else replace(post, id=f"story-{number}")

    def reply_to(self, element: Element) -> str | None:
        """The comment that this one stands below."""
        return above(element, "li", TREE)
