"""Threads from parts: what several documents say about one conversation becomes one thread."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from threadsite.model import UNNUMBERED, Post, Thread

T = TypeVar("T")
COMPLEMENTED = ("title", "created", "url", "reply_to", "position")
"""What a post takes from its double when its own document did not show it."""
OPENING = 40
"""Letters of a post that tell it from others of the same author and time."""
ADDRESS = re.compile(r"\]\([^\s()]*\)")

Key = tuple[str, int]
Capture = tuple[str, datetime | None] | None


@dataclass(frozen=True, slots=True)
class Joined:
    """A whole thread, and what became of the posts of its parts."""

    thread: Thread
    duplicates: int = 0
    """Posts of the parts that another part had too."""


def join(parts: Iterable[Thread]) -> Joined:
    """One thread of all *parts*, each post once and in order. There must be a part; one without
    posts, from a list of threads, still says what it says of the thread."""
    given = recognized(list(parts))
    ordered = in_order(given)
    posts: dict[Key, Post] = {}
    texts: dict[Key, dict[Capture, str]] = {}
    seen = 0
    for part in ordered:
        for key, post in numbered(part.posts):
            seen += 1
            # Where no address tells two forums of a dump apart, one number may name posts of both.
            while key in posts and _differ(posts[key], post):
                key = (key[0], key[1] + 1)  # noqa: PLW2901
            if key not in posts:
                posts[key] = post
                continue
            for one in (posts[key], post):
                texts.setdefault(key, {}).setdefault(_capture(one), _letters(one.body))
            posts[key] = merge(posts[key], post)
    for key, by_capture in texts.items():
        posts[key] = _counted(posts[key], by_capture.values())
    merged = replace(
        _whole([*ordered, *(part for part in given if not part.posts)]),
        posts=tuple(_by_position(posts.values())),
    )
    return Joined(merged, seen - len(posts))


def recognized(parts: list[Thread]) -> list[Thread]:
    """*parts*, where a post without a number is the one that it is in another part: print views
    show what pages show, but no numbers."""
    posts = [post for part in parts for post in part.posts]
    if not any(post.id.startswith(UNNUMBERED) for post in posts):
        return parts
    known: defaultdict[object, dict[str, Post]] = defaultdict(dict)
    for post in posts:
        if not post.id.startswith(UNNUMBERED):
            for mark in _marks(post):
                known[mark][post.id] = post
    return [
        replace(part, posts=tuple(_recognized(post, known) for post in part.posts))
        for part in parts
    ]


def merge(one: Post, other: Post) -> Post:
    """The more complete and later of two readings of a post, with what only the other shows."""
    if _completeness(other) > _completeness(one):
        return completed(other, one)
    return completed(one, other)


def completed(post: Post, other: Post) -> Post:
    """*post* with what only *other*, another reading of it, shows."""
    missing = {
        name: getattr(other, name)
        for name in COMPLEMENTED
        if getattr(post, name) is None and getattr(other, name) is not None
    }
    if "created" in missing:
        missing["created_inferred"] = other.created_inferred
    edited = max(post.edited, other.edited, key=_instant)
    versions = max(post.versions, other.versions)
    return replace(post, edited=edited, versions=versions, **missing)


def in_order(parts: Sequence[Thread]) -> list[Thread]:
    """*parts* as their posts followed each other: by page number where all have one, else by the
    time of their first post, else by its number; parts that tell none of these stay as they are."""
    held = [part for part in parts if part.posts]
    keys: list[list[object]]
    if all(part.pages_seen for part in held):
        # A view that begins at one post tells its page too; the page itself comes first.
        keys = [[part.pages_seen[0], -len(part.posts)] for part in held]
    elif all(part.posts[0].created for part in held):
        keys = [[_instant(part.posts[0].created)] for part in held]
    elif all(part.posts[0].id.isdecimal() for part in held):
        # As numbers, but for how many digits an int may have.
        keys = [[len(id_), id_] for part in held for id_ in [part.posts[0].id.lstrip("0")]]
    else:
        return held or list(parts)[:1]
    order = sorted(range(len(held)), key=lambda i: keys[i])
    return [held[i] for i in order] or list(parts)[:1]


def numbered(posts: Iterable[Post]) -> Iterable[tuple[Key, Post]]:
    """Each post with its id and how often the id came before: one id may name two posts of a page,
    and neither may be lost."""
    count: Counter[str] = Counter()
    words: dict[Key, str] = {}
    for post in posts:
        key = (post.id, count[post.id])
        if key[1] and words.get((post.id, key[1] - 1)) == post.body:
            key = (post.id, key[1] - 1)
        else:
            count[post.id] += 1
        words[key] = post.body
        yield key, post


def _differ(one: Post, other: Post) -> bool:
    """Whether these cannot be two readings of a post: others wrote other words at another time."""
    return (
        _instant(one.created) != _instant(other.created)
        and None not in (one.created, other.created, one.author.name, other.author.name)
        and one.author.id != other.author.id
        and one.author.name != other.author.name
        and _letters(one.body) != _letters(other.body)
    )


def _recognized(post: Post, known: defaultdict[object, dict[str, Post]]) -> Post:
    """The only one of *known* that bears a mark of *post*, if that has no number of its own."""
    if not post.id.startswith(UNNUMBERED):
        return post
    found = (known[mark] for mark in _marks(post) if len(known.get(mark, ())) == 1)
    return next((one for bearers in found for one in bearers.values()), post)


def _marks(post: Post) -> Iterator[object]:
    """What no two posts of a thread have in common: the surest first."""
    letters = _letters(post.body)
    if post.author.name and letters:
        yield post.author.name, post.created, letters[:OPENING]
        yield post.author.name, letters


def _capture(post: Post) -> Capture:
    """When and in which dump *post* was captured: two views of one capture differ in their markup
    only, however their texts look."""
    return (post.source.dump, post.source.captured) if post.source else None


def _letters(body: str) -> str:
    """The letters and digits of *body*, without the addresses behind its links."""
    return "".join(filter(str.isalnum, ADDRESS.sub("", body)))


def _counted(post: Post, texts: Iterable[str]) -> Post:
    """*post* with the number of its different *texts*, if more than it knew."""
    versions = len(set(filter(None, texts)))
    return replace(post, versions=versions) if versions > post.versions else post


def _by_position(posts: Iterable[Post]) -> list[Post]:
    """*posts* by the forum's own numbers where every post has one of its own, else as they are."""
    found = list(posts)
    positions = {post.position for post in found}
    if None in positions or len(positions) < len(found):
        return found
    return sorted(found, key=lambda post: post.position or 0)


def _completeness(post: Post) -> tuple[bool, bool, bool, float, int]:
    captured = post.source.captured if post.source else None
    return (
        bool(post.body),
        not post.author.inferred,
        post.created is not None,
        _instant(captured),
        len(post.body),
    )


def _instant(time: datetime | None) -> float:
    """Seconds since 1970, for comparing only: a time without a zone counts as UTC."""
    if time is None:
        return float("-inf")
    # Not as a time in UTC, which may lie beyond the years that there are.
    since = time.replace(tzinfo=None) - datetime(1970, 1, 1)
    return (since - (time.utcoffset() or timedelta())).total_seconds()


def _whole(parts: Sequence[Thread]) -> Thread:
    """The first of *parts* with what only the others say of the thread."""
    return replace(
        parts[0],
        board=max((part.board for part in parts), key=len),
        tags=tuple(dict.fromkeys(tag for part in parts for tag in part.tags)),
        url=_first(part.url for part in parts),
        poll=_first(part.poll for part in parts),
        locked=any(part.locked for part in parts),
        sticky=any(part.sticky for part in parts),
        moved=any(part.moved for part in parts),
        views=_largest(part.views for part in parts),
        replies=_largest(part.replies for part in parts),
        pages_seen=tuple(sorted({page for part in parts for page in part.pages_seen})),
        pages=_largest(part.pages for part in parts),
        taken_down=max(part.taken_down for part in parts),
    )


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _largest(values: Iterable[int | None]) -> int | None:
    return max((value for value in values if value is not None), default=None)
