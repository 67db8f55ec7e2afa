"""MyBB 1.2 to 1.9: `#post_N`, `#pid_N`, `.mycode_quote`, `.post_body`."""

from __future__ import annotations

from lxml import etree

from threadsite.engines.html import HtmlEngine
from threadsite.engines.mybbcode import DIALECT
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, detach, select
from threadsite.engines.signature import without_rule
from threadsite.model import Post

USER = r"[?&]uid=(\d+)|user-(\d+)"
ROW = "tr:has(> td > a[id^=pid]):has([id^=pid_])"
"""Of MyBB 1.2: a row for the words, and one for the date below it."""
OLD = "threadsite-post"


class MyBB(HtmlEngine):
    """MyBB since 2002."""

    name = "mybb"
    rules = Rules(
        sign=("MyBB", "mybb", "MyBulletinBoard", "my_post_key", "post_body"),
        identify=(
            "[id^=pid_].post_body",
            "#panel a[href*='mybb']",
            "#powered_by a[href*='mybb.com']",
            "#copyright a[href*='mybb']",
            "td > a[id^=pid] ~ strong > .largetext",
            "script[src*='jscripts/general.js'], link[href*='cache/themes/theme']",
        ),
        title=(".navigation .active", "h1.title--page::text", "td.thead strong"),
        title_of_page=r"^(?:.+? - )?(.+)$",
        thread_id=(
            "link[rel=canonical]::attr(href)::match(tid=(\\d+)|thread-(\\d+))",
            "a[href*='newreply.php?tid=']::attr(href)::match(tid=(\\d+))",
            "input[name=tid]::attr(value)",
            "a[href*='printthread.php?tid=']::attr(href)::match(tid=(\\d+))",
            "[id^=post_] a[href*='#pid']::attr(href)::match(tid=(\\d+)|thread-(\\d+))",
        ),
        thread_in_url=r"tid=(\d+)|thread-(\d+)",
        page_suffix=r"[?&](?:page|pid|action)=[^&#]*|-page-\d+|#.*$",
        board=".navigation > a::attr(href)::match(forumdisplay\\.php|forum-\\d+)",
        page=".pagination:not(.pagination_breadcrumb) > .pagination_current",
        pages=".pagination:not(.pagination_breadcrumb) > a",
        private="form[action*='private.php']",
        # Until 1.6, the last.
        withheld=".unapproved_post, .deleted_post, .trow_shaded",
        post=(
            "div.post::attr(id)::match(^post_\\d+$)",
            "table::attr(id)::match(^post_\\d+$)",
            "[id^=post_]::attr(id)::match(^post_\\d+$)",
            ROW,
            "div.post:has(.post_body):has(.post_head strong > a[href*='#pid'])",
        ),
        post_id=(
            "::attr(id)::match(^post_(\\d+)$)",
            "[id^=pid_]::attr(id)::match(^pid_(\\d+)$)",
            ".post_head a::attr(href)::match(#pid(\\d+)$)",
        ),
        post_url=(
            ".post_head a[href*=pid]::attr(href)",
            "[id^=post_url_] a::attr(href)",
            ".tcat a[href*='#pid'], a.post__date::attr(href)",
        ),
        position=(
            ".post_head a::match(^#\\s?([\\d.,]+))",
            "a[id^=post_link]::match(#([\\d.,]+))",
            ".tcat a::match(^#\\s?([\\d.,]+))",
        ),
        post_title=(
            ".post_head a[href*='#pid']::attr(title)",
            ".smalltext:has(~ .post_body) > strong",
        ),
        author=(
            ".author_information .profile",
            ".post_author .largetext",
            ".largetext a",
            ".largetext",
            ".post__author a",
            ".post__author::text",
        ),
        author_id=(
            f".author_information a::attr(href)::match({USER})",
            f".post_author a::attr(href)::match({USER})",
            f".largetext a::attr(href)::match({USER})",
            f".post__author a::attr(href)::match({USER})",
        ),
        guest=(".author_statistics:not(:has(*))", "td.post_author:not(:has(a))"),
        author_url=(".author_information .profile a::attr(href)", ".largetext a::attr(href)"),
        author_title=(".author_information .smalltext::text", ".post_author .smalltext::text"),
        avatar=".author_avatar img::attr(src)",
        date=(
            ".post_date::text",
            ".tcat .smalltext::text",
            ".post__date",
            f"table.{OLD} > tr:last-child > td:first-child > .smalltext",
            ".smalltext",
        ),
        edited=(".post_edit", "[id^=edited_by_]", ".edited_post"),
        body=(".post_body", "[id^=pid_]"),
        drop=".post_edit, .post_meta, .editreason, .status_type",
        signature=".signature, .post__signature",
        attachment=(
            "[id^=attachment_]",
            "fieldset a[href*='attachment.php?aid='], "
            ".post_attachments a[href*='attachment.php?aid=']",
        ),
        attachment_name=("a[href]", "img::attr(title)::match(^(.+?) \\()", "img::attr(alt)"),
        poll="table:has(> tr > td img[src*=pollbar]), table:has(> tr > td .pollbar)",
        poll_question=".thead strong::match([^:]*:\\s*(.+)$)",
        poll_choice="tr:has(img[src*=pollbar]), tr:has(.pollbar)",
        poll_answer="td",
        poll_votes="td:nth-child(3)",
        locked=(
            "a[href*=newreply].closed, .new_reply_button.closed, a.closed_button",
            "img[src*=threadclosed], .thread-closed",
        ),
        board_title=".navigation .active",
        board_group="table.tborder:has(thead)",
        board_group_title="thead strong a",
        board_row="tr > td:has(> strong > a[href*='orum'])",
        board_link="strong > a",
        board_description="div.smalltext",
        board_end="br",
        row="tr.inline_row",
        row_thread=("[id^=tid_] a", ".subject_new a, .subject_old a"),
        row_replies=("a[onclick*=whoPosted]", "a[href*=whoPosted]"),
        row_views=("td:has(> a[onclick*=whoPosted]) + td", "td:has(> a[href*=whoPosted]) + td"),
        row_sticky="[class*=forumdisplay_sticky]",
        row_locked="[class*=closefolder], img[src*=lockfolder]",
        row_moved="[class*=movefolder], img[src*=movefolder]",
    )
    dialect = DIALECT

    def elements(self, page: Page) -> list[Element]:
        """Rows of MyBB 1.2 as a table for each post."""
        found = super().elements(page)
        posts = [_together(one) if one.tag == "tr" else one for one in found]
        if posts != found:
            changed()
        return posts

    def post(self, element: Element, page: Page) -> Post:
        """What "Yesterday" was stands in its title; the time of day stands behind it."""
        for day in select(element, ".post_date span::attr(title)::match(\\d)"):
            day.tail = f"{day.get('title')}{day.tail or ''}"
            detach(day)
        return super().post(element, page)

    def signature_element(self, element: Element) -> Element | None:
        """Without the line above it."""
        return without_rule(super().signature_element(element))


def _together(row: Element) -> Element:
    below = row.getnext()
    post = etree.Element("table", {"class": OLD})
    post.extend([row] if below is None else [row, below])
    return post
