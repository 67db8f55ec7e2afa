"""Discourse as it shows itself to crawlers and to browsers without scripts, 2013 until today."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.embeds import card, dialect, embedded
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, own, own_text, select, value
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock

QUOTE = "quote"
TOPIC = r"/t/(?:[^/?#]+/)?(\d+)"


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


class Discourse(HtmlEngine):
    """Discourse: microdata of schema.org in `.crawler-post`, posts numbered in their thread."""

    name = "discourse"
    rules = Rules(
        sign=("discourse", "Discourse"),
        identify=(
            "meta[name=generator][content^=Discourse]",
            "#main-outlet .crawler-post",
            "noscript[data-path^='/t/']",
        ),
        title=(
            "#topic-title h1",
            ".crawler-topic-title",
            "noscript h2 a[href*='/t/']",
            "meta[property='og:title']::attr(content)",
        ),
        thread_id=(
            f"noscript::attr(data-path)::match({TOPIC})",
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            f"#topic-title a::attr(href)::match({TOPIC})",
            "#topic-title a::attr(href)::match((\\d+)(?:\\.html)?$)",
            f".crawler-topic-title a::attr(href)::match({TOPIC})",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"\?.*$",
        board=(".topic-category a.badge-wrapper", "#breadcrumbs a[itemprop=item]"),
        tags=".discourse-tag",
        page="link[rel=canonical]::attr(href)::match([?&]page=(\\d+))",
        post=(
            ".crawler-post:has(.post)",
            "[itemtype$=DiscussionForumPosting]:has([itemprop=articleBody])",
        ),
        post_id=("[itemprop=position]::match(\\d+)", "::attr(id)::match(^post_(\\d+))"),
        post_url=("link[itemprop=mainEntityOfPage]::attr(href)",),
        position="[itemprop=position]",
        author=(
            ".creator [itemprop=name]",
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
        ),
        author_url=(".creator a::attr(href)", "[itemprop=author] a::attr(href)"),
        date=(
            "[itemprop=datePublished]::attr(content)",
            "[itemprop=datePublished]::attr(datetime)",
            ".post-time::attr(datetime)",
            "[itemprop=datePublished]",
        ),
        body=(".post", "[itemprop=articleBody]", "[itemprop=text]"),
        drop=".lightbox .meta, .quote-controls, .post-menu-area",
        reactions=(".post-likes", "[itemprop=userInteractionCount]::attr(content)"),
        poll=".post .poll",
        poll_question=".poll-title",
        poll_choice="li[data-poll-option-id]",
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
        }
    )

    def paging(self, page: Page) -> tuple[int | None, int | None]:
        """Crawlers are told the next page only, so that the last one tells how many there are."""
        seen, _ = super().paging(page)
        more = select(page.root, "link[rel=next], a[rel=next]")
        return seen or 1, None if more else seen or 1
