"""What templates see: one frozen view a kind of page, and the parts that views are made of.

Views hold data and no words of the interface; those are in the templates. An address is that of
`urls`: from the home of the site, made a link by the filter `link`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Literal

from threadsite.model import Choice, Quote, Reaction, Source
from threadsite.rows import (
    AuthorRow,
    BoardRow,
    PostRow,
    SourceRow,
    Stats,
    ThreadRow,
    TopicRow,
)

Unit = Literal["year", "month"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """HTML that the renderer of Markdown made, the only kind that a template can insert."""

    html: str


@dataclass(frozen=True, slots=True)
class SiteView:
    """The site, on every page."""

    title: str
    description: str
    language: str
    """A BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    url: str | None
    """Where the site will be, with a slash at the end; None when `site.toml` does not say."""
    contact: str
    stats: Stats
    tags: bool
    """Whether topics are tags; without tags each board is its own topic."""
    policy: str
    """The content security policy."""


@dataclass(frozen=True, slots=True)
class PagerLink:
    """One page of several."""

    number: int
    address: str
    first: datetime | None = None
    """The earliest date on that page, where the pager knows it."""
    last: datetime | None = None
    """The latest one."""


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of a list this is, and where the others are."""

    number: int
    count: int
    first: PagerLink | None
    """None on the first page, as `previous`; `next` and `last` on the last one."""
    previous: PagerLink | None
    next: PagerLink | None
    last: PagerLink | None
    links: tuple[PagerLink | None, ...]
    """Pages near the ends and near this one, in order; None stands for those left out."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A long silence before a post."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file that hung on a post."""

    name: str
    address: str | None
    """Of the kept file; None when the archive does not hold it."""
    url: str | None
    """Where the forum kept it, when that is an address of the web."""


@dataclass(frozen=True, slots=True)
class PostView:
    """A post as it stands on the page of its thread."""

    row: PostRow
    body: Rendered
    signature: Rendered | None
    """None when the author's signature stood under an earlier post of the page already."""
    edited: datetime | None
    starter: bool
    """Whether its author began the thread."""
    gap: Gap | None
    url: str | None
    """Where the post was."""
    reply_to: PostRow | None
    """The post that the forum says it answers."""
    lost_reply: str | None
    """The id of that post, when the archive does not hold it."""
    quotes: tuple[Quote, ...]
    quoted_by: tuple[PostRow, ...]
    attachments: tuple[AttachmentView, ...]
    reactions: tuple[Reaction, ...]
    source: Source | None
    offset: int | None
    """The line in the source, from 1, of a flattened text."""
    confidence: float | None


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One answer of a poll."""

    choice: Choice
    share: int | None
    """Percent of all votes; None when the votes are not known."""


@dataclass(frozen=True, slots=True)
class PollView:
    """The poll of a thread."""

    question: str
    choices: tuple[ChoiceView, ...]
    voters: int | None


@dataclass(frozen=True, slots=True)
class PostGroup:
    """Posts of one thread that follow each other in a list."""

    thread: str
    """The key of the thread."""
    title: str
    posts: tuple[PostRow, ...]


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year and its number of posts, as a bar."""

    year: int
    posts: int
    height: int
    """Percent of the highest bar."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was not imported, and how often."""

    outcome: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """How many of one thing the last conversion saw, and what became of them."""

    seen: int
    imported: int
    duplicate: int
    skipped: int
    failed: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """The account of the last conversion, from `content/report.json`."""

    documents: Ledger
    posts: Ledger
    problems: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What every page has."""

    kind: ClassVar[str]
    """Which kind of page it is, and the name of its template."""
    path: str
    """The page's own address."""
    title: str = ""
    """Empty on pages that the template names itself."""
    description: str = ""
    """For search engines, as plain text."""
    crumbs: tuple[BoardRow, ...] = ()
    """The boards above the page, outermost first."""
    pager: Pager | None = None
    """None when there is one page only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(View):
    """The home page."""

    kind: ClassVar[str] = "home"
    boards: tuple[BoardRow, ...]
    years: tuple[YearBar, ...]
    longest: tuple[ThreadRow, ...]
    newest: tuple[ThreadRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardsView(View):
    """The tree of all boards."""

    kind: ClassVar[str] = "boards"
    boards: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView(View):
    """A page of a board."""

    kind: ClassVar[str] = "board"
    board: BoardRow
    threads: tuple[ThreadRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadsView(View):
    """A page of the list of all threads."""

    kind: ClassVar[str] = "threads"
    threads: tuple[ThreadRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadView(View):
    """A page of a thread."""

    kind: ClassVar[str] = "thread"
    thread: ThreadRow
    tags: tuple[TopicRow, ...]
    posts: tuple[PostView, ...]
    poll: PollView | None
    saved: int
    """How many of the forum's pages of the thread the dumps hold."""
    of: int | None
    """How many pages the forum said that there were, when some are missing."""
    sources: tuple[Source, ...]
    """The documents that the posts of this page were read from."""
    url: str | None
    """Where the thread was."""
    data: dict[str, object]
    """The thread as a schema.org DiscussionForumPosting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorsView(View):
    """A page of the list of all authors."""

    kind: ClassVar[str] = "authors"
    authors: tuple[AuthorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorView(View):
    """A page of all that an author wrote."""

    kind: ClassVar[str] = "author"
    author: AuthorRow
    bio: Rendered | None
    url: str | None
    """The author's page on the forum."""
    started: tuple[ThreadRow, ...]
    """On the first page, the last threads that they began."""
    groups: tuple[PostGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsView(View):
    """A page of the list of all topics."""

    kind: ClassVar[str] = "topics"
    topics: tuple[TopicRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView(View):
    """A page of the threads that share a tag."""

    kind: ClassVar[str] = "topic"
    topic: TopicRow
    threads: tuple[ThreadRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(View):
    """The search page."""

    kind: ClassVar[str] = "search"
    boards: tuple[BoardRow, ...]
    years: tuple[YearBar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView(View):
    """About the archive."""

    kind: ClassVar[str] = "about"
    years: tuple[YearBar, ...]
    sources: tuple[SourceRow, ...]
    account: Account | None
    """None when the content was not made by a conversion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingView(View):
    """What a host shows in place of an address that does not exist."""

    kind: ClassVar[str] = "missing"
