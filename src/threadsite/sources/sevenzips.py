"""A 7z. Its members are packed into each other, so they are laid on disk before they are read."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, cast

from threadsite.sources.extras import needed
from threadsite.sources.feed import DAMAGE, Feed, UnreadableError
from threadsite.sources.names import clean
from threadsite.sources.salvage import at
from threadsite.sources.source import Item, Refused, failed

if TYPE_CHECKING:
    from py7zr.io import Py7zIO, WriterFactory

MAGIC = b"7z\xbc\xaf\x27\x1c"

# All that the library raises for archives that are not as they should be.
FAULTS = (*DAMAGE, ArithmeticError, AssertionError, AttributeError, LookupError, TypeError)


class SevenZip:
    """The source of 7z archives."""

    nests = True

    def claims(self, name: str, head: bytes) -> bool:  # noqa: ARG002
        """By its first bytes."""
        return head.startswith(MAGIC)

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """Its files, in their order; damage costs what stands behind it, too."""
        file = feed.file()
        with tempfile.TemporaryFile() as disk:
            laid = _Laid(disk, feed, file.seek(0, 2))
            file.seek(0)
            names, fault = _lay(file, laid)
            whole = laid.members[:-1] if fault else laid.members
            for member in whole:
                yield Item(item.inside(member.name), partial(Feed, member.reader(), feed.meter))
            held = {clean(member.name) for member in whole}
            for name in names:
                if clean(name) not in held:
                    yield failed(item.inside(name), fault or "damaged")


def _lay(file: BinaryIO, laid: _Laid) -> tuple[list[str], str | None]:
    """Write the members of *file*: the names of all, and why some are missing."""
    with needed("7z file"):
        import py7zr
    names: list[str] = []
    faults = (py7zr.exceptions.ArchiveError, py7zr.exceptions.PasswordRequired, *FAULTS)
    try:
        with py7zr.SevenZipFile(file) as archive:
            if archive.needs_password():
                raise UnreadableError("encrypted")
            names = [info.filename for info in archive.list() if not info.is_directory]
            archive.extract(factory=cast("WriterFactory", laid))
    except UnreadableError as error:
        if not names:
            raise
        return names, str(error)
    except faults as error:
        if not names:
            raise UnreadableError("damaged: its list of members cannot be read") from error
        return names, "damaged, or behind damage"
    return names, None


@dataclass(slots=True)
class _Member:
    """A member on disk, as the library writes it."""

    name: str
    laid: _Laid
    start: int
    length: int = 0

    def write(self, data: bytes) -> int:
        self.laid.put(data)
        self.length += len(data)
        return len(data)

    def read(self, size: int | None = None) -> bytes:
        return at(self.laid.disk, self.start, self.length if size is None else size)

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002
        return offset

    def flush(self) -> None:
        """It is flushed when it is read."""

    def size(self) -> int:
        return self.length

    def close(self) -> None:
        """The disk is the archive's."""

    def reader(self) -> _Reader:
        return _Reader(self.laid.disk, self.start, self.start + self.length)


@dataclass(slots=True)
class _Laid:
    """The members of an archive on disk, one behind the other."""

    disk: BinaryIO
    feed: Feed
    size: int
    end: int = 0
    members: list[_Member] = field(default_factory=list)

    def create(self, filename: str) -> Py7zIO:
        """Where the library is to write the member called *filename*."""
        self.members.append(_Member(filename, self, self.end))
        return cast("Py7zIO", self.members[-1])

    def put(self, data: bytes) -> None:
        """Write *data* behind all else."""
        self.disk.write(data)
        self.end += len(data)
        rate = self.feed.cost() / self.size if self.feed.unpacked == self.size else 1.0
        self.feed.meter.spend(len(data), self.end, self.size * rate)


@dataclass(slots=True)
class _Reader:
    disk: BinaryIO
    start: int
    end: int

    def read(self, size: int, /) -> bytes:
        data = at(self.disk, self.start, min(size, self.end - self.start))
        self.start += len(data)
        return data

    def close(self) -> None:
        """The disk is the archive's."""
