"""How much of a thread there is: what the forum's own numbers say is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from threadsite.model import Thread
from threadsite.report import counted

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
    """By the forum's own numbers of posts, or where pages of equal length tell them."""
    absent: int = 0
    """How many posts are missing at least: by the gaps, or by the count of replies."""

    @property
    def seen_pages(self) -> int | None:
        """How many of the pages are there."""
        return None if self.pages is None else self.pages - _size(self.missing_pages)

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
            shown = ", ".join(map(_words, self.missing_posts[:5]))
            one = _size(self.missing_posts) == 1
            parts.append(f"{'post' if one else 'posts'} {shown} missing")
        elif self.absent:
            parts.append(f"{counted(self.absent, 'post')} missing")
        return ", ".join(parts)


def coverage(thread: Thread) -> Coverage:
    """The coverage of *thread*, from page numbers, numbers of posts and the count of replies; where
    posts were taken down, these numbers are not asked which ones."""
    pages = thread.pages if thread.pages and thread.pages <= MOST_PAGES else None
    missing_pages = tuple(_gaps(thread.pages_seen, pages)) if pages and thread.pages_seen else ()
    if thread.taken_down:
        return Coverage(pages, missing_pages)
    total = None if thread.replies is None else thread.replies + 1
    positions = [post.position for post in thread.posts if post.position]
    if positions and len(positions) == len(thread.posts):
        missing_posts = tuple(_gaps(positions, total))
    else:
        missing_posts = _on_pages(missing_pages, len(thread.posts), pages or 0, total)
    counted = total - len(thread.posts) if total else 0
    return Coverage(pages, missing_pages, missing_posts, max(counted, _size(missing_posts), 0))


def _on_pages(
    missing: Sequence[Span], held: int, pages: int, total: int | None
) -> tuple[Span, ...]:
    """The numbers of the posts on the *missing* pages of a thread that has *total* posts; none
    unless pages of one length explain the number of posts *held*."""
    gone = _size(missing)
    ends = bool(missing) and missing[-1][1] == pages
    # Only the last page may be shorter than the others.
    posts, full = (held, pages - gone) if ends else ((total or 0) - held, gone)
    length, rest = divmod(posts, full) if full else (0, 1)
    if rest or length < 1 or (ends and total is None):
        return ()
    if total is not None and -(-total // length) != pages:
        return ()
    return tuple(
        ((first - 1) * length + 1, min(last * length, total or last * length))
        for first, last in missing
    )


def _size(spans: Iterable[Span]) -> int:
    return sum(last - first + 1 for first, last in spans)


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
