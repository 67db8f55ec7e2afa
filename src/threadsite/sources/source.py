"""The contract of a source: one kind of container, opened as a stream of what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from threadsite.report import Outcome
from threadsite.sources.feed import Feed
from threadsite.sources.names import clean


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in a dump that is not handed on, and why."""

    name: str
    """Path inside the dump, as a document would have it."""
    outcome: Outcome
    """Skipped: it is no page. Failed: it may be one, but cannot be read."""
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a dump, not yet read: a page, or a container of more."""

    name: str
    """Path inside the dump."""
    open: Callable[[], Feed]
    """Called once at most, and before the next item is asked for."""
    top: bool = False
    """The dump itself: its name is no part of the names of what is in it."""
    media_type: str | None = None
    url: str | None = None
    captured: datetime | None = None
    charset: str | None = None

    def inside(self, name: str) -> str:
        """The name of a member that its container calls *name*."""
        return clean(name) if self.top else f"{self.name}/{clean(name)}"


class Source(Protocol):
    """One kind of container. Another kind is one more file here and its entry in `SOURCES`."""

    @property
    def nests(self) -> bool:
        """Whether it counts as a level of nesting; a mere compression does not."""

    def claims(self, name: str, head: bytes) -> bool:
        """Whether this is such a container, by its name and its first bytes."""

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """What is in it, each an item or refused; `UnreadableError` where the rest is lost.

        An item is read before the next one is asked for, so a stream can be walked once.
        """


def failed(name: str, reason: str) -> Refused:
    """*name* may be a page, but cannot be read."""
    return Refused(name, Outcome.FAILED, reason)


def skipped(name: str, reason: str) -> Refused:
    """*name* is no page."""
    return Refused(name, Outcome.SKIPPED, reason)
