"""Discuz! 6 to X3.5: `#post_N`, `#pidN`, `#postmessage_N`, `#authorpostonN`."""

from __future__ import annotations

import re
from dataclasses import replace

from threadsite.engines.discuzcode import CLASSES, TAGS
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Rules
from threadsite.model import Thread

TOPIC = r"[?&;]tid=(\d+)|thread-(\d+)|/t(\d+)-\d+-\d+"
AUTHOR = r"[?&;]uid=(\d+)|space-uid-(\d+)"
BOARD = r"forumdisplay|forum-[\w-]+\.html|gid=\d"
PAGED = r"(?<=\d)-\d+-\d+(?=\.html)"


class Discuz(HtmlEngine):
    """Discuz! since 2007."""

    name = "discuz"
    rules = Rules(
        sign=("Discuz", "discuz", "postmessage_", "nv_"),
        identify=(
            # The view for crawlers has an engine of its own.
            "meta[name=generator][content^='Discuz!']:not([content*=Archiver])",
            "td.t_f[id^=postmessage_], div.t_msgfont[id^=postmessage_]",
            "#threadlisttableid, body#nv_forum, body#nv_portal, body#nv_group",
        ),
        title=("#thread_subject", "#threadtitle h1", ".viewthread h1::text"),
        title_of_page=r"^(.+?) - ",
        thread_id=(
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            f"h1 ~ span a::attr(href)::match({TOPIC})",
            f"#pt a:last-child::attr(href)::match({TOPIC})",
            f"a[href*=authorid]::attr(href)::match({TOPIC})",
            "a[href*='goto=next']::attr(href)::match([?&;]tid=(\\d+))",
            "a[href*='action=reply']::attr(href)::match([?&;]tid=(\\d+))",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"&(?:page|extra|mobile)=[^&#]*|#.*$",
        board=(f"#pt a::attr(href)::match({BOARD})", f"#nav a::attr(href)::match({BOARD})"),
        tags=".ptg a[href*=tag], h1.ts a[href*=typeid]::match([^\\[\\]]+)",
        page=".pg > strong, .pages > strong",
        pages=(
            ".pg label span::attr(title)::match(\\d+)",
            ".pg > a, .pages > a",
        ),
        views="td.pls .hm > span:nth-child(2)",
        replies="td.pls .hm > span:nth-child(5)",
        locked=".vwthd .fico-lock, .vwthd img[src*=lock]",
        # "... the author is banned: only moderators see this."
        withheld=".locked::match(只有管理[员員]或有管理)",
        post=(
            "div::attr(id)::match(^post_\\d+$)",
            "table::attr(id)::match(^pid\\d+$)",
            # For phones.
            "div.plc::attr(id)::match(^pid\\d+$)",
        ),
        post_id="::attr(id)::match(^(?:post_|pid)(\\d+)$)",
        post_url="a[id^=postnum]::attr(href)",
        position=(
            "a[id^=postnum] em::match(^\\d+$)",
            "strong[id^=postnum]::match(^\\d+)",
            ".authi li > em, .authi .mtit > .y::match(^(\\d+)\\s?#)",
        ),
        author=(
            ".pls .authi a",
            ".authi a[href*=uid]:not([href*=authorid])",
            ".postauthor cite a, .postauthor > .postinfo a",
            ".pls .pi::text",
            ".pls .pi > a::text",
            ".postauthor cite::text",
        ),
        author_id=(
            f".pls .authi a::attr(href)::match({AUTHOR})",
            f".authi a:not([href*=authorid])::attr(href)::match({AUTHOR})",
            f".postauthor cite a, .postauthor > .postinfo a::attr(href)::match({AUTHOR})",
            f".avatar a::attr(href)::match({AUTHOR})",
        ),
        author_url=(
            ".authi a[href*=uid]:not([href*=authorid])::attr(href)",
            ".postauthor a[href*=uid]::attr(href)",
        ),
        author_title=("td.pls p em a", "td.pls p em", ".postauthor p em"),
        avatar=".avatar img::attr(src)",
        guest="td.pls .pi:not(:has(.authi)), .postauthor cite:not(:has(a))",
        date=(
            "[id^=authorposton] span::attr(title)",
            "[id^=authorposton]",
            ".postcontent .authorinfo em",
            ".postcontent > .postinfo::text::match(\\d.*)",
            ".authi li + li::match(\\d{4}-.*)",
        ),
        edited=".pstatus::match(\\d{1,4}-\\d{1,2}-\\d{1,4} [\\d:]+)",
        body=("[id^=postmessage_]", ".t_fsz", ".pcb", ".message"),
        drop=(
            ".pstatus, .jammer, .tip, .aimg_tip, .locked, .attach_nopermission, .modact",
            ".pattl, .psth, .cm, .rate, script, style",
            "img[src*='/common/']:not([file]):not([zoomfile])",
        ),
        signature=".sign, .signatures",
        attachment="dl.tattl, dl.t_attachlist, span[id^=attach_]",
        attachment_name=("a[href*=attach]:not(:has(img))", "a[href*=attach]"),
        attachment_url="a[href*=attach]::attr(href)",
        poll="form#poll",
        poll_choice=".pvt label",
        poll_answer="::match(^(?:\\d+\\.\\s+)?(.+))",
        board_row="tr.fl_row td:has(> h2 > a)",
        board_link="h2 > a",
        board_description="p.xg2",
        row="tbody[id^=normalthread_], tbody[id^=stickthread_]",
        row_thread=("a.xst", "[id^=thread_] a", "th a[href*=thread]"),
        row_id="::attr(id)::match(_(\\d+)$)",
        row_replies=("td.num a", "td.nums strong"),
        row_views=("td.num em", "td.nums em"),
        row_sticky="[id^=stickthread_]",
        row_locked="td.icn .fico-lock, td.icn img[src*=lock], .folder img[src*=lock]",
    )
    dialect = dialect(CLASSES, TAGS)

    def thread(self, page: Page) -> Thread:
        """With the address of its first page, which says its number and that of the page."""
        thread = super().thread(page)
        return replace(thread, url=re.sub(PAGED, "-1-1", thread.url) if thread.url else None)
