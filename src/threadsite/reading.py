"""Dumps read: every document becomes parts of threads, or a reason why not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from threadsite.document import Document
from threadsite.engines import engine_named, identify
from threadsite.engines.engine import Engine, Part, Surveyor
from threadsite.errors import DumpError
from threadsite.mojibake import repaired
from threadsite.report import Outcome, Problem, Report
from threadsite.sources import Refused, documents


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump to be read. An empty forum or engine is told from each document."""

    path: Path
    name: str
    forum: str = ""
    engine: str = ""
    engines: tuple[Engine, ...] = ()
    """Those that may have made it; empty for all that there are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one document."""

    document: str
    outcome: Outcome
    reason: str = ""
    engine: str = ""
    parts: tuple[Part, ...] = ()
    problems: tuple[Problem, ...] = ()
    url: str | None = None
    """Where the document was, as far as the dump says."""
    repaired: int = 0
    """Posts whose characters had been read in a wrong set."""


def read(dump: Dump) -> Iterator[Reading]:
    """Every document of *dump*, in the order of the dump. `DumpError` if it cannot be opened."""
    if not dump.path.exists():
        raise DumpError(f"{dump.path}: no such file or folder; is the path of the dump right?")
    engines = _Engines(dump)
    seen: set[bytes] = set()
    for found in documents(dump.path, name=dump.name):
        if isinstance(found, Refused):
            yield _refused(found, dump)
            continue
        digest = hashlib.sha256(found.data).digest()
        if digest in seen:
            yield Reading(found.name, Outcome.DUPLICATE, "the same bytes as another document")
            continue
        seen.add(digest)
        yield _read(found, dump, engines)


def book(reading: Reading, report: Report) -> None:
    """Enter *reading* into *report*: its document, the posts seen, and those left out."""
    report.documents.seen += 1
    report.documents.add(reading.outcome, reading.reason)
    if reading.outcome is Outcome.IMPORTED:
        report.engines[reading.engine] += 1
    report.repaired += reading.repaired
    for problem in reading.problems:
        report.note(problem)
    for part in reading.parts:
        report.posts.seen += len(part.thread.posts)
        for reason, count in part.left_out:
            report.posts.seen += count
            report.posts.add(Outcome.SKIPPED, reason, count)


def _refused(found: Refused, dump: Dump) -> Reading:
    failed = found.outcome is Outcome.FAILED
    problems = (Problem(f"{dump.name}/{found.name}", found.reason),) if failed else ()
    return Reading(found.name, found.outcome, found.reason, problems=problems)


class _Engines:
    """The engines of a dump; one that can has surveyed it before it reads a document."""

    def __init__(self, dump: Dump) -> None:
        self.dump = dump
        self.chosen = engine_named(dump.engine, dump.engines) if dump.engine else None
        self.surveyed: dict[str, Engine] = {}

    def of(self, document: Document) -> Engine | None:
        """The engine of *document*; None when no engine knows it."""
        engine = self.chosen or identify(document, self.dump.engines)
        if not isinstance(engine, Surveyor):
            return engine
        if engine.name not in self.surveyed:
            found = documents(self.dump.path, name=self.dump.name)
            self.surveyed[engine.name] = engine.surveyed(
                one for one in found if isinstance(one, Document)
            )
        return self.surveyed[engine.name]


def _read(document: Document, dump: Dump, engines: _Engines) -> Reading:
    try:
        engine = engines.of(document)
        if engine is None:
            reason = "no engine knows it" if document.data.strip() else "empty"
            return Reading(document.name, Outcome.SKIPPED, reason)
        found = [_repaired(_of_forum(part, dump)) for part in engine.extract(document)]
    except Exception as problem:  # one bad page must not stop a conversion
        fact = f"{type(problem).__name__}: {problem}"[:300]
        return Reading(
            document.name,
            Outcome.FAILED,
            f"{type(problem).__name__} while reading",
            problems=(Problem(f"{document.dump}/{document.name}", fact),),
        )
    parts, count = tuple(part for part, _ in found), sum(count for _, count in found)
    if not any(part.thread.posts for part in parts):
        reason = "no posts in it: a board, an index or another page"
        return Reading(document.name, Outcome.SKIPPED, reason, engine.name, parts)
    problems = tuple(problem for part in parts for problem in part.problems)
    name, url = document.name, document.url
    return Reading(name, Outcome.IMPORTED, "", engine.name, parts, problems, url, count)


def _repaired(part: Part) -> tuple[Part, int]:
    """*part* with damaged characters repaired, and how many posts had any: that is told, and is no
    problem, since it is only done where it is sure."""
    thread, count = repaired(part.thread)
    return replace(part, thread=thread), count


def _of_forum(part: Part, dump: Dump) -> Part:
    """*part* with the forum that the person named, or the name of the dump when none is known."""
    forum = dump.forum or part.thread.forum or dump.name
    return replace(part, thread=replace(part.thread, forum=forum))
