"""Names of what is in a dump, made harmless to show and to join."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

DRIVE = re.compile(r"[A-Za-z]:")


def clean(name: str) -> str:
    """*name* as a relative path with forward slashes, each part harmless to show and to join."""
    path = name.replace("\\", "/")
    parts = [_part(part) for part in path.split("/") if part not in ("", ".")]
    if parts and DRIVE.match(parts[0]):
        parts[0] = parts[0].replace(":", "%3A", 1)
    return "/".join(parts) or "%2E"


def _part(part: str) -> str:
    if part == "..":
        return "%2E%2E"
    return part if part.isprintable() else "".join(map(_shown, part))


def _shown(char: str) -> str:
    if char.isprintable() or unicodedata.category(char) in ("Zs", "Cn"):
        return char
    return quote(char.encode("utf-8", "surrogateescape" if _lone(char) else "surrogatepass"))


def _lone(char: str) -> bool:
    """Whether *char* stands for a byte that was no UTF-8."""
    return "\udc80" <= char <= "\udcff"
