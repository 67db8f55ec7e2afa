"""Simple Machines 2.0 and 2.1: `#msgN` or `#msg_N`, `.poster`, `.inner`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from threadsite.engines.counts import number
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, detach, select, text_of, value
from threadsite.markup.code import code
from threadsite.markup.hooks import drop
from threadsite.markup.html import Hook, Walker
from threadsite.markup.nodes import Node, QuoteBlock

POST_LINK = "a::attr(href)::match(msg=?(\\d+))"
USER = r"[;?&]u=(\d+)"
# "Quote from: NAME on DATE": every language has its own word before the date.
NAME = re.compile(r"[^:]*:\s*(.+?)(?:\s+(?:on|am|le|el|il|em|op|dnia|från|den|:)\s+\S.*\d.*)?$")


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote; its head stands inside it (2.1) or before it (2.0)."""
    inside = next((child for child in element if child.tag == "cite"), None)
    before = element.getprevious()
    header = before is not None and "quoteheader" in before.get("class", "")
    head = inside if inside is not None else before if header else None
    if head is None:
        return [QuoteBlock(walker.blocks(element))]
    post, named = value(head, POST_LINK), NAME.match(text_of(head)[:300])
    if inside is not None:
        detach(inside)
    return [QuoteBlock(walker.blocks(element), named[1] if named else None, post)]


def counted(labels: Sequence[Element]) -> int | None:
    """The number of a post in its thread, from its label: the first has none, and replies are
    numbered from 1."""
    if not labels:
        return None
    return 1 + (number(value(labels[0], "::match(#\\s?(\\d[\\d.,]*))")) or 0)


CLASSES: Mapping[str, Hook] = {
    "bbc_standard_quote": quote,
    "bbc_alternate_quote": quote,
    "quoteheader": drop,
    "quotefooter": drop,
    "codeheader": drop,
    "bbc_code": code(),
}


class SMF2(HtmlEngine):
    """Simple Machines Forum since 2011."""

    name = "smf2"
    rules = Rules(
        sign=("smf_", "SMF", "simplemachines"),
        identify=(
            "#forumposts .post_wrapper",
            # Print views say so as well.
            "body:not(:has(h2#linktree)) #footer a[href*='simplemachines.org']",
            "#footer_section a[href*='simplemachines.org']",
            "#forumposts form#quickModForm",
        ),
        title=("h2.display_title", "#display_head .display_title", "head title"),
        thread_id="link[rel=canonical]::attr(href)::match(topic[=,](\\d+))",
        thread_in_url=r"topic[=,](\d+)",
        page_suffix=r"(?<=\d)\.(?:\d+|msg\d+|new)[^/]*$|[;&?](?:PHPSESSID|prev_next)=.*$",
        board=".navigate_section a::attr(href)::match(board[=,]\\d+|#c\\d+$)",
        page=(".pagelinks strong", ".pagelinks .current_page"),
        pages=(".pagelinks a::match(^\\d+$)",),
        post=(
            "#forumposts div::attr(id)::match(^msg\\d+$)",
            "#forumposts form > div:has(.post_wrapper)",
            ".post_wrapper",
        ),
        post_id=(
            "::attr(id)::match(^msg(\\d+)$)",
            ".inner::attr(id)::match(^msg_(\\d+)$)",
            "[id^=subject_]::attr(id)::match(\\d+)",
        ),
        post_url="[id^=subject_] a::attr(href)",
        position=(".page_number", ".keyinfo .smalltext strong"),
        post_title="[id^=subject_]",
        author=(".poster h4 a:not(:has(img))", ".poster h4"),
        author_id=f".poster h4 a::attr(href)::match({USER})",
        author_url=".poster h4 a[href*='u=']::attr(href)",
        author_title=(".poster .title", ".poster .membergroup", ".poster .postgroup"),
        avatar=".poster .avatar img::attr(src)",
        guest=".poster h4:not(:has(a[href*='u=']))",
        date=(
            ".postinfo a.smalltext",
            ".keyinfo .smalltext",
        ),
        edited=(".modified em::match(:(.+?)(?: by .*)?$)", ".modified"),
        body=(".post .inner", ".inner"),
        drop=".quoteheader + .none",
        signature=".signature",
        attachment=(
            ".attachments .attached",
            ".attachments a[href*='action=dlattach']:not(:has(img[id^=thumb]))",
        ),
        attachment_name=("a::match(\\S.*)", "img::attr(alt)"),
        attachment_url=("a:not(:has(img[id^=thumb]))::attr(href)", "a::attr(href)"),
        reactions=".like_count::match(\\d+)",
        locked="#forumposts h3 img[src*=locked], .display-status .lock, .main_icons.lock",
        sticky="#forumposts h3 img[src*=sticky], .main_icons.sticky",
        views="#forumposts h3.catbg::match(\\([^()\\d]*(\\d[\\d.,]*)[^()\\d]*\\)\\s*$)",
        poll=("#poll:has(#poll_options)", "#poll_options"),
        poll_question=("#pollquestion", "h3.catbg"),
        poll_choice=("dl.options dt", "ul.options li"),
        poll_votes=(".percentvotes", ".percentage"),
        poll_voters="p::match((\\d[\\d.,]*)\\D*$)",
        row=("#messageindex tr:has([id^=msg_])", "#topic_container > div:has([id^=msg_])"),
        row_thread=("[id^=msg_] a", "a[id^=msg_]"),
        row_replies=("td.stats::match(^\\D*(\\d[\\d.,]*))", ".board_stats::match(\\d[\\d.,]*)"),
        row_views=(
            "td.stats::match(\\d\\D+(\\d[\\d.,]*)\\D*$)",
            ".board_stats::match((\\d[\\d.,]*)\\D*$)",
        ),
        row_sticky=(".stickybg, .stickybg2", "::attr(class)::match(\\bsticky\\b)"),
        row_locked=(".lockedbg, .lockedbg2", "::attr(class)::match(\\blocked\\b)"),
    )
    dialect = dialect(classes=CLASSES)

    def position(self, element: Element) -> int | None:
        """Counted from the first post, as replies are not."""
        return counted(select(element, self.rules.position))
