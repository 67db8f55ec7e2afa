"""vBulletin 3: `#postN`, `#post_message_N`, and no element for quotes, code or signature.

Over 150 lines, since styles, rewritten addresses and pages for print each leave other marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, own_text, select
from threadsite.engines.signature import LINE, below_line
from threadsite.engines.vbulletincode import BOXES, box
from threadsite.model import Post

MARKED = "[id^=post_message_]"
"""The body, since 3.5."""
PRINTED = "td[style*='14pt']"
"""The author of a post, on a page for print: all that tells one."""
COUNTED = ".thead a[href*='showpost']"
"""The number of a post, which leads to the post alone."""


class VBulletin3(HtmlEngine):
    """vBulletin 3.0 to 3.8."""

    name = "vbulletin3"
    rules = Rules(
        sign=("vBulletin", "post_message_", "vbmenu_control"),
        identify=(
            "meta[name=generator][content^='vBulletin 3']",
            "a.bigusername",
            "[id^=td_post_]",
            "td.vbmenu_control",
        ),
        title=(
            ".navbar > strong",
            "td.navbar strong",
            "h1",
            ".threadtitle",
            "strong:has(+ a[href*='showthread.php'])",
        ),
        title_of_page=r"^(.+?)(?: - \S+ \d+)? - (?:(?! - ).)+$",
        thread_id=(
            "input[name=searchthreadid]::attr(value)",
            "input[name=t]::attr(value)",
            "a[href*='newreply.php']::attr(href)::match([?&]t=(\\d+))",
            "a[href*='showthread.php']::attr(href)::match([?&]t=(\\d+))",
        ),
        thread_in_url=r"[?&]t=(\d+)|/(\d+)-[^/]*$|showthread\.php/(\d+)",
        page_suffix=r"[?&](?:s|page|pp|highlight|p)=[^&#]*|#.*$",
        board=(
            ".navbar a::attr(href)::match(forumdisplay\\.php)",
            ".navbit a::attr(href)::match(forumdisplay\\.php)",
            # Where addresses are rewritten, only the site itself has a key of its own.
            "span.navbar a:not([accesskey])",
            "[itemtype$=BreadcrumbList] a[itemprop=item]:not([accesskey])",
        ),
        page=(
            ".pagenav .vbmenu_control",
            ".pagenav strong",
            "link[rel=canonical]::attr(href)::match([?&]page=(\\d+)|/\\d+-[^/]*-(\\d+)\\.html$)",
        ),
        pages=(".pagenav .vbmenu_control::match((\\d+)\\D*$)", ".pagenav a"),
        private="form[action*='private.php']",
        withheld=".thead img[src*='/moderated'], .thead img[src*='/trashcan']",
        post=(
            "table::attr(id)::match(^post\\d+$)",
            "div::attr(id)::match(^post\\d+$)",
            "div::attr(id)::match(^edit\\d+$)",
            "table:has([id^=post_message_])",
            f"td.page:has({PRINTED})",
            "table:has(> tr > td.thead):has(a.bigusername),"
            f" table:has(> tr > td{COUNTED}):has(td.alt1)",
        ),
        post_id=(
            "::attr(id)::match(^(?:post|edit)(\\d+)$)",
            "[id^=post_message_]::attr(id)::match(\\d+)",
            f"{COUNTED}::attr(href)::match([?&]p=(\\d+))",
        ),
        post_url=("[id^=postcount]::attr(href)", f"{COUNTED}::attr(href)"),
        position=(
            "[id^=postcount]::match(\\d[\\d.,]*)",
            "[id^=postcount]::attr(name)",
            f"{COUNTED}::match(^#?\\s?(\\d+)$)",
        ),
        post_title="[id^=td_post_] > .smallfont:first-child > strong",
        author=(
            ".bigusername",
            "[id^=postmenu_] > a",
            "[id^=postmenu_]::text",
            "[id^=postmenu_]",
            PRINTED,
            "td.alt2 > div:not([class])",
        ),
        author_id=(
            ".bigusername::attr(href)::match((?:[?&]u=|/)(\\d+)(?:$|[-&]))",
            "[id^=postmenu_] a::attr(href)::match((?:[?&]u=|/)(\\d+)(?:$|[-&]))",
            "a[href*='do=finduser']::attr(href)::match([?&]u=(\\d+))",
        ),
        author_url="a.bigusername::attr(href)",
        author_title="[id^=postmenu_] ~ .smallfont:not(:has(div))",
        avatar=("img[src*='image.php?']::attr(src)", "img[src*=avatar]::attr(src)"),
        guest="[id^=postmenu_]:not(:has(a))",
        date=(
            ".thead::text",
            ".thead *::text",
            ".thead",
            "*:has(> a[name^=post])::text",
            "a[name^=post] + span",
            f"{PRINTED} + td.smallfont",
        ),
        edited=("[id^=td_post_] .smallfont em", "td.alt1 .smallfont em"),
        body=(
            MARKED,
            "td.alt1 > div[style] > div:not([class]):not([style]):not([align])",
            "td.alt1 > div:not([class]):not([style]):not([align])",
            "td.page > hr ~ div:last-child",
        ),
        attachment="fieldset a[href*=attachment], fieldset :not(a) > img[src*=attachment]",
        attachment_name=(
            "a::text",
            "img::attr(alt)::match(^[^:：]*[:：]([^\\n]*?\\.[a-zA-Z]\\w{1,4})(?=\\s|$))",
            "img::attr(alt)",
            "img::attr(src)::match(attachmentid=\\d+)",
        ),
        poll="table:has(> tr > td > img[src*='/polls/'])",
        poll_question=(".tcat::match(:\\s*(.+)$)", ".tcat"),
        poll_choice="tr:has(> td > img[src*='/polls/'])",
        poll_answer="td",
        poll_votes="td:has(> img) + td",
        poll_voters="td:not(:has(img))::match(^\\s*[^:\\d]{1,30}:\\s*(\\d[\\d.,]*))",
        locked="img[src*=threadclosed]",
        board_title=(".navbar > strong", "td.navbar strong"),
        board_row="td[id^=f]:has(a > strong)::attr(id)::match(^f\\d+$)",
        board_link="a:has(> strong)",
        board_description="div.smallfont:not([style])",
        board_end="strong",
        row=("tr:has(> td[id^=td_threadtitle_])", ".trow:has(> [id^=td_threadtitle_])"),
        row_thread="a[id^=thread_title_]",
        row_id="[id^=td_threadtitle_]::attr(id)::match(\\d+)",
        row_replies=(
            "a[href*=whoposted]",
            "td[title]::attr(title)::match(^\\D*(\\d[\\d.,]*))",
        ),
        row_views=(
            "*:has(> a[href*=whoposted]) + *",
            "td[title]::attr(title)::match((\\d[\\d.,]*)\\D*$)",
        ),
        row_sticky="img[src*=sticky]",
        row_locked="img[src*=_lock]",
        row_moved="img[src*=_moved]",
    )
    dialect = dialect(classes=BOXES, tags={"div": box})

    def elements(self, page: Page) -> list[Element]:
        """The posts; where some have marked bodies, those without are hidden or deleted.

        Results of a search have neither these nor the menu of the author.
        """
        found = super().elements(page)
        return [post for post in found if select(post, MARKED)] or [
            post
            for post in found
            if select(post, ("[id^=postmenu_]", PRINTED, "a.bigusername", COUNTED))
        ]

    def faults(self, post: Post, earlier: Set[str]) -> Iterator[str]:
        """As of any page; on those for print, posts have neither ids nor numbers."""
        if post.id or post.position:
            yield from super().faults(post, earlier)

    def signature_element(self, element: Element) -> Element | None:
        """What stands below a line of its own, outside the body."""
        marked = (div for div in element.iter("div") if own_text(div).strip().startswith(LINE))
        found = next(marked, None)
        return below_line(found) if found is not None else None
