"""What the index takes from a file of content: read by itself, knowing of no other file."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from threadsite import content, urls
from threadsite.archive import addresses, old
from threadsite.archive.said import Said, said
from threadsite.archive.shown import Shown, encode
from threadsite.content.takedowns import Takedowns
from threadsite.coverage import coverage
from threadsite.markdown import Renderer
from threadsite.markdown.drafts import Draft
from threadsite.markup.addresses import kept, mentioned
from threadsite.markup.letters import script
from threadsite.markup.reader import read
from threadsite.model import Author, Post, Source, Thread
from threadsite.references import host, reference
from threadsite.stamps import stamp

DEEPEST = 12
"""Boards inside boards; what is deeper counts as being in the last of these."""


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A post for the index."""

    author: int
    """Its place among the authors of the thread."""
    row: tuple[object, ...]
    own: str
    quoted: str
    shown: bytes
    references: tuple[tuple[str, str | None, bool], ...]
    """The ids of the posts that it means, whose they are if it says so, and whether they stand in
    its own thread."""
    pointers: tuple[str, ...]
    """What it means that is not in its thread: posts, what `pointer` says of its links, and files
    that hung on it."""


@dataclass(frozen=True, slots=True)
class ThreadFacts:
    """A thread for the index."""

    path: str
    digest: bytes
    row: dict[str, object] | None = None
    """None for a thread that was taken down."""
    authors: tuple[Author, ...] = ()
    posts: tuple[PostFacts, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    """Each folded, and as it is written."""
    documents: tuple[tuple[object, ...], ...] = ()
    newest: int | None = None
    """The place of the newest post, from 0; the last one where no date is known."""
    withheld: frozenset[str] = frozenset()
    """Kept files that only what was taken down names."""


def digest(text: str) -> bytes:
    """A mark by which the *text* of a file is known again."""
    return hashlib.sha256(text.encode()).digest()


def read_thread(
    folder: Path, name: str, known: bytes | None, takedowns: Takedowns, render: Renderer
) -> ThreadFacts | None:
    """The facts of the thread in the file *name* below *folder*; None if its digest is *known*."""
    path = folder / name
    text = content.read_text(path)
    mark = digest(text)
    if mark == known:
        return None
    thread = takedowns.applied(content.load(text, str(path)))
    withheld = _withheld(text, thread) if takedowns else frozenset()
    if thread is None:
        return ThreadFacts(name, mark, withheld=withheld)
    dates = [stamp(post.created) if post.created else None for post in thread.posts]
    held = _Thread.of(thread)
    return ThreadFacts(
        name,
        mark,
        {"key": addresses.of_file(path), **_summary(thread, dates)},
        tuple(held.authors),
        tuple(_posts(thread, held, render)),
        tuple(_tags(thread)),
        tuple(_documents(thread)),
        _newest(dates),
        withheld,
    )


def _withheld(text: str, left: Thread | None) -> frozenset[str]:
    """The kept files that *text*, of a thread, names and what is *left* of it does not."""
    files = mentioned(text)
    return files - mentioned(content.dump(left)) if files and left else files


def pointer(url: str) -> str | None:
    """What *url* may mean in an archive: a kept file, or a thing of the forum by its number."""
    if file := kept(url):
        return file
    meant = reference(url)
    if meant is None:
        return None
    if meant.thread or meant.post:
        return f"thread {meant.thread}" if meant.thread else f"post {meant.post}"
    return f"board {meant.board}" if meant.board else f"author {meant.author}"


def folded(tag: str) -> str:
    """*tag* as the index knows it: tags that differ in case only are one."""
    return unicodedata.normalize("NFKC", tag).casefold().strip()


def _posts(thread: Thread, held: _Thread, render: Renderer) -> Iterator[PostFacts]:
    anchors = urls.anchors(post.id for post in thread.posts)
    for post, anchor in zip(thread.posts, anchors, strict=True):
        yield _post(post, held, anchor, render)


def _post(post: Post, thread: _Thread, anchor: str, render: Renderer) -> PostFacts:
    blocks = read(post.body)
    found = said(post, blocks)
    body = render.draft(blocks)
    signature = render.draft(post.signature) if post.signature.strip() else None
    meant = _references(post)
    pointers = dict.fromkeys(
        (
            *_pointers((body, signature) if signature else (body,), thread.ids),
            *(file.path for file in post.attachments if file.path),
            *(f"post {id_}" for id_ in meant if id_ not in thread.ids),
        )
    )
    return PostFacts(
        thread.authors[post.author],
        _row(post, anchor, found),
        found.own,
        found.quoted,
        encode(_shown(post, thread, script(found.own), body, signature)),
        tuple((id_, author, id_ in thread.ids) for id_, author in meant.items()),
        tuple(pointers),
    )


def _shown(
    post: Post, thread: _Thread, written: str, body: Draft, signature: Draft | None
) -> Shown:
    """What the page of the *thread* shows of *post*, whose words are *written* in one script."""
    return Shown(
        post.title,
        body,
        written,
        signature,
        stamp(post.edited) if post.edited else None,
        post.url,
        post.reply_to,
        post.quotes,
        post.attachments,
        post.reactions,
        thread.sources[post.source] if post.source else -1,
        post.offset,
        post.confidence,
        post.versions,
    )


@dataclass(frozen=True, slots=True)
class _Thread:
    """Where each thing of a thread stands among its like."""

    authors: dict[Author, int]
    sources: dict[Source, int]
    ids: frozenset[str]

    @classmethod
    def of(cls, thread: Thread) -> _Thread:
        """The places of what *thread* holds."""
        return cls(
            _places(post.author for post in thread.posts),
            _places(post.source for post in thread.posts if post.source),
            frozenset(post.id for post in thread.posts),
        )


def _row(post: Post, anchor: str, found: Said) -> tuple[object, ...]:
    return (
        post.id,
        anchor,
        stamp(post.created) if post.created else None,
        12 * post.created.year + post.created.month - 1 if post.created else None,
        post.created_inferred,
        found.excerpt,
        " ".join(found.has),
        old.of_post(post),
    )


def _pointers(drafts: Iterable[Draft], own: frozenset[str]) -> Iterator[str]:
    for draft in drafts:
        for hole in draft.holes():
            if hole.kind not in ("post", "quoted"):
                yield from filter(None, (pointer(hole.name),))
            elif hole.name not in own:
                yield f"post {hole.name}"


def _references(post: Post) -> dict[str, str | None]:
    """The ids of the posts that *post* means, and whose they are if it says so."""
    meant: dict[str, str | None] = {}
    for quote in post.quotes:
        if quote.post is not None:
            meant.setdefault(quote.post, quote.author)
    if post.reply_to is not None:
        meant.setdefault(post.reply_to, None)
    return meant


T = TypeVar("T")


def _places(things: Iterable[T]) -> dict[T, int]:
    return {thing: place for place, thing in enumerate(dict.fromkeys(things))}


def _documents(thread: Thread) -> Iterator[tuple[object, ...]]:
    for source, posts in Counter(post.source for post in thread.posts).items():
        if source:
            captured = source.captured and stamp(source.captured)
            yield source.dump, source.document, source.engine, captured, posts


def _newest(dates: Sequence[int | None]) -> int | None:
    known = [date for date in dates if date is not None]
    return dates.index(max(known)) if known else len(dates) - 1 if dates else None


def _tags(thread: Thread) -> Iterator[tuple[str, str]]:
    for tag in thread.tags:
        if one := folded(tag):
            yield one, tag


def _summary(thread: Thread, dates: Sequence[int | None]) -> dict[str, object]:
    known = [date for date in dates if date is not None]
    found = coverage(thread)
    board = [title for title in thread.board if title.strip()][:DEEPEST]
    return {
        "forum": thread.forum,
        "known": thread.id,
        "title": thread.title,
        "board": json.dumps(board, ensure_ascii=False) if board else None,
        "tags": json.dumps(thread.tags, ensure_ascii=False),
        "posts": len(thread.posts),
        "first": min(known, default=None),
        "last": max(known, default=None),
        "locked": thread.locked,
        "sticky": thread.sticky,
        "moved": thread.moved,
        "views": thread.views,
        "replies": thread.replies,
        "url": thread.url,
        "host": host(thread.url),
        "old": old.of_thread(thread),
        "poll": encode(thread.poll) if thread.poll else None,
        "gap": None if found.whole else msgspec.json.encode(found).decode("utf-8"),
        "undated": len(thread.posts) - len(known),
        "taken_down": thread.taken_down,
    }
