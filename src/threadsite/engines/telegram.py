"""Telegram: the `result.json` of Telegram Desktop, one chat or the whole account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from threadsite.document import Document
from threadsite.engines.chats import Channel, conversations, part
from threadsite.engines.engine import Part
from threadsite.engines.telegramwords import read_words
from threadsite.engines.values import Json, moment, number, objects, of, raw, text
from threadsite.markup.nodes import (
    Block,
    Paragraph,
    QuoteBlock,
    Strong,
    Text,
)
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Author, Choice, Poll, Post, Reaction, Thread

NOTICES = "notices of the chat, not posts"
FILES = ("photo", "file")
NEVER = 1970
NOT_INCLUDED = "("
"""How what stands for a file begins that was not exported."""


class Telegram:
    """Each month of a chat. Chats of two people are read too: whose export it is decides."""

    name = "telegram"

    def identify(self, document: Document) -> bool:
        """Whether *document* is an export of Telegram."""
        if document.kind != "json" or '"from_id"' not in document.text:
            return False
        return any(True for chat in _chats(document) if _messages(chat))

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads of all chats."""
        for chat in _chats(document):
            found = _messages(chat)
            posts = [_post(item) for item in found if raw(item, "type") == "message"]
            notices = len(found) - len(posts)
            left_out = ((NOTICES, notices),) if notices else ()
            name = text(chat, "name") or "Chat"
            channel = Channel(text(chat, "id") or name, name)
            for thread in [*conversations(channel, posts)] or [Thread("notices", "")]:
                yield Part(part(thread, document, Telegram.name).thread, left_out=left_out)
                left_out = ()


def _chats(document: Document) -> Iterator[Json]:
    export = of(document.json)
    if isinstance(export.get("messages"), list):
        yield export
    yield from objects(of(export, "chats").get("list"))


def _messages(chat: Json) -> Sequence[Json]:
    return [item for item in objects(chat.get("messages")) if text(item, "id")]


def _post(item: Json) -> Post:
    blocks = tuple(_blocks(item))
    replied = text(item, "reply_to_message_id")
    created, edited = (
        moment(item, "date_unixtime", "date"),
        moment(item, "edited_unixtime", "edited"),
    )
    return Post(
        id=text(item, "id") or "",
        author=_author(item),
        body=write(blocks),
        created=created,
        # Old exports say 1970 where nothing was edited.
        edited=edited if edited and edited.year > NEVER else None,
        reply_to=replied,
        quotes=quotes(blocks),
        attachments=tuple(_files(item)),
        reactions=tuple(
            Reaction(name, number(reaction, "count", default=1))
            for reaction in objects(item.get("reactions"))
            if (name := text(reaction, "emoji", "type"))
        ),
    )


def _author(item: Json) -> Author:
    id_, name = text(item, "from_id", "actor_id"), text(item, "from", "actor", "author")
    if not id_:
        return Author(f"name:{name}" if name else "inferred:nobody", name, inferred=not name)
    return Author(id_, name)


def _files(item: Json) -> Iterator[Attachment]:
    for kind in FILES:
        if stated := raw(item, kind):
            last = "" if stated.startswith(NOT_INCLUDED) else stated.rpartition("/")[2]
            yield Attachment(text(item, "file_name") or last or text(item, "media_type") or kind)


def _blocks(item: Json) -> Iterator[Block]:
    if forwarded := text(item, "forwarded_from"):
        yield QuoteBlock(tuple(read_words(item)), author=forwarded)
    else:
        yield from read_words(item)
    if poll := poll_of(item):
        yield Paragraph((Strong((Text(poll.question),)),))
        for choice in poll.choices:
            count = "" if choice.votes is None else f" ({choice.votes})"
            yield Paragraph((Text(f"{choice.text}{count}"),))


def poll_of(item: Json) -> Poll | None:
    """The poll that the message *item* is; None when it is none."""
    poll = of(item, "poll")
    answers = tuple(
        Choice(words, number(answer, "voters"))
        for answer in objects(poll.get("answers"))
        if (words := text(answer, "text"))
    )
    return Poll(text(poll, "question") or "", answers) if answers else None
