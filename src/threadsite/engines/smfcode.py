"""What Simple Machines makes of BBCode: quotes with heads in many languages, code, spoilers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from threadsite.dates import read_date
from threadsite.dates.words import MONTHS, TODAY, WEEKDAYS, YESTERDAY, tokens
from threadsite.engines.attribution import TAIL
from threadsite.engines.rules import Element, detach, text_of, value
from threadsite.markup.code import code
from threadsite.markup.hooks import drop, spoiler
from threadsite.markup.html import Hook, Walker
from threadsite.markup.nodes import Node, QuoteBlock

POST_LINK = "a::attr(href)::match(msg=?(\\d+))"
LONGEST = 300
"""Characters of a head that are looked at."""
MOST = 12
"""Words of the longest date."""
DATED = MONTHS.keys() | WEEKDAYS.keys() | TODAY | YESTERDAY
# Before a date that cannot be read.
ON = re.compile(r"(.+?)\s+(?:on|am|le|el|il|em|op|dnia|från|den|:)\s+\S.*\d.*$")


def quote(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A quote; its head stands inside it (2.1) or before it (2.0). In 2.0 its class may be gone."""
    inside = next((child for child in element if child.tag == "cite"), None)
    before = element.getprevious()
    header = before is not None and "quoteheader" in before.get("class", "")
    head = inside if inside is not None else before if header else None
    if head is None:
        return [QuoteBlock(walker.blocks(element))]
    post, name = value(head, POST_LINK), quoted(text_of(head)[:LONGEST])
    if inside is not None:
        detach(inside)
    return [QuoteBlock(walker.blocks(element), name, post)]


def quoted(head: str) -> str | None:
    """Who is named in *head*: "Quote from: NAME on DATE", in any language; None without a name."""
    _, colon, rest = head.partition(":")
    words = rest.split()
    if not colon or not words:
        return None
    # The last place where a date can begin: a name may hold a number, a date no such word.
    for place in range(len(words) - 1, max(len(words) - MOST, 1), -1):
        if _links(words[place - 1]) and _is_date(words[place:]):
            return " ".join(words[: place - 1]).strip(TAIL)
    shown = ON.match(" ".join(words))
    return shown[1] if shown else " ".join(words)


def _links(word: str) -> bool:
    """Whether *word* may stand between a name and a date."""
    return not any(letter.isdigit() for letter in word) and not DATED & {*tokens(word.casefold())}


def _is_date(words: Sequence[str]) -> bool:
    first = {*tokens(words[0].casefold())}
    if not words[0][0].isdigit() and not first & DATED:
        return False
    return (
        bool(first & (TODAY | YESTERDAY)) or read_date(" ".join(words), day_first=True) is not None
    )


CLASSES: Mapping[str, Hook] = {
    "bbc_standard_quote": quote,
    "bbc_alternate_quote": quote,
    "quoteheader": drop,
    "quotefooter": drop,
    "codeheader": drop,
    "bbc_code": code(),
    "sp-wrap": spoiler("sp-body", "sp-head"),
}
TAGS: Mapping[str, Hook] = {"blockquote": quote}
