"""Threads bound from their parts and written: all of them, or those whose files changed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter

from threadsite.content.store import THREAD, Store, Written
from threadsite.content.takedowns import Takedowns
from threadsite.conversion import joining
from threadsite.conversion.joining import Bound, Sheaf
from threadsite.conversion.keeping import Keeping
from threadsite.conversion.parcels import Parcel
from threadsite.conversion.spool import Spool
from threadsite.conversion.spool import decode as decode_parcel
from threadsite.report import Report
from threadsite.run import Run

BATCH = 100_000
"""Bytes of parts that a worker gets at a time."""
MADE = """
CREATE TABLE IF NOT EXISTS made (
    forum TEXT, thread TEXT, path TEXT, edited INTEGER, account BLOB, mark BLOB,
    PRIMARY KEY (forum, thread)) WITHOUT ROWID
"""
TODO = """
CREATE TEMP TABLE todo (forum TEXT, thread TEXT, PRIMARY KEY (forum, thread)) WITHOUT ROWID
"""
ALL = """
INSERT INTO todo SELECT DISTINCT forum, thread FROM part
JOIN document ON document.id = part.document WHERE place IS NOT NULL
"""
CHANGED = """
INSERT INTO todo SELECT made.forum, made.thread FROM made LEFT JOIN held
ON held.kind = 'thread' AND held.forum = made.forum AND held.id = made.thread
WHERE held.path IS NOT made.path OR held.fresh
"""
AS_LEFT = """
SELECT 1 FROM made LEFT JOIN held
ON held.kind = 'thread' AND held.forum = made.forum AND held.id = made.thread
WHERE (made.forum, made.thread, mark) = (?, ?, ?) AND held.path IS made.path
AND NOT coalesce(held.fresh, 0)
"""
GONE = "DELETE FROM {} WHERE (forum, thread) NOT IN (SELECT forum, thread FROM todo)"
PARTS = """
SELECT todo.forum, todo.thread, data FROM todo
CROSS JOIN part ON part.forum = todo.forum AND part.thread = todo.thread
CROSS JOIN document ON document.id = part.document WHERE place IS NOT NULL
ORDER BY todo.forum, todo.thread, place, part.rowid
"""


class Binder:
    """The threads of a conversion, and what became of each."""

    def __init__(
        self,
        db: sqlite3.Connection,
        spool: Spool,
        keeping: Keeping,
        store: Store,
        takedowns: Takedowns,
    ) -> None:
        self._db, self._spool, self._keeping, self._store = db, spool, keeping, store
        self._takedowns = takedowns
        self._bare = False
        self._marks: dict[tuple[str, str], bytes] = {}
        """Of the threads that are being joined."""
        self._passed = 0
        self.files = 0
        """How many files the threads have, once there is an account of them."""
        self._db.execute(MADE)
        self._db.execute(TODO)

    def choose(self, *, whole: bool) -> None:
        """See which threads are to be bound, all or those whose files changed."""
        self._db.execute(ALL if whole else CHANGED)
        if whole:
            for table in ("made", "shown"):
                self._db.execute(GONE.format(table))

    def bind(self, dumps: Collection[str], run: Run, report: Report) -> bool:
        """Write the threads that were chosen, of *dumps*; whether any author is shown otherwise."""
        self._bare = self._keeping.empty
        total = int(self._db.execute("SELECT count(*) FROM todo").fetchone()[0])
        folder, mark = self._store.folder.resolve(), self._takedowns.mark
        work = partial(joining.bind_batch, folder, frozenset(dumps), self._takedowns)
        changed, done = False, 0
        batches = self._batches([*sorted(dumps), mark])
        for batch in run.map("joining threads", work, batches, ordered=True):
            with run.times.of("writing files"):
                for bound in joining.decode(batch):
                    changed |= self._write(bound, report)
                    done += 1
            run.meter("writing threads", self._passed + done, total)
        return changed

    def account(self, report: Report) -> None:
        """Enter into *report* what became of all threads, also of those that are as they were."""
        rows = self._db.execute("SELECT path, edited, account FROM made ORDER BY forum, thread")
        for path, edited, account in rows:
            joining.book(joining.decode_account(account), report)
            self.files += path is not None
            if edited:
                report.edited.append(path)

    def _write(self, bound: Bound, report: Report) -> bool:
        path, written = None, Written.UNCHANGED
        mark = self._marks.pop((bound.forum, bound.id))
        if bound.taken_down:
            self._store.drop(THREAD, bound.forum, bound.id)
        if bound.text:
            place, written = self._store.put_text(
                bound.forum, bound.id, bound.title, bound.board, bound.text
            )
            path = place.relative_to(self._store.folder).as_posix()
        report.written += written is Written.WRITTEN
        edited = written is Written.EDITED
        self._db.execute(
            "INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?)",
            (bound.forum, bound.id, path, edited, joining.encode(bound.account), mark),
        )
        return self._spool.show(bound.forum, bound.id, bound.authors)

    def _batches(self, settings: list[str]) -> Iterator[list[Sheaf]]:
        """The threads that are not as the last conversion left them, with the same *settings*."""
        batch: list[Sheaf] = []
        size = 0
        for (forum, thread), rows in groupby(self._db.execute(PARTS), key=itemgetter(0, 1)):
            parcels = [decode_parcel(data) for _, _, data in rows]
            sheaf = self._sheaf(forum, thread, parcels)
            known = joining.encode((settings, sheaf.parts, sheaf.ids, sheaf.files))
            mark = hashlib.sha256(known).digest()
            if self._db.execute(AS_LEFT, (forum, thread, mark)).fetchone():
                self._passed += 1
                continue
            self._marks[forum, thread] = mark
            batch.append(sheaf)
            size += sum(len(parcel.data) for parcel in parcels)
            if size >= BATCH:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch

    def _sheaf(self, forum: str, thread: str, parcels: list[Parcel]) -> Sheaf:
        wants = () if self._bare else (key for parcel in parcels for key in parcel.wants)
        return Sheaf(
            forum,
            thread,
            tuple((parcel.data, parcel.page) for parcel in parcels),
            self._spool.ids(forum, (name for parcel in parcels for name in parcel.named)),
            self._keeping.files(wants),
            self._store.path(THREAD, forum, thread),
        )
