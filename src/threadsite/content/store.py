"""The content folder: which file a thread or an author lives in, written without loss.

The file that holds a thread is found by the thread's id in its header, wherever a person moved or
renamed it. A file that a person edited is never written.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from threadsite import content, slugs
from threadsite.content import AuthorPage, boards
from threadsite.disk import write_whole
from threadsite.errors import ContentError
from threadsite.markup.addresses import rebased
from threadsite.model import Author, Board, Thread

THREAD, AUTHOR = "thread", "author"
TABLES = """
CREATE TABLE IF NOT EXISTS held (
    kind TEXT, forum TEXT, id TEXT, path TEXT, stem TEXT, state TEXT, fresh INTEGER, there INTEGER,
    PRIMARY KEY (kind, forum, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS held_by_path ON held (path);
CREATE INDEX IF NOT EXISTS held_by_stem ON held (kind, stem);
"""


class Written(StrEnum):
    """What became of a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Held:
    """A thread as its file has it; its links to kept files are relative to the content folder."""

    thread: Thread
    text: str
    edited: bool
    """Whether a person did."""


class Store:
    """The files of a content folder, by the identity of what they hold.

    What they hold is kept in *db*; a file that is as it was is not looked into again.
    """

    def __init__(self, folder: Path, db: sqlite3.Connection | None = None) -> None:
        self.folder = folder
        self._db = db or sqlite3.connect("", isolation_level=None)
        # A script would end the transaction that is open.
        for statement in filter(str.strip, TABLES.split(";")):
            self._db.execute(statement)
        self._db.execute("UPDATE held SET there = 0")
        for path in content.thread_files(folder):
            self._meet(THREAD, path)
        for path in content.author_files(folder):
            self._meet(AUTHOR, path)
        changed = self._db.execute("SELECT DISTINCT kind FROM held WHERE fresh OR NOT there")
        self.changed = frozenset(kind for (kind,) in changed)
        """The kinds of files of which any is not as this or another store left it."""
        self._db.execute("DELETE FROM held WHERE NOT there")

    def path(self, kind: str, forum: str, id: str) -> str | None:  # noqa: A002
        """The file of a thread or an author, below the folder."""
        row = self._db.execute(
            "SELECT path FROM held WHERE (kind, forum, id) = (?, ?, ?)", (kind, forum, id)
        ).fetchone()
        return row and str(row[0])

    def thread(self, forum: str, id: str) -> tuple[Thread, bool] | None:  # noqa: A002
        """The thread as its file has it and whether a person edited it; None without a file."""
        path = self.path(THREAD, forum, id)
        found = held(self.folder, path) if path else None
        return (found.thread, found.edited) if found else None

    def put_text(
        self,
        forum: str,
        id: str,  # noqa: A002
        title: str,
        board: Sequence[str],
        text: str,
    ) -> tuple[Path, Written]:
        """Write *text* to the file of a thread."""
        path = self.path(THREAD, forum, id) or self._new_thread(forum, id, title, board)
        return self._put(THREAD, forum, id, path, text)

    def put_author(self, page: AuthorPage) -> tuple[Path, Written]:
        """Write *page* to its file."""
        author, forum = page.author, page.forum
        path = self.path(AUTHOR, forum, author.id)
        path = path or f"authors/{self._new_author(author, forum)}.md"
        return self._put(AUTHOR, forum, author.id, path, content.dump_author(page))

    def put_boards(
        self, told: Iterable[Board], dumps: Collection[str]
    ) -> tuple[Written, int] | None:
        """Write what *dumps* say of boards, *told*, beside what others said, and how many were too
        many for the file; None where there is nothing to say, and never was."""
        held = boards.read(self.folder)
        said = boards.merged(held, told, dumps)
        if not said and not held:
            return None
        text, left = boards.dump(said)
        return _write(self.folder / boards.FILE, text), left

    def drop(self, kind: str, forum: str, id: str) -> None:  # noqa: A002
        """Delete the file of a thread or an author, unless a person edited it."""
        path = self.path(kind, forum, id)
        if path and not content.edited(content.read_text(self.folder / path)):
            (self.folder / path).unlink()
            self._db.execute("DELETE FROM held WHERE path = ?", (path,))

    def settle(self) -> None:
        """Take all files as they are now for known."""
        self._db.execute("UPDATE held SET fresh = 0 WHERE fresh")

    def _put(
        self,
        kind: str,
        forum: str,
        id: str,  # noqa: A002
        path: str,
        text: str,
    ) -> tuple[Path, Written]:
        place = self.folder / path
        written = _write(place, text)
        self._db.execute(
            "INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?, ?, ?, 0, 1)",
            (kind, forum, id, path, place.stem, _state(place)),
        )
        return place, written

    def _meet(self, kind: str, path: Path) -> None:
        """Find out what the file at *path* holds, if it is not as it was."""
        name, state = path.relative_to(self.folder).as_posix(), _state(path)
        known = self._db.execute(
            "UPDATE held SET there = 1 WHERE (path, kind, state) = (?, ?, ?)", (name, kind, state)
        )
        if known.rowcount:
            return
        forum, id_ = _identity(kind, path)
        held = self._db.execute(
            "SELECT path, there FROM held WHERE (kind, forum, id) = (?, ?, ?)", (kind, forum, id_)
        ).fetchone()
        if held and held[1] and held[0] != name:
            self._twice(kind, path, self.folder / held[0], forum, id_)
        self._db.execute(
            "INSERT OR REPLACE INTO held VALUES (?, ?, ?, ?, ?, ?, 1, 1)",
            (kind, forum, id_, name, path.stem, state),
        )

    def _twice(self, kind: str, path: Path, held: Path, forum: str, id_: str) -> None:
        if kind == THREAD:
            raise ContentError(
                f"{path}: holds thread {id_} of {forum}, as {held} does;"
                " join the two files or give one of them another id"
            )

    def _new_thread(self, forum: str, id_: str, title: str, board: Sequence[str]) -> str:
        words = slugs.slug(title)
        stem = "-".join(part for part in (slugs.key(id_), words) if part)
        if self._taken(THREAD, stem):
            stem = f"{slugs.key(id_, forum)}-{words}".strip("-")
        boards = [slugs.slug(one) or slugs.key(one) for one in board]
        return "/".join(("threads", *map(_harmless, boards), f"{stem}.md"))

    def _new_author(self, author: Author, forum: str) -> str:
        stem = author_stem(author)
        return author_stem(author, forum) if self._taken(AUTHOR, stem) else stem

    def _taken(self, kind: str, stem: str) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM held WHERE (kind, stem) = (?, ?) LIMIT 1", (kind, stem)
        )
        return found.fetchone() is not None


def author_stem(author: Author, forum: str = "") -> str:
    """The name of the file, and of the page, of *author*: id and name."""
    name = slugs.slug(author.name or "")
    # An id of ours says no more than the name does; the mark in its key sets it apart.
    key = slugs.key(author.id, forum)
    if ":" in author.id:
        return "-".join(part for part in (name[:60].strip("-"), key.rpartition("-")[2]) if part)
    return "-".join(part for part in (key, name) if part)


def held(folder: Path, path: str) -> Held:
    """The thread in the file at *path* below *folder*."""
    text = content.read_text(folder / path)
    thread = content.load(text, str(folder / path))
    return Held(rebased_to(thread, 0), text, content.edited(text))


def depth(path: str | None, board: Sequence[str]) -> int:
    """How many folders below `content/` the file of a thread is: at *path*, else by its *board*."""
    return path.count("/") if path else 1 + len(board)


def rebased_to(thread: Thread, depth: int) -> Thread:
    """*thread* with its links to kept files as they read *depth* folders below `content/`."""
    posts = tuple(
        replace(post, body=rebased(post.body, depth), signature=rebased(post.signature, depth))
        for post in thread.posts
    )
    return replace(thread, posts=posts)


def _identity(kind: str, path: Path) -> tuple[str, str]:
    """Forum and id of what the file at *path* holds."""
    if kind == THREAD:
        header = content.read_header(path)
        return header.forum, header.id
    page = content.read_author(path)
    return page.forum, page.author.id


def _state(path: Path) -> str:
    """What tells one state of the file at *path* from another without reading it."""
    found = content.stat(path)
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _write(path: Path, text: str) -> Written:
    if path.exists():
        found = content.read_text(path)
        if found == text:
            return Written.UNCHANGED
        if content.edited(found):
            return Written.EDITED
    write_whole(path, text.encode())
    return Written.WRITTEN


def _harmless(name: str) -> str:
    return f"{name}-board" if name in slugs.DEVICES else name
