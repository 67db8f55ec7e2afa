"""A page of HTML: where it leads, what it loads, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
from lxml import etree

from threadsite import urls
from threadsite.checking.facts import CANONICAL, GOES, LISTS, Facts, Link, attributes, line_of
from threadsite.checking.naming import check_headings, check_names
from threadsite.checking.nesting import check_nesting

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# fmt: off
LOADS = {
    ("audio", "src"): "media-src", ("body", "background"): "img-src",
    ("button", "formaction"): "form-action", ("embed", "src"): "object-src",
    ("form", "action"): "form-action",
    ("iframe", "src"): "frame-src", ("image", "href"): "img-src", ("img", "src"): "img-src",
    ("input", "src"): "img-src", ("object", "data"): "object-src", ("script", "src"): "script-src",
    ("source", "src"): "media-src", ("track", "src"): "media-src", ("video", "poster"): "img-src",
    ("video", "src"): "media-src", ("base", "href"): "base-uri", ("a", "ping"): "connect-src",
}
"""What a browser loads, or where it sends: the directive for it, by element and attribute."""
RELATIONS = {
    "stylesheet": "style-src", "icon": "img-src", "apple-touch-icon": "img-src",
    "manifest": "manifest-src", "modulepreload": "script-src", "preload": "default-src",
    "prefetch": "default-src", "preconnect": "connect-src", "dns-prefetch": "connect-src",
    "canonical": CANONICAL,
}
# fmt: on
"""The same of `<link>`, by its relation."""
ADDRESSES = frozenset({"href", "xlink:href", "data-index"} | {name for _, name in LOADS})
"""Attributes that hold an address. By `data-index` the theme tells a script where
the search is."""
REFERENCES = ("aria-controls", "aria-describedby", "aria-labelledby", "for", "headers", "list")
"""Attributes that hold ids."""
SCRIPTS = frozenset({"", "module", "text/javascript", "application/javascript", "importmap"})
"""Types of scripts that run."""
LINKED_DATA = "application/ld+json"
CANDIDATE = re.compile(r"[^\s,]\S*")


def read(name: str, data: bytes, home: str) -> Facts:
    """What the page *name* with the bytes *data* tells; *home* is that of the site, if known."""
    facts = Facts(name)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        facts.found("unread", 1, "is empty")
        return facts
    facts.root = root
    reader = Reader(facts, home)
    for element in root.iter("*"):
        reader.add(element)
    check_head(root, facts)
    check_names(root, facts)
    check_headings(root, facts)
    check_nesting(data, parser.error_log, facts)
    return facts


def check_head(root: Element, facts: Facts) -> None:
    """Note what every page must say of itself, and *facts* do not have."""
    if not root.get("lang"):
        facts.found("no-lang", 1, "the page does not say its language (`<html lang>`)")
    title = root.find("head/title")
    if title is None or not (title.text or "").strip():
        facts.found("no-title", 1, "the page has no title")
    if facts.policy is None:
        facts.found("no-policy", 1, "the page has no content security policy")


class Reader:
    """Reads the elements of a page into *facts*."""

    def __init__(self, facts: Facts, home: str) -> None:
        self._facts = facts
        self._home = home

    def add(self, element: Element) -> None:
        """Read *element* without those in it."""
        tag = element.tag
        for name, value in attributes(element):
            if name in ADDRESSES:
                self._add_address(element, name, value)
            elif name in ODD:
                ODD[name](self, element, value)
            elif name.startswith("on"):
                self._facts.found("inline", line_of(element), f"a script in `{name}`")
        if tag in ELEMENTS:
            ELEMENTS[tag](self, element)

    def _add_id(self, element: Element, value: str) -> None:
        line = line_of(element)
        if value in self._facts.ids:
            first = self._facts.ids[value]
            self._facts.found("twice", line, f'the id "{value}" is that of line {first} too')
        self._facts.ids.setdefault(value, line)

    def _add_name(self, element: Element, value: str) -> None:
        if element.tag == "a":
            self._facts.ids.setdefault(value, line_of(element))

    def _add_address(self, element: Element, name: str, value: str) -> None:
        tag = str(element.tag)
        use = LOADS.get((tag, name.removeprefix("xlink:")), GOES)
        if tag == "link":
            words = (element.get("rel") or "").lower().split()
            use = next((RELATIONS[word] for word in words if word in RELATIONS), GOES)
        self._facts.links.append(Link(value, line_of(element), use))

    def _add_old(self, element: Element, value: str) -> None:
        """The script that leads old addresses on, and what it asks for next to its folder."""
        line, folder = line_of(element), value.rpartition("/")[0]
        self._facts.links += (
            Link(value, line, "script-src"),
            Link(f"{folder}/../{urls.OLD_FORMS}", line, LISTS),
        )

    def _add_references(self, element: Element, value: str) -> None:
        line = line_of(element)
        self._facts.links += (Link(f"#{quote(one)}", line) for one in value.split())

    def _add_set(self, element: Element, value: str) -> None:
        line = line_of(element)
        for part in value.split(","):
            if found := CANDIDATE.search(part):
                self._facts.links.append(Link(found[0], line, "img-src"))

    def _add_content(self, element: Element, value: str) -> None:
        if (element.get("http-equiv") or "").lower() == "content-security-policy":
            self._facts.policy = value
        elif self._home and value.startswith(self._home):
            self._facts.links.append(Link(value, line_of(element), LISTS))

    def _add_style(self, element: Element, _: str) -> None:
        self._facts.found("inline", line_of(element), "a style in `style`")

    def _read_script(self, element: Element) -> None:
        kind = (element.get("type") or "").lower()
        line = line_of(element)
        if kind in SCRIPTS and element.get("src") is None:
            self._facts.found("inline", line, "a script in the page")
        elif kind == LINKED_DATA:
            try:
                data = msgspec.json.decode((element.text or "").encode())
            except msgspec.DecodeError as problem:
                self._facts.found("unread", line, f"the data for search engines: {problem}")
                return
            for text in strings(data):
                self._facts.texts.append((text, line))
                if self._home and text.startswith(self._home):
                    self._facts.links.append(Link(text, line, LISTS))

    def _read_style(self, element: Element) -> None:
        self._facts.found("inline", line_of(element), "a style in the page")

    def _read_image(self, element: Element) -> None:
        if element.get("alt") is None:
            shown = element.get("src") or "a picture"
            self._facts.found("no-alt", line_of(element), f"{shown} has no `alt`")


ODD: dict[str, Callable[[Reader, Element, str], None]] = {
    "id": Reader._add_id,
    "name": Reader._add_name,
    "srcset": Reader._add_set,
    "imagesrcset": Reader._add_set,
    "content": Reader._add_content,
    "data-old": Reader._add_old,
    **dict.fromkeys(REFERENCES, Reader._add_references),
    "style": Reader._add_style,
}
"""Attributes that are read in ways of their own."""
ELEMENTS: dict[str, Callable[[Reader, Element], None]] = {
    "script": Reader._read_script,
    "style": Reader._read_style,
    "img": Reader._read_image,
}
"""Elements that are."""


def strings(data: object) -> Iterator[str]:
    """Every string in *data* that JSON held, but those that are keys."""
    todo = [data]
    while todo:
        held = todo.pop()
        if isinstance(held, str):
            yield held
        elif isinstance(held, dict):
            todo.extend(held.values())
        elif isinstance(held, list):
            todo.extend(held)
