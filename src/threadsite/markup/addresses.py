"""Addresses in Markdown: found without reading it whole, and exchanged for others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from threadsite.markup.nodes import (
    Block,
    Emphasis,
    Heading,
    Image,
    Inline,
    Item,
    Link,
    List,
    Paragraph,
    QuoteBlock,
    Spoiler,
    Strike,
    Strong,
    Table,
)

MEDIA = "media/"
"""The folder of kept files, below `content/`."""

ADDRESS = r"(?:<([^<>\n]{1,4000})>|([^\s<>()]{1,4000}))\)"
IMAGE = re.compile(r"!\[(?:[^\]\\]|\\.){0,400}\]\(" + ADDRESS)
LINK = re.compile(r"\]\(" + ADDRESS + r"|<(https?://[^\s<>]{1,4000})>")
KEPT = re.compile(r"(?:\.\./){0,40}(media/[0-9a-f]{16}\.[a-z0-9]{1,5})")
WRITTEN = re.compile(r"(?<=\]\()" + KEPT.pattern + r"(?=\))")
NEVER = re.compile("(?!)")

Moved = Callable[[str], str | None]
"""The address to put in the place of another; None to leave it."""


class Addresses(NamedTuple):
    """What a body mentions."""

    images: tuple[str, ...]
    links: tuple[str, ...]
    """Those of pictures too."""


def addresses(markdown: str) -> Addresses:
    """The addresses in *markdown*, as our writer writes them; those in code may be among them."""
    images = IMAGE if "![" in markdown else NEVER
    return Addresses(tuple(_found(images, markdown)), tuple(_found(LINK, markdown)))


def kept(address: str) -> str | None:
    """The file below `content/` that *address* means, from whatever folder; None for others."""
    found = KEPT.fullmatch(address)
    return found[1] if found else None


def mentioned(text: str) -> frozenset[str]:
    """The files below `content/` that *text*, of a content file, names anywhere."""
    return frozenset(KEPT.findall(text)) if MEDIA in text else frozenset()


def rebased(markdown: str, depth: int) -> str:
    """*markdown* with its addresses of kept files as they read *depth* folders down."""
    return WRITTEN.sub(lambda found: "../" * depth + found[1], markdown)


def readdressed(blocks: Iterable[Block], moved: Moved) -> tuple[Block, ...]:
    """*blocks* with what *moved* says in the place of each address."""
    return tuple(_block(block, moved) for block in blocks)


def _found(pattern: re.Pattern[str], markdown: str) -> Iterator[str]:
    for found in pattern.finditer(markdown):
        yield next(filter(None, found.groups())).replace("\\&", "&")


def _block(block: Block, moved: Moved) -> Block:
    match block:
        case Paragraph(children) | Heading(_, children):
            return replace(block, children=_inlines(children, moved))
        case QuoteBlock(blocks) | Spoiler(blocks):
            return replace(block, children=readdressed(blocks, moved))
        case List(items):
            inside = (Item(readdressed(item.children, moved)) for item in items)
            return replace(block, items=tuple(inside))
        case Table(rows):
            return Table(tuple(tuple(_inlines(cell, moved) for cell in row) for row in rows))
    return block


def _inlines(nodes: Iterable[Inline], moved: Moved) -> tuple[Inline, ...]:
    return tuple(_inline(node, moved) for node in nodes)


def _inline(node: Inline, moved: Moved) -> Inline:
    match node:
        case Image(url):
            return replace(node, url=moved(url) or url)
        case Link(url, children):
            return Link(moved(url) or url, _inlines(children, moved))
        case Emphasis(children) | Strong(children) | Strike(children):
            return replace(node, children=_inlines(children, moved))
    return node
