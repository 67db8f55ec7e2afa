"""Selectors as steps: what an index can tell of them, and whether that is all they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import cssselect
from cssselect import parser
from lxml.cssselect import LxmlHTMLTranslator

Test = tuple[str, str, str]
"""The name of an attribute, an operator and a value."""

NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
TRANSLATOR = LxmlHTMLTranslator()
SPACE = str.maketrans("\t\r\n", "   ")


@lru_cache(maxsize=4096)
def words(stated: str) -> Sequence[str]:
    """The words of an attribute, as HTML has classes, each once."""
    return tuple(dict.fromkeys(filter(None, stated.translate(SPACE).split(" "))))


FITS: Mapping[str, Callable[[str, str], bool]] = {
    "exists": lambda _, __: True,
    "=": str.__eq__,
    "~=": lambda stated, value: value in words(stated),
    "^=": lambda stated, value: bool(value) and stated.startswith(value),
    "$=": lambda stated, value: bool(value) and stated.endswith(value),
    "*=": lambda stated, value: bool(value) and value in stated,
}
"""Whether what an attribute states is as an operator and a value say."""


@dataclass(frozen=True, eq=False)
class Step:
    """What an element must be, and what must stand around it."""

    tag: str | None
    tests: tuple[Test, ...]
    around: Step | None = None
    child: bool = False
    """What is around is the parent."""
    whole: bool = True
    """The selector says no more."""
    without: tuple[Step, ...] = ()
    """What it must not be, whatever is around."""
    inside: tuple[Inside, ...] = ()
    beside: Step | None = None
    """What must stand before it, at its side."""
    needed: frozenset[str] = frozenset()
    """Marks of what else must be near it."""

    @cached_property
    def fleeting(self) -> bool:
        """Whether what is around may be it no more when something is taken out of it."""
        return self.around is not None and bool(self.around.inside or self.around.fleeting)

    def marks(self) -> frozenset[str]:
        """What stands in every tree in which this is found: see `mark`."""
        others = [other.marks() for other in (self.around, self.beside) if other]
        return frozenset(mark(*test) for test in self.tests).union(self.needed, *others)


@dataclass(frozen=True, eq=False, slots=True)
class Inside:
    """What must stand in an element, or must not."""

    steps: tuple[tuple[Step, bool], ...]
    """One of these, and whether it must be, or stand in, a child."""
    wanted: bool


def mark(name: str, operator: str, value: str) -> str:
    """What a tree must have for a test to be passed in it: a class, an id, an attribute."""
    if (name, operator) == ("class", "~="):
        return f".{value}"
    return f"#{value}" if (name, operator) == ("id", "=") else f"[{name}"


def steps(css: str) -> Iterator[tuple[Step, str]]:
    """The step of each part between commas of *css*, and an XPath where that is not all it says;
    `SelectorError` when it is no selector."""
    for part in cssselect.parse(css):
        step = _step(part.parsed_tree)
        yield step, "" if step.whole else TRANSLATOR.selector_to_xpath(part)


def _step(tree: Any) -> Step:
    around, beside, child, whole = None, None, False, True
    if isinstance(tree, parser.CombinedSelector):
        known, other = tree.combinator in (" ", ">"), _step(tree.selector)
        around, beside = (other, None) if known else (None, other)
        whole = known and other.whole
        child, tree = tree.combinator == ">", tree.subselector
    said: dict[type, list[Any]] = {tuple: [], Step: [], Inside: [], type(None): []}
    needed: frozenset[str] = frozenset()
    while not isinstance(tree, parser.Element):
        one = _said(tree)
        said[type(one)].append(one)
        if isinstance(tree, parser.Relation) and len(tree.arguments) == 1:
            needed |= _step(tree.arguments[0][1].parsed_tree).marks()
        tree = tree.selector
    tag = tree.element.lower() if tree.element else None
    # Classes and ids leave the fewest elements for the other tests.
    tests = tuple(sorted(said[tuple], key=lambda test: test[0] not in ("class", "id")))
    whole = whole and tree.namespace is None and not said[type(None)]
    without, inside = tuple(said[Step]), tuple(said[Inside])
    return Step(tag, tests, around, child, whole, without, inside, beside, needed)


def _said(tree: Any) -> Test | Step | Inside | None:
    """What *tree* says of an element; None when that is nothing of these."""
    match tree:
        case parser.Negation(subselector=parser.Relation() as relation):
            return _inside(relation, wanted=False) if _is_any(relation.selector) else None
        case parser.Negation(subselector=denied):
            step = _step(denied)
            return step if step.whole and not (step.without or step.inside) else None
        case parser.Relation():
            return _inside(tree, wanted=True)
    return _test(tree)


def _inside(relation: Any, *, wanted: bool) -> Inside | None:
    found = [
        (_step(argument.parsed_tree), combinator.value)
        for combinator, argument in relation.arguments
    ]
    for step, combinator in found:
        straight = combinator == " " or (combinator == ">" and _is_straight(step))
        if not step.whole or step.inside or step.fleeting or not straight:
            return None
    return Inside(tuple((step, combinator == ">") for step, combinator in found), wanted)


def _is_any(tree: Any) -> bool:
    return isinstance(tree, parser.Element) and not tree.element and not tree.namespace


def _is_straight(step: Step) -> bool:
    """Whether there is one way only to what must be outermost around *step*: by parents."""
    return step.around is None or (step.child and _is_straight(step.around))


def _test(tree: Any) -> Test | None:
    """What *tree* says of one attribute; None when it says anything else."""
    match tree:
        case parser.Class(class_name=name):
            return "class", "~=", name
        case parser.Hash(id=name):
            return "id", "=", name
        case parser.Attrib(namespace=None, attrib=name, operator=operator, value=value) if (
            operator in FITS and NAME.fullmatch(name) and getattr(tree, "flag", None) is None
        ):
            return name.lower(), operator, (value.value or "") if value else ""
    return None
