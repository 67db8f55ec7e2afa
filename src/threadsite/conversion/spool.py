"""Parts of threads on their way from documents to files: kept on disk, handed out by thread.

A dump may hold more than memory does, and the pages of one thread may lie at its two ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from types import TracebackType

import msgspec

from threadsite.conversion.parcels import Parcel, Seen, encode, is_named, parcel, seen
from threadsite.model import Author, Board, Post, Thread

decode = msgspec.msgpack.Decoder(Parcel).decode
decode_thread = msgspec.msgpack.Decoder(Thread).decode
decode_author = msgspec.msgpack.Decoder(Author).decode
decode_board = msgspec.msgpack.Decoder(Board).decode

TABLES = """
CREATE TABLE IF NOT EXISTS part (document INTEGER, forum TEXT, thread TEXT, data BLOB);
CREATE INDEX IF NOT EXISTS part_by_thread ON part (forum, thread);
CREATE INDEX IF NOT EXISTS part_by_document ON part (document);
CREATE TABLE IF NOT EXISTS board (document INTEGER, captured TEXT, data BLOB);
CREATE INDEX IF NOT EXISTS board_by_document ON board (document);
CREATE TABLE IF NOT EXISTS author (
    forum TEXT, id TEXT, name TEXT, seen TEXT, place INTEGER, data BLOB,
    PRIMARY KEY (forum, id, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS author_by_name ON author (forum, name);
CREATE TABLE IF NOT EXISTS shown (
    forum TEXT, thread TEXT, id TEXT, name TEXT, seen TEXT, data BLOB,
    PRIMARY KEY (forum, thread, id, name)) WITHOUT ROWID;
"""
AUTHORS = """
SELECT forum, id, name, seen, 0, '', data FROM author UNION ALL
SELECT forum, id, name, seen, 1, thread, data FROM shown ORDER BY forum, id
"""
BOARDS = """
SELECT data FROM board JOIN document ON document.id = board.document
WHERE place IS NOT NULL ORDER BY captured, place, board.rowid
"""


class Spool:
    """What is put in comes out grouped by thread, and by author."""

    def __init__(self, db: sqlite3.Connection | None = None) -> None:
        # An empty name is a file that SQLite makes, and removes when it is closed.
        self.db = db or sqlite3.connect("", isolation_level=None)
        # A script would end the transaction that is open.
        for statement in filter(str.strip, TABLES.split(";")):
            self.db.execute(statement)

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.db.close()

    def add(self, part: Thread, place: int = 0) -> None:
        """Keep *part* until its thread is asked for, and its authors."""
        packed = parcel(part)
        self.put(place, (packed,))
        self.meet(place, packed)

    def put(self, document: int, parcels: Iterable[Parcel]) -> None:
        """Keep *parcels*, which are what a *document* came to."""
        self.db.executemany(
            "INSERT INTO part VALUES (?, ?, ?, ?)",
            ((document, one.forum, one.thread, encode(one)) for one in parcels),
        )

    def of_document(self, document: int) -> Iterator[Parcel]:
        """What *document* came to."""
        rows = self.db.execute(
            "SELECT data FROM part WHERE document = ? ORDER BY rowid", (document,)
        )
        return (decode(data) for (data,) in rows)

    def meet(self, place: int, part: Parcel) -> None:
        """Keep the authors of *part*, of the document at *place*; under each name the newest is
        kept, and what came last."""
        self.db.executemany(
            "INSERT INTO author VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (forum, id, name)"
            " DO UPDATE SET seen = excluded.seen, place = excluded.place, data = excluded.data"
            " WHERE (excluded.seen, excluded.place) >= (seen, place)",
            ((part.forum, one.id, one.name, one.seen, place, one.data) for one in part.authors),
        )

    def describe(self, document: int, boards: Iterable[Board]) -> None:
        """Keep *boards*, which are what a *document* says of boards."""
        self.db.executemany(
            "INSERT INTO board VALUES (?, ?, ?)",
            ((document, _captured(board), encode(board)) for board in boards),
        )

    def boards(self) -> Iterator[Board]:
        """What was said of boards, of each the newest last."""
        return (decode_board(data) for (data,) in self.db.execute(BOARDS))

    def forget(self, condition: str, *values: object) -> None:
        """Let go of what the documents came to for which *condition* holds."""
        for table in ("part", "board"):
            self.db.execute(f"DELETE FROM {table} WHERE {condition}", values)  # noqa: S608

    def show(self, forum: str, thread: str, authors: Iterable[Seen]) -> bool:
        """Keep *authors* as those of a whole thread; whether they are others than before."""
        rows = sorted((one.id, one.name, one.seen, one.data) for one in authors)
        known = self.db.execute(
            "SELECT id, name, seen, data FROM shown WHERE (forum, thread) = (?, ?)", (forum, thread)
        )
        if sorted(known) == rows:
            return False
        self.db.execute("DELETE FROM shown WHERE (forum, thread) = (?, ?)", (forum, thread))
        self.db.executemany(
            "INSERT INTO shown VALUES (?, ?, ?, ?, ?, ?)", ((forum, thread, *row) for row in rows)
        )
        return True

    def add_authors(self, thread: Thread) -> None:
        """Keep the authors of *thread*, which is whole."""
        self.show(thread.forum, thread.id, seen(thread.posts))

    def threads(self) -> Iterator[list[Thread]]:
        """The parts of each thread, in the order in which they came."""
        rows = self.db.execute(
            "SELECT forum, thread, data FROM part ORDER BY forum, thread, document, rowid"
        )
        for _, group in groupby(rows, key=itemgetter(0, 1)):
            yield [decode_thread(decode(data).data) for _, _, data in group]

    def identified(self, thread: Thread) -> Thread:
        """*thread* with the ids that other pages show for authors whom its own only name."""
        names = (post.author.name for post in thread.posts if is_named(post.author))
        return identified(thread, self.ids(thread.forum, filter(None, names)))

    def ids(self, forum: str, names: Iterable[str]) -> dict[str, str]:
        """The ids of those *names* that one account has.

        A forum gives a name to one account at a time; where two ids bore it, nothing is joined.
        """
        found = ((name, self._id(forum, name)) for name in dict.fromkeys(names))
        return {name: id_ for name, id_ in found if id_}

    def authors(self) -> Iterator[tuple[str, Author, tuple[str, ...]]]:
        """Forum, author and other names of each author; the name last used is the name."""
        rows = self.db.execute(AUTHORS)
        for (forum, _), group in groupby(rows, key=itemgetter(0, 1)):
            newest = _newest(group)
            author = decode_author(newest[0][1])
            if is_named(author) and self._id(forum, author.name or ""):
                continue
            names = dict.fromkeys(name for name, _ in newest[1:] if name)
            # Newest alone may be a view that shows no name.
            if author.name is None and names:
                author = replace(author, name=next(iter(names)))
            yield forum, author, tuple(name for name in names if name != author.name)

    def _id(self, forum: str, name: str) -> str | None:
        rows = self.db.execute(
            "SELECT DISTINCT id FROM author WHERE forum = ? AND name = ? AND id NOT LIKE '%:%'",
            (forum, name),
        ).fetchmany(2)
        return str(rows[0][0]) if len(rows) == 1 else None


def _captured(board: Board) -> str:
    time = board.source and board.source.captured
    return time.isoformat() if time else ""


def identified(thread: Thread, ids: Mapping[str, str]) -> Thread:
    """*thread*, where authors who are only named have those *ids* that are known for the names."""
    if not ids:
        return thread
    return replace(thread, posts=tuple(_identified(post, ids) for post in thread.posts))


def _identified(post: Post, ids: Mapping[str, str]) -> Post:
    id_ = ids.get(post.author.name or "") if is_named(post.author) else None
    return replace(post, author=replace(post.author, id=id_)) if id_ else post


def _newest(rows: Iterable[tuple[str, str, str, str, int, str, bytes]]) -> list[tuple[str, bytes]]:
    """The names of one author with what is known under each, the last used first."""
    best: dict[str, tuple[str, int, str, bytes]] = {}
    for _, _, name, time, stage, thread, data in rows:
        entry = (time, stage, thread, data)
        if name not in best or entry[:3] >= best[name][:3]:
            best[name] = entry
    # Of names last used at one time the first by letters leads.
    order = sorted(sorted(best), key=lambda name: best[name][0], reverse=True)
    return [(name, best[name][3]) for name in order]
