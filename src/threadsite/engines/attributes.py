"""The attributes of a tree: where each stands, by what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import methodcaller

from lxml import etree

from threadsite.engines.steps import FITS, Test, words

Element = etree._Element
ITEMS = methodcaller("items")


@dataclass(frozen=True)
class Attribute:
    """Where an attribute stands in a tree."""

    values: list[str] = field(default_factory=list)
    """What it says, in order."""
    places: list[int] = field(default_factory=list)
    """Where it says so."""

    def fitting(self, operator: str, value: str) -> Sequence[int]:
        """The places where it is as *operator* and *value* say."""
        if operator == "exists":
            return self.places
        if operator == "=":
            return self.by_value.get(value, ())
        if operator == "~=":
            return self.by_word.get(value, ())
        if value not in self._all:
            return ()
        fits = FITS[operator]
        return [at for one, at in zip(self.values, self.places, strict=True) if fits(one, value)]

    @cached_property
    def by_value(self) -> Mapping[str, Sequence[int]]:
        """The places of each value that it has."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for value, place in zip(self.values, self.places, strict=True):
            found[value].append(place)
        return found

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[int]]:
        """The places of each word that stands in it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for stated, place in zip(self.values, self.places, strict=True):
            for word in words(stated):
                found[word].append(place)
        return found

    @cached_property
    def _all(self) -> str:
        """All values; what is not in here is in none of them."""
        return "\n".join(self.values)


ABSENT = Attribute()


def attributes(elements: Iterable[Element]) -> Mapping[str, Attribute]:
    """What attributes *elements* have."""
    found: defaultdict[str, Attribute] = defaultdict(Attribute)
    for place, items in enumerate(map(ITEMS, elements)):
        for name, value in items:
            attribute = found[name]
            attribute.values.append(value)
            attribute.places.append(place)
    return found


def passes(element: Element, tests: Iterable[Test]) -> bool:
    """Whether *element* passes all *tests*."""
    return all(
        (stated := element.get(name)) is not None and FITS[operator](stated, value)
        for name, operator, value in tests
    )
