"""Threads of a dead forum, as a clean static site.

`convert` turns dumps into content, `load` reads a content file, `build` makes the site. They are
imported when first used, so that importing threadsite costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from threadsite.errors import ThreadsiteError
from threadsite.model import Attachment, Author, Choice, Poll, Post, Quote, Reaction, Source, Thread

if TYPE_CHECKING:
    from threadsite.building import build
    from threadsite.config import load_site
    from threadsite.content import read_thread as load
    from threadsite.conversion import convert
    from threadsite.conversion.reading import Dump

__version__ = "0.1.0"

__all__ = [
    "Attachment",
    "Author",
    "Choice",
    "Dump",
    "Poll",
    "Post",
    "Quote",
    "Reaction",
    "Source",
    "Thread",
    "ThreadsiteError",
    "build",
    "convert",
    "load",
    "load_site",
]

LAZY = {
    "Dump": ("threadsite.conversion.reading", "Dump"),
    "build": ("threadsite.building", "build"),
    "convert": ("threadsite.conversion", "convert"),
    "load": ("threadsite.content", "read_thread"),
    "load_site": ("threadsite.config", "load_site"),
}


def __getattr__(name: str) -> object:
    if name not in LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = LAZY[name]
    return getattr(import_module(module), attribute)
