"""What lines are by their place: values of labels, names stated elsewhere, recurring lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from threadsite.engines.text.bylines import after_by, is_by, said, sender
from threadsite.engines.text.lines import FOOTER, HEADER, Kind, Line
from threadsite.engines.text.overlap import Traced
from threadsite.engines.text.person import GUESS
from threadsite.engines.text.tells import base
from threadsite.engines.text.words import MAIL

NAMING = frozenset((Kind.CHROME, Kind.BYLINE, Kind.SIGNED, Kind.LEFT, Kind.AVATAR, Kind.STATUS))
VALUES = frozenset(
    (Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.RANK, Kind.STATUS, Kind.LABEL, Kind.CHROME)
)
EDITOR = re.compile(
    r"\b(?:by|von|par|por|da|door|przez|af|av) (\S.{0,38}?)"
    r"(?: ?[;,(]| on | am | at | le | el |: |$)",
    re.I,
)
SCORED = re.compile(r"([^\s:][^:]{1,40}?)\s{2,}\d[\d.,]{0,8}[kK]?")
MAIL_FIELD = re.compile(r"([A-Za-z-]{2,20}): (.*)")
MAIL_KINDS = {"from": Kind.BYLINE, "von": Kind.BYLINE, "de": Kind.BYLINE, "date": Kind.DATE}
FIRST = "first"
"""The key of the subject of a post that is no reply."""
DIGITS = re.compile(r"\d+")
TELLING = frozenset((Kind.DATE, Kind.BYLINE, Kind.LABEL, Kind.ORDINAL, Kind.AVATAR, Kind.SUBJECT))
CHAIN = 3
"""Numbers in a row that count posts."""


def in_context(lines: Sequence[Line], traced: Traced) -> list[Line]:
    """*lines* with what their neighbours and the whole page tell of them."""
    known = list(lines)
    _mail(known)
    _values(known)
    _apart(known)
    _dates_of_quotes(known)
    _counted(known)
    _rated(known)
    _scored(known)
    _named(known)
    _subjects(known)
    _quoted_by(known)
    _lonely(known)
    _again(known, traced)
    _inside(known)
    return known


def _mail(lines: list[Line]) -> None:
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


def _apart(lines: list[Line]) -> None:
    """A name between "by" and a date, each on a line of its own."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    for before, place, after in zip(filled, filled[1:], filled[2:], strict=False):
        by, line = lines[before], lines[place]
        if is_by(by.text) and line.short and lines[after].kind is Kind.DATE:
            lines[before] = replace(by, kind=Kind.STATUS, key="by", name=None)
            lines[place] = replace(line, kind=Kind.BYLINE, key="", name=line.text)


def _values(lines: list[Line]) -> None:
    """The line below a label that stands alone is its value."""
    expected = False
    for place, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        if expected and line.kind in VALUES and line.short and not line.key.endswith("="):
            lines[place] = replace(line, kind=Kind.VALUE, key="", name=None)
            expected = False
            continue
        expected = line.kind is Kind.LABEL and line.key.endswith("=")


def _dates_of_quotes(lines: list[Line]) -> None:
    """A date right below the head of a quote is the quoted post's."""
    for place in range(1, len(lines)):
        if lines[place].kind is Kind.DATE and lines[place - 1].kind is Kind.SAID:
            lines[place] = replace(lines[place], kind=Kind.SAID, key="")


def _counted(lines: list[Line]) -> None:
    """Bare numbers that count up, with words between them, number the posts."""
    chains: dict[int, list[int]] = {}
    texts, at = 0, {-1: 0}
    for place, line in enumerate(lines):
        texts += line.kind is Kind.TEXT
        if line.kind is Kind.NUMBER and line.text.isdecimal() and len(line.text) < 6:
            chain = chains.pop(int(line.text) - 1, [])
            apart = not chain or texts > at[chain[-1]]
            chains[int(line.text)] = [*chain, place] if apart else [place]
            at[place] = texts
    for chain in chains.values():
        if len(chain) >= CHAIN:
            for place in chain:
                lines[place] = replace(lines[place], kind=Kind.ORDINAL, key=lines[place].text)


def _rated(lines: list[Line]) -> None:
    """Numbers of one shape stand above posts, on a page that has nothing else there."""
    if sum(line.kind in TELLING for line in lines) > 1:
        return
    shapes: dict[str, list[int]] = {}
    texts = last = 0
    for place, line in enumerate(lines):
        texts += line.kind is Kind.TEXT
        if line.kind is Kind.NUMBER and texts > last:
            shapes.setdefault(DIGITS.sub("9", line.raw.strip()), []).append(place)
            last = texts
    often = max(shapes.values(), key=len, default=[])
    if len(often) >= CHAIN and all(_above_words(lines, place) for place in often):
        for place in often:
            lines[place] = replace(lines[place], kind=Kind.ORDINAL)


def _above_words(lines: Sequence[Line], place: int) -> bool:
    after = next((one for one in lines[place + 1 : place + 4] if one.kind is not Kind.BLANK), None)
    return after is not None and after.kind is Kind.TEXT and not after.short


def _named(lines: list[Line]) -> None:
    """Lines that are a name which another line states, or begin with one."""
    names = {line.name for line in lines if line.name and line.kind in NAMING}
    for line in lines:
        found = EDITOR.search(line.text) if line.kind is Kind.EDITED else None
        if found:
            names.add(found[1])
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


def _subjects(lines: list[Line]) -> None:
    """The subject of a first post, which has no mark of a reply."""
    subjects = {base(line.text) for line in lines if line.kind is Kind.SUBJECT}
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    for before, place, after in zip(filled, filled[1:], filled[2:], strict=False):
        line = lines[place]
        fits = lines[before].kind in PROFILE or lines[after].kind in (Kind.BYLINE, Kind.DATE)
        if line.kind in (Kind.TEXT, Kind.AGAIN) and fits and base(line.text) in subjects:
            lines[place] = replace(line, kind=Kind.SUBJECT, key=FIRST)


def _quoted_by(lines: list[Line]) -> None:
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


def _lonely(lines: list[Line]) -> None:
    """A word of a button that stands alone between words is an author's."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    count = Counter(lines[place].text for place in filled if lines[place].kind is Kind.BUTTON)
    around = zip([-1, *filled], filled, [*filled[1:], -1], strict=False)
    for before, place, after in list(around):
        line = lines[place]
        alone = not {lines[before].kind, lines[after].kind} & (FOOTER | {Kind.CHROME})
        alone = alone and (place - before == 1 or after - place > 1)
        below = lines[before].kind is Kind.TEXT and line.key != "files"
        if line.kind is Kind.BUTTON and alone and below and count[line.text] < 3:
            lines[place] = replace(line, kind=Kind.TEXT)


def _again(lines: list[Line], traced: Traced) -> None:
    """Short lines of words that the page has more than once, and not because one quotes."""
    quotes = {*traced, *traced.values()}
    places = [
        place
        for place, line in enumerate(lines)
        if line.kind is Kind.TEXT and line.short and place not in quotes
    ]
    count = Counter(lines[place].text for place in places)
    for place in places:
        line = lines[place]
        if count[line.text] > 1:
            lines[place] = replace(line, kind=Kind.AGAIN, key=line.text)


def _inside(lines: list[Line]) -> None:
    """Links of a profile that stand between two of its other lines."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    for before, place, after in zip(filled, filled[1:], filled[2:], strict=False):
        between = lines[before].kind in PROFILE and lines[after].kind in HEADER
        menu = lines[after].kind is Kind.CHROME and lines[after].key == "profile"
        if menu and lines[place].kind in (Kind.NAME, Kind.AGAIN):
            lines[place] = replace(lines[place], kind=Kind.CHROME, key="profile")
        elif lines[place].key == "profile" and between:
            lines[place] = replace(lines[place], kind=Kind.STATUS, key="link")


PROFILE = frozenset((Kind.LABEL, Kind.VALUE, Kind.AVATAR, Kind.STATUS, Kind.RANK, Kind.NUMBER))


def _scored(lines: list[Line]) -> None:
    """Names with a number behind them, where several posts begin so."""
    found = [(place, SCORED.fullmatch(line.text)) for place, line in enumerate(lines)]
    named = [
        (place, match[1]) for place, match in found if match and lines[place].kind is Kind.TEXT
    ]
    if len(named) >= CHAIN:
        for place, name in named:
            lines[place] = replace(lines[place], kind=Kind.BYLINE, key=GUESS, name=name)
