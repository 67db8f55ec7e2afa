"""The contract of an engine: forum software whose documents can be told and read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from threadsite.document import Document
from threadsite.model import Board, Thread
from threadsite.report import Problem

PRIVATE = "of a private conversation"


@dataclass(frozen=True, slots=True)
class Part:
    """What one document says about one thread."""

    thread: Thread
    confidence: float = 1.0
    """0 to 1: how sure the engine is that these are the posts."""
    chrome: tuple[str, ...] = ()
    """Lines of the page that belong to no post."""
    problems: tuple[Problem, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    """Reasons and numbers of posts that are not for everybody: hidden, deleted, private."""
    line_roles: tuple[tuple[int, str] | None, ...] | None = None
    """For a flattened text, one entry a physical line: None if blank, else post (-1: none) and role
    (T title, C chrome, H header, B body, Q quoted, A attribution, S signature, F footer)."""


def left_out(reason: str, count: int) -> Iterator[Part]:
    """A part that says for what *reason* so many posts were not read; none for no posts."""
    if count:
        yield Part(Thread("left-out", ""), left_out=((reason, count),))


@runtime_checkable
class Engine(Protocol):
    """One kind of forum software, or of export."""

    name: str

    def identify(self, document: Document) -> bool:
        """Whether *document* is of this engine: cheap and sure."""

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads, or parts of threads, that *document* holds; none for an index or a board."""


@runtime_checkable
class Surveyor(Engine, Protocol):
    """An engine that reads a document better when it knows what else is in its dump."""

    def surveyed(self, documents: Iterable[Document]) -> Engine:
        """This engine, knowing all *documents* of a dump: in bounded memory, in whatever order."""


@runtime_checkable
class Describer(Engine, Protocol):
    """An engine whose boards and indexes say what boards are about."""

    def boards(self, document: Document) -> Iterable[Board]:
        """What *document*, if it holds no posts, says of boards; the tree stays as it is."""
