"""The words of Telegram, which says of each piece what it is, to nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from threadsite.engines.values import Json, raw
from threadsite.markup.links import linked, safe
from threadsite.markup.nodes import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    QuoteBlock,
    Spoiler,
    Strike,
    Strong,
)

BLOCKS: Mapping[str, Callable[[str], Block]] = {
    "pre": CodeBlock,
    "blockquote": lambda words: QuoteBlock((Paragraph(tuple(_lines(words))),)),
    "spoiler": lambda words: Spoiler((Paragraph(tuple(_lines(words))),)),
}
MARKS: Mapping[str, Callable[[str], Inline]] = {
    "bold": lambda words: Strong(tuple(_lines(words))),
    "italic": lambda words: Emphasis(tuple(_lines(words))),
    "strikethrough": lambda words: Strike(tuple(_lines(words))),
    "code": CodeSpan,
}


def read_words(item: Json) -> Iterator[Block]:
    pieces = [*_pieces(item)]
    for is_block, group in groupby(pieces, key=lambda piece: raw(piece, "type") in BLOCKS):
        if is_block:
            yield from (BLOCKS[raw(piece, "type")](raw(piece, "text")) for piece in group)
        else:
            yield Paragraph(tuple(node for piece in group for node in _inline(piece)))


def _pieces(item: Json) -> Iterator[Json]:
    """The words of a message, each with the kind that Telegram says it is."""
    stated = item.get("text_entities") or item.get("text")
    for piece in stated if isinstance(stated, list) else [stated]:
        if isinstance(piece, dict):
            yield piece
        elif isinstance(piece, str) and piece:
            yield {"type": "plain", "text": piece}


def _inline(piece: Json) -> Iterator[Inline]:
    kind, words = raw(piece, "type"), raw(piece, "text")
    if mark := MARKS.get(kind):
        yield mark(words)
    elif kind == "text_link" and (url := safe(raw(piece, "href"))):
        yield Link(url, tuple(_lines(words)))
    else:
        yield from _lines(words)


def _lines(words: str) -> Iterator[Inline]:
    for place, row in enumerate(words.split("\n")):
        if place:
            yield Break()
        yield from linked(row)
