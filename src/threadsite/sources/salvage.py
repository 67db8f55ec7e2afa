"""Members of a zip that its list does not name: found by their own headers, read to the end."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from threadsite.sources.feed import CHUNK, UnreadableError, damage

SIGNATURE = b"PK\x03\x04"
DESCRIPTOR = b"PK\x07\x08"
HEADER = struct.Struct("<4s5H3I2H")
ENCRYPTED, LATE = 0x1, 0x8
STORED, DEFLATED = 0, 8


class Header(NamedTuple):
    """What stands before the bytes of a member."""

    signature: bytes
    version: int
    flags: int
    method: int
    time: int
    date: int
    crc: int
    packed: int
    size: int
    name_length: int
    extra_length: int


class Stray:
    """A member found by its header. Read to the end it is whole, or raises."""

    def __init__(self, file: BinaryIO, start: int, header: Header) -> None:
        self._file = file
        self._header = header
        name_at = start + HEADER.size
        self.start = name_at + header.name_length + header.extra_length
        self.name = at(file, name_at, header.name_length).decode("utf-8", "replace")
        self.late = bool(header.flags & LATE) and not header.packed
        """Its size and checksum stand behind its bytes."""
        self.packed = header.packed
        self._read = 0
        self._crc = 0
        self._tail = b""
        self._inflate = zlib.decompressobj(-15)

    @property
    def refusal(self) -> str | None:
        """Why it cannot be read, None if it can be tried."""
        if self._header.flags & ENCRYPTED:
            return "encrypted"
        if self._header.method == DEFLATED or (self._header.method == STORED and not self.late):
            return None
        return "cannot be read without the archive's list of members"

    @property
    def end(self) -> int:
        """Where its bytes end, as far as that is stated or read."""
        return self.start + (self._used if self.late else self._header.packed)

    @property
    def _used(self) -> int:
        return self._read - len(self._inflate.unused_data)

    def read(self, size: int, /) -> bytes:
        """At most *size* bytes; at the end the checksum is held against what was read."""
        data = self._inflated(size) if self._header.method == DEFLATED else self._more(size)
        self._crc = zlib.crc32(data, self._crc)
        if not data:
            self._check()
        return data

    def close(self) -> None:
        """The file is the archive's."""

    def _inflated(self, size: int) -> bytes:
        data = b""
        while not data and not self._inflate.eof:
            self._tail = self._tail or self._more(CHUNK)
            if not self._tail:
                raise UnreadableError("cut off before its end")
            data = self._inflate.decompress(self._tail, size)
            self._tail = self._inflate.unconsumed_tail
        return data

    def _more(self, size: int) -> bytes:
        """The next bytes as they stand in the archive."""
        left = size if self.late else min(size, self._header.packed - self._read)
        data = at(self._file, self.start + self._read, left)
        self._read += len(data)
        if self.late:
            self.packed = self._read
        elif len(data) < left:
            raise UnreadableError("cut off before its end")
        return data

    def _check(self) -> None:
        crc = self._header.crc
        if self.late:
            stated = at(self._file, self.end, 8)
            crc = int.from_bytes(stated[4:] if stated[:4] == DESCRIPTOR else stated[:4], "little")
        if crc != self._crc:
            raise UnreadableError("damaged")


def strays(file: BinaryIO, position: int, end: int) -> Iterator[Stray | str]:
    """The members that begin between *position* and *end*, and words on what is none."""
    while (start := _find(file, SIGNATURE, position, end)) is not None:
        head = at(file, start, HEADER.size)
        if len(head) < HEADER.size:
            yield "cut off in the header of a member"
            return
        stray = Stray(file, start, Header(*HEADER.unpack(head)))
        if not stray.name.endswith("/"):
            yield stray
        # A size that leads astray is no reason to miss what follows.
        position = stray.end if at(file, stray.end, 2) == b"PK" else stray.start


def at(file: BinaryIO, start: int, size: int) -> bytes:
    """*size* bytes of *file* from *start*; fewer where it ends."""
    with damage():
        file.seek(start)
        return file.read(max(size, 0))


def _find(file: BinaryIO, mark: bytes, start: int, end: int) -> int | None:
    while len(chunk := at(file, start, min(CHUNK, end - start))) >= len(mark):
        if (found := chunk.find(mark)) >= 0:
            return start + found
        start += len(chunk) - len(mark) + 1
    return None
