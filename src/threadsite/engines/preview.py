"""Cards that a forum makes of a link: the link stays, the words of the card are nobody's."""

from __future__ import annotations

from collections.abc import Sequence

from threadsite.engines.rules import Element, value
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Link, Node, Paragraph, Text

ADDRESS = (
    "::attr(data-onebox-src)",
    "::attr(data-url)",
    "a[href]::attr(href)",
)
SIGN = "↗"


def preview(element: Element, walker: Walker) -> Sequence[Node]:
    """What the card links; nothing when it links nothing."""
    url = walker.url(value(element, ADDRESS))
    return [Paragraph((Link(url, (Text(SIGN),)),))] if url else ()
