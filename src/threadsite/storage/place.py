"""A folder at an address, such as `s3://bucket/site`, as fsspec reaches it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from threadsite.errors import StorageError, ThreadsiteError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

EXTRA = "to reach it takes fsspec: pip install 'threadsite[cluster]'"
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{0,20}://\S+")
DEEPEST = 64
"""Folders inside folders; more are no content."""
WHOLE = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "adl", "oss"})
"""Where a file is seen only when it is whole."""
NEW = ".threadsite-new"
"""How the name of a file ends until it is whole, elsewhere."""
MARKS = ("ETag", "etag", "md5Hash", "content_md5", "checksum")
"""What a listing may tell of what is in a file, the best first."""
TIMES = ("mtime", "LastModified", "last_modified", "updated", "modify", "modified")
"""What it may tell of when that changed."""


@dataclass(frozen=True, slots=True, repr=False)
class Place:
    """A folder at the address *url*; it can be sent to another process."""

    url: str

    def __str__(self) -> str:
        """The address without what is nobody's business."""
        return _shown(self.url).rstrip("/")

    __repr__ = __str__

    @contextmanager
    def open(self, doing: str) -> Iterator[Open]:
        """The folder, for a block that is *doing* something there; `StorageError` if it fails."""
        try:
            yield Open(*self._opened())
        except ThreadsiteError:
            raise
        except ImportError as problem:
            raise StorageError(f"{self}: {self._told(problem)} (on every machine)") from None
        # The libraries of the protocols have errors of their own, without a common kind.
        except Exception as problem:
            raise StorageError(
                f"{self}: {doing} failed: {self._told(problem)}; what is done stays done: mend that"
                " and give the command again"
            ) from None

    def _opened(self) -> tuple[AbstractFileSystem, str, bool]:
        try:
            from fsspec.core import url_to_fs
        except ImportError:
            raise StorageError(f"{self}: {EXTRA}") from None
        protocol = self.url.partition(":")[0]
        if protocol == "memory":
            raise StorageError(f"{self}: the memory of one process, which no other one sees")
        # A connection that is kept may be dead by now; without one there is nothing to keep it for.
        kept = protocol in WHOLE or protocol.startswith("http")
        system, folder = url_to_fs(self.url, skip_instance_cache=not kept)
        # What others did meanwhile counts.
        system.invalidate_cache()
        return system, folder.rstrip("/"), protocol in WHOLE

    def _told(self, problem: BaseException) -> str:
        """What *problem* says, on one line and without what is secret."""
        said = " ".join(str(problem).split()) or type(problem).__name__
        said = ADDRESS.sub(lambda found: _shown(found[0]), said)
        parts = urlsplit(self.url)
        for secret in filter(None, (parts.query, parts.password)):
            for form in (secret, unquote(secret)):
                said = said.replace(form, "…")
        return said


class Open:
    """A folder that is open, by one thread at a time."""

    def __init__(self, system: AbstractFileSystem, folder: str, whole: bool) -> None:
        self._system = system
        self._folder = folder
        self._whole = whole
        self._quotes = "://" in folder
        """Whether names are parts of addresses, as over HTTP."""

    def states(self) -> Iterator[tuple[str, str]]:
        """Name and state of each file below the folder: another state, and it may have changed.

        A state that is not told is empty. Hidden files and links are passed over.
        """
        return self._states("", 0)

    def is_empty(self) -> bool:
        """Whether nothing is there."""
        try:
            return not any(self._listed(""))
        except FileNotFoundError:
            return True

    def is_there(self, name: str = "") -> bool:
        """Whether the file *name* is there, or else the folder itself."""
        # `exists` says no as well when it could not find out.
        try:
            self._system.info(self._path(name))
        except FileNotFoundError:
            return False
        return True

    def fetch(self, names: Sequence[str], files: Sequence[Path]) -> None:
        """Put what is in the files *names* into *files*."""
        self._system.get([self._path(name) for name in names], [str(file) for file in files])

    def put(self, names: Sequence[str], files: Sequence[Path]) -> None:
        """Put what is in *files* into the files *names*, whose folders are there: each whole."""
        self._system.put([str(file) for file in files], [self._new(name) for name in names])
        self._settle(names)

    def remove(self, names: Iterable[str]) -> None:
        """Take the files *names* away, if they are there still."""
        for name in filter(self.is_there, names):
            self._system.rm_file(self._path(name))

    def make_folders(self, names: Iterable[str]) -> None:
        """Make the folders of the files *names*, where there are such things."""
        if self._whole:
            return
        for folder in sorted({posixpath.dirname(self._path(name)) for name in names}):
            self._system.makedirs(folder, exist_ok=True)

    def _settle(self, names: Iterable[str]) -> None:
        """Let files that are whole by now have their names."""
        if not self._whole:
            for name in names:
                self._system.mv(self._new(name), self._path(name))

    def _path(self, name: str) -> str:
        name = quote(name) if self._quotes else name
        return f"{self._folder}/{name}".rstrip("/") or "/"

    def _new(self, name: str) -> str:
        return self._path(name if self._whole else f"{name}{NEW}")

    def _states(self, start: str, depth: int) -> Iterator[tuple[str, str]]:
        for name, found in self._listed(start):
            path = f"{start}{_checked(name)}"
            if name.startswith(".") or name.endswith(NEW):
                continue
            if found["type"] == "directory" and depth < DEEPEST:
                yield from self._states(f"{path}/", depth + 1)
            elif found["type"] == "file" and not found.get("islink"):
                yield path, _state(found)

    def _listed(self, start: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each thing in the folder *start* by its name there."""
        folder = self._path(start)
        for found in self._system.ls(folder, detail=True):
            path = str(found["name"]).rstrip("/")
            name = path.removeprefix(f"{folder.rstrip('/')}/")
            if self._quotes:
                # A listing has links by which it is sorted, too.
                name = "" if "?" in name else unquote(name)
            # Some list the folder itself.
            if name and path != folder:
                yield name, found


def _shown(address: str) -> str:
    """*address* without name, password and what is asked, which may hold a key."""
    protocol, _, rest = address.partition("?")[0].partition("://")
    host, *path = rest.split("/", 1)
    return f"{protocol}://{'/'.join((host.rpartition('@')[2], *path))}"


def _checked(name: str) -> str:
    """*name*, if a file here may be called so; nobody else may say where files here go."""
    if not name.isprintable() or {"/", "\\"} & set(name) or name in {".", ".."}:
        raise ValueError(f"{name!a} is no name of a file")
    return name


def _state(found: dict[str, Any]) -> str:
    for key in MARKS:
        if found.get(key):
            return f"{found[key]} {found.get('size')}"
    for key in TIMES:
        if found.get(key):
            return f"{found[key]} {found.get('size')}"
    return ""
