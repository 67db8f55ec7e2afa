"""What the elements of HTML mean: which are marks, which are blocks, which show nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from threadsite.markup import scripts
from threadsite.markup.code import code, pre
from threadsite.markup.flow import Make, emphasis, strike, strong
from threadsite.markup.hooks import drop
from threadsite.markup.nodes import (
    Block,
    Break,
    Heading,
    Inline,
    Item,
    List,
    Node,
    Paragraph,
    QuoteBlock,
    Rule,
    Spoiler,
    Text,
)
from threadsite.markup.words import spoken

if TYPE_CHECKING:
    from threadsite.markup.html import Hook, Walker

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "legend", "li", "listing", "main", "menu",
    "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "xmp",
))
NOT_SHOWN = (
    "base", "button", "datalist", "head", "input", "link", "meta", "noembed", "noframes", "option",
    "param", "script", "select", "source", "style", "template", "textarea", "title", "track", "wbr",
)
# fmt: on


def _quoted(children: tuple[Inline, ...]) -> Sequence[Inline]:
    return (Text("“"), *children, Text("”"))


MARKS: Mapping[str, Make] = (
    dict.fromkeys(("em", "i", "cite", "dfn", "var"), emphasis)
    | dict.fromkeys(("strong", "b"), strong)
    | dict.fromkeys(("del", "s", "strike"), strike)
    | {"q": _quoted}
)


def _heading(element: etree._Element, walker: Walker) -> Sequence[Node]:
    return (Heading(int(str(element.tag)[1]), walker.inline(element)),)


def _quote(element: etree._Element, walker: Walker) -> Sequence[Node]:
    return (QuoteBlock(walker.blocks(element)),)


def _list(element: etree._Element, walker: Walker) -> Sequence[Node]:
    items: list[Item] = []
    _add_words(items, element.text)
    for child in element:
        if child.tag == "li":
            items.append(Item(walker.blocks(child)))
        else:
            _add_to_last(items, walker.outer(child))
        _add_words(items, child.tail)
    start = element.get("start") or ""
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1
    return (List(tuple(items), ordered=element.tag == "ol", start=number),)


def _add_words(items: list[Item], words: str | None) -> None:
    """Add *words* that stand between the items."""
    if words and words.strip():
        _add_to_last(items, (Paragraph((Text(words),)),))


def _add_to_last(items: list[Item], blocks: tuple[Block, ...]) -> None:
    """Add *blocks* to the last item: a list right inside a list belongs to what is before it."""
    before = items.pop().children if items else ()
    items.append(Item(before + blocks))


def _details(element: etree._Element, walker: Walker) -> Sequence[Node]:
    summary = next(element.iterchildren("summary"), None)
    title = spoken(walker.inline(summary)) if summary is not None else ""
    return (Spoiler(walker.without(summary).blocks(element), title),)


def _superscript(element: etree._Element, walker: Walker) -> Sequence[Node]:
    return scripts.superscript(walker.inline(element))


def _subscript(element: etree._Element, walker: Walker) -> Sequence[Node]:
    return scripts.subscript(walker.inline(element))


LEAVES: dict[str, Hook] = {
    **dict.fromkeys(NOT_SHOWN, drop),
    "br": lambda _, __: (Break(),),
    "hr": lambda _, __: (Rule(),),
}
NESTING: dict[str, Hook] = {f"h{level}": _heading for level in range(1, 7)} | {
    "blockquote": _quote,
    "code": code(),
    "details": _details,
    "kbd": code(),
    "menu": _list,
    "ol": _list,
    "pre": pre,
    "samp": code(),
    "sub": _subscript,
    "sup": _superscript,
    "tt": code(),
    "ul": _list,
}
