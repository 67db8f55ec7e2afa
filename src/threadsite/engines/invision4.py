"""Invision Community 4 and 5: `#elComment_N`, `[data-role=commentContent]`, `.ipsQuote`.

Over 150 lines, since 5 renamed all classes but kept the attributes: one engine with two names for
most things.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadsite.engines.attribution import said
from threadsite.engines.counts import number
from threadsite.engines.embeds import card, dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, detach, select, text_of, value
from threadsite.engines.values import of, text
from threadsite.markup.hooks import spoiler
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock
from threadsite.model import Author, Reaction

LONGEST_HEAD = 200
QUOTABLE = "[data-quotedata]::attr(data-quotedata)"
PROFILE = r"/profile/(\d+)|showuser=(\d+)"


# "3 hours ago, Juno said:", "On 1/2/2020 at 3:04 PM, Juno said:".
TOLD = re.compile(r"^(?:.*\d[^,]*, )?(.+)$")
# "Am 2.1.2020 um 15:04 schrieb Juno:".
TOLD_BEFORE = re.compile(r" schrieb (.+):$")


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote: its attributes say whose it is, or else its line of attribution."""
    author = element.get("data-ipsquote-username") or element.get("data-cite")
    for head in select(element, ".ipsQuote_citation"):
        if next(head.iterancestors("blockquote")) is element:
            author = author or _told(text_of(head)[:LONGEST_HEAD])
            detach(head)
    post = value(element, "::attr(data-ipsquote-contentcommentid)::match(^\\d+$)")
    return [QuoteBlock(walker.blocks(element), author or None, post)]


def _told(head: str) -> str | None:
    before, name = TOLD_BEFORE.search(head), said(head)
    if before:
        return before[1]
    told = TOLD.match(name) if name else None
    return told[1] if told else None


def older(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote that was written in version 3."""
    return [
        QuoteBlock(
            walker.blocks(element),
            element.get("data-author") or None,
            value(element, "::attr(data-cid)::match(^[1-9]\\d*$)"),
        )
    ]


class Invision4(HtmlEngine):
    """Invision Community since 2015."""

    name = "invision4"
    rules = Rules(
        sign=("ipsApp", "ipsComment", "data-ips"),
        identify=("#ipsLayout_body", "body.ipsApp", "html[data-ips-path]", "article.ipsComment"),
        title=(
            ".ipsType_pageTitle .ipsType_break > span",
            ".ipsType_pageTitle .ipsType_break",
            ".ipsPageHeader__title h1",
            "h1.ipsPageHeader__title",
            "h1.ipsType_pageTitle",
            "meta[property='og:title']::attr(content)",
        ),
        title_of_page=r"^(.+?)(?: - [^-]+){1,2}$",
        thread_id="link[rel=canonical]::attr(href)::match(/topic/(\\d+)|showtopic=(\\d+))",
        thread_in_url=r"/topic/(\d+)|showtopic=(\d+)",
        page_suffix=r"page/\d+/?.*$|[?#].*$",
        board=(
            ".ipsBreadcrumb_top a::attr(href)::match(/forum/\\d)",
            ".ipsBreadcrumb a::attr(href)::match(/forum/\\d)",
        ),
        tags=".ipsTags .ipsTag, .ipsTags__tag",
        locked=(
            ".ipsType_pageTitle .fa-lock, .ipsPageHeader__title .fa-lock",
            ".cTopicPostArea .fa-lock, .fa-lock ~ .ipsBadge",
        ),
        page=".ipsPagination_active, .ipsPagination__active",
        pages=(".ipsPagination::attr(data-pages)", ".ipsPagination_last a::attr(data-page)"),
        private="body[data-pagemodule=messaging], [data-controller*='core.front.messages']",
        withheld=(
            "::attr(class)::match((?:^| )ipsModerated(?: |$))",
            "[data-role=moderation]::attr(data-actions)::match(\\b(?:unhide|approve)\\b)",
        ),
        post=(
            "article::attr(id)::match(^elComment_\\d+$)",
            "article.ipsComment:has([data-role=commentContent])",
            ".ipsComment:has([data-commentid])",
            "article.ipsEntry:has(.ipsEntry__post .ipsRichText)",
        ),
        post_id=(
            "::attr(id)::match(^elComment_(\\d+)$)",
            "[data-commentid]::attr(data-commentid)",
            "[id^=comment-]::attr(id)::match(^comment-(\\d+))",
            "a[id^=findComment-]::attr(id)::match(\\d+)",
            ".ipsEntry__header a[href*=findComment]::attr(href)::match(comment=(\\d+))",
        ),
        post_url=(
            "a[href*=findComment]::attr(href)",
            "a[href*='do=findComment']::attr(href)",
        ),
        position="a[href*=findComment]::match(^#\\s?(\\d+)$)",
        author=(
            "aside .cAuthorPane_author strong",
            "aside .cAuthorPane_author",
            ".cAuthorPane_author a",
            ".ipsEntry__username .ipsUsername",
            ".ipsEntry__username > a",
            ".ipsEntry__username::text",
            "[itemprop=creator] [itemprop=name]",
        ),
        guest='[data-quotedata]::attr(data-quotedata)::match("userid":"?(?:null|0)\\b)',
        author_id=(
            '[data-quotedata]::attr(data-quotedata)::match("userid":"?(\\d+))',
            f"aside a[href]::attr(href)::match({PROFILE})",
            f".cAuthorPane_author a::attr(href)::match({PROFILE})",
            f".ipsEntry__username a::attr(href)::match({PROFILE})",
        ),
        author_url=(".cAuthorPane_author a::attr(href)", ".ipsEntry__username a::attr(href)"),
        author_title=(
            "aside [data-role=member-title]",
            "aside [data-role=group]",
            ".ipsEntry__group",
        ),
        avatar=(
            "aside .cAuthorPane_photo img::attr(src)",
            ".ipsAvatarStack img::attr(src)",
            ".ipsEntry__header .ipsUserPhoto img::attr(src)",
        ),
        date=(
            ".ipsComment_meta time::attr(datetime)",
            ".ipsEntry__header time::attr(datetime)",
            "time[datetime]::attr(datetime)",
            "time",
        ),
        edited="[data-excludequote] time::attr(datetime)",
        body=("[data-role=commentContent]", ".ipsType_richText", ".ipsRichText"),
        drop="[data-excludequote], .ipsQuote_citation:empty",
        signature=(
            "[data-role=memberSignature] [data-ipslazyload]",
            "[data-role=memberSignature]",
        ),
        reactions="[data-role=reactCountText]",
        attachment="a.ipsAttachLink:not(.ipsAttachLink_image)",
        attachment_name=(".ipsAttachLink_title", "a[href]"),
        sticky=".ipsType_pageTitle .fa-thumb-tack, .ipsPageHeader .fa-thumbtack",
        poll="section[data-controller='core.front.core.poll'], .cPoll",
        poll_question=(".cPollList .ipsType_sectionHead::match(^(?:\\d+\\.\\s*)?(.+)$)", "h3"),
        poll_choice=(
            ".cPollList > li:first-child .cPollList_choices > li",
            ".ipsPollList > li:first-child ul > li",
            ".ipsPoll__choice",
        ),
        poll_answer=(".ipsGrid_span4", ".i-flex_11", ".cPollList_choiceText", "::match(\\S.*)"),
        poll_votes=(".ipsGrid_span1", ".i-flex_91"),
        board_title="h1.ipsType_pageTitle, h1.ipsPageHeader__title",
        board_row=".cForumRow, [data-forumid]",
        board_link=".ipsDataItem_title a, .ipsData__title a",
        board_description=".ipsDataItem_meta, .ipsData__desc",
        row=("li.ipsDataItem::attr(data-rowid)", "li.ipsData__item::attr(data-rowid)"),
        row_thread=(".ipsDataItem_title a[href*='/topic/']", ".ipsData__title a"),
        row_id="::attr(data-rowid)",
        row_replies="[data-stattype=forums_comments] [class*=number]",
        row_views="[data-stattype=num_views] [class*=number]",
        row_sticky=".fa-thumb-tack, .fa-thumbtack",
        row_locked=".fa-lock",
    )
    dialect = dialect(
        classes={
            "ipsQuote": quote,
            "ipsBlockquote": older,
            "ipsSpoiler": spoiler("ipsSpoiler_contents", "ipsSpoiler_header"),
            "ipsEmbedded": card,
        }
    )

    def author(self, element: Element, page: Page) -> Author:
        """Who wrote the post, by the bare name: groups put signs round it, threads put badges."""
        author, name = super().author(element, page), _bare_name(element)
        if not name or name == author.name:
            return author
        named = author.id in (f"guest:{author.name}", f"name:{author.name}", "inferred:nobody")
        id_ = f"{'guest' if author.guest else 'name'}:{name}" if named else author.id
        return replace(author, id=id_, name=name, inferred=False)

    def reactions(self, element: Element) -> Iterator[Reaction]:
        """How many reacted in which way, or how many in all."""
        kinds = select(element, ".ipsReact_reactCount")
        for kind in kinds:
            count = number(value(kind, "span:last-child::match(^\\d[\\d.,]*$)"))
            if count:
                yield Reaction(value(kind, "img::attr(alt)") or "Reaction", count)
        if not kinds:
            yield from super().reactions(element)


def _bare_name(element: Element) -> str | None:
    """The name that the page keeps for quotes of the post."""
    try:
        return text(of(json.loads(value(element, QUOTABLE) or "{}")), "username")
    except (ValueError, RecursionError):
        return None
