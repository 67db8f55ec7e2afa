"""Invented dumps, and what opening them gives."""

from __future__ import annotations

import io
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from threadsite.document import Document
from threadsite.report import Outcome
from threadsite.sources import Limits, Refused, documents

PAGE = b"<!doctype html><title>Kettles</title><p>Why does mine whistle?"
PAGES = {f"board/thread-{n}.html": PAGE + b"%d" % n * (50 + n) for n in range(6)}


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of *files*."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 6)), data, method)
    return buffer.getvalue()


def tarred(files: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar of *files*."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def opened(path: Path, limits: Limits | None = None) -> list[Document | Refused]:
    """All that is found in *path*."""
    return list(documents(path, limits=limits))


def found(path: Path, data: bytes, limits: Limits | None = None) -> list[Document | Refused]:
    """All that is found in *data*, written to *path*."""
    path.write_bytes(data)
    return opened(path, limits)


def pages(things: Iterable[Document | Refused]) -> dict[str, bytes]:
    """The documents by name."""
    return {thing.name: thing.data for thing in things if isinstance(thing, Document)}


def refusals(things: Iterable[Document | Refused]) -> dict[str, tuple[Outcome, str]]:
    """What was refused, by name."""
    return {
        thing.name: (thing.outcome, thing.reason) for thing in things if isinstance(thing, Refused)
    }


def calls(work: Callable[[], object]) -> int:
    """How many functions *work* calls: the same on any machine, unlike the time it takes."""
    count = 0

    def called(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
