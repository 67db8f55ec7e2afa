"""What kind of picture or file begins with some bytes, told by the bytes alone."""

from __future__ import annotations

from threadsite.sources.feed import HEAD
from threadsite.sources.kinds import binary

# Browsers show these; none of them can carry a script that runs.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
    (b"\x00\x00\x01\x00", ".ico"),
    (b"%PDF-", ".pdf"),
    (b"PK\x03\x04", ".zip"),
    (b"Rar!\x1a\x07", ".rar"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
    (b"\x1f\x8b\x08", ".gz"),
    (b"BZh", ".bz2"),
    (b"\xfd7zXZ\x00", ".xz"),
    (b"OggS\x00", ".ogg"),
    (b"fLaC\x00", ".flac"),
    (b"ID3", ".mp3"),
    (b"\x1aE\xdf\xa3", ".mkv"),
)
RIFF = {b"WEBP": ".webp", b"WAVE": ".wav"}
BRANDS = {b"avif": ".avif", b"avis": ".avif", b"M4A ": ".m4a", b"isom": ".mp4", b"mp42": ".mp4"}
MARKUP = (b"<!", b"<?", b"<html", b"<head", b"<body", b"<script", b"<svg", b"<title", b"<meta")


def ending(data: bytes) -> str | None:
    """The ending for a file of *data*; None for what is not kept: pages, scripts, drawings in
    XML, programs, and what cannot be told."""
    for magic, known in MAGIC:
        if data.startswith(magic):
            return known
    if data.startswith(b"RIFF"):
        return RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        return BRANDS.get(data[8:12])
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return ".bmp"
    return ".txt" if data and _plain(data) else None


def _plain(data: bytes) -> bool:
    """Whether it is a text that no browser would take for a page."""
    head = data[:HEAD].lower()
    if b"\0" in head or binary(data[:HEAD]) is not None:
        return False
    return not any(mark in head for mark in MARKUP)
