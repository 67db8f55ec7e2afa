"""A dump, walked: every container opened, every thing in it found once or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from threadsite.errors import DumpError
from threadsite.sources import folder
from threadsite.sources.feed import Feed, Meter, UnreadableError
from threadsite.sources.mhtml import Mhtml
from threadsite.sources.names import clean
from threadsite.sources.packed import BZIP2, GZIP, XZ, ZSTD
from threadsite.sources.sevenzips import SevenZip
from threadsite.sources.source import Item, Refused, Source, failed, skipped
from threadsite.sources.sql import Sql
from threadsite.sources.tars import Tar
from threadsite.sources.warc import Warc
from threadsite.sources.zips import Wacz, Zip

SOURCES: tuple[Source, ...] = (
    Warc(), GZIP, BZIP2, XZ, ZSTD, Wacz(), Zip(), SevenZip(), Tar(), Sql(), Mhtml(),
)  # fmt: skip
"""The first that claims an item opens it."""

# What is compressed twice is no page that anybody saved.
ARCHIVES = tuple(source for source in SOURCES if source.nests)


class Leaf(NamedTuple):
    """A thing that holds no others, to be read before the next one is asked for."""

    item: Item
    feed: Feed


@dataclass(frozen=True, slots=True)
class Walk:
    """What is looked for in a dump."""

    meter: Meter
    foreign: Callable[[Item], str | None]
    """Why an item is nothing that is looked for; None if it may be, or may hold some."""
    whole: Callable[[Item], bool] = lambda _: False
    """Whether an item is looked for as it is, even if it is a container."""
    beside: bool = False
    """Look into folders that browsers save beside a page, too."""

    def below(self, path: Path) -> Iterator[Leaf | Refused]:
        """All that the dump at *path* holds, in a fixed order. `DumpError` if there is none."""
        if not path.exists():
            raise DumpError(f"{path}: no such file or folder")
        place = path.resolve()
        if place.is_dir():
            for item in folder.items(place, self.meter, beside=self.beside):
                yield from self._found(item, 0, SOURCES)
        elif place.is_file():
            item = folder.file_item(place, clean(place.name), self.meter, top=True)
            yield from self._found(item, 0, SOURCES)
            for item_beside in folder.saved_beside(place, self.meter) if self.beside else ():
                yield from self._found(item_beside, 0, SOURCES)
        else:
            raise DumpError(f"{path}: neither a file nor a folder")

    def _found(
        self, item: Item | Refused, depth: int, sources: tuple[Source, ...]
    ) -> Iterator[Leaf | Refused]:
        """What *item* comes to; *depth* is how many archives are around it."""
        if isinstance(item, Refused):
            yield item
        elif reason := self.foreign(item):
            yield skipped(item.name, reason)
        else:
            try:
                with closing(item.open()) as feed:
                    yield from self._opened(item, feed, depth, sources)
            except UnreadableError as error:
                yield failed(item.name, str(error))

    def _opened(
        self, item: Item, feed: Feed, depth: int, sources: tuple[Source, ...]
    ) -> Iterator[Leaf | Refused]:
        head = b"" if self.whole(item) else feed.peek()
        source = next((source for source in sources if source.claims(item.name, head)), None)
        if source is None or not head:
            yield Leaf(item, feed)
        elif source.nests and depth > self.meter.limits.depth:
            yield failed(item.name, "not opened: an archive in too many archives")
        else:
            yield from self._members(item, feed, source, depth + source.nests)

    def _members(
        self, item: Item, feed: Feed, source: Source, depth: int
    ) -> Iterator[Leaf | Refused]:
        inner = SOURCES if source.nests else ARCHIVES
        empty = True
        for member in source.members(item, feed):
            empty = False
            yield from self._found(member, depth, inner)
        if empty:
            yield skipped(item.name, "archive that holds no files")
