"""Values as readers see them in any language: dates for machines, initials, colours, addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import datetime, time

HUES = 12
"""How many colours an avatar made of initials may have."""
WEB = re.compile(r"https?://[^\s\\\"'<>`]+", re.I)


def web_address(url: str | None) -> str | None:
    """*url* if it is an address of the web; None for anything that could do more than lead away."""
    return url if url and WEB.fullmatch(url) else None


def capture(url: str, date: datetime | None) -> str:
    """Where the Wayback Machine has *url* as it was next to *date*, or at all times."""
    return f"https://web.archive.org/web/{f'{date:%Y%m%d}' if date else '*'}/{url}"


def has_clock(date: datetime) -> bool:
    """Whether *date* tells a time; a midnight without a zone is how a mere day is kept."""
    return date.tzinfo is not None or date.time() != time()


def machine(date: datetime) -> str:
    """*date* for machines: the value of a `datetime` attribute."""
    return date.isoformat(timespec="minutes") if has_clock(date) else date.date().isoformat()


def initials(name: str) -> str:
    """One or two letters that stand for *name*; one for scripts that have no capitals."""
    words = [word for word in re.split(r"[\W_]+", unicodedata.normalize("NFC", name)) if word]
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    if len(letters) == 2 and not all(_has_case(letter) for letter in letters):
        letters.pop()
    return "".join(letters).upper()[:2] or "?"


def hue(key: str) -> int:
    """The colour of *key*, from 0 to `HUES - 1`: always the same."""
    return hashlib.sha256(key.encode()).digest()[0] % HUES


def _has_case(letter: str) -> bool:
    return letter.upper() != letter.lower()
