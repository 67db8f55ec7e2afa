"""SQL dumps of forums: each thread is a document of JSON, of what everybody might read.

`{"database", "markup", "escaped", "forum", "base", "thread": {"id", "title", "board", "tags",
"url", "locked", "sticky", "views", "replies", "poll": {"question", "voters", "choices": [[text,
votes]]}}, "posts": [{"id", "title", "author": {"id", "name", "title", "guest"}, "created",
"edited", "body", "mark", "reply_to", "likes", "url", "attachments": [{"id", "name", "url",
"stored"}]}],
"left_out": {reason: number}}`. One more says what boards are about: `{"database", "markup",
"escaped", "forum", "base", "boards": [{"path", "description", "mark"}], "left_out": {}}`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from threadsite.databases.reading import Json, Reader
from threadsite.sources.feed import Feed, UnreadableError
from threadsite.sources.shelf import Forum, Shelf
from threadsite.sources.source import Item, Refused, failed, skipped

HEADS = re.compile(
    rb"\A\s*(?:--|#|/\*)[^\n]{0,80}(?:MySQL dump|MariaDB dump|phpMyAdmin|PostgreSQL database dump)"
    rb"|^-- (?:PostgreSQL database dump|phpMyAdmin SQL Dump|Dump of table |MariaDB dump )"
    rb"|^PRAGMA foreign_keys=OFF;\s+BEGIN TRANSACTION;",
    re.M,
)
STATEMENT = re.compile(rb"^\s*(?:CREATE TABLE|INSERT INTO|DROP TABLE|LOCK TABLES|COPY)\s", re.M)
UNGUARDED = (
    "the dump does not hold this table, which says what guests may read at all: boards that nothing"
    " else hides pass as open"
)
ENDINGS = (".sql", ".mysql", ".pgsql", ".dump")


class Sql:
    """A dump of a database, as text."""

    nests = True

    def claims(self, name: str, head: bytes) -> bool:
        """By how dump programs begin; by the name, if the text may be SQL."""
        if head.lstrip()[:1] == b"<":
            return False
        if HEADS.search(head):
            return True
        return name.lower().endswith(ENDINGS) and (
            STATEMENT.search(head) is not None or head.lstrip()[:2] in (b"--", b"/*", b"# ", b"##")
        )

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """The threads in it; where it breaks off, those of the rows before, and that it does."""
        with TemporaryDirectory(prefix="threadsite-") as folder, Shelf(Path(folder)) as shelf:
            fault = _loaded(shelf, feed)
            forums = list(shelf.forums())
            for forum in forums:
                place = f"{forum.prefix.strip('_') or 'forum'}/" if len(forums) > 1 else ""
                for name, content in _documents(shelf, forum, cut=bool(fault), place=place):
                    yield _item(item, feed, place + name, content)
            yield from _told(item, shelf, fault, forums)


def _loaded(shelf: Shelf, feed: Feed) -> str:
    """Fill *shelf*; what is wrong with *feed*, empty if nothing is."""
    try:
        shelf.load(feed)
    except UnreadableError as error:
        return str(error)
    return ""


def _documents(shelf: Shelf, forum: Forum, *, cut: bool, place: str) -> Iterator[tuple[str, Json]]:
    """The threads of *forum*, and at last how many posts of others were left out, and why."""
    shelf.open(forum)
    reader = Reader(forum.software, shelf.ask, cut, place.strip("/"))
    for thread in reader.threads():
        yield f"threads/{thread['thread']['id']}.json", thread  # type: ignore[index]
    if boards := list(reader.boards()):
        yield "boards.json", reader.head() | {"boards": boards, "left_out": {}}
    left = reader.left + Counter(
        {reason: count for (of, reason), count in shelf.left.items() if of == forum}
    )
    if left:
        yield "left-out.json", {"database": forum.software.name, "left_out": left}


def _item(item: Item, feed: Feed, name: str, content: Mapping[str, object]) -> Item:
    data = json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")
    return Item(
        item.inside(name),
        lambda: Feed(BytesIO(data), feed.meter),
        media_type="application/json",
        captured=item.captured,
    )


def _told(item: Item, shelf: Shelf, fault: str, forums: Sequence[Forum]) -> Iterator[Refused]:
    """What is to be said of the dump as a whole."""
    if shelf.addresses:
        counts = " and ".join(
            f"{count:,} {kind} address{'es' * (count > 1)}"
            for kind, count in sorted(shelf.addresses.items())
        )
        yield skipped(item.inside("addresses"), f"never read: {counts}")
    for gate in filter(None, map(shelf.lacks, forums)):
        yield skipped(item.inside(gate), UNGUARDED)
    for table in sorted(shelf.nameless):
        yield failed(item.inside(table), "the dump does not name the columns of this table")
    if fault:
        yield failed(item.name, f"{fault}; the rows before that are read")
    elif not forums:
        yield skipped(item.name, "a database, but of no forum that is known")
