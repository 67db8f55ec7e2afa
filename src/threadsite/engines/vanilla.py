"""Vanilla 2: `#Discussion_N`, `#Comment_N`, `.Message`, `.UserQuote`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from threadsite.document import parse_html
from threadsite.engines.attribution import named
from threadsite.engines.embeds import ADDRESS, CARD, card, dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.rules import Element, Rules, select, text_of, value
from threadsite.engines.values import Json, of, raw, text
from threadsite.markup.hooks import spoiler
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Link, Node, QuoteBlock, Text

QUOTED = "quote"
RECORDS = {"comment": "Comment", "discussion": "Discussion"}
COMMENT = "a[href*='discussion/comment/']::attr(href)::match(comment/(\\d+))"


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A `<blockquote>`: the name in `rel`, in a line of its own, or first in the words."""
    head = next((e for e in element.iter("div", "p") if _is_head(e)), None)
    number = value(head, COMMENT) if head is not None else None
    name = element.get("rel") or (named(text_of(head)) if head is not None else None)
    inside = walker.without(head).blocks(element)
    return [QuoteBlock(inside, name and name.removeprefix("@"), number and f"Comment_{number}")]


def embed(element: Element, walker: Walker) -> Sequence[Node] | None:
    """What the editor embedded: pictures as they stand, quotes, and cards."""
    if select(element, "img.embedImage-img"):
        return None
    told = _told(element)
    if raw(told, "embedType") != QUOTED:
        return _sign(element, walker) if _is_inline(element) else card(element, walker)
    number, kind = text(told, "recordID"), RECORDS.get(raw(told, "recordType"))
    words = walker.blocks(parse_html(raw(told, "body"))[0])
    author = text(of(told, "insertUser"), "name")
    return [QuoteBlock(words, author, f"{kind}_{number}" if kind and number else None)]


def _told(element: Element) -> Json:
    """What the page says of the embedded thing, for its script."""
    try:
        return of(json.loads(element.get("data-embedjson") or "{}"))
    except (ValueError, RecursionError):
        return {}


def _sign(element: Element, walker: Walker) -> Sequence[Node]:
    """A card within a line."""
    url = walker.url(value(element, ADDRESS))
    return [Link(url, (Text(CARD),))] if url else ()


def _is_inline(element: Element) -> bool:
    return "inlineEmbed" in (element.get("class") or "").split()


def _is_head(element: Element) -> bool:
    return "QuoteAuthor" in element.get("class", "").split()


class Vanilla(HtmlEngine):
    """Vanilla Forums since 2010."""

    name = "vanilla"
    rules = Rules(
        sign=("vanilla", "Vanilla", "MessageList"),
        identify=(
            ".MessageList .ItemDiscussion, .MessageList .ItemComment",
            "#vanilla_discussion_index, #vanilla_discussion_comment",
            "#vanilla_categories_index, #vanilla_discussions_index",
        ),
        title=("#Item_0 h1", ".PageTitle h1", ".Discussion h1", "h1"),
        thread_id=(
            "[id^=Discussion_]::attr(id)::match(^Discussion_(\\d+)$)",
            "[data-discussionid]::attr(data-discussionid)",
            "link[rel=canonical]::attr(href)::match(discussion/(\\d+))",
        ),
        thread_in_url=r"discussion/(\d+)",
        page_suffix=r"/p\d+$|#.*$",
        board=(
            ".Breadcrumbs .CrumbLabel a::attr(href)::match(/categories/)",
            ".DiscussionMeta .Category a",
        ),
        tags=(".InlineTags .TagName", ".DiscussionTags a"),
        locked=".DiscussionMeta .Tag-Closed, .Closed .ItemDiscussion",
        page=(".Pager .Highlight",),
        pages=(".Pager a::match(^\\d+$)",),
        post=(
            "[id^=Discussion_].ItemDiscussion, [id^=Comment_].ItemComment",
            # Version 2.0.
            ".MessageList [id^=Discussion_].Item, .MessageList [id^=Comment_].Item",
        ),
        post_id="::attr(id)::match(^(?:Discussion|Comment)_\\d+$)",
        post_url=".Permalink::attr(href)",
        author=(".Author .Username", ".Author a::attr(title)", ".Author"),
        author_id=".Author a::attr(data-userid)",
        author_url=".Author .Username::attr(href)",
        author_title=(".AuthorInfo .RoleTitle", ".AuthorInfo .Rank", ".UserTitle"),
        avatar=".Author img::attr(src)",
        date=(".DateCreated time::attr(datetime)", "time::attr(datetime)", ".DateCreated"),
        edited=(".DateUpdated time::attr(datetime)", ".DateUpdated"),
        body=(".Message.userContent", ".Message"),
        drop=".ThankedByBox, .Reactions, .DateUpdated, .Options",
        signature=(".UserSignature", ".Signature"),
        attachment=".AttachFileWrapper .Attachment, .MediaThumbnail, .FileWrapper",
        board_about=".PageDescription",
        board_row=(".ItemContent:has(.CategoryDescription)", ".Item:has(.CategoryDescription)"),
        board_link=(".CategoryName a:not([class*=Icon])", "h2 a, h3 a", "a.ItemLink", "a.Title"),
        board_description=".CategoryDescription",
        row="[id^=Discussion_].ItemDiscussion:has(.Title a)",
        row_thread=".Title a",
        row_board=".Category a",
        row_replies=(".CommentCount [title]::attr(title)", ".CommentCount"),
        row_views=(".ViewCount [title]::attr(title)", ".ViewCount"),
        row_sticky=".Tag-Announcement",
        row_locked=".Tag-Closed",
    )
    dialect = dialect(
        {
            "UserQuote": quote,
            "Quote": quote,
            "js-embed": embed,
            "embedExternal": embed,
            "UserSpoiler": spoiler("SpoilerText", "SpoilerTitle"),
        }
    )
