"""The archive: what content holds, as the questions that pages ask."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from threadsite import code, content
from threadsite.archive import facts, figures, index, shapes
from threadsite.archive.finding import Finder
from threadsite.archive.index import Intake
from threadsite.archive.manifest import Manifest
from threadsite.archive.old import OldAddresses
from threadsite.archive.reading import reader
from threadsite.archive.shown import Shown, decode
from threadsite.archive.sums import OfDay, OfMonth, Sums
from threadsite.archive.tables import (
    ANSWERS,
    AUTHOR_ORDERS,
    AUTHORS,
    BY_AUTHOR,
    DOCUMENTS,
    GAPPY,
    GHOSTS,
    IN_BOARD,
    IN_THREAD,
    KEYS,
    MEDIA,
    NEWEST,
    NEWEST_IN_BOARD,
    OUTSIDE,
    PAGE,
    POSTS,
    SHOWN,
    TAGGED,
    THREAD_ORDERS,
    THREADS,
    WITHHELD,
)
from threadsite.content import takedowns
from threadsite.errors import BuildError, ContentError
from threadsite.markdown import Renderer
from threadsite.model import Poll, Source, Thread
from threadsite.rows import AuthorRow, BoardRow, PostRow, SourceRow, Stats, ThreadRow, TopicRow
from threadsite.run import Run

__all__ = ["Archive", "OfDay", "OfMonth", "Shown", "Sums"]

RENDERER = Renderer()
PARTS = ("archive", "content", "language", "markdown", "markup")
"""The folders of the program that the index depends on."""


class Archive:
    """An open archive. Rows come from its index, whole threads from their files.

    A method that gives an iterator streams: take slices of one iterator rather than asking anew
    for each page.
    """

    def __init__(self, folder: Path, db: sqlite3.Connection, posts_per_page: int) -> None:
        self.content = folder
        self.posts_per_page = posts_per_page
        self._db = db

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        index_file: Path | None = None,
        posts_per_page: int = 100,
        render: Renderer = RENDERER,
        run: Run | None = None,
        only: frozenset[str] | None = None,
    ) -> Self:
        """The archive of the content *folder*, indexed in *index_file*, or else in memory.

        An index that is there is brought up to date; one that another version made, or that is
        damaged, is made anew. *render* drafts bodies, in the workers of *run*. *only* names
        the thread files that count, by their paths below the folder; else all do.
        """
        run = run or Run()
        taken = takedowns.read(folder)
        intake = Intake(folder, reader(folder, taken, render, run), taken, run, only)
        made_by = f"{code.mark(*PARTS)} {folder.resolve()} {render} {taken.mark}"
        try:
            db = index.opened(index_file, made_by)
            with ExitStack() as undo:
                undo.callback(db.close)
                index.update(db, intake, made_by)
                undo.pop_all()
        except sqlite3.OperationalError as problem:
            place = index_file or folder
            raise BuildError(f"{place}: the index cannot be written: {problem}") from None
        return cls(folder, db, posts_per_page)

    @classmethod
    def attach(cls, folder: Path, index_file: Path, posts_per_page: int) -> Self:
        """The archive as *index_file* tells of it, to be read only: for any worker at a time, and
        as long as nobody changes it."""
        address = f"{index_file.resolve().as_uri()}?mode=ro&immutable=1"
        db = sqlite3.connect(address, uri=True, check_same_thread=False)
        return cls(folder, db, posts_per_page)

    def close(self) -> None:
        """Let go of the index."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def keys(self, kind: str) -> Iterator[tuple[str, int]]:
        """The key of each thing of the *kind*, and how many posts it has, most first."""
        return iter(self._db.execute(KEYS[kind]))

    def withheld(self) -> frozenset[str]:
        """The kept files that only what was taken down names."""
        return frozenset(path for (path,) in self._db.execute(WITHHELD))

    def media(self) -> Iterator[str]:
        """The other kept files, by their paths below the content folder."""
        return (path for (path,) in self._db.execute(MEDIA))

    @property
    def sums(self) -> Sums:
        """What of the archive is counted."""
        return Sums(self._db, self.posts_per_page)

    @property
    def old(self) -> OldAddresses:
        """What threads, posts, boards and authors were called on the forum."""
        return OldAddresses(self._db, self.posts_per_page)

    @property
    def manifest(self) -> Manifest:
        """What of the archive is on the site, and what is stale there."""
        return Manifest(self._db)

    def stats(self) -> Stats:
        """The whole archive in figures."""
        return figures.stats(self._db)

    def sources(self) -> tuple[SourceRow, ...]:
        """The dumps that the posts came from, by name."""
        return figures.sources(self._db)

    def boards(self) -> tuple[BoardRow, ...]:
        """The outermost boards, each with those inside it, by title."""
        return self._tree

    def board(self, key: str) -> BoardRow | None:
        """The board *key*, wherever in the tree it is."""
        return self._boards.get(key)

    def topics(self) -> tuple[TopicRow, ...]:
        """The tags by name or, when there is none, the boards that hold threads, in their order."""
        return tuple(self._topics.values())

    def topic(self, key: str) -> TopicRow | None:
        """The topic *key*."""
        return self._topics.get(key)

    def threads(
        self,
        *,
        board: str | None = None,
        topic: str | None = None,
        gappy: bool = False,
        order: Literal["last", "first", "posts", "views", "authors"] = "last",
        offset: int = 0,
        limit: int = -1,
    ) -> Iterator[ThreadRow]:
        """All threads, or those of one board or topic; `board=""` gives those outside any.

        *gappy* leaves those of which something is known to be missing.
        """
        found = self._topics.get(topic) if topic is not None else None
        if found and found.kind == "board":
            board, topic = topic, None
        conditions = [OUTSIDE if board == "" else IN_BOARD] if board is not None else []
        conditions += [TAGGED] if topic is not None else []
        conditions += [GAPPY] if gappy else []
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        values = {"board": board, "topic": topic, "limit": limit, "offset": offset}
        query = f"{THREADS} {where} ORDER BY {THREAD_ORDERS[order]} {PAGE}"
        return shapes.threads(self._db.execute(query, values))

    def thread_row(self, key: str) -> ThreadRow | None:
        """The thread *key* without its posts."""
        return next(shapes.threads(self._db.execute(f"{THREADS} WHERE t.key = ?", (key,))), None)

    def thread(self, key: str) -> Thread:
        """The whole thread *key*, read from its file; `BuildError` if that is another by now."""
        query = "SELECT path, digest FROM thread WHERE key = ?"
        found = self._db.execute(query, (key,)).fetchone()
        if not found:
            raise ContentError(f"{self.content}: no file holds a thread {key}")
        path = self.content / found[0]
        text = content.read_text(path)
        if facts.digest(text) != found[1]:
            raise BuildError(f"{path}: changed while the site was being built; build again")
        return content.load(text, str(path))

    def posts(self, thread: str) -> tuple[PostRow, ...]:
        """A row for each post of *thread*, in the same order as `Thread.posts`."""
        rows = self._db.execute(f"{IN_THREAD} ORDER BY p.row", {"thread": thread})
        return tuple(shapes.posts(rows, self.posts_per_page))

    def shown(self, thread: str, *, offset: int = 0, limit: int = -1) -> Iterator[Shown]:
        """What the page of *thread* shows of its posts, in their order."""
        rows = self._db.execute(SHOWN, (thread, limit, offset))
        return (decode(data) for (data,) in rows)

    def documents(self, thread: str) -> tuple[Source, ...]:
        """The documents that *thread* was read from."""
        return tuple(
            Source(dump, name, engine, shapes.date(captured))
            for dump, name, engine, captured in self._db.execute(DOCUMENTS, (thread,))
        )

    def poll(self, thread: str) -> Poll | None:
        """The poll of *thread*."""
        found = self._db.execute("SELECT poll FROM thread WHERE key = ?", (thread,)).fetchone()
        return shapes.decode_poll(found[0]) if found and found[0] else None

    def newest(self, limit: int, *, board: str = "") -> Iterator[PostRow]:
        """The newest posts that have a date, of all or of the very *board*, newest first."""
        where = NEWEST_IN_BOARD if board else NEWEST
        return self._posts(where, limit=limit, board=board)

    def authors(
        self, *, order: Literal["posts", "name", "last"] = "posts", offset: int = 0, limit: int = -1
    ) -> Iterator[AuthorRow]:
        """Everyone who wrote a post."""
        query = f"{AUTHORS} ORDER BY {AUTHOR_ORDERS[order]} {PAGE}"
        return shapes.authors(self._db.execute(query, {"limit": limit, "offset": offset}))

    def author(self, key: str) -> AuthorRow | None:
        """The author *key*."""
        return next(shapes.authors(self._db.execute(f"{AUTHORS} WHERE a.key = ?", (key,))), None)

    def posts_by(self, author: str, *, offset: int = 0, limit: int = -1) -> Iterator[PostRow]:
        """Newest first; posts without a date come last."""
        condition = f"{BY_AUTHOR} ORDER BY p.created DESC, t.key, p.number {PAGE}"
        return self._posts(condition, author=author, limit=limit, offset=offset)

    def threads_by(self, author: str, *, offset: int = 0, limit: int = -1) -> Iterator[ThreadRow]:
        """The threads that *author* started, the last one first."""
        query = f"{THREADS} WHERE s.key = :author ORDER BY t.first DESC, t.key {PAGE}"
        values = {"author": author, "limit": limit, "offset": offset}
        return shapes.threads(self._db.execute(query, values))

    def quoted_by(self, thread: str) -> dict[str, tuple[PostRow, ...]]:
        """For each post of *thread* that others quote or answer, by id: those others, in order."""
        quoting: defaultdict[str, list[PostRow]] = defaultdict(list)
        for post, *row in self._db.execute(ANSWERS, {"thread": thread}):
            quoting[post].extend(shapes.posts([tuple(row)], self.posts_per_page))
        return {post: tuple(rows) for post, rows in quoting.items()}

    def ghosts(self, thread: str) -> dict[str, str | None]:
        """Posts that *thread* knows from quotes and answers only: id, and whose it was."""
        return dict(self._db.execute(GHOSTS, (thread,)).fetchall())

    @cached_property
    def finder(self) -> Finder:
        """What finds things by what the forum called them."""
        return Finder(self._db, self._posts)

    def _posts(self, condition: str, **values: str | int) -> Iterator[PostRow]:
        rows = self._db.execute(f"{POSTS} {condition}", values)
        return shapes.posts(rows, self.posts_per_page)

    @cached_property
    def _tree(self) -> tuple[BoardRow, ...]:
        return figures.tree(self._db)

    @cached_property
    def _boards(self) -> dict[str, BoardRow]:
        return {board.key: board for board in figures.flat(self._tree)}

    @cached_property
    def _topics(self) -> dict[str, TopicRow]:
        topics = figures.topics(self._db, self._tree)
        return {topic.key: topic for topic in topics}
