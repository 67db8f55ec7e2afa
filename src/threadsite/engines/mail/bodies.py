"""The words of a message to blocks, and which message its quotes are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadsite.document import parse_html
from threadsite.engines.mail.closing import Closed, closed
from threadsite.engines.mail.lines import unescaped, unflowed
from threadsite.engines.mail.parts import Part as Leaf
from threadsite.engines.mail.quoting import read_quoted
from threadsite.markup.html import Dialect, read_html
from threadsite.markup.nodes import Block, QuoteBlock


def read_words(words: Sequence[Leaf]) -> tuple[Closed, tuple[Block, ...]]:
    """What is below the words, and the words."""
    if words and words[0].kind == "text/html":
        trees = (parse_html(part.text)[0] for part in words)
        return Closed([]), tuple(block for tree in trees for block in read_html(tree, Dialect()))
    texts = [
        unflowed(part.text, tight=part.tight) if part.flowed else unescaped(part.text)
        for part in words
    ]
    end = closed("\n".join(texts))
    return end, read_quoted("\n".join(end.words))


def traced(
    blocks: Sequence[Block], answered: str | None, authors: dict[str, str | None]
) -> tuple[Block, ...]:
    """*blocks* with the outer quotes as of the message that is answered, unless they name
    somebody else."""
    if answered not in authors:
        return tuple(blocks)
    name = authors[answered]
    return tuple(
        replace(block, post=answered, author=block.author or name)
        if isinstance(block, QuoteBlock) and _same(block.author, name)
        else block
        for block in blocks
    )


def _same(one: str | None, other: str | None) -> bool:
    return one is None or (other is not None and one.casefold() == other.casefold())
