"""What charts are made of: counts over time, by hour, by length, each with its share."""

from __future__ import annotations

from datetime import datetime

import msgspec

from threadsite.pages.parts import Unit, YearBar
from threadsite.rows import AuthorRef, BoardRef, BoardRow, PostRow


class Bar(msgspec.Struct, frozen=True, gc=False):
    """A year or month of the archive and how much was written in it."""

    date: datetime
    """When it begins."""
    unit: Unit
    posts: int
    height: int
    """Percent of the highest bar."""
    address: str
    """Its place in the calendar; empty for a silent one."""


class MonthBar(msgspec.Struct, frozen=True, gc=False):
    """A month, its posts and those who wrote them, as two bars."""

    date: datetime
    """When it begins."""
    posts: int
    authors: int
    posts_height: int
    """Percent of the month with most posts."""
    authors_height: int
    """Percent of the month with most authors."""
    address: str
    """Its page of the calendar; empty for a silent one."""


class HourCell(msgspec.Struct, frozen=True, gc=False):
    """An hour of a day of the week."""

    posts: int
    level: int
    """From 0 for no posts to 4 for the most."""


class BoardLine(msgspec.Struct, frozen=True, gc=False):
    """An outermost board, with those inside it, over the years."""

    board: BoardRow
    years: tuple[YearBar, ...]


class Length(msgspec.Struct, frozen=True, gc=False):
    """How many threads are about so long."""

    least: int
    """Posts."""
    most: int | None
    """Posts; None where there is no upper limit."""
    threads: int
    share: int
    """Percent of the most frequent length."""


class Pair(msgspec.Struct, frozen=True, gc=False):
    """An author who quotes or answers another."""

    quoting: AuthorRef
    quoted: AuthorRef
    times: int
    """How often."""
    share: int
    """Percent of the pair that does so most often."""


class Partner(msgspec.Struct, frozen=True, gc=False):
    """Somebody whom an author quotes or answers, or who quotes or answers them."""

    author: AuthorRef
    times: int
    """How often."""


class QuotedPost(msgspec.Struct, frozen=True, gc=False):
    """A post that others quote or answer."""

    post: PostRow
    times: int
    """How many posts do."""


class BoardShare(msgspec.Struct, frozen=True, gc=False):
    """A board that an author wrote in."""

    board: BoardRef
    posts: int
    share: int
    """Percent of the board that they wrote most in."""


class AuthorLife(msgspec.Struct, frozen=True, gc=False):
    """When and where an author wrote, and to whom."""

    titles: tuple[str, ...]
    """What the forum called them over time; empty where that was one thing."""
    years: tuple[YearBar, ...]
    boards: tuple[BoardShare, ...]
    quoted: tuple[QuotedPost, ...]
    """Their posts that others quote or answer most."""
    quotes: tuple[Partner, ...]
    """Whom they quote or answer most."""
    quoted_by: tuple[Partner, ...]
    """Who does so to them."""


class MonthCell(msgspec.Struct, frozen=True, gc=False):
    """A month of the calendar."""

    date: datetime
    """When it begins."""
    posts: int
    level: int
    """From 0 for no posts to 4 for the most."""
    address: str
    """Its page; empty for a silent one."""


class CalendarYear(msgspec.Struct, frozen=True, gc=False):
    """A year of the calendar."""

    date: datetime
    """When it begins."""
    posts: int
    months: tuple[MonthCell, ...]
    """All twelve."""


class DayCell(msgspec.Struct, frozen=True, gc=False):
    """A day in the sheet of its month."""

    day: int
    """Of the month, from 1."""
    posts: int
    level: int
    """From 0 for no posts to 4 for the most."""
    address: str
    """Where the day is listed; empty for a silent one."""


class DayThread(msgspec.Struct, frozen=True, gc=False):
    """What was written in a thread on a day."""

    title: str
    posts: int
    address: str
    """Of the first of these posts."""


class DayView(msgspec.Struct, frozen=True, gc=False):
    """A day of a month, or as much of it as there is room for on the page."""

    date: datetime
    """The day."""
    begins: bool
    """Whether its first thread is on this page."""
    threads: tuple[DayThread, ...]
    """In the order in which they were written in."""


class MonthLink(msgspec.Struct, frozen=True, gc=False):
    """A month, or a year, and where it is in the calendar."""

    date: datetime
    """When it begins."""
    address: str


class Anniversary(msgspec.Struct, frozen=True, gc=False):
    """A thread and the year in which it began on a day."""

    date: datetime
    """The very day."""
    title: str
    address: str


class DayOfYear(msgspec.Struct, frozen=True, gc=False):
    """A day of any year, and the longest of the threads that began on it."""

    day: int
    """Of the month, from 1."""
    threads: tuple[Anniversary, ...]
    """The oldest first."""
