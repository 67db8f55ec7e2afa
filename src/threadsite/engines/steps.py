"""Selectors as steps: what an index can tell of them, and whether that is all they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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


@dataclass(frozen=True, eq=False, slots=True)
class Step:
    """What an element must be, and what must stand around it."""

    tag: str | None
    tests: tuple[Test, ...]
    around: Step | None = None
    child: bool = False
    """What is around is the parent."""
    whole: bool = True
    """The selector says no more."""
    beside: Step | None = None
    """What must stand before it, at its side."""
    needed: frozenset[str] = frozenset()
    """Marks of what else must be near it."""

    def marks(self) -> frozenset[str]:
        """What stands in every tree in which this is found: see `mark`."""
        others = [other.marks() for other in (self.around, self.beside) if other]
        return frozenset(mark(*test) for test in self.tests).union(self.needed, *others)


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
    tests: list[Test] = []
    needed: frozenset[str] = frozenset()
    while not isinstance(tree, parser.Element):
        test = _test(tree)
        tests += [test] if test else []
        whole = whole and test is not None
        if isinstance(tree, parser.Relation) and len(tree.arguments) == 1:
            needed |= _step(tree.arguments[0][1].parsed_tree).marks()
        tree = tree.selector
    tag = tree.element.lower() if tree.element else None
    # Classes and ids leave the fewest elements for the other tests.
    tests.sort(key=lambda test: test[0] not in ("class", "id"))
    return Step(tag, tuple(tests), around, child, whole and tree.namespace is None, beside, needed)


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
