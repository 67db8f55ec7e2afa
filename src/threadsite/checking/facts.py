"""What a file of the site tells those who check it, whatever kind of file it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from threadsite.checking.finding import Finding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

GOES = ""
"""The use of an address that a reader may go to."""
LISTS = "list"
"""The use of an address that only machines read: it leads no reader to a page."""
CANONICAL = "canonical"


class Link(NamedTuple):
    """An address in a file."""

    address: str
    line: int
    use: str = GOES
    """What of; for what a browser loads by itself, the directive of a content security policy."""


@dataclass(slots=True)
class Facts:
    """What one file tells."""

    name: str
    links: list[Link] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    """Each id with its line."""
    policy: str | None = None
    findings: list[Finding] = field(default_factory=list)
    texts: list[tuple[str, int]] = field(default_factory=list)
    """Strings of data, each with its line."""
    root: Element | None = None
    """What holds the others, where there is markup."""

    def found(self, kind: str, line: int, what: str) -> None:
        """Note a problem."""
        self.findings.append(Finding(kind, self.name, line, what))


def attributes(element: Element) -> list[tuple[str, str]]:
    """The attributes of *element*."""
    return element.items()  # type: ignore[return-value]  # bytes only where a program set them


def line_of(element: Element) -> int:
    """Where *element* begins; 0 if nobody knows."""
    line = element.sourceline
    return line if isinstance(line, int) else 0
