"""A dump to its documents: every container opened, every member a document or refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from threadsite.document import Document
from threadsite.errors import DumpError
from threadsite.sources import folder
from threadsite.sources.feed import Feed, Limits, Meter, UnreadableError
from threadsite.sources.kinds import binary, closed, foreign, mistyped
from threadsite.sources.names import clean
from threadsite.sources.origin import origin
from threadsite.sources.packed import BZIP2, GZIP, XZ, ZSTD
from threadsite.sources.source import Item, Refused, Source, failed, skipped
from threadsite.sources.tars import Tar
from threadsite.sources.warc import Warc
from threadsite.sources.zips import Wacz, Zip

SOURCES: tuple[Source, ...] = (Warc(), GZIP, BZIP2, XZ, ZSTD, Wacz(), Zip(), Tar())
"""The first that claims an item opens it."""


def documents(
    path: Path, *, name: str | None = None, limits: Limits | None = None
) -> Iterator[Document | Refused]:
    """All that the dump at *path* holds, in a fixed order, one thing in memory at a time.

    *name* is what the dump is called, by default its file name.
    """
    if not path.exists():
        raise DumpError(f"{path}: no such file or folder")
    place = path.resolve()
    dump = name or place.name
    opener = _Opener(dump, Meter(limits or Limits()))
    if place.is_dir():
        for item in folder.items(place, opener.meter):
            yield from opener.found(item)
    elif place.is_file():
        yield from opener.found(folder.file_item(place, clean(place.name), opener.meter, top=True))
    else:
        raise DumpError(f"{path}: neither a file nor a folder")


class _Opener:
    def __init__(self, dump: str, meter: Meter) -> None:
        self.dump = dump
        self.meter = meter

    def found(
        self, item: Item | Refused, depth: int = 0, sources: tuple[Source, ...] = SOURCES
    ) -> Iterator[Document | Refused]:
        """What *item* comes to; *depth* is how many archives are around it."""
        if isinstance(item, Refused):
            yield item
        elif reason := _foreign(item):
            yield skipped(item.name, reason)
        else:
            try:
                with closing(item.open()) as feed:
                    yield from self._opened(item, feed, depth, sources)
            except UnreadableError as error:
                yield failed(item.name, str(error))

    def _opened(
        self, item: Item, feed: Feed, depth: int, sources: tuple[Source, ...]
    ) -> Iterator[Document | Refused]:
        head = feed.peek()
        source = next((source for source in sources if source.claims(item.name, head)), None)
        if source is None:
            yield self._document(item, feed)
        elif source.nests and depth > self.meter.limits.depth:
            yield failed(item.name, "not opened: an archive in too many archives")
        else:
            yield from self._members(item, feed, source, depth + source.nests)

    def _members(
        self, item: Item, feed: Feed, source: Source, depth: int
    ) -> Iterator[Document | Refused]:
        # What is compressed twice is no page that anybody saved.
        inner = SOURCES if source.nests else tuple(s for s in SOURCES if s.nests)
        empty = True
        for member in source.members(item, feed):
            empty = False
            yield from self.found(member, depth, inner)
        if empty:
            yield skipped(item.name, "archive that holds no files")

    def _document(self, item: Item, feed: Feed) -> Document | Refused:
        head = feed.peek()
        if not head:
            return skipped(item.name, "empty")
        if kind := closed(head):
            return failed(item.name, f"{kind} file, which cannot be opened")
        if reason := binary(head):
            return skipped(item.name, reason)
        stated = origin(head)
        return Document(
            dump=self.dump,
            name=item.name,
            data=feed.all(),
            media_type=item.media_type,
            url=item.url or stated.url,
            captured=item.captured or stated.captured,
            charset=item.charset,
        )


def _foreign(item: Item) -> str | None:
    """Why *item* is no page: by the type that its container states, else by its name."""
    if item.media_type:
        return mistyped(item.media_type)
    return None if item.top else foreign(item.name)
