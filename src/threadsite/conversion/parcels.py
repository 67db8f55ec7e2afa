"""What a document came to, packed: on the way between processes, and kept until it changes."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from threadsite.conversion.keeping import wants
from threadsite.model import Author, Post, Thread

NAMED = "name:"
"""Ids of authors of whom a page shows the name only begin so."""

encode = msgspec.msgpack.Encoder().encode


class Seen(msgspec.Struct, frozen=True, array_like=True):
    """An author as posts show them."""

    id: str
    name: str
    seen: str
    """When the author was so, in a form that sorts."""
    data: bytes


class Parcel(msgspec.Struct, frozen=True, array_like=True):
    """What a document says of a thread."""

    forum: str
    thread: str
    data: bytes
    page: str | None = None
    """Where the document was."""
    authors: tuple[Seen, ...] = ()
    named: tuple[str, ...] = ()
    """Names of authors of whom nothing else is known."""
    wants: tuple[str, ...] = ()
    """What files that the posts mention may be known by."""


def parcel(part: Thread, page: str | None = None) -> Parcel:
    """*part* packed, from a document at the address *page*."""
    names = (post.author.name for post in part.posts if is_named(post.author))
    return Parcel(
        part.forum,
        part.id,
        encode(part),
        page,
        seen(part.posts),
        tuple(dict.fromkeys(filter(None, names))),
        tuple(dict.fromkeys(wants(part, page))),
    )


def is_named(author: Author) -> bool:
    """Whether nothing but the name of *author* is known."""
    named = author.name is not None and not author.inferred
    return named and author.id == f"{NAMED}{author.name}"


def seen(posts: Iterable[Post]) -> tuple[Seen, ...]:
    """The authors of *posts*; under each name the newest, and what came last."""
    newest: dict[tuple[str, str], tuple[str, Author]] = {}
    for post in posts:
        author, time = post.author, _time(post)
        key = (author.id, author.name or "")
        if key not in newest or time >= newest[key][0]:
            newest[key] = (time, author)
    return tuple(
        Seen(id_, name, time, encode(author)) for (id_, name), (time, author) in newest.items()
    )


def _time(post: Post) -> str:
    """When the author of *post* had the name that it shows, in a form that sorts: forums show the
    name of the day of the capture over the oldest post."""
    captured = post.source.captured if post.source else None
    time = captured or post.created
    return time.isoformat() if time else ""
