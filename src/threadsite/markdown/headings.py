"""Headings of a body under those of its page: no level is skipped on the way down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from threadsite.markup.nodes import Block, Heading, Item, List, QuoteBlock, Spoiler


def ranked(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """*blocks* with headings that begin at level 1 and go down one level at a time.

    People chose levels by the size of the letters; who hears a page follows it by its levels.
    """
    return _ranked(blocks, 0)[0]


def _ranked(blocks: Sequence[Block], above: int) -> tuple[tuple[Block, ...], int]:
    done: list[Block] = []
    for block in blocks:
        made, above = _rank(block, above)
        done.append(made)
    return tuple(done), above


def _rank(block: Block, above: int) -> tuple[Block, int]:
    match block:
        case Heading(level):
            above = min(max(level, 1), above + 1)
            return replace(block, level=above), above
        case QuoteBlock(children) | Spoiler(children):
            inside, above = _ranked(children, above)
            return replace(block, children=inside), above
        case List(items):
            made = []
            for item in items:
                inside, above = _ranked(item.children, above)
                made.append(Item(inside))
            return replace(block, items=tuple(made)), above
    return block, above
