"""Content: the Markdown files between the dumps and the site, one a thread and one an author.

A thread file is a TOML header between `+++` lines, then for each post a header and a body:

    +++
    id = "42"
    title = "Cone 6, at last"
    digest = "…"
    +++

    +++
    post = "1007"
    author = "Maud"
    author_id = "12"
    created = 2009-03-12T18:04:00
    +++

    The body, in Markdown.

A body line that would read as a fence has a backslash before it. `load(dump(thread)) == thread`
holds for any thread. The digest tells a file that a person edited from one as it was written.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import msgspec

from threadsite import toml
from threadsite.content.files import (
    author_files,
    media_files,
    opened,
    read_text,
    stat,
    thread_files,
)
from threadsite.content.headers import AuthorHeader, Header, PostHeader
from threadsite.decoding import clean
from threadsite.errors import ContentError
from threadsite.model import Author, Poll, Post, Source, Thread

__all__ = (
    "AuthorPage",
    "author_files",
    "dump",
    "dump_author",
    "edited",
    "load",
    "load_author",
    "media_files",
    "read_author",
    "read_header",
    "read_text",
    "read_thread",
    "signed",
    "stat",
    "thread_files",
)

REPORT = "report.json"
"""The account of the last conversion, in the content folder."""
FENCE = "+++"
FENCED = re.compile(r"\\*\+\+\+[ \t]*")
DIGEST = re.compile(r'(?m)^digest = "([0-9a-f]+)"\n')


@dataclass(frozen=True, slots=True)
class AuthorPage:
    """What `content/authors/` says of an author."""

    author: Author
    forum: str = ""
    aliases: tuple[str, ...] = ()
    """Other names that the same id had."""
    bio: str = ""
    """Markdown that a person added."""


def dump(thread: Thread) -> str:
    """*thread* as the text of its file."""
    sources = tuple(dict.fromkeys(post.source for post in thread.posts if post.source))
    head = _fields(thread, Header, sources=sources)
    blocks = [_fenced(head), *(_dump_post(post, sources) for post in thread.posts)]
    return _sealed("\n".join(blocks))


def load(text: str, place: str = "content") -> Thread:
    """The thread that *text* holds; `ContentError`, naming *place* and line, when it is none."""
    text = text.replace("\r\n", "\n")
    (line, head, _), *posts = _blocks(text, place)
    header = toml.read(head, Header, place, ContentError, line)
    fields = {name: getattr(header, name) for name in Thread.__slots__ if hasattr(header, name)}
    read = tuple(_load_post(block, header.sources, place) for block in posts)
    return Thread(**fields, posts=read)


def dump_author(page: AuthorPage) -> str:
    """*page* as the text of its file."""
    head = _fields(page.author, AuthorHeader, forum=page.forum, aliases=page.aliases)
    return _sealed(f"{_fenced(head)}\n{_escaped(page.bio)}\n" if page.bio else _fenced(head))


def load_author(text: str, place: str = "content") -> AuthorPage:
    """The author that *text* holds; `ContentError` when it is none."""
    (line, head, body), *_ = _blocks(text.replace("\r\n", "\n"), place)
    header = toml.read(head, AuthorHeader, place, ContentError, line)
    fields = {name: getattr(header, name) for name in Author.__slots__}
    return AuthorPage(Author(**fields), header.forum, header.aliases, body)


def edited(text: str) -> bool:
    """Whether a person wrote or changed *text*, the text of a file in `content/`."""
    text = text.replace("\r\n", "\n")
    found = DIGEST.search(text)
    return not found or found[1] != _digest(text[: found.start()] + text[found.end() :])


def signed(text: str) -> str:
    """*text*, of a file without a header, with its digest as the first line."""
    return f'digest = "{_digest(text)}"\n{text}'


def read_thread(path: Path) -> Thread:
    """The thread in the file *path*."""
    return load(read_text(path), str(path))


def read_author(path: Path) -> AuthorPage:
    """The author in the file *path*."""
    return load_author(read_text(path), str(path))


def read_header(path: Path) -> Header:
    """The first header of the file *path*, without reading its posts."""
    lines = []
    with TextIOWrapper(opened(path), "utf-8-sig", errors="replace", newline="\n") as file:
        if file.readline().strip() != FENCE:
            raise ContentError(f"{path}:1: a content file begins with a line `{FENCE}`")
        for line in file:
            if line.rstrip() == FENCE:
                break
            lines.append(line.replace("\r\n", "\n"))
    return toml.read("".join(lines), Header, str(path), ContentError, 2)


def _dump_post(post: Post, sources: tuple[Source, ...]) -> str:
    index = sources.index(post.source) if post.source else -1
    author = {"author": post.author.name} | {
        f"author_{name}": getattr(post.author, name)
        for name in ("id", "title", "avatar", "url", "inferred", "guest")
    }
    head = _fields(post, PostHeader, post=post.id, source=index if sources else 0, **author)
    return f"{_fenced(head)}\n{_escaped(post.body)}\n"


def _load_post(block: tuple[int, str, str], sources: tuple[Source, ...], place: str) -> Post:
    line, head, body = block
    header = toml.read(head, PostHeader, place, ContentError, line)
    if not -1 <= header.source < max(len(sources), 1):
        at = toml.line_of(head, "source", line)
        raise ContentError(f"{place}:{at}: source {header.source}, the thread has {len(sources)}")
    author = Author(
        id=header.author_id,
        name=header.author,
        title=header.author_title,
        avatar=header.author_avatar,
        url=header.author_url,
        inferred=header.author_inferred,
        guest=header.author_guest,
    )
    source = sources[header.source] if sources and header.source >= 0 else None
    own = {"id", "author", "body", "source"}
    fields = {name: getattr(header, name) for name in Post.__slots__ if name not in own}
    return Post(id=header.post, author=author, body=body, source=source, **fields)


def _fields(thing: object, header: type[msgspec.Struct], **given: Any) -> dict[str, Any]:
    """What *header* would hold for *thing*: *given* first, else its attribute of the same name."""
    fields = {}
    for name, default in _defaults(header):
        held = given.get(name, getattr(thing, name, default))
        if held != default and held is not None:
            fields[name] = held
    return fields


@cache
def _defaults(header: type[msgspec.Struct]) -> tuple[tuple[str, Any], ...]:
    """The names in *header* and their defaults: to ask for them costs more than a post does."""
    return tuple((field.name, field.default) for field in msgspec.structs.fields(header))


def _fenced(fields: dict[str, Any]) -> str:
    lines = (f"{name} = {_value(held)}\n" for name, held in fields.items())
    return f"{FENCE}\n{''.join(lines)}{FENCE}\n"


def _value(held: object) -> str:
    if isinstance(held, tuple) and held and not isinstance(held[0], str | int):
        rows = ",\n".join(f"  {toml.value(_table(row))}" for row in held)
        return f"[\n{rows},\n]"
    if isinstance(held, Poll):
        return toml.value(_table(held))
    return toml.value(held)


def _table(row: object) -> dict[str, Any]:
    table = {}
    for name in row.__slots__:  # type: ignore[attr-defined]  # every class of the model has slots
        held = getattr(row, name)
        if isinstance(held, tuple):
            held = [_table(item) for item in held]
        if held is not None and held is not False:
            table[name] = held
    return table


def _escaped(body: str) -> str:
    if FENCE not in body:
        return clean(body)
    lines = clean(body).split("\n")
    return "\n".join("\\" + line if FENCED.fullmatch(line) else line for line in lines)


def _unescaped(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        escaped = line.startswith("\\") and FENCED.fullmatch(line)
        yield line[1:] if escaped else line


def _blocks(text: str, place: str) -> Iterator[tuple[int, str, str]]:
    """Each header of *text*, the number of its first line, and the body behind it."""
    lines = text.split("\n")
    fences = [i for i, line in enumerate(lines) if line.startswith(FENCE) and line.strip() == FENCE]
    if not fences or any(line.strip() for line in lines[: fences[0]]):
        raise ContentError(f"{place}:1: a content file begins with a line `{FENCE}`")
    if len(fences) % 2:
        raise ContentError(
            f"{place}:{fences[-1] + 1}: this header has no closing `{FENCE}`"
            f" (a body line `{FENCE}` is written `\\{FENCE}`)"
        )
    for start, end, following in zip(
        fences[::2], fences[1::2], [*fences[2::2], len(lines)], strict=True
    ):
        body = lines[end + 1 : following]
        if body and not body[0].strip():
            del body[0]
        if body and not body[-1].strip():
            del body[-1]
        yield start + 2, "\n".join(lines[start + 1 : end]), "\n".join(_unescaped(body))


def _sealed(text: str) -> str:
    """*text* with its digest as the last key of the first header."""
    end = text.index(f"\n{FENCE}\n", 3) + 1
    return f'{text[:end]}digest = "{_digest(text)}"\n{text[end:]}'


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
