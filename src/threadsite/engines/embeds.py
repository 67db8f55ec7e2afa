"""What a forum puts in place of a link: cards and players. The link stays, as a sign without words.

Nobody wrote the words of a card, nor the address of a player: they are no part of the post's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from threadsite.engines.rules import Element, value
from threadsite.markup.html import Dialect, Hook, Walker
from threadsite.markup.nodes import Link, Node, Paragraph, Text
from threadsite.markup.players import player, provided

ADDRESS = (
    "::attr(data-onebox-src)",
    "::attr(data-url)",
    "a[href]::attr(href)",
)
CARD, PLAYER = "↗", "▶"


def card(element: Element, walker: Walker) -> Sequence[Node]:
    """What the card links; nothing when it links nothing."""
    url = walker.url(value(element, ADDRESS))
    return [Paragraph((Link(url, (Text(CARD),)),))] if url else ()


def embedded(element: Element, walker: Walker) -> Sequence[Node] | None:
    """What the player plays; None when it names nothing that can be linked."""
    found = provided(element, walker) or player(element, walker) or ()
    links = [node for node in found if isinstance(node, Link)]
    return [Link(link.url, (Text(PLAYER),)) for link in links] or None


PLAYERS: Mapping[str, Hook] = dict.fromkeys(
    ("audio", "embed", "iframe", "object", "video"), embedded
)


def dialect(
    classes: Mapping[str, Hook] | None = None, tags: Mapping[str, Hook] | None = None
) -> Dialect:
    """A dialect of these classes and tags, in which players are signs."""
    return Dialect(classes=classes or {}, tags={**PLAYERS, **(tags or {})})
