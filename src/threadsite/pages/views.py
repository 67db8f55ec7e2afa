"""What templates see: one frozen view a kind of page.

Views hold data and no words of the interface; those are in the templates. An address is that of
`urls`: from the home of the site, made a link by the filter `link`.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import msgspec

from threadsite.model import Source
from threadsite.pages.charts import (
    AuthorLife,
    Bar,
    BoardLine,
    CalendarYear,
    DayCell,
    DayOfYear,
    DayView,
    HourCell,
    Length,
    MonthBar,
    MonthLink,
    Pair,
    QuotedPost,
)
from threadsite.pages.parts import (
    Account,
    BoardOrder,
    GhostView,
    KnownThread,
    OrderLink,
    Pager,
    Participant,
    PollView,
    PostGroup,
    PostView,
    Rendered,
    TimeBar,
    YearBar,
)
from threadsite.rows import AuthorRow, BoardRef, BoardRow, SourceRow, ThreadRow, TopicRef, TopicRow


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What every page has."""

    kind: ClassVar[str]
    """Which kind of page it is, and the name of its template."""
    path: str
    """The page's own address."""
    title: str = ""
    """Empty on pages that the template names itself."""
    description: str = ""
    """For search engines, as plain text."""
    crumbs: tuple[BoardRef, ...] = ()
    """The boards above the page, outermost first."""
    pager: Pager | None = None
    """None when there is one page only."""
    data: dict[str, object] | None = None
    """The page in the words of schema.org, for a block of JSON-LD."""
    feed: str = ""
    """The address, without its ending, of the feeds of what the page shows; empty where there are
    none. `.xml` is Atom, `.json` is a JSON Feed."""
    card: str = ""
    """The address of the picture for links to the page, where it is not that of the site."""


class HomeView(View, frozen=True, kw_only=True):
    """The home page."""

    kind: ClassVar[str] = "home"
    boards: tuple[BoardRow, ...]
    life: tuple[Bar, ...]
    """How much was written when."""
    longest: tuple[ThreadRow, ...]
    shared: tuple[ThreadRow, ...]
    """Those that most people wrote in."""
    quoted: tuple[QuotedPost, ...]
    """The posts that most others quote or answer."""
    newest: tuple[ThreadRow, ...]
    random: MonthLink | None
    """A year by lot, the same until the archive changes."""


class BoardsView(View, frozen=True, kw_only=True):
    """The tree of all boards."""

    kind: ClassVar[str] = "boards"
    boards: tuple[BoardRow, ...]


class BoardView(View, frozen=True, kw_only=True):
    """A page of a board."""

    kind: ClassVar[str] = "board"
    board: BoardRow
    threads: tuple[ThreadRow, ...]
    order: BoardOrder
    """That of this page."""
    orders: tuple[OrderLink, ...]
    """In which its threads can be read; empty where there are few."""


class ThreadsView(View, frozen=True, kw_only=True):
    """A page of the list of all threads."""

    kind: ClassVar[str] = "threads"
    threads: tuple[ThreadRow, ...]


class GapsView(View, frozen=True, kw_only=True):
    """A page of the list of threads of which something is missing."""

    kind: ClassVar[str] = "gaps"
    threads: tuple[ThreadRow, ...]
    unsaved: tuple[KnownThread, ...]
    """Threads of which nobody saved a page, on the last page of the list."""
    more: int
    """How many more of these there are."""


class ThreadView(View, frozen=True, kw_only=True):
    """A page of a thread."""

    kind: ClassVar[str] = "thread"
    thread: ThreadRow
    tags: tuple[TopicRef, ...]
    people: tuple[Participant, ...]
    """On the first page, those who wrote most; empty where they are soon counted."""
    timeline: tuple[TimeBar, ...]
    """The life of the thread, where it is long enough to have one."""
    posts: tuple[PostView, ...]
    missing: int
    """On the last page, how many posts are known to be missing after the last one."""
    poll: PollView | None
    ghosts: tuple[GhostView, ...]
    """On the last page, posts that are known only because others quote or answer them."""
    sources: tuple[Source, ...]
    """The documents that the posts of this page were read from."""
    url: str | None
    """Where the thread was."""


class AuthorsView(View, frozen=True, kw_only=True):
    """A page of the list of all authors."""

    kind: ClassVar[str] = "authors"
    authors: tuple[AuthorRow, ...]


class AuthorView(View, frozen=True, kw_only=True):
    """A page of all that an author wrote."""

    kind: ClassVar[str] = "author"
    author: AuthorRow
    bio: Rendered | None
    url: str | None
    """The author's page on the forum."""
    life: AuthorLife | None
    """On the first page of somebody who wrote much."""
    started: tuple[ThreadRow, ...]
    """On the first page, the last threads that they began."""
    groups: tuple[PostGroup, ...]


class TopicsView(View, frozen=True, kw_only=True):
    """A page of the list of all topics, which a site without tags does not have."""

    kind: ClassVar[str] = "topics"
    topics: tuple[TopicRow, ...]


class TopicView(View, frozen=True, kw_only=True):
    """A page of the threads that share a tag."""

    kind: ClassVar[str] = "topic"
    topic: TopicRow
    threads: tuple[ThreadRow, ...]


class CalendarView(View, frozen=True, kw_only=True):
    """All years, each with its months."""

    kind: ClassVar[str] = "calendar"
    years: tuple[CalendarYear, ...]
    """Those in which somebody wrote."""
    inferred: int
    """Posts whose date was worked out."""


class MonthView(View, frozen=True, kw_only=True):
    """A page of what was written in a month."""

    kind: ClassVar[str] = "month"
    date: datetime
    """When it begins."""
    posts: int
    weeks: tuple[tuple[DayCell | None, ...], ...]
    """On the first page the days of the month, from Monday to Sunday; None stands for those of
    other months."""
    days: tuple[DayView, ...]
    """Those of the page on which somebody wrote."""
    before: MonthLink | None
    """The nearest month before in which somebody wrote."""
    after: MonthLink | None
    """The nearest one after it."""


class DaysView(View, frozen=True, kw_only=True):
    """The days of a month of any year, and the longest threads that began on them."""

    kind: ClassVar[str] = "days"
    date: datetime
    """When it begins, in some year."""
    months: tuple[MonthLink, ...]
    """All twelve pages of this kind."""
    days: tuple[DayOfYear, ...]
    """Those on which a thread began."""


class StatisticsView(View, frozen=True, kw_only=True):
    """The archive in charts; each is a file `statistics/NAME.csv` too."""

    kind: ClassVar[str] = "statistics"
    months: tuple[MonthBar, ...]
    """The file is `months`."""
    inferred: int
    """Posts whose date was worked out."""
    hours: tuple[tuple[HourCell, ...], ...]
    """Days from Monday, of 24 hours each; empty when no post tells its time. The file is
    `hours`."""
    timed: int
    """How many posts tell their time."""
    boards: tuple[BoardLine, ...]
    """Outermost boards, those with the most posts. The file, `boards`, has all."""
    all_boards: int
    """How many outermost boards have posts with a date."""
    lengths: tuple[Length, ...]
    """The file is `lengths`."""
    pairs: tuple[Pair, ...]
    """Who quotes or answers whom, the most frequent first. The file is `quotes`."""


class SearchView(View, frozen=True, kw_only=True):
    """The search page."""

    kind: ClassVar[str] = "search"
    boards: tuple[BoardRow, ...]
    years: tuple[YearBar, ...]


class AboutView(View, frozen=True, kw_only=True):
    """About the archive."""

    kind: ClassVar[str] = "about"
    years: tuple[YearBar, ...]
    sources: tuple[SourceRow, ...]
    account: Account | None
    """None when the content was not made by a conversion."""


class MissingView(View, frozen=True, kw_only=True):
    """What a host shows in place of an address that does not exist."""

    kind: ClassVar[str] = "missing"
