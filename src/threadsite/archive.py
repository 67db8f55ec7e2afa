"""The archive: what content holds, as questions that pages ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol

from threadsite.model import Thread
from threadsite.rows import (
    AuthorRow,
    BoardRow,
    PostRow,
    SourceRow,
    Stats,
    ThreadRow,
    TopicRow,
)

ThreadOrder = Literal["last", "first", "posts"]
AuthorOrder = Literal["posts", "name", "last"]


class Archive(Protocol):
    """An open archive; a context manager."""

    @classmethod
    def open(
        cls, content: Path, *, index: Path | None = None, posts_per_page: int = 100
    ) -> Archive:
        """The archive of the folder *content*, indexed in the file *index* or in memory."""

    def close(self) -> None: ...
    def __enter__(self) -> Archive: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def stats(self) -> Stats: ...
    def boards(self) -> tuple[BoardRow, ...]:
        """The outermost boards, each with those inside it."""

    def board(self, key: str) -> BoardRow | None: ...
    def topics(self) -> tuple[TopicRow, ...]:
        """By name."""

    def topic(self, key: str) -> TopicRow | None: ...

    def threads(
        self,
        *,
        board: str | None = None,
        topic: str | None = None,
        order: ThreadOrder = "last",
        offset: int = 0,
        limit: int = -1,
    ) -> Iterator[ThreadRow]:
        """All threads, or those of one board or topic; `board=""` gives those outside any board."""

    def thread_row(self, key: str) -> ThreadRow | None: ...
    def thread(self, key: str) -> Thread:
        """The whole thread, read from its file."""

    def posts(self, thread: str) -> tuple[PostRow, ...]:
        """One row for each post of the thread, in the same order as `Thread.posts`."""

    def newest(self, limit: int) -> Iterator[PostRow]:
        """Posts with dates, newest first."""

    def authors(
        self, *, order: AuthorOrder = "posts", offset: int = 0, limit: int = -1
    ) -> Iterator[AuthorRow]: ...
    def author(self, key: str) -> AuthorRow | None: ...
    def posts_by(self, author: str, *, offset: int = 0, limit: int = -1) -> Iterator[PostRow]:
        """Newest first, those without date last."""

    def threads_by(self, author: str, *, offset: int = 0, limit: int = -1) -> Iterator[ThreadRow]:
        """The threads that the author started, newest first."""

    def quoted_by(self, thread: str) -> dict[str, tuple[PostRow, ...]]:
        """For each quoted or answered post of the thread, by id: the posts that do so."""

    def find_post(self, forum: str, id: str, thread: str | None = None) -> PostRow | None:  # noqa: A002
        """The post *id*: of the thread when it has one, else the only one of the forum."""

    def years(self) -> tuple[tuple[int, int], ...]:
        """Each year and its number of posts, in order."""

    def sources(self) -> tuple[SourceRow, ...]:
        """The dumps, by name."""
