"""A folder tree, in the same order on every system; only its own regular files are read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from threadsite.sources.feed import Feed, Meter, damage
from threadsite.sources.kinds import litter
from threadsite.sources.names import clean
from threadsite.sources.source import Item, Refused, failed, skipped

# A link swapped in after the look is not followed; a pipe swapped in does not block.
FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
)
PAGES = (".htm", ".html", ".xhtml")
# Browsers say "files" in their own language.
BESIDE = re.compile(
    r"(.+)(?:_files|\.files|-filer|-Dateien|_fichiers|_archivos|_arquivos|_ficheiros|_bestanden"
    r"|_file|_tiedostot|_pliki|_soubory|_elemei|_datoteke|_dosyalar|_fails|_bylos)",
    re.I,
)
ODD = {
    stat.S_IFLNK: "symbolic link, not followed",
    stat.S_IFIFO: "pipe",
    stat.S_IFSOCK: "socket",
    stat.S_IFCHR: "device",
    stat.S_IFBLK: "device",
}


def items(
    root: Path, meter: Meter, *, beside: bool = False, name: str = ""
) -> Iterator[Item | Refused]:
    """The files below *root*, which is called *name*; links, pipes and devices are refused.

    *beside*: also those that a browser saved beside a page, to show it.
    """
    waiting = [(root, name)]
    while waiting:
        path, name = waiting.pop()
        try:
            mode = path.lstat().st_mode if name else stat.S_IFDIR
            entries = _entries(path) if stat.S_ISDIR(mode) else []
        except OSError as error:
            yield failed(clean(name), f"cannot be read: {error.strerror}")
            continue
        if stat.S_ISREG(mode):
            yield file_item(path, clean(name), meter)
        elif not stat.S_ISDIR(mode):
            yield skipped(clean(name), ODD.get(stat.S_IFMT(mode), "not a file"))
        elif reason := litter(clean(name)) if name else None:
            if entries:
                yield skipped(clean(name), f"{reason}: folder not looked into")
        else:
            saved = frozenset() if beside else _beside(entries)
            for entry in sorted(saved):
                yield skipped(clean(f"{name}/{entry}"), "what a browser saved beside a page")
            waiting += [
                (path / entry, f"{name}/{entry}") for entry in entries if entry not in saved
            ]


def _beside(entries: Sequence[str]) -> frozenset[str]:
    """Those of *entries* that hold what a browser needed to show the page of the same name."""
    pages = {entry.rpartition(".")[0] for entry in entries if entry.lower().endswith(PAGES)}
    return frozenset(
        entry for entry in entries if (found := BESIDE.fullmatch(entry)) and found[1] in pages
    )


def saved_beside(page: Path, meter: Meter) -> Iterator[Item | Refused]:
    """The files that a browser saved beside the one file *page*, to show it."""
    if not page.name.lower().endswith(PAGES):
        return
    try:
        entries = [entry for entry in _entries(page.parent) if BESIDE.fullmatch(entry)]
    except OSError:
        # The page itself can be read all the same.
        return
    for entry in sorted(_beside([page.name, *entries])):
        yield from items(page.parent / entry, meter, beside=True, name=entry)


def file_item(path: Path, name: str, meter: Meter, *, top: bool = False) -> Item:
    """The file at *path* as an item called *name*."""
    return Item(name, partial(_open, path, meter), top=top)


def _entries(path: Path) -> list[str]:
    """The names in *path*, last first: they are taken from the end."""
    return sorted((child.name for child in path.iterdir()), reverse=True)


def _open(path: Path, meter: Meter) -> Feed:
    with damage():
        file: BinaryIO = os.fdopen(os.open(path, FLAGS), "rb")
    return Feed(file, meter)
