"""Numbers as pages write them: with thousands set apart, or rounded."""

from __future__ import annotations

import re

NUMBER = re.compile(r"(\d{1,3}(?:[.,\s]\d{3}){1,2}(?!\d)|\d{1,9})(?:[.,]\d)?\s?([kKmM]\b)?")


def count(text: str | None) -> int | None:
    """The first number in *text*; None without one, or when it is rounded: "2.1K"."""
    found = NUMBER.search(text or "")
    return int(re.sub(r"\D", "", found[1])) if found and not found[2] else None


def number(text: str | None) -> int | None:
    """The first number in *text*, but for 0: pages and posts are numbered from 1."""
    return count(text) or None
