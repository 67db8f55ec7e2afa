"""Lines that stand at the edges of most pages of a dump: menus and footers, whatever their words.

Nothing of it needs a vocabulary, so it knows the chrome of software that no table has heard of.
The survey of a dump and what it does to a page compare lines alike, so one module has both.
"""

from __future__ import annotations

import hashlib
import heapq
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.tells import stripped

PAGES = 256
"""How many pages of a dump are compared: those of the lowest digests, in whatever order."""
LEAST = 3
"""Pages that a line must be on."""
SHARE = 0.6
"""The share of the compared pages that a line must be on."""
EDGE = 40
"""Lines of the head of a page, and of its tail, at most; never more than two fifths of the page."""
WORDY = 20
"""Characters of the shortest line that tells one page from another."""
SKETCH = 24
"""How many lines tell one page from another."""
LONGEST = 200
"""Characters of a line that are compared."""
ABOVE = 2
"""Lines right above the date of a post, say, that may be its author's name and rank."""
BELOW = 1
"""Lines right below it, like the name below the word for a picture."""
EVERYWHERE = "everywhere"
"""The key of chrome that was told by the heads of other pages."""
DIGITS = re.compile(r"\d+")
OPEN = frozenset((Kind.TEXT, Kind.AGAIN, Kind.NAME))
"""Kinds of lines that have not been told for something of software's."""
NAMELESS = frozenset((Kind.DATE, Kind.ORDINAL, Kind.LABEL, Kind.AVATAR, Kind.SUBJECT, Kind.STATUS))
"""Kinds that tell a header, beside which the name of the author stands as a line of its own."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """Lines, as `key` writes them, that most pages of a dump have above or below their posts."""

    head: frozenset[str] = frozenset()
    tail: frozenset[str] = frozenset()


NOTHING = Recurring()
"""What a page has in common with others when there are none."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a survey keeps of a page."""

    head: frozenset[str]
    tail: frozenset[str]
    middle: frozenset[str]
    """The longest lines between them, which hardly two pages share."""

    def same(self, other: Outline) -> bool:
        """Whether both are of one page, which was captured twice."""
        fewer = min(len(self.middle), len(other.middle))
        return len(self.middle & other.middle) * 2 >= fewer


@dataclass(slots=True)
class Survey:
    """The pages of a dump that are compared."""

    outlines: dict[bytes, Outline] = field(default_factory=dict)
    _highest: list[tuple[int, bytes]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Take the page that *text* is into account, unless nothing tells it from another."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
        page = outline(text)
        if not page.middle or digest in self.outlines:
            return
        self.outlines[digest] = page
        heapq.heappush(self._highest, (-int.from_bytes(digest), digest))
        if len(self._highest) > PAGES:
            del self.outlines[heapq.heappop(self._highest)[1]]

    def recurring(self) -> Recurring:
        """What the pages have in common; nothing when there are too few."""
        pages: list[Outline] = []
        for _, page in sorted(self.outlines.items()):
            if not any(page.same(other) for other in pages):
                pages.append(page)
        least = max(LEAST, ceil(SHARE * len(pages)))
        return Recurring(
            _common((page.head for page in pages), least),
            _common((page.tail for page in pages), least),
        )


def _common(sets: Iterable[frozenset[str]], least: int) -> frozenset[str]:
    count = Counter(line for lines in sets for line in lines)
    return frozenset(line for line, pages in count.items() if pages >= least)


def key(text: str) -> str:
    """*text* as it is compared: its numbers change from page to page. "" when it has no words."""
    short = DIGITS.sub("0", text[:LONGEST])
    return short if any(sign.isalpha() for sign in short) else ""


def outline(text: str) -> Outline:
    """The page that *text* is, in bounded space."""
    filled = [line for line in text.split("\n") if line.strip()]
    edge = _edge(len(filled))
    middle = {stripped(line)[:LONGEST] for line in filled[edge : len(filled) - edge]}
    inside = {"", *(key(line) for line in middle)}
    head, tail = (
        frozenset(key(stripped(line)) for line in lines) - inside
        for lines in (filled[:edge], filled[len(filled) - edge :])
    )
    wordy = (line for line in middle if len(line) >= WORDY)
    longest = heapq.nlargest(SKETCH, wordy, key=lambda line: (len(line), line))
    return Outline(head, tail, frozenset(longest))


def _edge(lines: int) -> int:
    return min(EDGE, lines * 2 // 5)


def set_recurring(lines: list[Line], known: Recurring) -> int:
    """Make those of *lines* chrome that the edges of the other pages have too.

    Returns where they begin below the posts. What an author says in the words of a menu stays:
    the menu itself stands above it, or below.
    """
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    edge = _edge(len(filled))
    near = set(_near_headers(lines, filled))
    _set(lines, _firsts(lines, filled[:edge], known.head) - near, EVERYWHERE)
    lowest = filled[len(filled) - edge :]
    below = _firsts(lines, reversed(lowest), known.tail) - near
    _set(lines, below, "closing")
    return min(below, default=len(lines))


def _set(lines: list[Line], places: Iterable[int], meaning: str) -> None:
    for place in places:
        lines[place] = replace(lines[place], kind=Kind.CHROME, key=meaning)


def _firsts(lines: Sequence[Line], places: Iterable[int], keys: frozenset[str]) -> set[int]:
    """Where each of *keys* comes first, in the order of *places*, as words."""
    found: dict[str, int] = {}
    for place in places:
        said = key(lines[place].text)
        if said in keys and lines[place].kind in OPEN:
            found.setdefault(said, place)
    return {*found.values()}


def _near_headers(lines: Sequence[Line], filled: Sequence[int]) -> Iterator[int]:
    """Lines that may be of the header of a post, whose author may write on every page."""
    for number, place in enumerate(filled):
        if lines[place].kind in NAMELESS:
            yield from filled[max(0, number - ABOVE) : number + 1 + BELOW]
