"""Simple Machines 2.0 and 2.1: `#msgN` or `#msg_N`, `.poster`, `.inner`."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.counts import number
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, select, value
from threadsite.engines.smfcode import CLASSES, TAGS

USER = r"[;?&]u=(\d+)"


def counted(labels: Sequence[Element]) -> int | None:
    """The number of a post in its thread, from its label: the first has none, and replies are
    numbered from 1."""
    if not labels:
        return None
    return 1 + (number(value(labels[0], "::match(#\\s?(\\d[\\d.,]*))")) or 0)


class SMF2(HtmlEngine):
    """Simple Machines Forum since 2011."""

    name = "smf2"
    rules = Rules(
        sign=("smf_", "SMF", "simplemachines"),
        identify=(
            "#forumposts .post_wrapper",
            ".post_wrapper > .postarea .keyinfo",
            # Print views say so as well.
            "body:not(:has(h2#linktree)) #footer a[href*='simplemachines.org']",
            "#footer_section a[href*='simplemachines.org']",
            "#forumposts form#quickModForm",
        ),
        title=("h2.display_title", "#display_head .display_title", "head title"),
        thread_id=(
            "link[rel=canonical]::attr(href)::match(topic[=,](\\d+))",
            "a[href*='action=printpage']::attr(href)::match(topic[=,](\\d+))",
            "[id^=subject_] a::attr(href)::match(topic[=,](\\d+))",
            ".navigate_section a::attr(href)::match(topic[=,](\\d+))",
        ),
        thread_in_url=r"topic[=,](\d+)",
        page_suffix=r"(?<=\d)\.(?:\d+|msg\d+|new)[^/]*$|[;&?](?:PHPSESSID|prev_next)=.*$",
        board=".navigate_section a::attr(href)::match(board[=,]\\d+|#c\\d+$)",
        page=(".pagelinks strong", ".pagelinks .current_page"),
        pages=(".pagelinks a::match(^\\d+$)",),
        private="form[action*='action=pm']",
        withheld=(".approvebg", ".approve_button"),
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
        board_group=".main_container",
        board_group_title="h3.catbg",
        board_row="td.info:has(a.subject), div.info:has(a.subject)",
        board_link="a.subject",
        board_description=(".board_description", "p:not(.moderators)"),
        board_about=".description_board, .board_description",
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
    dialect = dialect(CLASSES, TAGS)

    def position(self, element: Element) -> int | None:
        """Counted from the first post, as replies are not."""
        return counted(select(element, self.rules.position))
