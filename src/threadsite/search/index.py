"""The search index of a site, brought up to date: what changed is written, and only that.

Threads are put into teams. What a team's posts hold is told once and kept, in cells of terms; the
cells that changed are merged anew. How threads fall into teams shows nowhere in what is written.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from pathlib import Path

from threadsite.run import Run as Working
from threadsite.search.cache import Cache
from threadsite.search.documents import Access
from threadsite.search.entries import Entry, Held
from threadsite.search.numbers import Numbers
from threadsite.search.tally import tally
from threadsite.search.terms import Run
from threadsite.search.writing import Writing

OWN = "search index"
"""What the time of the work that no worker does counts as."""
TEAM = 5_000
"""Posts of the threads that are told of together."""

Task = tuple[int, bytes, tuple[tuple[int, bytes], ...]]
"""A team, the mark of what is told of it, and its threads: row and numbers of their posts."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    posts: int
    terms: int
    files: int
    bytes: int
    """Of the whole index."""
    whole: bool
    """Whether all of it was written."""
    written: frozenset[str]
    """The names of the files that were written."""
    removed: frozenset[str]
    """The names of files that were published and are no more."""


class SearchIndex:
    """The index of what *access* opens, in *language*; what is told once is kept in *cache*."""

    def __init__(self, access: Access, cache: Cache, language: str, run: Working) -> None:
        self._access = access
        self._cache = cache
        self._language = language
        self._run = run

    def write(self, folder: Path, published: str | None = None) -> Outcome:
        """Write to *folder* what differs from the index of the site with the token *published*, or
        else all of it."""
        folder.mkdir(parents=True, exist_ok=True)
        with self._access() as source:
            with self._run.times.of(OWN):
                threads = list(source.threads())
                numbers = Numbers(source, threads)
                stale = self._stale(threads, numbers)
            self._tell(stale)
            whole = not self._cache.begin(published)
            before = frozenset(self._cache.names())
            writing = Writing(self._cache, self._run, folder)
            writing.terms()
            writing.posts(self._access, {thread.row: thread.mark for thread in threads}, numbers)
            with self._run.times.of(OWN):
                writing.lists(source, numbers)
                files = writing.meta(source, numbers)
        self._cache.commit()
        return Outcome(
            posts=len(numbers.rows),
            terms=sum(file.terms for file in files),
            files=len(files),
            bytes=sum(file.size for file in files),
            whole=whole,
            written=frozenset(writing.names),
            removed=before.difference(self._cache.names()),
        )

    def _stale(self, threads: Sequence[Held], numbers: Numbers) -> list[Task]:
        """The teams whose threads are not as they were; those without any are forgotten."""
        teams = _teams(self._cache, threads)
        known = self._cache.marks()
        for team in known.keys() - teams.keys():
            self._cache.drop(team)
        return [task for task in _tasks(teams, numbers) if known.get(task[0]) != task[1]]

    def _tell(self, stale: Sequence[Task]) -> None:
        """Tell anew what the teams in *stale* hold."""
        work = partial(_told, self._access, self._language)
        told = self._run.map(f"{OWN}: words", work, stale)
        for done, (team, mark, parts) in enumerate(told, 1):
            self._cache.replace(team, mark, parts)
            self._run.meter("indexing posts for search", done, len(stale))
        self._cache.commit()


def _teams(cache: Cache, threads: Sequence[Held]) -> dict[int, list[Held]]:
    """The threads of each team. New ones join the last, until it has enough posts."""
    known = cache.teams()
    teams: dict[int, list[Held]] = {}
    new: dict[int, int] = {}
    last = max(known.values(), default=0)
    held = sum(thread.posts for thread in threads if known.get(thread.row) == last)
    for thread in threads:
        team = known.pop(thread.row, None)
        if team is None:
            if held >= TEAM:
                last, held = last + 1, 0
            held += thread.posts
            team = new[thread.row] = last
        teams.setdefault(team, []).append(thread)
    cache.set_teams(new, known)
    return teams


def _tasks(teams: dict[int, list[Held]], numbers: Numbers) -> Iterator[Task]:
    for team, threads in teams.items():
        held = tuple((thread.row, numbers.of_thread(thread).tobytes()) for thread in threads)
        mark = blake2b(digest_size=12)
        for thread, (_, data) in zip(threads, held, strict=True):
            mark.update(thread.mark + data)
        yield team, mark.digest(), held


def _told(
    access: Access, language: str, task: Task
) -> tuple[int, bytes, tuple[tuple[Run, ...], ...]]:
    """What the team of *task* holds: work for any process."""
    team, mark, threads = task

    def posts(row: int, data: bytes) -> Iterable[tuple[int, Entry]]:
        return zip(array("I", data), source.entries(row), strict=True)

    with access() as source:
        return team, mark, tuple(tally((posts(*thread) for thread in threads), language))
