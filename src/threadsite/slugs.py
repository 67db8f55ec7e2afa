"""Names for files and addresses: readable, harmless on any file system, distinct where ids are."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 80
"""Bytes of a slug: with an id before it and a suffix behind, any file system takes it."""

SAFE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
# Windows opens these as devices, whatever ending stands behind them.
DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{d}{n}" for d in ("com", "lpt") for n in range(10)
}


def slug(text: str) -> str:
    """*text* in lower case with hyphens, letters and digits of any script kept; may be empty."""
    # NFKC after folding: case folding alone can undo the normal form.
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    words = "".join(c if c.isalnum() or unicodedata.category(c) == "Mn" else " " for c in folded)
    return _cut("-".join(words.split()), LONGEST)


def key(id: str, forum: str = "") -> str:  # noqa: A002  (it is the id)
    """*id* as part of a file name. Distinct ids give distinct keys, on every file system.

    A plain lower-case id stays as it is; any other gets a mark made from it, since ids may differ
    in case only, or in characters that a file name cannot hold. *forum* sets the ids of one forum
    apart from another's.
    """
    if not forum and len(id) <= 40 and SAFE.fullmatch(id) and id not in DEVICES:
        return id
    mark = hashlib.sha256(f"{forum}\0{id}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "-".join(part for part in (_cut(slug(id), 40), mark) if part)


def _cut(text: str, size: int) -> str:
    data = text.encode("utf-8")[:size]
    return data.decode("utf-8", errors="ignore").strip("-")
