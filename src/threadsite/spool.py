"""Parts of threads on their way from documents to files: kept on disk, handed out by thread.

A dump may hold more than memory does, and the pages of one thread may lie at its two ends.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from types import TracebackType

import msgspec

from threadsite.model import Author, Post, Thread

encode = msgspec.msgpack.Encoder().encode
decode_thread = msgspec.msgpack.Decoder(Thread).decode
decode_author = msgspec.msgpack.Decoder(Author).decode

NAMED = "name:"
"""Ids of authors of whom a page shows the name only begin so."""

TABLES = """
CREATE TABLE part (forum TEXT, thread TEXT, data BLOB);
CREATE TABLE author (forum TEXT, id TEXT, name TEXT, seen TEXT, data BLOB,
                     PRIMARY KEY (forum, id, name)) WITHOUT ROWID;
CREATE INDEX author_by_name ON author (forum, name);
"""


class Spool:
    """A temporary store; what is put in comes out grouped by thread, and by author."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="threadsite-")
        self.db = sqlite3.connect(Path(self._folder.name) / "spool.db", isolation_level=None)
        self.db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
        self.db.execute("BEGIN")

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.db.close()
        self._folder.cleanup()

    def add(self, part: Thread) -> None:
        """Keep *part* until its thread is asked for, and its authors."""
        row = (part.forum, part.id, encode(part))
        self.db.execute("INSERT INTO part VALUES (?, ?, ?)", row)
        self.add_authors(part)

    def threads(self) -> Iterator[list[Thread]]:
        """The parts of each thread, in the order in which they came."""
        rows = self.db.execute("SELECT forum, thread, data FROM part ORDER BY forum, thread, rowid")
        for _, group in groupby(rows, key=lambda row: (row[0], row[1])):
            yield [decode_thread(data) for _, _, data in group]

    def add_authors(self, thread: Thread) -> None:
        """Keep the authors of *thread*; under each name the newest is kept, and what came last."""
        for post in thread.posts:
            author = post.author
            row = (thread.forum, author.id, author.name or "", _seen(post), encode(author))
            self.db.execute(
                "INSERT INTO author VALUES (?, ?, ?, ?, ?) ON CONFLICT (forum, id, name)"
                " DO UPDATE SET seen = excluded.seen, data = excluded.data"
                " WHERE excluded.seen >= seen",
                row,
            )

    def identified(self, thread: Thread) -> Thread:
        """*thread* with the ids that other pages show for authors whom its own only name.

        A forum gives a name to one account at a time; where two ids bore it, nothing is joined.
        """
        posts = tuple(
            replace(post, author=replace(post.author, id=self._identity(thread.forum, post.author)))
            for post in thread.posts
        )
        return replace(thread, posts=posts)

    def authors(self) -> Iterator[tuple[str, Author, tuple[str, ...]]]:
        """Forum, author and other names of each author; the name last used is the name."""
        rows = self.db.execute(
            "SELECT forum, id, name, data FROM author ORDER BY forum, id, seen DESC, name"
        )
        for (forum, _), group in groupby(rows, key=lambda row: (row[0], row[1])):
            (*_, newest), *older = group
            author = decode_author(newest)
            if self._identity(forum, author) != author.id:
                continue
            names = dict.fromkeys(name for _, _, name, _ in older if name)
            # Newest alone may be a view that shows no name.
            if author.name is None and names:
                author = replace(author, name=next(iter(names)))
            yield forum, author, tuple(name for name in names if name != author.name)

    def _identity(self, forum: str, author: Author) -> str:
        if author.name is None or author.inferred or author.id != f"{NAMED}{author.name}":
            return author.id
        rows = self.db.execute(
            "SELECT DISTINCT id FROM author WHERE forum = ? AND name = ? AND id NOT LIKE '%:%'",
            (forum, author.name),
        ).fetchmany(2)
        return rows[0][0] if len(rows) == 1 else author.id


def _seen(post: Post) -> str:
    """When the author of *post* had the name that it shows, in a form that sorts: forums show the
    name of the day of the capture over the oldest post."""
    captured = post.source.captured if post.source else None
    time = captured or post.created
    return time.isoformat() if time else ""
