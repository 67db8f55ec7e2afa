"""Where Markdown can place a mark, and what to do where it cannot.

A mark opens before a letter, and before punctuation only where a space or punctuation is in front
of it; it closes by the same rule mirrored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from string import punctuation

from threadsite.markup.lines import NESTS, cored, joined
from threadsite.markup.nodes import MARKS, Break, Inline, Link, Mark, Text

NESTED = frozenset(NESTS)
SPACE, POINT = " ", "."
"""What a break or an end, and what a link, code or a picture is as a neighbour."""


def are_placeable(nodes: Sequence[Inline]) -> bool:
    """Whether *nodes* surely read back as they are: false where only reading can tell."""
    if NESTED.isdisjoint(map(type, nodes)):
        return True
    return all(
        not isinstance(node, NESTS)
        or (not any(isinstance(child, NESTS) for child in node.children) and isinstance(node, Link))
        or (isinstance(node, MARKS) and _is_placeable(node, before, after))
        for before, node, after in _with_neighbours(nodes)
    )


def loosened(nodes: Sequence[Inline]) -> list[Inline]:
    """*nodes* with the punctuation at both ends of each mark outside of it."""
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Link):
            out.append(replace(node, children=tuple(loosened(node.children))))
        elif isinstance(node, MARKS):
            out += _loosened(node)
        else:
            out.append(node)
    return joined(out)


def unmarked(nodes: Sequence[Inline]) -> list[Inline]:
    """*nodes* without marks."""
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Link):
            out.append(replace(node, children=tuple(unmarked(node.children))))
        else:
            out += unmarked(node.children) if isinstance(node, MARKS) else (node,)
    return joined(out)


def _is_placeable(node: Mark, before: Inline | None, after: Inline | None) -> bool:
    if isinstance(before, MARKS) or isinstance(after, MARKS):
        return False
    for child in node.children:
        if isinstance(child, MARKS) or not are_placeable((child,)):
            return False
    outside = _edge(before, -1), _edge(after, 0)
    inside = _edge(node.children[0], 0), _edge(node.children[-1], -1)
    return all(map(_is_delimitable, inside, outside))


def _is_delimitable(inside: str, outside: str) -> bool:
    return inside.isalnum() or outside == SPACE or outside in punctuation


def _edge(node: Inline | None, end: int) -> str:
    """The character that *node* turns to its neighbour."""
    if isinstance(node, Text):
        return node.text[end]
    return SPACE if node is None or isinstance(node, Break) else POINT


def _with_neighbours(
    nodes: Sequence[Inline],
) -> Iterable[tuple[Inline | None, Inline, Inline | None]]:
    return zip((None, *nodes), nodes, (*nodes[1:], None), strict=False)


def _loosened(mark: Mark) -> list[Inline]:
    before, kept, after = cored(loosened(mark.children), pointed=True)
    return [*before, *([replace(mark, children=tuple(kept))] if kept else ()), *after]
