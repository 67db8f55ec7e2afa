"""Simple Machines 1.0 and 1.1: tables, `#subject_N`, `#msg_N`, the date below the subject."""

from __future__ import annotations

from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, select
from threadsite.engines.smf2 import USER, counted
from threadsite.engines.smfcode import CLASSES, quote
from threadsite.markup.code import code


class SMF1(HtmlEngine):
    """Simple Machines Forum until 2011."""

    name = "smf1"
    rules = Rules(
        sign=("SMF", "simplemachines", "top_subject"),
        identify=(
            "td#top_subject",
            "td[class^=windowbg] [id^=subject_]",
            # A print view says so too, but has no links of the forum.
            "body:has(form, a.nav) a[href*='simplemachines.org']::match(SMF 1\\.)",
        ),
        title=("td#top_subject::match(:\\s*(.+?)\\s*\\([^()]*\\d[^()]*\\)\\s*$)", "head title"),
        thread_id=(
            "link[rel=canonical]::attr(href)::match(topic[=,](\\d+))",
            "a[href*='action=printpage']::attr(href)::match(topic[=,](\\d+))",
            ".nav a::attr(href)::match(topic[=,](\\d+))",
        ),
        thread_in_url=r"topic[=,](\d+)",
        url=("link[rel=canonical]::attr(href)", ".nav a::attr(href)::match(^.*topic[=,]\\d+.*$)"),
        page_suffix=r"(?<=\d)\.(?:\d+|msg\d+|new)[^/]*$|[;&?](?:PHPSESSID|prev_next)=.*$",
        board=(
            ".nav a::attr(href)::match(board[=,]\\d+|#\\d+$)",
            "a.nav::attr(href)::match(board[=,]\\d+|#\\d+$)",
        ),
        page=("td.middletext > b::match(^\\d+$)", "td:has(> .navPages) > b::match(^\\d+$)"),
        pages=(".navPages::match(^\\d+$)",),
        private="form[action*='action=pm']",
        post=(
            "td[class^=windowbg]:has(> table [id^=subject_])",
            "td:has(> table [id^=subject_]):not(:has(td:has(> table [id^=subject_])))",
            "td[class^=windowbg]:has(> table hr.hrcolor):has(a[href*='#msg'])",
        ),
        post_id=(
            "[id^=subject_]::attr(id)::match(\\d+)",
            "[id^=msg_]::attr(id)::match(^msg_(\\d+)$)",
            "a::attr(href)::match(#msg(\\d+)$)",
        ),
        post_url=("[id^=subject_] a::attr(href)", "a[href*='#msg']::attr(href)"),
        position="[id^=subject_] ~ .smalltext b",
        post_title="[id^=subject_]",
        author=(
            "td[rowspan='2'] > b > a",
            "td[rowspan='2'] > b",
            ".poster_info > b",
            "td > b > a[href*='action=profile']",
        ),
        author_id=(
            f"td[rowspan='2'] > b > a::attr(href)::match({USER})",
            f".poster_info > b a::attr(href)::match({USER})",
            f"td > b > a[href*='action=profile']::attr(href)::match({USER})",
        ),
        author_url=("td > b > a[href*='action=profile']::attr(href)",),
        author_title=(
            "td[rowspan='2'] > .smalltext::text::match(\\S.*)",
            ".poster_info > .smalltext::text::match(\\S.*)",
        ),
        avatar="img.avatar::attr(src)",
        guest="td[rowspan='2']:has(> b):not(:has(> b > a))",
        date=(
            "[id^=subject_] ~ .smalltext::text",
            "[id^=subject_] ~ .smalltext",
            "td > .smalltext::match(\u00ab(.+)\u00bb)",
        ),
        edited=("[id^=modified_]::match(:(.+?)(?: by .*)?$)", "[id^=modified_]"),
        body=("div.post", "[id^=msg_]", "hr.hrcolor + div"),
        drop=".quoteheader + .none",
        signature=".signature",
        attachment="a[href*='action=dlattach']:not(:has(img[id^=thumb]))",
        attachment_name=("::match(\\S.*)", "img::attr(alt)"),
        attachment_url="::attr(href)",
        locked="td > img[src*='/topic/'][src*=locked]",
        sticky="td > img[src*='/topic/'][src*=sticky]",
        views="td#top_subject::match(\\([^()\\d]*(\\d[\\d.,]*)[^()\\d]*\\)\\s*$)",
        poll="table.tborder:has(.titlebg > img[src*=normal_poll]) .windowbg + .windowbg",
        poll_question="::text::match(\\S[^\\n]*)",
        poll_choice="table table tr",
        poll_answer="td:first-child",
        poll_votes="td + td::match((\\d[\\d.,]*) \\()",
        poll_voters="td[colspan] > b",
        board_row="td:has(> b > a[href*='board='])",
        board_link="b > a[href*='board=']",
        board_description="td",
        board_end=".smalltext",
        row="tr:has(> td > [id^=msg_] a)",
        row_thread="[id^=msg_] a",
        row_replies="td:has(> [id^=msg_]) + td + td",
        row_views="td:has(> [id^=msg_]) + td + td + td",
        row_sticky="[id^=stickyicon]",
        row_locked="[id^=lockicon]",
    )
    dialect = dialect(classes={**CLASSES, "quote": quote, "code": code()})

    def position(self, element: Element) -> int | None:
        """Counted from the first post, as replies are not."""
        return counted(select(element, self.rules.position))
