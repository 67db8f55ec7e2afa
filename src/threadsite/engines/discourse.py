"""Discourse, 2013 until today: as it shows itself to crawlers, to printers and to browsers without
scripts, and as its application stands in a page that a browser saved. Four views make a long file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from threadsite.engines.embeds import PLAYER, card, dialect, embedded
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import (
    Element,
    Rules,
    changed,
    detach,
    own,
    own_text,
    select,
    select_all,
    value,
)
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Link, Node, QuoteBlock, Spoiler, Text

QUOTE = "quote"
TRANSCRIPT = "chat-transcript"
TOPIC = r"/t/(?:[^/?#]+/)?(\d+)"
SAVED = ".topic-post > article[data-post-id]"
"""A post of the application; notices of the forum between the posts have another class."""
WITHHELD = ", ".join(
    f".topic-post.{state} > article[data-post-id]"
    for state in ("deleted", "whisper", "post-hidden")
)
"""Posts that only the staff sees, and those that it hid."""
NAMES = ".topic-meta-data .names"


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote; one from another thread has the title of that thread for a head."""
    title, content = own(element, ".title", QUOTE), own(element, "blockquote", QUOTE)
    elsewhere, head = None, ""
    if title is not None:
        elsewhere = value(title, "a[href]:not(.badge-wrapper)::attr(href)")
        head = " ".join(own_text(title).split()).rstrip(": ")
    author = element.get("data-username") or (head if head and not elsewhere else None)
    post = None if elsewhere else element.get("data-post")
    words = walker.blocks(content) if content is not None else ()
    return [QuoteBlock(words, author, post, walker.url(elsewhere))]


def veiled(element: Element, walker: Walker) -> Sequence[Node] | None:
    """Paragraphs that blur until they are asked for; words within a line stay as they are."""
    return [Spoiler(walker.blocks(element))] if element.tag == "div" else None


def said(element: Element, walker: Walker) -> Sequence[Node]:
    """What somebody said in the chat, handed on here."""
    words = own(element, ".chat-transcript-messages", TRANSCRIPT)
    inside = walker.blocks(words) if words is not None else ()
    return [QuoteBlock(inside, element.get("data-username"))]


def film(element: Element, walker: Walker) -> Sequence[Node]:
    """A film that a script would show."""
    url = walker.url(element.get("data-video-src"))
    return [Link(url, (Text(PLAYER),))] if url else ()


class Discourse(HtmlEngine):
    """Discourse: microdata of schema.org in `.crawler-post`, posts numbered in their thread."""

    name = "discourse"
    rules = Rules(
        sign=("discourse", "Discourse"),
        identify=(
            "meta[name=generator][content^=Discourse]",
            "#main-outlet .crawler-post",
            "noscript[data-path^='/t/']",
            SAVED,
        ),
        title=(
            "#topic-title h1 .fancy-title",
            "#topic-title h1",
            ".crawler-topic-title",
            "noscript h2 a[href*='/t/']",
            "#main-outlet > h1 a[href*='/t/'], #main-outlet > h2 a[href*='/t/']",
            "meta[property='og:title']::attr(content)",
        ),
        thread_id=(
            f"noscript::attr(data-path)::match({TOPIC})",
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            f"#topic-title a::attr(href)::match({TOPIC})",
            "#topic-title a::attr(href)::match((\\d+)(?:\\.html)?$)",
            f".crawler-topic-title a::attr(href)::match({TOPIC})",
            f"{SAVED}::attr(data-topic-id)",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"(?:/print)?(?:\?.*)?$",
        board=(
            ".topic-category a.badge-wrapper, .topic-category a.badge-category__wrapper",
            "#breadcrumbs a[itemprop=item]",
            "#breadcrumbs [itemprop=title]",
        ),
        tags="#topic-title .discourse-tag, .topic-category .discourse-tag",
        locked="#topic-title .topic-statuses .d-icon-lock",
        page="link[rel=canonical]::attr(href)::match([?&]page=(\\d+))",
        private="body.archetype-private_message",
        withheld="::attr(hidden)",
        post=(
            ".crawler-post:has(.post)",
            "[itemtype$=DiscussionForumPosting]:has([itemprop=articleBody])",
            f"{SAVED}:not(.small-action):has(.cooked)",
        ),
        post_id=(
            "[itemprop=position]::match(\\d+)",
            "::attr(id)::match(^post_(\\d+))",
            ".creator::match(#(\\d+))",
        ),
        post_url=("link[itemprop=mainEntityOfPage]::attr(href)", "a.post-date::attr(href)"),
        position=(
            "[itemprop=position]",
            "::attr(id)::match(^post_(\\d+))",
            ".creator::match(#(\\d+))",
        ),
        author=(
            ".creator [itemprop=name]",
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            ".creator b",
            ".crawler-post-meta .creator",
            f"{NAMES} [data-user-card]::attr(data-user-card)",
            f"{NAMES} .username",
        ),
        author_url=(
            ".creator a::attr(href)",
            "[itemprop=author] a::attr(href)",
            f"{NAMES} a::attr(href)",
        ),
        author_title=f"{NAMES} .user-title",
        avatar=".topic-avatar img.avatar::attr(src)",
        date=(
            "[itemprop=datePublished]::attr(content)",
            "[itemprop=datePublished]::attr(datetime)",
            ".post-time::attr(datetime)",
            "[itemprop=datePublished]",
            ".post-date .relative-date::attr(data-time)",
            ".creator::match(\\w+ \\d+[a-z]+, \\d{4} \\d+:\\d+)",
        ),
        edited=".edits .relative-date::attr(data-time)",
        reply_to=f"a.reply-to-tab::attr(href)::match({TOPIC}/(\\d+))",
        body=(".post", "[itemprop=articleBody]", "[itemprop=text]", ".contents > .cooked"),
        drop=(
            ".lightbox .meta, .quote-controls, .post-menu-area",
            ".badge.clicks, .codeblock-button-wrapper, .fullscreen-table-wrapper__buttons",
            ".poll-info, .poll-buttons",
        ),
        reactions=(
            ".post-likes",
            "[itemprop=userInteractionCount]::attr(content)",
            ".post-controls .like-count",
            ".post-controls .reactions-counter",
        ),
        poll=".post .poll",
        poll_question=".poll-title",
        poll_choice="li[data-poll-option-id]",
        board_row="[itemprop=itemListElement]:has(h3 a[href*='c/'])",
        board_link="h3 a",
        board_description="[itemprop=description]",
        row=".topic-list-item, .topic-list tr:has(a[href*='/t/'])",
        row_thread=("a.raw-topic-link", "a.title", "a[href*='/t/']"),
        row_board=".category-name, .badge-category__name",
        row_replies=".replies .posts",
        row_views=".views .views, td.views",
    )
    dialect = dialect(
        classes={
            QUOTE: quote,
            "onebox": card,
            "lazyYT": embedded,
            "lazy-video-container": embedded,
            "video-placeholder-container": film,
            "spoiler": veiled,
            "spoiled": veiled,
            TRANSCRIPT: said,
        }
    )

    def elements(self, page: Page) -> list[Element]:
        """The posts, without the copies of others that the application opens at them."""
        for copies in [*select_all(page.root, ".embedded-posts, .post__embedded-posts")]:
            detach(copies)
        for article in select(page.root, WITHHELD):
            article.set("hidden", "hidden")
        return super().elements(page) or self._of_2013(page)

    def _of_2013(self, page: Page) -> list[Element]:
        """The posts of the first versions, where head and words follow each other."""
        for words in select(page.root, ".creator + .post"):
            post = words.makeelement("div", {"class": "crawler-post"})
            words.addprevious(post)
            post.extend([*islice(post.itersiblings(preceding=True), 1), words])
        changed()
        return super().elements(page)

    def paging(self, page: Page) -> tuple[int | None, int | None]:
        """Crawlers are told the next page only, so that the last one tells how many there are; the
        application has no pages."""
        if select(page.root, SAVED):
            return None, None
        seen, _ = super().paging(page)
        more = select(page.root, "link[rel=next], a[rel=next]")
        return seen or 1, None if more else seen or 1
