"""Names by their place: in the header of a message, between "by" and a date, behind a number, and
wherever a name comes again that another line states.

Longer than others, since each pass is one way of software to name an author.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadsite.engines.text.bylines import after_by, is_by, sender
from threadsite.engines.text.heads import said
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.mentions import could_be_name, mentioned
from threadsite.engines.text.person import GUESS
from threadsite.engines.text.times import is_time
from threadsite.engines.text.words import MAIL, POSTED

NAMING = frozenset((Kind.CHROME, Kind.BYLINE, Kind.SIGNED, Kind.LEFT, Kind.AVATAR, Kind.STATUS))
EDITOR = re.compile(
    r"\b(?:by|von|par|por|da|door|przez|af|av) (\S.{0,38}?)"
    r"(?: ?[;,(»]| on | am | at | le | el |: |$)",
    re.I,
)
NUMBERED = re.compile(r"#(\d{1,6})\.? (\S+(?: \S+){0,3})")
PRESENT = re.compile(r"(?:Offline|Online|Hors ligne|En ligne|Desconectado) (\S+(?: \S+){0,2})")
SCORED = re.compile(r"([^\s:][^:]{1,40}?)\s{2,}\d[\d.,]{0,8}[kK]?")
MAIL_FIELD = re.compile(r"([A-Za-z-]{2,20}): (.*)")
MAIL_KINDS = {"from": Kind.BYLINE, "von": Kind.BYLINE, "de": Kind.BYLINE, "date": Kind.DATE}
CHAIN = 3
"""Numbers in a row that count posts."""


def mail(lines: list[Line]) -> None:
    """The headers of a message: from whom, when, and the rest."""
    fields = [MAIL_FIELD.match(line.text) for line in lines]
    known = [bool(found and found[1].casefold() in MAIL) for found in fields]
    for place, found in enumerate(fields):
        block = known[max(0, place - 2) : place + 3]
        if not found or not known[place] or sum(block) < 3:
            continue
        name = found[1].casefold()
        kind = MAIL_KINDS.get(name, Kind.LABEL)
        author = sender(found[2]) if kind is Kind.BYLINE else None
        lines[place] = replace(lines[place], kind=kind, key=f"mail:{name}", name=author)


def apart(lines: list[Line]) -> None:
    """A name between "by" and a date, each on a line of its own."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    for number, (before, place) in enumerate(pairwise(filled)):
        by, line = lines[before], lines[place]
        if is_by(by.text) and line.short and _date_next(lines, filled[number + 2 : number + 4]):
            lines[before] = replace(by, kind=Kind.STATUS, key="by", name=None)
            lines[place] = replace(line, kind=Kind.BYLINE, key="", name=line.text)


def _date_next(lines: Sequence[Line], below: Sequence[int]) -> bool:
    """Whether the first of the lines *below* is a date, or the second behind a slight one."""
    if not below:
        return False
    dates = [lines[place].kind is Kind.DATE for place in below]
    return dates[0] or (dates[-1] and _slight(lines[below[0]]))


def _slight(line: Line) -> bool:
    """Whether *line* is nothing but a sign or a small word before a date: "»", "on"."""
    return line.text.casefold() in POSTED or not any(map(str.isalnum, line.text))


def present(lines: list[Line]) -> None:
    """Names behind the text of the picture that shows who is there: "Offline Maud", above how much
    Maud has written."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    for number, place in enumerate(filled):
        line = lines[place]
        found = PRESENT.fullmatch(line.text) if line.kind is Kind.TEXT else None
        below = filled[number + 1 : number + 5]
        if found and any(lines[one].key.startswith("posts") for one in below):
            lines[place] = replace(line, kind=Kind.STATUS, key="named", name=found[1])


def dated(lines: list[Line]) -> None:
    """Names before a date and the number of the post: "Maud May 3, 2019, 1:38pm #2"."""
    found = [
        (place, parts)
        for place, line in enumerate(lines)
        if line.kind is Kind.TEXT and (parts := _before_date(line.text))
    ]
    numbers = [int(number) for _, (_, number) in found]
    if len(found) < 2 or any(b <= a for a, b in pairwise(numbers)):
        return
    names = {name for _, (name, _) in found}
    for place, (name, number) in found:
        # Between name and date a badge may stand.
        first = name.split()[0]
        known = first if first in names else name
        lines[place] = replace(lines[place], kind=Kind.BYLINE, key=number, name=known)


def _before_date(text: str) -> tuple[str, str] | None:
    """The name that *text* begins with, and the number of the post behind its date."""
    *words, number = text.split() or [""]
    number = number.removeprefix("#")
    if not 3 < len(words) <= 10 or not number.isdecimal() or len(number) > 5:
        return None
    for size in (1, 2, 3):
        if len(words) - size > 1 and is_time(" ".join(words[size:])):
            name = " ".join(words[:size])
            return (name, number) if could_be_name(name) else None
    return None


def numbered(lines: list[Line]) -> None:
    """Names behind the numbers of posts: "#2 Maud", on a page that counts so."""
    found = [(place, NUMBERED.fullmatch(line.text)) for place, line in enumerate(lines)]
    named = [(p, match) for p, match in found if match and lines[p].kind is Kind.TEXT]
    numbers = [int(match[1]) for _, match in named]
    if len(numbers) < 2 or any(b <= a for a, b in pairwise(numbers)):
        return
    for place, match in named:
        lines[place] = replace(lines[place], kind=Kind.BYLINE, key=match[1], name=match[2])


def named(lines: list[Line]) -> None:
    """Lines that are a name which another line states, or begin with one."""
    names = {line.name for line in lines if line.name and line.kind in NAMING}
    for line in lines:
        found = EDITOR.search(line.text) if line.kind is Kind.EDITED else None
        if found:
            names.add(found[1])
    names.update(mentioned(lines))
    said = {line.name for line in lines if line.name and line.kind is Kind.SAID}
    for place, line in enumerate(lines):
        if line.kind not in (Kind.TEXT, Kind.NUMBER, Kind.RANK) or len(line.text) > 80:
            continue
        if line.text in names or line.text in said:
            lines[place] = replace(line, kind=Kind.NAME, name=line.text)
        elif inline := _glued(line.text, names):
            lines[place] = replace(line, kind=Kind.SAID, key=inline[1], name=inline[0])
        elif line.short and (name := _leading(line.text, names)):
            lines[place] = replace(line, kind=Kind.NAME, name=name)


def _glued(text: str, names: set[str]) -> tuple[str, str] | None:
    """The name and the words of a quote whose head lost its line break: "Maud wrote:The pond"."""
    head, colon, rest = text.partition(":")
    found = said(head + colon) if rest.strip() else None
    return (found.name, rest.strip()) if found and found.name and found.name in names else None


def _leading(text: str, names: set[str]) -> str | None:
    """The name of *names* that *text* begins with, a title behind it."""
    words = text.split()
    for size in range(min(4, len(words) - 1), 0, -1):
        name = " ".join(words[:size])
        if name in names and len(words) - size <= 4:
            return name
    return None


def quoted_by(lines: list[Line]) -> None:
    """The name below a head of a quote that has none."""
    for place in range(1, len(lines)):
        above, line = lines[place - 1], lines[place]
        if (
            above.kind is Kind.SAID
            and not above.name
            and line.short
            and (name := after_by(line.text))
        ):
            lines[place] = replace(line, kind=Kind.SAID, name=name)


def scored(lines: list[Line]) -> None:
    """Names with a number behind them, where several posts begin so."""
    found = [(place, SCORED.fullmatch(line.text)) for place, line in enumerate(lines)]
    named = [
        (place, match[1]) for place, match in found if match and lines[place].kind is Kind.TEXT
    ]
    if len(named) >= CHAIN:
        for place, name in named:
            lines[place] = replace(lines[place], kind=Kind.BYLINE, key=GUESS, name=name)
