"""XenForo 1.0 to 1.5: `li#post-N.message` with `data-author`, dates in `.DateTime`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from threadsite.engines.attribution import named
from threadsite.engines.counts import number
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, own, own_text, select, value
from threadsite.markup.hooks import spoiler
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock, Spoiler
from threadsite.model import Reaction

PAGE = r"link[rel=canonical]::attr(href)::match(page-(\d+))"
MEMBER = r"\.(\d+)/?$"
QUOTE, SPOILER = "bbCodeQuote", "bbmSpoilerBlock"
PERMALINK = r"[./](\d+)(?:\.html|/)(?:page-\d+)?#post-\d"
BOARD = r"[./]\d+/?$|(?:forums|categories)/[^/?]+/?$"


def quote(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A quote; its title links the post since 1.2."""
    # A widespread add-on writes its spoilers as quotes.
    if SPOILER in (element.get("class") or ""):
        return None
    author, post = element.get("data-author"), None
    title = own(element, ".attribution", QUOTE)
    if title is not None:
        author = author or named(own_text(title))
        post = value(title, "a::attr(href)::match((?:goto/post[?&]id=|\\bpost-|/posts/)(\\d+))")
    content = own(element, (".quoteContainer .quote", ".quoteContainer"), QUOTE)
    return [QuoteBlock(walker.blocks(element if content is None else content), author, post)]


def hidden(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A spoiler of that add-on: what it hides stands in a block quote."""
    content = select(element, (".bbm_spoiler > blockquote", ".quotecontent"))
    title = value(element, ".bbm_spoiler_show") or ""
    return [Spoiler(walker.blocks(content[0]), title)] if content else None


CONTROL = (".messageMeta [data-href*='posts/']", ".messageMeta a[href*='posts/']")
UNNUMBERED = f"li.message:has(.messageInfo):has({', '.join(CONTROL)})"
"""A post that has lost its id, but still links to itself."""


class XenForo1(HtmlEngine):
    """XenForo until 2017."""

    name = "xenforo1"
    rules = Rules(
        sign=('id="XenForo"', "messageText", "XenForo"),
        identify=(
            "html#XenForo",
            "li.message[id^=post-] .messageInfo",
            f"{UNNUMBERED} .messageContent",
        ),
        title=(".titleBar h1::text", "meta[property='og:title']::attr(content)", "h1::text"),
        title_of_page=r"^(.+?)(?: \| [^|]*? \d+)?(?: [|-] (?:(?! [|-] ).)+)$",
        thread_id=(
            f"a.postNumber, a.datePermalink::attr(href)::match({PERMALINK})",
            "#pageDescription a::attr(href)::match(threads/(?:[^/]*\\.)?(\\d+)/?$)",
            ".PageNav a::attr(href)::match([./](\\d+)/page-\\d)",
        ),
        thread_in_url=r"[./](\d+)(?:\.html|/)?(?:page-\d+|unread|latest)?/?(?:[?#].*)?$",
        page_suffix=r"page-\d+/?(?:[?#].*)?$",
        board=f".breadcrumb a::attr(href)::match({BOARD})",
        tags=".tagList a.tag",
        page=(".PageNav::attr(data-page)", ".PageNav a.currentPage", PAGE),
        pages=(".PageNav::attr(data-last)", ".PageNav a"),
        hidden=".threadAlerts .deletedAlert, .threadAlerts .moderatedAlert",
        withheld=".messageNotices .deletedNotice, .messageNotices .moderatedNotice",
        post=("li.message[id^=post-]", UNNUMBERED),
        post_id=(
            "::attr(id)::match(^post-(\\d+))",
            f"{CONTROL[0]}::attr(data-href)::match(posts/(\\d+))",
            f"{CONTROL[1]}::attr(href)::match(posts/(\\d+))",
        ),
        post_url="a.datePermalink[href*=post], a.postNumber[href*=post]::attr(href)",
        position=("a.postNumber::match(\\d[\\d.,]*)", ".postNumber"),
        author=("::attr(data-author)", ".userText .username", "a.username.author"),
        author_id=(
            ".messageUserInfo [class*=Av]::attr(class)::match(\\bAv(\\d+)[a-z])",
            f".userText a.username::attr(href)::match({MEMBER})",
            f"a.username::attr(href)::match({MEMBER})",
        ),
        author_url=(".userText a.username::attr(href)", "a.username.author::attr(href)"),
        author_title=".userTitle",
        avatar=".messageUserInfo .avatar img::attr(src)",
        date=(
            ".messageMeta abbr.DateTime::attr(data-time)",
            ".datePermalink abbr.DateTime::attr(data-time)",
            ".messageMeta .DateTime::attr(title)",
            ".datePermalink .DateTime::attr(title)",
            ".messageMeta .DateTime",
            ".datePermalink .DateTime",
            ".messageDetails .DateTime",
        ),
        edited=(
            ".editDate .DateTime::attr(data-time)",
            ".editDate .DateTime::attr(title)",
            ".editDate",
        ),
        body=("blockquote.messageText", ".messageContent .messageText", ".messageContent article"),
        drop=(
            ".messageTextEndMarker, .quoteExpand, .editDate",
            ".bbCodeBlock:not(.bbCodeQuote) > .type",
        ),
        signature=".signature",
        attachment=".attachedFiles li.attachment",
        attachment_name=".filename a",
        attachment_url=".filename a::attr(href)",
        poll=".PollContainer, .pollBlock",
        poll_question=".questionText",
        poll_choice=(".pollResult", ".pollOptions li"),
        poll_answer=".optionText",
        poll_votes=".count",
        board_title=".titleBar h1",
        board_about="#pageDescription.muted:not(:has(a))",
        board_group="li.category",
        board_group_title=".categoryStrip .nodeTitle",
        board_row=".nodeInfo",
        board_link=".nodeTitle a",
        board_description=".nodeDescription",
        row="li.discussionListItem::attr(id)::match(^thread-\\d+$)",
        row_thread=(".title a.PreviewTooltip", ".title a:not(.prefixLink)"),
        row_id="::attr(id)::match(\\d+)",
        row_board="a.forumLink",
        row_replies=".stats .major dd",
        row_views=".stats .minor dd",
        row_sticky="::attr(class)::match(\\bsticky\\b)",
        row_locked="::attr(class)::match(\\blocked\\b)",
    )
    dialect = dialect(
        classes={
            QUOTE: quote,
            SPOILER: hidden,
            "bbCodeSpoilerContainer": spoiler("SpoilerTarget", "SpoilerTitle"),
        }
    )

    def reactions(self, element: Element) -> Iterator[Reaction]:
        """The likes: who is named, and how many others there are."""
        liked = select(element, ".likesSummary .LikeText")
        if liked:
            others = number(value(liked[0], ".OverlayTrigger")) or 0
            yield Reaction("Like", len(select(liked[0], ".username")) + others)
