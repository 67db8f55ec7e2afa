"""A dump to its documents: every thing in it is a document or refused."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from threadsite.dates import YEARS
from threadsite.document import Document
from threadsite.sources.feed import Limits, Meter, UnreadableError
from threadsite.sources.kinds import binary, closed, foreign, mistyped
from threadsite.sources.origin import Origin, origin, unwrapped
from threadsite.sources.parting import parts
from threadsite.sources.places import Places
from threadsite.sources.source import Item, Refused, failed, skipped
from threadsite.sources.walking import Leaf, Walk


def documents(
    path: Path, *, name: str | None = None, limits: Limits | None = None
) -> Iterator[Document | Refused]:
    """All that the dump at *path* holds, in a fixed order, one thing in memory at a time.

    *name* is what the dump is called, by default its file name.
    """
    dump = name or path.resolve().name
    places = Places(path.resolve())
    foreign = partial(_foreign, places.lists)
    for found in Walk(Meter(limits or Limits()), foreign).below(path):
        if isinstance(found, Refused):
            yield found
        else:
            yield from _documents(found, dump, places)


def _foreign(lists: Set[str], item: Item) -> str | None:
    """Why *item* is no page: by the type that its container states, else by its name."""
    if item.name in lists:
        return "not a page: a list of where files come from"
    if item.media_type:
        return mistyped(item.media_type)
    return None if item.top else foreign(item.name)


def _documents(leaf: Leaf, dump: str, places: Places) -> Iterator[Document | Refused]:
    """What *leaf* comes to: a document, or several if it is a long export."""
    item = leaf.item
    try:
        head = leaf.feed.peek()
        if refused := _refused(item.name, head):
            yield refused
            return
        whole = _document(item, head, dump, places)
        for number, data in parts(leaf.feed):
            if number:
                name = f"{item.name}/{number}"
                yield replace(whole, name=name, data=data, whole=item.name)
            else:
                yield replace(whole, data=data)
    except UnreadableError as error:
        yield failed(item.name, str(error))


def _document(item: Item, head: bytes, dump: str, places: Places) -> Document:
    """*item*, whose bytes begin with *head*."""
    stated, placed = origin(head), places.origin(item.name)
    held = unwrapped(Origin(item.url, item.captured))
    return Document(
        dump=dump,
        name=item.name,
        data=head,
        media_type=item.media_type,
        url=held.url or stated.url or placed.url,
        captured=_captured(held, stated, placed),
        charset=item.charset,
    )


def _captured(*origins: Origin) -> datetime | None:
    """The first time that *origins* state and that can be one of a capture."""
    times = (origin.captured for origin in origins)
    return next((time for time in times if time and time.year in YEARS), None)


def _refused(name: str, head: bytes) -> Refused | None:
    if not head:
        return skipped(name, "empty")
    if kind := closed(head):
        return failed(name, f"{kind} file, which cannot be opened")
    reason = binary(head)
    return skipped(name, reason) if reason else None
