"""A feed before it is written: whose it is, and the newest posts of that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import quote

from threadsite import urls
from threadsite.decoding import clean
from threadsite.rows import PostRow

NEWEST = 50
"""Posts in a feed."""
NEVER = datetime.fromtimestamp(0, UTC)
"""What a feed without posts says, and not the time of the build: nothing is older than it."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest posts of the site, of a board, of an author or of a thread."""

    stem: str
    """Where the feed is, without the ending that tells its form."""
    page: str
    """The page that shows more."""
    site: str
    """The title of the site."""
    home: str | None
    """Where the site will be; None when that is not known."""
    language: str
    title: str
    description: str
    posts: tuple[PostRow, ...]
    """Newest first, all of them with dates."""

    def address(self, to: str, ending: str) -> str:
        """The link to *to* from the feed with that *ending*."""
        return urls.absolute(self.home, to) if self.home else urls.relative(self.stem + ending, to)

    def id(self, to: str) -> str:
        """A name for *to* that stays: its address, or a made one while the site has no home."""
        if self.home:
            return urls.absolute(self.home, to)
        return f"tag:threadsite.invalid,2000:{quote(clean(self.site))}/{quote(to)}"

    @property
    def updated(self) -> datetime:
        """The date of the newest post."""
        return next((date for post in self.posts if (date := post.created)), NEVER)


def dated(posts: Iterable[PostRow]) -> tuple[PostRow, ...]:
    """The first of *posts* that a feed holds: those without a date cannot be in one."""
    return tuple(islice((post for post in posts if post.created), NEWEST))


def time(date: datetime) -> str:
    """*date* as RFC 3339 writes it."""
    # It wants an offset; -00:00 is its way to say that none is known.
    return date.isoformat(timespec="seconds") + ("-00:00" if date.utcoffset() is None else "")
