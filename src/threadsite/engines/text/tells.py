"""Lines told by themselves: which of them the software of a forum would write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from threadsite.datewords import fold
from threadsite.engines.text.bylines import byline, said
from threadsite.engines.text.furniture import (
    BUTTONS,
    CHROME,
    CHROME_START,
    CLOSING,
    EDITED,
    FILES,
    LEFT,
    THANKED,
    THANKED_END,
)
from threadsite.engines.text.lines import SHORT, Kind, Line
from threadsite.engines.text.times import ORDINAL, is_time
from threadsite.engines.text.words import (
    AVATAR_OF,
    AVATARS,
    LABEL_OF,
    RANKS,
    STATUS,
    SUBJECTS,
)

MARKS = re.compile(r"^\s*(?:\(BUTTON\)\s*|[•*○□■+·▪●–—-]\s+|#{1,6}\s+|\d{1,4}\.\s+|\\?\|\s*)+")
NUMBER = re.compile(r"[\d.,\s]{1,20}[KkMm]?|[+-]\d+|[*★☆●]{1,10}|n/a", re.A)
RULE = re.compile(r"[-_=━─*~•. ]{5,}")
NAMED_LATER = re.compile(r"(.{1,40}?)(?:'s|’s|s) avatar", re.IGNORECASE)
GIVEN = re.compile(r"\d[\d., ]{0,11}[km]?\s(.{2,30})")
LIKES = re.compile(
    r"(?:likes?|thanks|upvotes?|danke|love|haha) \d{1,5}"
    r"|\d{1,5} ?(?:likes?|gefällt mir|j.aime|me gusta|thanks|upvotes?|нравится|赞)"
)
EDITED_AT = re.compile(r"^edited (?:.* )?by |^edited .*\d")
BUTTON_KEYS = dict.fromkeys(("logged", "ip logged", "gespeichert", "записан"), "logged")
BUTTON_KEYS |= dict.fromkeys(
    ("view profile", "profile", "pm", "website", "find", "email", "visit website", "warn"),
    "profile",
)
BUTTON_KEYS |= dict.fromkeys(
    ("quote", "zitieren", "citer", "citar", "cita", "cytuj", "цитата", "цитировать", "citeren",
     "reply with quote", "mit zitat antworten", "répondre en citant", "responder citando"),
    "profile",
)  # fmt: skip
BOXED = re.compile(r"^\[[^\[\]]{0,20}\]\s*")
POSTED_ONLY = frozenset(
    {"posted (edited)", "posted", "geschrieben", "posté(e)", "publicado", "inviato"}
)


class Bare(NamedTuple):
    """A line without indentation and marks of lists, and the same folded."""

    text: str
    folded: str


Found = tuple[Kind, str, str | None] | None
"""What a line is, its key and the name in it; None if it is not of the kind asked for."""


def read_lines(text: str) -> Iterator[Line]:
    """The lines of *text*."""
    for raw in text.split("\n"):
        yield read_line(raw)


def stripped(raw: str) -> str:
    """*raw* without indentation and marks of lists."""
    return MARKS.sub("", raw).strip() if len(raw) < 400 else raw.strip()


def read_line(raw: str) -> Line:
    """The line *raw*, told by itself."""
    text = stripped(raw)
    if not raw.strip():
        return Line(raw, "", Kind.BLANK)
    if raw.lstrip().startswith((">", "＞")):
        return Line(raw, raw.strip(), Kind.MARKED)
    if len(text) > 160:
        return Line(raw, text, Kind.TEXT)
    bare = Bare(text, fold(text))
    for tell in TESTS:
        found = tell(bare)
        if found:
            kind, key, name = found
            return Line(raw, text, kind, key, name)
    return Line(raw, text, Kind.TEXT)


def _rule(bare: Bare) -> Found:
    return (Kind.RULE, "", None) if RULE.fullmatch(bare.text) else None


def _number(bare: Bare) -> Found:
    return (Kind.NUMBER, "", None) if not bare.text or NUMBER.fullmatch(bare.text) else None


def _ordinal(bare: Bare) -> Found:
    found = ORDINAL.match(bare.folded)
    rest = bare.folded[found.end() :].strip() if found else ""
    small = rest.split()
    if found and len(small) <= 2 and all(word in BUTTONS for word in small):
        return Kind.ORDINAL, found[1], None
    return None


def _time(bare: Bare) -> Found:
    if is_time(bare.text) or bare.folded in POSTED_ONLY:
        found = ORDINAL.search(bare.folded)
        return Kind.DATE, found[1] if found else "", None
    return None


def _edited(bare: Bare) -> Found:
    start = bare.folded.lstrip("«[(*- ")
    note = start.startswith(EDITED) or (start.startswith("edited ") and EDITED_AT.search(start))
    note = note and len(bare.text) < 140
    return (Kind.EDITED, "", None) if note else None


def _thanked(bare: Bare) -> Found:
    if (
        bare.folded.startswith(THANKED)
        or bare.folded.endswith(THANKED_END)
        or LIKES.fullmatch(bare.folded)
    ):
        return Kind.THANKED, "", None
    return None


def _left(bare: Bare) -> Found:
    for end in LEFT:
        if bare.folded.endswith(end) and 0 < len(bare.text) - len(end) <= 40:
            return Kind.LEFT, "", bare.text[: len(bare.text) - len(end)].strip()
    return None


def _button(bare: Bare) -> Found:
    bare_words = BOXED.sub("", bare.folded).rstrip(" .:") if len(bare.folded) < SHORT else ""
    if bare_words in BUTTONS:
        files = "files" if bare_words in FILES else ""
        return Kind.BUTTON, files or BUTTON_KEYS.get(bare_words, ""), None
    words = bare_words.split()
    if 1 < len(words) <= 6 and all(word in BUTTONS for word in words):
        return Kind.BUTTON, "", None
    return None


def _starts(table: Sequence[str]) -> re.Pattern[str]:
    """What matches a text that begins with a phrase of *table* and goes on with another word."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?:{phrases})(?![a-zà-öø-ÿа-яё0-9])")


CLOSED, STARTED = _starts(CLOSING), _starts(CHROME_START)
PERSONAL = re.compile(
    r"(?:find (?:more|all) (?:posts|threads)(?: started)? by|send a private message to"
    r"|view public profile|visit (?=\S+'s homepage)|mehr beiträge von|finde alle beiträge von"
    r"|найти (?:ещё|еще|все) сообщения от|отправить личное сообщение для"
    r"|encontrar todos los mensajes de|trouver tous les messages de|посмотреть профиль)(?!\w)"
)


def _chrome(bare: Bare) -> Found:
    words = bare.folded.strip(" .:|»«<>()[]")
    if CLOSED.match(words) or words.endswith(CLOSING):
        return Kind.CHROME, "closing", None
    found = PERSONAL.match(words)
    if found:
        return Kind.CHROME, "profile", bare.text[found.end() :].strip() or None
    if words in CHROME or STARTED.match(words):
        return Kind.CHROME, "", None
    parts = [part.strip() for part in re.split(r"[|•·]| - ", bare.folded) if part.strip()]
    if {"hide", "past", "favorite"} & {*parts}:
        return Kind.CHROME, "", None
    if len(parts) > 1 and sum(part in CHROME for part in parts) * 2 >= len(parts):
        return Kind.CHROME, "", None
    return None


def _trail(bare: Bare) -> Found:
    """A path of boards."""
    path = any(len(bare.text.split(sign)) > 2 for sign in (" > ", " › ", " » ", " / "))
    return (Kind.CHROME, "", None) if path else None


def _label(bare: Bare) -> Found:
    head, colon, value = bare.folded.partition(":")
    head = head.strip()
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


def _avatar(bare: Bare) -> Found:
    if bare.folded in AVATARS:
        return Kind.AVATAR, "", None
    later = NAMED_LATER.fullmatch(bare.text)
    if later:
        # The title that the author chose may stand before the name, with nothing between.
        sure = len(later[1].split()) < 3 and not re.search(r"[.,!?…]", later[1])
        return Kind.AVATAR, "", later[1] if sure else None
    if len(bare.folded) != len(bare.text):
        return None
    for phrase in AVATAR_OF:
        place = bare.folded.find(phrase + " ")
        if place == 0 or (place > 0 and bare.text[place - 1].isspace()):
            return Kind.AVATAR, "", bare.text[place + len(phrase) :].strip()
    return None


def _status(bare: Bare) -> Found:
    if bare.folded in STATUS:
        return Kind.STATUS, bare.folded, None
    last = bare.folded.rsplit(maxsplit=1)
    if len(last) == 2 and last[1] in ("offline", "online", "away") and len(bare.text) <= 40:
        name = bare.text.rsplit(maxsplit=1)[0]
        return Kind.STATUS, "named", None if fold(name) in STATUS else name
    return None


def _rank(bare: Bare) -> Found:
    if bare.folded in RANKS:
        return Kind.RANK, "", None
    first, _, last = bare.text.rpartition(" ")
    if not first or fold(last) not in RANKS or len(bare.text) > 40 or len(first.split()) > 2:
        return None
    half = first[: len(first) // 2]
    return (Kind.NAME, "", half) if half * 2 == first else (Kind.RANK, "", None)


def _subject(bare: Bare) -> Found:
    return (Kind.SUBJECT, "", None) if bare.folded.startswith(SUBJECTS) else None


def _initial(bare: Bare) -> Found:
    return (
        (Kind.INITIAL, "", None)
        if len(bare.text) == 1 and bare.text.isalpha() and bare.text < "\u2e80"
        else None
    )


def _said(bare: Bare) -> Found:
    found = said(bare.text)
    return (Kind.SAID, found.rest, found.name) if found else None


def _byline(bare: Bare) -> Found:
    found = byline(bare.text)
    if not found:
        return None
    return (Kind.SIGNED if found.signed else Kind.BYLINE), "", found.name


TESTS: tuple[Callable[[Bare], Found], ...] = (
    _number, _rule, _ordinal, _edited, _time, _said, _thanked, _left, _avatar, _status, _label,
    _rank, _subject, _initial, _button, _chrome, _byline, _trail,
)  # fmt: skip
"""From the surest to the loosest."""


def base(subject: str) -> str:
    """*subject* without the marks of a reply, folded."""
    return fold(subject_of(subject))


def subject_of(line: str) -> str:
    """The subject that *line* states, without the mark of a reply."""
    head, colon, rest = line.strip().partition(":")
    return rest.strip() if colon and len(head) <= 8 and rest else line.strip()
