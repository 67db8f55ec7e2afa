"""Flarum since 0.1: `.PostStream-item`, `noscript#flarum-content`, the payload of its script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadsite.document import Document
from threadsite.engines.boards import shortened
from threadsite.engines.counts import count
from threadsite.engines.embeds import dialect
from threadsite.engines.engine import Part, left_out
from threadsite.engines.flarum_payload import HIDDEN, Payload, told_of_boards
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select, text_of, value
from threadsite.engines.values import number, of, text
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock
from threadsite.model import Board, Thread

MENTION = ".PostMention[data-id]"
NEXT = "#flarum-content a::attr(href)::match([?&]page=)"
PAGE = 20
"""Posts on a page, in any Flarum."""
SLUG = "a::attr(href)::match(/u/([^/?#]+))"


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A `<blockquote>`, which begins with a mention of the quoted post."""
    mention = _first_words(element)
    if mention is None:
        return [QuoteBlock(walker.blocks(element))]
    words = walker.without(mention).blocks(element)
    return [QuoteBlock(words, _name(mention), mention.get("data-id"))]


class Flarum(HtmlEngine):
    """Flarum: from its payload, what a browser made of that, or what it shows without scripts."""

    name = "flarum"
    rules = Rules(
        sign=("flarum", "PostStream"),
        identify=(
            "#flarum-content, #flarum-loading, #flarum-json-payload",
            ".App .PostStream-item .CommentPost",
        ),
        title=(".DiscussionHero-title", "#flarum-content h1"),
        title_of_page=r"^(.+?) - [^-]+$",
        thread_in_url=r"/d/(\d+)",
        page_suffix=r"[?#].*$|(?<!/d)/\d+$",
        page="link[rel=canonical]::attr(href)::match([?&]page=(\\d+))",
        tags=(".DiscussionHero .TagLabel",),
        locked=".DiscussionHero .Badge--locked",
        sticky=".DiscussionHero .Badge--sticky",
        withheld=".CommentPost.Post--hidden",
        post=(
            ".PostStream-item[data-id]:has(.CommentPost)",
            "#flarum-content article, #flarum-content .container > div > div",
        ),
        post_id="::attr(data-id)",
        post_url=(".PostMeta-permalink::attr(value)", ".PostMeta-permalink::attr(href)"),
        position="::attr(data-number)",
        author=(".username", ".PostUser-name", "h3"),
        author_id="::attr(data-author)",
        author_url=".PostUser-name a::attr(href)",
        avatar="img.Avatar::attr(src)",
        date=("::attr(data-time)", ".PostMeta time::attr(datetime)", "time::attr(datetime)"),
        edited="::attr(data-edited)",
        body=(".Post-body",),
        drop=".Post-preview, .PostMention-preview",
        reactions="::attr(data-likes)",
        attachment="[data-fof-upload-download-uuid]",
        attachment_name=".Button + .Button",
        board_title=".TagHero .Hero-title",
        board_about=".TagHero .Hero-subtitle",
        board_row=".TagTile:has(.TagTile-description)",
        board_link=".TagTile-name",
        board_description=".TagTile-description",
        row="#flarum-content li:has(> a[href*='/d/'])",
        row_thread="a[href*='/d/']",
    )
    dialect = dialect(tags={"blockquote": quote})

    def boards(self, document: Document) -> Iterator[Board]:
        """The primary tags, of the payload where that has any."""
        told, place = list(told_of_boards(document.root)), Page(document, document.root, self.rules)
        for path, description in told:
            if path and description:
                yield Board(path, shortened(description), place.forum)
        if not told:
            yield from super().boards(document)

    def extract(self, document: Document) -> Iterator[Part]:
        """The part of the thread, without posts that only some may see."""
        yield from super().extract(document)
        payload = Payload.of(document.root)
        yield from left_out(HIDDEN, len(payload.hidden) if payload else 0)

    def elements(self, page: Page) -> list[Element]:
        """The posts of the payload and those that a browser loaded later, in their order."""
        shown, payload = super().elements(page), _payload(page)
        given = {str(one.get("data-id")): one for one in payload.elements()} if payload else {}
        if payload is None or not (given or payload.hidden):
            return shown
        numbered = {id_: one for one in shown if (id_ := one.get("data-id"))}
        loaded = {id_: one for id_, one in numbered.items() if id_ not in payload.hidden}
        for element in loaded.values():
            slug = value(element, SLUG)
            element.set("data-author", (slug and payload.author_id(slug)) or "")
        return sorted((loaded | given).values(), key=_place)

    def thread(self, page: Page) -> Thread:
        """As the payload has it, where there is one."""
        thread, payload = super().thread(page), _payload(page)
        if payload is None:
            return thread
        words = of(payload.thread, "attributes")
        return replace(
            thread,
            id=text(payload.thread, "id") or thread.id,
            title=text(words, "title") or thread.title,
            board=payload.board,
            tags=payload.tags,
            locked=bool(words.get("isLocked")),
            sticky=bool(words.get("isSticky")),
            replies=max(payload.comments - 1, 0),
            views=number(words, "viewCount", "views") or None,
        )

    def paging(self, page: Page) -> tuple[int | None, int | None]:
        """Pages of twenty posts, as browsers without scripts see them."""
        seen, payload = count(value(page.root, self.rules.page)) or 1, _payload(page)
        if payload is None:
            return seen, None if select(page.root, NEXT) else seen
        return seen, max(-(-payload.comments // PAGE), seen)

    def reply_to(self, element: Element) -> str | None:
        """The post that the first words of this one mention."""
        body = next(iter(select(element, self.rules.body)), None)
        mention = _first_words(body) if body is not None else None
        quoted = mention is not None and any(e.tag == "blockquote" for e in mention.iterancestors())
        return mention.get("data-id") if mention is not None and not quoted else None


def _payload(page: Page) -> Payload | None:
    return Payload.of(page.document.root)


def _place(post: Element) -> int:
    return count(post.get("data-number")) or 0


def _first_words(element: Element) -> Element | None:
    """The mention of a post that *element* begins with."""
    mention = next(iter(select(element, MENTION)), None)
    if mention is None or not text_of(element).startswith(text_of(mention)):
        return None
    return mention


def _name(mention: Element) -> str | None:
    return text_of(mention).removeprefix("@") or None
