"""The archive as data: a JSON object for each post, its own words apart from what it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from threadsite import content
from threadsite.content import takedowns
from threadsite.markup import words
from threadsite.markup.nodes import Block, List, QuoteBlock, Spoiler
from threadsite.markup.reader import read
from threadsite.model import Post, Thread

encode = msgspec.json.Encoder().encode


def lines(folder: Path) -> Iterator[bytes]:
    """A line of JSON for each post in the content *folder*, thread by thread as the files lie."""
    taken = takedowns.read(folder)
    for path in content.thread_files(folder):
        if thread := taken.applied(content.read_thread(path)):
            for number, post in enumerate(thread.posts, 1):
                yield encode(_row(thread, number, post)) + b"\n"


def _row(thread: Thread, number: int, post: Post) -> dict[str, object]:
    blocks = read(post.body)
    return {
        "forum": thread.forum,
        "thread": thread.id,
        "title": thread.title,
        "board": thread.board,
        "tags": thread.tags,
        "post": post.id,
        "number": number,
        "post_title": post.title,
        "author": post.author.id,
        "name": post.author.name,
        "author_inferred": post.author.inferred,
        "created": post.created,
        "created_inferred": post.created_inferred,
        "edited": post.edited,
        "reply_to": post.reply_to,
        "text": words.own_text(blocks),
        "quotes": [_quote(quote) for quote in _quotes(blocks)],
        "markdown": post.body,
        "attachments": post.attachments,
        "reactions": post.reactions,
        "url": post.url or thread.url,
        "confidence": post.confidence,
        "source": post.source,
    }


def _quote(quote: QuoteBlock) -> dict[str, object]:
    return {
        "author": quote.author,
        "post": quote.post,
        "inferred": quote.inferred,
        "text": words.plain(quote.children),
    }


def _quotes(blocks: Iterable[Block]) -> Iterator[QuoteBlock]:
    """The quotes in *blocks* that are in no other; of one inside another the quoted author is who
    quotes."""
    for block in blocks:
        match block:
            case QuoteBlock():
                yield block
            case Spoiler(children):
                yield from _quotes(children)
            case List(items):
                for item in items:
                    yield from _quotes(item.children)
            case _:
                pass
