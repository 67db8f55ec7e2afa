"""The accounting of a conversion: every document and post has one outcome; the sums agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


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
