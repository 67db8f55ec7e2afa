"""Files that are no pages: stylesheets, feeds, sitemaps, and the data that scripts ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Annotated
from urllib.parse import quote

import msgspec
from lxml import etree

from threadsite import urls
from threadsite.checking import page
from threadsite.checking.facts import LISTS, Facts, Link, attributes, line_of
from threadsite.search.scripts import ALONE, CALL, file_name

URL = re.compile(r"""@import\s+["']([^"']*)["']|(@import\s+)?url\(\s*["']?([^"')]*)""")
COMMENT = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
FONTS = frozenset({".otf", ".ttf", ".woff", ".woff2"})
ROBOTS_SITEMAP = re.compile(r"(?im)^sitemap:\s*(\S+)")
POSTS, META = f"{urls.SEARCH_INDEX}posts-", f"{urls.SEARCH_INDEX}meta.js"
OLD = urls.OLD_FORMS.partition("/")[0] + "/"


class Table(msgspec.Struct):
    """What the table of contents of the search says of its files."""

    posts: int
    block: Annotated[int, msgspec.Meta(ge=1)]
    shards: str
    authors: list[str]


Post = tuple[str, str]
"""A page and an anchor; more follows."""
Read = Callable[[str, bytes, str], Facts]
"""Reads a file by its name and its bytes; the last is the home of the site."""


def read(name: str, data: bytes, home: str) -> Facts:
    """What the file *name* with the bytes *data* tells."""
    return READERS[PurePosixPath(name).suffix](name, data, home)


def is_read(name: str) -> bool:
    """Whether the file *name* tells anything: pictures do not."""
    return PurePosixPath(name).suffix in READERS and not name.startswith(urls.MEDIA)


def _read_style(name: str, data: bytes, home: str) -> Facts:
    del home
    facts = Facts(name)
    text = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), data.decode("utf-8", "replace"))
    for found in URL.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        address = found[1] or found[3]
        is_font = PurePosixPath(address.partition("?")[0].partition("#")[0]).suffix in FONTS
        use = "font-src" if is_font else "img-src"
        facts.links.append(Link(address, line, "style-src" if found[1] or found[2] else use))
    return facts


def _read_xml(name: str, data: bytes, home: str) -> Facts:
    del home
    facts = Facts(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        facts.found("unread", problem.lineno or 1, f"is no XML: {problem.msg}")
        return facts
    facts.root = root
    for element in root.iter("*"):
        line, text = line_of(element), (element.text or "").strip()
        addresses = (value for key, value in attributes(element) if key.endswith("href"))
        facts.links += (Link(address, line, LISTS) for address in addresses)
        if str(element.tag).endswith("}loc"):
            facts.links.append(Link(text, line, LISTS))
    return facts


def _read_json(name: str, data: bytes, home: str) -> Facts:
    facts = Facts(name)
    is_old = name.startswith(OLD) and name != urls.OLD_FORMS
    try:
        if is_old:
            facts.links += _of_old(name, msgspec.json.decode(data, type=dict[str, str]))
        else:
            facts.texts += ((text, 1) for text in page.strings(msgspec.json.decode(data)))
    except msgspec.DecodeError as problem:
        facts.found("unread", 1, f"is not the JSON that it should be: {problem}")
    facts.links += (
        Link(text, 1, LISTS) for text, _ in facts.texts if home and text.startswith(home)
    )
    return facts


def _of_old(name: str, held: dict[str, str]) -> Iterator[Link]:
    """Where the old addresses in *held*, of the file *name*, lead."""
    of_posts = name.startswith(f"{OLD}p")
    for to, said in held.items():
        for number, _, anchor in (word.partition("=") for word in said.split(" ")):
            fragment = f"#{quote(anchor or f'p{number}')}" if of_posts else ""
            yield Link(f"../{quote(to)}{fragment}", 1, LISTS)


def _read_script(name: str, data: bytes, home: str) -> Facts:
    """Of scripts only those of the search are read: they hold data."""
    del home
    facts = Facts(name)
    if not name.startswith(urls.SEARCH_INDEX):
        return facts
    try:
        _, _, *held = msgspec.json.decode(b"[%b]" % data.strip()[len(CALL) + 1 : -2])
        if name.startswith(POSTS):
            posts = [one[:2] for one in held if isinstance(one, list)]
            facts.links += map(_of_post, msgspec.convert(posts, type=list[Post]))
        elif name == META:
            facts.links += _of_meta(msgspec.convert(held[0], type=Table))
    except (msgspec.DecodeError, ValueError, LookupError) as problem:
        facts.found("unread", 1, f"is no data of the search: {problem}")
        return facts
    facts.texts += ((text, 1) for text in page.strings(held))
    return facts


def _of_post(post: Post) -> Link:
    """Where a *post* leads that a file of the search holds."""
    return Link(f"../{quote(post[0])}#{quote(post[1])}", 1, LISTS)


def _of_meta(table: Table) -> Iterator[Link]:
    """The files of the search that its *table* of contents names."""
    numbers: dict[str, Iterable[int | str]] = {
        "terms": table.shards.split(),
        "posts": range(-(-table.posts // table.block)),
        "authors": range(len(table.authors)),
        "days": [ALONE],
    }
    for kind, those in numbers.items():
        for number in those:
            yield Link(file_name(kind, number), 1)


def _read_text(name: str, data: bytes, home: str) -> Facts:
    del home
    facts = Facts(name)
    text = data.decode("utf-8", "replace")
    if name == urls.ROBOTS:
        for found in ROBOTS_SITEMAP.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            facts.links.append(Link(found[1], line, LISTS))
    return facts


READERS: dict[str, Read] = {
    ".html": page.read,
    ".css": _read_style,
    ".js": _read_script,
    ".json": _read_json,
    ".svg": _read_xml,
    ".txt": _read_text,
    ".xml": _read_xml,
}
"""Who reads a file, by its ending."""
