"""Kunena for Joomla: `#Kunena`, `.kmsgtext` and tables in 1 to 3, `.message .kmsg` since 4.

Longer than most, for it reads templates of two generations.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.html import HtmlEngine
from threadsite.engines.kunenacode import DIALECT, mark_heads
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, detach, select, text_of, value
from threadsite.markup.nodes import Block

TOPIC = r"[?&;]id=(\d+)|/(\d+)(?:-[^/?#]*)?/?(?:[?#].*)?$"
USER = r"userid[=-](\d+)|[?&;]user(?:id)?=(\d+)|/(\d+)-[^/?#]*/?$"
PROFILES = (".kpost-username", ".profilebox", ".view-username", "[class*=profile]")
KNOWN = (*(f"{place} a" for place in PROFILES), ".mykmsg-header a[class*=kwho-]")
UNPUBLISHED = "::attr(class)::match((?:^| )(?:message-|k-?)(?:unapproved|deleted)(?: |$))"
LABELLED = "::match(^[^:]{2,20}:\\s*(.+)$)"
"""What stands behind a word like "Topic:"."""
SELVES = (
    ".breadcrumb li:last-child",
    ".kforum-pathway div:last-child",
    "[class^=kmsg-id]",
    "th.view-th",
)
"""Where a page of a thread links itself."""
WAY = (
    "#kunena .breadcrumb li a, #Kunena .breadcrumb li a",
    "[class^=path-element]:not(.path-element-users)",
)


class Kunena(HtmlEngine):
    """Kunena since 2009: Blue Eagle, Crypsis, Aurelia and the templates made from them."""

    name = "kunena"
    rules = Rules(
        sign=("unena",),
        identify=(
            "#Kunena, #kunena",
            ".kunena-topic-item, #kunena_topics_table",
            ".kmsgbody .kmsgtext",
        ),
        title=(
            ".kunena-topic-item > h1::text",
            f".kblock:has(.kmsgtext) > .kheader h2{LABELLED}",
            ".fb_title::text",
            "#kunena .breadcrumb li:last-child a",
            ".kmsgtitle, .msgtitle",
        ),
        thread_id=(
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            "input[name='ids[]']::attr(value)::match(^\\d+$)",
            *(f"{place} a::attr(href)::match({TOPIC})" for place in SELVES),
        ),
        thread_in_url=TOPIC,
        page_suffix=r"[?&](?:limit|limitstart|start)=\d+.*$|/page-\d+/?$|#.*$",
        url=(
            "link[rel=canonical]::attr(href)",
            *(f"{place} a[href*='/']::attr(href)" for place in SELVES[:2]),
        ),
        page=tuple(
            f"{place}::match(^\\d+$)"
            for place in (".kpagination .active", ".pagination .active", ".fb_pagination strong")
        ),
        pages=tuple(
            f"{place} a::match(^\\d+$)"
            for place in (".kpagination", ".pagination", ".fb_pagination")
        ),
        sticky=".kunena-topic-item.topic-sticky",
        locked=".kunena-topic-item.topic-locked",
        withheld=f"[class*=unapproved], [class*=deleted]{UNPUBLISHED}",
        post=(
            "#kunena .message:has(.kmsg), #Kunena .message:has(.kmsg)",
            ".kmsg-header + table:has(.kmsgtext), .kmsg-header + table:has(.kmsgtex)",
            "table[class*=kmsg]:has(.kmsgtext)",
            "table:has(> thead > tr > th.view-th):has(.kmsgtext)",
            "table:has(> tbody > tr > th.view-th)",
            "table:has(> tr > th.view-th)",
        ),
        post_id=(
            "a[rel=canonical]::attr(id)::match(^\\d+$)",
            "a[id]::attr(id)::match(^\\d+$)",
            "a[name]::attr(name)::match(^\\d+$)",
        ),
        post_url="a[rel=canonical]::attr(href)::match(^[^#].*)",
        position="a[href*='#']::match(^#([\\d.,]+)$)",
        post_title=(".mykmsg-header a[href*='#']", "[class*=kmsgtitle]", ".msgtitle"),
        author=(
            *(f"{place} [class*=kwho-]:not(:has(img))" for place in PROFILES),
            ".mykmsg-header [class*=kwho-]",
            *(f"{place} a:not(:has(img))" for place in PROFILES),
            ".kpost-username, .view-username",
        ),
        author_id=tuple(f"{link}::attr(href)::match({USER})" for link in KNOWN),
        author_url=tuple(f"{link}::attr(href)" for link in KNOWN),
        author_title=(".kpost-userrank", ".profilebox > li:not(:has(*))", ".viewcover"),
        avatar=(
            ".kavatar img::attr(src)",
            ".profilebox img::attr(src)",
            ".fb_avatar img::attr(src)",
        ),
        guest=".kwho-guest",
        date=(
            ".kmsgdate::attr(title)",
            ".kmsgdate .kdate::attr(title)",
            ".kdate::attr(title)",
            ".kdate::attr(data-original-title)",
            ".kdate::attr(data-bs-original-title)",
            ".msgdate::attr(title)",
            ".kmsgdate, .kdate, .msgdate",
        ),
        edited=(
            ".kmessage-editmarkup::attr(title)",
            ".kmessage-editmarkup",
            ".alert-info[title]::attr(title)",
            ".kdate ~ .kdate::attr(title)",
            ".alert-info:not([id])",
        ),
        body=(
            ".mykmsg-header ~ div.kmsg",
            "div.kmsg",
            ".kmsgtext",
            ".msgtext",
            ".kmessage",
            ".kmsg",
        ),
        drop=".mykmsg-header, .ksig, .kattach, .kmessage-thankyou",
        signature=(".ksignature", ".ksig", ".kmsgsignature", ".msgsignature"),
        attachment=".kattach li, .kfile-attach li, .kmsgattach:not(:has(li))",
        attachment_name=(
            "img::attr(alt)",
            "a[title]::attr(title)::match(^[^:\\n]+$)",
            "a[href]::match(^\\s*(.+?)(?:\\s*\\([^()]*\\))?\\s*$)",
        ),
        poll=(".kpollbox", "*:has(> #poll-results)"),
        poll_question=(f".kheader h2{LABELLED}", f"h2:has(+ #poll-results){LABELLED}"),
        poll_choice=(".kpolldesc tr:has(.kcol-bar)", "#poll-results tr:has(.progress)"),
        poll_answer="td",
        poll_votes=".kcol-number, td:has(.progress) + td",
        poll_voters="td[colspan] b",
        board_row="td:has(> .kthead-title)",
        board_link=".kthead-title a",
        board_description=".kthead-desc",
        row="tr:has(.repliesnum), tr:has(.kcol-ktopictitle)",
        row_thread=(
            "a.topictitle",
            "a.ktopic-title",
            ".ktopic-title-cover a",
            ".krow a",
            "td div > a",
        ),
        row_board=".ktopic-category a",
        row_replies=(".repliesnum", ".kcol-ktopicreplies strong"),
        row_views=(".viewsnum", ".ktopic-views-number"),
        row_sticky="::attr(class)::match(sticky)",
        row_locked=(
            ".started [class*=lock]",
            ".kcol-ktopicicon [class*=lock], .kcol-ktopicicon img[src*=lock]",
        ),
    )
    dialect = DIALECT

    def elements(self, page: Page) -> list[Element]:
        """Each with the head that stands before it."""
        found = super().elements(page)
        for element in found:
            before = element.getprevious()
            if before is not None and "kmsg-header" in (before.get("class") or ""):
                element.insert(0, before)
        changed()
        return found

    def board(self, page: Page) -> tuple[str, ...]:
        """The way without home and, on the page of a thread, without the thread."""
        way = select(page.root, WAY)
        names = list(dict.fromkeys(filter(None, map(text_of, way))))[1:]
        title = self.title(page) if select(page.root, self.rules.post) else None
        return tuple(name for name in names if name != title)

    def signature_element(self, element: Element) -> Element | None:
        """Without the line above it."""
        found = super().signature_element(element)
        for line in found.findall("hr") if found is not None else ():
            detach(line)
        return found

    def blocks(self, element: Element, page: Page) -> Sequence[Block]:
        """Until version 5, nothing in a quote marks what says whom it quotes."""
        mark_heads(element)
        return super().blocks(element, page)

    def position(self, element: Element) -> int | None:
        """Most forums number posts as a whole: then the number says nothing of the thread."""
        found = super().position(element)
        return None if str(found) == value(element, self.rules.post_id) else found
