"""A site at an address: what changed of it is sent, what pages need first and the home page last.

A list of what is there because of us, with checksums, lies beside it: nothing else is deleted, what
is there already is not sent again, and a sending that was cut off is finished by the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path

from threadsite.config import Site
from threadsite.deploy import manifest
from threadsite.deploy.manifest import MANIFEST, PENDING
from threadsite.errors import DeployError, StorageError
from threadsite.run import Run
from threadsite.storage import carrying
from threadsite.storage.carrying import Sent, carry
from threadsite.storage.known import Known, State, known, states
from threadsite.storage.place import Place
from threadsite.workers import Workers

SUMS = "sums of the output"
"""The place that checksums are kept under: they are the same wherever the site goes."""
LINES = 10_000
"""Lines of the list that are held at a time."""

HERE = "INSERT INTO temp.here VALUES (:name, :state)"
FORGET = "DELETE FROM known WHERE place = :place AND name NOT IN (SELECT name FROM temp.here)"
FRESH = """
SELECT h.name FROM temp.here h LEFT JOIN known k ON k.place = :place AND k.name = h.name
  WHERE k.here IS NOT h.state
"""
SUM = """
INSERT OR REPLACE INTO known SELECT :place, name, state, :state FROM temp.here WHERE name = :name
"""
THERE = "INSERT OR REPLACE INTO temp.there VALUES (:name, :state)"
STALE = """
FROM known k LEFT JOIN temp.there t ON t.name = k.name
  WHERE k.place = :place AND t.state IS NOT k.there
"""
UNDERWAY = f"INSERT OR REPLACE INTO temp.there SELECT k.name, '{PENDING}' {STALE}"
# A page is not seen before what it needs, nor the home page before what it leads to.
RANKS = (
    f"SELECT k.name {STALE} AND k.name NOT LIKE '%.html' ORDER BY k.name",
    f"SELECT k.name {STALE} AND k.name LIKE '%.html' AND k.name <> 'index.html' ORDER BY k.name",
    f"SELECT k.name {STALE} AND k.name = 'index.html'",
)
DONE = """
UPDATE temp.there SET state = (SELECT there FROM known WHERE place = :place AND name = :name)
  WHERE name = :name
"""
GONE = """
SELECT name FROM temp.there EXCEPT SELECT name FROM known WHERE place = :place ORDER BY name
"""
REMOVED = "DELETE FROM temp.there WHERE name = :name"


def send(place: Place, site: Site, jobs: int | Workers, run: Run, *, whole: bool = False) -> Sent:
    """Make *place* what the output folder of *site* is; *whole* trusts nothing that is there."""
    with known(site.cache, SUMS) as files, carrying.desk(site.cache) as desk:
        with run.times.of("checksums of the output"):
            _sum(files, site.output)
        files.tell(THERE, _there(place, desk / MANIFEST))
        if whole:
            files.tell(f"UPDATE temp.there SET state = '{PENDING}'")  # noqa: S608  (a constant)
        return _Sending(place, site.output, files, desk / MANIFEST).done(jobs, run)


def _sum(files: Known, folder: Path) -> None:
    """Know the checksum of each file below *folder*; only of those that changed it is taken."""
    files.tell(HERE, states(folder))
    files.tell(FORGET)
    for names in files.todo(FRESH).batches(carrying.BATCH):
        sums = {name: manifest.checksum(folder / name) for name in names}
        # What could not be read from the list is not to be written to it.
        files.tell(SUM, manifest.read(manifest.write(sums), str(folder)).items())


def _there(place: Place, note: Path) -> Iterator[State]:
    """What is at *place* because of us, with the checksums of it; *note* is for the list."""
    with place.open("looking") as found:
        if not found.is_there(MANIFEST):
            if found.is_empty():
                return
            raise StorageError(
                f"{place}: not empty, and not written by threadsite;"
                " empty it, or name another [build] output"
            )
        found.fetch([MANIFEST], [note])
    try:
        with note.open("rb") as lines:
            while part := b"".join(islice(lines, LINES)):
                yield from manifest.read(part, str(place)).items()
    except DeployError:
        raise StorageError(
            f"{place}: {MANIFEST} is damaged; delete all that is there and build again"
        ) from None


class _Sending:
    """The way from what is there to what is to be there."""

    def __init__(self, place: Place, folder: Path, files: Known, note: Path) -> None:
        self._place = place
        self._folder = folder
        self._files = files
        self._list = note
        self._sent = Sent(str(place))

    def done(self, jobs: int | Workers, run: Run) -> Sent:
        """Go it to its end."""
        stale = self._files.todo(f"SELECT k.name {STALE}")
        carrying.make_folders(self._place, stale)
        if stale.count or self._files.todo(GONE).count:
            self._files.tell(UNDERWAY)
            self._note()
            self._go(jobs, run)
        ((total,),) = self._files.ask("SELECT count(*) FROM temp.here")
        self._sent.unchanged = int(total) - self._sent.files
        return self._sent

    def _go(self, jobs: int | Workers, run: Run) -> None:
        try:
            self._put(jobs, run)
            self._remove(jobs, run)
        except BaseException:
            # So the next has less to do; where even that fails, it has as much.
            with suppress(StorageError):
                self._note()
            raise
        self._note()

    def _put(self, jobs: int | Workers, run: Run) -> None:
        work = partial(carrying.put, self._place, self._folder)
        for rank in RANKS:
            for names in carry("sending the site", work, self._files.todo(rank), jobs, run):
                self._files.tell(DONE, ((name, "") for name in names))
                self._sent.add(self._folder, names)

    def _remove(self, jobs: int | Workers, run: Run) -> None:
        work = partial(carrying.remove, self._place)
        for names in carry("deleting", work, self._files.todo(GONE), jobs, run):
            self._files.tell(REMOVED, ((name, "") for name in names))
            self._sent.removed += len(names)

    def _note(self) -> None:
        """Leave word there of what is there."""
        rows = self._files.ask("SELECT name, state FROM temp.there ORDER BY name")
        with self._list.open("wb") as file:
            while part := {row[0]: row[1] for row in islice(rows, LINES)}:
                file.write(manifest.write(part))
        with self._place.open("noting what is there") as there:
            there.make_folders([MANIFEST])
            there.put([MANIFEST], [self._list])
