"""Quotes and media as XenForo 2 writes them."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import PLAYER, card, embedded
from threadsite.engines.rules import Element, own, select, text_of, value
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Link, Node, Paragraph, QuoteBlock, Text
from threadsite.markup.players import PROVIDERS

QUOTE = "bbCodeBlock--quote"
SOURCE = (
    "a::attr(data-content-selector)::match(#post-(\\d+))",
    "a::attr(href)::match((?:goto/post[?&]id=|\\bpost-|/posts/)(\\d+))",
)
"""Quotes of private conversations look the same: what they link is no post."""


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote in any of its three shapes: data attributes, a linked title, a bare title."""
    title = own(element, ".bbCodeBlock-title", QUOTE)
    author = value(element, ("::attr(data-quote)", "::attr(data-author)"))
    post = value(element, "::attr(data-source)::match(post: ?(\\d+))")
    if title is not None:
        author = author or named(text_of(title))
        post = post or value(title, SOURCE)
    content = own(element, (".bbCodeBlock-expandContent", ".bbCodeBlock-content"), QUOTE)
    return [QuoteBlock(walker.blocks(element if content is None else content), author, post)]


def media(element: Element, walker: Walker) -> Sequence[Node] | None:
    """What an element for media shows: a player, a card, or a form that asks for leave to show it.

    None when it names nothing that can be linked.
    """
    if frames := select(element, "iframe"):
        return embedded(frames[0], walker)
    if element.tag != "form":
        return card(element, walker) or None
    key = element.get("data-media-key")
    form = PROVIDERS.get(element.get("data-media-site-id") or "")
    url = walker.url(form.format(key)) if form and key else None
    return [Paragraph((Link(url, (Text(PLAYER),)),))] if url else ()
