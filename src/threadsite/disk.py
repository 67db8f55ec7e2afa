"""Files written whole, and what the kernel does for them that Python has no word for."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

# What a kernel or a file system says that cannot exchange two names.
UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})
AT_FDCWD = -100
RENAME_EXCHANGE = 2


FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path* whole or not at all, in a folder that is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:80]}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def trouble(place: Path, problem: OSError) -> str:
    """What *problem*, met at *place*, is: the room that is left, or the file that it is about."""
    said = problem.strerror or str(problem)
    if problem.errno in FULL:
        near = next(path for path in (place, *place.parents) if path.exists())
        free = shutil.disk_usage(near).free
        return f"{said}: {free / 1_000_000:,.1f} MB are free there; make room and try again"
    return f"{said}: {problem.filename}" if problem.filename else said


def exchange(one: Path, two: Path) -> bool:
    """Give each of two folders the other's name in one step; False where that is not to be had."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if not rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(two), RENAME_EXCHANGE):
        return True
    number = ctypes.get_errno()
    if number in UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(two))


def sync(folder: Path) -> None:
    """Have all that was written to the file system of *folder* on its disk."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)
