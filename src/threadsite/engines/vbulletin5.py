"""vBulletin 5 and 6: `li[data-node-id]`, microdata, quotes as in vBulletin 4."""

from __future__ import annotations

from collections.abc import Iterator

from threadsite.engines.counts import number
from threadsite.engines.embeds import card, dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select, text_of, value
from threadsite.engines.vbulletincode import BOXES
from threadsite.model import Reaction

BOARD = r"^(?!\w+://[^/]*/?$)(?!(?:.*/)?forums?(?:\.html)?/?$)[^?#]*\w"
"""The address of a board, and not that of the site or of all its boards."""

ANCHOR = "a.anchor[id^=post]"
HIDDEN = r"(?:^| )(?:b-post--|js-post--|is-)?(?:deleted|unapproved|unpublished|moderated)(?: |$)"


class VBulletin5(HtmlEngine):
    """vBulletin since 2012: all is nodes with numbers. Comments below posts are not read."""

    name = "vbulletin5"
    rules = Rules(
        sign=("vBulletin", "b-post"),
        identify=(
            "meta[name=generator][content^='vBulletin 5']",
            "meta[name=generator][content^='vBulletin 6']",
            "li.b-post.js-post",
        ),
        # Announcements and widgets have headings of the same class as the title.
        title_of_page=r"^(.+?)(?: - \S+ \d+)? - (?:(?! - ).)+$",
        thread_id=(
            "link[rel=canonical]::attr(href)::match(/(\\d+)-[^/?#]*(?:/page\\d+)?(?:$|[?#]))",
            "li.b-post--first::attr(data-node-id)",
            "li.conversation-starter::attr(data-node-id)",
        ),
        thread_in_url=r"/(\d+)-[^/]*(?:/page\d+)?$",
        page_suffix=r"/page\d+.*$|[?#].*$",
        board=f"#breadcrumbs .crumb a::attr(href)::match({BOARD})",
        tags=".js-tags a, .b-tags a",
        page=(
            ".js-pagenum::attr(value)",
            ".b-pagenav .selected",
            "link[rel=canonical]::attr(href)::match(/page(\\d+))",
        ),
        pages=(".pagetotal", ".b-pagenav a::match(^\\d+$)"),
        withheld=f"::attr(class)::match({HIDDEN})",
        # Streams of what is new, and results of searches, show posts of many threads.
        post=(
            "*:not(.stream-view) > li.b-post:not(.b-comment)::attr(data-node-id)::match(^\\d+$)",
            "li.list-item:has(.post-content-text)::attr(data-node-id)::match(^\\d+$)",
            # Copies may have lost what only scripts need.
            f"*:not(.stream-view) > li.b-post:not(.b-comment):has({ANCHOR}):has(.b-post__body)",
        ),
        post_id=("::attr(data-node-id)", f"{ANCHOR}::attr(id)::match(^post(\\d+)$)"),
        post_url=("a.b-post__count::attr(href)", "meta[itemprop=url]::attr(content)"),
        position=("a.b-post__count", ".post-count"),
        post_title=".b-post__title",
        author=(".author strong", ".author", "[itemprop=author] [itemprop=name]"),
        guest=".author:not(:has(a))",
        author_id=(
            "[data-vbnamecard]::attr(data-vbnamecard)",
            ".author a::attr(href)::match(member/(\\d+))",
        ),
        author_url=".author a::attr(href)",
        author_title=".usertitle",
        avatar=(".b-avatar img::attr(src)", ".userinfo .avatar img::attr(src)"),
        date=(
            "time[itemprop=dateCreated]::attr(datetime)",
            ".b-post__timestamp time::attr(datetime)",
            ".b-post__timestamp",
            ".conversation-body-wrapper .post-date",
        ),
        edited=(
            ".b-post__edit-info time::attr(datetime)",
            ".b-post__edit-info",
            ".b-post__edit::match(;\\s*([^;]*\\d.*)$)",
            ".b-post__edit",
        ),
        body=("[itemprop=text]", ".js-post__content-text", ".post-content-text"),
        signature=(".b-post__signature", ".post-signature", ".signature"),
        drop=".b-post-attachments, .b-post__edit",
        attachment=".b-post-attachments__item",
        attachment_name=(
            "img::attr(alt)::match(^[^:：]*[:：]([^\\n]*?\\.[a-zA-Z]\\w{1,4})(?=\\s|$))",
            "a .h-wordwrap",
            "a[href]",
        ),
        reactions=(".js-post__votes-count::match(\\d+)",),
        board_title="h1.main-title",
        board_row="tr.forum-item",
        board_link="a.forum-title",
        board_description=".forum-desc",
        row=".topic-item::attr(data-node-id)",
        row_thread="a.topic-title",
        row_id="::attr(data-node-id)",
        row_replies=".posts-count",
        row_views=".views-count",
        row_sticky="::attr(class)::match(\\bsticky\\b)",
        row_locked="::attr(class)::match(\\bclosed\\b)",
    )
    dialect = dialect(
        classes={
            **BOXES,
            "b-bbcode__url--preview": card,
        }
    )

    def title(self, page: Page) -> str:
        """The heading with which the title of the page begins, else that without the site."""
        whole = value(page.root, "head title") or ""
        headings = map(text_of, select(page.root, "h1.main-title"))
        begun = [text for text in headings if text and whole.startswith(text)]
        return max(begun, key=len) if begun else super().title(page)

    def reactions(self, element: Element) -> Iterator[Reaction]:
        """Votes; since 6, how many reacted in which way."""
        yield from super().reactions(element)
        for kind in select(element, ".reactions__topic-reaction"):
            count = number(value(kind, ".reactions__topic-reaction--count"))
            name = value(kind, (".reactions__emoji", ".reactions__emoji img::attr(alt)"))
            if count:
                yield Reaction(name or "Reaction", count)
