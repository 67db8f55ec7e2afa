"""What a page shows of each of its elements, asked of many groups and answered once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lxml import etree

from threadsite.engines.attributes import ITEMS
from threadsite.engines.miner import pivots
from threadsite.engines.rules import Element, text_of

NUMBERED = re.compile(r"([A-Za-z_-]{0,20})(\d{1,12})")
NUMBERS = ("id", "name", "data-id", "data-post-id", "data-postid", "data-pid", "data-comment-id",
           "data-message-id", "data-lia-message-uid")  # fmt: skip
WORDLESS = frozenset(("a", "script", "style"))

Numbers = Mapping[tuple[str, str], str]
"""Numbers by the attribute that each stands in and what is before it there."""


class Look:
    """A look at the page around *root*, which stays as it is meanwhile."""

    def __init__(self, root: Element) -> None:
        self.dates = pivots.dates(root)
        self.names = pivots.names(root)
        self.times = {one.element: one.text for group in self.dates.values() for one in group}
        """The words of each date."""
        self.weights = _weights(root)
        """How many characters stand in each element, links left out."""
        self.place = cache(pivots.place)
        self.name = cache(pivots.name_of)
        self.text = cache(text_of)
        self.numbers = cache(_numbers)


def _weights(root: Element) -> Mapping[Element, int]:
    weights: dict[Element, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        if element.tag in WORDLESS:
            weights[element] = 0
        else:
            inner = sum([weights.get(child, 0) + _length(child.tail) for child in element])
            weights[element] = _length(element.text) + inner
    return weights


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _numbers(element: Element) -> Numbers:
    """What stands as a number in attributes of *element*."""
    stated: dict[str, str] = dict(ITEMS(element))
    found = ((name, NUMBERED.fullmatch(stated[name])) for name in NUMBERS if name in stated)
    return {(name, match[1]): match[2] for name, match in found if match}
