"""Quotes and code as vBulletin writes them: in boxes of no class until 3.8, in panels since 3.9,
in elements of their own since 4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from threadsite.engines.attribution import named
from threadsite.engines.rules import Element, own, own_text, select, text_of, value
from threadsite.markup.code import literal
from threadsite.markup.hooks import spoiler
from threadsite.markup.html import Hook, Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock, Spoiler

QUOTE = "bbcode_quote"
POST_LINK = "a::attr(href)::match((?:[?&]p=|#post)(\\d+))"


def box(element: Element, walker: Walker) -> Sequence[Node] | None:
    """An indented `<div>` with a label and, below it, a quote or code."""
    # vBulletin 3 has no quote element: a quote is a table inside an indented <div>.
    label, content = (*element, None, None)[:2]
    if label is None or content is None or len(element) > 2 or not _is_label(label):
        return None
    if content.tag == "pre":
        return [CodeBlock(literal(content))]
    cell = _cell(content)
    if cell is None:
        return None
    if label.find(".//input") is not None:
        # The button shows what stands in an element of its own.
        return [Spoiler(walker.blocks(cell[0] if len(cell) == 1 else cell))]
    php = select(cell, ("code > code", "code")) if cell.find("code") is not None else []
    return [CodeBlock(literal(php[0])) if php else _quote(cell, walker)]


def container(element: Element, _: Walker) -> Sequence[Node] | None:
    """A box of code; that of a quote, which may hold code, has the quote in it."""
    for inside in element.iterchildren("*"):
        if "bbcode_code" in (inside.get("class") or "").split():
            return [CodeBlock(literal(inside))]
    return None


def framed(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A quote of styles that have an element for it: the line with the author and the words."""
    if not _parted(element):
        return None
    head, words = element
    author = value(head, ("strong", "b")) or named(text_of(head))
    return [QuoteBlock(walker.blocks(words), author, value(head, POST_LINK))]


def _is_label(element: Element) -> bool:
    return element.get("class") == "smallfont" or (len(element) == 1 and element[0].tag == "label")


def _cell(content: Element) -> Element | None:
    """What holds the words, below the label: a cell, or since 3.9 a panel."""
    if content.tag == "table":
        return next(iter(select(content, ("td.alt2", "td"))), None)
    return content if "alt2" in (content.get("class") or "").split() else None


def _quote(cell: Element, walker: Walker) -> QuoteBlock:
    """What stands in *cell*: the words alone, or a line that names their author and the words."""
    # Words that somebody centred stand in elements, too, but no words of the forum before a name.
    author = (
        value(cell[0], ("strong", "b")) if _parted(cell) and own_text(cell[0]).strip() else None
    )
    if author is None:
        return QuoteBlock(walker.blocks(cell))
    return QuoteBlock(walker.blocks(cell[1]), author, value(cell[0], POST_LINK))


def _parted(element: Element) -> bool:
    """Whether *element* is of two parts, and nothing else."""
    parts = [part.tag for part in element] == ["div", "div"]
    return parts and not own_text(element).strip()


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A quote, with a line above it when its author is known."""
    author = post = None
    # On pages for print, the line above has no class.
    head = own(element, (".bbcode_postedby", "div:has(+ .message)"), QUOTE)
    if head is not None:
        author, post = value(head, "strong"), value(head, POST_LINK)
    content = own(element, (".message", ".quote_container", ".bbcode_quote_container"), QUOTE)
    return [QuoteBlock(walker.blocks(element if content is None else content), author, post)]


BOXES: Mapping[str, Hook] = {
    QUOTE: quote,
    "bbcode_container": container,
    "quote": framed,
    "spoiler-wrap": spoiler("spoiler-body", "spoiler-head"),
}
"""Since 4, and of styles and add-ons."""
