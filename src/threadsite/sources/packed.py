"""One file, compressed: gzip, bzip2, xz or Zstandard. What is in it may be a page or a tar."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from dataclasses import replace as changed
from io import BytesIO
from typing import IO, cast

from threadsite.sources.extras import zstandard
from threadsite.sources.feed import MB, Feed, Readable
from threadsite.sources.source import Item, Refused


@dataclass(frozen=True, slots=True)
class Packed:
    """A compression: how it is known and who undoes it."""

    magic: tuple[bytes, ...]
    endings: tuple[tuple[str, str], ...]
    """What its names end with, and what stands there without it."""
    unpack: Callable[[IO[bytes]], Readable]
    """Takes a file, gives one of what is in it."""
    nests: bool = False

    def claims(self, name: str, head: bytes) -> bool:  # noqa: ARG002
        """By the first bytes alone: many a saved `.gz` was unpacked on its way."""
        return head.startswith(self.magic)

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """The one thing that is in it."""
        raw = self.unpack(cast("IO[bytes]", feed))
        yield changed(
            item,
            name=self._bare(item.name),
            open=lambda: Feed(raw, feed.meter, feed.cost),
        )

    def _bare(self, name: str) -> str:
        for ending, bare in self.endings:
            if name.lower().endswith(ending):
                return name[: -len(ending)] + bare
        return name


GZIP = Packed(
    (b"\x1f\x8b\x08",),
    ((".tgz", ".tar"), (".gz", "")),
    lambda file: gzip.GzipFile(fileobj=file),
)
BZIP2 = Packed(
    tuple(b"BZh%d1AY&SY" % level for level in range(1, 10)),
    ((".tbz2", ".tar"), (".tbz", ".tar"), (".bz2", "")),
    bz2.BZ2File,
)
XZ = Packed(
    (b"\xfd7zXZ\x00",),
    ((".txz", ".tar"), (".xz", "")),
    lzma.LZMAFile,
)
ZSTD_FRAME = b"(\xb5/\xfd"
# Web archives of many small records begin with words that all of them share.
ZSTD_DICTIONARY = b"\x5d*M\x18"
LONGEST_DICTIONARY = 16 * MB


def _zstandard(file: IO[bytes]) -> Readable:
    feed = cast("Feed", file)
    if feed.peek(4) != ZSTD_DICTIONARY:
        return zstandard(feed)
    dictionary = feed.read(min(int.from_bytes(feed.read(8)[4:], "little"), LONGEST_DICTIONARY))
    if dictionary.startswith(ZSTD_FRAME):
        dictionary = Feed(zstandard(BytesIO(dictionary)), feed.meter).read(LONGEST_DICTIONARY)
    return zstandard(feed, dictionary)


ZSTD = Packed(
    (ZSTD_FRAME, ZSTD_DICTIONARY),
    ((".tzst", ".tar"), (".tzs", ".tar"), (".zst", ""), (".zstd", "")),
    _zstandard,
)
