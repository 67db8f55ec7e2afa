"""Output in one piece: a site is written beside the old one, and takes its place whole.

Killed at any time, a build leaves the old site or the new one; the next build clears up.
"""

from __future__ import annotations

import fcntl
import filecmp
import os
import re
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from threadsite.disk import exchange, sync, trouble
from threadsite.errors import BuildError

MARKER = ".threadsite-output"
MARKED = "threadsite wrote this folder and replaces what is in it with each build.\n"
REMOVED = ".threadsite-removed"
"""The names of what a patch takes away, in the patch."""
LOCK = "build.lock"


class Stage:
    """A site, or what changes of one, as it is being written: no file outside of it."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder = folder
        self.output = output
        self.token = ""
        """Which site it is."""
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

    def rewrite(self, name: str, data: bytes) -> None:
        """Put *data* into the file *name*, which may hold it already, or a part of it.

        Nothing is cut off: who was taken for dead and writes the same again spoils nothing.
        """
        try:
            with os.fdopen(os.open(self._new(name), os.O_WRONLY | os.O_CREAT, 0o666), "wb") as file:
                file.write(data)
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
        try:
            yield
        except sqlite3.OperationalError as problem:
            raise BuildError(
                f"{cache}: what builds remember cannot be kept there: {problem}; the site is whole,"
                " and the next build makes it anew if need be"
            ) from None


@contextmanager
def staged(output: Path) -> Iterator[Stage]:
    """A stage that becomes *output* if the block ends well, and goes without a trace if not.

    To be used under the lock of the site.
    """
    settled(output)
    output = output.resolve()
    with _stage(output) as stage:
        yield stage
        _mark(stage)
        _swap(stage.folder, output)


@contextmanager
def patched(output: Path) -> Iterator[Patch]:
    """A stage whose files take the places of those in *output* if the block ends well.

    Each does so at once, one after the other; who is killed meanwhile leaves the rest to the next
    who calls `settled`. To be used under the lock of the site.
    """
    output = output.resolve()
    with _stage(output) as stage:
        patch = Patch(stage.folder, output)
        yield patch
        _mark(patch)
        (stage.folder / REMOVED).write_text("\n".join(sorted(patch.removed)), encoding="utf-8")
        sync(stage.folder)
        folder = output.with_name(f"{output.name}.patch-{os.getpid()}")
        stage.folder.rename(folder)
        _apply(folder, output)


def _mark(stage: Stage) -> None:
    """Leave word that the folder is ours, and which site is in it."""
    stage.write(MARKER, f"{MARKED}{stage.token}\n".encode())


class Patch(Stage):
    """What changes of a site."""

    def __init__(self, folder: Path, output: Path) -> None:
        super().__init__(folder, output)
        self.removed: set[str] = set()
        """The names of files that are to go."""

    def replace_folder(self, name: str) -> None:
        """Let the staged folder *name* be all that is in that folder of the site."""
        new, old = self.folder / name, self.output / name
        names = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
        for path in old.rglob("*"):
            inside = path.relative_to(old)
            if path.is_file() and inside not in names:
                self.removed.add((PurePosixPath(name) / inside.as_posix()).as_posix())
            elif inside in names and filecmp.cmp(path, new / inside, shallow=False):
                (new / inside).unlink()


def settled(output: Path) -> str | None:
    """Finish what a killed build left at *output*; the token of the site that is there then.

    None when there is no site. To be used under the lock of the site.
    """
    output = output.resolve()
    try:
        _clear_up(output)
        _check(output)
        lines = (output / MARKER).read_text(encoding="utf-8").splitlines()
        return lines[1] if len(lines) > 1 else None
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise _failure(output, problem) from None


@contextmanager
def _stage(output: Path) -> Iterator[Stage]:
    # No name twice: a worker that was given up may still write to the one before.
    folder = output.with_name(f"{output.name}.stage-{secrets.randbits(64)}")
    try:
        folder.mkdir(parents=True)
        yield Stage(folder, output)
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
    """Finish what a killed build left: bring the old site back if it was just put aside, and go on
    where a patch was left."""
    left = re.compile(rf"{re.escape(output.name)}\.(stage|replaced|patch)-[0-9]+")
    if not output.parent.is_dir():
        return
    for path in sorted(output.parent.iterdir()):
        found = left.fullmatch(path.name)
        if not found or path.is_symlink() or not path.is_dir():
            continue
        if found[1] == "replaced" and not output.exists():
            path.rename(output)
        elif found[1] == "patch" and output.exists():
            _apply(path, output)
        else:
            shutil.rmtree(path)


def _swap(folder: Path, output: Path) -> None:
    sync(folder)
    if not output.exists():
        folder.rename(output)
    elif not exchange(folder, output):
        old = output.with_name(f"{output.name}.replaced-{os.getpid()}")
        output.rename(old)
        folder.rename(output)
        shutil.rmtree(old, ignore_errors=True)
    sync(output.parent)


def _apply(patch: Path, output: Path) -> None:
    """Move the files of *patch* to their places in *output*; done again, it goes on."""
    told = patch / REMOVED
    # Who was killed while the folder went may have left it without the list, and without files.
    removed = told.read_text(encoding="utf-8").splitlines() if told.exists() else ()
    for folder, _, names in os.walk(patch):
        place = output / Path(folder).relative_to(patch)
        place.mkdir(parents=True, exist_ok=True)
        for name in names:
            # The list goes last, with the folder: until then the patch can be gone on with.
            if name != REMOVED:
                Path(folder, name).replace(place / name)
    for name in removed:
        (output / name).unlink(missing_ok=True)
    shutil.rmtree(patch)
    sync(output.parent)


def _failure(place: Path, problem: OSError) -> BuildError:
    said = trouble(place, problem)
    return BuildError(f"{place}: cannot be written, and is left as it was. {said}")
