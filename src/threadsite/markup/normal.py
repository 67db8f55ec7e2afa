"""The one form that equal nodes have: what Markdown can say of them, and what it reads back to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from threadsite.decoding import clean
from threadsite.markup import heads, lines
from threadsite.markup.flow import flat
from threadsite.markup.links import safe
from threadsite.markup.nodes import (
    DEPTH,
    Block,
    CodeBlock,
    Heading,
    Item,
    List,
    Paragraph,
    QuoteBlock,
    Rule,
    Spoiler,
    Table,
    Text,
)

EMPTY_LINES = re.compile(r"\A[ \t\n]*\n")
LANGUAGE = re.compile(r"[A-Za-z0-9+#.-]{1,30}")
LAST_NUMBER = 999_999_999
WIDEST = 100
"""Columns of a table."""


def normal(blocks: Iterable[Block], depth: int = 0) -> tuple[Block, ...]:
    """*blocks* without what Markdown cannot say: empty nodes, doubled spaces and marks, nesting
    below `DEPTH`. No word is lost."""
    out: list[Block] = []
    for block in blocks if depth < DEPTH else _unnested(blocks):
        if simple := SIMPLE.get(type(block)):
            out += simple(block)
        else:
            out += NESTED[type(block)](block, depth)
    return tuple(out)


def _unnested(blocks: Iterable[Block]) -> Iterator[Block]:
    """*blocks* with what is in quotes, lists and spoilers beside them, however deep it is."""
    todo = list(blocks)[::-1]
    while todo:
        block = todo.pop()
        match block:
            case List(items):
                todo += [child for item in items for child in item.children][::-1]
            case QuoteBlock(children, author):
                todo += children[::-1]
                yield Paragraph((Text(f"{author}:" if author else ""),))
            case Spoiler(children, title):
                todo += children[::-1]
                yield Paragraph((Text(title),))
            case _:
                yield block


def _paragraph(block: Paragraph) -> Iterator[Block]:
    yield from map(Paragraph, lines.paragraphs(block.children))


def _heading(block: Heading) -> Iterator[Block]:
    if children := lines.one_line(block.children):
        yield Heading(min(max(block.level, 1), 6), children)


def _code(block: CodeBlock) -> Iterator[Block]:
    # Only whole empty lines go: the first line keeps its indentation.
    if text := EMPTY_LINES.sub("", clean(block.text).rstrip(), count=1):
        yield CodeBlock(text, block.language if LANGUAGE.fullmatch(block.language) else "")


def _list(block: List, depth: int) -> Iterator[Block]:
    items = tuple(
        Item(children) for item in block.items if (children := normal(item.children, depth + 1))
    )
    if items:
        fits = 0 <= block.start <= LAST_NUMBER - len(items)
        yield List(items, block.ordered, block.start if block.ordered and fits else 1)


def _quote(block: QuoteBlock, depth: int) -> Iterator[Block]:
    author, post = lines.line(block.author or "") or None, lines.line(block.post or "") or None
    url = None if post or not block.url else safe(block.url)
    headed = bool(author or post or url)
    children = normal(block.children, depth + 1)
    if headed:
        yield QuoteBlock(children, author, post, url, block.inferred)
    elif children:
        yield heads.read(children)


def _spoiler(block: Spoiler, depth: int) -> Iterator[Block]:
    title, children = lines.line(block.title), normal(block.children, depth + 1)
    if title or children:
        yield Spoiler(children, title)


def _table(block: Table) -> Iterator[Block]:
    rows = [tuple(map(lines.one_line, row)) for row in block.rows]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    if width > WIDEST:
        # Every row is as wide as the widest: a long and a wide one make more cells than was said.
        for row in rows:
            yield from _paragraph(Paragraph(flat((Table((row,)),))))
    elif width:
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
