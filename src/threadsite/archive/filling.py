"""Threads on their way into an index and out of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from threadsite.archive.facts import ThreadFacts
from threadsite.archive.reach import Reach
from threadsite.archive.tables import PLACES
from threadsite.errors import ContentError
from threadsite.model import Author

Stamp = tuple[int, int]
"""Size and nanoseconds of the last change: by these a file is taken for one that is known."""

FORGET = (
    "DELETE FROM post WHERE row BETWEEN :first AND :last",
    "DELETE FROM shown WHERE row BETWEEN :first AND :last",
    "DELETE FROM words WHERE row BETWEEN :first AND :last",
    "DELETE FROM answer WHERE by BETWEEN :first AND :last",
    "DELETE FROM reference WHERE row BETWEEN :first AND :last",
    "DELETE FROM told WHERE thread = :thread",
    "DELETE FROM tagged WHERE thread = :thread",
    "DELETE FROM pointer WHERE thread = :thread",
    "DELETE FROM document WHERE thread = :thread",
    "DELETE FROM thread WHERE id = :thread",
)


def forget(db: sqlite3.Connection, thread: int, reach: Reach) -> None:
    """Take *thread* out of the index."""
    reach.note(thread)
    first = thread << PLACES
    rows = {"thread": thread, "first": first, "last": first + (1 << PLACES) - 1}
    for statement in FORGET:
        db.execute(statement, rows)


def add_thread(
    db: sqlite3.Connection, folder: Path, facts: ThreadFacts, stamp: Stamp, row: int | None
) -> int:
    """Put a thread into the index, as *row* if it was there before; its row."""
    assert facts.row is not None
    forum = str(facts.row["forum"])
    authors = [_author(db, forum, author) for author in facts.authors]
    people = [authors[post.author] for post in facts.posts]
    fields = {
        **facts.row,
        "id": row,
        "path": facts.path,
        "size": stamp[0],
        "changed": stamp[1],
        "digest": facts.digest,
        "forum": _forum(db, forum),
        "authors": len(set(people)),
        "starter": people[0] if people else None,
        "last_author": people[facts.newest] if facts.newest is not None else None,
    }
    marks = ", ".join(f":{name}" for name in fields)
    try:
        cursor = db.execute(f"INSERT INTO thread ({', '.join(fields)}) VALUES ({marks})", fields)  # noqa: S608
    except sqlite3.IntegrityError:
        raise _same_name(db, folder, facts.path, fields["key"]) from None
    assert cursor.lastrowid is not None
    _add_parts(db, cursor.lastrowid, facts, authors)
    _add_posts(db, cursor.lastrowid, fields["forum"], facts, people)
    return cursor.lastrowid


def _same_name(db: sqlite3.Connection, folder: Path, path: str, key: object) -> ContentError:
    (other,) = db.execute("SELECT path FROM thread WHERE key = ?", (key,)).fetchone()
    return ContentError(
        f"{folder / path}: {folder / other} has the same name, and with it the same"
        " address; rename one of them"
    )


def withhold(db: sqlite3.Connection, path: str, files: Iterable[str]) -> None:
    """Remember that what was taken down of the file at *path* names kept *files*, and no others."""
    db.execute("DELETE FROM withheld WHERE path = ?", (path,))
    db.executemany("INSERT INTO withheld VALUES (?, ?)", ((path, name) for name in files))


def _add_parts(db: sqlite3.Connection, thread: int, facts: ThreadFacts, authors: list[int]) -> None:
    told = (
        (row, thread, place, *author_fields(author)[1:])
        for place, (row, author) in enumerate(zip(authors, facts.authors, strict=True))
    )
    db.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", told)
    tags = ((folded, thread, name) for folded, name in facts.tags)
    db.executemany("INSERT OR IGNORE INTO tagged VALUES (?, ?, ?)", tags)
    documents = ((thread, place, *document) for place, document in enumerate(facts.documents))
    db.executemany("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)", documents)
    pointers = ((name, thread) for post in facts.posts for name in post.pointers)
    db.executemany("INSERT OR IGNORE INTO pointer VALUES (?, ?)", pointers)


def _add_posts(
    db: sqlite3.Connection, thread: int, forum: object, facts: ThreadFacts, people: list[int]
) -> None:
    rows = list(enumerate(facts.posts, (thread << PLACES) + 1))
    db.executemany(
        "INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (row, thread, number, forum, author, *post.row)
            for number, ((row, post), author) in enumerate(zip(rows, people, strict=True), 1)
        ),
    )
    db.executemany("INSERT INTO shown VALUES (?, ?)", ((row, post.shown) for row, post in rows))
    db.executemany(
        "INSERT INTO words VALUES (?, ?, ?)", ((row, post.own, post.quoted) for row, post in rows)
    )
    db.executemany(
        "INSERT INTO reference VALUES (?, ?, ?, ?, ?)",
        (
            (row, target, author, forum, near)
            for row, post in rows
            for target, author, near in post.references
        ),
    )


def _author(db: sqlite3.Connection, forum: str, author: Author) -> int:
    """The row of *author*."""
    query = "SELECT id FROM author WHERE forum = ? AND known = ?"
    found = db.execute(query, (forum, author.id)).fetchone()
    if not found:
        insert = "INSERT INTO author (forum, known) VALUES (?, ?) RETURNING id"
        found = db.execute(insert, (forum, author.id)).fetchone()
    row: int = found[0]
    return row


def author_fields(author: Author) -> tuple[object, ...]:
    """Who *author* is, as the tables say it."""
    return (
        author.id,
        author.name or None,
        author.title,
        author.avatar,
        author.url,
        author.inferred,
        author.guest,
    )


def _forum(db: sqlite3.Connection, name: str) -> int:
    db.execute("INSERT OR IGNORE INTO forum (name) VALUES (?)", (name,))
    row: int = db.execute("SELECT id FROM forum WHERE name = ?", (name,)).fetchone()[0]
    return row
