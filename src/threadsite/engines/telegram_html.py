"""Telegram Desktop's export as pages: `messages.html`, `messages2.html` and so on of each chat."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from threadsite.document import Document
from threadsite.engines.chats import MUCH, Channel, conversations, part
from threadsite.engines.engine import Part
from threadsite.engines.rules import Element, own_text, select, text_of, value
from threadsite.markup.html import Dialect, read_html
from threadsite.markup.links import safe
from threadsite.markup.nodes import Block, Image, Paragraph, QuoteBlock, Strong, Text
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Author, Post, Reaction, Thread

NOTICES = "notices of the chat, not posts"
HISTORY = 'class="page_body chat_page"'
HEAD = 8_000
MESSAGE = "div.message[id^=message]:not(.service)"
STAMP = re.compile(
    r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d):(\d\d)(?: UTC([+-]\d\d:\d\d))?", re.ASCII
)
SENT = re.compile(rb'class="pull_right date details" title="\d\d\.(\d\d)\.(\d{4}) ')
REPLIED = r"::attr(href)::match(go_to_message(\d+))"
NUMBERED = re.compile(r"chat_\d+")
"""Folders of an export of all chats, of which some may have the same name."""
FILES = "a.media, a.video_file_wrap, a.animated_wrap, a.sticker_wrap"

Month = tuple[str, str]
"""The folder of a chat, and one of its months."""


class TelegramHtml:
    """Each month of a chat, or each day of a month in which much was said."""

    name = "telegram-html"

    def __init__(self, busy: frozenset[Month] = frozenset()) -> None:
        self._busy = busy

    def surveyed(self, documents: Iterable[Document]) -> TelegramHtml:
        """This engine, knowing in which months of each chat much was said: pages cut them."""
        counts: Counter[Month] = Counter()
        for document in documents:
            if HISTORY.encode() in document.data[:HEAD]:
                counts.update(
                    (_folder(document), f"{found[2].decode()}-{found[1].decode()}")
                    for found in SENT.finditer(document.data)
                )
        return TelegramHtml(frozenset(month for month, count in counts.items() if count > MUCH))

    def identify(self, document: Document) -> bool:
        """Whether *document* is a page of a chat."""
        return document.kind == "html" and HISTORY in document.text[:HEAD]

    def extract(self, document: Document) -> Iterator[Part]:
        """What of the threads is on the page."""
        root = document.root
        posts = list(_posts(select(root, MESSAGE)))
        notices = len(select(root, "div.message.service[id^=message]:not([id^=message-])"))
        left_out = ((NOTICES, notices),) if notices else ()
        for thread in self._threads(posts, document) or [Thread("notices", "")]:
            yield Part(part(thread, document, self.name).thread, left_out=left_out)
            left_out = ()

    def _threads(self, posts: Sequence[Post], document: Document) -> list[Thread]:
        name = value(document.root, ".page_header .text.bold") or "Chat"
        folder = _folder(document)
        last = folder.rpartition("/")[2]
        channel = Channel(f"{name}-{last}" if NUMBERED.fullmatch(last) else name, name)
        crowd: list[Post] = []
        rest: list[Post] = []
        for post in posts:
            month = f"{post.created:%Y-%m}" if post.created else ""
            (crowd if (folder, month) in self._busy else rest).append(post)
        return [*conversations(channel, crowd, daily=True), *conversations(channel, rest)]


def _folder(document: Document) -> str:
    return document.name.rpartition("/")[0]


def _posts(messages: Iterable[Element]) -> Iterator[Post]:
    """The posts; a message that is joined to the one before is of the same author."""
    author = Author("inferred:nobody", None, inferred=True)
    for message in messages:
        named = _name(message, ":scope > .body > .from_name")
        author = Author(f"name:{named}", named) if named else author
        yield _post(message, author)


def _name(element: Element, selector: str) -> str | None:
    """The name at *selector*, without the time or the robot that stands in it."""
    found = next(iter(select(element, selector)), None)
    return " ".join(own_text(found).split()) or None if found is not None else None


def _post(message: Element, author: Author) -> Post:
    blocks = tuple(_blocks(message))
    return Post(
        id=(message.get("id") or "").removeprefix("message"),
        author=author,
        body=write(blocks),
        created=_time(value(message, ":scope > .body > .date::attr(title)") or ""),
        reply_to=value(message, f".reply_to a{REPLIED}"),
        quotes=quotes(blocks),
        attachments=tuple(_files(message)),
        reactions=tuple(_reactions(message)),
    )


def _time(stated: str) -> datetime | None:
    """The time *stated*: of a known zone where the program was new enough to say it."""
    found = STAMP.match(stated)
    if not found:
        return None
    day, month, year, hour, minute, second = map(int, found.groups()[:6])
    try:
        zone = datetime.strptime(found[7], "%z").tzinfo if found[7] else None
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _blocks(message: Element) -> Iterator[Block]:
    for body in select(message, ":scope > .body"):
        yield from _words(body)
        for forwarded in select(body, ":scope > .forwarded.body"):
            words = tuple(_words(forwarded))
            yield QuoteBlock(words, _name(forwarded, ":scope > .from_name"))


def _words(body: Element) -> Iterator[Block]:
    """The pictures, the poll and the words right in *body*."""
    for photo in select(body, ":scope > .media_wrap a.photo_wrap[href]"):
        if url := safe(photo.get("href") or ""):
            yield Paragraph((Image(url),))
    for poll in select(body, ":scope > .media_wrap .media_poll"):
        yield Paragraph((Strong((Text(value(poll, ".question") or ""),)),))
        for answer in select(poll, ".answer"):
            yield Paragraph((Text(text_of(answer)),))
    for text in select(body, ":scope > .text"):
        yield from read_html(text, Dialect())


def _files(message: Element) -> Iterator[Attachment]:
    for file in select(message, f".media_wrap :is({FILES})"):
        place = safe(file.get("href") or "") or ""
        if name := value(file, ".title") or place.rpartition("/")[2]:
            yield Attachment(name, place or None)
    for absent in select(message, ".media_wrap div.media:not(.media_poll)"):
        if kind := value(absent, ".title"):
            yield Attachment(kind)


def _reactions(message: Element) -> Iterator[Reaction]:
    for reaction in select(message, ".reactions .reaction"):
        if name := value(reaction, ".emoji"):
            count = value(reaction, ".count") or ""
            people = len(select(reaction, ".userpic"))
            yield Reaction(name, int(count) if count.isascii() and count.isdigit() else people or 1)
