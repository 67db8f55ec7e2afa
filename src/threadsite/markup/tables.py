"""Tables: those that hold data become tables, those that only arrange lose their markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from threadsite.markup.nodes import Inline, Node, Paragraph, Table

if TYPE_CHECKING:
    from threadsite.markup.html import Hook, Walker

WIDEST = 60
"""How many columns one cell may span."""
ARRANGED = ("table", "blockquote", "pre", "ul", "ol", "form")


def table(element: etree._Element, walker: Walker) -> Sequence[Node] | None:
    """The table that *element* is; None when it only arranges what it holds."""
    rows = [list(row.iterchildren("td", "th")) for row in _rows(element)]
    if not _is_data(element, rows):
        return None
    cells = tuple(tuple(_cells(row, walker)) for row in rows)
    captions = (walker.inline(caption) for caption in element.iterchildren("caption"))
    return (*map(Paragraph, captions), Table(cells))


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element.iterchildren("tr", "thead", "tbody", "tfoot"):
        if child.tag == "tr":
            yield child
        else:
            yield from child.iterchildren("tr")


def _is_data(element: etree._Element, rows: Sequence[Sequence[etree._Element]]) -> bool:
    if not rows or next(element.iterdescendants(*ARRANGED), None) is not None:
        return False
    if any(cell.tag == "th" for row in rows for cell in row):
        return True
    return len(rows) > 1 and min(map(len, rows)) > 1


def _cells(row: Sequence[etree._Element], walker: Walker) -> Iterator[tuple[Inline, ...]]:
    for cell in row:
        yield walker.inline(cell)
        span = cell.get("colspan") or ""
        wide = int(span) if span.isascii() and span.isdigit() and len(span) < 4 else 1
        yield from ((),) * (min(wide, WIDEST) - 1)


NESTING: dict[str, Hook] = {"table": table}
