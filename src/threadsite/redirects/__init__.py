"""Redirects: files by which a web server leads old addresses of the forum to the archive.

They are made of the built site, whose `old/` says what the numbers of threads, posts, boards and
authors mean. What is a number in two forums is left to the page for missing addresses, which names
both.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files as package_files
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from threadsite import urls
from threadsite.errors import DeployError
from threadsite.references import FORMS, HOME
from threadsite.report import counted

KINDS = ("thread", "post", "board", "author")
GROUP = re.compile(r"\(\?P<(\w+)>")
ENVIRONMENT = Environment(  # noqa: S701  (no HTML)
    trim_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
)


@dataclass(frozen=True, slots=True)
class Form:
    """A form of old addresses, with the place of each group in it, from 1; 0 for none."""

    pattern: str
    thread: int
    post: int
    board: int
    author: int

    @classmethod
    def of(cls, pattern: str) -> Form:
        """The form of a *pattern* with named groups."""
        places = {name: place for place, name in enumerate(GROUP.findall(pattern), 1)}
        return cls(pattern, *(places.get(name, 0) for name in KINDS))

    @property
    def bare(self) -> str:
        """The pattern without names."""
        return GROUP.sub("(", self.pattern)

    def means(self, kind: str) -> bool:
        """Whether the form tells a thing of the *kind*; a board beside a thread numbers that."""
        return bool(getattr(self, kind)) and not (kind == "board" and self.thread)

    def named(self, name: str) -> str:
        """The pattern with groups that are called as *name* says, where `{}` is their name."""
        return GROUP.sub(lambda group: f"(?<{name.format(group[1])}>", self.pattern)


@dataclass(frozen=True, slots=True)
class Server:
    """What a web server reads."""

    place: str
    """Where its files are, when nothing else is said."""
    table: str
    """The name of a table, by what it leads to."""
    row: str
    """A number and an address, as a row of a table."""
    word: str = "{}"
    """What stands there instead of a number."""


SERVERS = {
    "apache": Server("/etc/apache2/old", "old-{}s.txt", "{} {}\n"),
    # Some words mean something to nginx, which takes no notice of large letters.
    "nginx": Server("/etc/nginx/old", "old-{}s.map", '{} "{}";\n', r"\\{}"),
}


def write_redirects(
    output: Path, name: str, folder: Path, *, home: str = "/", place: str = ""
) -> Iterator[str]:
    """Write to *folder* what leads old addresses to the site in *output*, for the server *name*;
    yields what was written. *home* is the address of the site, *place* the folder that the files
    will be in on the server's machine, if not the usual one.

    `DeployError` when the site knows no old address.
    """
    server, old = SERVERS[name], output / urls.OLD_FORMS
    if not old.is_file():
        raise DeployError(
            f"{old}: no such file, so there is nothing to lead to; `threadsite build` writes it if"
            " the dump says at which addresses its threads were"
        )
    folder.mkdir(parents=True, exist_ok=True)
    template = package_files(__name__).joinpath(f"{name}.conf").read_text(encoding="utf-8")
    rules = ENVIRONMENT.from_string(template).render(
        kinds=KINDS,
        forms=[Form.of(form) for form in FORMS],
        front=HOME,
        home=urls.absolute(home, urls.INDEX),
        place=place.rstrip("/") or server.place,
    )
    path = folder / f"{name}.conf"
    path.write_text(rules, encoding="utf-8")
    yield f"wrote {path}: its first lines say how to use it"
    yield from _tables(old.parent, server, folder, home)


def _tables(old: Path, server: Server, folder: Path, home: str) -> Iterator[str]:
    for kind in KINDS:
        path = folder / server.table.format(kind)
        written = left = 0
        with path.open("w", encoding="utf-8") as file:
            for number, pages in _leads(old, kind):
                if len(pages) > 1:
                    left += 1
                    continue
                name = number if number[0].isdigit() else server.word.format(number)
                file.write(server.row.format(name, urls.absolute(home, pages[0])))
                written += 1
        yield f"wrote {path}: {counted(written, kind)}"
        if left:
            yield f"left out {counted(left, 'number')} that more than one {kind} has"


def _leads(old: Path, kind: str) -> Iterator[tuple[str, list[str]]]:
    """Each number of a *kind*, and where it leads. Words that differ in large letters are one."""
    for path in sorted(old.glob(f"{kind[0]}*.json")):
        written: dict[str, str] = {}
        found = defaultdict(list)
        for page, said in json.loads(path.read_bytes()).items():
            for number, to in LEADS[kind](page, said.split(" ")):
                found[written.setdefault(number.lower(), number)].append(to)
        yield from found.items()


def _of_thread(page: str, words: list[str]) -> Iterator[tuple[str, str]]:
    # With a second word it is a later page.
    if len(words) == 1:
        yield words[0], page


def _of_posts(page: str, words: list[str]) -> Iterator[tuple[str, str]]:
    for number, _, anchor in (word.partition("=") for word in words):
        yield number, f"{page}#{anchor or f'p{number}'}"


def _of_others(page: str, words: list[str]) -> Iterator[tuple[str, str]]:
    return ((number, page) for number in words)


LEADS = {"thread": _of_thread, "post": _of_posts, "board": _of_others, "author": _of_others}
"""What the words of a page in `old/` say: numbers, and where each leads."""
