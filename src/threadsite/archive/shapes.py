"""Rows as the index stores them, in the shape that templates read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec

from threadsite.coverage import Coverage
from threadsite.markup.addresses import kept
from threadsite.model import Poll
from threadsite.rows import UNNAMED, AuthorRef, AuthorRow, PostRow, ThreadRow
from threadsite.stamps import unstamp
from threadsite.urls import media, page_of

decode_coverage = msgspec.json.Decoder(Coverage).decode
decode_poll = msgspec.msgpack.Decoder(Poll).decode
WHOLE = Coverage()

Stored = tuple[Any, ...]
"""A row of SQLite: what is in it depends on the query that it answers."""


def date(number: int | None) -> datetime | None:
    """The date stored as *number*."""
    return None if number is None else unstamp(number)


def texts(array: str | None) -> tuple[str, ...]:
    """The texts stored as a JSON *array*."""
    return tuple(json.loads(array)) if array else ()


def threads(stored: Iterable[Stored]) -> Iterator[ThreadRow]:
    """The answers to the query THREADS."""
    for row in stored:
        yield ThreadRow(
            key=row[0],
            path=row[1],
            forum=row[2],
            id=row[3],
            title=row[4],
            board=texts(row[5]),
            board_key=row[6],
            tags=texts(row[7]),
            posts=row[8],
            authors=row[9],
            starter=_author(*row[10:16]),
            first=date(row[16]),
            last=date(row[17]),
            last_author=_author(*row[18:24]),
            excerpt=row[24] or "",
            locked=bool(row[25]),
            sticky=bool(row[26]),
            views=row[27],
            replies=row[28],
            url=row[29],
            coverage=_coverage(row[30]),
            undated=row[31],
            ghosts=row[32],
            poll=bool(row[33]),
            moved=bool(row[34]),
            taken_down=row[35],
        )


def _coverage(gap: str | None) -> Coverage:
    return decode_coverage(gap) if gap else WHOLE


def posts(stored: Iterable[Stored], size: int) -> Iterator[PostRow]:
    """The answers to the query POSTS, in threads of *size* posts a page."""
    known: dict[str, AuthorRef] = {}
    for row in stored:
        who = known.get(row[5])
        if who is None:
            who = known[row[5]] = author(*row[5:11])
        yield PostRow(
            thread=row[0],
            title=row[1],
            id=row[2],
            number=row[3],
            page=page_of(row[3], size),
            anchor=row[4],
            author=who,
            created=date(row[11]),
            created_inferred=bool(row[12]),
            excerpt=row[13],
            has=tuple(row[14].split()),
        )


def authors(stored: Iterable[Stored]) -> Iterator[AuthorRow]:
    """The answers to the query AUTHORS."""
    for row in stored:
        yield AuthorRow(
            key=row[0],
            forum=row[1],
            id=row[2],
            name=row[3] or UNNAMED,
            title=row[4],
            avatar=_picture(row[5]),
            url=row[6],
            inferred=bool(row[7]),
            guest=bool(row[8]),
            named=row[3] is not None,
            posts=row[9],
            threads=row[10],
            first=date(row[11]),
            last=date(row[12]),
            aliases=texts(row[13]),
            bio=row[14],
        )


def author(
    key: str, name: str | None, title: str | None, avatar: str | None, inferred: int, guest: int
) -> AuthorRef:
    """An author as something names one."""
    named = name is not None
    picture = _picture(avatar)
    return AuthorRef(key, name or UNNAMED, title, picture, bool(inferred), bool(guest), named)


def _author(
    key: str | None,
    name: str | None,
    title: str | None,
    avatar: str | None,
    inferred: int,
    guest: int,
) -> AuthorRef | None:
    return None if key is None else author(key, name, title, avatar, inferred, guest)


def _picture(avatar: str | None) -> str | None:
    """Where the site has *avatar*; None when only the forum had it, from where no page loads it."""
    file = kept(avatar) if avatar else None
    return media(file) if file else None
