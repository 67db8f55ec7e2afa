"""Reddit as Pushshift and its heirs keep it: submissions and comments as JSON Lines; and as the
site gives a thread to programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from threadsite.document import Document
from threadsite.engines.chats import losses, part
from threadsite.engines.engine import Part
from threadsite.engines.values import Json, moment, number, raw, text
from threadsite.markup.lines import line
from threadsite.markup.links import safe
from threadsite.markup.nodes import Block, Link, Paragraph, Text
from threadsite.markup.reader import read
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Author, Post, Thread

GONE = frozenset(("[deleted]", "[removed]", "[ Removed by reddit ]"))
DELETED = "deleted by its author or by moderators"
LISTING = "Listing"
SUBMISSION = "t3_"
KIND = re.compile(r"t\d_")
"""What stands before an id where it may be of a comment or of a submission."""
FORUM = "reddit.com"
SITE = f"https://www.{FORUM}"
UNNAMED = "comments on {}"


class Reddit:
    """Each submission with what of its comments is there; ids are as on saved pages."""

    name = "reddit"

    def identify(self, document: Document) -> bool:
        """Whether *document* holds submissions or comments."""
        head = document.text[:50_000]
        if document.kind != "json" or '"subreddit"' not in head or '"created_utc"' not in head:
            return False
        return any(_thread_id(item) for item in _items(document))

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads, or what of each is in *document*."""
        threads: dict[str, list[Json]] = {}
        gone: dict[str, int] = {}
        for item in _items(document):
            id_ = _thread_id(item)
            if id_ and _is_gone(item):
                gone[id_] = gone.get(id_, 0) + 1
            elif id_:
                threads.setdefault(id_, []).append(item)
        problems = losses(document)
        for id_ in dict.fromkeys((*threads, *gone)):
            thread = part(_thread(id_, threads.get(id_, [])), document, self.name).thread
            left_out = ((DELETED, gone[id_]),) if id_ in gone else ()
            yield Part(thread, problems=problems, left_out=left_out)
            problems = ()


def _items(document: Document) -> Iterator[Json]:
    """Submissions and comments, those in the listings of the site's API too."""
    pending: list[object] = [document.json]
    while pending:
        value = pending.pop()
        if isinstance(value, list):
            pending.extend(reversed(value))
        elif isinstance(value, dict):
            data = value.get("data")
            if not isinstance(data, dict) or not isinstance(value.get("kind"), str):
                yield value
            elif value["kind"] == LISTING:
                pending.append(data.get("children"))
            else:
                pending.append(data.get("replies"))
                yield data


def _thread_id(item: Json) -> str | None:
    """The id of the submission that *item* is or is a comment on; None for what is neither."""
    if "subreddit" not in item or not text(item, "id"):
        return None
    if "link_id" in item and "body" in item:
        return (text(item, "link_id") or "").removeprefix(SUBMISSION) or None
    return text(item, "id") if "title" in item else None


def _is_gone(item: Json) -> bool:
    return raw(item, "body", "selftext") in GONE


def _thread(id_: str, items: list[Json]) -> Thread:
    opening = next((item for item in items if "title" in item), {})
    first: Json = opening or (items[0] if items else {})
    board = text(first, "subreddit")
    replies = number(opening, "num_comments", default=-1)
    return Thread(
        id=id_,
        title=line(unescape(text(opening, "title") or "")) or UNNAMED.format(id_),
        posts=tuple(_post(item) for item in sorted(items, key=_order)),
        forum=FORUM,
        board=(f"r/{board}",) if board else (),
        tags=(unescape(flair),) if (flair := text(opening, "link_flair_text")) else (),
        url=f"{SITE}/r/{board}/comments/{id_}/" if board else None,
        locked=bool(opening.get("locked")),
        sticky=bool(opening.get("stickied")),
        replies=replies if replies >= 0 else None,
    )


def _order(item: Json) -> tuple[bool, int]:
    return "title" not in item, number(item, "created_utc")


def _post(item: Json) -> Post:
    blocks = tuple(_blocks(item))
    place = text(item, "permalink")
    edited = item.get("edited")
    return Post(
        id=text(item, "id") or "",
        author=_author(item),
        body=write(blocks),
        created=moment(item, "created_utc"),
        edited=moment(item, "edited") if not isinstance(edited, bool) else None,
        url=f"{SITE}{place}" if place and place.startswith("/r/") else None,
        reply_to=KIND.sub("", text(item, "parent_id") or "") or None,
        quotes=quotes(blocks),
    )


def _blocks(item: Json) -> Iterator[Block]:
    # The dumps hold the Markdown as the site sends it, with its signs escaped for HTML.
    yield from read(unescape(raw(item, "body", "selftext")))
    url = raw(item, "url")
    if "title" in item and not item.get("is_self") and (link := safe(unescape(url))):
        yield Paragraph((Link(link, (Text(unescape(url)),)),))


def _author(item: Json) -> Author:
    name = text(item, "author")
    if not name or name in GONE:
        return Author("inferred:nobody", None, inferred=True)
    id_ = text(item, "author_fullname")
    return Author(id_ or f"name:{name}", name, text(item, "author_flair_text"))
