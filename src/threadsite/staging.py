"""Output in one piece: a site is written beside the old one, and takes its place whole.

Killed at any time, a build leaves the old site or the new one; the next build clears up.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from threadsite.errors import BuildError

MARKER = ".threadsite-output"
MARKED = b"threadsite wrote this folder and replaces it whole with each build.\n"
LOCK = "build.lock"

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
# What a kernel or a file system says that cannot exchange two names.
UNABLE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})
AT_FDCWD = -100
RENAME_EXCHANGE = 2


class Stage:
    """The site as it is being written. No file is written twice, none outside of it."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder = folder
        self.output = output
        self.files = 0
        self.bytes = 0
        self._folders = {folder}

    def write(self, name: str, data: bytes) -> None:
        """Put *data* into the new file *name*."""
        try:
            with self._new(name).open("xb") as file:
                file.write(data)
        except FileExistsError:
            raise BuildError(f"{name}: two pages have this address") from None
        except OSError as problem:
            raise _failure(self.output, problem) from None
        self.files += 1
        self.bytes += len(data)

    def copy(self, name: str, source: Path) -> None:
        """Put a copy of the file *source* into the new file *name*."""
        try:
            with source.open("rb") as original, self._new(name).open("xb") as file:
                shutil.copyfileobj(original, file)
                size = file.tell()
        except FileExistsError:
            raise BuildError(f"{name}: two files have this address") from None
        except OSError as problem:
            raise _failure(self.output, problem) from None
        self.files += 1
        self.bytes += size

    @contextmanager
    def folder_of(self, name: str) -> Iterator[Path]:
        """The new folder *name*, for a block that writes its files by itself."""
        try:
            folder = self._new(f"{name.rstrip('/')}/{MARKER}").parent
            yield folder
            sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        except OSError as problem:
            raise _failure(self.output, problem) from None
        self.files += len(sizes)
        self.bytes += sum(sizes)

    def _new(self, name: str) -> Path:
        inside = PurePosixPath(name)
        if inside.is_absolute() or ".." in inside.parts or not inside.parts:
            raise BuildError(f"{name!a}: an address outside the site")
        path = self.folder / inside
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        return path


@contextmanager
def locked(cache: Path) -> Iterator[None]:
    """Keep the site whose cache is *cache* to this process; `BuildError` if another has it."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        # The file stays for good: if it were removed, two processes could lock two files.
        file = (cache / LOCK).open("a+", encoding="ascii")
    except OSError as problem:
        raise _failure(cache, problem) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise BuildError(
                f"{cache}: process {file.read().strip() or '(unknown)'} is building this site;"
                " wait for it to end"
            ) from None
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


@contextmanager
def staged(output: Path) -> Iterator[Stage]:
    """A stage that becomes *output* if the block ends well, and goes without a trace if not.

    To be used under the lock of the site.
    """
    output = output.resolve()
    try:
        _clear_up(output)
        _check(output)
        output.parent.mkdir(parents=True, exist_ok=True)
        folder = output.with_name(f"{output.name}.stage-{os.getpid()}")
        folder.mkdir()
    except OSError as problem:
        raise _failure(output, problem) from None
    try:
        stage = Stage(folder, output)
        stage.write(MARKER, MARKED)
        yield stage
        try:
            _swap(folder, output)
        except OSError as problem:
            raise _failure(output, problem) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise BuildError(f"{output}: a file; name a folder as [build] output")
    if any(output.iterdir()) and not (output / MARKER).is_file():
        raise BuildError(
            f"{output}: not empty, and not written by threadsite;"
            " move it away, or name another folder as [build] output"
        )


def _clear_up(output: Path) -> None:
    """Finish what a killed build left: bring the old site back if it was just put aside."""
    left = re.compile(rf"{re.escape(output.name)}\.(stage|old)-[0-9]+")
    if not output.parent.is_dir():
        return
    for path in sorted(output.parent.iterdir()):
        found = left.fullmatch(path.name)
        if not found or path.is_symlink() or not path.is_dir():
            continue
        if found[1] == "old" and not output.exists():
            path.rename(output)
        else:
            shutil.rmtree(path)


def _swap(folder: Path, output: Path) -> None:
    _sync(folder)
    if not output.exists():
        folder.rename(output)
    elif not _exchange(folder, output):
        old = output.with_name(f"{output.name}.old-{os.getpid()}")
        output.rename(old)
        folder.rename(output)
        shutil.rmtree(old, ignore_errors=True)
    _sync(output.parent)


def _exchange(one: Path, two: Path) -> bool:
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


def _sync(folder: Path) -> None:
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


def _failure(place: Path, problem: OSError) -> BuildError:
    said = problem.strerror or str(problem)
    if problem.errno in FULL:
        near = next(path for path in (place, *place.parents) if path.exists())
        free = shutil.disk_usage(near).free
        said = f"{said}: {free / 1_000_000:,.1f} MB are free there; make room and build again"
    elif problem.filename:
        said = f"{said}: {problem.filename}"
    return BuildError(f"{place}: cannot be written, and is left as it was. {said}")
