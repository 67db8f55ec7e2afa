"""The accounting of a conversion: every document and post has one outcome; the sums agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from threadsite.model import Thread

KEPT_PROBLEMS = 1000
"""More are counted, not kept: a broken dump may have one a page."""
KEPT_KNOWN = 1000
"""Threads named that lists of threads know and no page; more are counted."""
KEPT_UNREAD = 1000
"""Documents named that no engine knows; more are counted."""


class Outcome(StrEnum):
    """What became of a document or a post."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should know: where, what, and what to do."""

    place: str
    fact: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.fact}" + (f" ({self.hint})" if self.hint else "")


@dataclass(slots=True)
class Ledger:
    """How many of one thing ended how, with reasons for what was not imported."""

    seen: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    reasons: Counter[tuple[Outcome, str]] = field(default_factory=Counter)

    def add(self, outcome: Outcome, reason: str = "", count: int = 1) -> None:
        """Book *count* things that ended as *outcome*."""
        self.outcomes[outcome] += count
        if reason and count:
            self.reasons[outcome, reason] += count

    @property
    def balanced(self) -> bool:
        """Whether every thing seen has exactly one outcome."""
        return self.seen == sum(self.outcomes.values())

    def sum(self, one: str, many: str = "") -> str:
        """The account in one line: `12 documents = 9 imported + 1 duplicate + …`."""
        terms = " + ".join(f"{self.outcomes[outcome]:,} {outcome}" for outcome in Outcome)
        return f"{counted(self.seen, one, many)} = {terms}"

    def why(self) -> Iterator[tuple[Outcome, str, int]]:
        """Outcome, reason and number of what was not imported, the most frequent first."""
        for (outcome, reason), count in sorted(
            self.reasons.items(), key=lambda item: (-item[1], item[0])
        ):
            yield outcome, reason, count


@dataclass(slots=True)
class Report:
    """What a conversion did."""

    documents: Ledger = field(default_factory=Ledger)
    posts: Ledger = field(default_factory=Ledger)
    media: Ledger = field(default_factory=Ledger)
    """Pictures and attached files that posts mention and a dump holds."""
    engines: Counter[str] = field(default_factory=Counter)
    """Documents imported, by engine."""
    repaired: int = 0
    """Posts with characters that had been read in a wrong set, and could be read right."""
    revised: int = 0
    """Posts that captures of different times show with different words."""
    pruned: int = 0
    """Kept files that nothing mentions any more, and that were removed."""
    threads: int = 0
    written: int = 0
    """Files of content written or rewritten."""
    unchanged: int = 0
    edited: list[str] = field(default_factory=list)
    """Files that a person edited and that were left as they are."""
    known_only: int = 0
    """Threads that lists of threads name, and of which no dump has a page."""
    known: list[Thread] = field(default_factory=list)
    """The first of these."""
    unread: list[str] = field(default_factory=list)
    """The first documents that no engine knows."""
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0

    def note(self, problem: Problem) -> None:
        """Count *problem*, and keep it if there is room."""
        self.problem_count += 1
        if len(self.problems) < KEPT_PROBLEMS:
            self.problems.append(problem)

    def know(self, thread: Thread) -> None:
        """Count *thread* as known from lists only, and keep it if there is room."""
        self.known_only += 1
        if len(self.known) < KEPT_KNOWN:
            self.known.append(thread)

    def pass_by(self, document: str) -> None:
        """Keep that no engine knows *document*, if there is room."""
        if len(self.unread) < KEPT_UNREAD:
            self.unread.append(document)

    @property
    def balanced(self) -> bool:
        """Whether nothing was lost on the way."""
        return self.documents.balanced and self.posts.balanced and self.media.balanced

    def lines(self) -> Iterator[str]:
        """The account, for people, and what was written."""
        yield from self.account()
        yield (
            f"{counted(self.threads, 'thread')}: {counted(self.written, 'file')} written,"
            f" {self.unchanged:,} unchanged, {len(self.edited):,} edited by hand and left alone"
        )

    def account(self) -> Iterator[str]:
        """What was found in the dumps and what became of it, for people."""
        yield self.documents.sum("document")
        yield from _whys(self.documents)
        yield self.posts.sum("post")
        yield from _whys(self.posts)
        if self.repaired:
            posts = counted(self.repaired, "post")
            yield f"{posts} had characters repaired that were read in a wrong set"
        if self.revised:
            posts = counted(self.revised, "post")
            yield f"{posts} read otherwise in another capture: the latest is kept"
        if self.media.seen:
            yield self.media.sum("picture or file", "pictures and files")
            yield from _whys(self.media)
        if self.pruned:
            files = counted(self.pruned, "kept file")
            yield f"{files} removed: nothing mentions such files any more"
        if self.known_only:
            more = counted(self.known_only, "more thread")
            yield f"{more} known from lists, with no page in the dumps"

    def as_json(self) -> dict[str, object]:
        """The account, for `content/report.json` and the page about the archive."""
        return {
            "documents": _ledger_json(self.documents),
            "posts": _ledger_json(self.posts),
            "media": _ledger_json(self.media),
            "engines": dict(sorted(self.engines.items())),
            "repaired": self.repaired,
            "revised": self.revised,
            "threads": self.threads,
            "known_only": self.known_only,
            "known": [
                {"title": thread.title, "url": thread.url, "replies": thread.replies}
                for thread in self.known
            ],
            "unread": self.unread,
            "edited": sorted(self.edited),
            "problems": self.problem_count,
        }


def counted(number: int, one: str, many: str = "") -> str:
    """*number* of what *one* and *many* of it are called; without *many*, that ends in s."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def _whys(ledger: Ledger) -> Iterator[str]:
    for outcome, reason, count in ledger.why():
        yield f"  {count:,} {outcome}: {reason}"


def _ledger_json(ledger: Ledger) -> dict[str, object]:
    return {
        "seen": ledger.seen,
        **{str(outcome): ledger.outcomes[outcome] for outcome in Outcome},
        "reasons": [
            {"outcome": str(outcome), "reason": reason, "count": count}
            for outcome, reason, count in ledger.why()
        ],
    }
