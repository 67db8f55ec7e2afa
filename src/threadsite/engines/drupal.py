"""Drupal: a node, mostly of its forum module, and the comments below it; Drupal 5 to 10.

Over 150 lines, for each of these wrote everything in another way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, text_of, value
from threadsite.markup.hooks import first
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock
from threadsite.markup.words import excerpt
from threadsite.model import Author, Post

NODE = re.compile(r"/?(?:node|comment)/(\d+)|(\d+)\.html$")
USER = r"user/(\d+)"
COMMENT = "a::attr(href)::match(#comment-(\\d+)$)"
# "Submitted by NAME on DATE": the name is a link, but for guests.
NAME = (
    r"^\W*(?:Submitted by|Posted by|By|Par|Soumis par|Von|Eingetragen von|Enviado por|Inviato da"
    r"|Verzonden door|Автор) (.+?)(?: \(not verified\))? (?:on|le|am|el|il|op|в)\b"
)
# "DATE — NAME", as in Drupal 5 and 6.
DASHED = r"^\w{2,12}, .{5,30}\d:\d\d\s+—\s+(.+?)(?: \(not verified\))?$"
DATE = r"::match(\b\w{2,4}, \d{1,2}[/.-]\d{1,2}[/.-]\d{4} - \d{1,2}:\d\d)"
WHOLE = ":not(.node-teaser):not(.node--view-mode-teaser)"
UNPUBLISHED = r"(?:^| )(?:(?:(?:comment|node)--?)?unpublished|comment--?preview)(?: |$)"
UNVERIFIED = re.compile(r"\s*\([^()]*\)$")


WORD = re.compile(r"\w+")
MADE = 200
"""Letters of the post; a title has fewer."""


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote of the modules that most forums have for it: a head, then the words."""
    head, words = first(element, "quote-author"), first(element, "bb-quote-body")
    stated = text_of(head) if head is not None else element.text or ""
    inside = walker.without(head).blocks(words if words is not None else element)
    return [QuoteBlock(inside, named(stated))]


class Drupal(HtmlEngine):
    """A node with comments."""

    name = "drupal"
    rules = Rules(
        sign=("drupal", "Drupal", "sites/default", "sites/all"),
        identify=(
            "#comments .comment, .comment-wrapper .comment, [data-comment-user-id]",
            ".node-forum, .node--type-forum, .forum-post-panel-main",
            "[id^=forum-list-] .name, [id^=forum-list-] .forum__name, table[id^=forum-topic-]",
        ),
        title=("h1.page-title", "h1#page-title", ".node .title", ".node__title", "h1.title"),
        title_of_page=r"^(.+?) \| ",
        thread_id=(
            "link[rel=shortlink]::attr(href)::match(node/(\\d+))",
            "[id^=node-]::attr(id)::match(^node-(\\d+)$)",
            "[data-history-node-id]::attr(data-history-node-id)",
            "form[action*='comment/reply/']::attr(action)::match(reply/(?:node/)?(\\d+))",
            "a[href*='comment/reply/']::attr(href)::match(reply/(?:node/)?(\\d+))",
        ),
        thread_in_url=r"node/(\d+)",
        page_suffix=r"[?&]page=[\d,]+|#.*$",
        board=".breadcrumb a::attr(href)::match(forum/|taxonomy/term/)",
        # Comments on what is not published are no more public.
        hidden=f".node-unpublished{WHOLE}, .node--unpublished{WHOLE}",
        withheld=f"::attr(class)::match({UNPUBLISHED})",
        post=(
            "#comments .comment, .comment-wrapper .comment, article.comment, .forum-post,"
            f" [data-comment-user-id], .node:not(:has(.node)):not(:has(.forum-post)){WHOLE}"
        ),
        post_id=(
            "::attr(id)::match(^comment-(\\d+)$)",
            "::attr(about)::match(comment/((?:node-)?\\d+))",
            COMMENT,
        ),
        position=".forum-post-number::match(#\\s?(\\d+))",
        reply_to=(
            "p.visually-hidden a::attr(href)::match(#comment-(\\d+)$)",
            ".forum-in-reply-to a::attr(href)::match(#comment-(\\d+)$)",
        ),
        author=(
            "[rel*=author] .username, [rel*=author] [property$=name]",
            ".submitted .username",
            ".submitted a",
            f".submitted::match({NAME})",
            f".submitted::match({DASHED})",
            ".comment__author",
            ".author-name",
            ".username",
        ),
        author_id=(
            "::attr(data-comment-user-id)",
            f"[rel*=author] a::attr(href)::match({USER})",
            f".submitted a::attr(href)::match({USER})",
            f".comment__author a::attr(href)::match({USER})",
            f".author-name a::attr(href)::match({USER})",
            ".username::attr(data-uid)",
        ),
        author_url=("a.username::attr(href)", ".submitted a::attr(href)"),
        author_title=".author-title",
        avatar=".picture img::attr(src), .user-picture img::attr(src)",
        date=(
            "time::attr(datetime)",
            "[property*='dateCreated']::attr(content)",
            ".submitted [property*='dc:date']::attr(content)",
            f".submitted{DATE}",
            ".submitted",
            f".comment__author{DATE}",
            ".comment__time",
            ".comment__submitted, .node__submitted, .node__meta",
            ".forum-posted-on",
            # When the comment was last changed.
            "[data-comment-timestamp]::attr(data-comment-timestamp)",
        ),
        edited=".post-edited",
        body=(
            ".content .field-name-body, .content .field-name-comment-body",
            ".field--name-body, .field--name-comment-body, [property='schema:text']",
            ".forum-post-content",
            ".comment__content, .node__content",
            ".content",
        ),
        guest=(".submitted::match(\\(not verified\\))", "::attr(class)::match(by-anonymous)"),
        drop=(
            ".links, .comment_forbidden, h3:has(> a.permalink), .field-label, .field__label,"
            " [class*=forum-topic-navigation], .book-navigation"
        ),
        signature=(
            ".user-signature",
            ".author-signature",
            ".content > .clear-block:last-child::match(^—)",
        ),
        post_title="h3 a[href*='#comment-']",
        attachment="table#attachments tr:has(a), .field-name-upload .file, .file--mime",
        board_title=("h1.page-title", "h1#page-title", "h1.title", "h1"),
        board_about="#forum > .forum-description",
        board_row="[id^=forum-list-]:has(a)",
        board_link=".name a, .forum__name a, .forum-name a",
        board_description=(".description, .forum__description", ".forum-description"),
        row="table[id^=forum-topic-] tr:has(td a[href])",
        row_thread="td.title a, td.forum__title a, td.forum-topic-title a",
        row_replies="td.replies::text, td.forum__replies::text, td.forum-number-topics::text",
        row_moved="td[colspan]",
    )
    dialect = dialect({"quote-msg": quote, "bb-quote": quote})

    def elements(self, page: Page) -> list[Element]:
        """The comments, and the node; the id of a comment may stand in an anchor before it."""
        found = super().elements(page)
        if len(found) > 1 and not any(map(_is_comment, found)):
            # A list of nodes.
            return []
        number = self.thread_id(page) or _number(page)
        for element in found:
            before = element.getprevious()
            anchor = before.get("id", "") if before is not None and before.tag == "a" else ""
            if anchor.startswith("comment-") and not element.get("id"):
                element.set("id", anchor)
            elif number and not _is_comment(element):
                element.set("about", f"comment/node-{number}")
        changed()
        return found

    def post(self, element: Element, page: Page) -> Post:
        """The post, without a title that the software made of its first words."""
        post = super().post(element, page)
        made = WORD.findall((post.title or "").casefold())
        begins = WORD.findall(excerpt(post.body, MADE).casefold())
        return replace(post, title=None) if begins[: len(made)] == made else post

    def author(self, element: Element, page: Page) -> Author:
        """A guest's name without the note that nobody verified it."""
        author = super().author(element, page)
        name = UNVERIFIED.sub("", author.name or "")
        if not author.guest or not name or name == author.name:
            return author
        return replace(author, id=f"guest:{name}", name=name)


def _is_comment(element: Element) -> bool:
    marks = (element.get("class") or "").split()
    if "comment" in marks or element.get("id", "").startswith("comment-"):
        return True
    if element.get("data-comment-user-id") or value(element, f".forum-post-number {COMMENT}"):
        return True
    return any(outer.get("id") == "comments" for outer in element.iterancestors())


def _number(page: Page) -> str | None:
    found = NODE.search(page.url or page.document.name)
    return (found[1] or found[2]) if found else None
