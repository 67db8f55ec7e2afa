"""Threads out of the databases of forums, as `sources.sql` hands them on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from threadsite.document import Document, parse_html
from threadsite.engines.boards import shortened, words
from threadsite.engines.engine import Part
from threadsite.engines.stored import BODIES, phpbb
from threadsite.engines.veils import veiled
from threadsite.markup.bbcode import Forum, read_bbcode
from threadsite.markup.links import safe
from threadsite.markup.nodes import Block, Inline, Link, Text
from threadsite.markup.s9e import is_s9e, read_s9e
from threadsite.markup.words import plain, quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Author, Board, Choice, Poll, Post, Reaction, Source, Thread
from threadsite.titles import titled

Json = Mapping[str, Any]

BEGIN = b'{"database": "'
ABOUT = b'"boards": ['
BBCODE, ENTITIES = "bbcode", Forum(escaped=True)
LATEST = 4_102_444_800
"""Seconds since 1970 that are still a time: the year 2100."""


class Database:
    """Each document is a thread, or only counts what nobody is to read."""

    name = "database"

    def identify(self, document: Document) -> bool:
        """Whether *document* is a thread out of a database."""
        return document.data.startswith(BEGIN) and b'"left_out": {' in document.data

    def extract(self, document: Document) -> Iterator[Part]:
        """The thread; without posts, what was left out of the database as a whole."""
        if not self.identify(document):
            return
        found: Json = json.loads(document.data)
        left_out = tuple(found["left_out"].items())
        if "thread" in found:
            yield Part(_thread(found, document), left_out=left_out)
        elif left_out:
            yield Part(Thread(id="left-out", title=""), left_out=left_out)

    def boards(self, document: Document) -> Iterator[Board]:
        """What the database says of its boards."""
        if ABOUT in document.data and self.identify(document):
            found: Json = json.loads(document.data)
            for board in found["boards"]:
                description = shortened(_description(board, found))
                if description or board["url"]:
                    yield Board(tuple(board["path"]), description, found["forum"], board["url"])


def _description(board: Json, found: Json) -> str:
    about, mark = board["description"], board["mark"]
    if mark == BBCODE:
        return " ".join(plain(read_bbcode(about, ENTITIES)).split())
    if found["markup"] == "phpbb":
        return " ".join(plain(phpbb(about, Forum(uid=mark))).split())
    return words(parse_html(about)[0])


def _thread(found: Json, document: Document) -> Thread:
    thread = found["thread"]
    source = Source(document.dump, document.name, Database.name, document.captured)
    return Thread(
        id=thread["id"],
        title=thread["title"],
        posts=tuple(titled(_post(post, found, source), thread["title"]) for post in found["posts"]),
        forum=found["forum"],
        board=tuple(thread["board"]),
        tags=tuple(thread["tags"]),
        url=thread["url"],
        poll=_poll(thread["poll"], found["markup"]),
        locked=thread["locked"],
        sticky=thread["sticky"],
        views=thread["views"],
        replies=thread["replies"],
    )


def _post(post: Json, found: Json, source: Source) -> Post:
    blocks = _blocks(post, found)
    return Post(
        id=post["id"],
        author=_author(post["author"]),
        body=write(blocks),
        title=post["title"] or None,
        created=_time(post["created"]),
        edited=_time(post["edited"]),
        url=post["url"],
        reply_to=post["reply_to"],
        quotes=quotes(blocks),
        attachments=tuple(
            Attachment(file["name"], file["url"], file["stored"]) for file in post["attachments"]
        ),
        reactions=(Reaction("Like", post["likes"]),) if post["likes"] else (),
        source=source,
    )


def _author(author: Json) -> Author:
    name, title = author["name"] or None, author["title"] or None
    if author["guest"]:
        return Author(
            id=f"guest:{name}" if name else "inferred:nobody",
            name=name,
            inferred=not name,
            guest=bool(name),
        )
    return Author(author["id"], name, title, url=author["url"])


def _time(seconds: object) -> datetime | None:
    if not isinstance(seconds, int) or not 0 < seconds < LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC)


def _poll(poll: Json | None, markup: str) -> Poll | None:
    if poll is None:
        return None
    choices = tuple(Choice(_spoken(text, markup), votes) for text, votes in poll["choices"])
    return Poll(_spoken(poll["question"], markup), choices, poll["voters"])


def _spoken(text: str, markup: str) -> str:
    if markup == "discourse":
        return words(parse_html(text)[0])
    return plain(read_s9e(text)) if is_s9e(text) else text


def _blocks(post: Json, found: Json) -> Sequence[Block]:
    files = {file["id"]: _shown(file) for file in post["attachments"]}
    forum = Forum(base=found["base"], uid=post["mark"], files=files)
    return BODIES[found["markup"]](veiled(post["body"]), forum)


def _shown(file: Json) -> Sequence[Inline]:
    """What stands in a body for the attachment *file*."""
    name, url = Text(file["name"] or f"#{file['id']}"), safe(file["url"] or "")
    return (Link(url, (name,)),) if url else (name,)
