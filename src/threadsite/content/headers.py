"""What the TOML headers of content files may say; any other key is refused by name."""

from __future__ import annotations

from datetime import datetime

import msgspec

from threadsite.model import Attachment, Poll, Quote, Reaction, Source


class Header(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The keys of a thread file's first header."""

    id: str
    title: str
    forum: str = ""
    board: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    url: str | None = None
    locked: bool = False
    sticky: bool = False
    moved: bool = False
    views: int | None = None
    replies: int | None = None
    pages_seen: tuple[int, ...] = ()
    pages: int | None = None
    taken_down: int = 0
    poll: Poll | None = None
    sources: tuple[Source, ...] = ()
    digest: str = ""


class PostHeader(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The keys of a post's header."""

    post: str
    title: str | None = None
    author: str | None = None
    author_id: str
    author_title: str | None = None
    author_avatar: str | None = None
    author_url: str | None = None
    author_inferred: bool = False
    author_guest: bool = False
    created: datetime | None = None
    created_inferred: bool = False
    edited: datetime | None = None
    url: str | None = None
    reply_to: str | None = None
    position: int | None = None
    quotes: tuple[Quote, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    signature: str = ""
    source: int = 0
    """Which of the thread's sources, from 0; -1 for none."""
    offset: int | None = None
    confidence: float | None = None
    versions: int = 1


class AuthorHeader(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The keys of an author file's header."""

    id: str
    name: str | None = None
    forum: str = ""
    aliases: tuple[str, ...] = ()
    title: str | None = None
    avatar: str | None = None
    url: str | None = None
    inferred: bool = False
    guest: bool = False
    digest: str = ""


class BoardEntry(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The keys of one board in `boards.toml`."""

    path: tuple[str, ...]
    description: str = ""
    forum: str = ""
    url: str | None = None
    source: Source | None = None


class BoardSheet(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The keys of `boards.toml`."""

    board: tuple[BoardEntry, ...] = ()
    digest: str = ""


class TakenPost(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A post in `takedowns.toml`."""

    forum: str = ""
    thread: str
    id: str
    by: str = ""
    """The mark of its author's name."""
    words: str = ""
    """The mark of its words."""


class TakenThread(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """A thread in `takedowns.toml`."""

    forum: str = ""
    id: str


class TakenAuthor(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """An author in `takedowns.toml`."""

    forum: str = ""
    id: str
    """As in content, or its mark."""
    pseudonym: str = ""
    """Empty for one who goes with all posts."""
    names: tuple[str, ...] = ()
    """The marks of their names."""
    words: tuple[str, ...] = ()
    """The marks of the words of their posts."""


class TakedownSheet(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The keys of `takedowns.toml`."""

    salt: str = ""
    post: tuple[TakenPost, ...] = ()
    thread: tuple[TakenThread, ...] = ()
    author: tuple[TakenAuthor, ...] = ()
