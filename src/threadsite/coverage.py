"""How much of a thread there is: what the forum's own numbers say is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from threadsite.model import Thread

MOST_PAGES = 1_000_000
"""A page that claims more pages than this is not believed."""

Span = tuple[int, int]
"""First and last of a run of numbers."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is there of a thread and what is not, as far as the forum's numbers tell."""

    pages: int | None = None
    """How many pages the thread had."""
    missing_pages: tuple[Span, ...] = ()
    missing_posts: tuple[Span, ...] = ()
    """By the forum's own numbers of posts."""
    absent: int = 0
    """How many posts are missing at least: by the gaps, or by the count of replies."""

    @property
    def seen_pages(self) -> int | None:
        """How many of the pages are there."""
        missing = sum(last - first + 1 for first, last in self.missing_pages)
        return None if self.pages is None else self.pages - missing

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be missing."""
        return not (self.missing_pages or self.missing_posts or self.absent)

    def words(self) -> str:
        """What is missing, for people; empty when nothing is known to be."""
        parts = []
        if self.missing_pages:
            parts.append(f"{self.seen_pages:,} of {self.pages:,} pages")
        if self.missing_posts:
            parts.append(f"posts {', '.join(map(_words, self.missing_posts[:5]))} missing")
        elif self.absent and not self.missing_pages:
            parts.append(f"{self.absent:,} {'post' if self.absent == 1 else 'posts'} missing")
        return ", ".join(parts)


def coverage(thread: Thread) -> Coverage:
    """The coverage of *thread*, from page numbers, numbers of posts and the count of replies."""
    pages = thread.pages if thread.pages and thread.pages <= MOST_PAGES else None
    missing_pages = tuple(_gaps(thread.pages_seen, pages)) if pages and thread.pages_seen else ()
    positions = [post.position for post in thread.posts if post.position]
    numbered = bool(positions) and len(positions) == len(thread.posts)
    missing_posts = tuple(_gaps(positions)) if numbered else ()
    counted = (thread.replies + 1 - len(thread.posts)) if thread.replies is not None else 0
    absent = sum(last - first + 1 for first, last in missing_posts)
    return Coverage(pages, missing_pages, missing_posts, max(counted, absent, 0))


def _gaps(numbers: Iterable[int], last: int | None = None) -> Iterator[Span]:
    """The runs between 1 and *last*, or the greatest of *numbers*, that are not among them."""
    expected = 1
    for number in sorted(set(numbers)):
        if number > expected:
            yield expected, number - 1
        expected = max(expected, number + 1)
    if last and expected <= last:
        yield expected, last


def _words(span: Span) -> str:
    first, last = span
    return f"{first:,}" if first == last else f"{first:,}–{last:,}"
