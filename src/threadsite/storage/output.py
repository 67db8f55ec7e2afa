"""A site at an address: what changed of it is sent, what pages need first and the home page last.

A list of what is there because of us, with checksums, lies beside it: nothing else is deleted, what
is there already is not sent again, and a sending that was cut off is finished by the next.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from itertools import groupby
from pathlib import Path

from threadsite.config import Site
from threadsite.deploy import DeployReport, manifest
from threadsite.deploy.manifest import MANIFEST, PENDING, Manifest
from threadsite.deploy.plan import Plan
from threadsite.errors import DeployError, StorageError
from threadsite.run import Run
from threadsite.storage import carrying
from threadsite.storage.carrying import carry
from threadsite.storage.known import Known, Pair, states
from threadsite.storage.place import Open, Place
from threadsite.workers import Workers

SUMS = "sums of the output"


def send(
    place: Place, site: Site, jobs: int | Workers, run: Run, *, whole: bool = False
) -> DeployReport:
    """Make *place* what the output folder of *site* is; *whole* trusts nothing that is there."""
    folder = site.output
    with run.times.of("checksums of the output"):
        new = _sums(folder, site.cache)
    old = _there(place)
    plan = Plan(dict.fromkeys(old, PENDING) if whole else old, new)
    if plan.uploads or plan.removals:
        _carry_out(place, folder, plan, jobs, run)
    size = sum((folder / name).stat().st_size for name in plan.uploads)
    unchanged = len(new) - len(plan.uploads)
    return DeployReport(str(place), plan.uploads, plan.removals, unchanged, size)


def _sums(folder: Path, cache: Path) -> Manifest:
    """The checksum of each file below *folder*; only of those that changed it is taken."""
    known, here = Known(cache, SUMS), states(folder)
    held = known.pairs()
    kept = {name: held[name] for name in here if name in held and held[name].here == here[name]}
    fresh = {
        name: Pair(found, manifest.checksum(folder / name))
        for name, found in here.items()
        if name not in kept
    }
    known.keep(fresh.items(), held.keys() - here.keys())
    return {name: pair.there for name, pair in (kept | fresh).items()}


def _there(place: Place) -> Manifest:
    """What is at *place* because of us."""
    with place.open("looking") as found:
        data = found.read(MANIFEST)
        if data is None and not found.is_empty():
            raise StorageError(
                f"{place}: not empty, and not written by threadsite;"
                " empty it, or name another [build] output"
            )
    try:
        return manifest.read(data or b"", str(place))
    except DeployError:
        raise StorageError(
            f"{place}: {MANIFEST} is damaged; delete all that is there and build again"
        ) from None


def _carry_out(place: Place, folder: Path, plan: Plan, jobs: int | Workers, run: Run) -> None:
    there = dict(plan.underway)
    with place.open("beginning") as found:
        found.make_folders(plan.uploads)
        _note(found, there)
    try:
        # A page is not seen before what it needs, nor the home page before what it leads to.
        for _, names in groupby(plan.uploads, key=_rank):
            work = partial(carrying.put, place, folder)
            for batch in carry("sending the site", work, tuple(names), jobs, run):
                there |= {name: plan.new[name] for name in batch}
        for batch in carry("deleting", partial(carrying.remove, place), plan.removals, jobs, run):
            for name in batch:
                del there[name]
    except BaseException:
        # So the next has less to do; where even that fails, it has as much.
        with suppress(StorageError), place.open("ending") as found:
            _note(found, there)
        raise
    with place.open("ending") as found:
        _note(found, plan.new)


def _note(place: Open, there: Manifest) -> None:
    place.write(MANIFEST, manifest.write(there))


def _rank(name: str) -> tuple[bool, bool]:
    return name == "index.html", name.endswith(".html")
