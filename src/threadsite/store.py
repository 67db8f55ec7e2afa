"""The content folder: which file a thread or an author lives in, written without loss.

The file that holds a thread is found by the thread's id in its header, wherever a person moved or
renamed it. A file that a person edited is never written.
"""

from __future__ import annotations

import os
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from threadsite import content, slugs
from threadsite.content import AuthorPage
from threadsite.errors import ContentError
from threadsite.markup.addresses import rebased
from threadsite.model import Author, Thread

Identity = tuple[str, str]
"""Forum and id."""


class Written(StrEnum):
    """What became of a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    EDITED = "edited"


class Store:
    """The files of a content folder, by the identity of what they hold."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._threads: dict[Identity, Path] = {}
        self._authors: dict[Identity, Path] = {}
        self._stems: set[str] = set()
        for path in content.thread_files(folder):
            header = content.read_header(path)
            self._add_thread((header.forum, header.id), path)
        for path in content.author_files(folder):
            page = content.read_author(path)
            self._authors[page.forum, page.author.id] = path
        self._author_stems = {path.stem for path in self._authors.values()}

    def thread(self, forum: str, id: str) -> tuple[Thread, bool] | None:  # noqa: A002
        """The thread as its file has it and whether a person edited it; None without a file.

        Its links to kept files are relative to the content folder.
        """
        path = self._threads.get((forum, id))
        if path is None:
            return None
        text = content.read_text(path)
        return _rebased(content.load(text, str(path)), 0), content.edited(text)

    def put_thread(self, thread: Thread) -> tuple[Path, Written]:
        """Write *thread* to its file, from where its links then lead to kept files."""
        path = self._threads.get((thread.forum, thread.id))
        if path is None:
            path = self._new_thread(thread)
            self._add_thread((thread.forum, thread.id), path)
        depth = len(path.relative_to(self.folder).parts) - 1
        return path, _write(path, content.dump(_rebased(thread, depth)))

    def put_author(self, page: AuthorPage) -> tuple[Path, Written]:
        """Write *page* to its file."""
        identity = (page.forum, page.author.id)
        path = self._authors.get(identity)
        if path is None:
            path = self.folder / "authors" / f"{self._new_author(page.author, page.forum)}.md"
            self._authors[identity] = path
            self._author_stems.add(path.stem)
        return path, _write(path, content.dump_author(page))

    def _add_thread(self, identity: Identity, path: Path) -> None:
        held = self._threads.setdefault(identity, path)
        if held != path:
            raise ContentError(
                f"{path}: holds thread {identity[1]} of {identity[0]}, as {held} does;"
                " join the two files or give one of them another id"
            )
        self._stems.add(path.stem)

    def _new_thread(self, thread: Thread) -> Path:
        title = slugs.slug(thread.title)
        stem = "-".join(part for part in (slugs.key(thread.id), title) if part)
        if stem in self._stems:
            stem = f"{slugs.key(thread.id, thread.forum)}-{title}".strip("-")
        boards = [slugs.slug(board) or slugs.key(board) for board in thread.board]
        return self.folder.joinpath("threads", *map(_harmless, boards), f"{stem}.md")

    def _new_author(self, author: Author, forum: str) -> str:
        stem = author_stem(author)
        return author_stem(author, forum) if stem in self._author_stems else stem


def author_stem(author: Author, forum: str = "") -> str:
    """The name of the file, and of the page, of *author*: id and name."""
    name = slugs.slug(author.name or "")
    # An id of ours says no more than the name does; the mark in its key sets it apart.
    key = slugs.key(author.id, forum)
    if ":" in author.id:
        return "-".join(part for part in (name[:60].strip("-"), key.rpartition("-")[2]) if part)
    return "-".join(part for part in (key, name) if part)


def write_whole(path: Path, text: str) -> None:
    """Write *text* to *path* whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _rebased(thread: Thread, depth: int) -> Thread:
    """*thread* with its links to kept files as they read *depth* folders below `content/`."""
    posts = tuple(
        replace(post, body=rebased(post.body, depth), signature=rebased(post.signature, depth))
        for post in thread.posts
    )
    return replace(thread, posts=posts)


def _write(path: Path, text: str) -> Written:
    if path.exists():
        held = content.read_text(path)
        if held == text:
            return Written.UNCHANGED
        if content.edited(held):
            return Written.EDITED
    write_whole(path, text)
    return Written.WRITTEN


def _harmless(name: str) -> str:
    return f"{name}-board" if name in slugs.DEVICES else name
