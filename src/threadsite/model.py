"""An archive as data: threads, posts, authors and what hangs on them. Imports nothing of ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

UNNUMBERED = "unnumbered-"
"""What the id of a post begins with whose document gave it none."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a post, as far as the dump says."""

    id: str
    """The engine's own id; `name:Bob` when the engine gave none, `guest:Bob` for a guest,
    `inferred:…` when the dump has lost the name."""
    name: str | None
    title: str | None = None
    """What the forum wrote under the name: a rank or a custom title."""
    avatar: str | None = None
    url: str | None = None
    inferred: bool = False
    """The name or the identity was inferred from what is left; shown wherever the author is."""
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """That a post quotes another. The quoted words themselves stand in the body."""

    author: str | None = None
    post: str | None = None
    """Id of the quoted post, when the dump or the overlap of words says which."""
    inferred: bool = False
    """Found by overlap of words, not stated by the dump."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that hung on a post."""

    name: str
    url: str | None = None
    """Where the forum kept it; None when the dump does not say. What an engine reads of a page
    of an unknown host is the way inside the dump, which content does not keep."""
    path: str | None = None
    """Where the archive keeps it, relative to `content/`; None when the dump does not hold it.
    What an engine reads of a database is the name on the forum's disk, which content does not
    keep."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """A kind of reaction to a post and how many people gave it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a poll; votes are None when the dump does not show them."""

    text: str
    votes: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """A poll of a thread, as it stood at the time of capture."""

    question: str
    choices: tuple[Choice, ...]
    voters: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The document a post was read from."""

    dump: str
    document: str
    """Path of the document inside its dump."""
    engine: str
    captured: datetime | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One post. The body is Markdown, always."""

    id: str
    author: Author
    body: str
    created: datetime | None = None
    """None when the dump does not say, naive when it states no time zone; never guessed."""
    created_inferred: bool = False
    """Resolved from words like "yesterday" and the time of capture."""
    edited: datetime | None = None
    url: str | None = None
    reply_to: str | None = None
    position: int | None = None
    """The number that the forum gave the post in its thread, from 1."""
    title: str | None = None
    """Its own; None when it has none, or only that of its thread with the marks of a reply."""
    quotes: tuple[Quote, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    signature: str = ""
    """Markdown."""
    source: Source | None = None
    offset: int | None = None
    """Where in the document: the line, from 1, of a flattened text."""
    confidence: float | None = None
    """0 to 1, when the boundaries of the post were inferred; None when the markup states them."""
    versions: int = 1
    """How many different texts of it captures of different times were seen to hold."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A conversation, or the part of one that a document holds."""

    id: str
    title: str
    posts: tuple[Post, ...] = ()
    forum: str = ""
    """Whose ids these are: the host of the forum, or the name of the dump."""
    board: tuple[str, ...] = ()
    """Titles from the outermost board to the one that holds the thread."""
    tags: tuple[str, ...] = ()
    url: str | None = None
    poll: Poll | None = None
    locked: bool = False
    sticky: bool = False
    moved: bool = False
    """The forum had moved it from one board to another."""
    views: int | None = None
    replies: int | None = None
    """As the forum counted, not as found."""
    pages_seen: tuple[int, ...] = ()
    """Numbers of the thread's pages that the dump holds, from 1."""
    pages: int | None = None
    """How many pages the forum said that the thread has."""
    taken_down: int = 0
    """How many of its posts were taken down since."""


@dataclass(frozen=True, slots=True)
class Board:
    """What a forum said of one of its boards."""

    path: tuple[str, ...]
    """Titles from the outermost board to this one, as far as the document names them."""
    description: str = ""
    """What it was about, in plain text."""
    forum: str = ""
    """As that of a thread."""
    url: str | None = None
    source: Source | None = None
