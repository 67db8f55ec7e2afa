"""Blocks from a stream of words, breaks and marks, as a browser would set them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from threadsite.markup.nodes import (
    INLINE_DEPTH,
    INLINES,
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Inline,
    List,
    Node,
    Paragraph,
    Rule,
    Spoiler,
    Strike,
    Strong,
    Table,
    Text,
)

SPACES = re.compile("[ \t\n\r\f\xa0]+")

Make = Callable[[tuple[Inline, ...]], Sequence[Inline]]
"""What becomes of the nodes between the begin and the end of a mark."""


def emphasis(children: tuple[Inline, ...]) -> Sequence[Inline]:
    """*children* as somebody stresses them."""
    return (Emphasis(children),)


def strong(children: tuple[Inline, ...]) -> Sequence[Inline]:
    """*children* in bold letters."""
    return (Strong(children),)


def strike(children: tuple[Inline, ...]) -> Sequence[Inline]:
    """*children* struck out."""
    return (Strike(children),)


@dataclass(slots=True)
class Frame:
    """A mark whose end is not reached; without one, the paragraph itself."""

    make: Make | None
    nodes: list[Inline] = field(default_factory=list)


class Flow:
    """Collects nodes; `blocks()` gives what they make."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._frames = [Frame(None)]
        self._deeper = 0
        """How many marks are open that are too deep to be kept."""
        self._breaks = 0
        self._empty = True

    def text(self, text: str, *, preserved: bool = False) -> None:
        """Add words; white-space is as good as one space unless it is *preserved*."""
        if not preserved:
            self._words(text)
            return
        first, *others = text.split("\n")
        self._words(first)
        for line in others:
            self._breaks += 1
            self._words(line)

    def add(self, nodes: Iterable[Node]) -> None:
        """Add *nodes*, whatever they are."""
        for node in nodes:
            if isinstance(node, Break):
                self._breaks += 1
            elif isinstance(node, Text):
                self._words(node.text)
            elif isinstance(node, INLINES):
                self._inline(node)
            else:
                self.end_paragraph()
                self._blocks.append(node)

    def open(self, make: Make) -> None:
        """Begin a mark; it goes on in the paragraphs that follow, until it is closed."""
        if len(self._frames) > INLINE_DEPTH:
            self._deeper += 1
        else:
            self._frames.append(Frame(make))

    def close(self) -> None:
        """End the mark that was begun last."""
        if self._deeper:
            self._deeper -= 1
        else:
            self._close()

    def end_paragraph(self) -> None:
        """What follows stands in another paragraph."""
        self._breaks = 0
        if self._empty:
            for frame in self._frames:
                frame.nodes.clear()
            return
        makes = [frame.make for frame in self._frames[1:]]
        for _ in makes:
            self._close()
        self._blocks.append(Paragraph(tuple(self._frames[0].nodes)))
        self._frames = [Frame(None), *map(Frame, makes)]
        self._empty = True

    def blocks(self) -> tuple[Block, ...]:
        """All that was added, as blocks."""
        self.end_paragraph()
        return tuple(self._blocks)

    def _close(self) -> None:
        frame = self._frames.pop()
        if frame.nodes and frame.make:
            self._frames[-1].nodes += frame.make(tuple(frame.nodes))

    def _words(self, text: str) -> None:
        # Of what can be printed, only spaces are white-space.
        if "  " in text or not text.isprintable():
            text = SPACES.sub(" ", text)
        if text and text != " ":
            self._inline(Text(text))
        elif text and not self._breaks:
            self._frames[-1].nodes.append(Text(" "))

    def _inline(self, node: Inline) -> None:
        if self._breaks > 1:
            self.end_paragraph()
        elif self._breaks and not self._empty:
            self._frames[-1].nodes.append(Break())
        self._breaks = 0
        self._empty = False
        self._frames[-1].nodes.append(node)


def flat(blocks: Iterable[Block]) -> tuple[Inline, ...]:
    """The inline nodes of *blocks*, for a place that takes no blocks; a break between each."""
    nodes: list[Inline] = []
    for block in blocks:
        nodes += (*_flattened(block), Break())
    return tuple(nodes[:-1])


def _flattened(block: Block) -> Sequence[Inline]:
    match block:
        case CodeBlock(text):
            return [node for line in text.split("\n") for node in (CodeSpan(line), Break())][:-1]
        case List(items):
            return flat(child for item in items for child in item.children)
        case Table(rows):
            return [node for row in rows for cell in row for node in (*cell, Text(" "))]
        case Rule():
            return ()
        case Spoiler(children, title) if title:
            return flat((Paragraph((Text(title),)), *children))
        case _:
            nodes = block.children
            inline = tuple(node for node in nodes if isinstance(node, INLINES))
            return inline or flat(node for node in nodes if not isinstance(node, INLINES))
