"""How the head of a quote and of a spoiler is written: the first paragraph of a blockquote.

> **Maud** ([#1007](#p1007)):        > ***Spoiler: how it ends***
>                                    >
> The words.                         > The words.
"""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.markup.links import safe
from threadsite.markup.nodes import (
    Block,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    QuoteBlock,
    Spoiler,
    Strong,
    Text,
)

POST = "#p"
"""What the address of a post begins with; its id follows."""
ELSEWHERE = "↗"
SPOILER = "Spoiler"
INFERRED = "inferred"


def of_quote(quote: QuoteBlock) -> tuple[Inline, ...]:
    """The head of *quote*; nothing when it names neither author nor post nor place."""
    name: tuple[Inline, ...] = (Strong((Text(quote.author),)),) if quote.author else ()
    link = _link(quote)
    if not link and not (name and quote.inferred):
        return (*name, Text(":")) if name else ()
    opening = " (" if name else "("
    note = INFERRED if quote.inferred else ""
    if not link:
        return (*name, Text(f"{opening}{note}):"))
    return (*name, Text(opening), link, Text(f", {note}):" if note else "):"))


def of_spoiler(spoiler: Spoiler) -> tuple[Inline, ...]:
    """The head of *spoiler*."""
    words = f"{SPOILER}: {spoiler.title}" if spoiler.title else SPOILER
    return (Emphasis((Strong((Text(words),)),)),)


def read(children: tuple[Block, ...]) -> QuoteBlock | Spoiler:
    """The quote or the spoiler that a blockquote of *children* is."""
    if children and isinstance(first := children[0], Paragraph):
        for found in (_quote(first.children), _spoiler(first.children)):
            if isinstance(found, QuoteBlock) and of_quote(found) == first.children:
                return QuoteBlock(children[1:], found.author, found.post, found.url, found.inferred)
            if isinstance(found, Spoiler) and of_spoiler(found) == first.children:
                return Spoiler(children[1:], found.title)
    return QuoteBlock(children)


def _link(quote: QuoteBlock) -> Link | None:
    if quote.post:
        return Link(safe(POST + quote.post) or POST, (Text(f"#{quote.post}"),))
    return Link(quote.url, (Text(ELSEWHERE),)) if quote.url else None


def _quote(head: Sequence[Inline]) -> QuoteBlock:
    """What *head* would say, if it is the head of a quote."""
    author = post = url = None
    inferred = False
    for node in head[:4]:
        match node:
            case Strong((Text(words),)):
                author = words
            case Link(address, (Text(label),)) if label == ELSEWHERE:
                url = address
            case Link(address, (Text(label),)) if address.startswith(POST):
                post = label.removeprefix("#")
            case Text(words):
                inferred = INFERRED in words
    return QuoteBlock((), author, post, url, inferred)


def _spoiler(head: Sequence[Inline]) -> Spoiler | None:
    match head:
        case (Emphasis((Strong((Text(words),)),)),):
            return Spoiler((), words.removeprefix(SPOILER).removeprefix(": "))
    return None
