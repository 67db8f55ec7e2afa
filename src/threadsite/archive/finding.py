"""What an id or an old address means."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from threadsite import installs, urls
from threadsite.archive.tables import HOLDERS, HOSTS, OLD_AUTHOR, OLD_BOARD, OLD_POST, OLD_THREAD
from threadsite.references import Reference, reference
from threadsite.rows import PostRow

FIRST_OF_ID = """
WHERE t.key = :thread AND p.row =
  (SELECT min(row) FROM post WHERE id = :id AND forum = t.forum AND thread = t.id)
"""
FIRST_OF_THREAD = "WHERE t.key = :thread AND p.row = (t.id << 32) + 1"


class Finder:
    """Finds posts in an index; *posts* gives the rows that fit a condition."""

    def __init__(self, db: sqlite3.Connection, posts: Callable[..., Iterator[PostRow]]) -> None:
        self._db = db
        self._posts = posts

    def post(self, forum: str, id: str, thread: str | None = None) -> PostRow | None:  # noqa: A002
        """The post *id* of *thread*, else of the forum if only one of its threads has it."""
        found = self._post_in(thread, id) if thread else None
        if found:
            return found
        holders = self._db.execute(HOLDERS, (id, forum)).fetchall()
        return self._post_in(holders[0][0], id) if len(holders) == 1 else None

    def address(self, url: str) -> PostRow | None:
        """The post that *url*, an old address of the forum, means; of a thread the first one."""
        meant, forum = self._meant(url)
        return self._conversation(meant, forum) if meant and forum else None

    def author(self, url: str) -> str | None:
        """The key of the author that *url* means."""
        meant, forum = self._meant(url)
        named = meant.author if meant else None
        key: str | None = self._only(OLD_AUTHOR, forum=forum, name=named) if named else None
        return key

    def page(self, url: str) -> str | None:
        """Where on the site that stands which *url*, an old address of the forum, means."""
        meant, forum = self._meant(url)
        if meant is None or forum is None:
            return None
        if meant.author:
            key = self._only(OLD_AUTHOR, forum=forum, name=meant.author)
            return urls.author(key) if key else None
        if meant.board:
            key = self._only(OLD_BOARD, forum=forum, name=meant.board)
            return urls.board(key) if key else None
        post = self._conversation(meant, forum)
        return urls.post(post) if post else None

    def _meant(self, url: str) -> tuple[Reference | None, str | None]:
        """What *url* means, and of which forum."""
        meant = reference(url)
        return meant, self._forum(url, meant.host) if meant else None

    def _conversation(self, meant: Reference, forum: str) -> PostRow | None:
        thread = self._only(OLD_THREAD, forum=forum, name=meant.thread) if meant.thread else None
        if (meant.thread and not thread) or not (meant.thread or meant.post):
            return None
        if not meant.post:
            return next(self._posts(FIRST_OF_THREAD, thread=thread), None)
        row = self._only(OLD_POST, forum=forum, name=meant.post, thread=thread)
        return next(self._posts("WHERE p.row = :row", row=row), None) if row else None

    def _forum(self, url: str, host: str) -> str | None:
        """The forum that *url* is of; of several at a *host*, the one in its folder."""
        known = self._forums.get(host, set())
        own = installs.forum(url)
        return next(iter(known)) if len(known) == 1 else own if own in known else None

    @cached_property
    def _forums(self) -> dict[str, set[str]]:
        """The forums at each host: two may have the same numbers."""
        forums = defaultdict(set)
        for name, forum in self._db.execute(HOSTS):
            forums[name].add(str(forum))
        return forums

    def _only(self, query: str, **values: str | None) -> Any:
        """What *query* gives, if that is one thing."""
        found = self._db.execute(query, values).fetchall()
        return found[0][0] if len(found) == 1 else None

    def _post_in(self, thread: str, id: str) -> PostRow | None:  # noqa: A002
        return next(self._posts(FIRST_OF_ID, id=id, thread=thread), None)
