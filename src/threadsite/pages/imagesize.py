"""How wide and high a picture is, by its first bytes: a page that knows does not jump."""

from __future__ import annotations

import struct
from collections.abc import Callable

Size = tuple[int, int]

HEAD = 1 << 16
"""Bytes that tell the size of all but a few pictures."""
# The markers of a JPEG that begin a frame, whatever its coding: C4, C8 and CC are something else.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
LONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers that nothing follows."""


def size(head: bytes) -> Size | None:
    """Width and height of the picture that begins with *head*; None when it does not tell."""
    read = next((read for magic, read in READERS if head.startswith(magic)), None)
    try:
        found = read(head) if read else None
    except (struct.error, IndexError):
        return None
    return found if found and all(found) else None


def _png(head: bytes) -> Size | None:
    width, height = struct.unpack_from(">II", head, 16)
    return (width, height) if head[12:16] == b"IHDR" else None


def _gif(head: bytes) -> Size:
    width, height = struct.unpack_from("<HH", head, 6)
    return width, height


def _jpeg(head: bytes) -> Size | None:
    at = 2
    while head[at] == 0xFF:
        marker = head[at + 1]
        if marker in FRAMES:
            height, width = struct.unpack_from(">HH", head, at + 5)
            return width, height
        if marker == 0xFF:
            at += 1
        elif marker in LONE:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", head, at + 2)[0]
    return None


def _webp(head: bytes) -> Size | None:
    match head[8:16]:
        case b"WEBPVP8X":
            width, height = (int.from_bytes(head[at : at + 3], "little") for at in (24, 27))
            return width + 1, height + 1
        case b"WEBPVP8L":
            (bits,) = struct.unpack_from("<I", head, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"WEBPVP8 ":
            width, height = struct.unpack_from("<HH", head, 26)
            return width & 0x3FFF, height & 0x3FFF
    return None


READERS: tuple[tuple[bytes, Callable[[bytes], Size | None]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"GIF8", _gif),
    (b"\xff\xd8", _jpeg),
    (b"RIFF", _webp),
)
