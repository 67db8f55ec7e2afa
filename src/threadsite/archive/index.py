"""The index of an archive: content read thread by thread into tables that answer fast.

It holds nothing that content does not. Brought up to date, it reads only the files that changed;
thrown away, it is made anew.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from threadsite import content
from threadsite.archive import addresses, derived, old
from threadsite.archive.boards import tell_boards, tell_descriptions
from threadsite.archive.filling import Stamp, add_thread, author_fields, forget, withhold
from threadsite.archive.reach import Reach
from threadsite.archive.reading import Read
from threadsite.archive.tables import HOSTS, INDEXES, SCHEMA, WITHHELD
from threadsite.content import boards
from threadsite.content.takedowns import Takedowns
from threadsite.errors import ContentError
from threadsite.markup.addresses import mentioned
from threadsite.run import Run


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


@dataclass(frozen=True, slots=True)
class Intake:
    """What an index is filled from."""

    folder: Path
    """The content folder."""
    read: Read
    takedowns: Takedowns
    run: Run
    only: frozenset[str] | None = None
    """The thread files that count; None for all."""

    def threads(self) -> dict[str, Stamp]:
        """The thread files by their paths below the folder."""
        found = dict(_stamps(self.folder, content.thread_files(self.folder)))
        return {path: found[path] for path in found if self.only is None or path in self.only}


def update(db: sqlite3.Connection, intake: Intake, made_by: str) -> None:
    """Bring *db*, empty or filled before, up to date with the content of *intake*.

    What the changes reach is stale from then on. It is one transaction: an error, or an end by
    force, leaves the index as it was.
    """
    fresh = not db.execute("SELECT 1 FROM sqlite_schema").fetchone()
    db.executescript(f"BEGIN; {SCHEMA if fresh else ''}")
    if fresh:
        db.execute("INSERT INTO maker VALUES (?)", (made_by,))
    hosts, withheld = set(db.execute(HOSTS)), set(db.execute(WITHHELD))
    reach = Reach(db, whole=fresh)
    _update_author_files(db, intake.folder, intake.takedowns, reach)
    _update_descriptions(db, intake.folder)
    _update_media(db, intake.folder, reach)
    with intake.run.times.of("filling the index"):
        _update_threads(db, intake, reach)
    with intake.run.times.of("telling what hangs together"):
        _finish(db, reach, hosts, withheld)
    db.execute("COMMIT")


def _finish(
    db: sqlite3.Connection, reach: Reach, hosts: set[object], withheld: set[tuple[str]]
) -> None:
    for statement in INDEXES:
        db.execute(statement)
    if not reach.nothing:
        reach.whole |= _update_derived(db, reach) or hosts != set(db.execute(HOSTS))
    for (file,) in withheld ^ set(db.execute(WITHHELD)):
        reach.note_file(file)
    reach.end()


def _update_derived(db: sqlite3.Connection, reach: Reach) -> bool:
    """Tell anew what hangs together; whether that may change any page."""
    if reach.whole:
        db.execute("INSERT OR IGNORE INTO temp.person SELECT id FROM author")
    reach.note_authors(derived.tell_authors(db, whole=reach.whole))
    moved = [tell_boards(db), derived.tell_tags(db)]
    reach.note_boards(*tell_descriptions(db))
    reach.follow()
    derived.tell_ghosts(db, whole=reach.whole)
    derived.tell_answers(db, whole=reach.whole)
    return reach.whole or any(moved)


def _update_author_files(
    db: sqlite3.Connection, folder: Path, takedowns: Takedowns, reach: Reach
) -> None:
    found = dict(_stamps(folder, content.author_files(folder)))
    query = "SELECT path, size, changed, forum, known FROM author_file"
    known = {path: ((size, changed), who) for path, size, changed, *who in db.execute(query)}
    gone = [path for path, (stamp, _) in known.items() if found.get(path) != stamp]
    for path in gone:
        reach.note_person(*known[path][1])
        db.execute("DELETE FROM author_file WHERE path = ?", (path,))
    # Who was taken down is no row: their files are read each time.
    db.execute("DELETE FROM withheld WHERE path LIKE 'authors/%'")
    for path, stamp in found.items():
        if path not in known or path in gone:
            _add_author_file(db, folder, path, stamp, takedowns, reach)


def _add_author_file(
    db: sqlite3.Connection,
    folder: Path,
    name: str,
    stamp: Stamp,
    takedowns: Takedowns,
    reach: Reach,
) -> None:
    text = content.read_text(folder / name)
    page = content.load_author(text, str(folder / name))
    if takedowns.named(page.forum, page.author):
        withhold(db, name, mentioned(text))
        return
    author, key = page.author, addresses.of_file(folder / name)
    aliases = sorted({alias for alias in page.aliases if alias != author.name})
    facts = (json.dumps(aliases, ensure_ascii=False), page.bio)
    row = (name, *stamp, key, page.forum, *author_fields(author), *facts)
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


def _update_descriptions(db: sqlite3.Connection, folder: Path) -> None:
    file = folder / boards.FILE
    found = [list(stamp) for _, stamp in _stamps(folder, (file,) if file.is_file() else ())]
    query = "SELECT size, changed FROM media WHERE path = ?"
    if found == list(map(list, db.execute(query, (boards.FILE,)))):
        return
    db.execute("DELETE FROM described")
    db.executemany(
        "INSERT OR REPLACE INTO described VALUES (?, ?, ?, ?)",
        (
            (
                board.forum,
                json.dumps(board.path, ensure_ascii=False),
                board.description.strip(),
                old.of_board(board),
            )
            for board in boards.read(folder)
        ),
    )


def _update_media(db: sqlite3.Connection, folder: Path, reach: Reach) -> None:
    others = filter(Path.is_file, (folder / content.REPORT, folder / boards.FILE))
    found = dict(_stamps(folder, (*content.media_files(folder), *others)))
    held = {path: stamp for path, *stamp in db.execute("SELECT path, size, changed FROM media")}
    for path in found.keys() | held.keys():
        if [*found.get(path, ())] == held.get(path):
            continue
        reach.note_file(path)
        db.execute("DELETE FROM media WHERE path = ?", (path,))
        if path in found:
            db.execute("INSERT INTO media VALUES (?, ?, ?)", (path, *found[path]))


def _update_threads(db: sqlite3.Connection, intake: Intake, reach: Reach) -> None:
    found = intake.threads()
    query = "SELECT path, size, changed, digest, id FROM thread"
    known = {
        path: ((size, changed), mark, row) for path, size, changed, mark, row in db.execute(query)
    }
    for path in known.keys() - found.keys():
        forget(db, known[path][2], reach)
    query = "SELECT DISTINCT path FROM withheld WHERE path LIKE 'threads/%'"
    for (path,) in db.execute(query).fetchall():
        if path not in found:
            withhold(db, path, ())
    asked = (
        (path, stamp[0], known[path][1] if path in known else None)
        for path, stamp in found.items()
        if path not in known or known[path][0] != stamp
    )
    for count, (path, facts) in enumerate(intake.read(asked), 1):
        intake.run.meter("reading threads", count, len(found))
        row = known[path][2] if path in known else None
        if facts:
            withhold(db, path, facts.withheld)
            if row:
                forget(db, row, reach)
            if facts.row:
                reach.note(add_thread(db, intake.folder, facts, found[path], row))
        else:
            stamp = (*found[path], path)
            db.execute("UPDATE thread SET size = ?, changed = ? WHERE path = ?", stamp)


def _stamps(folder: Path, paths: Iterable[Path]) -> Iterator[tuple[str, Stamp]]:
    start = os.path.join(folder, "")  # noqa: PTH118  (of very many paths; a Path takes its time)
    for path in paths:
        found = content.stat(path)
        yield os.fspath(path).removeprefix(start), (found.st_size, found.st_mtime_ns)
