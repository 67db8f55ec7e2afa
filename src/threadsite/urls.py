"""Addresses: where each page of the site is, and how one page links another.

A page is a flat file; links between pages are relative, so the site works in a sub-folder and
opened from disk.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from threadsite import slugs
from threadsite.rows import PostRow

INDEX = "index.html"
SEARCH = "search.html"
ABOUT = "about.html"
BOARDS = "boards.html"
CALENDAR = "calendar.html"
STATISTICS = "statistics.html"
NOT_FOUND = "404.html"
FEED = "feed"
"""Of the site, without the ending that tells its form."""
CARD = "card.png"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
SEARCH_INDEX = "search/"
OLD_FORMS = "old/forms.json"
"""The forms that addresses of the forum had."""
STATIC = "static/"
MEDIA = "media/"

# fmt: off
INERT = frozenset((
    ".7z", ".aac", ".avif", ".bmp", ".bz2", ".csv", ".docx", ".epub", ".flac", ".gif", ".gz",
    ".ico", ".jpeg", ".jpg", ".m4a", ".mid", ".midi", ".mkv", ".mov", ".mp3", ".mp4", ".mpeg",
    ".mpg", ".odp", ".ods", ".odt", ".ogg", ".opus", ".pdf", ".png", ".pptx", ".rar", ".rtf",
    ".tar", ".tgz", ".tif", ".tiff", ".torrent", ".txt", ".wav", ".webm", ".webp", ".xlsx", ".xz",
    ".zip",
))
"""Endings of files that no browser runs as a page of the site."""
# fmt: on

PLAIN_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")


def thread(key: str, page: int = 1) -> str:
    """Page *page* of the thread *key*."""
    return _paged(f"t/{key}", page)


def board(key: str, page: int = 1, order: str = "") -> str:
    """Page *page* of the board *key*, in another *order* than the usual one."""
    # No key has a dot.
    return _paged(f"b/{key}.{order}" if order else f"b/{key}", page)


def author(key: str, page: int = 1) -> str:
    """Page *page* of the author *key*."""
    return _paged(f"a/{key}", page)


def topic(key: str, page: int = 1) -> str:
    """Page *page* of the topic *key*."""
    return _paged(f"k/{key}", page)


def threads(page: int = 1) -> str:
    """Page *page* of the list of all threads."""
    return _paged("threads", page)


def gaps(page: int = 1) -> str:
    """Page *page* of the list of threads of which something is missing."""
    return _paged("gaps", page)


def authors(page: int = 1) -> str:
    """Page *page* of the list of all authors."""
    return _paged("authors", page)


def topics(page: int = 1) -> str:
    """Page *page* of the list of all topics."""
    return _paged("topics", page)


def year(number: int) -> str:
    """The year *number* in the calendar."""
    return f"{CALENDAR}#y{number}"


def month(key: str, page: int = 1) -> str:
    """Page *page* of the month *key*, such as `2009-03`."""
    return _paged(f"c/{key}", page)


def days(number: int) -> str:
    """The days of the month *number* of any year."""
    return f"c/{number:02}.html"


def table(name: str) -> str:
    """The table *name* of the statistics, as a file."""
    return f"statistics/{name}.csv"


def old(bucket: str) -> str:
    """The file of the old addresses in *bucket*."""
    return f"old/{bucket}.json"


def post(row: PostRow) -> str:
    """Where the post *row* stands: its page and its place there."""
    return f"{thread(row.thread, row.page)}#{row.anchor}"


def place(key: str, number: int, anchor: str, size: int) -> str:
    """Where post *number* of the thread *key* stands, at *size* posts a page."""
    return f"{thread(key, page_of(number, size))}#{anchor}"


def static(name: str) -> str:
    """The theme's file *name*."""
    return STATIC + name


def media(path: str) -> str:
    """The file kept at *path*, below `content/`, under a name that no browser runs."""
    name = MEDIA + path.removeprefix(MEDIA)
    return name if PurePosixPath(name).suffix.lower() in INERT else f"{name}.bin"


def page_of(number: int, size: int) -> int:
    """The page that holds item *number*, both from 1, at *size* items a page."""
    return (number - 1) // size + 1


def page_count(items: int, size: int) -> int:
    """How many pages *items* fill: an empty list has one page too."""
    return page_of(max(items, 1), size)


def anchors(ids: Iterable[str]) -> tuple[str, ...]:
    """An anchor for each post of a thread: `p` and the id, made harmless and distinct."""
    wanted = ["p" + (id if PLAIN_ID.fullmatch(id) else slugs.key(id)) for id in ids]  # noqa: A001
    taken = set(wanted)
    seen: Counter[str] = Counter()
    return tuple(_distinct(anchor, seen, taken) for anchor in wanted)


def relative(page: str, to: str) -> str:
    """The link from *page* to *to*, both as given by this module, ready for an attribute."""
    path, hash_, anchor = to.partition("#")
    fragment = hash_ + quote(anchor) if anchor else ""
    if path == page and fragment:
        return fragment
    return _way(page[: page.rfind("/") + 1], path) + fragment


def absolute(base: str, to: str) -> str:
    """The address of *to* on a site whose home is *base*."""
    path, hash_, anchor = to.partition("#")
    home = base.rstrip("/") + "/"
    return home + ("" if path == INDEX else quote(path)) + hash_ + quote(anchor)


def link(page: str, to: str, base: str | None = None) -> str:
    """The link that *page* carries to *to*: relative, but from the page that a host shows in place
    of any missing address, where it begins at the root of the host when the home *base* of the
    site is known."""
    return absolute(urlsplit(base).path, to) if base and page == NOT_FOUND else relative(page, to)


@lru_cache(maxsize=16_384)
def _way(folder: str, path: str) -> str:
    if path.startswith(folder):
        return quote(path[len(folder) :])
    return "../" * folder.count("/") + quote(path)


def _paged(stem: str, page: int) -> str:
    return f"{stem}.html" if page == 1 else f"{stem}.{page}.html"


def _distinct(anchor: str, seen: Counter[str], taken: set[str]) -> str:
    seen[anchor] += 1
    if seen[anchor] == 1:
        return anchor
    while (name := f"{anchor}-{seen[anchor]}") in taken:
        seen[anchor] += 1
    taken.add(name)
    return name
