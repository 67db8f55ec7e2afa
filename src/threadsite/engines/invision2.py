"""Invision Power Board 1.3 to 2.3 and forks of it: `a[name=entryN]`, `.postcolor`, `.quotetop`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadsite.engines.embeds import dialect
from threadsite.engines.engine import Part
from threadsite.engines.html import HtmlEngine
from threadsite.engines.invisioncode import CLASSES, table
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select, value
from threadsite.model import Attachment

USER = r"showuser=(\d+)|[?&;]MID=(\d+)"
TOPIC = r"showtopic=(\d+)|/topic/(\d+)|[?&;]t=(\d+)"
THREAD = ".post_date a::attr(href)::match(showtopic=(\\d+)$)"
"""In a result of a search: which thread it is of."""
SIZE = re.compile(r"^\s*\(\s?[\d.,]{1,12}\s?\w{1,5}\s?\)")


class Invision2(HtmlEngine):
    """Invision Power Board from 2002 to 2009."""

    name = "invision2"
    rules = Rules(
        sign=("navstrip", "postcolor", "ipbwrapper"),
        identify=(
            "body:not(#ipboard_body) #navstrip",
            "td[id^=post-main-] .postcolor, .postcolor[id^=post-]",
            "#ipbwrapper .borderwrap",
        ),
        title=(
            ".maintitle b",
            ".topic_title_post, .topic_title",
            "#navstrip ~ .tableborder .maintitle b",
        ),
        title_of_page=r"^(?:.{1,80}? -> )?(.+?)(?: - [^-]+)?$",
        thread_id=(
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            "a[href*='act=Print']::attr(href)::match([?&;]t=(\\d+))",
            "a[href*='do=reply_post']::attr(href)::match([?&;]t=(\\d+))",
            "input[name=t]::attr(value)",
            "input[name=topic]::attr(value)",
            f"a[href*='view=getlastpost'], a[href*='view=old']::attr(href)::match({TOPIC})",
            f".pagelink a::attr(href)::match({TOPIC})",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"[&?](?:s|st|view|hl|mode|pid|p|start)=[^&#]*|#.*$",
        board="#navstrip a::attr(href)::match(showforum=|act=SF|/forum/\\d)",
        page=(".pagecurrent", ".pagination .pagecurrent", "b:has(~ .pagelink)"),
        pages=(".pagelink, .pagination a::match(^\\d+$)", ".pagelinklast::attr(title)"),
        private="form[action*='act=Msg'], form[action*='act=msg']",
        post=(
            "table:has(> tr > td > .postcolor, > tbody > tr > td > .postcolor)",
            "table:has(.postcolor):not(:has(table .postcolor))",
            "[data-post]:has(.post_body)",
        ),
        post_id=(
            "::attr(data-post)::match(^\\d+$)",
            ".postcolor::attr(id)::match(^post-(\\d+)$)",
            "[id^=post-main-]::attr(id)::match(\\d+)",
            "a[name^=entry]::attr(name)::match(^entry(\\d+)$)",
            "[id^=post-member-]::attr(id)::match(\\d+)",
        ),
        post_url="a[href*='view=findpost']::attr(href)",
        position=("a[onclick*=link_to_post]::match(#\\s?(\\d+))", ".post_date a::match(#(\\d+))"),
        author=(".normalname a", ".normalname", ".post_nick a::text", ".unreg", ".post_nick"),
        author_id=(
            f".normalname a::attr(href)::match({USER})",
            f".post_nick a::attr(href)::match({USER})",
        ),
        author_url=(".normalname a::attr(href)", ".post_nick a[href*=showuser]::attr(href)"),
        author_title=(".post_user_info span", "td.post1 > .postdetails::text::match(\\S.*)"),
        avatar=(".postdetails img[src*=av-]::attr(src)", ".postdetails img::attr(src)"),
        guest=".unreg",
        date=(
            "td[class^=row] .postdetails::text",
            "td[class^=row] .postdetails",
            ".post_date::text",
            "td .postdetails",
        ),
        edited=(".edit::match((?:^|:)([^:]*\\d.*)$)", ".edit"),
        body=(".postcolor", ".post_body", "[id^=post-main-]"),
        drop=(
            ".edit, .post-edit-reason, .desc, a[href*='act=Attach']:has(img[src*=mime])",
            ".postcolor > a[href*='act=findpost']:has(img)",
            ".post_body > a[href*='act=findpost']:has(img)",
        ),
        reply_to=".post_body > a[href*='act=findpost']:has(img)::attr(href)::match(pid=(\\d+))",
        signature=".signature",
        attachment="a[href*='act=Attach']:not(:has(img[src*=mime])), a.ipb-attach",
        attachment_name=("::match(\\S.*)", "img::attr(alt)"),
        attachment_url="::attr(href)",
        locked="a[href*='act=post'] img[src*=t_closed]",
        poll="table:has(> tr > td > img[src*=bar_left])",
        poll_question="td[colspan] b",
        poll_choice="tr:has(> td > img[src*=bar_left])",
        poll_answer="td",
        poll_votes="td + td b",
        board_row="td:has(> b > a[href*=showforum])",
        board_link="b > a",
        board_description=".forumdesc, .desc",
        board_end="i",
        row="tr:has(> td [id^=tid-span-] a)",
        row_thread="[id^=tid-span-] a",
        row_id="[id^=tid-span-]::attr(id)::match(\\d+)",
        row_replies="a[href*=who_posted]",
        row_views="td:has(> a[href*=who_posted]) + td + td",
        row_locked="img[src*=f_closed]",
    )
    dialect = dialect(classes=CLASSES, tags={"table": table})

    def parts(self, page: Page, elements: Sequence[Element]) -> Iterator[Part]:
        """Results of a search are posts of several threads, each with a link to its own."""
        threads: dict[str | None, list[Element]] = {}
        for element in elements:
            threads.setdefault(value(element, THREAD), []).append(element)
        for found, posts in threads.items():
            for part in super().parts(page, posts):
                yield _of_thread(part, found, posts[0], page) if found else part

    def attachments(self, element: Element, page: Page) -> Iterator[Attachment]:
        """The files, with their sizes: these stand behind them as bare text."""
        for item in select(element, self.rules.attachment):
            item.tail = SIZE.sub("", item.tail or "", count=1)
        return super().attachments(element, page)


def _of_thread(part: Part, found: str, post: Element, page: Page) -> Part:
    """*part* as one of the thread *found*, which the line above *post* names."""
    head = post.getprevious()
    title = value(head, "a") if head is not None else None
    url = page.link(value(post, ".post_date a[href*=showtopic]::attr(href)"))
    thread = replace(part.thread, id=found, title=title or "?", url=url, board=())
    return replace(part, thread=replace(thread, pages=None, pages_seen=()))
