"""phpBB 2.0: subSilver and the themes derived from it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import takewhile

from lxml import etree

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, select, value
from threadsite.engines.signature import below_line
from threadsite.markup.code import literal
from threadsite.markup.html import Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock
from threadsite.model import Author

# A mirror has "@" or an escape for what begins the query, and ".html" before it.
TOPIC = r"(?:[?&;@]|%3F)t=(\d+)"
PROFILE = r"a[href*='mode=viewprofile']::attr(href)::match([?&;@]u=(\d+))"
BOARD = r"viewforum[^?@]*[?@&](?:.*&)?[fc]=\d+"
# In the review below an editor, the anchors have no names.
ANCHOR = "a[name]:not([name=''])"
MOVED = "Moved|Verschoben|Déplacé|Movido|Spostato|Verplaatst|Flyttad|Przeniesiony|Перенесено"
HEAD = f"tr:has(> td > .name {ANCHOR})"


def box(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A table of two rows that is a quote or code; any other table is what it is."""
    content = select(element, "td.quote, td.code")
    if not content or next(content[0].iterancestors("table")) is not element:
        return None
    if content[0].get("class") == "code":
        return [CodeBlock(literal(content[0]))]
    return [QuoteBlock(walker.blocks(content[0]), named(value(element, "b") or ""))]


class PhpBB2(HtmlEngine):
    """phpBB from 2002 to 2008: everything is a table, posts are anchors `a[name=N]`."""

    name = "phpbb2"
    rules = Rules(
        sign=("viewtopic", "viewforum", "profile.php?mode="),
        identify=(
            "a.mainmenu[href*='profile'][href*='mode=']",
            "table.forumline a[href*='profile'][href*='mode=']",
            "table.bodyline a[href*='viewforum']",
            # As the forum of a portal.
            ".forumline a[href*='file=viewtopic'], .forumline a[href*='file=viewforum']",
        ),
        title=("a.maintitle", "a.cattitle[href*='viewtopic']"),
        title_of_page=r":: [^:]{3,40}? - (.+)$|:: (.+)$",
        thread_id=(
            f"a.maintitle::attr(href)::match({TOPIC})",
            f"a.cattitle[href*='viewtopic']::attr(href)::match({TOPIC})",
            f"a[href*='mode=reply']::attr(href)::match({TOPIC})",
            f"link[rel=prev]::attr(href)::match({TOPIC})",
            f"a[href*='view=previous']::attr(href)::match({TOPIC})",
        ),
        thread_in_url=TOPIC,
        url=("link[rel=canonical]::attr(href)", "a.maintitle::attr(href)"),
        page_suffix=r"[&](?:start|postdays|postorder|highlight|sid)=[^&#]*|#.*$",
        board=(
            f".nav a::attr(href)::match({BOARD})",
            # Where addresses have words: what follows the index.
            "td:not([class^=cat]) > .nav > a.nav ~ a.nav",
        ),
        page=".nav b:has(~ b)",
        pages=".nav b",
        private="form[action*='privmsg']",
        post=(
            f"{HEAD}:has(.postbody)",
            f"tr:has(> td > {ANCHOR}):has(td .postbody)",
            # Without anchors, but no results of a search, which have no title.
            f"body:has(a.maintitle):not(:has({HEAD}))"
            " .forumline > tr:has(> td > .name):has(.postbody)",
        ),
        post_id=(
            "td a::attr(name)::match(^\\d+$)",
            "a[href*='viewtopic']:not(.postlink)::attr(href)::match(#(\\d+)$)",
        ),
        post_url=(
            "a[href*='viewtopic.php?p=']::attr(href)::match(^[^&#]*)",
            "a[href*='file=viewtopic'][href*='p=']::attr(href)::match(^[^#]*)",
        ),
        post_title=".postdetails:has(> .gen)::text::match(\\n\\s*[^:\\n]+:\\s*(\\S.*))",
        author=(".name b", ".name strong", ".name", "td > b", "td > div > b"),
        author_id=f".name {PROFILE}",
        author_title=".postdetails::text::match(^([^:\\n]+)\\n)",
        avatar=".name ~ .postdetails img:not([src*=rank])::attr(src)",
        date=(
            "table .postdetails::match(:(.+)$)",
            "table .postdetails",
            "td > .postdetails::match(:(.+)$)",
        ),
        edited=".gensmall",
        body=("td:has(> .postbody)", "td.postbody"),
        drop=".gensmall, td.attachheader, table.attachtable, img[src$='/spacer.gif']",
        attachment="table.attachtable:has(a, img)",
        attachment_name=("img::attr(alt)::match(^.+\\.\\w+$)", ".attachheader", "a"),
        locked="img[src*=reply-locked]",
        poll="form[action*='posting.php']:has(td > .gen > b)",
        poll_question=".gen b",
        poll_choice=(
            "tr:has(> td > .gen):has(img[src*=vote_lcap])",
            "tr:has(> td > .gen):has(> td > input[name=vote_id])",
        ),
        poll_answer="td > .gen",
        poll_votes="td > .gen::match(\\[\\s?(\\d+))",
        board_row="tr:has(> td a.forumlink)",
        board_link="a.forumlink",
        board_description="td:has(a.forumlink) .genmed",
        row="tr:has(> td a.topictitle)",
        row_thread="a.topictitle",
        row_board="a[href*='viewforum.php']",
        row_replies="td:has(a.topictitle) ~ td > .postdetails",
        row_views="td:has(a.topictitle) ~ td > .postdetails::match(^\\d+$)",
        row_sticky="img[src*=folder_sticky], img[src*=folder_announce]",
        row_locked="img[src*=folder_lock]",
        row_moved=f".topictitle::match(^(?:{MOVED})\\s?:)",
    )
    dialect = dialect(tags={"table": box})

    def elements(self, page: Page) -> list[Element]:
        """Where only the row of the author is marked, with those up to the next such row."""
        found = super().elements(page)
        heads = [] if found else select(page.root, HEAD)
        posts = [_gathered(head, frozenset(heads)) for head in heads]
        if posts:
            changed()
        return found or [post for post in posts if select(post, self.rules.body)]

    def author(self, element: Element, page: Page) -> Author:
        """Only the button below the post that shows the profile has the number of its author."""
        author = super().author(element, page)
        buttons = next(element.itersiblings("tr"), element)
        number = value(buttons, PROFILE)
        return replace(author, id=number) if number else author

    def signature_element(self, element: Element) -> Element | None:
        """What stands below the line."""
        return below_line(element)


def _gathered(head: Element, heads: Set[Element]) -> Element:
    """*head* and the rows after it, up to the next of *heads*, as a table of their own."""
    post = etree.Element("table")
    rows = takewhile(lambda row: row not in heads, head.itersiblings("tr"))
    post.extend([head, *rows])
    return post
