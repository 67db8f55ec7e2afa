"""Whether a dump is as it was, told without reading it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from threadsite.sources.folder import BESIDE


def standing(path: Path) -> bytes:
    """A mark of the dump at *path*: another one when anything in it was changed, came or went.

    A time that only the system sets tells of an edit that keeps size and date.
    """
    mark = hashlib.sha256()
    place = path.resolve()
    for name, found in _entries(place):
        size = found.st_size if stat.S_ISREG(found.st_mode) else 0
        times = (found.st_mtime_ns, found.st_ctime_ns)
        mark.update(repr((name, found.st_mode, size, times)).encode("utf-8", "surrogatepass"))
    return mark.digest()


def _entries(place: Path) -> Iterator[tuple[str, os.stat_result]]:
    """All that belongs to the dump at *place*, in a fixed order."""
    try:
        yield str(place), place.lstat()
    except OSError:
        return
    if place.is_dir():
        yield from _below(str(place))
        return
    # What a browser saved beside a page belongs to it.
    for entry in sorted(place.parent.iterdir()):
        found = BESIDE.fullmatch(entry.name)
        if found and found[1] == place.stem:
            yield str(entry), entry.lstat()
            yield from _below(str(entry))


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        try:
            yield entry.path, entry.stat(follow_symlinks=False)
        except OSError:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
