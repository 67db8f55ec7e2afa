"""Searches side by side: what was measured of each, and the tables of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from asking import Cost, Search
from gauge import Memory, Time
from queries import KINDS, Query

FIRST = 3
"""Results among which the post looked for has to be."""
NO_TIME, NOTHING = Time(0, 0), Memory(0, 0)
Figure = Callable[["Contender"], float]


@dataclass(slots=True)
class Contender:
    """A search, and what came of it."""

    name: str
    search: Search
    index: Path
    learned: Path | None
    """What it keeps for the next time, if anything."""
    folder: Path
    command: Sequence[str]
    is_local: bool
    """Whether it works from disk."""
    time: Time = NO_TIME
    memory: Memory = NOTHING
    served: Sequence[Cost] = ()
    local: Sequence[Cost] = ()
    ranks: list[tuple[str, int | None]] = field(default_factory=list)
    """Of each query its kind, and where the post stood, from 0."""

    def forget(self) -> None:
        """Let nothing of the index be there."""
        shutil.rmtree(self.index, ignore_errors=True)
        if self.learned:
            self.learned.unlink(missing_ok=True)

    def take(self, query: Query, found: Sequence[str]) -> None:
        """Take note of what *query* found, posts or pages."""
        page = query.post.partition("#")[0]
        places = (place for place, one in enumerate(found) if one in (query.post, page))
        self.ranks.append((query.kind, next(places, None)))

    @property
    def files(self) -> list[Path]:
        """The files of the index."""
        return [path for path in self.index.rglob("*") if path.is_file()]

    def found(self, kind: str, most: int) -> str:
        """For how many queries of this *kind* the post was among the first *most*."""
        ranks = [rank for asked, rank in self.ranks if asked == kind]
        return f"{sum(rank is not None and rank < most for rank in ranks)} of {len(ranks)}"


FIGURES: tuple[tuple[str, Figure, str], ...] = (
    ("index: CPU s", lambda one: one.time.processor, ",.2f"),
    ("index: seconds", lambda one: one.time.seconds, ",.2f"),
    ("index: MB of memory", lambda one: one.memory.together / 1e6, ",.0f"),
    ("index: files", lambda one: len(one.files), ",.0f"),
    ("index: MB", lambda one: sum(path.stat().st_size for path in one.files) / 1e6, ",.1f"),
    ("first query: KB gzipped", lambda one: _median(one.served, "bytes") / 1e3, ",.0f"),
    ("first query: ms", lambda one: _median(one.served, "cold"), ",.0f"),
    ("same query again: ms", lambda one: _median(one.served, "warm"), ",.1f"),
    ("from disk, first: KB gzipped", lambda one: _median(one.local, "bytes") / 1e3, ",.0f"),
    ("from disk, first: ms", lambda one: _median(one.local, "cold"), ",.0f"),
    ("from disk, again: ms", lambda one: _median(one.local, "warm"), ",.1f"),
)


def costs(contenders: Sequence[Contender], posts: int) -> Iterator[tuple[str, ...]]:
    """A table of what the search of so many *posts* costs: the last column is the first figure as
    a share of the last."""
    names = [one.name for one in contenders]
    yield f"{posts:,} posts", *names, f"of {names[-1]}'s"
    for name, figure, form in FIGURES:
        values = [figure(one) for one in contenders]
        share = f"{values[0] / values[-1]:.2f}" if values[-1] else ""
        yield name, *(format(value, form) if value else "-" for value in values), share


def ranking(contenders: Sequence[Contender]) -> Iterator[tuple[str, ...]]:
    """A table of how often the post looked for came first, and was among the first few."""
    heads = (head for one in contenders for head in (f"{one.name}: first", f"in first {FIRST}"))
    yield "queries", *heads
    for kind in KINDS:
        yield kind, *(one.found(kind, most) for one in contenders for most in (1, FIRST))


def _median(costs: Sequence[Cost], name: str) -> float:
    return float(median(getattr(cost, name) for cost in costs)) if costs else 0.0
