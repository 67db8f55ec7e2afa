"""What phpBB 3 makes of BBCode: prosilver's elements and subsilver2's boxes."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.rules import Element, detach, own_text, select, text_of, value
from threadsite.markup.code import literal
from threadsite.markup.hooks import drop
from threadsite.markup.html import Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A `<blockquote>`: its `<cite>` names the author and, since 3.2, links the post."""
    heads = [
        cite for cite in element.iter("cite") if next(cite.iterancestors("blockquote")) is element
    ]
    if not heads:
        return [QuoteBlock(walker.blocks(element))]
    head = heads[0]
    post = value(head, ("a::attr(data-post-id)", "a::attr(href)::match((?:[?&]p=|#p)(\\d+))"))
    linked = value(head, "a:not([data-post-id])")
    author = linked or named(own_text(head)) or named(text_of(head))
    detach(head)
    return [QuoteBlock(walker.blocks(element), author, post)]


def quote_content(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote of subsilver2: the title is the element before."""
    title = element.getprevious()
    stated = title is not None and "quotetitle" in title.get("class", "")
    author = named(text_of(title)) if stated and title is not None else None
    return [QuoteBlock(walker.blocks(element), author)]


def box(element: Element, _: Walker) -> Sequence[Node] | None:
    """Code below a line that offers to select it."""
    found = select(element, ("code", "pre"))
    return [CodeBlock(literal(found[0]))] if found else None


def content(element: Element, _: Walker) -> Sequence[Node]:
    """Code of subsilver2."""
    return [CodeBlock(literal(element))]


DIALECT = dialect(
    classes={
        "quotetitle": drop,
        "quotecontent": quote_content,
        "codebox": box,
        "codetitle": drop,
        "codecontent": content,
        # What follows is hidden, and so a spoiler.
        "spoiltitle": drop,
    },
    tags={"blockquote": quote},
)
