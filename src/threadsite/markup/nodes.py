"""The small tree that every markup becomes on its way to Markdown, and that Markdown is read to."""

from __future__ import annotations

from dataclasses import dataclass

DEPTH = 40
"""How deep quotes, lists and spoilers may stand in each other; what is deeper joins the level
above, no word lost. Whatever walks the tree may therefore recurse."""

INLINE_DEPTH = 12
"""The same for marks inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are meant to be read; nothing in them is markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strike:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeSpan:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an http, https, mailto or relative address; no other gets this far."""

    url: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Image:
    url: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """Words of somebody else. All of *author*, *post* and *url* may be absent."""

    children: tuple[Block, ...]
    author: str | None = None
    post: str | None = None
    url: str | None = None
    """Where the quoted words stand, when that is not a post with a known id."""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Spoiler:
    children: tuple[Block, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells of inline nodes; the first row is the head."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""


Mark = Emphasis | Strong | Strike
Inline = Text | Break | Emphasis | Strong | Strike | CodeSpan | Link | Image
Block = Paragraph | Heading | CodeBlock | List | QuoteBlock | Spoiler | Table | Rule
Node = Inline | Block

MARKS = (Emphasis, Strong, Strike)
INLINES = (Text, Break, Emphasis, Strong, Strike, CodeSpan, Link, Image)
