"""Trees of answers: which post one stands below, where pages put the answers to it inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from threadsite.engines.rules import Element

ABOVE = "data-threadsite-above"
"""The attribute where engines write the id of the post above, which a tree under work may lose."""


def above(element: Element, container: str, pattern: re.Pattern[str]) -> str | None:
    """The id of the post that *element* stands below; None for one that stands below none.

    Each post stands in a *container*, a tag, with all the answers to it. The container or one of
    its children bears the id, which is the first group of *pattern*.
    """
    ids = (found for outer in element.iterancestors(container) if (found := _id(outer, pattern)))
    next(ids, None)
    return next(ids, None)


def _id(container: Element, pattern: re.Pattern[str]) -> str | None:
    return next((match[1] for name in _names(container) if (match := pattern.match(name))), None)


def _names(container: Element) -> Iterator[str]:
    yield container.get("id") or ""
    for child in container:
        yield child.get("id") or ""
