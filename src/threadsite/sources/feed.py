"""Bytes of a dump, read once from front to back: counted, capped, and honest about damage."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO, Protocol, cast

MB = 1 << 20
CHUNK = 1 << 18
HEAD = 4096
"""How many bytes decide what something is."""

# All that the readers of the standard library raise for bytes that are not as they should be.
DAMAGE = (
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    OverflowError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
)


class UnreadableError(Exception):
    """Something in a dump cannot be read; the message says why."""


class Readable(Protocol):
    """What gives bytes in order."""

    def read(self, size: int, /) -> bytes:
        """At most *size* bytes; none at the end."""

    def close(self) -> None:
        """Let go of what is behind it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a dump is taken before it counts as an attack or an accident."""

    document: int = 256 * MB
    """Bytes of one document."""
    ratio: int = 200
    """Bytes that one packed byte may become..."""
    ratio_from: int = 64 * MB
    """...looked at from here on: small things pack well."""
    total: int = 256 * 1024 * MB
    """Bytes that all of a dump may unpack to."""
    depth: int = 2
    """Archives within the archive that the dump is."""


@dataclass(slots=True)
class Meter:
    """What one dump has unpacked to so far, against its limits."""

    limits: Limits
    spent: int = 0
    pages: set[bytes] = field(default_factory=set)
    """Digests of the pages of web archives, of which others of the dump may hold revisits."""

    def spend(self, size: int, unpacked: int, packed: float) -> None:
        """Book *size* bytes of something that is *unpacked* bytes by now, from *packed*."""
        limits = self.limits
        self.spent += size
        if unpacked > limits.ratio_from and unpacked > limits.ratio * packed:
            raise UnreadableError(f"unpacks to more than {limits.ratio} times its size")
        if self.spent > limits.total:
            raise UnreadableError(f"the dump unpacks to more than {limits.total // MB} MB")


class Feed:
    """A stream that is read once. What goes wrong raises `UnreadableError`, then and ever after."""

    def __init__(
        self, raw: Readable, meter: Meter, cost: Callable[[], float] | None = None
    ) -> None:
        self.meter = meter
        self.unpacked = 0
        """Bytes that have come out of *raw*."""
        self.cost = cost or (lambda: self.unpacked)
        """How many bytes on disk stand behind what has come out; None given: as many."""
        self._raw = raw
        self._metered = cost is not None
        self._head = b""
        self._broken: UnreadableError | None = None

    def peek(self, size: int = HEAD) -> bytes:
        """The next *size* bytes, which stay to be read; fewer only before the end."""
        self._head += self._take(size - len(self._head))
        return self._head[:size]

    def read(self, size: int) -> bytes:
        """The next *size* bytes; fewer only at the end."""
        head, self._head = self._head[:size], self._head[size:]
        rest = self._take(size - len(head))
        return head + rest if head else rest

    def skip(self, size: int) -> int:
        """Pass over *size* bytes; how many there were."""
        left = size
        while left and (chunk := self.read(min(left, CHUNK))):
            left -= len(chunk)
        return size - left

    def all(self) -> bytes:
        """All that is left, if that is within the limit of a document."""
        limit = self.meter.limits.document
        buffer = BytesIO()
        while chunk := self.read(CHUNK):
            if buffer.tell() + len(chunk) > limit:
                raise UnreadableError(f"longer than {limit // MB} MB")
            buffer.write(chunk)
        return buffer.getvalue()

    def file(self) -> BinaryIO:
        """The whole as a file that can seek: what lies on disk itself, else a copy in memory."""
        if not self._metered and hasattr(self._raw, "seek"):
            return cast("BinaryIO", self._raw)
        return BytesIO(self.all())

    def close(self) -> None:
        """Let go of what is behind it."""
        self._raw.close()

    def _take(self, size: int) -> bytes:
        if self._broken:
            raise self._broken
        try:
            return b"".join(self._chunks(size))
        except UnreadableError as error:
            self._broken = error
            raise

    def _chunks(self, size: int) -> Iterator[bytes]:
        while size > 0:
            with damage():
                chunk = self._raw.read(min(size, CHUNK))
            if not chunk:
                return
            size -= len(chunk)
            self.unpacked += len(chunk)
            if self._metered:
                self.meter.spend(len(chunk), self.unpacked, self.cost())
            yield chunk


@contextmanager
def damage() -> Iterator[None]:
    """Whatever a reader of the standard library finds wrong is `UnreadableError`."""
    try:
        yield
    except DAMAGE as error:
        raise UnreadableError(_reason(error)) from error


def _reason(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "cut off before its end"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return "damaged"
