"""What conversions remember of dumps: every document with what it came to.

It lies in a file that can be thrown away at any time; a conversion then reads all again.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from threadsite import code
from threadsite.conversion.delivery import Delivery
from threadsite.conversion.keeping import Keeping
from threadsite.conversion.parcels import Parcel, encode
from threadsite.conversion.reading import Dump, Receipt, doubled
from threadsite.conversion.spool import Spool
from threadsite.document import Document
from threadsite.engines import all_engines
from threadsite.engines.engine import Engine
from threadsite.report import Outcome
from threadsite.sources import standing

FILE = "conversion.sqlite3"
PARTS = ("content", "conversion", "databases", "dates", "engines", "markup", "sources")
"""The folders of the program that the reading of a document depends on."""
LIBRARIES = ("lxml", "markdown-it-py", "msgspec")
TABLES = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (
    id INTEGER PRIMARY KEY, dump TEXT, digest BLOB, key BLOB, place INTEGER, standing BLOB,
    receipt BLOB);
CREATE UNIQUE INDEX IF NOT EXISTS document_by_key ON document (key);
CREATE INDEX IF NOT EXISTS document_by_digest ON document (dump, digest);
CREATE INDEX IF NOT EXISTS document_by_place ON document (place);
"""
# What is remembered must not be half written when the power fails: then it would be believed.
PRAGMAS = """
PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -4000;
"""
DAMAGE = (sqlite3.Error, msgspec.DecodeError, UnicodeDecodeError)
"""What one who asks a damaged file may be told."""

decode_receipt = msgspec.msgpack.Decoder(Receipt).decode


@dataclass(frozen=True, slots=True)
class Origin:
    """A dump of this conversion."""

    dump: Dump
    label: str
    """Its name, and which of that name it is."""
    standing: bytes
    settings: bytes
    """A mark of all that was said of how it is to be read."""


def origins(dumps: Iterable[Dump]) -> list[Origin]:
    """*dumps* as they stand now."""
    found: list[Origin] = []
    for dump in dumps:
        number = sum(one.dump.name == dump.name for one in found)
        settings = repr((dump.name, dump.forum, dump.engine, _rules(dump.engines)))
        mark = hashlib.sha256(settings.encode()).digest()
        found.append(Origin(dump, f"{dump.name}\n{number}", standing(dump.path), mark))
    return found


class Ledger:
    """The documents of conversions, in the tables of *db*."""

    def __init__(self, db: sqlite3.Connection, spool: Spool, keeping: Keeping) -> None:
        self._db, self._spool, self._keeping = db, spool, keeping
        self._place = 0

    def state(self, name: str) -> bytes | None:
        """What was remembered under *name*."""
        row = self._db.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return row and bytes(row[0])

    def remember(self, name: str, value: bytes | None) -> None:
        """Keep *value* under *name*; None forgets it."""
        self._db.execute("DELETE FROM state WHERE name = ?", (name,))
        if value is not None:
            self._db.execute("INSERT INTO state VALUES (?, ?)", (name, value))

    def begin(self) -> None:
        """All documents are to be met again."""
        self._place = 0
        self._db.execute("DELETE FROM document WHERE receipt IS NULL OR key IS NULL")
        self._spool.forget("document NOT IN (SELECT id FROM document)")
        for table in (
            "UPDATE document SET place = NULL",
            "DELETE FROM author",
            "DELETE FROM media",
        ):
            self._db.execute(table)

    def settle(self, origin: Origin, receipt: Receipt) -> None:
        """Set down a thing of *origin* that is not to be read."""
        self._insert(origin, b"", None, receipt)

    def meet(self, document: Document, origin: Origin) -> tuple[int, int] | None:
        """The number and the place under which *document* is to be read; None if it need not be,
        since it was read before or another has the same bytes."""
        digest = hashlib.sha256(document.data).digest()
        if self._doubled(digest, origin):
            self.settle(origin, doubled(document).receipt)
            return None
        key = _key(document, digest, origin)
        row = self._db.execute("SELECT id, standing FROM document WHERE key = ?", (key,)).fetchone()
        if row and row[1] in (None, origin.standing):
            place = self._next()
            self._db.execute("UPDATE document SET place = ? WHERE id = ?", (place, row[0]))
            for parcel in self._spool.of_document(row[0]):
                self._meet(place, parcel)
            return None
        if row:
            self._spool.forget("document = ?", row[0])
            self._db.execute("DELETE FROM document WHERE id = ?", (row[0],))
        return self._insert(origin, digest, key)

    def deliver(self, one: Delivery) -> None:
        """Keep what a document came to. What failed is tried again the next time."""
        failed = one.receipt.outcome is Outcome.FAILED
        self._db.execute(
            "UPDATE document SET receipt = ?, standing = ?, key = iif(?, NULL, key) WHERE id = ?",
            (encode(one.receipt), one.standing, failed, one.id),
        )
        self._spool.put(one.id, one.parcels)
        self._spool.describe(one.id, one.boards)
        for parcel in one.parcels:
            self._meet(one.place, parcel)

    def end(self, origins: Iterable[Origin]) -> None:
        """Forget the documents that *origins* had and have no more."""
        for origin in origins:
            self._db.execute(
                "DELETE FROM document WHERE place IS NULL AND dump = ?", (origin.label,)
            )
        self._spool.forget("document NOT IN (SELECT id FROM document)")

    def receipts(self) -> Iterator[Receipt]:
        """What became of every document, in the order of the dumps."""
        rows = self._db.execute(
            "SELECT receipt FROM document WHERE place IS NOT NULL ORDER BY place"
        )
        return (decode_receipt(receipt) for (receipt,) in rows)

    def save(self) -> None:
        """Have on disk what was kept so far."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def _doubled(self, digest: bytes, origin: Origin) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM document WHERE (dump, digest) = (?, ?) AND place IS NOT NULL LIMIT 1",
            (origin.label, digest),
        )
        return found.fetchone() is not None

    def _meet(self, place: int, parcel: Parcel) -> None:
        self._spool.meet(place, parcel)
        self._keeping.want(parcel.wants)

    def _insert(
        self, origin: Origin, digest: bytes, key: bytes | None, receipt: Receipt | None = None
    ) -> tuple[int, int]:
        place = self._next()
        row = (origin.label, digest, key, place, receipt and encode(receipt))
        number = self._db.execute(
            "INSERT INTO document (dump, digest, key, place, receipt) VALUES (?, ?, ?, ?, ?)", row
        ).lastrowid
        return number or 0, place

    def _next(self) -> int:
        self._place += 1
        return self._place


@contextmanager
def memory(folder: Path | None) -> Iterator[sqlite3.Connection]:
    """What is remembered in *folder*, in a transaction; without one, or while another conversion
    works there, something that is forgotten at the end."""
    with closing(_kept(folder) if folder else _passing()) as db:
        db.execute("BEGIN")
        yield db
        db.execute("COMMIT")


def _kept(folder: Path) -> sqlite3.Connection:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return _opened(folder / FILE)
    except sqlite3.OperationalError:
        return _passing()
    except sqlite3.DatabaseError:
        discard(folder)
        return _opened(folder / FILE)


def discard(folder: Path) -> None:
    """Forget what is remembered in *folder*."""
    for ending in ("", "-wal", "-shm"):
        (folder / f"{FILE}{ending}").unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        db.executescript(PRAGMAS + TABLES)
        made = db.execute("SELECT value FROM state WHERE name = 'program'").fetchone()
        if made != (_program(),):
            tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in tables:
                db.execute(f"DROP TABLE {name}")
            db.executescript(TABLES)
            db.execute("INSERT INTO state VALUES ('program', ?)", (_program(),))
    except sqlite3.Error:
        db.close()
        raise
    return db


def _passing() -> sqlite3.Connection:
    # An empty name is a file that SQLite makes, and removes when it is closed.
    db = sqlite3.connect("", isolation_level=None)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
    return db


def _key(document: Document, digest: bytes, origin: Origin) -> bytes:
    told = (document.name, document.url, document.captured, document.media_type, document.charset)
    return hashlib.sha256(repr((origin.label, origin.settings, told)).encode() + digest).digest()


@cache
def _program() -> str:
    """A mark of all that is not settings and that the reading of documents depends on."""
    libraries = [version(name) for name in LIBRARIES]
    return repr((code.mark(*PARTS), sys.version_info[:3], libraries))


def _rules(engines: tuple[Engine, ...]) -> list[tuple[str, ...]]:
    """What tells *engines* from others that read otherwise."""
    return [
        (
            engine.name,
            repr(getattr(engine, "rules", None)),
            repr(getattr(engine, "marks", None)),
            _source(type(engine).__module__),
        )
        for engine in engines or all_engines()
    ]


def _source(module: str) -> str:
    """A mark of the code of a third party."""
    if module.partition(".")[0] == code.PACKAGE.name:
        return ""
    place = Path(getattr(sys.modules[module], "__file__", None) or "")
    files = sorted(place.parent.glob("*.py")) if "." in module else [place]
    return repr([(path.name, found.st_mtime_ns) for path in files for found in (path.stat(),)])
