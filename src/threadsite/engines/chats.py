"""Chats have no threads: what a channel said in a month is one, or in a day where that is much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from threadsite.document import Document
from threadsite.engines.engine import Part
from threadsite.model import Post, Source, Thread
from threadsite.report import Problem

MUCH = 200
"""Posts of a month that are more than one thread."""
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Channel:
    """Where people talked."""

    id: str
    name: str
    board: tuple[str, ...] = ()
    forum: str = ""
    url: str | None = None


def conversations(
    channel: Channel, posts: Iterable[Post], *, daily: bool = False
) -> Iterator[Thread]:
    """A thread for each month of *posts*, or for each day of a busy month; *daily*: of any."""
    found = list(posts)
    dates = _dates(found)
    months = Counter(date[:7] for date in dates)
    periods = [
        date if date == UNDATED or daily or months[date[:7]] > MUCH else date[:7] for date in dates
    ]
    ordered = sorted(zip(periods, found, strict=True), key=lambda pair: pair[0])
    for period, group in groupby(ordered, key=lambda pair: pair[0]):
        yield Thread(
            id=f"{channel.id}-{period}",
            title=f"{channel.name}, {period}",
            posts=tuple(post for _, post in group),
            forum=channel.forum,
            board=(*channel.board, channel.name),
            url=channel.url,
        )


def part(thread: Thread, document: Document, engine: str) -> Part:
    """*thread* as read by *engine* from *document*, with what of the document was lost."""
    source = Source(document.dump, document.name, engine, document.captured)
    posts = tuple(replace(post, source=source) for post in thread.posts)
    return Part(replace(thread, posts=posts))


def losses(document: Document) -> tuple[Problem, ...]:
    """What of *document* could not be read."""
    return tuple(Problem(document.name, fact) for fact in document.losses)


def _dates(posts: Iterable[Post]) -> list[str]:
    """The day of each post; one without a date is of the day of the post before it."""
    dates: list[str] = []
    for post in posts:
        day = post.created.date().isoformat() if post.created else ""
        dates.append(day or (dates[-1] if dates else UNDATED))
    return dates
