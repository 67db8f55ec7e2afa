"""Discord: the JSON of DiscordChatExporter, a channel or a thread of one a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from threadsite.document import Document
from threadsite.engines.chats import Channel, conversations, part
from threadsite.engines.engine import Part
from threadsite.engines.values import Json, moment, number, objects, of, raw, text
from threadsite.markup.nodes import Block, Image, Link, Paragraph, Text
from threadsite.markup.reader import read
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Author, Post, Reaction, Thread

WORDS = frozenset(("Default", "Reply", "0", "19", "ThreadStarterMessage", "ApplicationCommand"))
"""Kinds of messages that somebody wrote; others say who joined, called or pinned."""
NOTICES = "notices of the chat, not posts"
# Discord ends a line where its author did; Markdown needs two spaces for that.
NEWLINE = re.compile(r"(?<![ \n])\n(?!\n)")
REST = re.compile(r"^>>> (.*)", re.M | re.S)
"""Three marks quote all that follows."""
UNQUOTED = re.compile(r"^(>[^\n]*)\n(?=[^>\n])", re.M)
"""The end of a line ends a quote; in Markdown the next line would still be in it."""
FENCE = "```"


class Discord:
    """Each month of a channel, and each thread that Discord itself calls one."""

    name = "discord"

    def identify(self, document: Document) -> bool:
        """Whether *document* is an exported channel."""
        head = document.text[:5_000]
        if document.kind != "json" or '"guild"' not in head or '"channel"' not in head:
            return False
        return isinstance(of(document.json).get("messages"), list)

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads of the channel."""
        export = of(document.json)
        found = list(objects(export.get("messages")))
        posts = [_post(item) for item in found if _is_post(item)]
        notices = len(found) - len(posts)
        left_out = ((NOTICES, notices),) if notices else ()
        for thread in _threads(export, posts) or [Thread("notices", "")]:
            read_ = part(thread, document, Discord.name)
            yield Part(read_.thread, left_out=left_out)
            left_out = ()


def _threads(export: Json, posts: list[Post]) -> list[Thread]:
    guild, channel = of(export, "guild"), of(export, "channel")
    server, category = text(guild, "name"), text(channel, "category")
    board = tuple(name for name in (server, category) if name)
    id_ = text(channel, "id") or "channel"
    name = text(channel, "name") or id_
    if "Thread" in raw(channel, "type"):
        return [Thread(id_, name, posts=tuple(posts), board=board)] if posts else []
    return list(conversations(Channel(id_, name, board), posts))


def _is_post(item: Json) -> bool:
    return (text(item, "type") or "Default") in WORDS and text(item, "id") is not None


def _post(item: Json) -> Post:
    blocks = _blocks(item)
    replied = of(item, "reference")
    return Post(
        id=text(item, "id") or "",
        author=_author(of(item, "author")),
        body=write(blocks),
        created=moment(item, "timestamp"),
        edited=moment(item, "timestampEdited"),
        reply_to=text(replied, "messageId"),
        quotes=quotes(blocks),
        attachments=tuple(
            Attachment(name, raw(file, "url") or None)
            for file in objects(item.get("attachments"))
            if (name := text(file, "fileName"))
        ),
        reactions=tuple(
            Reaction(name, number(reaction, "count", default=1))
            for reaction in objects(item.get("reactions"))
            if (name := text(of(reaction, "emoji"), "name"))
        ),
    )


def _author(author: Json) -> Author:
    id_, name = text(author, "id"), text(author, "nickname", "name")
    if not id_:
        return Author(f"name:{name}" if name else "inferred:nobody", name, inferred=not name)
    return Author(id_, name, avatar=raw(author, "avatarUrl") or None)


def _blocks(item: Json) -> tuple[Block, ...]:
    pieces = raw(item, "content").split(FENCE)
    # Inside a fence lines end as they are.
    pieces[::2] = [_as_markdown(piece) for piece in pieces[::2]]
    return (*read(FENCE.join(pieces)), *_embeds(item), *_stickers(item))


def _as_markdown(words: str) -> str:
    words = REST.sub(lambda found: "> " + found[1].replace("\n", "\n> "), words)
    return NEWLINE.sub("  \n", UNQUOTED.sub(r"\1\n\n", words))


def _embeds(item: Json) -> Iterator[Block]:
    """Cards that a program wrote; those of a link repeat what is behind it."""
    for embed in objects(item.get("embeds")):
        if raw(embed, "url") and raw(embed, "url") in raw(item, "content"):
            continue
        if title := text(embed, "title"):
            url = raw(embed, "url")
            yield Paragraph((Link(url, (Text(title),)) if url else Text(title),))
        yield from read(_as_markdown(raw(embed, "description")))


def _stickers(item: Json) -> Iterator[Block]:
    for sticker in objects(item.get("stickers")):
        yield Paragraph((Image(raw(sticker, "sourceUrl"), text(sticker, "name") or ""),))
