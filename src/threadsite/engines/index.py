"""The elements of a page by what selectors ask for.

An XPath walks over every element each time, and a page is asked hundreds of questions, most of them
once for each post. Here each is answered once for the whole page; of the answer, what a post holds
is one slice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from lxml import etree

from threadsite.engines.attributes import ABSENT, attributes, passes
from threadsite.engines.steps import Inside, Step, Test

Element = etree._Element


class Answer(NamedTuple):
    """What a step finds in a tree. A place is a number in the order of the tree."""

    places: Sequence[int]
    """In order."""
    outermost: Mapping[int, int]
    """By place, where the first element stands that the step needs around what is there; empty
    when it needs none."""


NOTHING = Answer((), {})


class Index:
    """The elements of a tree by what selectors ask for."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.elements = list(root.iter(etree.Element))
        self.places = dict(zip(self.elements, range(len(self.elements)), strict=True))
        self._attributes = attributes(self.elements)
        self._answers: dict[Step, Answer] = {}
        self._ends: dict[Element, int] = {}
        self.worth_while: dict[Any, Any] = {}
        """For who asks: of each of his questions, what may find anything."""
        self._holders: dict[Step, Mapping[Element | None, Sequence[int]]] = {}

    def find(self, step: Step, element: Element) -> list[Element]:
        """What *step* finds in *element*, itself included, in order."""
        places, outermost = self.answer(step)
        if not places:
            return []
        start = self.places[element]
        inside = places[bisect_left(places, start) : bisect_left(places, self.end(element))]
        if outermost:
            inside = [at for at in inside if outermost[at] >= start]
        found = [one for at in inside if _within(one := self.elements[at], element)]
        for needed in step.inside:
            found = [one for one in found if self._agrees(needed, one)]
        return self._amid(found, step, element) if step.fleeting else found

    def _amid(self, found: list[Element], step: Step, element: Element) -> list[Element]:
        """Those of *found* that stand, in *element*, in what *step* needs around them."""
        if step.around is None or not found:
            return found
        outer = set(self.find(step.around, element))
        if step.child:
            return [one for one in found if one.getparent() in outer]
        return [one for one in found if not outer.isdisjoint(one.iterancestors())]

    def answer(self, step: Step) -> Answer:
        """What *step* finds in the whole tree."""
        known = self._answers.get(step)
        if known is None:
            known = self._answers[step] = self._answer(step)
        return known

    @cached_property
    def marks(self) -> frozenset[str]:
        """All classes, ids and attributes of the tree, as `steps.mark` writes them."""
        classes, ids = (self._attributes.get(name, ABSENT) for name in ("class", "id"))
        return frozenset(
            chain(
                map(".".__add__, classes.by_word),
                map("#".__add__, ids.by_value),
                map("[".__add__, self._attributes),
            )
        )

    @cached_property
    def _by_tag(self) -> Mapping[object, Sequence[int]]:
        found: defaultdict[object, list[int]] = defaultdict(list)
        for place, element in enumerate(self.elements):
            found[element.tag].append(place)
        return found

    def end(self, element: Element) -> int:
        """The place behind the last element inside *element*."""
        known = self._ends.get(element)
        return self._found_end(element) if known is None else known

    def _found_end(self, element: Element) -> int:
        passed = []
        end = len(self.elements)
        for outer in chain((element,), element.iterancestors()):
            if outer in self._ends:
                end = self._ends[outer]
                break
            passed.append(outer)
            after = outer.getnext()
            while after is not None and after not in self.places:
                after = after.getnext()
            if after is not None:
                end = self.places[after]
                break
        self._ends.update(dict.fromkeys(passed, end))
        return end

    def _answer(self, step: Step) -> Answer:
        around = self.answer(step.around) if step.around else None
        if around and not around.places:
            return NOTHING
        alone = self._alone(step)
        if not alone or around is None:
            return Answer(alone, {})
        outermost = dict((self._children if step.child else self._inside)(alone, around))
        return Answer(list(outermost), outermost)

    def _alone(self, step: Step) -> Sequence[int]:
        """The places of the elements that *step* describes, whatever is around them."""
        found = self._tested(step.tag, step.tests)
        for denied in step.without:
            places = set(self._tested(denied.tag, denied.tests))
            found = [place for place in found if place not in places]
        for needed in step.inside:
            if needed.wanted and all(child for _, child in needed.steps):
                parents = set().union(*(self._held(inner) for inner, _ in needed.steps))
                found = [place for place in found if self.elements[place] in parents]
        return found

    def _tested(self, tag: str | None, tests: Sequence[Test]) -> Sequence[int]:
        elements = self.elements
        if not tests:
            return self._by_tag.get(tag, ()) if tag else range(len(elements))
        (name, operator, value), *others = tests
        found = self._attributes[name].fitting(operator, value) if name in self._attributes else ()
        if tag:
            found = [place for place in found if elements[place].tag == tag]
        if others:
            found = [place for place in found if passes(elements[place], others)]
        return found

    def _children(self, found: Iterable[int], around: Answer) -> Iterable[tuple[int, int]]:
        """Those of *found* whose parent is *around*, with what is outermost."""
        parents = {place: around.outermost.get(place, place) for place in around.places}
        for place in found:
            outer = self.elements[place].getparent()
            if outer is not None and (parent := self.places.get(outer)) in parents:
                yield place, parents[parent]

    def _inside(self, found: Iterable[int], around: Answer) -> Iterable[tuple[int, int]]:
        """Those of *found* that stand in something of *around*, with what is outermost."""
        open_ = [(len(self.elements), -1)]
        coming = iter((*around.places, len(self.elements)))
        outer = next(coming)
        for place in found:
            while outer < place:
                while open_[-1][0] <= outer:
                    open_.pop()
                last = max(around.outermost.get(outer, outer), open_[-1][1])
                open_.append((self.end(self.elements[outer]), last))
                outer = next(coming)
            while open_[-1][0] <= place:
                open_.pop()
            if open_[-1][1] >= 0:
                yield place, open_[-1][1]

    def _agrees(self, inside: Inside, element: Element) -> bool:
        """Whether in *element* stands what must, and nothing that must not."""
        return inside.wanted is any(
            self._stands_in(element, step, child) for step, child in inside.steps
        )

    def _stands_in(self, element: Element, step: Step, child: bool) -> bool:
        places, outermost = self.answer(step)
        if not places:
            return False
        if child:
            inside = self._held(step).get(element, ())
        else:
            start = self.places[element]
            inside = places[bisect_left(places, start + 1) : bisect_left(places, self.end(element))]
            if outermost:
                inside = [at for at in inside if outermost[at] > start]
        return any(_within(self.elements[at], element) for at in inside)

    def _held(self, step: Step) -> Mapping[Element | None, Sequence[int]]:
        """What *step* finds, by the parent of what is outermost."""
        known = self._holders.get(step)
        if known is None:
            places, outermost = self.answer(step)
            found: defaultdict[Element | None, list[int]] = defaultdict(list)
            for at in places:
                found[self.elements[outermost.get(at, at)].getparent()].append(at)
            known = self._holders[step] = found
        return known


def _within(element: Element | None, scope: Element) -> bool:
    """Whether *element* still stands in *scope*."""
    while element is not scope:
        if element is None:
            return False
        element = element.getparent()
    return True
