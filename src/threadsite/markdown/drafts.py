"""Bodies as HTML, all but what only a page can tell: where links to posts and files lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import Literal, NamedTuple

import msgspec


class Place(NamedTuple):
    """Where a post is, as a page tells it."""

    href: str
    number: int
    """Its number in its thread."""
    near: bool = True
    """Whether that is the thread of the page."""

    def link(self) -> str:
        """A link by that number: the id would tell nobody anything."""
        return f'<a href="{escape(self.href)}">{"↑" if self.near else "↗"} #{self.number}</a>'


Target = Callable[[str], Place | None]
"""The place of the post of an id; None when the archive does not hold it."""
Address = Callable[[str], str | None]
"""The link to what an address means, of the old forum or of a kept file; None when the archive does
not hold it."""


class Picture(NamedTuple):
    """A picture that the archive keeps."""

    href: str
    size: tuple[int, int] | None = None
    """Width and height, where they are known."""

    def within(self, element: tuple[str, ...]) -> str:
        """The *element* that shows it, or the link around that too, with their attributes."""
        href = escape(self.href)
        size = ' width="{}" height="{}"'.format(*self.size) if self.size else ""
        *link, opening, closing = element
        return "".join(
            (*(f'{part} href="{href}"' for part in link), opening, f' src="{href}"{size}', closing)
        )


Pictures = Callable[[str], Picture | None]
"""The picture at an address; None when the archive does not keep it."""
Capture = Callable[[str], str]
"""Where an archive of the web may have what was at an address."""


class Hole(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A place in a draft that only the page can fill."""

    kind: Literal["post", "quoted", "address", "picture", "capture"]
    name: str
    """The id of the post, or the address."""
    found: tuple[str, ...]
    """What stands there when the archive holds what is meant: its attributes join these."""
    lost: str
    """What stands there when it does not."""


class Draft(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A body as HTML, all but its holes."""

    parts: tuple[str | Hole, ...]

    def html(
        self,
        target: Target,
        address: Address = lambda _: None,
        pictures: Pictures = lambda _: None,
        capture: Capture = lambda url: url,
    ) -> str:
        """The whole HTML.

        Links to posts lead where *target* says, other links where *address* says, or to where they
        led then; of a host that nobody knows they are words. *pictures* shows those that are kept,
        and *capture* tells where else to look for the others.
        """

        def filled(hole: Hole) -> str:
            if hole.kind == "picture":
                picture = pictures(hole.name)
                return picture.within(hole.found) if picture else hole.lost
            if hole.kind in ("post", "quoted"):
                place = target(hole.name)
                if place and hole.kind == "quoted":
                    return place.link()
                href = place.href if place else None
            else:
                href = (capture if hole.kind == "capture" else address)(hole.name)
            return f' href="{escape(href)}"'.join(hole.found) if href is not None else hole.lost

        return "".join([part if isinstance(part, str) else filled(part) for part in self.parts])

    def holes(self) -> Iterator[Hole]:
        """What only a page can tell."""
        return (part for part in self.parts if not isinstance(part, str))


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that the page adds to those of a post."""

    spoiler: str = "Spoiler"
    inferred: str = "inferred"
    picture: str = "picture"


ENGLISH = Labels()


@dataclass(slots=True)
class Sheet:
    """What one body is drafted on."""

    load_images: bool
    labels: Labels
    parts: list[str | Hole] = field(default_factory=list)
    links: int = 0
    """How many links are open; one in another is words."""
    quotes: int = 0

    def draft(self) -> Draft:
        """What was drafted, strings side by side as one."""
        parts: list[str | Hole] = []
        for kind, run in groupby(self.parts, type):
            pieces = list(run)
            parts += ["".join(map(str, pieces))] if kind is str else pieces
        return Draft(tuple(parts))
