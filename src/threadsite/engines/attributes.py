"""The attributes of a tree: where each stands, by what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import methodcaller

from lxml import etree

from threadsite.engines.steps import FITS, Test, words

Element = etree._Element
ITEMS = methodcaller("items")


@dataclass(frozen=True)
class Attribute:
    """Where an attribute stands in a tree, by its value."""

    stated: Sequence[tuple[str, int]]
    """What it says and where, in order."""

    def fitting(self, operator: str, value: str) -> Sequence[int]:
        """The places where it is as *operator* and *value* say."""
        if operator == "exists":
            return [place for _, place in self.stated]
        if operator == "=":
            return self.values.get(value, ())
        if operator == "~=":
            return self.by_word.get(value, ())
        if value not in self._all:
            return ()
        fits = FITS[operator]
        return sorted(
            at for one, places in self.values.items() if fits(one, value) for at in places
        )

    @cached_property
    def values(self) -> Mapping[str, Sequence[int]]:
        """The places of each value that it has."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for value, place in self.stated:
            found[value].append(place)
        return found

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[int]]:
        """The places of each word that stands in it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for stated, places in self.values.items():
            for word in {*words(stated)}:
                found[word] += places
        return {word: sorted(places) for word, places in found.items()}

    @cached_property
    def _all(self) -> str:
        """All values; what is not in here is in none of them."""
        return "\n".join([value for value, _ in self.stated])


ABSENT = Attribute(())


def attributes(elements: Iterable[Element]) -> Mapping[str, Attribute]:
    """What attributes *elements* have."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for place, items in enumerate(map(ITEMS, elements)):
        for name, value in items:
            found[name].append((value, place))
    return {name: Attribute(stated) for name, stated in found.items()}


def passes(element: Element, tests: Iterable[Test]) -> bool:
    """Whether *element* passes all *tests*."""
    return all(
        (stated := element.get(name)) is not None and FITS[operator](stated, value)
        for name, operator, value in tests
    )
