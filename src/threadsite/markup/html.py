"""HTML to nodes: a walk over the parsed tree of a post.

What HTML itself means is in the tables here and in the modules they name; what an engine means by a
class or a tag comes as the hooks of its dialect. Elements that nobody knows lose their markup,
never their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from lxml import etree

from threadsite.markup import elements, pictures, players, tables
from threadsite.markup.flow import Flow, Make, flat
from threadsite.markup.links import safe
from threadsite.markup.nodes import DEPTH, Block, Inline, Link, Node, Spoiler
from threadsite.markup.styles import hides, marks, preserves

Element = etree._Element
Hook = Callable[[Element, "Walker"], Sequence[Node] | None]
"""The nodes of an element; none drop it, `None` leaves it to whoever is next."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an engine writes posts."""

    base: str | None = None
    """The address of the page, for links that are relative."""
    classes: Mapping[str, Hook] = field(default_factory=lambda: MappingProxyType({}))
    tags: Mapping[str, Hook] = field(default_factory=lambda: MappingProxyType({}))


def read_html(element: Element, dialect: Dialect) -> tuple[Block, ...]:
    """What is inside *element*."""
    return Walker(dialect).blocks(element)


@dataclass(frozen=True)
class Walker:
    """Reads elements, for hooks that need what is inside them."""

    dialect: Dialect
    depth: int = 0
    passed: tuple[Element | None, ...] = ()

    def blocks(self, element: Element) -> tuple[Block, ...]:
        """What is inside *element*, as blocks."""
        flow = Flow()
        preserved = preserves(element, False)
        flow.text(element.text or "", preserved=preserved)
        self._walk(iter(element), flow, preserved)
        return flow.blocks()

    def inline(self, element: Element) -> tuple[Inline, ...]:
        """What is inside *element*, as the nodes of one paragraph."""
        return flat(self.blocks(element))

    def outer(self, element: Element) -> tuple[Block, ...]:
        """*element* itself, as blocks."""
        flow = Flow()
        leave = self._enter(element, flow)
        if leave is not None:
            preserved = preserves(element, False)
            flow.text(element.text or "", preserved=preserved)
            self._walk(iter(element), flow, preserved)
            leave()
        return flow.blocks()

    def without(self, *elements: Element | None) -> Walker:
        """A walker that passes over *elements*."""
        return replace(self, passed=(*self.passed, *elements))

    def url(self, value: str | None) -> str | None:
        """*value* as a link may carry it, absolute where the page's address is known."""
        return safe(value, self.dialect.base) if value else None

    def _walk(self, children: Iterator[Element], flow: Flow, preserved: bool) -> None:
        open_: list[tuple[Element, Iterator[Element], Callable[[], None], bool]] = []
        while True:
            child = next(children, None)
            if child is None:
                if not open_:
                    return
                child, children, leave, preserved = open_.pop()
                leave()
            elif (leave_ := self._enter(child, flow)) is not None:
                open_.append((child, children, leave_, preserved))
                preserved = preserves(child, preserved)
                flow.text(child.text or "", preserved=preserved)
                children = iter(child)
                continue
            if child.tail:
                flow.text(child.tail, preserved=preserved)

    def _enter(self, element: Element, flow: Flow) -> Callable[[], None] | None:
        """Add *element* to *flow*: whole, or by its begin; then what ends it comes back."""
        if not isinstance(element.tag, str) or element in self.passed:
            return None
        nodes = self._nodes(element)
        if nodes is not None:
            flow.add(nodes)
            return None
        if element.tag in elements.BLOCKS:
            flow.end_paragraph()
        makes = self._makes(element)
        for make in makes:
            flow.open(make)

        def leave() -> None:
            for _ in makes:
                flow.close()
            if element.tag in elements.BLOCKS:
                flow.end_paragraph()

        return leave

    def _nodes(self, element: Element) -> Sequence[Node] | None:
        """What the first hook that knows *element* makes of it; None when none does."""
        tag = str(element.tag)
        if self.depth < DEPTH:
            for hook in self._hooks(element, tag):
                nodes = hook(element, self._deeper)
                if nodes is not None:
                    return nodes
            if hides(element):
                words = self._deeper.blocks(element) if tag in elements.BLOCKS else ()
                return (Spoiler(words),) if words else ()
            if tag in NESTING:
                return NESTING[tag](element, self._deeper)
        return LEAVES[tag](element, self._deeper) if tag in LEAVES else None

    @cached_property
    def _deeper(self) -> Walker:
        return Walker(self.dialect, self.depth + 1, self.passed)

    def _hooks(self, element: Element, tag: str) -> Iterator[Hook]:
        if classes := self.dialect.classes:
            for name in (element.get("class") or "").split():
                if hook := classes.get(name):
                    yield hook
        if hook := self.dialect.tags.get(tag):
            yield hook

    def _makes(self, element: Element) -> Sequence[Make]:
        if element.tag == "a":
            url = self.url(element.get("href"))
            return [lambda children: (Link(url, children),)] if url else []
        make = elements.MARKS.get(str(element.tag))
        return [make] if make else marks(element)


LEAVES: Mapping[str, Hook] = elements.LEAVES | pictures.LEAVES | players.LEAVES
"""Elements whose content is not walked: these are read at any depth."""
NESTING: Mapping[str, Hook] = elements.NESTING | tables.NESTING | players.NESTING
"""Elements that stand around others: below `DEPTH`, each is only the end of a paragraph."""
