"""Heads of quotes, with the name of who is quoted: "Maud wrote:", "QUOTE (Maud @ 3 May)"."""

from __future__ import annotations

import re

from threadsite.dates.words import fold
from threadsite.engines.attribution import BY, SAID
from threadsite.engines.text.bylines import LONGEST_NAME, SHOWN, TAKES_ON, Byline
from threadsite.engines.text.times import is_time


def _table(text: str) -> tuple[str, ...]:
    words = {fold(word.strip()) for line in text.strip().split("\n") for word in line.split("|")}
    return tuple(sorted(words, key=len, reverse=True))


SAID_ENDS, QUOTE_STARTS = _table(SAID), _table(BY)
ARROWS = " ↑↗→^»\u200e\u200f"


def said(text: str) -> Byline | None:
    """The head of a quote; its name is None if the head has none."""
    if len(text) > 140:
        return None
    plain = SHOWN.sub("", text.rstrip(ARROWS))
    first, _, rest = plain.partition(" ")
    plain = rest if rest.startswith(first) or _icon(first, rest) else plain
    folded = fold(plain)
    if len(folded) != len(plain):
        return None
    body = folded.rstrip(" :：")
    if len(body) < len(folded):
        for word in SAID_ENDS:
            if body.endswith(word) and (len(word) > 3 or len(body) < 30):
                name = _name_before(plain[: len(body) - len(word)])
                if name is not None or len(body) == len(word):
                    return Byline(name)
    return _invision(plain) or _quote_start(plain, folded) or _mybb(plain)


INVISION = re.compile(r"\w{4,12} ?\((.{1,40}?) @ ([^()]{6,40})\)")


def _invision(plain: str) -> Byline | None:
    """Invision until version 3: "QUOTE (Maud @ 3 May 2009 - 10:00)"."""
    found = INVISION.fullmatch(plain)
    return Byline(found[1]) if found and is_time(found[2]) else None


def _icon(first: str, rest: str) -> bool:
    """Whether *first* is the text of a picture before the head of a quote."""
    known = fold(first) in ("quote", "zitat", "citation", "cita", "цитата", "citat", "cytat")
    return known and any(fold(rest).startswith(word) for word in QUOTE_STARTS if " " in word)


def _name_before(text: str) -> str | None:
    """The name at the end of *text*, behind the date that mail programs write."""
    words = text.strip()
    if not words or not (text[-1].isspace() or text[-1] > "\u2e80"):
        return None
    parts = re.split(r",\s+|\b(?:UTC|GMT)\S*\s", words)
    name = parts[-1].strip(" <>")
    name = re.sub(r"\s*<[^<>]*>?$", "", name)
    return name if 0 < len(name) <= LONGEST_NAME and not is_time(name) else None


def _quote_start(plain: str, folded: str) -> Byline | None:
    for word in QUOTE_STARTS:
        if len(word) < 4 or not folded.startswith(word):
            continue
        rest = plain[len(word) :]
        if not rest.strip(" :："):
            return Byline(None) if rest.strip() else None
        apart = rest[0] in " :：" and (":" in rest or " " in word)
        name = TAKES_ON.split(rest.strip(" :："))[0].strip(" :：")
        if apart and 0 < len(name) <= LONGEST_NAME and len(name.split()) <= 4:
            return Byline(name)
    return None


MYBB = re.compile(
    r"\(([^()]{8,40})\)\s*(.{1,40}?) "
    r"(?:wrote|schrieb|escribió|a écrit|ha scritto|napisał\(a\)|писал):",
    re.I,
)


def _mybb(plain: str) -> Byline | None:
    found = MYBB.match(plain)
    return Byline(found[2], plain[found.end() :].strip()) if found and is_time(found[1]) else None
