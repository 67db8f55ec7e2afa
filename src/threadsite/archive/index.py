"""The index of an archive: content read once, thread by thread, into tables that answer fast.

It holds nothing that content does not, and is made anew from it at any time.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from threadsite import content, urls
from threadsite.archive import addresses
from threadsite.archive.said import Said, said
from threadsite.archive.tables import FINISH, SCHEMA
from threadsite.coverage import coverage
from threadsite.errors import ContentError
from threadsite.model import Author, Post, Thread
from threadsite.stamps import stamp

DEEPEST = 12
"""Boards inside boards; what is deeper counts as being in the last of these."""
LARGEST = 2**63 - 1


def fill(db: sqlite3.Connection, folder: Path) -> None:
    """Read all of the content *folder* into the empty *db*."""
    db.executescript(SCHEMA)
    for path in content.author_files(folder):
        _add_author_file(db, folder, path)
    for path in content.thread_files(folder):
        _add_thread(db, folder, path)
    db.executescript(FINISH)
    addresses.name_boards(db)
    addresses.name_tags(db)
    addresses.name_authors(db)
    db.commit()


def digest(text: str) -> bytes:
    """A mark by which the *text* of a file is known again."""
    return hashlib.sha256(text.encode()).digest()


def _add_author_file(db: sqlite3.Connection, folder: Path, path: Path) -> None:
    page = content.read_author(path)
    author = page.author
    row = (
        *_author_fields(page.forum, author),
        addresses.of_file(path),
        path.relative_to(folder).as_posix(),
        page.bio,
    )
    try:
        cursor = db.execute(
            "INSERT INTO author (forum, known, name, title, avatar, url, inferred, guest,"
            " key, path, bio) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row,
        )
    except sqlite3.IntegrityError:
        (other,) = db.execute(
            "SELECT path FROM author WHERE key = ? OR (forum = ? AND known = ?)",
            (addresses.of_file(path), page.forum, author.id),
        ).fetchone()
        raise ContentError(
            f"{path}: the author's id or file name is that of {folder / other} too;"
            " join the two or change one"
        ) from None
    aliases = ((cursor.lastrowid, alias) for alias in page.aliases if alias != author.name)
    db.executemany("INSERT OR IGNORE INTO alias VALUES (?, ?)", aliases)


def _add_thread(db: sqlite3.Connection, folder: Path, path: Path) -> None:
    text = content.read_text(path)
    thread = content.load(text, str(path))
    authors = {
        author: _author(db, thread.forum, author)
        for author in dict.fromkeys(post.author for post in thread.posts)
    }
    row = {
        "key": addresses.of_file(path),
        "path": path.relative_to(folder).as_posix(),
        "digest": digest(text),
        "board": _board(db, thread),
        **_summary(thread, authors),
    }
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    try:
        cursor = db.execute(f"INSERT INTO thread ({names}) VALUES ({marks})", row)  # noqa: S608
    except sqlite3.IntegrityError:
        query = "SELECT path FROM thread WHERE key = ?"
        (other,) = db.execute(query, (row["key"],)).fetchone()
        raise ContentError(
            f"{path}: {folder / other} has the same name, and with it the same address;"
            " rename one of them"
        ) from None
    assert cursor.lastrowid is not None
    _add_posts(db, cursor.lastrowid, thread, authors)
    _add_tags(db, cursor.lastrowid, thread)


def _summary(thread: Thread, authors: dict[Author, int]) -> dict[str, object]:
    posts = thread.posts
    dated = [post for post in posts if post.created]
    stamps = [stamp(post.created) for post in dated if post.created]
    newest = dated[stamps.index(max(stamps))] if dated else posts[-1] if posts else None
    return {
        "forum": thread.forum,
        "known": thread.id,
        "title": thread.title,
        "tags": json.dumps(thread.tags, ensure_ascii=False),
        "posts": len(posts),
        "authors": len(set(authors.values())),
        "starter": authors[posts[0].author] if posts else None,
        "last_author": authors[newest.author] if newest else None,
        "first": min(stamps, default=None),
        "last": max(stamps, default=None),
        "locked": thread.locked,
        "sticky": thread.sticky,
        "views": _count(thread.views),
        "replies": _count(thread.replies),
        "url": thread.url,
        "gap": _gap(thread),
        "undated": len(posts) - len(dated),
    }


def _gap(thread: Thread) -> str | None:
    found = coverage(thread)
    return None if found.whole else msgspec.json.encode(found).decode("utf-8")


def _add_posts(
    db: sqlite3.Connection, thread_id: int, thread: Thread, authors: dict[Author, int]
) -> None:
    anchors = urls.anchors(post.id for post in thread.posts)
    numbered = list(enumerate(thread.posts, 1))
    spoken = [said(post) for post in thread.posts]
    db.executemany(
        "INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (thread_id, number, post.id, anchor, authors[post.author], *_post_fields(post, found))
            for (number, post), anchor, found in zip(numbered, anchors, spoken, strict=True)
        ),
    )
    db.executemany(
        "INSERT INTO words VALUES (?, ?, ?, ?)",
        ((thread_id, number, found.own, found.quoted) for number, found in enumerate(spoken, 1)),
    )
    db.executemany(
        "INSERT OR IGNORE INTO reference VALUES (?, ?, ?, ?)",
        (
            (thread_id, number, target, author)
            for number, post in numbered
            for target, author in _references(post)
        ),
    )
    sources = Counter(post.source for post in thread.posts if post.source)
    db.executemany(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)",
        (
            (thread_id, s.dump, s.document, s.engine, s.captured and stamp(s.captured), posts)
            for s, posts in sources.items()
        ),
    )


def _references(post: Post) -> Iterator[tuple[str, str | None]]:
    """The ids of the posts that *post* means, and whose they are if it says so."""
    for quote in post.quotes:
        if quote.post is not None:
            yield quote.post, quote.author
    if post.reply_to is not None:
        yield post.reply_to, None


def _post_fields(post: Post, found: Said) -> tuple[object, ...]:
    return (
        stamp(post.created) if post.created else None,
        post.created.year if post.created else None,
        post.created_inferred,
        found.excerpt,
        " ".join(found.has),
    )


def _author(db: sqlite3.Connection, forum: str, author: Author) -> int:
    """The row of *author*. What the author's own file says goes; without one, what posts say."""
    fields = _author_fields(forum, author)
    db.execute(
        "INSERT INTO author (forum, known, name, title, avatar, url, inferred, guest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (forum, known) DO UPDATE SET"
        " name = coalesce(name, excluded.name), title = coalesce(title, excluded.title),"
        " avatar = coalesce(avatar, excluded.avatar), url = coalesce(url, excluded.url)"
        " WHERE path IS NULL",
        fields,
    )
    found = db.execute(
        "SELECT id, name, path FROM author WHERE forum = ? AND known = ?", fields[:2]
    ).fetchone()
    row: int = found[0]
    if found[2] is None and author.name and author.name != found[1]:
        db.execute("INSERT OR IGNORE INTO alias VALUES (?, ?)", (row, author.name))
    return row


def _author_fields(forum: str, author: Author) -> tuple[object, ...]:
    return (
        forum,
        author.id,
        author.name or None,
        author.title,
        author.avatar,
        author.url,
        author.inferred,
        author.guest,
    )


def _board(db: sqlite3.Connection, thread: Thread) -> int | None:
    """The row of the thread's board; those around it get rows too."""
    path = [title for title in thread.board if title.strip()][:DEEPEST]
    row = None
    for depth in range(1, len(path) + 1):
        name = json.dumps(path[:depth], ensure_ascii=False)
        db.execute("INSERT OR IGNORE INTO board (path) VALUES (?)", (name,))
        (row,) = db.execute("SELECT id FROM board WHERE path = ?", (name,)).fetchone()
    return row


def _add_tags(db: sqlite3.Connection, thread_id: int, thread: Thread) -> None:
    for tag in thread.tags:
        # Tags that differ in case only are one.
        folded = unicodedata.normalize("NFKC", tag).casefold().strip()
        if not folded:
            continue
        db.execute(
            "INSERT INTO tag (folded, name) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET name = min(name, excluded.name)",
            (folded, tag),
        )
        db.execute(
            "INSERT OR IGNORE INTO tagged SELECT id, ? FROM tag WHERE folded = ?",
            (thread_id, folded),
        )


def _count(number: int | None) -> int | None:
    return None if number is None else min(number, LARGEST)
