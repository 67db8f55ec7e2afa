"""Reddit as it was until 2018 and still is at its old address: `.thing[data-fullname]`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadsite.engines.embeds import CARD
from threadsite.engines.html import HtmlEngine
from threadsite.engines.nesting import ABOVE
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select, value
from threadsite.markup.links import safe
from threadsite.markup.nodes import Block, Link, Paragraph, Text
from threadsite.model import Thread

WORDS = ".usertext-body"
LINK = "#siteTable > .thing.link:not(.promoted)"
TAGLINE = ".entry .tagline"
COMMENT = ".thing.comment"
WHOLE = re.compile(r"[^?#]*?/comments/\w+/[^/?#]*/?")


class OldReddit(HtmlEngine):
    """A submission, which may be only a link, and the comments on it."""

    name = "oldreddit"
    rules = Rules(
        sign=("data-fullname",),
        identify=("#siteTable .thing[data-fullname]", ".commentarea .thing[data-fullname]"),
        title=f"{LINK} a.title",
        title_of_page=r"^(.*?) : \w+$",
        thread_id=f"{LINK}::attr(data-fullname)::match(^t3_(\\w+)$)",
        thread_in_url=r"/comments/(\w+)",
        page_suffix=r"\?.*$",
        board=".pagename.redditname a",
        tags=f"{LINK} .title > .linkflairlabel",
        locked=f"{LINK}.locked",
        post=f"body:has(.commentarea) {LINK}, .commentarea .thing.comment:has(> .entry {WORDS})",
        post_id="::attr(data-fullname)::match(^t\\d_(\\w+)$)",
        post_url=(
            ".entry a[data-event-action=permalink]::attr(href)",
            ".entry a.bylink::attr(href)",
        ),
        author=f"{TAGLINE} a.author",
        author_id="::attr(data-author-fullname)::match(^t2_\\w+$)",
        author_url=f"{TAGLINE} a.author::attr(href)",
        author_title=f"{TAGLINE} .flair",
        date=(f"{TAGLINE} time:not(.edited-timestamp)::attr(datetime)", f"{TAGLINE} time"),
        edited=f"{TAGLINE} .edited-timestamp::attr(datetime)",
        reply_to=(
            f"::attr({ABOVE})",
            ".entry a[data-event-action=parent]::attr(href)::match(#(\\w+)$)",
        ),
        body=(WORDS, "a.title"),
    )

    def elements(self, page: Page) -> list[Element]:
        """The submission and the comments, each of which bears the id of the one it stands in."""
        for comment in select(page.root, f"{COMMENT} {COMMENT}"):
            outer = next(one for one in comment.iterancestors("div") if _is_comment(one))
            comment.set(ABOVE, value(outer, self.rules.post_id) or "")
        return super().elements(page)

    def thread(self, page: Page) -> Thread:
        """The thread, whose address is that of a page about one of its comments, cut short."""
        thread = super().thread(page)
        match = WHOLE.match(thread.url or "")
        return replace(thread, url=match[0]) if match else thread

    def blocks(self, element: Element, page: Page) -> Sequence[Block]:
        """The words; for a submission without any, a sign that links what was submitted."""
        if select(element, WORDS):
            return super().blocks(element, page)
        url = safe(value(element, "a.title::attr(href)") or "", page.base)
        return (Paragraph((Link(url, (Text(CARD),)),)),) if url else ()


def _is_comment(element: Element) -> bool:
    return {"thing", "comment"} <= set((element.get("class") or "").split())
