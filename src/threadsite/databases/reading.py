"""Threads out of a forum's database, of what everybody might read; the rest is only counted."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from urllib.parse import quote, urlsplit

from threadsite.databases.names import shown
from threadsite.databases.software import Software

Cell = int | str | bytes | None
Json = dict[str, object]
Ask = Callable[..., Iterator[dict[str, Cell]]]
"""Takes a question and the id of a thread, gives the rows that answer it."""

UNHELD = "of threads that the dump does not hold"
UNKNOWN = "in a board that the dump does not hold, which may be for nobody"
UNPLACED = "of threads whose board is cut off, where some boards are not for everybody"
NO_HOST = frozenset(("", "localhost", "127.0.0.1", "::1"))
DEEPEST = 50
"""Boards within boards; more are a circle."""
MOST_DIGITS = 19
"""Of a number of votes."""


class Reader:
    """Reads the threads of one forum."""

    def __init__(self, software: Software, ask: Ask, cut: bool, place: str) -> None:
        self.left: Counter[str] = Counter()
        """How many posts of threads that are not yielded were left out, and why."""
        self._shown: dict[str, None] = {}
        """The boards of threads that were yielded, and those around them."""
        self._software = software
        self._ask = ask
        self._cut = cut
        self._place = place

    def threads(self) -> Iterator[Json]:
        """The threads that have posts for everybody, as `sources.sql` describes them."""
        for row in self._ask(self._software.threads):
            yield from self._thread(row, self._shut(row))
        for row in self._ask(self._software.orphans):
            # Of a thread whose own row was cut off, its posts tell; else it was deleted.
            yield from self._thread(row, self._orphaned(row) if self._cut else UNHELD)

    def head(self) -> Json:
        """What each document begins with."""
        return {
            "database": self._software.name,
            "markup": self._software.markup,
            "escaped": self._software.escaped,
            "forum": self._forum,
            "base": self._base,
        }

    def boards(self) -> Iterator[Json]:
        """What is said of the boards of the threads that were yielded, as `sources.sql` describes
        it: a board without any may be for nobody, and no permission says so."""
        # What is cut off may say that a board is not for everybody.
        for board in [*self._shown] if not self._cut else ():
            titles, shut = self._board(board)
            row = self._boards[board]
            # Groups of boards, which some software keeps apart, had no page.
            url = self._at(row) or (self._url("board", board=board) if board.isdecimal() else None)
            if titles and not shut and (row["description"] or url):
                description, mark = str(row["description"] or ""), row.get("mark")
                yield {"path": titles, "description": description, "mark": mark, "url": url}

    def _shut(self, row: dict[str, Cell]) -> str:
        """Why nobody may read the thread *row*; empty if all may."""
        if row["shut"]:
            return str(row["shut"])
        if row["board"] is None:
            return "" if self._some_open else UNPLACED
        return self._board(row["board"])[1]

    def _orphaned(self, row: dict[str, Cell]) -> str:
        """The same of a thread whose own row is cut off."""
        if row["board"] is None and not self._all_open:
            return UNPLACED
        return self._shut(row)

    def _thread(self, row: dict[str, Cell], shut: str) -> Iterator[Json]:
        thread = row["id"]
        if thread is None:
            return
        left: Counter[str] = Counter()
        posts = []
        for post in self._ask(self._software.posts, thread):
            if reason := shut or post["shut"]:
                left[str(reason)] += 1
            else:
                posts.append(self._post(post, thread))
        if not posts:
            self.left += left
            return
        self._show(row["board"])
        files = self._files(thread)
        yield self.head() | {
            "thread": self._header(row),
            "posts": [{**post, "attachments": files.get(str(post["id"]), [])} for post in posts],
            "left_out": left,
        }

    def _show(self, board: Cell) -> None:
        key = str(board)
        while key in self._boards and key not in self._shown:
            self._shown[key] = None
            key = str(self._boards[key]["parent"])

    def _header(self, row: dict[str, Cell]) -> Json:
        thread = row["id"]
        title = self._words(row["title"]).removeprefix("Re: ")
        tags = [self._words(row.get("prefix"))]
        for tag in self._ask(self._software.tags, thread):
            tags += self._words(tag["tag"]).split(",")
        return {
            "id": _id(thread),
            "title": title or f"#{_id(thread)}",
            "board": self._board(row["board"])[0],
            "tags": list(dict.fromkeys(tag.strip() for tag in tags if tag.strip())),
            "url": self._at(row) or self._url("thread", thread=thread),
            "locked": row.get("locked") == 1,
            "sticky": bool(row.get("sticky")),
            "views": row.get("views"),
            "replies": row.get("replies"),
            "poll": self._poll(thread),
        }

    def _post(self, row: dict[str, Cell], thread: Cell) -> Json:
        return {
            "id": str(row["id"]),
            "title": self._words(row.get("subject")),
            "author": {
                "id": str(row["author"] or 0),
                "name": shown(self._words(row["name"])),
                "title": self._words(row["title"]),
                "guest": bool(row["guest"]) or not row["author"],
                "url": self._at(row, "profile") or self._url("author", author=row["author"]),
            },
            "created": row["created"],
            "edited": row["edited"],
            "body": str(row["body"] or ""),
            "mark": row["mark"],
            "reply_to": str(row["reply_to"]) if row["reply_to"] else None,
            "likes": row.get("likes"),
            "url": self._at(row) or self._url("post", thread=thread, post=row["id"]),
        }

    def _files(self, thread: Cell) -> dict[str, list[Json]]:
        files: dict[str, list[Json]] = {}
        for row in self._ask(self._software.files, thread):
            name = self._words(row["name"])
            file: Json = {
                "id": str(row["id"]),
                "name": name,
                "url": self._url("file", file=row["id"]),
                "stored": row.get("stored"),
            }
            files.setdefault(str(row["post"]), []).append(file)
        return files

    def _poll(self, thread: Cell) -> Json | None:
        for row in self._ask(self._software.poll, thread):
            choices = [
                [text, votes]
                for choice in self._ask(self._software.choices, thread)
                for text, votes in self._choices(choice)
            ]
            question = self._words(row["question"])
            return {"question": question, "voters": row["voters"], "choices": choices}
        return None

    def _choices(self, row: dict[str, Cell]) -> Iterator[tuple[str, Cell]]:
        separator = self._software.separator
        if not separator:
            yield self._words(row["text"]), row["votes"]
            return
        texts = str(row["text"] or "").split(separator)
        votes = str(row["votes"] or "").split(separator)
        for text, count in zip(texts, votes + [""] * len(texts), strict=False):
            whole = count.isascii() and count.isdigit() and len(count) < MOST_DIGITS
            yield self._words(text), int(count) if whole else None

    def _words(self, cell: Cell) -> str:
        words = str(cell) if cell is not None else ""
        return " ".join((html.unescape(words) if self._software.escaped else words).split())

    @cached_property
    def _boards(self) -> dict[str, dict[str, Cell]]:
        return {str(row["id"]): row for row in self._ask(self._software.boards)}

    @cached_property
    def _all_open(self) -> bool:
        return bool(self._boards) and not any(row["shut"] for row in self._boards.values())

    @cached_property
    def _some_open(self) -> bool:
        return not all(self._board(board)[1] for board in self._boards)

    def _board(self, board: Cell) -> tuple[list[str], str]:
        """The titles of *board* from the outermost one, and why nobody may read in it."""
        titles: list[str] = []
        shut: Cell = None
        key = str(board)
        while (row := self._boards.get(key)) and len(titles) < DEEPEST:
            titles.insert(0, self._words(row["title"]))
            shut = shut or row["shut"]
            key = str(row["parent"])
        if key not in self._boards and key.isdecimal() and key != "0":
            shut = shut or UNKNOWN
        return [title for title in titles if title], str(shut or "")

    @cached_property
    def _base(self) -> str | None:
        """Where the forum was, when the database tells."""
        for row in self._ask(self._software.address):
            address = str(next(iter(row.values())) or "").strip().strip('"').replace("\\/", "/")
            try:
                parts = urlsplit(address)
                host = parts.hostname or ""
            except ValueError:
                return None
            if parts.scheme in ("http", "https") and host not in NO_HOST:
                return address.rstrip("/") + "/"
        return None

    @property
    def _forum(self) -> str:
        parts = urlsplit(self._base or "")
        host = (parts.hostname or "").removeprefix("www.")
        return host + parts.path.rstrip("/") if host else self._place

    def _at(self, row: dict[str, Cell], column: str = "place") -> str | None:
        """The address that a question gives itself."""
        place = row.get(column)
        return self._base + quote(str(place), safe="/%?=&#") if self._base and place else None

    def _url(self, kind: str, **ids: Cell) -> str | None:
        form = (self._software.urls or {}).get(kind)
        return self._base + form.format(**ids) if self._base and form else None


def _id(cell: Cell) -> str:
    return str(cell) if isinstance(cell, int) else ""
