"""Whether a built site is whole, and fit to be put online: a look at its files, which changes none.

Each file is read once, by any process, and tells where it leads, what it loads and what is wrong
with it (`page` and `files`). What only shows when all are known is asked of a database (`desk`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from threadsite import urls
from threadsite.checking import hosts, private
from threadsite.checking.desk import Desk
from threadsite.checking.examining import Job, examine
from threadsite.checking.files import is_read
from threadsite.checking.finding import KINDS, Finding
from threadsite.checking.hosts import HOSTS, Measures
from threadsite.config import Site
from threadsite.content import takedowns
from threadsite.errors import BuildError
from threadsite.pages.material import policy
from threadsite.run import Run
from threadsite.staging import MARKER

BATCH = 64
"""Files that a worker reads at a time."""
NEEDED = (urls.INDEX, urls.NOT_FOUND)
"""Files that every site has."""
ROOTS = (*NEEDED, urls.ROBOTS, hosts.REDIRECTS, hosts.HEADERS)
"""Files that nothing has to lead to: readers begin there, and hosts and search engines look."""


@dataclass(slots=True)
class Outcome:
    """What a check found."""

    folder: Path
    measures: Measures
    desk: Desk
    links: int = 0
    problems: int = 0

    def close(self) -> None:
        """Forget it."""
        self.desk.close()


def check(site: Site, target: str = "", run: Run | None = None) -> Outcome:
    """What is wrong with the built *site*, for the host *target* if one is named.

    `BuildError` if there is no finished site, or another one before all of it was looked at.
    """
    run, folder = run or Run(), site.output
    token = _token(folder)
    outcome = Outcome(folder, Measures(), Desk())
    _look(outcome)
    _read(outcome, _job(site), run)
    if _token(folder) != token:
        raise BuildError(f"{folder}: it was built anew meanwhile; check it again")
    if target:
        outcome.desk.add(outcome.measures.beyond(HOSTS[target]))
    outcome.desk.conclude()
    counts = outcome.desk.counts()
    outcome.problems = sum(counts[kind] for kind in counts if not KINDS[kind].is_note)
    return outcome


def _token(folder: Path) -> bytes:
    """What tells the finished site in *folder* from another."""
    try:
        return (folder / MARKER).read_bytes()
    except FileNotFoundError:
        raise BuildError(f"{folder}: no finished site; run `threadsite build` first") from None


def _job(site: Site) -> Job:
    said = site.settings
    home = said.site.url.rstrip("/") + "/" if said.site.url else ""
    sheet = takedowns.read(site.content).sheet
    forums = frozenset(dump.forum for dump in site.dumps)
    return Job(site.output, home, policy(said.privacy.images == "load"), sheet, forums)


def _look(outcome: Outcome) -> None:
    """Look at what there is, without reading it."""
    desk, measures = outcome.desk, outcome.measures
    for entry in private.walk(outcome.folder):
        if not hosts.is_text(entry.name):
            name = ascii(entry.name).strip("'")
            desk.add([Finding("host", name, 0, "a name that is not UTF-8")])
            continue
        found = list(private.check_entry(entry))
        if not entry.is_folder and entry.name != MARKER:
            measures.add(entry.name, entry.size)
            found += hosts.check_name(entry.name)
            desk.add_file(entry.name, to_read=entry.is_regular and is_read(entry.name))
        desk.add(found)
    measures.read_rules(outcome.folder)
    missing = (name for name in NEEDED if not (outcome.folder / name).is_file())
    desk.add(Finding("missing-page", name, 0, "is not there") for name in missing)


def _read(outcome: Outcome, job: Job, run: Run) -> None:
    """Read what there is."""
    desk, total = outcome.desk, outcome.desk.to_read()
    done = 0
    desk.add_led(ROOTS)
    for examined in run.map("files of the site", partial(examine, job), _batches(desk)):
        desk.add(examined.findings)
        desk.add_led(examined.led)
        desk.add_ids(examined.ids)
        desk.add_wanted(examined.wanted)
        outcome.links += examined.links
        done += examined.files
        run.meter("looking at files of the site", done, total)


def _batches(desk: Desk) -> Iterator[list[str]]:
    names = desk.names()
    while batch := list(islice(names, BATCH)):
        yield batch
