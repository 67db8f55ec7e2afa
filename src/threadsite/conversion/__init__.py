"""Dumps to content: read every document, join what belongs together, write it as Markdown."""

from __future__ import annotations

import gc
import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from threadsite import slugs
from threadsite.content import REPORT, AuthorPage, boards, media_files, takedowns
from threadsite.content.store import AUTHOR, Store, Written
from threadsite.conversion.binding import Binder
from threadsite.conversion.delivery import (
    Address,
    Batch,
    batches,
    decode,
    forget,
    packed,
    read_apart,
    read_batch,
)
from threadsite.conversion.keeping import Keeping
from threadsite.conversion.ledger import DAMAGE, Ledger, Origin, discard, memory, origins
from threadsite.conversion.parcels import encode
from threadsite.conversion.pruning import prune
from threadsite.conversion.reading import Dump, book, opened, refused
from threadsite.conversion.spool import Spool
from threadsite.disk import trouble, write_whole
from threadsite.document import Document
from threadsite.errors import ContentError
from threadsite.report import Outcome, Problem, Report
from threadsite.run import Meter, Run, Times, unseen
from threadsite.sources import Refused
from threadsite.workers import Workers, processes


class Media(msgspec.Struct, frozen=True):
    """What became of pictures and files."""

    seen: int = 0
    outcomes: dict[Outcome, int] = {}
    reasons: tuple[tuple[Outcome, str, int], ...] = ()
    problems: tuple[Problem, ...] = ()


class Authors(msgspec.Struct, frozen=True):
    """What became of the files of authors."""

    count: int = 0
    edited: tuple[str, ...] = ()


def convert(
    dumps: Iterable[Dump],
    content: Path,
    *,
    jobs: int | Workers = 1,
    cache: Path | None = None,
    meter: Meter = unseen,
    times: Times | None = None,
) -> Report:
    """Write the threads and authors of *dumps* to the folder *content*, with *jobs* processes.

    Converting the same dumps again changes no byte; what other dumps brought stays; a file that a
    person edited is left alone and named in the report. What is remembered in the folder *cache*
    is not read again. *meter* is told how far it is; *times* gets where the time of the
    processors went.
    """
    dumps = list(dumps)
    with little_collected(), _told(content), processes(jobs) as workers:
        run = Run(workers, meter, times or Times())
        try:
            return _convert(dumps, content, cache, run)
        except DAMAGE:
            if cache is None:
                raise
            # It shows at any question, in one way or another; it is only a cache.
            discard(cache)
            return _convert(dumps, content, cache, run)
        finally:
            workers.everywhere(forget)


def _convert(dumps: list[Dump], content: Path, cache: Path | None, run: Run) -> Report:
    with memory(cache) as db:
        report = Conversion(dumps, content, db, run).report()
    assert report.balanced, "the sums do not agree: " + " / ".join(report.lines())
    account = json.dumps(report.as_json(), indent=1, ensure_ascii=False) + "\n"
    write_whole(content / REPORT, account.encode())
    return report


@contextmanager
def _told(content: Path) -> Iterator[None]:
    """Say what keeps from writing: files are written whole or not at all, so nothing is lost."""
    try:
        yield
    except OSError as problem:
        said = trouble(content, problem)
    except sqlite3.OperationalError as problem:
        said = f"what conversions remember cannot be kept: {problem}"
    else:
        return
    raise ContentError(f"{content}: not all could be written; what is there stays. {said}")


@contextmanager
def little_collected() -> Iterator[None]:
    """Trees and posts are many small objects without cycles: looking for cycles among them again
    and again takes a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Conversion:
    """A conversion at work: documents are read, then threads written, then authors.

    What is as the last conversion left it is passed over, and counted as it was then.
    """

    def __init__(self, dumps: list[Dump], content: Path, db: sqlite3.Connection, run: Run) -> None:
        self._content, self._run = content, run
        self._spool, self._keeping = Spool(db), Keeping(db, content)
        self._ledger = Ledger(db, self._spool, self._keeping)
        with run.times.of("looking at what is there"):
            self._origins = origins(dumps)
            self._store = Store(content, db)
        self._takedowns = takedowns.read(content)
        self._binder = Binder(db, self._spool, self._keeping, self._store, self._takedowns)

    def report(self) -> Report:
        """Convert, and say what was done."""
        report, ledger = Report(), self._ledger
        mark = self._mark()
        whole = ledger.state("dumps") != mark or ledger.state("media") != self._media_mark()
        if whole:
            ledger.remember("dumps", None)
            self._read()
            with self._run.times.of("pictures and files"):
                self._gather()
        if AUTHOR in self._store.changed:
            ledger.remember("authors", None)
        self._binder.choose(whole=whole)
        names = {origin.dump.name for origin in self._origins}
        if self._binder.bind(names, self._run, report):
            ledger.remember("authors", None)
        with self._run.times.of("the account"):
            self._account(report)
        with self._run.times.of("authors"):
            anew = whole or ledger.state("authors") is None
            self._authors(report, anew=anew)
        self._boards(names, report)
        if anew or self._store.changed:
            with self._run.times.of("kept files"):
                gone = prune(self._content)
                report.pruned = sum(not self._keeping.brought(file) for file in gone)
        ledger.remember("dumps", mark)
        ledger.remember("media", self._media_mark())
        self._store.settle()
        return report

    def _mark(self) -> bytes:
        """What the threads and authors of the dumps depend on, before any is read."""
        told = [(one.label, one.settings, one.standing) for one in self._origins]
        parts = (str(self._content.resolve()), told, self._takedowns.mark)
        return hashlib.sha256(repr(parts).encode()).digest()

    def _read(self) -> None:
        self._ledger.begin()
        done = 0
        found = self._run.map("reading documents", read_batch, self._batches(), lost=read_apart)
        for result in found:
            with self._run.times.of("keeping what was read"):
                for delivery in decode(result):
                    self._ledger.deliver(delivery)
                    done += 1
                self._ledger.save()
            self._run.meter("reading documents", done, None)
        self._ledger.end(self._origins)

    def _batches(self) -> Iterator[Batch]:
        for origin in self._origins:
            yield from batches(packed(origin.dump, origin.standing), self._unread(origin))

    def _unread(self, origin: Origin) -> Iterator[tuple[Address, Document]]:
        """The documents of *origin* that were not read before."""
        found = opened(origin.dump)
        while True:
            with self._run.times.of("finding documents"):
                one = next(found, None)
                address = None
                if isinstance(one, Refused):
                    self._ledger.settle(origin, refused(one, origin.dump).receipt)
                elif one:
                    address = self._ledger.meet(one, origin)
            if one is None:
                return
            if address and isinstance(one, Document):
                yield address, one

    def _gather(self) -> None:
        found = Report()
        for origin in self._origins:
            self._keeping.gather(origin.dump.name, origin.dump.path, found)
        media = found.media
        reasons = tuple((*key, count) for key, count in media.reasons.items())
        kept = Media(media.seen, media.outcomes, reasons, tuple(found.problems))
        self._ledger.remember("files", encode(kept))

    def _account(self, report: Report) -> None:
        """Enter into *report* what became of documents, files and threads."""
        for receipt in self._ledger.receipts():
            book(receipt, report)
        kept = msgspec.msgpack.decode(self._ledger.state("files") or b"", type=Media)
        report.media.seen = kept.seen
        report.media.outcomes.update(kept.outcomes)
        report.media.reasons.update({(one, why): count for one, why, count in kept.reasons})
        for problem in kept.problems:
            report.note(problem)
        self._binder.account(report)

    def _authors(self, report: Report, *, anew: bool) -> None:
        """Write the files of authors, if *anew*, and enter into *report* what became of them."""
        if anew:
            self._ledger.remember("authors", encode(self._write_authors(report)))
        found = msgspec.msgpack.decode(self._ledger.state("authors") or b"", type=Authors)
        report.edited.extend(found.edited)
        report.unchanged = self._binder.files + found.count - report.written - len(report.edited)

    def _write_authors(self, report: Report) -> Authors:
        count, edited = 0, []
        for forum, author, aliases in self._spool.authors():
            page = self._author_page(AuthorPage(author, forum, aliases))
            if not page:
                continue
            path, written = self._store.put_author(page)
            count += 1
            report.written += written is Written.WRITTEN
            if written is Written.EDITED:
                edited.append(path.relative_to(self._content).as_posix())
        return Authors(count, tuple(edited))

    def _author_page(self, page: AuthorPage) -> AuthorPage | None:
        """*page* as it is to be written; None for an author who was taken down."""
        if not self._takedowns.named(page.forum, page.author):
            return page
        shown = self._takedowns.author(page.forum, page.author)
        held = self._store.path(AUTHOR, page.forum, page.author.id)
        if held and not (shown and slugs.slug(shown.name or "") in held):
            self._store.drop(AUTHOR, page.forum, page.author.id)
        return AuthorPage(shown, page.forum) if shown else None

    def _boards(self, dumps: Collection[str], report: Report) -> None:
        """Write what *dumps* say of boards, and enter into *report* what became of it."""
        found = self._store.put_boards(self._spool.boards(), dumps)
        if found is None:
            return
        written, left = found
        report.written += written is Written.WRITTEN
        report.unchanged += written is Written.UNCHANGED
        if written is Written.EDITED:
            report.edited.append(boards.FILE)
        if left:
            report.note(Problem(boards.FILE, f"what is said of {left} boards is too much for it"))

    def _media_mark(self) -> bytes:
        """A mark of the kept files as they are."""
        mark = hashlib.sha256()
        for path in media_files(self._content):
            found = path.stat()
            mark.update(repr((path.name, found.st_size, found.st_mtime_ns)).encode())
        return mark.digest()
