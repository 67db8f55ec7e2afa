"""bbPress, the forum plugin of WordPress: `.bbp-reply-content`, `.bbp-breadcrumb`, `#post-N`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, select, text_of, value
from threadsite.markup.hooks import first
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """The quote of the plugin that most forums have for it: a title with a link, then the words."""
    title = first(element, "d4p-bbp-quote-title")
    name = named(text_of(title)) if title is not None else None
    post = value(title, "a::attr(href)::match(#post-(\\d+))") if title is not None else None
    return [QuoteBlock(walker.without(title).blocks(element), name, post)]


# What a search finds, or a person wrote, is of many threads.
ELSEWHERE = "body:not(:has([class*=bbp-search-results])):not(:has([id^=bbp-user-replies]))"
# In themes of BuddyBoss too.
WORDS = ".bbp-reply-content, .bb-rl-reply-content"
HEADERS = {"bbp-reply-header", "bbp-topic-header"}
SHORT = ("header", "p", "span")


class BbPress(HtmlEngine):
    """bbPress 2, since 2011."""

    name = "bbpress"
    rules = Rules(
        sign=("bbp-", "bbpress"),
        identify="#bbpress-forums, .bbp-reply-content, .bbp-forums, .bbp-topics",
        title=(".bbp-breadcrumb-current", "h1.entry-title", "h1"),
        thread_id=(
            "[id^=topic-][id$=-replies]::attr(id)::match(^topic-(\\d+))",
            "[class*=bbp-parent-topic-]::attr(class)::match(bbp-parent-topic-(\\d+))",
            ".bbp-lead-topic::attr(id)::match(^bbp-topic-(\\d+))",
        ),
        page_suffix=r"page/\d+/?$|#.*$",
        board=".bbp-breadcrumb a.bbp-breadcrumb-forum",
        tags=".bbp-topic-tags a",
        page=".bbp-pagination-links .current::match(^\\d+$)",
        pages=".bbp-pagination-links a::match(^[\\d.,]+$)",
        hidden=".type-topic.status-spam, .type-topic.status-trash, .type-topic.status-pending",
        withheld="::attr(class)::match(\\bstatus-(?:pending|spam|trash|draft|private|hidden)\\b)",
        post=(
            f"{ELSEWHERE} [class*=bbp-reply-position-]:has({WORDS}),"
            f" {ELSEWHERE} [class*=bbp-parent-topic-].topic:has({WORDS}),"
            " .bbp-lead-topic [id^=post-]:has(> .bbp-topic-content),"
            " .bbp-lead-topic:not(:has(.bbp-lead-topic, [id^=post-] > .bbp-topic-content))"
        ),
        post_id=(
            "::attr(class)::match(\\bpost-(\\d+)\\b)",
            "::attr(id)::match(^(?:post|bbp-topic)-(\\d+))",
        ),
        post_url=(".bbp-reply-permalink::attr(href)", ".bbp-topic-permalink::attr(href)"),
        author=(
            ".bbp-author-name",
            ".bbp-reply-author a[href*=user]",
            # Guests are no links; what stands below them is their role, or for moderators their IP.
            ".bbp-reply-author::text::match(\\S[^\\n]*)",
            ".bbp-topic-author::text::match(\\S[^\\n]*)",
            ".bbp-reply-author",
            ".bbp-topic-author",
            ".bbp-reply-post-name a, .bbp-reply-post-author a",
        ),
        guest=".user-id-0",
        author_id="::attr(class)::match(\\buser-id-([1-9]\\d*)\\b)",
        author_url=(".bbp-author-name::attr(href)", ".bbp-author-link::attr(href)"),
        author_title=".bbp-author-role",
        avatar=(".bbp-reply-author img::attr(src)", ".bbp-topic-author img::attr(src)"),
        date=(
            ".bbp-reply-post-date",
            ".bbp-topic-post-date",
            ".bs-timestamp, .bb-rl-timestamp",
            "time::attr(datetime)",
        ),
        edited=(".bbp-reply-revision-log li", ".bbp-topic-revision-log li"),
        body=(WORDS, ".bbp-topic-content"),
        # Themes may put the head of a post into its body.
        drop=(
            ".bbp-reply-revision-log, .bbp-topic-revision-log, .reply-tools, .bbp-attachments,"
            " .bbp-admin-links, .bbp-reply-permalink, .bbp-topic-permalink,"
            " :has(> .bbp-reply-post-date), :has(> .bbp-topic-post-date)"
        ),
        signature=".bbp-signature",
        attachment=".bbp-attachments li",
        locked=".type-topic.status-closed",
        sticky=".type-topic.sticky, .type-topic.super-sticky",
        board_row="li.bbp-forum-info",
        board_link="a.bbp-forum-title",
        board_description=".bbp-forum-content",
        row="ul[id^=bbp-topic-]:has(.bbp-topic-title)",
        row_thread="a.bbp-topic-permalink",
        row_id="::attr(id)::match(^bbp-topic-(\\d+)$)",
        row_board=".bbp-topic-started-in a",
        row_replies=".bbp-topic-reply-count",
        row_sticky="::attr(class)::match(\\bsticky\\b)",
        row_locked="::attr(class)::match(\\bstatus-closed\\b)",
    )
    dialect = dialect({"d4p-bbp-quote": quote})

    def elements(self, page: Page) -> list[Element]:
        """The posts, each with the header that stands before it."""
        found = super().elements(page)
        headers = [(one, head) for one in found if _is_header(head := one.getprevious())]
        for element, header in headers:
            element.insert(0, header)
        changed()
        return found


def _is_header(element: Element | None) -> TypeGuard[Element]:
    if element is None:
        return False
    kinds = (element.get("class") or "").split()
    return bool(HEADERS.intersection(kinds)) or (
        element.tag in SHORT and bool(select(element, ".bbp-reply-post-date"))
    )
