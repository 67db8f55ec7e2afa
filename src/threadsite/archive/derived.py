"""What an index tells from all files together: who authors are, which tags there are, what is
missing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from threadsite.archive import addresses, old
from threadsite.archive.tables import PLACES

# What a thread says of an author counts in the order of paths.
TOLD = """
SELECT o.author, o.name, o.title, o.avatar, o.url, o.inferred, o.guest
FROM temp.person AS p JOIN told AS o ON o.author = p.author JOIN thread AS t ON t.id = o.thread
ORDER BY o.author, t.path, o.place
"""
MERGED = """
UPDATE author SET name = ?, title = ?, avatar = ?, url = ?, inferred = ?, guest = ?, aliases = ?,
  bio = '' WHERE id = ?
"""
# What their own file says stands in the place of all that.
FILED = """
UPDATE author SET name = f.name, title = f.title, avatar = f.avatar, url = f.url,
  inferred = f.inferred, guest = f.guest, aliases = f.aliases, bio = f.bio
FROM author_file AS f WHERE f.forum = author.forum AND f.known = author.known
  AND author.id IN (SELECT author FROM temp.person)
"""
STATED = """
SELECT url, id FROM temp.person JOIN author ON id = author WHERE url IS NOT NULL OR old IS NOT NULL
"""
CALLED = "UPDATE author SET old = ? WHERE id = ?"
COUNTED = """
UPDATE author SET posts = sums.posts, threads = sums.threads, first = sums.first, last = sums.last
FROM (SELECT n.author, count(p.row) AS posts, count(DISTINCT p.thread) AS threads,
             min(p.created) AS first, max(p.created) AS last
      FROM temp.person AS n LEFT JOIN post AS p ON p.author = n.author GROUP BY n.author) AS sums
WHERE sums.author = author.id
"""
FILE_KEYS = """
UPDATE author SET key = f.key FROM author_file AS f
WHERE f.forum = author.forum AND f.known = author.known AND author.key IS NOT f.key
"""
UNFILED = """
SELECT a.id, a.key, a.forum, a.known, a.name FROM author AS a
LEFT JOIN author_file AS f ON f.forum = a.forum AND f.known = a.known
WHERE f.key IS NULL ORDER BY a.forum, a.known
"""
PUBLIC = "key, name, title, avatar, url, inferred, guest, aliases, bio"
OTHERS = f"""
SELECT a.id FROM temp.was AS w JOIN author AS a ON a.id = w.id
WHERE ({", ".join(f"a.{name}" for name in PUBLIC.split(", "))})
  IS NOT ({", ".join(f"w.{name}" for name in PUBLIC.split(", "))})
"""  # noqa: S608  (constants)
GHOSTS = """
UPDATE thread SET ghosts =
  (SELECT count(DISTINCT r.target) FROM reference AS r
   WHERE r.row BETWEEN (thread.id << 32) AND (thread.id << 32) + 4294967295 AND NOT r.near
     AND NOT EXISTS (SELECT 1 FROM post WHERE id = r.target AND forum = thread.forum))
"""
# A reference means the post of its own thread; a post elsewhere only if just one thread has it.
ANSWERS = """
INSERT OR IGNORE INTO answer SELECT r.row, p.row FROM reference AS r JOIN post AS p ON p.row =
  (SELECT min(row) FROM post WHERE id = r.target AND forum = r.forum
     AND (thread = r.row >> 32 OR NOT r.near) HAVING min(thread) = max(thread))
WHERE p.row <> r.row
"""


def tell_authors(db: sqlite3.Connection, *, whole: bool) -> list[int]:
    """Tell anew who the authors in `temp.person` are; the authors who look otherwise than before.

    Those without a post go. Unless the *whole* index is new, `temp.meant` and `temp.old` get what
    led to those who came, went or moved.
    """
    db.execute(f"CREATE TEMP TABLE was AS SELECT id, old, {PUBLIC} FROM author WHERE key NOT NULL")  # noqa: S608
    db.executemany(MERGED, _merged(db.execute(TOLD).fetchall()))
    db.execute(FILED)
    db.executemany(CALLED, _called(db.execute(STATED).fetchall()))
    db.execute(COUNTED)
    db.execute("DELETE FROM author WHERE posts = 0 AND id IN (SELECT author FROM temp.person)")
    _name_authors(db)
    others = [row for (row,) in db.execute(OTHERS)]
    for statement in old.NOTE_AUTHORS if not whole else ():
        db.execute(statement)
    db.execute("DROP TABLE temp.was")
    return others


def _merged(told: Iterable[tuple[Any, ...]]) -> Iterator[tuple[object, ...]]:
    for author, rows in groupby(told, key=itemgetter(0)):
        said = [row[1:] for row in rows]
        names, titles, avatars, urls, inferred, guest = zip(*said, strict=True)
        name = _first(names)
        aliases = sorted({alias for alias in names if alias and alias != name})
        facts = (name, _first(titles), _first(avatars), _first(urls), inferred[0], guest[0])
        yield *facts, json.dumps(aliases, ensure_ascii=False), author


def _called(stated: Iterable[tuple[str | None, int]]) -> Iterator[tuple[str | None, int]]:
    return ((old.of_author(url), author) for url, author in stated)


def _name_authors(db: sqlite3.Connection) -> None:
    """Give an address to each author: that of their file, or one made of id and name.

    To make all takes long: it is done only where somebody came, went or has another name.
    """
    db.execute(FILE_KEYS)
    taken = {key for (key,) in db.execute("SELECT key FROM author_file")}
    rows = db.execute(UNFILED).fetchall()
    named = repr(([(row[0], *row[2:]) for row in rows], sorted(taken)))
    mark = hashlib.sha256(named.encode()).digest()
    if db.execute("SELECT 1 FROM named WHERE mark = ?", (mark,)).fetchone():
        return
    keys = addresses.of_authors((row[2:] for row in rows), taken)
    moved = [(key, row[0]) for key, row in zip(keys, rows, strict=True) if key != row[1]]
    # Two may exchange theirs.
    db.executemany("UPDATE author SET key = NULL WHERE id = ?", ((row,) for _, row in moved))
    db.executemany("UPDATE author SET key = ? WHERE id = ?", moved)
    db.execute("DELETE FROM named")
    db.execute("INSERT INTO named VALUES (?)", (mark,))


def _first(facts: Iterable[str | None]) -> str | None:
    return next((fact for fact in facts if fact is not None), None)


def tell_ghosts(db: sqlite3.Connection, *, whole: bool) -> None:
    """Count anew how many posts each thread, or each in `temp.touched`, knows from quotes only."""
    where = "" if whole else " WHERE id IN (SELECT thread FROM temp.touched)"
    db.execute(GHOSTS + where)


def tell_answers(db: sqlite3.Connection, *, whole: bool) -> None:
    """Tell anew which post each post, or each of a thread in `temp.touched`, quotes or answers."""
    if whole:
        db.execute("DELETE FROM answer")
        db.execute(ANSWERS)
        return
    for (thread,) in db.execute("SELECT thread FROM temp.touched").fetchall():
        rows = {"first": thread << PLACES, "last": (thread + 1 << PLACES) - 1}
        db.execute("DELETE FROM answer WHERE by BETWEEN :first AND :last", rows)
        db.execute(f"{ANSWERS} AND r.row BETWEEN :first AND :last", rows)


def tell_tags(db: sqlite3.Connection) -> bool:
    """Tell anew which tags there are; whether one that stays has another address or name."""
    names = dict(db.execute("SELECT tag, min(name) FROM tagged GROUP BY tag"))
    keys = addresses.of_names({tag: tag for tag in names})
    return exchange(db, "tag (folded, key, name)", [(tag, keys[tag], names[tag]) for tag in names])


def exchange(db: sqlite3.Connection, table: str, rows: list[tuple[str, ...]]) -> bool:
    """Make *rows* all that *table* holds; whether one whose first column was there differs."""
    name, _, columns = table.partition(" ")
    before = {row[0]: row for row in db.execute(f"SELECT {columns.strip('()')} FROM {name}")}  # noqa: S608
    if before == {row[0]: row for row in rows}:
        return False
    db.execute(f"DELETE FROM {name}")  # noqa: S608
    marks = ", ".join("?" * (columns.count(",") + 1))
    db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
    return any(before.get(row[0], row) != row for row in rows)
