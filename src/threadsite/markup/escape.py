"""Words as Markdown that reads back as just these words, with as few backslashes as that takes."""

from __future__ import annotations

import re
from dataclasses import dataclass

PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
# In this order: always markup; runs that may open or close a mark; what may begin a tag, an
# autolink, an address by mail, an entity; the end of a link's words.
RISKY = re.compile(
    r"[\\`]|\*+|_+|~~+|~\Z"
    r"|<(?=[A-Za-z/!?]|[^\s<>@]*@)"
    r"|&(?=\#?[A-Za-z0-9]+;)"
    r"|\](?=\()"
)
# What any of these begins with.
MARKS = re.compile(r"[\\`*_~<&\[\]]")
RISKY_IN_LINK = re.compile(RISKY.pattern + r"|[\[\]]")
# What makes a block of the line it begins, or of the line above.
BEGINNING = re.compile(
    r"\#{1,6}(?=\ |\Z)|>|[-+](?=\ |\Z)|[-=|:][-=|:\ ]*\Z|\[|(?P<number>[0-9]{1,9})[.)](?=\ |\Z)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand."""

    begins: bool = False
    """A line begins with them."""
    in_link: bool = False
    before_link: bool = False


def minimal(text: str, place: Place) -> str:
    """*text* with a backslash only where Markdown would see more than words."""
    escaped = text
    if MARKS.search(text):
        escaped = (RISKY_IN_LINK if place.in_link else RISKY).sub(_escaped, text)
    if place.begins and (found := BEGINNING.match(text)):
        at = found.end("number") if found["number"] else 0
        if escaped[at] != "\\":
            escaped = f"{escaped[:at]}\\{escaped[at:]}"
    if text.startswith("~") and not place.begins and escaped[0] != "\\":
        escaped = f"\\{escaped}"
    if place.before_link and text.endswith("!"):
        escaped = f"{escaped[:-1]}\\!"
    return escaped


def full(text: str) -> str:
    """*text* with a backslash before all ASCII punctuation."""
    return PUNCTUATION.sub(r"\\\g<0>", text)


def _escaped(found: re.Match[str]) -> str:
    run = found[0]
    text, start, end = found.string, found.start(), found.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if run[0] == "_" and _word(before) and _word(after):
        return run
    if run == "*" and before == after == " ":
        return run
    return "".join(f"\\{mark}" for mark in run)


def _word(character: str) -> bool:
    return character.isascii() and character.isalnum()
