"""Heads of quotes in mail: "On Monday, 3 May 2004, Juno Vale wrote:", in many languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadsite.dates.words import MONTHS, WEEKDAYS, fold
from threadsite.engines.attribution import BY, SAID
from threadsite.engines.mail.fields import ADDRESS, local

MOST = 4
"""Lines that a head may take."""
LONGEST = 300
"""Characters of a head."""
NAME = 80
"""Characters of a name."""
END = (":", "...", "…", "：")


def _words(table: str) -> str:
    words = {word.casefold() for row in table.strip().split("\n") for word in row.split("|")}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


SPOKE = re.compile(
    rf"(?<!\w)(?:{_words(SAID)})(?!\w)|さんが書きました|さんは書きました|さん|写道|寫道", re.I
)
QUOTED = re.compile(rf"(?:{_words(BY)})\s+", re.I)
# The first words of a head that begins with the date or with the message.
OPENING = re.compile(
    r"(?:in article|in message|on|in|at|am|le|el|il|em|no dia|op|den|dnia|w dniu|dne|em|på|vào|"
    r"a|las|на|в|от|于|在|\*+)(?!\w)\s*",
    re.I,
)
OF_MESSAGE = re.compile(r"in (?:article|message)\s", re.I)
BRACKETED = re.compile(r"<[^<>]{0,250}>|\[mailto:[^\[\]]{0,200}\]|\[[^\[\]]{0,80}\]|[\"“”«»]")
TIMES = frozenset(
    fold(
        "am|pm|a.m|p.m|uhr|utc|gmt|est|edt|cst|cdt|pst|pdt|mst|mdt|cet|cest|bst|um|at|à|às|a|las"
        "|klo|kl|ore|o|h|de|godz|г|года|в"
    ).split("|")
)
POINTS = " \t,;:.*…-"


def head_length(lines: Sequence[str]) -> tuple[int, str | None]:
    """How many of the last of *lines* are the head of the quote below them, and whom it names.

    None of them when they name nobody.
    """
    last = [line.strip() for line in lines[-MOST:]]
    filled = next((n for n, line in enumerate(reversed(last)) if not line), len(last))
    for count in (*range(filled, 1, -1), 1)[-filled:] if filled else ():
        text = " ".join(last[-count:])
        if count > 1 and not _opens(text):
            continue
        if name := speaker(text):
            return count, name
    return 0, None


def speaker(text: str) -> str | None:
    """Whom *text*, the head of a quote, names; None when it is no head or names nobody."""
    if not text.endswith(END) or len(text) > LONGEST:
        return None
    bare = BRACKETED.sub(" ", text).strip(POINTS)
    said = list(SPOKE.finditer(bare))
    if said:
        name = _person(bare[: said[-1].start()]) or _person(bare[said[-1].end() :])
    elif found := QUOTED.match(bare):
        name = _person(bare[found.end() :])
    else:
        # Programs that say no word at all: "2004-05-03 12:07 Juno Vale <juno@...>:"
        name = _person(bare) if "<" in text and text[:1].isdigit() else None
    return name or (_addressed(text) if said else None)


def _opens(text: str) -> bool:
    """Whether *text* begins as a head does that is longer than a line."""
    return bool(OPENING.match(text) or text[:1].isdigit()) and any(map(str.isdigit, text))


def _addressed(text: str) -> str | None:
    found = ADDRESS.search(text)
    return local(found[0]) if found else None


def _person(text: str) -> str | None:
    """The name at the end of *text*, behind a date if there is one."""
    text = text.strip(POINTS)
    if ADDRESS.fullmatch(text):
        return local(text)
    words: Sequence[str] = ADDRESS.sub(" ", text).split()
    dated = any(_is_date(word) for word in words) and len(words) > 1
    if dated:
        words = _behind_date(words)
    elif OF_MESSAGE.match(text):
        words = words[2:]
    name = " ".join(words).strip(POINTS)
    # What is left of "On Monday" is no name.
    if not name or len(name) > NAME or len(words) > 7 or not any(map(str.isalpha, name)):
        return None
    return None if OPENING.fullmatch(name) else name


def _behind_date(words: Sequence[str]) -> Sequence[str]:
    """*words* behind the last that is of a date, a time or the word that opens the head."""
    last = next((n for n in reversed(range(len(words))) if _is_date(words[n])), -1)
    rest = list(words[last + 1 :])
    while rest and (fold(rest[0].strip(POINTS)) in TIMES or OPENING.fullmatch(rest[0])):
        rest.pop(0)
    return rest


def _is_date(word: str) -> bool:
    bare = fold(word.strip(POINTS + "()"))
    return any(map(str.isdigit, word)) or bare in MONTHS or bare in WEEKDAYS
