"""Threads out of the databases of forums, as `sources.sql` hands them on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from threadsite.document import Document, parse_html
from threadsite.engines.boards import shortened, words
from threadsite.engines.discourse import Discourse
from threadsite.engines.engine import Part
from threadsite.engines.rules import detach, select_all
from threadsite.engines.veils import veiled
from threadsite.markup.bbcode import Forum, read_bbcode
from threadsite.markup.html import read_html
from threadsite.markup.links import safe
from threadsite.markup.nodes import Block, Inline, Link, Text
from threadsite.markup.s9e import is_s9e, read_s9e
from threadsite.markup.smilies import EMOJI
from threadsite.markup.words import plain, quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Author, Board, Choice, Poll, Post, Reaction, Source, Thread
from threadsite.titles import titled

Json = Mapping[str, Any]

BEGIN = b'{"database": "'
ABOUT = b'"boards": ['
LATEST = 4_102_444_800
"""Seconds since 1970 that are still a time: the year 2100."""

BREAK = re.compile(r"<br ?/?>\n?")
ELEMENT = re.compile(r"</?(?:span|font|code|ol|li)\b[^<>]*>|<!-- ia\d{1,9} -->")
SMILEY = re.compile(r"<!-- s([^<>]{1,60}) --><img [^<>]*><!-- s[^<>]{1,60} -->")
LINK = re.compile(
    r'<!-- ([mwle]) --><a [^<>]*?href="([^"<>]*)"[^<>]*>([^<>]*)</a><!-- [mwle] -->', re.I
)
DROPPED = (
    *Discourse.rules.drop,
    # Addresses of files that only members may open.
    "[src*='/secure-uploads/'], [src*='/secure-media-uploads/']",
    "[href*='/secure-uploads/'], [href*='/secure-media-uploads/']",
)
UNMARKED = frozenset(("url", "email"))


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
    if found["markup"] == "phpbb":
        blocks = _phpbb(board["description"], Forum(uid=board["mark"]))
        return " ".join(plain(blocks).split())
    return words(parse_html(board["description"])[0])


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
        attachments=tuple(Attachment(file["name"], file["url"]) for file in post["attachments"]),
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


def _phpbb(body: str, forum: Forum) -> Sequence[Block]:
    # The tags of phpBB number the files of a post, they do not give their ids.
    forum = replace(forum, uid=forum.uid or "", files={})
    if is_s9e(body):
        return read_s9e(body, forum)
    return read_bbcode(_typed(body), replace(forum, escaped=True))


def _phpbb2(body: str, forum: Forum) -> Sequence[Block]:
    forum = replace(forum, uid=forum.uid or "", escaped=True, unmarked=UNMARKED)
    return read_bbcode(_typed(body), forum)


def _smf(body: str, forum: Forum) -> Sequence[Block]:
    return read_bbcode(BREAK.sub("\n", body), replace(forum, uid=None, escaped=True))


def _discourse(body: str, forum: Forum) -> Sequence[Block]:
    root, _ = parse_html(body)
    polls = islice(select_all(root, ".poll"), 1 if forum.uid else 0)
    for chrome in [*select_all(root, DROPPED), *polls]:
        detach(chrome)
    return read_html(root, replace(Discourse.dialect, base=forum.base))


def _typed(body: str) -> str:
    """*body* as it was typed, without the HTML that phpBB put into it."""
    if "<" not in body:
        return body
    body = SMILEY.sub(lambda found: EMOJI.get(found[1], found[1]), body)
    body = LINK.sub(lambda found: found[2] if found[1] in "mMlL" else found[3], body)
    return ELEMENT.sub("", BREAK.sub("\n", body))


BODIES: Mapping[str, Callable[[str, Forum], Sequence[Block]]] = {
    "bbcode": read_bbcode,
    "discourse": _discourse,
    "phpbb": _phpbb,
    "phpbb2": _phpbb2,
    "smf": _smf,
}
"""How bodies are kept, by the name that the database gives it."""
