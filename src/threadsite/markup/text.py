"""Plain text to nodes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from threadsite.markup.links import linked
from threadsite.markup.nodes import Block, Break, Inline, Paragraph


def read_text(lines: Iterable[str]) -> tuple[Block, ...]:
    """*lines* as paragraphs with blank lines between them; each bare address is a link."""
    groups = groupby(lines, key=lambda line: bool(line.strip()))
    return tuple(_paragraph(group) for filled, group in groups if filled)


def _paragraph(lines: Iterable[str]) -> Paragraph:
    nodes: list[Inline] = []
    for line in lines:
        nodes += (*linked(line.strip()), Break())
    return Paragraph(tuple(nodes[:-1]))
