"""Kept files that nothing mentions any more: they leave the archive with the posts that did."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from threadsite.content import author_files, media_files, read_text, thread_files

KEPT = re.compile(r"([0-9a-f]{16})\.[a-z0-9]{1,8}")
MENTIONED = re.compile(rf"media/({KEPT.pattern})")


def prune(folder: Path) -> Iterator[str]:
    """Remove from the content *folder* the files that conversions kept and that no thread and no
    author mentions; each that goes. What a person put there, or changed, stays."""
    unused = {path.name: path for path in media_files(folder) if KEPT.fullmatch(path.name)}
    if not unused:
        return
    for files in (thread_files(folder), author_files(folder)):
        for path in files:
            if not unused:
                return
            for found in MENTIONED.finditer(read_text(path)):
                unused.pop(found[1], None)
    for path in filter(_named_by_its_bytes, unused.values()):
        path.unlink()
        yield path.relative_to(folder).as_posix()


def _named_by_its_bytes(path: Path) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest().startswith(path.stem)
