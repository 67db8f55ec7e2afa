"""How what a check found is told: a line a problem, for people or for programs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from threadsite.checking import Outcome, hosts
from threadsite.checking.finding import KINDS, Finding
from threadsite.report import Problem, counted
from threadsite.terminal import visible


def lines(outcome: Outcome, most: int) -> Iterator[str]:
    """The first *most* problems of each kind, or all for 0, and what the site is, for people."""
    for kind, count in outcome.desk.counts().items():
        for finding in outcome.desk.findings(kind, most or None):
            yield visible(str(_problem(outcome, finding)))
        if most and count > most:
            yield f"… {count - most:,} more like this"
    yield (
        f"{outcome.folder}: {hosts.total(outcome.measures)},"
        f" {counted(outcome.links, 'link')} within the site"
    )
    yield outcome.measures.line()


def json_lines(outcome: Outcome) -> Iterator[str]:
    """A line of JSON for each problem, and a last one for the site."""
    counts = outcome.desk.counts()
    for kind in counts:
        for finding in outcome.desk.findings(kind):
            said = {"check": KINDS[kind].check, **finding._asdict(), "hint": KINDS[kind].hint}
            yield _json(said)
    measures = outcome.measures
    site = {"files": measures.files, "bytes": measures.size, "links": outcome.links}
    yield _json({**site, "problems": counts, "hosts": measures.fits()})


def _problem(outcome: Outcome, finding: Finding) -> Problem:
    place = outcome.folder / finding.file
    at = f"{place}:{finding.line}" if finding.line else str(place)
    return Problem(at, finding.what, KINDS[finding.kind].hint)


def _json(said: dict[str, object]) -> str:
    return msgspec.json.encode(said).decode()
