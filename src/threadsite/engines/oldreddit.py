"""Reddit as it was until 2018 and still is at its old address: `.thing[data-fullname]`."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.embeds import CARD
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select, value
from threadsite.markup.links import safe
from threadsite.markup.nodes import Block, Link, Paragraph, Text

WORDS = ".usertext-body"
LINK = "#siteTable > .thing.link:not(.promoted)"
TAGLINE = ".entry .tagline"


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
        reply_to=".entry a[data-event-action=parent]::attr(href)::match(#(\\w+)$)",
        body=(WORDS, "a.title"),
    )

    def blocks(self, element: Element, page: Page) -> Sequence[Block]:
        """The words; for a submission without any, a sign that links what was submitted."""
        if select(element, WORDS):
            return super().blocks(element, page)
        url = safe(value(element, "a.title::attr(href)") or "", page.base)
        return (Paragraph((Link(url, (Text(CARD),)),)),) if url else ()
