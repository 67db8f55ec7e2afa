"""Content at an address: brought to a folder, and sent back when dumps were converted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from threadsite.config import Site
from threadsite.deploy import DeployReport
from threadsite.errors import StorageError
from threadsite.run import Run
from threadsite.storage import carrying
from threadsite.storage.carrying import carry
from threadsite.storage.known import Known, Pair, state, states
from threadsite.storage.place import Place
from threadsite.workers import Workers


def bring(place: Place, site: Site, jobs: int | Workers, run: Run, *, new: bool) -> None:
    """Make the content folder of *site* what *place* is; that may be *new*, and not there yet."""
    folder, known = site.content, Known(site.cache, place)
    there, held = _there(place, new=new), known.pairs()
    folder.mkdir(parents=True, exist_ok=True)
    here = states(folder)
    for name in here.keys() - there.keys():
        _unlink(folder, name)
    known.keep((), held.keys() - there.keys())
    # Of what tells no state it is never known that it is as it was.
    stale = [
        name
        for name, found in there.items()
        if not found or held.get(name) != (here.get(name), found)
    ]
    with carrying.desk(site.cache) as desk:
        work = partial(carrying.fetch, place, folder, desk)
        for batch in carry("fetching content", work, stale, jobs, run):
            known.keep((name, Pair(_state(folder, name), there[name])) for name in batch)


def send(place: Place, site: Site, jobs: int | Workers, run: Run) -> DeployReport:
    """Make *place* what the content folder of *site* is, where nobody changed it meanwhile."""
    folder, known = site.content, Known(site.cache, place)
    there, held, here = _there(place, new=True), known.pairs(), states(folder)
    changed = sorted(name for name in here if name not in held or held[name].here != here[name])
    gone = sorted(held.keys() - here.keys())
    for name in (*changed, *gone):
        if there.get(name) != (held[name].there if name in held else None):
            raise StorageError(
                f"{place}: {name} was changed there while dumps were converted, and nothing was"
                " sent; give the command again"
            )
    with place.open("making folders") as found:
        found.make_folders(changed)
    for _ in carry("sending content", partial(carrying.put, place, folder), changed, jobs, run):
        pass
    for _ in carry("deleting content", partial(carrying.remove, place), gone, jobs, run):
        pass
    sent = _there(place, new=True) if changed else there
    known.keep(((name, Pair(here[name], sent[name])) for name in changed if name in sent), gone)
    size = sum((folder / name).stat().st_size for name in changed)
    return DeployReport(str(place), tuple(changed), tuple(gone), len(here) - len(changed), size)


def _there(place: Place, *, new: bool) -> dict[str, str]:
    """The state of each file at *place*."""
    with place.open("listing") as found:
        try:
            return dict(found.states())
        except FileNotFoundError:
            if new:
                return {}
            raise StorageError(
                f"{place}: no such folder; name dumps to convert, or another [build] content"
            ) from None


def _state(folder: Path, name: str) -> str:
    """The state of a file that a worker brought."""
    try:
        return state(folder / name)
    except FileNotFoundError:
        raise carrying.unseen(folder) from None


def _unlink(folder: Path, name: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    path = folder / name
    path.unlink()
    for parent in path.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()
