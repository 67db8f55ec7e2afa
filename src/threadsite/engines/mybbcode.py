"""What MyBB makes of BBCode: quotes and code of all its versions, and spoilers of plugins."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.rules import Element, detach, own_text, text_of, value
from threadsite.markup.code import code, literal
from threadsite.markup.hooks import drop, spoiler
from threadsite.markup.html import Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock


def quote(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A `<blockquote>`: its `<cite>` has the date, the name, a word and a link to the post."""
    head = next((child for child in element if child.tag == "cite"), None)
    if head is None:
        return [QuoteBlock(walker.blocks(element))]
    post = value(head, "a::attr(href)::match(pid=?(\\d+)$)")
    author = named(own_text(head))
    detach(head)
    return [QuoteBlock(walker.blocks(element), author, post)]


def body_of_quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote of MyBB 1.2: the element before it names the author."""
    head = element.getprevious()
    stated = head is not None and head.get("class") == "quote_header"
    author = named(text_of(head)) if stated and head is not None else None
    return [QuoteBlock(walker.blocks(element), author)]


def body_of_code(element: Element, _: Walker) -> Sequence[Node]:
    """Code of MyBB 1.2."""
    return [CodeBlock(literal(element))]


DIALECT = dialect(
    {
        "codeblock": code("body"),
        "code_header": drop,
        "code_body": body_of_code,
        "quote_header": drop,
        "quote_body": body_of_quote,
        "spoiler": spoiler("spoiler_body"),
        "spoiler_header": drop,
    },
    {"blockquote": quote},
)
