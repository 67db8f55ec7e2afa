"""mwForum 2: `.frm.pst#pidN`, a bar `.hcl` of words and values, the words in `.ccl`."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, text_of
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock, Text
from threadsite.markup.smilies import smiley

DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: [A-Z]{3,4})?"


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A `<blockquote>` whose first line may name the author."""
    head = next(element.iter("cite"), None)
    name = named(text_of(head)) if head is not None else None
    return [QuoteBlock(walker.without(head).blocks(element), name)]


def face(element: Element, _: Walker) -> Sequence[Node]:
    """A smiley, of which the alternative text is the code."""
    return [Text(smiley(element.get("alt", ""), element.get("title", "")))]


class MwForum(HtmlEngine):
    """mwForum since 2003."""

    name = "mwforum"
    rules = Rules(
        sign=("topic_show.pl", "forum_show.pl"),
        identify=(".frm.pst[id^=pid]", "body.topic_show, body.board_show, body.forum_show"),
        title_of_page=r"^(?:.+? - )?(.+)$",
        thread_id=(
            "a[href*='board_show.pl?tid=']::attr(href)::match(tid=(\\d+))",
            "a[href*='topic_show.pl?tid=']::attr(href)::match(tid=(\\d+))",
        ),
        thread_in_url=r"tid=(\d+)",
        board=".pgb a::attr(href)::match((?:forum_show\\.pl#bid|board_show\\.pl))",
        # The overview shows new posts of many threads.
        post="body:not(.forum_overview) .frm.pst::attr(id)::match(^pid\\d+$)",
        post_id="::attr(id)::match(^pid(\\d+)$)",
        post_url="a.psl::attr(href)",
        author=(
            ".hcl a[href*='user_info.pl']",
            ".hcl .usr::text::match(\\S[^\\n]*)",
            ".hcl::text::match(\\S[^\\n]*)",
        ),
        guest=".hcl:not(:has(a[href*='user_info.pl']))",
        author_id=".hcl a::attr(href)::match(user_info\\.pl\\?uid=(\\d+))",
        author_url=".hcl a[href*='user_info.pl']::attr(href)",
        avatar="img.ava::attr(src)",
        date=f".hcl::match({DATE})",
        edited=f".hcl::match({DATE}[^\\d]+({DATE}))",
        reply_to="a.prl::attr(href)::match(pid=?(\\d+)$)",
        reactions=".hcl::match((?<!\\S)(\\d{1,5})\\s*$)",
        body=".ccl",
        drop="img.ava, .pst-edit",
        signature=".sig",
        board_title="body.board_show .pgb .hcl::text::match(/\\s+(\\S[^\\n]*)$)",
        board_about=".dsc .ccl",
        board_row="tr.crw:has(a[id^=bid])",
        board_link="a[id^=bid]",
        board_description=".bds",
        row="tr.crw:has(a[id^=tid])",
        row_thread="a[id^=tid]",
        row_id="a[id^=tid]::attr(id)::match(^tid(\\d+)$)",
        row_sticky=".stk",
        row_locked="img.sic_topic_l",
        poll=".frm.pol",
        poll_question=".hcl::text::match(\\S[^\\n]*)",
        poll_choice=("table.plr tr", ".ccl label"),
        poll_answer=".plo",
        poll_votes=".plv",
    )
    dialect = dialect({"fsm": face}, {"blockquote": quote})
