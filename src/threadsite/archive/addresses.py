"""The part of an address that is a thing's own: kept from its file, or made of its name."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from threadsite import slugs
from threadsite.errors import ContentError
from threadsite.model import Author
from threadsite.store import author_stem

HARMLESS = re.compile(r"[^\W_]+(?:[-_]+[^\W_]+)*")
LONGEST = 200
"""Bytes: with a page number and an ending, any file system takes it."""


def of_file(path: Path) -> str:
    """The key of the thread or author in the file *path*: its stem, if harmless as an address."""
    try:
        stem = unicodedata.normalize("NFKC", path.stem)
        size = len(stem.encode("utf-8"))
    except UnicodeEncodeError:
        raise ContentError(f"{path!a}: the file's name is not UTF-8; rename it") from None
    # Names that differ in case only are one file on some systems.
    plain = stem == stem.casefold() and HARMLESS.fullmatch(_bare(stem)) and size <= LONGEST
    return stem if plain and stem not in slugs.DEVICES else slugs.key(stem)


def name_boards(db: sqlite3.Connection) -> None:
    """Give each board a key made of its path."""
    boards = db.execute("SELECT id, path FROM board ORDER BY path").fetchall()
    rows = _named((id_, " ".join(json.loads(path)), path) for id_, path in boards)
    db.executemany("UPDATE board SET key = ? WHERE id = ?", rows)


def name_tags(db: sqlite3.Connection) -> None:
    """Give each tag a key made of its name."""
    rows = _named(db.execute("SELECT id, folded, folded FROM tag ORDER BY folded").fetchall())
    db.executemany("UPDATE tag SET key = ? WHERE id = ?", rows)


def name_authors(db: sqlite3.Connection) -> None:
    """Give each author without a file of their own a key made of id and name."""
    query = "SELECT id, forum, known, name FROM author WHERE key IS NULL ORDER BY forum, known"
    for id_, forum, known, name in db.execute(query).fetchall():
        author = Author(known, name)
        for key in (author_stem(author), author_stem(author, forum), slugs.key(known, forum)):
            done = db.execute("UPDATE OR IGNORE author SET key = ? WHERE id = ?", (key, id_))
            if done.rowcount:
                break


def _bare(stem: str) -> str:
    """*stem* without the marks that combine with a letter, which no pattern counts as one."""
    return "".join(c for c in stem if unicodedata.category(c) != "Mn")


def _named(things: Iterable[tuple[int, str, str]]) -> Iterator[tuple[str, int]]:
    """A key for each thing of (row, name, identity); what shares a name gets a mark, all alike."""
    things = [(row, slugs.slug(name), identity) for row, name, identity in things]
    uses = Counter(slug for _, slug, _ in things)
    taken = {slug for slug, count in uses.items() if count == 1}
    for row, slug, identity in things:
        if uses[slug] == 1 and slug and slug not in slugs.DEVICES:
            yield slug, row
            continue
        key = slugs.key(f"{identity} ")  # The space keeps it from being taken as it is.
        while key in taken:
            key += "-2"
        taken.add(key)
        yield key, row
