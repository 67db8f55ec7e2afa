"""What a web server answered, as it was recorded: its status, its fields, and the page in it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from threadsite.sources.extras import brotli, zstandard
from threadsite.sources.feed import CHUNK, Readable, UnreadableError
from threadsite.sources.fields import END, LONGEST, read_fields

STATUS = re.compile(rb"(?:HTTP|ICY)(?:/\d(?:\.\d)?)? (\d{3})(?=\s)")
CHUNK_HEAD = re.compile(rb"(?:\r?\n)?([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
UNPACKED = frozenset(("", "identity", "none"))
"""Codings that change nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its body as it came over the wire."""

    status: int
    fields: Mapping[str, str]
    body: memoryview
    """A view: most answers are pictures and films that nobody asks for."""


def answer(block: bytes) -> Answer | None:
    """The answer that *block* holds, None if it is none."""
    found = STATUS.match(block)
    if not found:
        return None
    found_end = END.search(block, 0, LONGEST)
    end, start = found_end.span() if found_end else (LONGEST, len(block))
    return Answer(int(found[1]), read_fields(block[:end]), memoryview(block)[start:])


def joined(answer: Answer) -> tuple[memoryview, str | None]:
    """The body of *answer* without the marks of its chunks, and what is wrong with them.

    Some programs undo the chunks and keep the field that speaks of them.
    """
    body, at = answer.body, 0
    # Not a list of them: they may be as short as a byte.
    chunks = bytearray()
    if "chunked" not in answer.fields.get("transfer-encoding", "").lower():
        return body, None
    while head := CHUNK_HEAD.match(body, at):
        start, size = head.end(), int(head[1], 16)
        if not size:
            return memoryview(chunks), None
        chunks += body[start : start + size]
        at = start + size
    if not at:
        return body, None
    chunks += body[at:]
    fault = "cut off when it was saved" if at + 2 >= len(body) else "damaged chunks"
    return memoryview(chunks), fault


def unpacked(answer: Answer, body: memoryview) -> Readable:
    """*body* without the compression that *answer* states, if it is really there."""
    stated = [c.strip() for c in answer.fields.get("content-encoding", "").lower().split(",")]
    codings = [coding for coding in stated if coding not in UNPACKED]
    if len(codings) > 1:
        raise UnreadableError("packed more than once")
    stream = BytesIO(body)
    really, undo = CODINGS.get(codings[0], NO_CODING) if codings else NO_CODING
    # Some programs undo the compression and keep the field that speaks of it.
    return undo(stream) if really(bytes(body[:8]).lstrip()) else stream


class Inflated:
    """A stream of gzip or zlib in memory; what stands behind its end is not looked at."""

    def __init__(self, packed: BytesIO, bits: int) -> None:
        self._packed = packed
        self._inflate = zlib.decompressobj(bits)

    def read(self, size: int, /) -> bytes:
        """At most *size* bytes; none at the end."""
        while not self._inflate.eof:
            rest = self._inflate.unconsumed_tail or self._packed.read(CHUNK >> 2)
            data = self._inflate.decompress(rest, size)
            if data:
                return data
            if not rest and not self._inflate.eof:
                raise UnreadableError("cut off before its end")
        return b""

    def close(self) -> None:
        """There is nothing to let go of."""


def _deflated(packed: BytesIO) -> Inflated:
    # By the book with a header; many servers left it out.
    head = packed.getvalue()[:2]
    headed = head[0] & 0x0F == 8 and int.from_bytes(head, "big") % 31 == 0
    return Inflated(packed, 15 if headed else -15)


def _gzip(head: bytes) -> bool:
    return head.startswith(b"\x1f\x8b")


def _zstd(head: bytes) -> bool:
    return head.startswith(b"(\xb5/\xfd")


def _no_markup(head: bytes) -> bool:
    return len(head) > 1 and not head.startswith((b"<", b"\xef\xbb\xbf"))


NO_CODING: tuple[Callable[[bytes], bool], Callable[[BytesIO], Readable]] = (
    lambda _: False,
    lambda packed: packed,
)
CODINGS: Mapping[str, tuple[Callable[[bytes], bool], Callable[[BytesIO], Readable]]] = {
    "gzip": (_gzip, lambda packed: Inflated(packed, 31)),
    "x-gzip": (_gzip, lambda packed: Inflated(packed, 31)),
    "deflate": (_no_markup, _deflated),
    "br": (_no_markup, brotli),
    "zstd": (_zstd, zstandard),
}
