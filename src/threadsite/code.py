"""The program itself, as what it keeps from one run to the next depends on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from threadsite import __version__

PACKAGE = Path(__file__).parent


@cache
def mark(*folders: str) -> str:
    """A mark of this very program: another version, or an edit of its source, has another.

    Of its folders only those named by *folders* count; without any, all do.
    """
    stamps = sorted(
        (path.as_posix(), found.st_size, found.st_mtime_ns)
        for path in _sources(folders)
        for found in (path.stat(),)
    )
    return hashlib.sha256(repr((__version__, stamps)).encode()).hexdigest()[:16]


def _sources(folders: tuple[str, ...]) -> Iterator[Path]:
    for place in [PACKAGE / folder for folder in folders] or [PACKAGE]:
        yield from place.rglob("*.py")
    if folders:
        yield from PACKAGE.glob("*.py")
