"""Whether a dump is as it was, told without reading it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from threadsite.sources.folder import BESIDE


def standing(path: Path) -> bytes:
    """A mark of the dump at *path*: another one when anything in it was changed, came or went.

    A time that only the system sets tells of an edit that keeps size and date.
    """
    mark = hashlib.sha256()
    place = path.resolve()
    waiting = [str(place), *_saved_beside(place)]
    while waiting:
        name = waiting.pop()
        with suppress(OSError):
            found = os.lstat(name)
            mark.update(_told(name, found).encode("utf-8", "surrogatepass"))
            if stat.S_ISDIR(found.st_mode):
                waiting += _inside(name)
    return mark.digest()


def _told(name: str, found: os.stat_result) -> str:
    size = found.st_size if stat.S_ISREG(found.st_mode) else 0
    return repr((name, found.st_mode, size, found.st_mtime_ns, found.st_ctime_ns))


def _saved_beside(place: Path) -> Iterator[str]:
    """What a browser saved beside the page at *place*, which belongs to it."""
    # The page itself can be read all the same where nobody may look around.
    with suppress(OSError):
        for name in _inside(place.parent) if place.is_file() else ():
            found = BESIDE.fullmatch(Path(name).name)
            if found and found[1] == place.stem:
                yield name


def _inside(folder: str | Path) -> list[str]:
    """All that lies right in *folder*, in a fixed order."""
    with os.scandir(folder) as found:
        return sorted(os.fspath(entry) for entry in found)
