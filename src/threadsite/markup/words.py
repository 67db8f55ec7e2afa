"""What a body says: its author's own words, whom it quotes, what else it brings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from threadsite.markup.nodes import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Image,
    Inline,
    Item,
    Link,
    List,
    QuoteBlock,
    Rule,
    Spoiler,
    Table,
    Text,
)
from threadsite.markup.reader import read
from threadsite.model import Quote

SHORTCODE = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]{0,30}:(?![\w:])", re.IGNORECASE)
SPACES = re.compile("[ \t]{2,}")


@dataclass(frozen=True, slots=True)
class Words:
    """What a body says, read in one go."""

    text: str
    """The author's own words, one line a paragraph, without quotes, pictures and smilies."""
    quotes: tuple[Quote, ...]
    """The quotes that are not inside another, in order."""
    images: int
    """Pictures outside quotes."""
    has: frozenset[str]
    """Which of image, code, link and quote the body holds; all but quotes outside of them."""


def digest(body: str | Sequence[Block]) -> Words:
    """What *body*, Markdown or its nodes, says."""
    blocks = read(body) if isinstance(body, str) else tuple(body)
    found = list(_own(blocks))
    images = sum(isinstance(node, Image) for node in found)
    quotes = tuple(_quotes(blocks))
    kinds = {KINDS[type(node)] for node in found if type(node) in KINDS}
    return Words(plain(blocks), quotes, images, frozenset(kinds | ({"quote"} if quotes else set())))


KINDS: dict[type[Any], str] = {
    Image: "image",
    CodeBlock: "code",
    CodeSpan: "code",
    Link: "link",
}


def own_text(body: str | Sequence[Block]) -> str:
    """The author's own words in *body* as plain text."""
    return digest(body).text


def own_images(body: str | Sequence[Block]) -> int:
    """How many pictures stand in *body* outside quotes."""
    return digest(body).images


def quotes(body: str | Sequence[Block]) -> tuple[Quote, ...]:
    """Whom *body* quotes, in order; a quote inside a quote is the quoted author's."""
    return tuple(_quotes(read(body) if isinstance(body, str) else body))


def has(body: str | Sequence[Block]) -> frozenset[str]:
    """Which of image, code, link and quote *body* holds."""
    return digest(body).has


def excerpt(body: str | Sequence[Block], length: int) -> str:
    """The beginning of the own words of *body* on one line, whole words, at most *length*
    characters with the dots that show a cut."""
    return shortened(digest(body).text, length)


def gist(blocks: Sequence[Block], length: int) -> str:
    """The excerpt of *blocks*; where they have no words of their own, of what they quote first."""
    while not (said := excerpt(blocks, length)):
        quote = next((block for block in blocks if isinstance(block, QuoteBlock)), None)
        if quote is None:
            return ""
        blocks = quote.children
    return said


def shortened(text: str, length: int) -> str:
    """The beginning of *text* as `excerpt` gives it."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head, space, _ = text[:length].rpartition(" ")
    return (head if space and len(head) * 2 > length else text[: length - 1]).rstrip() + "…"


def plain(blocks: Iterable[Block]) -> str:
    """The own words of *blocks*, each block on lines of its own."""
    whole = "\n".join(_lines(blocks))
    if "  " in whole or "\t" in whole:
        whole = SPACES.sub(" ", whole)
    lines = map(str.strip, whole.split("\n"))
    return "\n".join(line for line in lines if line)


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case CodeBlock(text):
                yield text
            case List(items):
                for item in items:
                    yield from _lines(item.children)
            case Spoiler(children, title):
                yield title
                yield from _lines(children)
            case Table(rows):
                yield from ("\t".join(map(spoken, row)) for row in rows)
            case QuoteBlock() | Rule():
                pass
            case _:
                text = spoken(block.children)
                yield SHORTCODE.sub("", text) if ":" in text else text


def spoken(nodes: Iterable[Inline]) -> str:
    """The words of *nodes*; a break is a newline."""
    out = []
    for node in nodes:
        match node:
            case Text(text) | CodeSpan(text):
                out.append(text)
            case Break():
                out.append("\n")
            case Image():
                pass
            case _:
                out.append(spoken(node.children))
    return "".join(out)


def _own(nodes: Iterable[Any]) -> Iterator[Any]:
    """All nodes in *nodes* that stand in no quote."""
    for node in nodes:
        yield node
        match node:
            case QuoteBlock():
                pass
            case List(items):
                yield from _own(items)
            case Table(rows):
                for row in rows:
                    for cell in row:
                        yield from _own(cell)
            case Item() | Spoiler() | _ if hasattr(node, "children"):
                yield from _own(node.children)


def _quotes(blocks: Iterable[Block]) -> Iterator[Quote]:
    for block in blocks:
        match block:
            case QuoteBlock(_, author, post, _, inferred):
                yield Quote(author, post, inferred)
            case Spoiler(children) | Item(children):
                yield from _quotes(children)
            case List(items):
                for item in items:
                    yield from _quotes(item.children)
