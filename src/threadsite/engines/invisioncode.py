"""Quotes, code and spoilers as Invision Power Board 1.3 to 2.3 and its forks wrote them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from threadsite.engines.rules import Element, select, text_of, value
from threadsite.markup.code import literal
from threadsite.markup.hooks import drop, spoiler
from threadsite.markup.html import Hook, Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock

POST_LINK = "a::attr(href)::match((?:pid|p)=(\\d+))"
# "QUOTE(Name @ Jan 2 2005, 04:12 PM)" and "Name @ 02.01.05, 16:12"; the date is the board's own.
NAME = re.compile(r"^(?:[^(@]{0,30}\()?([^@]{1,100}?)\s@\s")


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote; its head is the element before it."""
    return [_quote(element, element.getprevious(), walker)]


def block(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A box with a head and a body, which its classes say to be a quote, code or a spoiler."""
    kinds = (element.get("class") or "").split()
    head, body = (_child(element, name) for name in ("block-title", "block-body"))
    if body is None:
        return None
    if "code" in kinds:
        return [CodeBlock(literal(body))]
    if "quote" in kinds:
        return [_quote(body, head, walker)]
    return spoiler("block-body", "block-title")(element, walker)


def table(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A quote or code of the first versions: a table whose second cell says which."""
    content = select(element, "td#QUOTE, td#CODE")
    if not content or next(content[0].iterancestors("table")) is not element:
        return None
    if content[0].get("id") == "CODE":
        return [CodeBlock(literal(content[0]))]
    return [_quote(content[0], next(element.iter("td"), None), walker)]


def code(element: Element, _: Walker) -> Sequence[Node]:
    """Code; its head is the element before it."""
    return [CodeBlock(literal(element))]


CLASSES: Mapping[str, Hook] = {
    "quotetop": drop,
    "codetop": drop,
    "sqltop": drop,
    "htmltop": drop,
    "quotemain": quote,
    "codemain": code,
    "sqlmain": code,
    "htmlmain": code,
    "post-block": block,
}


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if child.get("class") == name), None)


def _quote(words: Element, head: Element | None, walker: Walker) -> QuoteBlock:
    named = NAME.match(text_of(head)[:300]) if head is not None else None
    post = value(head, POST_LINK) if head is not None else None
    return QuoteBlock(walker.blocks(words), named[1].strip() if named else None, post)
