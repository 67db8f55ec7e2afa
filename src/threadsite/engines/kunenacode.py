"""What Kunena makes of BBCode: quotes whose heads nothing marks, and spoilers."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from threadsite.engines.attribution import named, said
from threadsite.engines.embeds import dialect
from threadsite.engines.rules import Element, select, select_all, text_of, value
from threadsite.markup.hooks import spoiler
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Node, QuoteBlock

HEAD = "quote-head"
"""The class of the element, inside a quote, that says whose words it has."""


def quote(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A quote: since version 4 a `<blockquote>`, whose first `<p>` has a class as well."""
    if element.tag == "p":
        return None
    inside = [*element, *(one for child in element if child.tag == "p" for one in child)]
    head = next((one for one in inside if one.get("class") == HEAD), None)
    if head is None:
        return [QuoteBlock(walker.blocks(element))]
    post = value(head, "a::attr(href)::match((?:#|mesid=)(\\d+)$)")
    return [QuoteBlock(walker.without(head).blocks(element), named(text_of(head)), post)]


DIALECT = dialect(
    {"kmsgtext-quote": quote, "kspoiler": spoiler("kspoiler-content", "kspoiler-title")},
    {"blockquote": quote},
)


def mark_heads(body: Element) -> None:
    """Put what says whom a quote quotes into the quote, marked: a box with a link to the post, a
    line in bold before it, or its first words."""
    for words in list(select_all(body, ".kmsgtext-quote, blockquote")):
        _linked(words) or _before(words) or _first(words)


def _linked(words: Element) -> bool:
    for box in select(words, "div:has(> a[href*='#'])")[:1]:
        if box.getparent() is words and text_of(box).endswith(":"):
            box.set("class", HEAD)
            return True
    return False


def _before(words: Element) -> bool:
    head = words.getprevious()
    if head is None or head.tag not in {"b", "strong"} or (head.tail or "").strip():
        return False
    if said(text_of(head)) is None:
        return False
    head.set("class", HEAD)
    head.tail, words.text = words.text, None
    words.insert(0, head)
    return True


def _first(words: Element) -> bool:
    name, colon, rest = (words.text or "").partition(": ")
    if words.tag == "blockquote" or not colon or said(name) is None:
        return False
    head = etree.Element("b", {"class": HEAD})
    head.text, head.tail, words.text = name, rest, None
    words.insert(0, head)
    return True
