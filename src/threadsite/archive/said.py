"""What a post says, read from its body once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from threadsite.markup import words
from threadsite.markup.nodes import Block, Item, List, Node, QuoteBlock, Spoiler
from threadsite.model import Post

EXCERPT = 200
"""Characters."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a post and what it brings besides."""

    own: str
    """With the title of its own, if it has one."""
    quoted: str
    excerpt: str
    has: tuple[str, ...]


def said(post: Post, blocks: Sequence[Block]) -> Said:
    """What *post* says, whose body is *blocks*."""
    found = words.digest(blocks)
    has = set(found.has)
    has |= {"attachment"} if post.attachments else set()
    has |= {"quote"} if post.quotes else set()
    quoted = "\n".join(_quoted(blocks))
    own = f"{post.title}\n{found.text}" if post.title else found.text
    return Said(own, quoted, words.shortened(found.text, EXCERPT), tuple(sorted(has)))


def _quoted(nodes: Iterable[Node | Item]) -> Iterator[str]:
    """The words of each quote in *nodes*, of those inside another too."""
    for node in nodes:
        match node:
            case QuoteBlock(children):
                yield words.plain(children)
                yield from _quoted(children)
            case Spoiler(children) | Item(children):
                yield from _quoted(children)
            case List(items):
                yield from _quoted(items)
            case _:
                pass
