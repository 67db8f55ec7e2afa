"""The size of pictures is told by their heads; no head does harm."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite.pages.imagesize import READERS, size

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 300, 200)
GIF = b"GIF89a" + struct.pack("<HH", 300, 200)
FRAME = b"\x08" + struct.pack(">HH", 200, 300)
JPEG = b"\xff\xd8\xff\xe0\x00\x06JFIF\xff\xff\xc4\x00\x03\x00\xff\xc2\x00\x0b" + FRAME
LOSSY = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 300, 200)
LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + struct.pack("<I", 299 | 199 << 14)
EXTENDED = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0" + b"\x2b\x01\x00\xc7\x00\x00"


@pytest.mark.parametrize("head", [PNG, GIF, JPEG, LOSSY, LOSSLESS, EXTENDED])
def test_the_head_tells_the_size(head: bytes) -> None:
    assert size(head) == (300, 200)


@pytest.mark.parametrize("head", [b"", b"BM", PNG[:20], JPEG[:12], GIF[:6] + bytes(4), LOSSY[:8]])
def test_what_does_not_tell_has_none(head: bytes) -> None:
    assert size(head) is None


@given(st.sampled_from([magic for magic, _ in READERS]), st.binary(max_size=60))
def test_any_bytes_are_read_without_harm(magic: bytes, rest: bytes) -> None:
    found = size(magic + rest)

    assert found is None or min(found) > 0
