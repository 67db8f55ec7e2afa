"""Records: the parts of a page that repeat, each around one pivot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from lxml import etree

from threadsite.engines.miner.pivots import Pivot
from threadsite.engines.rules import Element

DEEPEST = 200
"""How far above its pivot a record may begin; no page that is no attack is as deep."""


@dataclass(frozen=True, slots=True)
class Record:
    """What may be one post: a pivot and the siblings that belong to it."""

    pivot: Pivot
    elements: tuple[Element, ...]

    def inside(self, tag: str | None = None) -> Iterator[Element]:
        """Every element of the record, or every one with *tag*."""
        return chain.from_iterable(one.iter(tag or etree.Element) for one in self.elements)


def records(pivots: Sequence[Pivot]) -> list[Record]:
    """The records around *pivots*: none holds two of them.

    A record is the largest element with one pivot, with the siblings behind it that have none, as
    where a post is a row for its head and a row for its words.
    """
    held: Counter[Element] = Counter()
    for pivot in pivots:
        held.update(islice(pivot.element.iterancestors(), DEEPEST))
        held[pivot.element] += 1
    whole = [_largest(pivot.element, held) for pivot in pivots]
    spans = [_span(element, held) for element in whole]
    usual = Counter(len(span) for span in spans).most_common(1)
    longest = usual[0][0] if usual else 1
    return [Record(pivot, span[:longest]) for pivot, span in zip(pivots, spans, strict=True)]


def _largest(element: Element, held: Counter[Element]) -> Element:
    parent = element.getparent()
    while parent is not None and held[parent] == 1:
        element, parent = parent, parent.getparent()
    return element


def _span(element: Element, held: Counter[Element]) -> tuple[Element, ...]:
    return (element, *takewhile(lambda sibling: not held[sibling], element.itersiblings()))
