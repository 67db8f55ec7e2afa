"""What selectors find, from an index of the tree.

An XPath walks over every element each time, and a page is asked hundreds of questions, most of them
once for each post. Here each is answered once for the whole page; of the answer, what a post holds
is one slice. Where a selector says more than an index can tell (`:has()`, `:not()`, siblings), the
index says whether an XPath is worth while.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Any, NamedTuple

from lxml import etree

from threadsite.engines.attributes import ABSENT, attributes, passes
from threadsite.engines.steps import Step, steps

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
        tag, elements = step.tag, self.elements
        if not step.tests:
            return self._by_tag.get(tag, ()) if tag else range(len(elements))
        (name, operator, value), *others = step.tests
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


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between the commas of a selector."""

    step: Step
    marks: Set[str]
    xpath: Callable[[Element], Any] | None
    """What knows the answer where the step is not all that is said."""

    def find(self, element: Element) -> list[Element]:
        """What this part finds in *element*, itself included, in document order."""
        tree = tree_of(element)
        places, outermost = tree.answer(self.step)
        if not places:
            return []
        if self.xpath:
            # Of siblings, some may stand outside.
            return list(self.xpath(element))
        start = tree.places[element]
        inside = places[bisect_left(places, start) : bisect_left(places, tree.end(element))]
        if outermost:
            inside = [at for at in inside if outermost[at] >= start]
        return [one for at in inside if _within(one := tree.elements[at], element)]

    def may_find(self, tree: Index) -> bool:
        """Whether it may find anything in *tree*."""
        return self.marks <= tree.marks and bool(tree.answer(self.step).places)


@dataclass(frozen=True, slots=True)
class Finder:
    """A selector: called with an element, it finds in it what is selected, in document order."""

    parts: Sequence[Part]

    def __call__(self, element: Element) -> list[Element]:
        if len(self.parts) == 1:
            return self.parts[0].find(element)
        answers = [answer for part in self.parts if (answer := part.find(element))]
        if len(answers) < 2:
            return answers[0] if answers else []
        return _in_order({one for answer in answers for one in answer}, element)

    def may_find(self, tree: Index) -> bool:
        """Whether it may find anything in *tree*."""
        return any(part.may_find(tree) for part in self.parts)


def _in_order(found: Set[Element], element: Element) -> list[Element]:
    """*found*, all of the tree of *element*, as they stand there."""
    places = tree_of(element).places
    if not found <= places.keys():
        forget()
        places = tree_of(element).places
    return sorted(found, key=places.__getitem__)


@cache
def finder(css: str) -> Finder:
    """What finds the elements that *css* selects; `SelectorError` when it is no selector."""
    return Finder(
        [Part(step, step.marks(), etree.XPath(path) if path else None) for step, path in steps(css)]
    )


# A page, and what was cut out of it.
_known: deque[Index] = deque(maxlen=8)


def tree_of(element: Element) -> Index:
    """The index of the tree that *element* is in, or was cut out of."""
    for tree in _known:
        if element in tree.places:
            return tree
    root = element
    while (outer := root.getparent()) is not None:
        root = outer
    tree = Index(root)
    _known.appendleft(tree)
    return tree


def forget() -> None:
    """Know nothing of any tree: to be called when one was changed, unless all that happened is that
    elements were taken out of it."""
    _known.clear()


def _within(element: Element | None, scope: Element) -> bool:
    """Whether *element* still stands in *scope*."""
    while element is not scope:
        if element is None:
            return False
        element = element.getparent()
    return True
