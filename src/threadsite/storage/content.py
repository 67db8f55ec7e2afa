"""Content at an address: brought to a folder, and sent back when dumps were converted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from threadsite.config import Site
from threadsite.errors import StorageError
from threadsite.run import Run
from threadsite.storage import carrying
from threadsite.storage.carrying import Sent, carry, unseen
from threadsite.storage.known import Known, State, known, state, states
from threadsite.storage.place import Place
from threadsite.workers import Workers

HERE = "INSERT INTO temp.here VALUES (:name, :state)"
THERE = "INSERT OR REPLACE INTO temp.there VALUES (:name, :state)"
JOINED = """
  LEFT JOIN temp.here h ON h.name = n.name LEFT JOIN temp.there t ON t.name = n.name
  LEFT JOIN known k ON k.place = :place AND k.name = n.name
"""
GONE_THERE = "SELECT name FROM temp.here EXCEPT SELECT name FROM temp.there"
# Of what tells no state it is never known that it is as it was.
STALE = f"""
SELECT n.name FROM temp.there n {JOINED}
  WHERE t.state = '' OR k.there IS NOT t.state OR k.here IS NOT h.state ORDER BY n.name
"""  # noqa: S608  (a constant)
SAME = """
INSERT OR REPLACE INTO known
  SELECT :place, name, :state, state FROM temp.there WHERE name = :name
"""
FORGET = "DELETE FROM known WHERE place = :place AND name NOT IN (SELECT name FROM temp.there)"
CHANGED = f"""
SELECT n.name FROM temp.here n {JOINED} WHERE k.here IS NOT h.state ORDER BY n.name
"""  # noqa: S608  (a constant)
GONE_HERE = """
SELECT name FROM known WHERE place = :place EXCEPT SELECT name FROM temp.here ORDER BY name
"""
CONTESTED = f"""
SELECT n.name FROM (SELECT name FROM known WHERE place = :place UNION SELECT name FROM temp.here) n
  {JOINED}
  WHERE k.here IS NOT h.state AND k.there IS NOT t.state AND h.state IS NOT t.state
  ORDER BY n.name LIMIT 1
"""  # noqa: S608  (a constant)


def bring(place: Place, site: Site, jobs: int | Workers, run: Run, *, new: bool) -> None:
    """Make the content folder of *site* what *place* is; that may be *new*, and not there yet."""
    folder = site.content
    folder.mkdir(parents=True, exist_ok=True)
    with known(site.cache, place) as files, carrying.desk(site.cache) as desk:
        _look(files, place, folder, new=new)
        for (name,) in files.ask(GONE_THERE):
            _unlink(folder, name)
        files.tell(FORGET)
        work = partial(carrying.fetch, place, folder, desk)
        for names in carry("fetching content", work, files.todo(STALE), jobs, run):
            files.tell(SAME, _states(folder, names))


def send(place: Place, site: Site, jobs: int | Workers, run: Run) -> Sent:
    """Make *place* what the content folder of *site* is, where nobody changed it meanwhile."""
    folder, sent = site.content, Sent(str(place))
    with known(site.cache, place) as files:
        _look(files, place, folder, new=True)
        for (name,) in files.ask(CONTESTED):
            raise StorageError(
                f"{place}: {name} was changed there while dumps were converted, and nothing was"
                " sent; give the command again"
            )
        changed = files.todo(CHANGED)
        carrying.make_folders(place, changed)
        for names in carry("sending", partial(carrying.put, place, folder), changed, jobs, run):
            sent.add(folder, names)
        if changed.count:
            # Only there it is told in which state they are now.
            files.tell(THERE, _listed(place, new=True))
        for names in changed.batches(carrying.BATCH):
            files.tell(SAME, _states(folder, names))
        gone = files.todo(GONE_HERE)
        for names in carry("deleting", partial(carrying.remove, place), gone, jobs, run):
            sent.removed += len(names)
        files.tell(
            "DELETE FROM known WHERE place = :place AND name IN (SELECT name FROM temp.todo)"
        )
        ((total,),) = files.ask("SELECT count(*) FROM temp.here")
    sent.unchanged = int(total) - sent.files
    return sent


def _look(files: Known, place: Place, folder: Path, *, new: bool) -> None:
    """See what is in the *folder* here and at *place*."""
    files.tell(THERE, _listed(place, new=new))
    files.tell(HERE, states(folder))


def _listed(place: Place, *, new: bool) -> Iterator[State]:
    """Each file at *place*."""
    with place.open("listing") as found:
        if found.is_there():
            yield from found.states()
        elif not new:
            raise StorageError(
                f"{place}: no such folder; name dumps to convert, or another [build] content"
            )


def _states(folder: Path, names: carrying.Names) -> Iterator[State]:
    """The states of files that a worker brought."""
    try:
        for name in names:
            yield name, state(folder / name)
    except FileNotFoundError:
        raise unseen(folder) from None


def _unlink(folder: Path, name: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    path = folder / name
    path.unlink()
    for parent in path.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()
