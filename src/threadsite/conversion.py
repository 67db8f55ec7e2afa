"""Dumps to content: read every document, join what belongs together, write it as Markdown."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path

from threadsite.collate import join
from threadsite.content import AuthorPage
from threadsite.keeping import Keeping
from threadsite.model import Post, Thread
from threadsite.pruning import prune
from threadsite.reading import Dump, Reading, book, read
from threadsite.report import Outcome, Problem, Report
from threadsite.spool import Spool
from threadsite.store import Store, Written, write_whole

REPORT = "report.json"

Progress = Callable[[Reading], None]


def convert(dumps: Iterable[Dump], content: Path, progress: Progress | None = None) -> Report:
    """Write the threads and authors of *dumps* to the folder *content*.

    Converting the same dumps again changes no byte; what other dumps brought stays; a file that a
    person edited is left alone and named in the report. *progress* is called after each document.
    """
    dumps = list(dumps)
    report = Report()
    store = Store(content)
    with _little_collected(), Spool() as spool:
        keeping = Keeping(spool.db, content)
        for reading in chain.from_iterable(map(read, dumps)):
            book(reading, report)
            for part in reading.parts:
                spool.add(part.thread)
                keeping.want(part.thread, reading.url)
            if progress:
                progress(reading)
        for dump in dumps:
            keeping.gather(dump.name, dump.path, report)
        names = {dump.name for dump in dumps}
        for parts in spool.threads():
            _write_thread(list(map(keeping.kept, parts)), names, store, report, spool)
        for forum, author, aliases in spool.authors():
            _count(*store.put_author(AuthorPage(author, forum, aliases)), report, content)
    report.pruned = prune(content)
    assert report.balanced, "the sums do not agree: " + " / ".join(report.lines())
    account = json.dumps(report.as_json(), indent=1, ensure_ascii=False) + "\n"
    write_whole(content / REPORT, account)
    return report


@contextmanager
def _little_collected() -> Iterator[None]:
    """Trees and posts are many small objects without cycles: looking for cycles among them again
    and again takes a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _write_thread(
    parts: list[Thread], dumps: Collection[str], store: Store, report: Report, spool: Spool
) -> None:
    held = store.thread(parts[0].forum, parts[0].id)
    joined = join(map(spool.identified, parts))
    thread, fresh = joined.thread, len(joined.thread.posts)
    report.posts.add(Outcome.DUPLICATE, "another document has it too", joined.duplicates)
    if held:
        kept = tuple(post for post in held[0].posts if not _from(post, dumps))
        if kept:
            merged = join([replace(held[0], posts=kept), thread])
            thread = merged.thread
            report.posts.add(Outcome.DUPLICATE, "another dump brought it", merged.duplicates)
            fresh -= merged.duplicates
    if not thread.posts:
        report.know(thread)
        return
    path, written = store.put_thread(thread)
    _count(path, written, report, store.folder)
    if held and written is Written.EDITED:
        _book_edited(held[0], thread, str(path.relative_to(store.folder)), report, fresh)
        thread = held[0]
    else:
        report.posts.add(Outcome.IMPORTED, count=fresh)
    report.threads += 1
    report.revised += sum(post.versions > 1 for post in thread.posts)
    spool.add_authors(thread)


def _book_edited(held: Thread, thread: Thread, place: str, report: Report, fresh: int) -> None:
    """The posts of a file that a person edited: there already, or not taken over."""
    ids = {post.id for post in held.posts}
    absent = min(fresh, sum(post.id not in ids for post in thread.posts))
    report.posts.add(Outcome.DUPLICATE, "in a file edited by hand", fresh - absent)
    if absent:
        report.posts.add(Outcome.SKIPPED, "not taken over into a file edited by hand", absent)
        report.note(
            Problem(
                place,
                f"edited by hand, so {absent} posts that it lacks were not written",
                "move the file away and convert again to see them",
            )
        )


def _from(post: Post, dumps: Collection[str]) -> bool:
    return post.source is not None and post.source.dump in dumps


def _count(path: Path, written: Written, report: Report, content: Path) -> None:
    match written:
        case Written.WRITTEN:
            report.written += 1
        case Written.UNCHANGED:
            report.unchanged += 1
        case Written.EDITED:
            report.edited.append(path.relative_to(content).as_posix())
