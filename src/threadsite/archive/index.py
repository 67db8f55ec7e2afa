"""The index of an archive: content read thread by thread into tables that answer fast.

It holds nothing that content does not. Brought up to date, it reads only the files that changed;
thrown away, it is made anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from threadsite import content
from threadsite.archive import addresses, derived
from threadsite.archive.facts import Read, ThreadFacts
from threadsite.archive.reach import Reach
from threadsite.archive.tables import HOSTS, INDEXES, PLACES, SCHEMA
from threadsite.errors import ContentError
from threadsite.model import Author

Stamp = tuple[int, int]
"""Size and nanoseconds of the last change: by these a file is taken for one that is known."""
FORGET = (
    "DELETE FROM post WHERE row BETWEEN :first AND :last",
    "DELETE FROM shown WHERE row BETWEEN :first AND :last",
    "DELETE FROM words WHERE row BETWEEN :first AND :last",
    "DELETE FROM reference WHERE row BETWEEN :first AND :last",
    "DELETE FROM told WHERE thread = :thread",
    "DELETE FROM tagged WHERE thread = :thread",
    "DELETE FROM pointer WHERE thread = :thread",
    "DELETE FROM document WHERE thread = :thread",
    "DELETE FROM thread WHERE id = :thread",
)


def opened(file: Path | None, made_by: str) -> sqlite3.Connection:
    """The index in *file*, or an empty one if it is missing, damaged or not *made_by* this."""
    if file is None:
        return sqlite3.connect(":memory:", isolation_level=None)
    file.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(file, isolation_level=None)
    try:
        held = db.execute("SELECT made_by FROM maker").fetchone()
    except sqlite3.DatabaseError:
        held = None
    if held == (made_by,):
        return db
    db.close()
    file.unlink(missing_ok=True)
    return sqlite3.connect(file, isolation_level=None)


def update(db: sqlite3.Connection, folder: Path, read: Read, made_by: str) -> None:
    """Bring *db*, empty or filled before, up to date with the content *folder*.

    What the changes reach is stale from then on. It is one transaction: an error, or an end by
    force, leaves the index as it was.
    """
    fresh = not db.execute("SELECT 1 FROM sqlite_schema").fetchone()
    db.executescript(f"BEGIN; {SCHEMA if fresh else ''}")
    if fresh:
        db.execute("INSERT INTO maker VALUES (?)", (made_by,))
    hosts = set(db.execute(HOSTS))
    reach = Reach(db, whole=fresh)
    _update_author_files(db, folder, reach)
    _update_media(db, folder, reach)
    _update_threads(db, folder, read, reach)
    for statement in INDEXES:
        db.execute(statement)
    if not reach.nothing:
        reach.whole |= _update_derived(db, reach) or hosts != set(db.execute(HOSTS))
    reach.end()
    db.execute("COMMIT")


def _update_derived(db: sqlite3.Connection, reach: Reach) -> bool:
    """Tell anew what hangs together; whether that may change any page."""
    if reach.whole:
        db.execute("INSERT OR IGNORE INTO temp.person SELECT id FROM author")
    reach.note_authors(derived.tell_authors(db))
    reach.follow()
    derived.tell_ghosts(db, whole=reach.whole)
    moved = [derived.tell_boards(db), derived.tell_tags(db)]
    return reach.whole or any(moved)


def _update_author_files(db: sqlite3.Connection, folder: Path, reach: Reach) -> None:
    found = dict(_stamps(folder, content.author_files(folder)))
    query = "SELECT path, size, changed, forum, known FROM author_file"
    known = {path: ((size, changed), who) for path, size, changed, *who in db.execute(query)}
    gone = [path for path, (stamp, _) in known.items() if found.get(path) != stamp]
    for path in gone:
        reach.note_person(*known[path][1])
        db.execute("DELETE FROM author_file WHERE path = ?", (path,))
    for path, stamp in found.items():
        if path not in known or path in gone:
            _add_author_file(db, folder, path, stamp, reach)


def _add_author_file(
    db: sqlite3.Connection, folder: Path, name: str, stamp: Stamp, reach: Reach
) -> None:
    page = content.read_author(folder / name)
    author, key = page.author, addresses.of_file(folder / name)
    aliases = sorted({alias for alias in page.aliases if alias != author.name})
    facts = (json.dumps(aliases, ensure_ascii=False), page.bio)
    row = (name, *stamp, key, page.forum, *_author_fields(author), *facts)
    try:
        db.execute("INSERT INTO author_file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    except sqlite3.IntegrityError:
        (other,) = db.execute(
            "SELECT path FROM author_file WHERE key = ? OR (forum = ? AND known = ?)",
            (key, page.forum, author.id),
        ).fetchone()
        raise ContentError(
            f"{folder / name}: the author's id or file name is that of {folder / other} too;"
            " join the two or change one"
        ) from None
    reach.note_person(page.forum, author.id)


def _update_media(db: sqlite3.Connection, folder: Path, reach: Reach) -> None:
    report = folder / content.REPORT
    others = (report,) if report.is_file() else ()
    found = dict(_stamps(folder, (*content.media_files(folder), *others)))
    held = {path: stamp for path, *stamp in db.execute("SELECT path, size, changed FROM media")}
    for path in found.keys() | held.keys():
        if [*found.get(path, ())] == held.get(path):
            continue
        reach.note_file(path)
        db.execute("DELETE FROM media WHERE path = ?", (path,))
        if path in found:
            db.execute("INSERT INTO media VALUES (?, ?, ?)", (path, *found[path]))


def _update_threads(db: sqlite3.Connection, folder: Path, read: Read, reach: Reach) -> None:
    found = dict(_stamps(folder, content.thread_files(folder)))
    query = "SELECT path, size, changed, digest, id FROM thread"
    known = {
        path: ((size, changed), mark, row) for path, size, changed, mark, row in db.execute(query)
    }
    for path in known.keys() - found.keys():
        _forget(db, known[path][2], reach)
    asked = (
        (path, stamp[0], known[path][1] if path in known else None)
        for path, stamp in found.items()
        if path not in known or known[path][0] != stamp
    )
    for path, facts in read(asked):
        row = known[path][2] if path in known else None
        if facts:
            if row:
                _forget(db, row, reach)
            reach.note(_add_thread(db, folder, facts, found[path], row))
        else:
            stamp = (*found[path], path)
            db.execute("UPDATE thread SET size = ?, changed = ? WHERE path = ?", stamp)


def _forget(db: sqlite3.Connection, thread: int, reach: Reach) -> None:
    reach.note(thread)
    first = thread << PLACES
    rows = {"thread": thread, "first": first, "last": first + (1 << PLACES) - 1}
    for statement in FORGET:
        db.execute(statement, rows)


def _add_thread(
    db: sqlite3.Connection, folder: Path, facts: ThreadFacts, stamp: Stamp, row: int | None
) -> int:
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
        query = "SELECT path FROM thread WHERE key = ?"
        (other,) = db.execute(query, (fields["key"],)).fetchone()
        raise ContentError(
            f"{folder / facts.path}: {folder / other} has the same name, and with it the same"
            " address; rename one of them"
        ) from None
    assert cursor.lastrowid is not None
    _add_parts(db, cursor.lastrowid, facts, authors)
    _add_posts(db, cursor.lastrowid, fields["forum"], facts, people)
    return cursor.lastrowid


def _add_parts(db: sqlite3.Connection, thread: int, facts: ThreadFacts, authors: list[int]) -> None:
    told = (
        (row, thread, place, *_author_fields(author)[1:])
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
        "INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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


def _author_fields(author: Author) -> tuple[object, ...]:
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


def _stamps(folder: Path, paths: Iterable[Path]) -> Iterator[tuple[str, Stamp]]:
    for path in paths:
        found = path.stat()
        yield path.relative_to(folder).as_posix(), (found.st_size, found.st_mtime_ns)
