"""What a screen reader says of a page: names of what can be chosen, and headings in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from threadsite.checking.facts import Facts, line_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CHOSEN = ("a", "button", "summary")
"""Elements that a reader chooses by what is in them."""
FILLED = ("input", "select", "textarea")
"""Elements that a label names."""
UNNAMED = frozenset({"hidden", "submit", "reset", "button", "image"})
"""Types of `<input>` that need no label."""
NAMES = ("aria-label", "aria-labelledby", "title")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check_names(root: Element, facts: Facts) -> None:
    """Note in *facts* what on the page *root* nobody can hear of."""
    for element in root.iter(*CHOSEN):
        if not _is_named(element) and not any(map(str.strip, _texts(element))):
            what = f"<{element.tag}> with nothing in it that could be read out"
            facts.found("no-name", line_of(element), what)
    for element in root.iter(*FILLED):
        if element.get("type") not in UNNAMED and not (_is_named(element) or _label(element)):
            facts.found("no-name", line_of(element), f"<{element.tag}> without a label")


def check_headings(root: Element, facts: Facts) -> None:
    """Note in *facts* where the headings of the page *root* leave out a level."""
    above = 0
    for element in root.iter(*HEADINGS):
        level = int(str(element.tag)[1])
        if level > above + 1:
            what = f"<h{level}> stands below " + (f"<h{above}>" if above else "no <h1>")
            facts.found("heading", line_of(element), what)
        above = level


def _is_named(element: Element) -> bool:
    # Without an address it is only a place.
    is_place = element.tag == "a" and element.get("href") is None
    return is_place or any((element.get(name) or "").strip() for name in NAMES)


def _texts(element: Element) -> Iterator[str]:
    """The text in *element*, and what stands for its pictures."""
    yield element.text or ""
    for inner in element.iter("*"):
        if inner is not element:
            yield inner.text or ""
            yield inner.tail or ""
            yield inner.get("alt") or inner.get("aria-label") or ""


def _label(element: Element) -> bool:
    """Whether a label is for *element*."""
    own = element.get("id")
    around = any(True for _ in element.iterancestors("label"))
    return around or bool(own and element.getroottree().xpath("//label[@for=$id]", id=own))
