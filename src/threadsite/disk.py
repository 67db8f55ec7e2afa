"""What the kernel does for files that Python has no word for."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

# What a kernel or a file system says that cannot exchange two names.
UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})
AT_FDCWD = -100
RENAME_EXCHANGE = 2


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
