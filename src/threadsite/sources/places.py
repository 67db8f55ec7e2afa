"""Addresses told from places: the folders of copying programs say where their files were.

An address is told only where a folder has the name of a host, or where a list that the program
left says it; whether it was http or https, neither does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from threadsite.sources.names import clean
from threadsite.sources.origin import Origin, stamped, unwrapped

HOST = re.compile(
    r"((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}([a-z]{2,12}))(?:(?:[:+]|%3a)(\d{2,5}))?",
    re.I,
)
# fmt: off
ENDINGS = frozenset((
    "com", "net", "org", "edu", "gov", "mil", "int", "info", "biz", "name", "mobi", "example",
    "club", "community", "forum", "forums", "online", "site", "xyz", "dev", "app", "wiki", "games",
))
NOT_COUNTRIES = frozenset(("7z", "db", "gz", "js", "xz", "rb", "go", "ts", "cs"))
# fmt: on
STAMP = re.compile(r"(\d{14})(?:[a-z]{2}_)?")
QUERY = re.compile(r"\?|%3[Ff]|@(?=[^@=&]{1,60}=)")
PROGRAM = re.compile(r"(.+\.(?:php\d?|aspx?|cgi|cfm|jsp|pl|do))\.html?", re.I)
SLASHES = re.compile(r"/(https?)(?::|%3A)/(?=[^/])", re.I)

PLAIN = "/%:@!$&'()*+,;=~-._#?[]"
LISTS = ("*.tsv", "*/*.tsv", "*.cdx", "*/*.cdx")
LONGEST_LIST = 64 << 20
NOWHERE = Origin()


class Places:
    """Where the files of one dump come from."""

    def __init__(self, root: Path) -> None:
        self._root = root.name
        self._listed: dict[str, Origin | None] = {}
        self.lists: set[str] = set()
        """The names of the files that say it, which are no pages."""
        for place, row in _rows(root):
            for key, origin in _listed(row):
                # What a list says of two things it says of neither.
                known = self._listed.setdefault(key, origin)
                self._listed[key] = origin if known == origin else None
                self.lists.add(clean(place.relative_to(root).as_posix()))

    def origin(self, name: str) -> Origin:
        """The address and the time of the file called *name*, as far as its place tells."""
        if listed := self._list_says(name):
            return listed
        return placed((self._root, *name.split("/")))

    def _list_says(self, name: str) -> Origin | None:
        if not self._listed:
            return None
        parts = name.split("/")
        keys = ["/".join(parts[at:]) for at in range(len(parts))]
        if stamp := STAMP.match(parts[-1]):
            keys.append(stamp[1])
        return next((origin for key in keys if (origin := self._listed.get(key))), None)


def placed(parts: Sequence[str]) -> Origin:
    """What the folders *parts*[:-1] tell of the file *parts*[-1]."""
    for at, part in enumerate(parts[:-1]):
        found = HOST.fullmatch(part)
        if not found or not _of_the_web(found[2].lower()):
            continue
        path = list(parts[at + 1 :])
        captured = _time(parts[at - 1]) if at else None
        if not captured and len(path) > 1 and (captured := _time(path[0])):
            del path[0]
        host = found[1].lower() + (f":{found[3]}" if found[3] else "")
        url = SLASHES.sub(r"/\1://", f"http://{host}/{_path(path)}")
        return unwrapped(Origin(url, captured))
    return NOWHERE


def _time(part: str) -> datetime | None:
    found = STAMP.fullmatch(part)
    return stamped(found[1]) if found else None


def _of_the_web(ending: str) -> bool:
    return ending in ENDINGS or (len(ending) == 2 and ending not in NOT_COUNTRIES)


def _path(parts: Sequence[str]) -> str:
    """The path and the query that a copying program made the file name of."""
    *folders, last = parts
    page, query = last, ""
    if found := QUERY.search(last):
        page, query = last[: found.start()], last[found.end() :]
        query = re.sub(r"\.html?$", "", query, flags=re.I)
        query = re.sub(r"%(?:26|3[dD])", lambda code: "&" if code[0] == "%26" else "=", query)
    elif found := PROGRAM.fullmatch(last):
        page = found[1]
    page = "" if page.lower() == "index.html" else page
    path = quote("/".join((*folders, page)), safe=PLAIN)
    return f"{path}?{quote(query, safe=PLAIN)}" if query else path


def _rows(root: Path) -> Iterator[tuple[Path, list[str]]]:
    """The rows of the lists in *root* and in the folders right below, each with its list."""
    for pattern in LISTS:
        for place in sorted(root.glob(pattern)):
            try:
                yield from ((place, row) for row in _read(place))
            except OSError:
                # Not a list then; that it cannot be read is told when the dump is walked.
                continue


def _read(place: Path) -> Iterator[list[str]]:
    # What is linked is not of the dump, be it the list or its folder.
    linked = place.is_symlink() or place.parent.is_symlink()
    if linked or not place.is_file() or place.stat().st_size > LONGEST_LIST:
        return
    with place.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            yield line.rstrip("\r\n").split("\t" if "\t" in line else " ")


def _listed(row: Sequence[str]) -> Iterator[tuple[str, Origin]]:
    """What *row* says, by file and by time: it has an address, and a time of 14 digits."""
    url = next((field for field in row if field.startswith(("http://", "https://"))), None)
    captured = next((time for field in row if (time := _time(field))), None)
    if not url or not captured:
        return
    origin = Origin(url, captured)
    yield f"{captured:%Y%m%d%H%M%S}", origin
    yield from ((field, origin) for field in row if "." in field and field != url)
