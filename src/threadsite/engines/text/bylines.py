"""Lines that state the name of an author with something else: "by Maud » 3 May"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from threadsite.dates.words import fold
from threadsite.engines.text.times import is_time
from threadsite.engines.text.words import phrases

LONGEST_NAME = 40
_BYS = phrases("""
originally posted by|submitted by|soumis par|eingetragen von|gespeichert von|started by|by|post by
posted by|written by|sent by|message by|von|beitrag von|verfasst von|geschrieben von|erstellt von
par|message par|messagede|message de|posté par|écrit par|publié par|por|mensaje por|publicado por
escrito por|da|messaggio da|inviato da|scritto da|mensagem por|enviado por|postado por|door
bericht door|geplaatst door|geschreven door|autor|autor:|post autor|post autor:|post|napisał
wysłany przez|napisane przez|dodane przez|przez|od|сообщение от|сообщение|автор|от|добавил|написал
повідомлення|додано|av|inlägg av|skrivet av|skrevet av|postad av|af|indlæg af|innlegg av
kirjoittaja|viesti kirjoittaja|lähettäjä|příspěvek od|od uživatele|napsal|szerző
hozzászólás szerzője|írta|gönderen|mesaj gönderen|yazan|από|δημοσίευση από|de|mesaj de|postat de
作者|由|由发表|投稿者|投稿記事by|글쓴이|بواسطة|من|gửi bởi|oleh
""")
BYS = _BYS | {phrase.replace(" ", "") for phrase in _BYS if " " in phrase}
"""Words for "by"; some extractors write those of two elements as one: "Postby"."""
TAKES_ON = re.compile(r"(?i)\s(?:on|at|am|le|el|il|op|dnia|date|den|,)\s")
SEPARATED = re.compile(r"\s(?:»|«|›|·|•|—|–|-|\|)\s|,\s")
WIDE = re.compile(r"\s{2,}")
NUMBERED = re.compile(r"\s*(?:\[\w\w\]|\(\s*\d+\s*\))$")
REDDIT = re.compile(r"\[[-–+—]\]\s*([\w-]{2,30}?)(?:\[\w\])?\s")
SCORED = re.compile(
    r"([\w-]{2,30}) "
    r"(?:\d{1,6} points?\b|(?:(?:edited )?\d{1,3} (?:minute|hour|day|month|year)s? ago\b))",
    re.I,
)
BEHIND = 60
"""Characters of what software writes behind a score or a time; more is what somebody said."""
NODEBB = re.compile(
    r"(?!(?:this|post|message|topic)\b)(\S{2,30}) ((?!wrote\b)\S.{0,30}? )??"
    r"(?:wrote(?: on(?: .{0,30})?)? )?last edited by(?: .{0,60})?",
    re.IGNORECASE,
)
PARENS = re.compile(r"(.{2,40}?) \(([^()]{4,60})\)")


@dataclass(frozen=True, slots=True)
class Byline:
    """A name that a line states."""

    name: str | None
    rest: str = ""
    """The words quoted on the same line."""
    guess: bool = False
    """The name had to be cut out of other words."""
    signed: bool = False
    """The name comes first, then a date: XenForo 1 writes so below a post."""


SHOWN = re.compile(
    r"(?i) (?:view post|beitrag anzeigen|voir le message|ver mensaje|visualizza messaggio|ver post"
    r"|bekijk bericht|zobacz post|посмотреть сообщение|просмотр сообщения|view message)$"
)


def after_by(text: str) -> str | None:
    """The name behind the words for "by" that *text* begins with."""
    words = text.split()
    for size in (3, 2, 1):
        if fold(" ".join(words[:size])) in BYS and 0 < len(words) - size <= 4:
            return SHOWN.sub("", text.split(maxsplit=size)[-1])
    return None


def is_by(text: str) -> bool:
    """Whether *text* is nothing but words for "by"."""
    return len(text) < LONGEST_NAME and fold(text).rstrip(":") in BYS


def sender(field: str) -> str | None:
    """The name in the From field of a message; None if it states only an address."""
    before, angle, _ = field.partition("<")
    inside = re.search(r"\(([^()]{2,40})\)", field)
    name = before if angle else inside[1] if inside else ""
    return name.strip(" \"'") or None


def byline(text: str) -> Byline | None:
    """A line that names the author of a post; the date may be in it."""
    found = REDDIT.match(text + " ") or SCORED.match(text)
    if found and len(text) - found.end() <= BEHIND:
        return Byline(found[1])
    return _nodebb(text) or _dateless(text) or _by(text) or _columns(text) or _dated(text)


def _nodebb(text: str) -> Byline | None:
    """NodeBB: "maud wrote on 3 May last edited by", the badge of a group behind the name."""
    found = NODEBB.fullmatch(text)
    return Byline(found[1], guess=bool(found[2])) if found else None


def _dateless(text: str) -> Byline | None:
    """phpBB's byline, whose date an extractor has dropped: "Post by Maud »"."""
    start = text.rstrip()
    name = after_by(start[:-1].rstrip()) if start.endswith(" »") else None
    return Byline(name) if name else None


def _columns(text: str) -> Byline | None:
    """A name, a date and more with wide gaps between."""
    name, *others = WIDE.split(text)
    if others and len(name.split()) <= 3 and is_time(others[0]) and not is_time(name):
        return Byline(name)
    return None


def _by(text: str) -> Byline | None:
    """A name behind "by", with the date after it."""
    words = text.split()
    for size in (3, 2, 1):
        start = fold(" ".join(words[:size])).rstrip(":")
        if start not in BYS or len(words) <= size:
            continue
        rest = text.split(maxsplit=size)[-1]
        places = [place for sign in (SEPARATED, TAKES_ON) for place in sign.finditer(rest)]
        for place in sorted(places, key=lambda found: found.start()):
            if is_time(rest[place.end() :].split(" Upvotes")[0]):
                return Byline(NUMBERED.sub("", rest[: place.start()].strip(" »:")))
    return None


def _dated(text: str) -> Byline | None:
    """A name with a date behind it."""
    for place in SEPARATED.finditer(text[: LONGEST_NAME + 4]):
        name, date = text[: place.start()].strip(), text[place.end() :]
        date = date.removesuffix(" IP")
        if ": " in name:
            return None
        if name and len(name.split()) <= 4 and is_time(date) and not is_time(name):
            if place[0].strip() == "|" and date.startswith("#"):
                return Byline(None)  # A title; the name stands above it.
            return Byline(name, signed=text[place.start()] == ",")
    before, dash, name = text.rpartition(" — ")
    if dash and len(name.split()) <= 4 and is_time(before):
        return Byline(name.strip())
    found = PARENS.fullmatch(text)
    if found and is_time(found[2]) and len(found[1].split()) <= 4 and not is_time(found[1]):
        return Byline(found[1].strip())
    return None
