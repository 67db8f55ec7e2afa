"""What the records of a page have in common: where each keeps its words, its author, its number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from threadsite.engines.miner.look import Look, Numbers
from threadsite.engines.miner.pivots import NO_PERSON, first_words
from threadsite.engines.miner.records import Record
from threadsite.engines.rules import Element

MOST = 0.8
"""How many of the records must have a thing for it to be part of what they have in common."""
NEARLY_ALL = 0.85
SPOKEN = 8
"""Characters of a post, on the average, below which a place holds no posts."""
BODIES = frozenset(("article", "blockquote", "dd", "div", "li", "main", "section", "span", "td"))
WORDY = re.compile(r"content|text|body|message", re.IGNORECASE)
PROFILE = re.compile(
    r"user_?-?(?:box|info|details|data|panel)|profile|signature|poster_?-?(?:info|details)",
    re.IGNORECASE,
)
"""Boxes that tell of a person and not what the person says."""
SURE = re.compile(r"author|user-?_?name|nick|poster|creator", re.IGNORECASE)
NAME = re.compile(r"\bname\b", re.IGNORECASE)
BOLD = frozenset(("b", "strong", "dt", "th", "h3", "h4", "h5"))
DIGITS = re.compile(r"\d")
NICK = re.compile(r"[^\W\d_]{2}\S{1,30}")
COUNT = re.compile(r"\d[\d.,]{0,9}k?\s\D{1,20}")
"""What a person has, not what one is called: "38 Fans"."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One record with what was found of it; None for what it lacks."""

    record: Record
    body: Element | None
    author: Element | None
    number: str


def fill(records: Sequence[Record], look: Look) -> list[Filled]:
    """*records*, with their bodies, authors and numbers."""
    firsts = [_firsts(record, look) for record in records]
    author = _author(firsts, look.name)
    authors = [first.get(author) if author else None for first in firsts]
    around = (records, firsts, authors, look)
    body = _body(*around) or _body(*around, dated=True)
    if author is None:
        author = _author([_outside(first, body) for first in firsts], _called)
        authors = [first.get(author) if author else None for first in firsts]
    numbers = _numbers(records, look)
    return [
        Filled(record, first.get(body) if body else None, name, number)
        for record, first, name, number in zip(records, firsts, authors, numbers, strict=True)
    ]


def _firsts(record: Record, look: Look) -> dict[str, Element]:
    """The first element of the record at each place."""
    firsts: dict[str, Element] = {}
    for element in record.inside():
        firsts.setdefault(look.place(element), element)
    return firsts


def _outside(first: Mapping[str, Element], body: str | None) -> Mapping[str, Element]:
    """What of *first* is not in the element at *body*."""
    if body is None or body not in first:
        return first
    inside = set(first[body].iter())
    return {where: element for where, element in first.items() if element not in inside}


def _common(firsts: Sequence[Mapping[str, Element]]) -> Iterator[tuple[str, list[Element]]]:
    """The places that most records have, and their elements."""
    found: defaultdict[str, list[Element]] = defaultdict(list)
    for first in firsts:
        for where, element in first.items():
            found[where].append(element)
    for where, elements in found.items():
        if len(elements) >= MOST * len(firsts):
            yield where, elements


def _author(
    firsts: Sequence[Mapping[str, Element]], read: Callable[[Element], str | None]
) -> str | None:
    """The place that has a short name in most records, and not the same one in all."""
    best: tuple[tuple[bool, bool, int, int], str] | None = None
    for where, elements in _common(firsts):
        names = [name for element in elements if (name := read(element))]
        if len(names) < MOST * len(firsts) or all(map(COUNT.fullmatch, names)):
            continue
        same = len(set(names)) < 2
        hints = " ".join(elements[0].get(name) or "" for name in ("class", "itemprop", "rel"))
        rank = same, not SURE.search(hints), -len(set(names)), sum(map(len, names))
        if (best is None or rank < best[0]) and not (same and (len(names) > 3 or read is _called)):
            best = rank, where
    return best[1] if best else None


def _called(element: Element) -> str | None:
    """What may be a name, where nothing but its looks tells so."""
    named = NAME.search(element.get("class") or "") or element.tag in BOLD
    if not named or any(NO_PERSON.search(one.get("class") or "") for one in _around(element)):
        return None
    text = first_words(element)
    # A name has a number at its end, a count has one before or apart from its words.
    if text is None or text.endswith(":") or (DIGITS.search(text) and not NICK.fullmatch(text)):
        return None
    return text


def _around(element: Element) -> Iterator[Element]:
    yield element
    yield from islice(element.iterancestors(), 1)


def _body(
    records: Sequence[Record],
    firsts: Sequence[Mapping[str, Element]],
    authors: Sequence[Element | None],
    look: Look,
    dated: bool = False,
) -> str | None:
    """The place that holds most of the words which are no link, and no author.

    Unless it is to be *dated*, it holds no date of a post either.
    """
    around: set[Element] = set()
    for record, author in zip(records, authors, strict=True):
        for pivot in (None if dated else record.pivot.element, author):
            if pivot is not None:
                around.update((pivot, *pivot.iterancestors()))
    totals = {
        where: (sum(look.weights[element] for element in elements), elements)
        for where, elements in _common(firsts)
        if _may_be_body(elements[0]) and sum(e in around for e in elements) <= len(elements) * 0.1
    }
    most = max((total for total, _ in totals.values()), default=0)
    if most < SPOKEN * len(firsts):
        return None
    near = [w for w, (total, _) in totals.items() if most and total >= NEARLY_ALL * most]
    return max(near, key=lambda where: _depth(totals[where][1]), default=None)


def _may_be_body(element: Element) -> bool:
    classes = element.get("class") or ""
    kind = element.tag in BODIES or (element.tag == "p" and WORDY.search(classes))
    return bool(kind) and not PROFILE.search(classes)


def _depth(elements: Sequence[Element]) -> int:
    return sum(1 for _ in elements[0].iterancestors())


def _numbers(records: Sequence[Record], look: Look) -> list[str]:
    """The number that the page gives each record, empty when it gives them none."""
    found = [_numbered(record, look) for record in records]
    given = ([one.get(key, "") for one in found] for key in found[0])
    whole = [numbers for numbers in given if all(numbers) and len(set(numbers)) == len(numbers)]
    # What counts the posts of a page says the same on the next, unless it counts from 1 in each
    # thread: so it is taken where there is nothing else.
    return min((n for n in whole if _counts(n) != 0), key=_is_count, default=[""] * len(records))


def _is_count(numbers: Sequence[str]) -> bool:
    return _counts(numbers) is not None


def _counts(numbers: Sequence[str]) -> int | None:
    """From where on *numbers* count one by one, if from 0 or 1."""
    first = int(numbers[0])
    counted = first < 2 and list(map(int, numbers)) == [*range(first, first + len(numbers))]
    return first if counted else None


def _numbered(record: Record, look: Look) -> Numbers:
    """What stands as a number in attributes of the record: the first of each kind."""
    numbers: dict[tuple[str, str], str] = {}
    for found in filter(None, map(look.numbers, record.inside())):
        for kind, number in found.items():
            numbers.setdefault(kind, number)
    return numbers
