"""Which forum an address is of: two on one host have threads of the same numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from threadsite.references import PATHS, host

SCRIPT = re.compile(r"/[^/]*\.(?:php|f?cgi|pl|aspx?|dll|jsp)(?=/|$)", re.I)
WAYS = tuple(re.compile(f"/{way}") for way in (*PATHS, r"topic,\d", r"thread-\d+-\d+-\d+\.html$"))
"""Addresses made of words; what stands before them is the folder of the software."""
VIEWS = re.compile(r"/(?:archive|lofiversion)$")
"""Folders in which software has another view of the same threads."""
LANGUAGE = re.compile(
    r"/(?:ar|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hr|hu|id|it|ja|ko|lt|lv|nb|nl|no|pl|pt|ro|ru|sk"
    r"|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_][A-Za-z]{2,4})?$"
)
MANY = 3
"""Links to scripts that can say where the forum is: fewer may be of something else."""
DATA = re.compile(r"\.(?:json|rss)$")


def forum(url: str | None, base: str | None = None, links: Iterable[str] = ()) -> str:
    """Whose ids the page at *url* shows: the host, without `www.`, and the folder of the forum
    there. Where the address does not tell the folder, the *base* that the page states does, or
    most of its *links* to scripts; empty without a host."""
    name = host(url)
    if not url or not name:
        return ""
    if found := told(url):
        return found
    folder = _stated(base) if base and host(base) == name else None
    if folder is None:
        folder = _agreed(link for link in links if host(link) == name)
    return name + (folder or "")


def told(url: str) -> str | None:
    """The forum of the address *url*; None where that does not tell the folder."""
    name = host(url)
    folder = _folder(url) if name else None
    return f"{name}{folder}" if folder is not None else None


def _folder(url: str) -> str | None:
    """The folder of the software in the path of *url*."""
    folder = _of_script(url)
    if folder is not None:
        return folder
    path = DATA.sub("", unquote(urlsplit(url).path))
    found = next(filter(None, (way.search(path) for way in WAYS)), None)
    return LANGUAGE.sub("", path[: found.start()]) if found else None


def _of_script(url: str) -> str | None:
    path = unquote(urlsplit(url).path)
    script = SCRIPT.search(path)
    return VIEWS.sub("", path[: script.start()]) if script else None


def _stated(base: str) -> str | None:
    path = unquote(urlsplit(base).path)
    # Programs that save a page state its own address, which is no folder.
    return path.rstrip("/") if path.endswith("/") else None


def _agreed(links: Iterable[str]) -> str | None:
    told = Counter(found for link in links if (found := _of_script(link)) is not None)
    folder = max(told, key=lambda one: (told[one], one), default="")
    return folder if told[folder] >= MANY else None
