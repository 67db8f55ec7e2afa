"""The words of a message in plain text, as blocks: quotes by their marks, the rest by its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from threadsite.engines.mail.heads import head_length
from threadsite.engines.mail.lines import Line, marked
from threadsite.engines.mail.originals import whole
from threadsite.markup.nodes import Block, CodeBlock, QuoteBlock
from threadsite.markup.text import read_text

INDENT = ("    ", "\t")
COLUMNS = "   "
"""Spaces that set something apart inside a line."""


def read_quoted(text: str) -> tuple[Block, ...]:
    """*text* as blocks; a quote bears the name in the line above it."""
    return tuple(_blocks(list(whole([marked(line) for line in text.split("\n")])), 0))


def _blocks(lines: Sequence[Line], level: int) -> Iterator[Block]:
    above: list[str] = []
    for deeper, group in groupby(lines, key=lambda line: line.depth > level):
        if not deeper:
            above = [line.text for line in group]
            continue
        # A head is taken off by the quote below it.
        count, name = _head(above)
        yield from _words(above[: len(above) - count])
        above = []
        yield QuoteBlock(tuple(_blocks(list(group), level + 1)), author=name)
    yield from _words(above)


def _head(above: Sequence[str]) -> tuple[int, str | None]:
    """How many lines at the end of *above* are the head of the quote below, and its name."""
    blank = next((n for n, text in enumerate(reversed(above)) if text.strip()), 0)
    if blank > 1:
        return 0, None
    count, name = head_length(above[: len(above) - blank])
    return (count + blank, name) if count else (0, None)


def _words(lines: Sequence[str]) -> Iterator[Block]:
    """*lines* as paragraphs; what was set in columns keeps its spaces."""
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if not filled:
            continue
        paragraph = list(group)
        if _set(paragraph):
            yield CodeBlock("\n".join(line.rstrip() for line in paragraph))
        else:
            yield from read_text(paragraph)


def _set(lines: Sequence[str]) -> bool:
    """Whether *lines* mean their spaces: a program, a table, a drawing."""
    if len(lines) < 2:
        return False
    columns = sum(COLUMNS in line.strip() for line in lines)
    return columns * 2 > len(lines) or all(line.startswith(INDENT) for line in lines)
