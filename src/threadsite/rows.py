"""What lists show of an archive: small rows, made of content and read by templates."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from threadsite.coverage import Coverage

UNNAMED = "Unnamed"
"""What stands where the dump has lost a name."""

# Of rows and views there are very many, and a dataclass takes eight times as long to make.


class AuthorRef(msgspec.Struct, frozen=True, gc=False):
    """An author where a post or a thread names one."""

    key: str
    """The author's part of an address."""
    name: str
    title: str | None = None
    avatar: str | None = None
    """The address of the picture, where the archive keeps it."""
    inferred: bool = False
    guest: bool = False
    named: bool = True
    """Whether `name` is a name, or only stands for a lost one."""


class AuthorRow(msgspec.Struct, frozen=True, gc=False):
    """An author with all that the archive holds of them."""

    key: str
    forum: str
    id: str
    name: str
    title: str | None
    avatar: str | None
    """The address of the picture, where the archive keeps it."""
    url: str | None
    inferred: bool
    guest: bool
    named: bool
    posts: int
    threads: int
    """In how many threads they wrote."""
    first: datetime | None
    last: datetime | None
    aliases: tuple[str, ...]
    """Other names that the same id had."""
    bio: str
    """Markdown."""


class ThreadRow(msgspec.Struct, frozen=True, gc=False):
    """A thread without its posts."""

    key: str
    """The thread's part of an address: the stem of its content file."""
    path: str
    """Of the content file, relative to `content/`."""
    forum: str
    id: str
    title: str
    board: tuple[str, ...]
    board_key: str | None
    """None for a thread outside any board."""
    tags: tuple[str, ...]
    posts: int
    authors: int
    starter: AuthorRef | None
    """None for a thread without posts, as `last_author`."""
    first: datetime | None
    last: datetime | None
    last_author: AuthorRef | None
    excerpt: str
    """The beginning of the first post, as plain text."""
    locked: bool
    sticky: bool
    moved: bool
    views: int | None
    replies: int | None
    url: str | None
    coverage: Coverage
    """What the forum's own numbers say is missing."""
    undated: int
    """How many posts have no date."""
    ghosts: int
    """How many posts are known only because others quote or answer them."""
    poll: bool
    """Whether it asks its readers to vote."""
    taken_down: int
    """How many posts were taken down."""

    @property
    def partial(self) -> bool:
        """Whether more is known to have existed."""
        return not self.coverage.whole


class PostRow(msgspec.Struct, frozen=True, gc=False):
    """A post without its body."""

    thread: str
    """The key of its thread."""
    title: str
    """The title of its thread."""
    id: str
    number: int
    """Its place among the posts of the thread that the archive holds, from 1."""
    page: int
    anchor: str
    """Distinct in the thread, without `#`."""
    author: AuthorRef
    created: datetime | None
    created_inferred: bool
    excerpt: str
    has: tuple[str, ...]
    """Which of `attachment`, `code`, `image`, `link` and `quote` it has, sorted."""


class BoardRef(msgspec.Struct, frozen=True, gc=False):
    """A board where something names one that it is in."""

    key: str
    title: str


class TopicRef(msgspec.Struct, frozen=True, gc=False):
    """A tag where something has it."""

    key: str
    name: str


class BoardRow(msgspec.Struct, frozen=True, gc=False):
    """A board and the boards inside it; counts and dates are of all of them together."""

    key: str
    path: tuple[str, ...]
    title: str
    threads: int
    posts: int
    first: datetime | None
    last: datetime | None
    own: int
    """How many threads are in this very board."""
    description: str = ""
    """What the forum said that it was about, in plain text."""
    children: tuple[BoardRow, ...] = ()


class TopicRow(msgspec.Struct, frozen=True, gc=False):
    """A subject: a tag or, in an archive without tags, a board."""

    key: str
    name: str
    kind: Literal["tag", "board"]
    threads: int
    posts: int


class SourceRow(msgspec.Struct, frozen=True, gc=False):
    """A dump and what of it is in the archive."""

    dump: str
    documents: int
    posts: int
    engines: tuple[str, ...]
    first_captured: datetime | None
    last_captured: datetime | None


class Stats(msgspec.Struct, frozen=True, gc=False):
    """The archive in figures."""

    threads: int
    posts: int
    authors: int
    boards: int
    topics: int
    first: datetime | None
    last: datetime | None
    engines: tuple[tuple[str, int], ...]
    """Each engine and the number of posts it read, most first; so for `dumps`."""
    dumps: tuple[tuple[str, int], ...]
    undated: int
    """Posts without a date."""
    inferred_authors: int
    unnamed: int
    """Authors whose name is lost."""
    partial: int
    """Threads of which more existed."""
    gappy: int
    """Threads on the list of gaps: partial, or with posts known from quotes only."""
    boardless: int
    """Threads outside any board."""
