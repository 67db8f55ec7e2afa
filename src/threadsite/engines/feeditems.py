"""Items of RSS, Atom and RDF: their fields, whatever the format calls them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from threadsite.dates import YEARS, parse_date
from threadsite.document import Document
from threadsite.engines.mail.fields import ADDRESS, spoken_name
from threadsite.engines.xmltext import Element, local
from threadsite.markup.lines import line
from threadsite.markup.links import safe
from threadsite.model import Author

BODIES = ("encoded", "content", "description", "summary")
AUTHORS = ("creator", "author", "name")
DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
IDS = ("guid", "id")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a feed: the words of its fields by their names, and its links."""

    fields: Mapping[str, str]
    url: str

    def first(self, *names: str) -> str:
        """The first of the fields that holds words."""
        return next((found for name in names if (found := self.fields.get(name, "").strip())), "")


def entry_of(element: Element, document: Document) -> Entry:
    """The item that *element* is, with its link made whole."""
    fields: dict[str, str] = {}
    links: list[str] = []
    for child in element:
        name = local(child)
        if name == "link" and child.get("rel", "alternate") == "alternate":
            links.append(child.get("href") or child.text or "")
        elif name == "author" and len(child):
            fields.setdefault("name", _inside(child, "name"))
        elif name:
            fields.setdefault(name, "".join(map(str, child.itertext())))
    stated = next((link.strip() for link in links if link.strip()), fields.get("guid", ""))
    url = safe(stated, document.url) or ""
    return Entry(fields, url if url.lower().startswith(("http:", "https:")) else "")


def _inside(element: Element, name: str) -> str:
    return next((child.text or "" for child in element if local(child) == name), "")


def author_of(entry: Entry) -> Author:
    """Who wrote *entry*: a name, never an address."""
    stated = line(entry.first(*AUTHORS))
    name = spoken_name(stated) if ADDRESS.search(stated) else stated
    if not name or (safe(name) == name and "://" in name):
        return Author("inferred:nobody", None, inferred=True)
    return Author(f"name:{name}", name)


def time_of(entry: Entry) -> datetime | None:
    """When *entry* was written; None when it does not say."""
    stated = entry.first(*DATES)[:100]
    found = parse_date(stated)
    if found is None:
        try:
            found = parsedate_to_datetime(stated)
        except (ValueError, OverflowError, IndexError, TypeError):
            return None
    return found if found.year in YEARS else None
