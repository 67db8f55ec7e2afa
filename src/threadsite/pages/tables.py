"""Numbers as files that any program for tables opens: CSV, the same bytes for the same numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from threadsite import urls
from threadsite.pages.page import File

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a program for tables would run."""


def table(name: str, head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> File:
    """The file of the table *name*."""
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return File(urls.table(name), written.getvalue().encode("utf-8", "replace"))


def _harmless(cell: str | int) -> str | int:
    """*cell* so that nobody's name is run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULAS) else cell
