"""Bytecode of templates, kept from one run to the next as Python keeps that of its modules: to
compile a theme takes longer than to read a thousand posts.

It lies in the user's own cache folder (on Linux `~/.cache/threadsite`). Code is read from nowhere
else, least of all from the folder of a site, which may come from a stranger; and not from there
either where others can write.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

from threadsite import code

MOST = 400
"""Files that are kept: some ten languages or states of a theme. Of more, the older half goes."""
SIZE = 32
"""Bytes of the mark with which a file begins: what is damaged is made anew."""
OTHERS = 0o022
"""Permissions by which others could write."""


class Kept(BytecodeCache):
    """Bytecode that depends on all that *mark* tells, on the program and on what compiles it."""

    def __init__(self, mark: str) -> None:
        from importlib.metadata import version

        self._mark = repr((mark, code.mark(), version("jinja2"), sys.implementation.cache_tag))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill *bucket* with what is kept for it; nothing where there is none, or it is damaged."""
        with suppress(OSError):
            kept = self._path(bucket).read_bytes() if self._folder else b""
            if kept and _digest(kept[SIZE:]) == kept[:SIZE]:
                bucket.bytecode_from_string(kept[SIZE:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what *bucket* holds, where something can be kept."""
        if self._folder is None:
            return
        data = bucket.bytecode_to_string()
        with suppress(OSError):
            handle, written = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(data) + data)
            Path(written).replace(self._path(bucket))
            _prune(self._folder)

    def _path(self, bucket: Bucket) -> Path:
        assert self._folder
        return self._folder / hashlib.sha256(f"{self._mark} {bucket.key}".encode()).hexdigest()

    @cached_property
    def _folder(self) -> Path | None:
        """Where only this user can write; None where there is no such folder."""
        folder = user_cache_path("threadsite", appauthor=False) / "templates"
        # Of a user without a home it would be a folder called `~`.
        if not folder.is_absolute():
            return None
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = folder.lstat()
            if os.name != "posix" or (found.st_uid == os.getuid() and not found.st_mode & OTHERS):
                return folder
        return None


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SIZE).digest()


def _prune(folder: Path) -> None:
    found = [(entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(folder)]
    for _, path in sorted(found)[: len(found) // 2] if len(found) > MOST else ():
        Path(path).unlink(missing_ok=True)
