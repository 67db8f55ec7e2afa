"""Threads out of their parts: what workers do with them, knowing of no other thread."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from threadsite import content
from threadsite.content.store import depth, held, rebased_to
from threadsite.content.takedowns import Takedowns
from threadsite.conversion.collate import completed, join, numbered
from threadsite.conversion.keeping import kept
from threadsite.conversion.parcels import Seen, seen
from threadsite.conversion.spool import decode_thread, identified
from threadsite.model import Post, Thread
from threadsite.report import Outcome, Problem, Report, counted

ABSENT = "not taken over into a file edited by hand"
TAKEN_DOWN = "taken down"
SETTLED = 5
"""Joins after which a thread stays as it is; two are enough for nearly all."""


@dataclass(frozen=True, slots=True)
class Sheaf:
    """The parts of one thread, and all that has to be known to join them."""

    forum: str
    id: str
    parts: tuple[tuple[bytes, str | None], ...]
    """Each with the address of its document, in the order of the dumps."""
    ids: Mapping[str, str]
    """Of authors who are only named."""
    files: Mapping[str, str]
    """Kept files by what they may be known by."""
    path: str | None
    """Its file below the content folder; None if it has none yet."""


class Account(msgspec.Struct, frozen=True, array_like=True):
    """What became of a thread, for the report."""

    posts: tuple[tuple[Outcome, str, int], ...] = ()
    known: Thread | None = None
    """The thread, if only lists name it."""
    revised: int = 0
    problem: Problem | None = None


class Bound(msgspec.Struct, frozen=True, array_like=True):
    """A whole thread, ready to be written."""

    forum: str
    id: str
    account: Account
    title: str = ""
    board: tuple[str, ...] = ()
    text: str = ""
    """Of its file; empty for a thread without posts."""
    authors: tuple[Seen, ...] = ()
    taken_down: bool = False
    """The whole thread was."""


encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder(tuple[Bound, ...]).decode
decode_account = msgspec.msgpack.Decoder(Account).decode


def bind_batch(
    folder: Path, dumps: Collection[str], takedowns: Takedowns, batch: Sequence[Sheaf]
) -> bytes:
    """The threads of *batch*, encoded; *dumps* are converted to the content *folder*, without what
    *takedowns* name."""
    return encode([bind(folder, dumps, takedowns, sheaf) for sheaf in batch])


def bind(folder: Path, dumps: Collection[str], takedowns: Takedowns, sheaf: Sheaf) -> Bound:
    """The whole thread of *sheaf*, with what its file has of other dumps than *dumps*."""
    parts = (kept(decode_thread(data), page, sheaf.files) for data, page in sheaf.parts)
    joined = join(identified(part, sheaf.ids) for part in parts)
    thread = takedowns.applied(joined.thread)
    fresh = len(thread.posts) if thread else 0
    posts = [
        (Outcome.DUPLICATE, "another document has it too", joined.duplicates),
        (Outcome.SKIPPED, TAKEN_DOWN, len(joined.thread.posts) - fresh),
    ]
    if not thread:
        return Bound(sheaf.forum, sheaf.id, Account(tuple(posts)), taken_down=True)
    found = held(folder, sheaf.path) if sheaf.path else None
    before = takedowns.applied(found.thread) if found else None
    if before and not all(_from(post, dumps) for post in before.posts):
        thread = _with_others(thread, before, dumps)
        own = min(fresh, sum(_from(post, dumps) for post in thread.posts))
        posts.append((Outcome.DUPLICATE, "another dump brought it", fresh - own))
        fresh = own
    if not thread.posts:
        return Bound(sheaf.forum, sheaf.id, Account(tuple(posts), known=thread))
    text = content.dump(rebased_to(thread, depth(sheaf.path, thread.board)))
    problem = None
    if found and found.edited and found.text != text:
        absent = _absent(found.thread, thread, fresh)
        posts.append((Outcome.DUPLICATE, "in a file edited by hand", fresh - absent))
        posts.append((Outcome.SKIPPED, ABSENT, absent))
        problem = _lacking(sheaf.path or "", absent) if absent else None
        thread = found.thread
    else:
        posts.append((Outcome.IMPORTED, "", fresh))
    revised = sum(post.versions > 1 for post in thread.posts)
    account = Account(tuple(posts), None, revised, problem)
    title, board, authors = thread.title, thread.board, seen(thread.posts)
    return Bound(sheaf.forum, sheaf.id, account, title, board, text, authors)


def _with_others(thread: Thread, held: Thread, dumps: Collection[str]) -> Thread:
    """*thread* with what is *held* of other dumps than *dumps*; joined with what that gives, it
    would give the same."""
    joined = thread
    for _ in range(SETTLED):
        joined = join([_renewed(held, thread, dumps), thread]).thread
        if all(_from(post, dumps) for post in joined.posts):
            return thread
        if joined == held:
            break
        held = joined
    return joined


def _renewed(held: Thread, thread: Thread, dumps: Collection[str]) -> Thread:
    """*held*, where what is of *dumps* is as *thread* has it now, or gone with it: in its order,
    and knowing what only other dumps told of a post."""
    now = dict(numbered(thread.posts))
    posts = (
        completed(now[key], post) if _from(post, dumps) else post
        for key, post in numbered(held.posts)
        if key in now or not _from(post, dumps)
    )
    return replace(held, posts=tuple(posts))


def book(account: Account, report: Report) -> None:
    """Enter *account* into *report*."""
    for outcome, reason, count in account.posts:
        if count:
            report.posts.add(outcome, reason, count)
    if account.problem:
        report.note(account.problem)
    if account.known:
        report.know(account.known)
        return
    report.threads += 1
    report.revised += account.revised


def _absent(held: Thread, thread: Thread, fresh: int) -> int:
    """How many posts of *thread* are not in the file that a person edited."""
    ids = {post.id for post in held.posts}
    return min(fresh, sum(post.id not in ids for post in thread.posts))


def _lacking(place: str, absent: int) -> Problem:
    return Problem(
        place,
        f"edited by hand, so left without {counted(absent, 'post')} of the dumps",
        "move the file away and convert again to see them",
    )


def _from(post: Post, dumps: Collection[str]) -> bool:
    return post.source is not None and post.source.dump in dumps
