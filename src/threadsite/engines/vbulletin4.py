"""vBulletin 4: `li#post_N.postcontainer`, `blockquote.postcontent`, `.bbcode_quote`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from threadsite.engines.embeds import dialect
from threadsite.engines.engine import Part
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules
from threadsite.engines.vbulletincode import BOXES

OLDER = "meta[name=generator][content^='vBulletin 3']"
"""Of forums that took over the style for telephones alone."""
BOARD = (
    r"^(?!\w+://[^/]*/?$)"
    r"(?!(?:.*/)?(?:index|forums?|content|activity)(?:\.php|\.html)?/?(?:[?#].*)?$)[^?#]*\w"
)
"""The address of a board, and not that of the site or of all its boards."""


class VBulletin4(HtmlEngine):
    """vBulletin 4.0 to 4.2."""

    name = "vbulletin4"
    rules = Rules(
        sign=("vBulletin", "vbulletin_html", "postcontainer"),
        identify=(
            "meta[name=generator][content^='vBulletin 4']",
            "html#vbulletin_html",
            f"html:not(:has({OLDER})) li.postcontainer",
            "#pagetitle .threadtitle",
        ),
        title=(".threadtitle a", ".threadtitle", "#pagetitle h1", "h1"),
        title_of_page=r"^(.+?)(?: - \S+ \d+)?$",
        thread_id=(
            "input[name=searchthreadid]::attr(value)",
            "input[name=t]::attr(value)",
            "link[rel=canonical]::attr(href)::match((?:[?&]t=|\\?|/)(\\d+)(?:-[^/]*)?$)",
            "a.newreply::attr(href)::match([?&]t=(\\d+))",
            "#pagetitle a::attr(href)::match([?&]t=(\\d+)|showthread\\.php[?/](\\d+))",
        ),
        thread_in_url=r"[?&]t=(\d+)|showthread\.php[?/](\d+)|/(\d+)-[^/]*$",
        page_suffix=r"/page\d+.*$|[?&](?:s|page|pp|highlight|p)=[^&#]*|#.*$",
        board=(
            ".breadcrumb .navbit a::attr(href)::match(forumdisplay|forums?/\\d)",
            f".breadcrumb .navbit:not(.lastnavbit) a::attr(href)::match({BOARD})",
            ".navbit a::attr(href)::match(forumdisplay)",
        ),
        tags="#thread_tags_list a, #tag_list_cell a",
        page=(".pagination .selected a::text", ".pagination .popupctrl"),
        pages=(".pagination .popupctrl::match((\\d+)\\D*$)", ".pagination a::match(^\\d+$)"),
        # Results of a search have posts of the same ids, elsewhere.
        private="form[action*='private.php']",
        withheld=(
            "::attr(class)::match((?:^| )postbitdeleted(?: |$))",
            ".posthead img[src*='/moderated'], .posthead img[src*='/trashcan']",
        ),
        post=(
            ".postcontainer::attr(id)::match(^post_\\d+$)",
            "#posts [id^=post_]::attr(id)::match(^post_\\d+$)",
            "#postlist [id^=post_]::attr(id)::match(^post_\\d+$)",
            ".postcontainer:has([id^=post_message_])",
            ".postcontainer:has(.posthead):has(blockquote.postcontent)",
        ),
        post_id=(
            "::attr(id)::match(^post_(\\d+)$)",
            "[id^=post_message_]::attr(id)::match(\\d+)",
            "a.postcounter::attr(href)::match(#post(\\d+)$|[?&]p=(\\d+))",
        ),
        post_url="a.postcounter::attr(href)",
        position=(
            "a.postcounter::match(\\d[\\d.,]*)",
            "[id^=postcount]::attr(name)",
            ".nodecontrols::match(#\\s?(\\d[\\d.,]*))",
        ),
        post_title=("h2.title", "h2.posttitle"),
        author=(
            ".username_container .username strong",
            ".username_container .username",
            ".username",
            ".username_container a",
            "[id^=postmenu_] a",
        ),
        author_id=(
            "a[href*=userid]::attr(href)::match(userid=(\\d+))",
            "a.username::attr(href)::match(members/(\\d+)|[?&]u=(\\d+)|member\\.php[?/](\\d+))",
            "[id^=postmenu_] a::attr(href)::match([?&]u=(\\d+))",
        ),
        author_url="a.username::attr(href)",
        author_title=".usertitle",
        avatar=".postuseravatar img::attr(src)",
        guest=".username_container:has(span.username.guest)",
        date=(".posthead .date", ".postdate", ".posthead", ".date", ".header .datetime"),
        edited=(".lastedited",),
        body=(
            "blockquote.postcontent.restore",
            "blockquote.postcontent",
            "[id^=post_message_]",
            ".content > blockquote.restore",
        ),
        signature=".signaturecontainer",
        attachment=".attachments a[href*=attachment], .attachments img.attach",
        attachment_name=(
            "a::text",
            "img::attr(alt)::match(^[^:：]*[:：]([^\\n]*?\\.[a-zA-Z]\\w{1,4})(?=\\s|$))",
            "img::attr(alt)",
        ),
        locked="a.newreply img[src*=closed], a.newreply img[src*=lock], .newreply[href*=closed]",
        board_title=(".forumtitle", "#pagetitle h1"),
        board_about="#pagetitle .description",
        board_group="li.forumbit_nopost",
        board_group_title=".forumhead .forumtitle a",
        board_row=".forumrow",
        board_link=".forumtitle a",
        board_description=".forumdescription",
        row="li.threadbit::attr(id)::match(^thread_\\d+$)",
        row_thread="a.title",
        row_id="::attr(id)::match(\\d+)",
        row_replies=".threadstats li:nth-child(1)",
        row_views=".threadstats li:nth-child(2)",
        row_sticky=".sticky",
        row_locked="::attr(class)::match(\\block\\b)",
        row_moved="::attr(class)::match(\\bmoved\\b)",
    )

    dialect = dialect(classes=BOXES)

    def parts(self, page: Page, elements: Sequence[Element]) -> Iterator[Part]:
        """As of any page; what has the id of the post before is an advertisement."""
        posts = {element.get("id") or element: element for element in reversed(elements)}
        yield from super().parts(page, list(posts.values())[::-1])
