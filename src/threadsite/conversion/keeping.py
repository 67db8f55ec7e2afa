"""Pictures and files that posts mention, taken out of the dumps into the archive.

A file is kept as `media/<hash><ending>`, so no name out of a dump is ever the name of a file. It is
taken for the one that a post means only where that is sure: the address is the same, or the way
from the document to it inside the dump.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from threadsite.disk import write_whole
from threadsite.markup.addresses import MEDIA, addresses, readdressed
from threadsite.markup.reader import read
from threadsite.markup.writer import write
from threadsite.model import Post, Source, Thread
from threadsite.report import Outcome, Problem, Report
from threadsite.sources import Media, Refused, media
from threadsite.sources.media import names, url_key

TABLES = (
    "CREATE TABLE IF NOT EXISTS media (key TEXT PRIMARY KEY, file TEXT) WITHOUT ROWID",
    "CREATE TEMP TABLE brought (file TEXT PRIMARY KEY) WITHOUT ROWID",
)
ABSOLUTE = re.compile(r"(?:https?:)?//", re.I)
# A link to anything else leads to a page, which is not even looked for.
# In a name on a forum's disk, what makes it one that no other file has, and what stands behind it
# lest a server show the file.
STORED = re.compile(r"[0-9a-f]{32}")
DISGUISES = frozenset((".attach", ".dat", ".data"))
FILE = re.compile(
    r"attach|download|/uploads?/|\.(?:7z|avif|bmp|bz2|flac|gif|gz|jpe?g|m4a|mkv|mp[34]|ogg|pdf|png"
    r"|rar|tgz|txt|wav|webp|xz|zip)(?:[?#]|$)",
    re.I,
)

Files = Mapping[str, str]
"""What a kept file is known by, and where in the content folder it is."""


class Keeping:
    """What the posts of a conversion mention, and where the archive keeps it.

    What is wanted lies in the tables of *db*, not in memory.
    """

    def __init__(self, db: sqlite3.Connection, content: Path) -> None:
        self._db = db
        self._content = content
        for statement in TABLES:
            db.execute(statement)

    def want(self, keys: Iterable[str]) -> None:
        """Remember that posts mention files that are known by *keys*."""
        self._db.executemany("INSERT OR IGNORE INTO media VALUES (?, NULL)", ((k,) for k in keys))

    def gather(self, dump: str, path: Path, report: Report) -> None:
        """Copy what is wanted and found in the dump at *path* into the archive."""

        def wanted(name: str, url: str | None) -> bool:
            keys = _names_of(dump, name, url)
            return any(self._row(key) == (None,) for key in keys)

        if self._db.execute("SELECT 1 FROM media WHERE file IS NULL LIMIT 1").fetchone():
            for found in media(path, wanted):
                report.media.seen += 1
                if isinstance(found, Refused):
                    _book_refused(found, dump, report)
                else:
                    self._keep(found, dump, report)

    def brought(self, file: str) -> bool:
        """Whether *file* was not in the archive before this conversion."""
        found = self._db.execute("SELECT 1 FROM brought WHERE file = ?", (file,)).fetchone()
        return found is not None

    @property
    def empty(self) -> bool:
        """Whether no file is kept."""
        found = self._db.execute("SELECT 1 FROM media WHERE file IS NOT NULL LIMIT 1").fetchone()
        return found is None

    def files(self, keys: Iterable[str]) -> Files:
        """The kept files that are known by *keys*."""
        rows = ((key, self._row(key)) for key in keys)
        return {key: row[0] for key, row in rows if row and row[0]}

    def _keep(self, found: Media, dump: str, report: Report) -> None:
        file = MEDIA + hashlib.sha256(found.data).hexdigest()[:16] + found.ending
        known = self._db.execute("SELECT 1 FROM media WHERE file = ? LIMIT 1", (file,)).fetchone()
        if known:
            report.media.add(Outcome.DUPLICATE, "the same bytes as another file")
        else:
            report.media.add(Outcome.IMPORTED)
            if not (self._content / file).exists():
                self._db.execute("INSERT INTO brought VALUES (?)", (file,))
            _write(self._content / file, found.data)
        for key in _names_of(dump, found.name, found.url):
            self._db.execute(
                "UPDATE media SET file = ? WHERE key = ? AND file IS NULL", (file, key)
            )

    def _row(self, key: str) -> tuple[str | None] | None:
        found: tuple[str | None] | None = self._db.execute(
            "SELECT file FROM media WHERE key = ?", (key,)
        ).fetchone()
        return found


def wants(part: Thread, url: str | None) -> Iterator[str]:
    """What the files that posts of *part*, from a document at *url*, mention may be known by."""
    for post in part.posts:
        if post.source:
            stored = {one.url: one.path for one in post.attachments}
            for address in _mentioned(post):
                yield from _keys(address, post.source, url or part.url, stored.get(address))
            for one in post.attachments:
                yield from _stored(one.path)


def kept(part: Thread, url: str | None, files: Files) -> Thread:
    """*part*, from a document at *url*, with *files* in the place of the addresses that meant
    them."""
    return replace(part, posts=tuple(_post(post, url or part.url, files) for post in part.posts))


def _post(post: Post, page: str | None, files: Files) -> Post:
    stored = {one.url: one.path for one in post.attachments}

    def moved(address: str) -> str | None:
        if not files or post.source is None:
            return None
        return _first(files, _keys(address, post.source, page, stored.get(address)))

    if post.source is None:
        return post
    attachments = tuple(
        replace(one, path=moved(one.url), url=one.url if ABSOLUTE.match(one.url) else None)
        if one.url
        else replace(one, path=_first(files, _stored(one.path)))
        for one in post.attachments
    )
    avatar = moved(post.author.avatar) if post.author.avatar else None
    author = replace(post.author, avatar=avatar) if avatar else post.author
    body, signature = (
        write(readdressed(read(text), moved)) if files and any(map(moved, _in(text))) else text
        for text in (post.body, post.signature)
    )
    return replace(post, author=author, body=body, signature=signature, attachments=attachments)


def _first(files: Files, keys: Iterable[str]) -> str | None:
    return next(filter(None, map(files.get, keys)), None)


def _keys(
    address: str, source: Source, page: str | None, stored: str | None = None
) -> Iterator[str]:
    """What the file at *address*, mentioned on *page*, may be known by, the surest first; *stored*
    is its name on the forum's disk."""
    if ABSOLUTE.match(address):
        yield url_key(address)
    for name in names(address, source.document, page):
        yield _in_dump(source.dump, name)
    yield from _stored(stored)


def _stored(name: str | None) -> Iterator[str]:
    """What a file called *name* on the forum's disk is known by, in whatever dump: nothing, where
    another may be called so too."""
    stem, ending = posixpath.splitext(posixpath.basename(name or ""))
    if STORED.search(stem):
        yield f"\n{stem if ending in DISGUISES else stem + ending}"


def _mentioned(post: Post) -> Iterator[str]:
    yield from _in(post.body)
    yield from _in(post.signature)
    yield from (one.url for one in post.attachments if one.url)
    if post.author.avatar:
        yield post.author.avatar


def _in(body: str) -> Iterable[str]:
    images, links = addresses(body)
    return dict.fromkeys((*images, *filter(FILE.search, links)))


def _names_of(dump: str, name: str, url: str | None) -> Iterator[str]:
    """What a file of the dump is known by."""
    if url:
        yield url_key(url)
    yield _in_dump(dump, name)
    yield from _stored(name)


def _in_dump(dump: str, name: str) -> str:
    # No host holds this character, so that no name is taken for an address.
    return f"{dump}\n{name}"


def _book_refused(found: Refused, dump: str, report: Report) -> None:
    report.media.add(found.outcome, found.reason)
    if found.outcome is Outcome.FAILED:
        report.note(Problem(f"{dump}/{found.name}", found.reason))


def _write(path: Path, data: bytes) -> None:
    if path.is_file() and path.stat().st_size == len(data):
        return
    write_whole(path, data)
