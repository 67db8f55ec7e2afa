"""The program itself, as what it keeps from one run to the next depends on it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from threadsite import __version__

PACKAGE = Path(__file__).parent
PAGES = ("archive", "content", "feeds", "language", "markdown", "markup", "pages", "theme")
"""The folders of the program that pages depend on."""
SEARCH = ("archive", "content", "language", "markdown", "markup", "search")
"""Those that its search depends on."""
LIBRARIES = ("jinja2", "markdown-it-py", "msgspec", "pygments")
"""Those that have a hand in the text of pages."""


@cache
def mark(*folders: str) -> str:
    """A mark of this very program: another version, or an edit of its source, has another.

    Of its folders only those named by *folders* count; without any, all do.
    """
    stamps = sorted(
        (path.as_posix(), found.st_size, found.st_mtime_ns)
        for path in _sources(folders)
        for found in (path.stat(),)
    )
    return hashlib.sha256(repr((__version__, stamps)).encode()).hexdigest()[:16]


@cache
def makeup() -> dict[str, str]:
    """The versions of all that the bytes of a page depend on, by name: equal on machines that make
    equal pages."""
    from importlib.metadata import version

    sources = hashlib.sha256()
    for path in sorted(_sources(PAGES)):
        sources.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    own = {"threadsite": f"{__version__}+{sources.hexdigest()[:8]}"}
    python = {"Python": ".".join(map(str, sys.version_info[:2]))}
    return own | python | {name: version(name) for name in LIBRARIES}


def _sources(folders: tuple[str, ...]) -> Iterator[Path]:
    for place in [PACKAGE / folder for folder in folders] or [PACKAGE]:
        yield from place.rglob("*.py")
    if folders:
        yield from PACKAGE.glob("*.py")
