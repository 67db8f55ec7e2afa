"""The files of the content folder: which there are, and what is in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO

from threadsite.errors import ContentError


def thread_files(content: Path) -> Iterator[Path]:
    """The thread files below *content*, in order of their paths."""
    yield from _files(content / "threads")


def author_files(content: Path) -> Iterator[Path]:
    """The author files below *content*, in order of their paths."""
    yield from _files(content / "authors")


def media_files(content: Path) -> Iterator[Path]:
    """The kept files below *content*, in order; what is only a link may lead anywhere."""
    for folder, folders, files in os.walk(content / "media"):
        folders.sort()
        for path in sorted(Path(folder) / name for name in files):
            if not path.name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def read_text(path: Path) -> str:
    """The text of a content file; `ContentError` when it is not UTF-8, or no file."""
    with opened(path) as file:
        data = file.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise ContentError(
            f"{path}: byte {problem.start} is not UTF-8; save the file as UTF-8"
        ) from None


def stat(path: Path) -> os.stat_result:
    """What the file system says of the content file *path*; `ContentError` when that is nothing."""
    try:
        return path.stat()
    except OSError as problem:
        raise _unreadable(path, problem) from None


def opened(path: Path) -> BinaryIO:
    """The content file *path*, to be read; `ContentError` when it cannot be, or is no file."""
    # Who opens a pipe waits for somebody to write to it.
    if not S_ISREG(stat(path).st_mode):
        raise ContentError(f"{path}: not a file; move it out of the content folder")
    try:
        return path.open("rb")
    except OSError as problem:
        raise _unreadable(path, problem) from None


def _unreadable(path: Path, problem: OSError) -> ContentError:
    return ContentError(f"{path}: cannot be read: {problem.strerror}")


def _files(folder: Path) -> Iterator[Path]:
    """The Markdown files below *folder*, in order of their paths; a folder is listed at a time."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    for name in names:
        path = folder / name
        if name.endswith(".md"):
            yield path
        elif path.is_dir() and not path.is_symlink():
            yield from _files(path)
