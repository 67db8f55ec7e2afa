"""Threads as scrapers write them, a thread or a page of it a file or a line: `title`, and a list
`posts`.

Each scraper has its own names for the same few things; the tables hold those of forumscraper and of
others like it. Bodies are the HTML of the forum, or plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin

from threadsite.dates import day_first, parse_date
from threadsite.document import Document
from threadsite.engines.bodies import read_body, software
from threadsite.engines.chats import losses, part
from threadsite.engines.engine import Part
from threadsite.engines.html import HtmlEngine
from threadsite.engines.scraped import (
    ADDRESS,
    AVATAR,
    BODY,
    DATE,
    EDITED,
    NAME,
    POST,
    RANK,
    THREAD,
    TITLE,
    VIEWS,
    author_id,
    board_of,
    is_post,
    person_of,
    poll_of,
    words_of,
)
from threadsite.engines.values import Json, number, objects, of, raw, text
from threadsite.installs import forum
from threadsite.markup.lines import line
from threadsite.markup.nodes import Block
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Author, Post, Thread

TAG = re.compile(r"<[A-Za-z/!]")


class ThreadJson:
    """A thread, or a page of it; of JSON Lines, one each line."""

    name = "thread-json"

    def identify(self, document: Document) -> bool:
        """Whether *document* is threads with posts that have ids, authors and bodies."""
        if document.kind != "json" or '"posts"' not in document.text:
            return False
        found = _threads(document)
        return bool(found) and all(map(_is_thread, found))

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads; a line that is none is told."""
        problems = losses(document)
        found = _threads(document)
        alone = len(found) == 1
        for place, thread in enumerate(found, 1):
            name = document.name if alone else f"{document.name}/{place}"
            yield replace(self._part(thread, document, name), problems=problems)
            problems = ()

    def _part(self, found: Json, document: Document, name: str) -> Part:
        posts = list(objects(found.get("posts")))
        url = raw(found, *ADDRESS)
        reader = _Reader(posts, software(raw(found, "format_version"), url), url)
        page, pages = number(found, "pageNumber", "page"), number(found, "totalPages", "pages")
        thread = Thread(
            id=text(found, *THREAD) or line(url) or name,
            title=line(unescape(text(found, *TITLE) or "")),
            posts=tuple(map(reader.post, posts)),
            forum=forum(url),
            board=tuple(board_of(found)),
            url=url or None,
            poll=poll_of(of(found, "poll")),
            views=number(found, *VIEWS) or None,
            replies=max(number(found, "totalPosts") - 1, 0) if "totalPosts" in found else None,
            pages_seen=(page,) if page else (),
            pages=pages or None,
        )
        return part(thread, document, self.name)


def _threads(document: Document) -> Sequence[Json]:
    found = document.json
    return list(objects(found if isinstance(found, list) else [found]))


def _is_thread(found: Json) -> bool:
    posts = list(objects(found.get("posts")))
    return bool(text(found, *TITLE)) and bool(posts) and all(map(is_post, posts))


class _Reader:
    """Posts of one thread: what all of them show decides what one of them means."""

    def __init__(self, posts: Sequence[Json], engine: type[HtmlEngine], url: str) -> None:
        self.engine = engine
        self.base = url or None
        # Forums show the time of an edit on some posts, never on all: then it is that of the post.
        misnamed = all(raw(post, *EDITED) and not raw(post, *DATE) for post in posts)
        self.date: tuple[str, ...] = EDITED if misnamed else DATE
        self.edited: tuple[str, ...] = () if misnamed else EDITED
        self.order = day_first(raw(post, *self.date) for post in posts)
        # Some scrapers took the id of the post for that of its author.
        self.confused = len(posts) > 1 and all(
            author_id(post) == text(post, *POST) for post in posts
        )

    def post(self, item: Json) -> Post:
        blocks = self.body(raw(item, *BODY))
        return Post(
            id=text(item, *POST) or "",
            author=self.author(item),
            body=write(blocks),
            created=parse_date(raw(item, *self.date), day_first=self.order),
            edited=parse_date(
                raw(item, *self.edited) or raw(of(item, "edited"), "date"), day_first=self.order
            ),
            quotes=quotes(blocks),
            attachments=tuple(self.files(item)),
            signature=write(read_body(raw(item, "signature"), self.engine, self.base)),
        )

    def body(self, words: str) -> tuple[Block, ...]:
        """What is said by *words*: HTML, or plain text, whose lines end where they do."""
        html = words if TAG.search(words) else words.replace("\n", "<br>")
        return read_body(html, self.engine, self.base)

    def author(self, item: Json) -> Author:
        person = person_of(item)
        name = line(unescape(text(person, *NAME) or "")) or None
        id_ = None if self.confused else author_id(item)
        avatar = raw(person, *AVATAR)
        return Author(
            id=id_ or (f"name:{name}" if name else "inferred:nobody"),
            name=name,
            title=words_of(text(person, *RANK)),
            avatar=urljoin(self.base or "", avatar) if avatar and "<" not in avatar else None,
            inferred=not name and not id_,
        )

    def files(self, item: Json) -> Iterator[Attachment]:
        for file in objects(item.get("attachments")):
            url = raw(file, "link", "url")
            if name := words_of(text(file, "title", "name", "filename")) or url.rpartition("/")[2]:
                yield Attachment(name, urljoin(self.base or "", url) if url else None)
