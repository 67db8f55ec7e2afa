"""What would be read of a dump: as JSON Lines for programs, as a summary for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from threadsite.conversion.collate import join
from threadsite.conversion.reading import Dump, Reading, book, read
from threadsite.conversion.spool import Spool
from threadsite.coverage import coverage
from threadsite.document import Document
from threadsite.engines import engine_named, identify
from threadsite.engines.engine import Part
from threadsite.engines.html import HtmlEngine
from threadsite.engines.probe import Caught, probe
from threadsite.markup import words
from threadsite.model import Post, Thread
from threadsite.report import Outcome, Report
from threadsite.sources import documents


def json_lines(dump: Dump) -> Iterator[str]:
    """One JSON object for each part of a thread in *dump*, in the form of docs/inspect.md."""
    for reading in read(dump):
        for part in reading.parts:
            if part.thread.posts:
                yield json.dumps(_part(reading, part), ensure_ascii=False)


def _part(reading: Reading, part: Part) -> dict[str, object]:
    thread = part.thread
    answer: dict[str, object] = {
        "document": reading.document,
        "engine": reading.engine,
        "confidence": part.confidence,
        "thread": {
            "id": thread.id,
            "title": thread.title,
            "board": thread.board,
            "tags": thread.tags,
            "url": thread.url,
            "posts": [_post(post) for post in thread.posts],
        },
        "chrome": part.chrome,
        "problems": [str(problem) for problem in part.problems],
    }
    if part.line_roles is not None:
        answer["line_roles"] = part.line_roles
    return answer


def _post(post: Post) -> dict[str, object]:
    author = post.author
    return {
        "id": post.id,
        "title": post.title,
        "author": {
            "id": author.id,
            "name": author.name,
            "title": author.title,
            "inferred": author.inferred,
        },
        "created": _iso(post.created),
        "edited": _iso(post.edited),
        "url": post.url,
        "reply_to": post.reply_to,
        "body": post.body,
        "text": words.own_text(post.body),
        "quotes": [{"author": quote.author, "post": quote.post} for quote in post.quotes],
        "attachments": [{"name": file.name, "url": file.url} for file in post.attachments],
        "images": words.own_images(post.body),
    }


def _iso(time: datetime | None) -> str | None:
    return time.isoformat() if time else None


@dataclass(frozen=True, slots=True)
class Probed:
    """What the rules of an engine catch in one document."""

    document: str
    engine: str
    """Empty when no engine knows the document, or the one that does has no rules."""
    caught: tuple[Caught, ...] = ()


def rules(dump: Dump) -> Iterator[Probed]:
    """What each rule catches in each document of *dump*."""
    chosen = engine_named(dump.engine, dump.engines) if dump.engine else None
    for found in documents(dump.path, name=dump.name):
        if isinstance(found, Document):
            engine = chosen or identify(found, dump.engines)
            caught = tuple(probe(engine, found)) if isinstance(engine, HtmlEngine) else ()
            yield Probed(found.name, engine.name if engine else "", caught)


@dataclass(slots=True)
class Absent:
    """How many posts of a dump lack what."""

    dates: int = 0
    names: int = 0
    inferred: int = 0
    zones: int = 0

    def count(self, posts: Iterable[Post]) -> None:
        """Add what *posts* lack."""
        for post in posts:
            self.dates += post.created is None
            self.zones += post.created is not None and post.created.tzinfo is None
            self.names += post.author.name is None
            self.inferred += post.author.inferred


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A thread in one line of a summary."""

    title: str
    board: str
    posts: int
    authors: int
    first: str
    last: str
    missing: str


@dataclass(slots=True)
class Summary:
    """What a dump holds, for a person."""

    report: Report = field(default_factory=Report)
    threads: list[ThreadLine] = field(default_factory=list)
    authors: int = 0
    described: int = 0
    """Boards of which is said what they are about."""
    absent: Absent = field(default_factory=Absent)


def summary(dump: Dump) -> Summary:
    """What converting *dump* would bring, and what it would leave out and why."""
    found = Summary()
    report, described = found.report, set[tuple[str, tuple[str, ...]]]()
    with Spool() as spool:
        for reading in read(dump):
            book(reading.receipt, report)
            described.update(
                (board.forum, board.path) for board in reading.boards if board.description
            )
            for thread in reading.threads:
                spool.add(thread)
        for parts in spool.threads():
            joined = join(parts)
            if not joined.thread.posts:
                report.know(joined.thread)
                continue
            report.posts.add(Outcome.IMPORTED, count=len(joined.thread.posts))
            report.posts.add(Outcome.DUPLICATE, "another document has it too", joined.duplicates)
            spool.add_authors(joined.thread)
            found.absent.count(joined.thread.posts)
            found.threads.append(line_of(joined.thread))
        found.authors = sum(1 for _ in spool.authors())
    report.threads, found.described = len(found.threads), len(described)
    return found


def line_of(thread: Thread) -> ThreadLine:
    """*thread* in one line."""
    days = sorted(post.created.date() for post in thread.posts if post.created)
    return ThreadLine(
        title=thread.title,
        board=" › ".join(thread.board),
        posts=len(thread.posts),
        authors=len({post.author.id for post in thread.posts}),
        first=days[0].isoformat() if days else "",
        last=days[-1].isoformat() if days else "",
        missing=coverage(thread).words(),
    )
