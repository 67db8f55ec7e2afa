"""What selectors find: what the index of a tree tells of them, and the rest by XPath.

Where a selector says more than an index can tell (`:first-child`, siblings), the index says whether
an XPath is worth while.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from lxml import etree

from threadsite.engines.index import Index
from threadsite.engines.steps import Step, steps

Element = etree._Element


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
        if self.xpath is None:
            return tree.find(self.step, element)
        # Of siblings, some may stand outside.
        return list(self.xpath(element)) if tree.answer(self.step).places else []

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
