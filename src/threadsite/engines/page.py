"""A page under reading: a tree of its own, where it was, and how its dates are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from itertools import islice
from urllib.parse import urljoin, urlsplit

from threadsite.dates import Dated, read_date
from threadsite.document import Document
from threadsite.engines.dateorder import Order, order
from threadsite.engines.rules import Element, Rules, candidates, value, values
from threadsite.installs import forum, told
from threadsite.markup.links import safe

SESSION = re.compile(r"(?<=[?&])(?:sid|s|phpsessid)=[0-9a-z:]{16,}&?", re.IGNORECASE)
"""What a forum adds to every address for one visitor only."""
IDLE = re.compile(r"(?<=^http:)(//[^/?#]*):80(?=[/?#]|$)|(?<=^https:)(//[^/?#]*):443(?=[/?#]|$)")
"""A port that goes without saying, as archives of the web write it."""
DANGLING = re.compile(r"[?&]+(?=#|$)")
"""What is left of a query that had no more to ask."""
MOST = 500
"""Links of a page that are asked where its forum is."""


@dataclass(frozen=True)
class Page:
    """One document as an engine reads it. The tree is its own: reading may take it apart."""

    document: Document
    root: Element
    rules: Rules

    @classmethod
    def of(cls, document: Document, rules: Rules) -> Page:
        """A page of *document*, to be read by *rules*."""
        return cls(document, document.handed_over(), rules)

    @cached_property
    def url(self) -> str | None:
        """The address that the page gives itself, else the one it was found at."""
        given = value(self.root, self.rules.url)
        return _absolute(self._stated_base or self.document.url, given) or self.document.url

    @cached_property
    def base(self) -> str | None:
        """What the page's relative addresses are relative to."""
        return self._stated_base or self.document.url or self.url

    @cached_property
    def _stated_base(self) -> str | None:
        return _absolute(self.document.url, value(self.root, "base[href]::attr(href)"))

    @cached_property
    def forum(self) -> str:
        """Whose ids these are: the host and the folder of the forum there, else the dump."""
        links = (self.link(anchor.get("href")) for anchor in islice(self.root.iter("a"), MOST))
        return forum(self._place, self._stated_base, filter(None, links)) or self.document.dump

    def forum_of(self, address: str | None) -> str:
        """Whose ids those of the thread at *address* are, which the page lists."""
        return (self._place and told(address or "")) or self.forum

    @cached_property
    def _place(self) -> str | None:
        return next(filter(_host, (self.url, self._stated_base)), None)

    def link(self, address: str | None) -> str | None:
        """*address* as an absolute address; None when the page does not say of which host."""
        return _absolute(self.base, SESSION.sub("", address) if address else None)

    def place(self, address: str | None) -> str | None:
        """*address* as `link` has it; where the host is not known, the way inside the dump."""
        if link := self.link(address):
            return link
        return safe(SESSION.sub("", address)) if address else None

    def of_thread(self, address: str | None) -> str | None:
        """*address* without what that of a later page adds to that of the thread."""
        suffix = self.rules.page_suffix
        whole = tidied(SESSION.sub("", address)) if address else ""
        return tidied(re.sub(suffix, "", whole) if suffix else whole) or None

    def thread_in(self, address: str | None) -> str | None:
        """The id of the thread in *address*."""
        pattern = self.rules.thread_in_url
        match = re.search(pattern, address or "") if pattern else None
        return match[match.lastindex or 0] if match else None

    def date(self, texts: Iterable[str]) -> Dated | None:
        """The first date that *texts* state, else the first that the time of capture resolves."""
        resolved = None
        for text in texts:
            dated = self._dated(text)
            if dated and not dated.inferred:
                return dated
            resolved = resolved or dated
        return resolved

    def time(self, texts: Iterable[str]) -> datetime | None:
        """As `date`, stated or resolved."""
        dated = self.date(texts)
        return dated.value if dated else None

    def _dated(self, text: str) -> Dated | None:
        captured = self.document.captured
        dated = read_date(text, captured=captured)
        if dated or self._order is None:
            return dated
        dated = read_date(text, captured=captured, day_first=self._order.day_first)
        return Dated(dated.value, dated.inferred or self._order.inferred) if dated else None

    @cached_property
    def _order(self) -> Order | None:
        others = (self.rules.date, self.rules.edited)
        return order(
            values(self.root, self.rules.date),
            [text for rule in others for text in candidates(self.root, rule)],
            self.root.get("lang") or "",
            self.document.text,
        )


def tidied(address: str) -> str:
    """*address* without what says nothing."""
    return DANGLING.sub("", IDLE.sub(r"\1\2", address))


@lru_cache(maxsize=4096)
def _absolute(base: str | None, address: str | None) -> str | None:
    if not address:
        return None
    try:
        whole = urljoin(base or "", address)
    except ValueError:
        return None
    return tidied(whole) if _host(whole) else None


def _host(url: str | None) -> str:
    try:
        parts = urlsplit(url or "")
        return (parts.hostname or "") if parts.scheme in {"http", "https"} else ""
    except ValueError:
        return ""
