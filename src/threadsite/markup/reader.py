"""Markdown to nodes, the written forms of quotes and spoilers among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from threadsite.markup import heads
from threadsite.markup.grammar import NESTING, WORDS, grammar
from threadsite.markup.nodes import (
    DEPTH,
    INLINE_DEPTH,
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Heading,
    Image,
    Inline,
    Item,
    Link,
    List,
    Paragraph,
    Rule,
    Strike,
    Strong,
    Table,
    Text,
)
from threadsite.markup.plain import UNSURE, as_words, paragraph, quote

if TYPE_CHECKING:
    from markdown_it.token import Token


def read(markdown: str) -> tuple[Block, ...]:
    """The nodes of *markdown*. Nesting deeper than the writer ever goes makes it one piece of code,
    so that no word is lost."""
    if any(mark in markdown for mark in UNSURE):
        return parsed(markdown)
    out: list[Block] = []
    held: list[str] = []
    # A line of words after a blank line begins a paragraph, whatever came before.
    for chunk in markdown.split("\n\n"):
        found = quote(chunk) if chunk.startswith(">") else paragraph(chunk)
        if found is None:
            held.append(chunk)
            continue
        if held:
            out += parsed("\n\n".join(held))
            held.clear()
        out.append(found)
    return (*out, *parsed("\n\n".join(held))) if held else tuple(out)


def parsed(markdown: str) -> tuple[Block, ...]:
    """The same as `read`, all by the parser."""
    tokens = grammar().parse(markdown, {})
    if any(token.level >= NESTING - 1 for token in tokens):
        return (CodeBlock(markdown.strip("\n")),)
    return _blocks(tokens)


@dataclass(slots=True)
class Open:
    """A node whose end is not read yet."""

    token: Token | None
    children: list[Any] = field(default_factory=list)


def _blocks(tokens: Iterable[Token]) -> tuple[Block, ...]:
    stack = [Open(None)]
    depth = 0
    for token in tokens:
        if token.type == "inline":
            stack[-1].children += _inline(token.children or ())
        elif token.type == WORDS:
            stack[-1].children += as_words(token.content)
        elif token.nesting == 1:
            stack.append(Open(token))
            depth += token.type in CONTAINERS
        elif token.nesting == -1:
            node = stack.pop()
            stack[-1].children += _closed(node, flat=depth > DEPTH)
            depth -= token.type.replace("_close", "_open") in CONTAINERS
        elif token.type in LEAVES:
            stack[-1].children.append(LEAVES[token.type](token))
    return tuple(stack[0].children)


def _closed(node: Open, *, flat: bool) -> list[Any]:
    assert node.token
    kind, children = node.token.type, node.children
    if kind not in NODES or (flat and kind in FLATTENED):
        return children
    return [NODES[kind](node.token, tuple(children))]


def _list(token: Token, items: tuple[Item, ...]) -> List:
    ordered = token.type == "ordered_list_open"
    return List(items, ordered, int(token.attrs.get("start", 1)) if ordered else 1)


CONTAINERS = frozenset({"blockquote_open", "bullet_list_open", "ordered_list_open"})
FLATTENED = CONTAINERS | {"list_item_open"}
NODES: dict[str, Callable[[Token, tuple[Any, ...]], Any]] = {
    "paragraph_open": lambda _, children: Paragraph(children),
    "heading_open": lambda token, children: Heading(int(token.tag[1:]), children),
    "blockquote_open": lambda _, children: heads.read(children),
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "list_item_open": lambda _, children: Item(children),
    "table_open": lambda _, rows: Table(rows),
    "tr_open": lambda _, cells: cells,
    "th_open": lambda _, cell: cell,
    "td_open": lambda _, cell: cell,
    "em_open": lambda _, children: Emphasis(children),
    "strong_open": lambda _, children: Strong(children),
    "s_open": lambda _, children: Strike(children),
    "link_open": lambda token, children: Link(str(token.attrs["href"]), children),
}


def _fence(token: Token) -> CodeBlock:
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    return CodeBlock(token.content.removesuffix("\n"), language)


LEAVES: dict[str, Callable[[Token], Any]] = {
    "fence": _fence,
    "code_block": _fence,
    "hr": lambda _: Rule(),
    "text": lambda token: Text(token.content),
    "softbreak": lambda _: Text(" "),
    "hardbreak": lambda _: Break(),
    "code_inline": lambda token: CodeSpan(token.content),
    "image": lambda token: Image(str(token.attrs["src"]), _alt(token)),
}


def _inline(tokens: Iterable[Token]) -> list[Inline]:
    """The nodes of *tokens*, texts side by side as one."""
    stack = [Open(None)]
    for token in tokens:
        if token.nesting == 1:
            stack.append(Open(token))
        elif token.nesting == -1:
            node = stack.pop()
            deep = len(stack) > INLINE_DEPTH
            for found in _closed(node, flat=False) if not deep else node.children:
                _push(stack[-1].children, found)
        else:
            _push(stack[-1].children, LEAVES[token.type](token))
    return stack[0].children


def _push(out: list[Inline], node: Inline) -> None:
    if isinstance(node, Text) and out and isinstance(last := out[-1], Text):
        out[-1] = Text(last.text + node.text)
    elif not (isinstance(node, Text) and not node.text):
        out.append(node)


def _alt(image: Token) -> str:
    """The words of an image's description; what images in it describe counts too."""
    words, todo = [], list(reversed(image.children or ()))
    while todo:
        token = todo.pop()
        if token.type in ("text", "code_inline"):
            words.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        todo.extend(reversed(token.children or ()))
    return "".join(words)
