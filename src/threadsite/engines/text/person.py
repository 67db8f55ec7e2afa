"""Lines that say something of an author, told by themselves."""

from __future__ import annotations

import re

from threadsite.dates.words import fold
from threadsite.engines.text.lines import NUMBER, Bare, Found, Kind
from threadsite.engines.text.times import is_time
from threadsite.engines.text.words import AVATAR_OF, AVATARS, LABEL_OF, RANKS, STATUS

NAMED_LATER = re.compile(r"(.{1,120}?)(?:(?:'s|’s|s) avatar| gravatar image)", re.IGNORECASE)
UNVERIFIED = re.compile(
    r"(\S.{0,39}) \((?:not verified|nicht überprüft|non vérifié|no verificado|niet gecontroleerd)\)"
)
SENTENCE = re.compile(r"[.!?…]\s")
ACCOUNT = re.compile(r"[a-z][A-Z]|\w_\w|[A-Za-z]\d")
"""What a word has inside that is a name and none of a language."""
GUESS = "guess"
"""The key of a line whose name had to be cut out of others."""
INITIAL = re.compile(r"(?<=\S) \w$")
"""The letter that stands for a missing picture, behind the name."""
GIVEN = re.compile(r"\d[\d., ]{0,11}[km]?\s(.{2,30})")
WORDS = 4
"""Words of the longest name."""
LEVEL = re.compile(r"level \d{1,3}")


def label(bare: Bare) -> Found:
    """A field of a profile: "Posts: 12", "Posts" or "12 posts"."""
    head, colon, value = bare.folded.partition(":")
    head = head.strip()
    head = head if head in LABEL_OF else head.replace("(s)", "s")
    if head in LABEL_OF and (colon or not value):
        return Kind.LABEL, LABEL_OF[head] + ("" if value.strip() else "="), None
    words = bare.folded.split()
    for size in (3, 2, 1):
        start = " ".join(words[:size])
        if start in LABEL_OF and words[size:] and len(words) - size <= 5:
            rest = bare.text.split(maxsplit=size)[-1]
            if NUMBER.fullmatch(rest) or is_time(rest):
                return Kind.LABEL, LABEL_OF[start], None
    given = GIVEN.fullmatch(bare.folded)
    word = given[1].replace("(s)", "s").replace("(", "").replace(")", "").strip() if given else ""
    return (Kind.LABEL, LABEL_OF[word], None) if word in LABEL_OF else None


def avatar(bare: Bare) -> Found:
    """A picture of the author, with the name if the line has it."""
    if bare.folded in AVATARS:
        return Kind.AVATAR, "", None
    later = NAMED_LATER.fullmatch(bare.text)
    if later:
        return _titled(later[1])
    if len(bare.folded) != len(bare.text):
        return None
    for phrase in AVATAR_OF:
        place = bare.folded.find(phrase + " ")
        if place == 0 or (place > 0 and bare.text[place - 1].isspace()):
            return Kind.AVATAR, "", bare.text[place + len(phrase) :].strip()
    return None


def _titled(words: str) -> Found:
    """The name at the end of *words*; before it may stand a title that its author chose."""
    *title, name = SENTENCE.split(words)
    parts = name.split()
    if len(parts) > 3 or (not title and len(parts) > 2):
        last = parts[-1]
        return Kind.AVATAR, GUESS, last if ACCOUNT.search(last) else None
    return Kind.AVATAR, GUESS if title else "", name


def status(bare: Bare) -> Found:
    """What a profile says in one word: "Offline"."""
    if bare.folded in STATUS:
        return Kind.STATUS, bare.folded, None
    last = bare.folded.rsplit(maxsplit=1)
    if len(last) == 2 and last[1] in ("offline", "online", "away") and len(bare.text) <= 40:
        name = INITIAL.sub("", bare.text.rsplit(maxsplit=1)[0])
        known = len(name) > 1 and fold(name) not in STATUS and len(name.split()) <= WORDS
        return Kind.STATUS, "named", name if known else None
    return None


def unverified(bare: Bare) -> Found:
    """A guest's name, which Drupal marks."""
    found = UNVERIFIED.fullmatch(bare.text)
    return (Kind.NAME, "", found[1]) if found else None


def rank(bare: Bare) -> Found:
    """A title that the software gives."""
    if bare.folded in RANKS or LEVEL.fullmatch(bare.folded):
        return Kind.RANK, "", None
    first, _, last = bare.text.rpartition(" ")
    if not first or fold(last) not in RANKS or len(bare.text) > 40 or len(first.split()) > 2:
        return None
    half = first[: len(first) // 2]
    return (Kind.NAME, "", half) if half * 2 == first else (Kind.RANK, "", None)


def initial(bare: Bare) -> Found:
    """The letter that stands for a missing picture."""
    return (
        (Kind.INITIAL, "", None)
        if len(bare.text) == 1 and bare.text.isalpha() and bare.text < "\u2e80"
        else None
    )
