"""WoltLab Burning Board 3: `#postRowN`, `#postTextN`, `.messageSidebar`, `.quoteBody`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, all_text, changed, select, text_of, value
from threadsite.markup.code import literal
from threadsite.markup.hooks import first
from threadsite.markup.html import Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock

USER = r"[Uu]ser(?:ID=|/)?(\d+)"
STATE = re.compile(r"'is(?:Deleted|Disabled)':\s?1")
MARKED = re.compile(r"[»\"„“‘']([^«\"“”’']{1,200})[«\"“”’']")
"""A head sets the name in quotation marks, of the language of the forum."""


def quote(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A `<blockquote>`: a head, then the words; its `cite` is the address of the post."""
    words, head = first(element, "quoteBody"), first(element, "quoteHeader")
    if words is None:
        return None
    text = text_of(head) if head is not None else ""
    found = MARKED.search(text)
    post = value(element, "::attr(cite)::match(post(?:ID=)?(\\d+)$)")
    return [QuoteBlock(walker.blocks(words), found[1] if found else named(text), post)]


def listing(element: Element, _: Walker) -> Sequence[Node] | None:
    """Code, in the last cell of a table that numbers its lines."""
    found = select(element, ("pre", "td"))
    return [CodeBlock(literal(found[-1]))] if found else None


class WoltLab3(HtmlEngine):
    """WoltLab from 2007 to 2013."""

    name = "woltlab3"
    rules = Rules(
        sign=("postRow", "tplThread", "tplBoard", "tplIndex"),
        identify=("[id^=postRow] .messageNumber", "body[id^=tpl] #main > .mainHeadline"),
        title=("[id^=threadTitle] > a", ".headlineContainer h2 > a"),
        thread_id=(
            "[id^=threadTitle]::attr(id)::match(\\d+$)",
            "a[href*='form=PostAdd']::attr(href)::match(threadID=(\\d+))",
        ),
        thread_in_url=r"threadID=(\d+)",
        page_suffix=r"[&](?:pageNo|highlight|s)=[^&#]*|#.*$",
        # The first way leads to the board that the page is about; those of other threads follow.
        board="#main > .breadCrumbs li + li > a",
        locked="[id^=threadEdit]::attr(src)::match(Closed)",
        sticky="[id^=threadEdit]::attr(src)::match(Important|Sticky|Announcement)",
        page=".pageNavigation .active::match(\\d+)",
        pages=(".pageNavigation a::match(^\\d+$)",),
        withheld=("::attr(hidden)", ".deleteNote, img[id^=postEdit][src*=postTrash]"),
        post="[id^=postRow]::attr(id)::match(^postRow\\d+$)",
        post_id="::attr(id)::match(\\d+)",
        post_url=".messageNumber::attr(href)",
        position=".messageNumber::match(^[\\d.,]+$)",
        author=(".messageAuthor .userName", ".userName"),
        author_id=(
            f".userName a::attr(href)::match({USER})",
            f".userAvatar a::attr(href)::match({USER})",
        ),
        author_url=".userName a::attr(href)",
        author_title=".messageAuthor .userTitle",
        avatar=".userAvatar img::attr(src)",
        guest=".guestPost",
        date=".messageHeader .containerContent p",
        edited=".editNote",
        body=("[id^=postText]", ".messageBody"),
        signature=".signature",
        attachment=".messageContentInner > [class*=ttachment] a[href*='attachmentID=']",
        attachment_name=("::match(\\S.*)", "img::attr(alt)", "::attr(title)"),
        attachment_url="::attr(href)",
    )
    dialect = dialect({"quoteBox": quote, "codeBox": listing})

    def elements(self, page: Page) -> list[Element]:
        """The posts; what moderators may do with each is told to a script before it."""
        found = super().elements(page)
        for element in found:
            before = element.getprevious()
            if before is not None and before.tag == "script" and STATE.search(all_text(before)):
                element.set("hidden", "hidden")
        changed()
        return found
