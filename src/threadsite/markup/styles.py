"""What the style of an element means for its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from threadsite.markup.flow import Make, emphasis, strike, strong

STYLES: tuple[tuple[re.Pattern[str], Make], ...] = (
    (re.compile(r"font-weight:(?:bold|[6-9]00)"), strong),
    (re.compile(r"font-style:(?:italic|oblique)"), emphasis),
    (re.compile(r"text-decoration(?:-line)?:line-through"), strike),
)
PRESERVING = frozenset({"pre", "listing", "xmp", "plaintext"})
LONGEST = 2000
"""Characters of a style that are looked at; no forum writes as many."""


def marks(element: etree._Element) -> Sequence[Make]:
    """The marks that the style of *element* sets."""
    style = _style(element)
    return [make for pattern, make in STYLES if pattern.search(style)] if style else ()


def hides(element: etree._Element) -> bool:
    """Whether *element* is not shown until something happens, or never."""
    return element.get("hidden") is not None or "display:none" in _style(element)


def preserves(element: etree._Element, inherited: bool) -> bool:
    """Whether white-space in *element* is shown as it is."""
    if element.tag in PRESERVING:
        return True
    style = _style(element)
    return "white-space:pre" in style or (inherited and "white-space:normal" not in style)


def _style(element: etree._Element) -> str:
    style = element.get("style")
    return "".join(style[:LONGEST].lower().split()) if style else ""
