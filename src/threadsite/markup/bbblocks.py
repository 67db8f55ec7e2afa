"""Blocks of BBCode that have ended, as nodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from threadsite.markup import bbtags
from threadsite.markup.bbquotes import head
from threadsite.markup.flow import flat
from threadsite.markup.nodes import Block, Heading, Item, List, QuoteBlock, Spoiler, Table

Blocks = tuple[Block, ...]
Rows = list[list[Blocks]]
"""The items of a list, one a row; the rows of a table, each with its cells."""

LONGEST_TITLE = 300
ORDERED = frozenset("1aAiI") | {"decimal", "ol", "lower-alpha", "upper-alpha", "lower-roman"}
ORDERED |= {"upper-roman", "type=decimal"}


def finished(name: str, arg: str, inside: Blocks, rows: Rows) -> Sequence[Block]:
    """What the tag *name* makes of what was in it."""
    return FINISH[name](name, arg, inside, rows)


def _quote(_: str, arg: str, inside: Blocks, __: Rows) -> Sequence[Block]:
    author, post = head(arg)
    return (QuoteBlock(inside, author, post),) if inside or author or post else ()


def _spoiler(_: str, arg: str, inside: Blocks, __: Rows) -> Sequence[Block]:
    title = " ".join(bbtags.stated(arg).split())
    return (Spoiler(inside, title[:LONGEST_TITLE]),) if inside else ()


def _heading(name: str, arg: str, inside: Blocks, _: Rows) -> Sequence[Block]:
    level = name[1:] if name[1:].isdigit() else bbtags.value(arg)
    number = int(level) if level in ("1", "2", "3", "4", "5", "6") else 3
    return (Heading(number, flat(inside)),) if inside else ()


def _list(name: str, arg: str, _: Blocks, rows: Rows) -> Sequence[Block]:
    items = tuple(Item(part) for row in rows for part in row)
    kind = bbtags.value(arg) or arg.strip().replace('"', "")
    return (List(items, ordered=name == "ol" or kind in ORDERED),) if items else ()


def _table(_: str, __: str, ___: Blocks, rows: Rows) -> Sequence[Block]:
    rows = [row for row in rows if row]
    width = max(map(len, rows), default=0)
    if width < 2:
        return [block for row in rows for cell in row for block in cell]
    return (Table(tuple(tuple(map(flat, row)) for row in rows)),)


Finish = Callable[[str, str, Blocks, Rows], Sequence[Block]]
FINISH: dict[str, Finish] = (
    dict.fromkeys(bbtags.QUOTES, _quote)
    | dict.fromkeys(bbtags.SPOILERS, _spoiler)
    | dict.fromkeys(bbtags.HEADINGS, _heading)
    | dict.fromkeys(bbtags.LISTS, _list)
    | dict.fromkeys(bbtags.TABLES, _table)
)
