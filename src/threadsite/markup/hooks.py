"""Ready hooks, for the tables of a dialect."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from threadsite.markup.nodes import Node, Spoiler
from threadsite.markup.words import spoken

if TYPE_CHECKING:
    from threadsite.markup.html import Hook, Walker


def drop(_: etree._Element, __: Walker) -> Sequence[Node]:
    """The element is nothing that the author wrote."""
    return ()


def unwrap(element: etree._Element, walker: Walker) -> Sequence[Node]:
    """The element means nothing, what is inside it does."""
    return walker.blocks(element)


def spoiler(content: str, title: str | None = None) -> Hook:
    """The element hides what stands in its first descendant of the class *content*, under the words
    of the one of the class *title*. An element without such content is somebody else's."""

    def hook(element: etree._Element, walker: Walker) -> Sequence[Node] | None:
        inside = first(element, content)
        if inside is None:
            return None
        head = first(element, title) if title else None
        # Without a title of its own, the first is that of a spoiler in this one.
        if head is not None and inside in head.iterancestors():
            head = None
        words = spoken(walker.inline(head)) if head is not None else ""
        return (Spoiler(walker.blocks(inside), words.strip().rstrip(":")),)

    return hook


def first(element: etree._Element, name: str) -> etree._Element | None:
    """The first descendant of *element* with the class *name*."""
    for found in element.iterdescendants(etree.Element):
        if name in (found.get("class") or "").split():
            return found
    return None
