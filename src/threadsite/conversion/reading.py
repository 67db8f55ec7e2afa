"""Dumps read: every document becomes parts of threads, or a reason why not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from threadsite.conversion.mojibake import repair, repaired
from threadsite.decoding import clean
from threadsite.document import Document
from threadsite.engines import engine_named, identify
from threadsite.engines.engine import Describer, Engine, Part, Surveyor
from threadsite.errors import DumpError
from threadsite.model import Board, Post, Source, Thread
from threadsite.report import Outcome, Problem, Report
from threadsite.sources import Refused, documents

UNKNOWN = "no engine knows it"
POSTLESS = "no posts in it: a board, an index or another page"
WITHHELD = "nothing in it but what is left out"


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
    boards: tuple[Board, ...] = ()
    """What it says of boards."""
    unread: str = ""
    """Its dump and name, when no engine knows it."""

    @property
    def threads(self) -> tuple[Thread, ...]:
        """What it says of threads; a part may only count what was left out."""
        found = (part.thread for part in self.parts)
        return tuple(thread for thread in found if thread.posts or thread.title or thread.url)

    @property
    def receipt(self) -> Receipt:
        """What of it is for the report."""
        return Receipt(
            self.outcome,
            self.reason,
            self.engine,
            self.problems,
            self.repaired,
            sum(len(part.thread.posts) for part in self.parts),
            tuple(left_out for part in self.parts for left_out in part.left_out),
            self.unread,
        )


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one document, in numbers."""

    outcome: Outcome
    reason: str = ""
    engine: str = ""
    problems: tuple[Problem, ...] = ()
    repaired: int = 0
    posts: int = 0
    left_out: tuple[tuple[str, int], ...] = ()
    """Reasons and numbers of posts that are not for everybody."""
    unread: str = ""
    """Its dump and name, when no engine knows it."""


def read(dump: Dump) -> Iterator[Reading]:
    """Every document of *dump*, in the order of the dump. `DumpError` if it cannot be opened."""
    reader = Reader(dump)
    seen: set[bytes] = set()
    for found in opened(dump):
        if isinstance(found, Refused):
            yield refused(found, dump)
            continue
        digest = hashlib.sha256(found.data).digest()
        if digest in seen:
            yield doubled(found)
            continue
        seen.add(digest)
        yield reader.read(found)


def opened(dump: Dump) -> Iterator[Document | Refused]:
    """All that *dump* holds, in its order. `DumpError` if it cannot be opened."""
    if not dump.path.exists():
        raise DumpError(f"{dump.path}: no such file or folder; is the path of the dump right?")
    return documents(dump.path, name=dump.name)


def book(receipt: Receipt, report: Report) -> None:
    """Enter *receipt* into *report*: its document, the posts seen, and those left out."""
    report.documents.seen += 1
    report.documents.add(receipt.outcome, receipt.reason)
    if receipt.outcome is Outcome.IMPORTED:
        report.engines[receipt.engine] += 1
    report.repaired += receipt.repaired
    if receipt.unread:
        report.pass_by(receipt.unread)
    for problem in receipt.problems:
        report.note(problem)
    report.posts.seen += receipt.posts
    for reason, count in receipt.left_out:
        report.posts.seen += count
        report.posts.add(Outcome.SKIPPED, reason, count)


def doubled(document: Document) -> Reading:
    """What becomes of *document* when one before it in the dump has the same bytes."""
    return Reading(document.name, Outcome.DUPLICATE, "the same bytes as another document")


def fatal(document: Document) -> Reading:
    """What becomes of *document* when the process that reads it dies."""
    return _failed(document, "the process that read it ended", "it ended the process that read it")


def unkept(document: Document, problem: Exception) -> Reading:
    """What becomes of *document* when what it says cannot be kept."""
    return _broken(document, "keeping", problem)


def refused(found: Refused, dump: Dump) -> Reading:
    """What becomes of something in *dump* that is no document."""
    failed = found.outcome is Outcome.FAILED
    problems = (Problem(f"{dump.name}/{found.name}", found.reason),) if failed else ()
    return Reading(found.name, found.outcome, found.reason, problems=problems)


class Reader:
    """Reads the documents of a dump; an engine that can has surveyed it before it reads one."""

    def __init__(self, dump: Dump) -> None:
        self.dump = dump
        self.knowing = False
        """Whether the last document was read knowing the others of the dump."""
        self._chosen = engine_named(dump.engine, dump.engines) if dump.engine else None
        self._surveyed: dict[str, Engine] = {}

    def read(self, document: Document) -> Reading:
        """What becomes of *document*."""
        self.knowing = False
        return _read(document, self.dump, self._engine)

    def _engine(self, document: Document) -> Engine | None:
        """The engine of *document*; None when no engine knows it."""
        engine = self._chosen or identify(document, self.dump.engines)
        if not isinstance(engine, Surveyor):
            return engine
        self.knowing = True
        if engine.name not in self._surveyed:
            found = documents(self.dump.path, name=self.dump.name)
            self._surveyed[engine.name] = engine.surveyed(
                one for one in found if isinstance(one, Document)
            )
        return self._surveyed[engine.name]


def _read(
    document: Document, dump: Dump, engine_of: Callable[[Document], Engine | None]
) -> Reading:
    try:
        engine = engine_of(document)
        if engine is None:
            return _unread(document)
        boards = tuple(_boards(document, dump, engine))
        found = [_repaired(_of_forum(part, dump)) for part in engine.extract(document)]
    except Exception as problem:  # one bad page must not stop a conversion
        return _broken(document, "reading", problem)
    parts, count = tuple(part for part, _ in found), sum(count for _, count in found)
    if not (parts or boards) and document.kind == "html" and document.losses:
        return _failed(document, "not read to its end", document.losses[0])
    if not any(part.thread.posts for part in parts):
        reason = WITHHELD if any(part.left_out for part in parts) else POSTLESS
        return Reading(document.name, Outcome.SKIPPED, reason, engine.name, parts, boards=boards)
    problems = tuple(problem for part in parts for problem in part.problems)
    name, url = document.name, document.url
    return Reading(name, Outcome.IMPORTED, "", engine.name, parts, problems, url, count)


def _unread(document: Document) -> Reading:
    if not document.data.strip():
        return Reading(document.name, Outcome.SKIPPED, "empty")
    place = f"{document.dump}/{document.name}"
    return Reading(document.name, Outcome.SKIPPED, UNKNOWN, unread=place)


def _broken(document: Document, doing: str, problem: Exception) -> Reading:
    kind = type(problem).__name__
    return _failed(document, f"{kind} while {doing}", f"{kind}: {problem}"[:300])


def _failed(document: Document, reason: str, fact: str) -> Reading:
    problem = Problem(f"{document.dump}/{document.name}", fact)
    return Reading(document.name, Outcome.FAILED, reason, problems=(problem,))


def _repaired(part: Part) -> tuple[Part, int]:
    """*part* with damaged characters repaired, and how many posts had any: that is told, and is no
    problem, since it is only done where it is sure."""
    thread, count = repaired(part.thread)
    return replace(part, thread=thread), count


def _of_forum(part: Part, dump: Dump) -> Part:
    """*part* with the forum that the person named, or the name of the dump when none is known.

    Ids and names are as files will say them: others would be taken for the same there.
    """
    thread = part.thread
    forum = clean(dump.forum or thread.forum or dump.name)
    posts = tuple(map(_identified, thread.posts))
    return replace(part, thread=replace(thread, forum=forum, id=clean(thread.id), posts=posts))


def _identified(post: Post) -> Post:
    author, said = post.author, (post.id, post.author.id, post.author.name or "")
    id_, known, name = map(clean, said)
    if said == (id_, known, name):
        return post
    return replace(post, id=id_, author=replace(author, id=known, name=name or None))


def _boards(document: Document, dump: Dump, engine: Engine) -> Iterator[Board]:
    """What *document* says of boards, repaired and of the forum that the person named."""
    for board in engine.boards(document) if isinstance(engine, Describer) else ():
        yield replace(
            board,
            path=tuple(map(repair, board.path)),
            description=repair(board.description),
            forum=clean(dump.forum or board.forum or dump.name),
            source=Source(dump.name, document.name, engine.name, document.captured),
        )
