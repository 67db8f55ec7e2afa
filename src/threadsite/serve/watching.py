"""The files that a site is made of, and which of them have changed."""

from __future__ import annotations

import hashlib
import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from threadsite.config import NAME, load_site
from threadsite.errors import ConfigError

Filter = Callable[[Change, str], bool]
DEFAULT = DefaultFilter()

QUIET = 50
"""Milliseconds without a change after which changes belong together."""

LARGE = 16 << 20
"""Bytes from which a file is told by its time and size, not by what is in it."""


ENDINGS = ("~", ".tmp", ".new", ".part")
"""What editors and our own writing leave for a moment."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What to watch: single entries, and folders with all that is in them."""

    entries: frozenset[Path]
    folders: frozenset[Path]


def watched(site_path: Path, before: Watched | None = None) -> Watched:
    """What the site at *site_path* is made of. While its file is wrong: *before*, or that file."""
    file = (site_path / NAME if site_path.is_dir() else site_path).resolve()
    try:
        site = load_site(file)
    except ConfigError:
        return before or Watched(frozenset((file,)), frozenset())
    theme = site.settings.build.theme
    dumps = (site.dump_path(dump) for dump in site.dumps)
    parts = (site.content, site.root / "themes", site.root / theme, *dumps)
    paths = frozenset(part.resolve() for part in parts)
    return Watched(paths | {file}, frozenset(path for path in paths if path.is_dir()))


class Watcher:
    """Looks for changes until closed; none that comes after its making is missed."""

    def __init__(self, what: Watched) -> None:
        self._batches: queue.Queue[set[Path]] = queue.Queue()
        self._seen: dict[Path, str] = {}
        self._stop = threading.Event()
        parents = frozenset(path.parent for path in what.entries if path.parent.is_dir())
        wanted = frozenset(map(str, what.entries))
        self._threads = (
            *self._start(what.folders, _lasting, recursive=True),
            *self._start(parents, lambda _, path: path in wanted, recursive=False),
        )

    def changed(self, timeout: float) -> set[Path]:
        """What differs from when it was last told; empty when nothing has for *timeout* s."""
        try:
            paths = self._batches.get(timeout=timeout)
        except queue.Empty:
            return set()
        while not self._batches.empty():
            paths |= self._batches.get()
        # A rebuild writes content too: what it leaves as it was must not lead to the next.
        now = {path: _mark(path) for path in paths}
        news = {path for path, mark in now.items() if self._seen.get(path) != mark}
        self._seen |= now
        return news

    def close(self) -> None:
        """Stop looking."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _start(
        self, paths: Iterable[Path], wanted: Filter, *, recursive: bool
    ) -> Iterator[threading.Thread]:
        if not (roots := sorted(paths)):
            return
        ready = threading.Event()
        thread = threading.Thread(
            target=self._watch, args=(roots, wanted, recursive, ready), daemon=True
        )
        thread.start()
        ready.wait()
        yield thread

    def _watch(
        self, roots: list[Path], wanted: Filter, recursive: bool, ready: threading.Event
    ) -> None:
        polling = None
        while not self._stop.is_set():
            batches = watch(
                *roots,
                watch_filter=wanted,
                debounce=8 * QUIET,
                step=QUIET,
                stop_event=self._stop,
                rust_timeout=2 * QUIET,
                yield_on_timeout=True,
                raise_interrupt=False,
                force_polling=polling,
                recursive=recursive,
                ignore_permission_denied=True,
            )
            try:
                for changes in batches:
                    ready.set()
                    if changes:
                        self._batches.put({Path(path) for _, path in changes})
            except (OSError, RuntimeError):
                # The system watches only so many folders at once; looking again and again works.
                if polling:
                    break
                polling = True
        ready.set()


def _lasting(change: Change, path: str) -> bool:
    """Whether the file at *path* is there to stay."""
    name = path.rpartition(os.sep)[2]
    return not name.startswith(".") and not name.endswith(ENDINGS) and DEFAULT(change, path)


def _mark(path: Path) -> str:
    """What tells one state of *path* from another; empty when it is not there."""
    try:
        if path.is_dir():
            return "folder"
        stat = path.stat()
        if stat.st_size > LARGE:
            return f"{stat.st_size} {stat.st_mtime_ns}"
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
