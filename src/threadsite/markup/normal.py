"""The one form that equal nodes have: what Markdown can say of them, and what it reads back to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from threadsite.decoding import clean
from threadsite.markup import heads
from threadsite.markup.links import linked, safe
from threadsite.markup.nodes import (
    DEPTH,
    INLINE_DEPTH,
    MARKS,
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
    Mark,
    Paragraph,
    QuoteBlock,
    Rule,
    Spoiler,
    Strong,
    Table,
    Text,
)

SPACES = re.compile("[ \t\n\r\f\v\xa0]+")
# Most texts hold none of these, and so need no cleaning.
ODD = re.compile("[\x00-\x1f\x7f-\xa0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|  ")
ADDRESS = re.compile(r"://|www\.", re.IGNORECASE)
EMPTY_LINES = re.compile(r"\A[ \t\n]*\n")
LANGUAGE = re.compile(r"[A-Za-z0-9+#.-]{1,30}")
LAST_NUMBER = 999_999_999
NOTHING: tuple[type[Inline], ...] = ()
NESTS = (*MARKS, Link)


def normal(blocks: Iterable[Block], depth: int = 0) -> tuple[Block, ...]:
    """*blocks* without what Markdown cannot say: empty nodes, doubled spaces and marks, nesting
    below `DEPTH`. No word is lost."""
    out: list[Block] = []
    for block in blocks:
        if simple := SIMPLE.get(type(block)):
            out += simple(block)
        else:
            out += NESTED[type(block)](block, depth)
    return tuple(out)


def line(text: str) -> str:
    """*text* as one line: each run of white-space is one space, none at the ends."""
    return SPACES.sub(" ", clean(text)).strip()


def joined(nodes: Iterable[Inline]) -> list[Inline]:
    """*nodes* with neighbours of one kind as one."""
    out: list[Inline] = []
    for node in nodes:
        _push(out, node)
    return out


def _paragraph(block: Paragraph) -> Iterator[Block]:
    lines: list[list[Inline]] = []
    for found in _lines(_inline(block.children)):
        if found:
            lines.append(found)
        elif lines:
            yield Paragraph(tuple(_of_lines(lines)))
            lines = []
    if lines:
        yield Paragraph(tuple(_of_lines(lines)))


def _of_lines(lines: Sequence[list[Inline]]) -> list[Inline]:
    return [node for line_ in lines for node in (*line_, Break())][:-1]


def _heading(block: Heading) -> Iterator[Block]:
    if children := _one_line(block.children):
        yield Heading(min(max(block.level, 1), 6), children)


def _code(block: CodeBlock) -> Iterator[Block]:
    # Only whole empty lines go: the first line keeps its indentation.
    if text := EMPTY_LINES.sub("", clean(block.text).rstrip(), count=1):
        yield CodeBlock(text, block.language if LANGUAGE.fullmatch(block.language) else "")


def _list(block: List, depth: int) -> Iterator[Block]:
    if depth >= DEPTH:
        for item in block.items:
            yield from normal(item.children, depth)
        return
    items = tuple(
        Item(children) for item in block.items if (children := normal(item.children, depth + 1))
    )
    if items:
        fits = 0 <= block.start <= LAST_NUMBER - len(items)
        yield List(items, block.ordered, block.start if block.ordered and fits else 1)


def _quote(block: QuoteBlock, depth: int) -> Iterator[Block]:
    author, post = line(block.author or "") or None, line(block.post or "") or None
    url = None if post or not block.url else safe(block.url)
    headed = bool(author or post or url)
    children = normal(block.children, depth + 1)
    if depth >= DEPTH:
        if author:
            yield Paragraph((Text(f"{author}:"),))
        yield from children
    elif headed:
        yield QuoteBlock(children, author, post, url, block.inferred)
    elif children:
        yield heads.read(children)


def _spoiler(block: Spoiler, depth: int) -> Iterator[Block]:
    title, children = line(block.title), normal(block.children, depth + 1)
    if depth >= DEPTH:
        if title:
            yield Paragraph((Text(title),))
        yield from children
    elif title or children:
        yield Spoiler(children, title)


def _table(block: Table) -> Iterator[Block]:
    rows = [tuple(map(_one_line, row)) for row in block.rows]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    if width:
        yield Table(tuple(row + ((),) * (width - len(row)) for row in rows))


SIMPLE: dict[type[Block], Callable[[Any], Iterator[Block]]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    CodeBlock: _code,
    Table: _table,
    Rule: lambda block: iter((block,)),
}
NESTED: dict[type[Block], Callable[[Any, int], Iterator[Block]]] = {
    List: _list,
    QuoteBlock: _quote,
    Spoiler: _spoiler,
}


def _one_line(children: Sequence[Inline]) -> tuple[Inline, ...]:
    return tuple(_trimmed(_inline(children, broken=False)))


def _lines(nodes: Iterable[Inline]) -> Iterator[list[Inline]]:
    """*nodes* between their breaks, without white-space at the ends."""
    held: list[Inline] = []
    for node in nodes:
        if isinstance(node, Break):
            yield _trimmed(held)
            held = []
        else:
            held.append(node)
    yield _trimmed(held)


def _trimmed(nodes: list[Inline]) -> list[Inline]:
    if nodes and isinstance(first := nodes[0], Text):
        nodes[:1] = [Text(text)] if (text := first.text.lstrip()) else []
    if nodes and isinstance(last := nodes[-1], Text):
        nodes[-1:] = [Text(text)] if (text := last.text.rstrip()) else []
    return nodes


def _inline(
    nodes: Iterable[Inline],
    inside: tuple[type[Inline], ...] = NOTHING,
    *,
    broken: bool = True,
) -> list[Inline]:
    """*nodes* joined and without what is empty; *inside* are the kinds they stand in."""
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text):
            _push(out, Text(_spaced(node.text)))
        elif isinstance(node, NESTS):
            for found in _nested(node, inside, broken):
                _push(out, found)
        else:
            _push_leaf(out, node, broken)
    return out if Link in inside else _linked(out)


def _spaced(text: str) -> str:
    return SPACES.sub(" ", clean(text)) if ODD.search(text) else text


def _linked(nodes: list[Inline]) -> list[Inline]:
    """*nodes* with the bare addresses in their words as links."""
    if not any(isinstance(node, Text) and ADDRESS.search(node.text) for node in nodes):
        return nodes
    return [
        found
        for node in nodes
        for found in (linked(node.text) if isinstance(node, Text) else (node,))
    ]


def _push_leaf(out: list[Inline], node: Inline, broken: bool) -> None:
    if isinstance(node, Break):
        _push(out, node if broken else Text(" "))
    elif isinstance(node, CodeSpan) and (text := line(node.text)):
        _push(out, CodeSpan(text))
    elif isinstance(node, Image):
        url = safe(node.url)
        _push(out, Image(url, line(node.alt)) if url else Text(line(node.alt)))


def _nested(node: Mark | Link, inside: tuple[type[Inline], ...], broken: bool) -> Sequence[Inline]:
    """*node*, in the right order with its like, between the white-space from its ends."""
    kind = type(node)
    url = safe(node.url) if isinstance(node, Link) else None
    within = (*inside, kind)
    children = _inline(node.children, within, broken=broken)
    lost = isinstance(node, Link) and not url
    if kind in inside or len(inside) >= INLINE_DEPTH or lost:
        return children
    before, children, after = _cored(children)
    if not children:
        return [*before, *after]
    if any(isinstance(child, Break) for child in children):
        children = _of_lines([found for found in _lines(children) if found])
    if isinstance(node, Link):
        return [*before, Link(url or "", tuple(children)), *after]
    if kind is Strong and len(children) == 1 and isinstance(only := children[0], Emphasis):
        return [*before, Emphasis((Strong(only.children),)), *after]
    return [*before, replace(node, children=tuple(children)), *after]


def _cored(nodes: list[Inline]) -> tuple[list[Inline], list[Inline], list[Inline]]:
    """The white-space before *nodes*, the nodes, the white-space after: no mark may begin or end
    with a space."""
    before: list[Inline] = []
    after: list[Inline] = []
    while nodes and (space := _edge(nodes, 0)):
        before.append(space)
    while nodes and (space := _edge(nodes, -1)):
        after.insert(0, space)
    return before, nodes, after


def _edge(nodes: list[Inline], end: int) -> Inline | None:
    """The white-space at one *end* of *nodes*, taken from there; None when there is none."""
    node = nodes[end]
    if isinstance(node, Break):
        return nodes.pop(end)
    if not isinstance(node, Text):
        return None
    core = node.text.lstrip() if end == 0 else node.text.rstrip()
    space = node.text[: len(node.text) - len(core)] if end == 0 else node.text[len(core) :]
    if not core:
        nodes.pop(end)
    else:
        nodes[end] = Text(core)
    return Text(space) if space else None


def _push(out: list[Inline], node: Inline) -> None:
    """Add *node*, as part of the last one where Markdown could not tell the two apart."""
    last = out[-1] if out else None
    if type(last) is not type(node):
        if not (isinstance(node, Text) and not node.text):
            out.append(node)
    elif isinstance(last, Text) and isinstance(node, Text):
        doubled = last.text.endswith(" ") and node.text.startswith(" ")
        out[-1] = Text(last.text + node.text[doubled:])
    elif isinstance(last, CodeSpan) and isinstance(node, CodeSpan):
        out[-1] = CodeSpan(last.text + node.text)
    elif isinstance(last, MARKS) and isinstance(node, MARKS):
        out[-1] = replace(last, children=tuple(joined((*last.children, *node.children))))
    else:
        out.append(node)
