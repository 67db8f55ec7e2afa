"""What is no page: told by its name, or by how its bytes begin."""

from __future__ import annotations

import re
from collections.abc import Mapping

# What systems and copying programs leave beside the pages.
LITTER: Mapping[str, str] = {
    "__macosx": "written by macOS",
    "thumbs.db": "written by Windows",
    "desktop.ini": "written by Windows",
    "hts-cache": "HTTrack's own record",
    "hts-log.txt": "HTTrack's own record",
}
KINDS = {
    "image": "apng avif bmp cur gif heic heif ico jfif jpe jpeg jpg jxl png psd svg svgz tif tiff"
    " webp xcf",
    "style sheet": "css less sass scss",
    "script": "js jsx mjs map vbs wasm",
    "font": "eot otf ttc ttf woff woff2",
    "video": "3gp avi flv m4v mkv mov mp4 mpeg mpg ogv swf webm wmv",
    "sound": "aac flac m4a mid midi mp3 oga ogg opus wav wma",
    "office document": "doc docx epub odp ods odt pdf ppt pptx rtf xls xlsx",
    "program": "apk bin class deb dll dmg exe iso jar msi o pyc rpm so torrent",
}
KIND_OF = {ending: kind for kind, endings in KINDS.items() for ending in endings.split()}
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"RIFF", "image, sound or video"),
    (b"\x00\x00\x01\x00", "image"),
    (b"%PDF-", "office document"),
    (b"wOF", "font"),
    (b"\x00\x01\x00\x00\x00", "font"),
    (b"OTTO\x00", "font"),
    (b"OggS\x00", "sound"),
    (b"ID3", "sound"),
    (b"FWS", "video"),
    (b"CWS", "video"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office document"),
)
CLOSED: tuple[tuple[bytes, str], ...] = (
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
)
PAGE_TYPES = re.compile(
    r"text/(?!css|(?:x-)?(?:java|ecma|live)?script|vtt|x-component)[\w.+-]+"
    r"|application/(?:[\w.-]+\+)?(?:json|xml)|application/(?:x-)?(?:ndjson|jsonl|mbox)"
    r"|message/rfc822|application/octet-stream|(?:x-)?unknown/(?:x-)?unknown"
)
"""What servers call pages and exports, or what they do not know themselves."""

TEXT = bytes((*b"\t\n\f\r\x1b", *range(0x20, 0x7F), *range(0x80, 0x100)))
"""The bytes that texts are made of, in any charset of one byte or more to a character."""
MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def litter(name: str) -> str | None:
    """Why *name* is none of the forum's files or folders, None if it may be one."""
    for part in name.split("/"):
        if part.startswith("."):
            return "hidden"
        if reason := LITTER.get(part.lower()):
            return reason
    return None


def foreign(name: str) -> str | None:
    """Why a file called *name* can be no page, None if it may be one."""
    if reason := litter(name):
        return reason
    last = name.rpartition("/")[2]
    # Behind a question mark anything may stand, and the answer was a page all the same.
    kind = None if "?" in last else KIND_OF.get(last.rpartition(".")[2].lower())
    return f"not a page: {kind}" if kind else None


def mistyped(media_type: str) -> str | None:
    """Why something of *media_type* is no page, None if it may be one."""
    return None if PAGE_TYPES.fullmatch(media_type) else f"not a page: {media_type}"


def binary(head: bytes) -> str | None:
    """Why what begins with *head* is no page, None if it may be one."""
    for magic, kind in MAGIC:
        if head.startswith(magic):
            return f"not a page: {kind}"
    if head[4:8] == b"ftyp":
        return "not a page: video"
    if head.startswith(MARKS):
        return None
    # In UTF-16 every other byte may be a control character, in other texts hardly any is one.
    evens, odds = (len(half.translate(None, TEXT)) for half in (head[::2], head[1::2]))
    if (evens + odds) * 32 > len(head) and 4 * min(evens, odds) > max(evens, odds):
        return "not a page: binary data"
    return None


def closed(head: bytes) -> str | None:
    """Which kind of container that cannot be opened begins with *head*, None if none does."""
    return next((kind for magic, kind in CLOSED if head.startswith(magic)), None)
