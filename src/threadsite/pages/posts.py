"""Posts in their conversation: whom they answer, who quotes them, how long nobody spoke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from msgspec import structs

from threadsite import urls
from threadsite.archive import Shown
from threadsite.coverage import Coverage
from threadsite.language.wording import web_address
from threadsite.markdown.drafts import Draft, Place, Target
from threadsite.markup.letters import foreign
from threadsite.model import Attachment, Source
from threadsite.pages.kept import is_kept
from threadsite.pages.material import Material, Span
from threadsite.pages.parts import AttachmentView, Gap, GhostView, Participant, PostView
from threadsite.rows import PostRow, ThreadRow
from threadsite.stamps import stamp, unstamp
from threadsite.titles import unmarked

SILENCE = 60
"""Days without a post after which the silence is said."""
FEW_POSTS, FEW, MOST_NAMED = 20, 3, 5
"""In so few posts, or of so few people, nobody needs a list; no more are on it."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A whole thread and what the archive knows of each of its posts."""

    material: Material
    row: ThreadRow
    posts: tuple[PostRow, ...]
    """In their order."""
    sources: tuple[Source, ...]
    """The documents that they were read from."""
    quoted_by: dict[str, tuple[PostRow, ...]]
    places: dict[str, PostRow]
    """The first post of each id."""
    missing: dict[int, int]
    """How many posts are missing before that of a number, where it is known."""

    @classmethod
    def read(cls, material: Material, row: ThreadRow) -> Conversation:
        """The conversation of the thread *row*."""
        archive = material.archive
        posts, sources = archive.posts(row.key), archive.documents(row.key)
        places = {post.id: post for post in reversed(posts)}
        quoted_by, missing = archive.quoted_by(row.key), unsaved(row.coverage, len(posts))
        return cls(material, row, posts, sources, quoted_by, places, missing)

    def find(self, id: str) -> PostRow | None:  # noqa: A002
        """The post *id*, in this thread or in another that must be meant."""
        return self.places.get(id) or self.material.archive.finder.post(self.row.forum, id)

    def target(self, path: str) -> Target:
        """Where the links to posts lead that stand on the page *path*."""

        def lead(id: str) -> Place | None:  # noqa: A002
            post = self.find(id)
            if not post:
                return None
            near = post.thread == self.row.key
            return Place(urls.relative(path, urls.post(post)), post.number, near)

        return lead

    def newest(self) -> list[PostRow]:
        """The posts that have a date, newest first."""
        dated = ((post.created, post) for post in reversed(self.posts))
        found = [(stamp(date), post) for date, post in dated if date]
        return [post for _, post in sorted(found, key=lambda row: row[0], reverse=True)]

    def ghosts(self) -> tuple[GhostView, ...]:
        """The posts that this thread knows from quotes and answers only."""
        if not self.row.ghosts:
            return ()
        known = self.material.archive.ghosts(self.row.key)
        quoting: dict[str, list[PostRow]] = {id_: [] for id_ in known}
        for post, row in zip(self.material.archive.shown(self.row.key), self.posts, strict=True):
            meant = dict.fromkeys((*(quote.post for quote in post.quotes), post.reply_to))
            for id_ in meant:
                if id_ in quoting:
                    quoting[id_].append(row)
        return tuple(GhostView(id_, known[id_], tuple(rows)) for id_, rows in quoting.items())

    def people(self) -> tuple[Participant, ...]:
        """Who wrote most here, unless that is soon seen."""
        if len(self.posts) < FEW_POSTS or self.row.authors < FEW:
            return ()
        authors = {post.author.key: post.author for post in self.posts}
        counts = Counter(post.author.key for post in self.posts)
        return tuple(Participant(authors[key], n) for key, n in counts.most_common(MOST_NAMED))

    def page(self, number: int, path: str) -> Iterator[PostView]:
        """The posts of page *number*, which is at *path*."""
        target = self.target(path)
        size = self.material.archive.posts_per_page
        start = (number - 1) * size
        shown = self.material.archive.shown(self.row.key, offset=start, limit=size)
        for place, post in enumerate(self._once(shown, start), start):
            yield self._post(place, post, target, path)

    def _once(self, shown: Iterable[Shown], start: int) -> Iterator[Shown]:
        """The posts *shown*, from number *start*, without signatures and titles that one above
        has."""
        above: set[tuple[str, Draft] | str] = set()
        for place, post in enumerate(shown, start):
            signed = (self.posts[place].author.key, post.signature) if post.signature else None
            held: dict[str, tuple[str, Draft] | str | None] = {
                "signature": signed,
                "title": post.title and unmarked(post.title).casefold(),
            }
            again = [name for name, one in held.items() if one in above]
            yield structs.replace(post, **dict.fromkeys(again)) if again else post
            above.update(filter(None, held.values()))

    def _post(self, place: int, post: Shown, target: Target, path: str) -> PostView:
        row = self.posts[place]
        before = self.posts[place - 1] if place else None
        answered = self.find(post.reply_to) if post.reply_to else None
        signature = post.signature
        return PostView(
            row=row,
            title=post.title,
            body=self.material.rendered(post.body, target, path, row.created),
            language=foreign(post.script, self.material.site.language),
            signature=self.material.rendered(signature, target, path) if signature else None,
            edited=unstamp(post.edited) if post.edited is not None else None,
            starter=bool(self.row.starter and row.author.key == self.row.starter.key),
            gap=gap(before.created, row.created) if before else None,
            missing=self.missing.get(row.number, 0),
            url=web_address(post.url),
            reply_to=answered,
            lost_reply=post.reply_to if not answered else None,
            quotes=post.quotes,
            quoted_by=self.quoted_by.get(row.id, ()) if self.places[row.id] == row else (),
            attachments=tuple(map(self._attachment, post.attachments)),
            reactions=post.reactions,
            source=self.sources[post.source] if post.source >= 0 else None,
            offset=post.offset,
            confidence=post.confidence,
            versions=post.versions,
        )

    def _attachment(self, attachment: Attachment) -> AttachmentView:
        file = attachment.path
        if file and not is_kept(self.material.archive.content, file):
            file = None
        address = urls.media(file) if file else None
        return AttachmentView(attachment.name, address, web_address(attachment.url))


def gap(before: datetime | None, after: datetime | None) -> Gap | None:
    """The silence from *before* to *after*; None when it was short, or nobody knows."""
    if before is None or after is None:
        return None
    days = (after.replace(tzinfo=None) - before.replace(tzinfo=None)).days
    if days < SILENCE:
        return None
    months = round(days / 30.44)
    return Gap(months, "month") if months < 12 else Gap(round(days / 365.25), "year")


def unsaved(coverage: Coverage, held: int) -> dict[int, int]:
    """How many posts are missing before each of the *held* ones, and after the last, by the numbers
    that these have; nothing where the numbers do not fit."""
    missing: dict[int, int] = {}
    gone = 0
    for first, last in coverage.missing_posts:
        missing[first - gone] = missing.get(first - gone, 0) + last - first + 1
        gone += last - first + 1
    return missing if max(missing, default=0) <= held + 1 else {}


def span(dates: Iterable[datetime | None]) -> Span:
    """The first and the last of *dates*."""
    known = [date for date in dates if date]
    return min(known, key=stamp, default=None), max(known, key=stamp, default=None)
