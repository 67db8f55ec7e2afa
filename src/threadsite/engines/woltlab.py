"""WoltLab: Burning Board 4 and Suite 3 to 6: `#postN`, `.messageText`, `.quoteBox`, microdata."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import card, dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, text_of, value
from threadsite.markup.code import code
from threadsite.markup.hooks import first, spoiler
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock

# "Quote from NAME", "Zitat von NAME", "Citation de NAME": two words, then the name.
HEAD = re.compile(
    r"^(?:Quote from|Zitat von|Citation de|Cita de|Citaat van|Cytat (?:z|od)|Cita(?:to|zione) da"
    r"|Citát od|Citace od|Idézet tőle:|Цитата (?:от|из))\s+(.+)"
)
MARKS = "\"'»«„“”"
# Its messages are marked up as posts.
CONVERSATION = (
    "body[data-template=conversation][data-application=wcf], body[id^=tpl][id$=onversation]"
)
NUMBER = "::attr(cite)::match(post(?:ID=)?(\\d+)$)"


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A `<blockquote>` with a title and a box for the words; its `cite` is the post's address."""
    words, head = first(element, "quoteBoxContent"), first(element, "quoteBoxTitle")
    text = text_of(head).strip() if head is not None else ""
    found = HEAD.match(text)
    # Before Suite 3 the words stand in the quote itself, below a <header>.
    top = next(element.iter("header"), None) if words is None else None
    name = found[1] if found else named(text or (text_of(top) if top is not None else ""))
    inside = walker.without(head, top).blocks(element if words is None else words)
    author = element.get("data-author") or (name and name.strip(MARKS))
    return [QuoteBlock(inside, author, value(element, NUMBER))]


class WoltLab(HtmlEngine):
    """WoltLab since 2013."""

    name = "woltlab"
    rules = Rules(
        sign=("woltlab", "WoltLab", "wbbPost", "wcf"),
        identify=(
            "[data-template=thread][data-application=wbb], #tpl_wbb_thread",
            ".wbbPost.message",
            "[data-application=wbb], [id^=tpl_wbb_]",
            CONVERSATION,
        ),
        title=(".contentHeader .contentTitle [itemprop]", ".contentTitle", ".wbbThread h1", "h1"),
        thread_id=(
            "[data-thread-id]::attr(data-thread-id)",
            "link[rel=canonical]::attr(href)::match([Tt]hread/(\\d+))",
        ),
        thread_in_url=r"[Tt]hread/(\d+)|threadID=(\d+)",
        page_suffix=r"[?&]pageNo=\d+|[?&]postID=\d+|#.*$",
        board=".breadcrumbs a::attr(href)::match([Bb]oard/\\d+|boardID=\\d+)",
        tags=".tagList a, .tagList .tag",
        locked=".contentHeader .jsIconClosed, .contentHeader fa-icon[name=lock]",
        page=(
            "woltlab-core-pagination::attr(page)",
            ".pagination .active span:not(.invisible)",
            ".pageNavigation .active::match(\\d+)",
        ),
        pages=(
            "woltlab-core-pagination::attr(count)",
            ".pagination::attr(data-pages)",
            ".pageNavigation a::match(^\\d+$)",
        ),
        private=CONVERSATION,
        hidden="header.wbbThread[data-is-deleted='1'], header.wbbThread[data-is-disabled='1']",
        withheld=(
            "::attr(class)::match((?:^| )message(?:Disabled|Deleted)(?: |$))",
            "::attr(data-is-deleted)::match(^(?:1|true)$)",
            "::attr(data-is-disabled)::match(^(?:1|true)$)",
        ),
        post=("article.wbbPost", "article.message:has(.messageText)"),
        post_id=(
            ".permalink::attr(href)::match(#post(\\d+)$)",
            "::attr(data-object-id)",
            ".messageText::attr(data-object-id)",
            "a[href*='#post']::attr(href)::match(#post(\\d+)$)",
        ),
        post_url=(".permalink::attr(href)", "meta[itemprop=url]::attr(content)"),
        position=(
            ".messageQuickOptions a::match(^#?([\\d.,]+)$)",
            ".jsPermalink::match(([\\d.,]+))",
        ),
        author=(".messageAuthor .username", ".username", ".messageAuthorContainer"),
        author_id=(
            ".username::attr(data-object-id)",
            ".username::attr(data-user-id)",
            ".messageAuthor a::attr(href)::match([Uu]ser/(\\d+))",
            ".messageSidebar .username a::attr(href)::match([Uu]ser/(\\d+))",
        ),
        author_url=(
            ".messageAuthor a.username::attr(href)",
            ".messageSidebar .username a::attr(href)",
        ),
        author_title=(".messageAuthor .userTitleBadge", ".messageSidebar .userTitleBadge"),
        avatar=(".messageAuthor img::attr(src)", ".messageSidebar .userAvatar img::attr(src)"),
        guest=".messageSidebar.guest",
        date=(
            ".permalink woltlab-core-date-time::attr(date)",
            ".permalink time::attr(datetime)",
            "meta[itemprop=datePublished]::attr(content)",
            "time::attr(datetime)",
        ),
        edited=(
            ".messageFooterNote time::attr(datetime)",
            "meta[itemprop=dateModified]::attr(content)",
        ),
        body=(".messageText", ".messageBody"),
        drop=".messageFooterNotes",
        signature=".messageSignature",
        attachment=".attachmentThumbnailList li, .attachmentFileList li",
        attachment_name=(".attachmentFilename", "a[href]"),
        board_row=":has(> .wbbBoardDescription)",
        board_link="h2 a, h3 a",
        board_description=".wbbBoardDescription",
    )
    dialect = dialect(
        {
            "quoteBox": quote,
            "spoilerBox": spoiler("spoilerBoxContent", "jsSpoilerToggle"),
            "codeBox": code("codeBoxCode"),
            "embeddedContent": card,
        }
    )
