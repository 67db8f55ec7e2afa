"""The parts that views are made of: the site, posts as they stand on a page, pagers, accounts."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from threadsite.model import Choice, Quote, Reaction, Source
from threadsite.rows import AuthorRef, PostRow, Stats

Unit = Literal["year", "month"]
BoardOrder = Literal["last", "first", "posts", "views"]


class Rendered(msgspec.Struct, frozen=True, gc=False):
    """HTML that the renderer of Markdown made, the only kind that a template can insert."""

    html: str


class SiteView(msgspec.Struct, frozen=True, gc=False):
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
    search: bool
    """Whether there is a search page."""
    old: bool
    """Whether old addresses of the forum can be looked up."""
    card: str = ""
    """The address of the picture for links to the site; empty where pictures are not asked for."""


class PagerLink(msgspec.Struct, frozen=True, gc=False):
    """One page of several."""

    number: int
    address: str
    first: datetime | None = None
    """The earliest date on that page, where the pager knows it."""
    last: datetime | None = None
    """The latest one."""


class Pager(msgspec.Struct, frozen=True, gc=False):
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


class OrderLink(msgspec.Struct, frozen=True, gc=False):
    """An order in which a board can be read."""

    order: BoardOrder
    """The last written in first, the first begun first, the most posts or views first."""
    address: str


class Gap(msgspec.Struct, frozen=True, gc=False):
    """A long silence before a post."""

    count: int
    unit: Unit


class AttachmentView(msgspec.Struct, frozen=True, gc=False):
    """A file that hung on a post."""

    name: str
    address: str | None
    """Of the kept file; None when the archive does not hold it."""
    url: str | None
    """Where the forum kept it, when that is an address of the web."""


class PostView(msgspec.Struct, frozen=True, gc=False):
    """A post as it stands on the page of its thread."""

    row: PostRow
    title: str | None
    """None when it has none of its own, or an earlier post of the page has the same, but for the
    marks of a reply."""
    body: Rendered
    language: str
    """That of its words, where their script is not the site's: `ja`, or `und-Cyrl` where the script
    is of many languages; else empty."""
    signature: Rendered | None
    """None when the author's signature stood under an earlier post of the page already."""
    edited: datetime | None
    starter: bool
    """Whether its author began the thread."""
    gap: Gap | None
    missing: int
    """How many posts are known to be missing right before it."""
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
    versions: int
    """How many different texts of it captures of different times hold; the latest is shown."""


class GhostView(msgspec.Struct, frozen=True, gc=False):
    """A post that no document holds, known because others quote or answer it."""

    id: str
    author: str | None
    """Whom the quotes name."""
    quoted_by: tuple[PostRow, ...]


class ChoiceView(msgspec.Struct, frozen=True, gc=False):
    """One answer of a poll."""

    choice: Choice
    share: int | None
    """Percent of all votes; None when the votes are not known."""


class PollView(msgspec.Struct, frozen=True, gc=False):
    """The poll of a thread."""

    question: str
    choices: tuple[ChoiceView, ...]
    voters: int | None


class PostGroup(msgspec.Struct, frozen=True, gc=False):
    """Posts of one thread that follow each other in a list."""

    thread: str
    """The key of the thread."""
    title: str
    posts: tuple[PostRow, ...]


class TimeBar(msgspec.Struct, frozen=True, gc=False):
    """A month or year of a thread and how much was said in it."""

    date: datetime
    """When it begins."""
    unit: Unit
    posts: int
    height: int
    """Percent of the highest bar."""
    post: PostRow | None
    """The first post of it; None for a silent one."""
    here: bool = False
    """Whether the page shows a post of it."""


class Participant(msgspec.Struct, frozen=True, gc=False):
    """Somebody who wrote in a thread."""

    author: AuthorRef
    posts: int


class YearBar(msgspec.Struct, frozen=True, gc=False):
    """A year and its number of posts, as a bar."""

    year: int
    posts: int
    height: int
    """Percent of the highest bar."""


class Reason(msgspec.Struct, frozen=True, gc=False):
    """Why something was not imported, and how often."""

    outcome: str
    reason: str
    count: int


class Ledger(msgspec.Struct, frozen=True, gc=False):
    """How many of one thing the last conversion saw, and what became of them."""

    seen: int
    imported: int
    duplicate: int
    skipped: int
    failed: int
    reasons: tuple[Reason, ...] = ()


class KnownThread(msgspec.Struct, frozen=True, gc=False):
    """A thread that a list of threads names, and of which nobody saved a page."""

    title: str
    url: str | None = None
    """Where it was."""
    replies: int | None = None
    """As the forum counted."""


class Account(msgspec.Struct, frozen=True, gc=False):
    """The account of the last conversion, from `content/report.json`."""

    documents: Ledger
    posts: Ledger
    problems: int = 0
    known_only: int = 0
    """How many threads lists name of which nobody saved a page."""
    known: tuple[KnownThread, ...] = ()
    """The first of these."""
