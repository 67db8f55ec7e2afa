"""Which file of a folder a request means, and what it is: never one outside the folder."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

TEXT = "; charset=utf-8"
TYPES = {
    ".atom": f"application/atom+xml{TEXT}",
    ".avif": "image/avif",
    ".css": f"text/css{TEXT}",
    ".gif": "image/gif",
    ".html": f"text/html{TEXT}",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": f"text/javascript{TEXT}",
    ".json": f"application/json{TEXT}",
    ".md": f"text/markdown{TEXT}",
    ".mp4": "video/mp4",
    ".ogg": "audio/ogg",
    ".mp3": "audio/mpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": f"text/plain{TEXT}",
    ".wasm": "application/wasm",
    ".webm": "video/webm",
    ".webmanifest": f"application/manifest+json{TEXT}",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": f"application/xml{TEXT}",
    ".zip": "application/zip",
}
RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def segments(target: str) -> tuple[str, ...] | None:
    """The parts of the path that the request *target* asks for; None for one that is no such."""
    path = target.partition("#")[0].partition("?")[0]
    try:
        path = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    parts = tuple(part for part in path.split("/") if part)
    if not path.startswith("/") or any(map(_forbidden, parts)):
        return None
    return parts


def _forbidden(part: str) -> bool:
    return part.startswith(".") or "\0" in part or "\\" in part


def inside(root: Path, parts: tuple[str, ...]) -> Path | None:
    """The file or folder that *parts* lead to, links resolved; None if outside *root*."""
    try:
        base = root.resolve(strict=True)
        path = base.joinpath(*parts).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    return path if path.is_relative_to(base) else None


def media_type(path: Path) -> str:
    """What the file at *path* is, by its ending."""
    return TYPES.get(path.suffix.lower(), "application/octet-stream")


def span(header: str, size: int) -> tuple[int, int] | None:
    """First byte and the one behind the last that a `Range` header asks of *size* bytes.

    None when there is nothing to answer in parts; the same number twice when no byte is in it.
    """
    found = RANGE.fullmatch(header.strip())
    if not found or found[0].endswith("=-"):
        return None
    first, last = found.groups()
    if not first:
        return max(size - int(last), 0), size
    end = min(int(last) + 1, size) if last else size
    if last and int(last) < int(first):
        return None
    return (int(first), end) if int(first) < end else (0, 0)
