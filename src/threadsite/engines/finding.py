"""What selectors find, from an index of the tree.

An XPath walks over every element each time, and a page is asked hundreds of questions, most of them
once for each post. Here each is answered once for the whole page; of the answer, what a post holds
is one slice. Where a selector says more than an index can tell (`:has()`, `:not()`, siblings), the
index says whether an XPath is worth while.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
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
        """For who asks: of each of his questions, what `bears` leaves of it."""

    def bears(self, marks: Iterable[Set[str]]) -> bool:
        """Whether all of any of *marks* stand in the tree."""
        return any(map(self.marks.issuperset, marks))

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
                map("#".__add__, ids.values),
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
        ends = len(self.elements)
        passed = []
        for outer in chain((element,), element.iterancestors()):
            if outer in self._ends:
                ends = self._ends[outer]
                break
            passed.append(outer)
            after = next(outer.itersiblings(etree.Element), None)
            if after in self.places:
                ends = self.places[after]
                break
        self._ends.update(dict.fromkeys(passed, ends))
        return ends

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


class Scope(NamedTuple):
    """The part of a tree that is asked: the places from *start* up to *end*."""

    tree: Index
    start: int
    end: int

    def places(self, answer: Answer) -> Sequence[int]:
        """The places in this part of *answer*."""
        places, outermost = answer
        places = places[bisect_left(places, self.start) : bisect_left(places, self.end)]
        return [at for at in places if outermost[at] >= self.start] if outermost else places


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between the commas of a selector."""

    step: Step
    xpath: Callable[[Element], Any] | None
    """What knows the answer where the step is not all that is said."""

    def find(self, element: Element) -> list[Element]:
        """What this part finds in *element*, itself included, in document order."""
        scope = _scope(element)
        answer = scope.tree.answer(self.step)
        if not answer.places:
            return []
        if self.xpath:
            # Of siblings, some may stand outside.
            return list(self.xpath(element))
        elements = scope.tree.elements
        return [one for at in scope.places(answer) if _within(one := elements[at], element)]


Finder = Callable[[Element], list[Element]]


def tree_of(element: Element) -> Index:
    """The index of the tree that *element* is in."""
    return _scope(element).tree


@cache
def finder(css: str) -> Finder:
    """What finds the elements that *css* selects in an element; `SelectorError` when it is no
    selector."""
    parts = _parts(css)
    return parts[0].find if len(parts) == 1 else partial(_together, parts)


def marks(css: str) -> Sequence[Set[str]]:
    """What stands in a tree in which *css* selects anything: all of any of these."""
    return [part.step.marks() for part in _parts(css)]


@cache
def _parts(css: str) -> Sequence[Part]:
    return [Part(step, etree.XPath(path) if path else None) for step, path in steps(css)]


def _together(parts: Sequence[Part], element: Element) -> list[Element]:
    """What any of *parts* finds in *element*, in document order."""
    answers = [answer for part in parts if (answer := part.find(element))]
    if len(answers) < 2:
        return answers[0] if answers else []
    found = {one for answer in answers for one in answer}
    places = _scope(element).tree.places
    if not found <= places.keys():
        forget()
        places = _scope(element).tree.places
    return sorted(found, key=places.__getitem__)


def forget() -> None:
    """Know nothing of any tree: to be called when one was changed."""
    _scope.cache_clear()
    _index.cache_clear()


def forget_scopes() -> None:
    """The same, when all that happened is that an element was taken out of its tree."""
    _scope.cache_clear()


@lru_cache(maxsize=64)
def _scope(element: Element) -> Scope:
    root = element
    while (outer := root.getparent()) is not None:
        root = outer
    tree = _index(root)
    if element not in tree.places:
        _index.cache_clear()
        tree = _index(root)
    return Scope(tree, tree.places[element], tree.end(element))


# A page, and what was cut out of it.
@lru_cache(maxsize=8)
def _index(root: Element) -> Index:
    return Index(root)


def _within(element: Element | None, scope: Element) -> bool:
    """Whether *element* still stands in *scope*."""
    while element is not scope:
        if element is None:
            return False
        element = element.getparent()
    return True
