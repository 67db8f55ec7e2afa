"""What lines are by those beside them: who liked a post one to a line, fields and buttons of a name
that no table has, names that are signed above the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from threadsite.engines.text.lines import FOOTER, HEADER, Kind, Line
from threadsite.engines.text.person import GUESS

JOINS = re.compile(r"(?i)[,、]|and|und|et|y|e|en|i|и|och|og|ja|ve")
OTHERS = re.compile(r"(?i)(?:and|und|et|y|e|en|i|и|och|og|ja|ve) \d+ \w+(?: \w+)?")
OFTEN = 3
"""How often a line stands in its place before that tells what it is."""
MOST = 0.8
"""The share of its places in which it must stand so."""
NEAR = 4
"""Lines above an unknown field of a profile, one of which is a known one."""
WORDS = 3
"""Words of the longest name of a field."""
EDITOR = re.compile(r"(?i)last edited by(?: \S{1,30}){0,2}")
LONGEST = 200
"""Characters of a line that are looked through for names."""
MENTION = re.compile(r"@ ?(\S+)")
GROUPS = re.compile(r"\s[@|]")
"""What may stand behind a name: whom its author answers, and groups."""
LOOSE = frozenset((Kind.TEXT, Kind.INITIAL, Kind.BUTTON))
"""Kinds that may stand below who liked a post, and are not right below an author's name."""
BELOW_NAMES = HEADER - {Kind.ORDINAL, Kind.AGAIN, Kind.NAME}
"""Kinds that stand right below a name."""


def set_beside(lines: list[Line]) -> None:
    """Set what their neighbours tell *lines* to be."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    _edited_when(lines, filled)
    _likers(lines, filled)
    _edited_above(lines, filled)
    _fields(lines, filled)
    _buttons(lines, filled)
    _signed_above(lines, filled)
    _left_above(lines, filled)


def _edited_when(lines: list[Line], filled: Sequence[int]) -> None:
    """The date below the words "Last edited:" is not that of a post."""
    for above, place in pairwise(filled):
        note = lines[above].kind is Kind.EDITED and lines[above].text.endswith(":")
        if note and lines[place].kind is Kind.DATE and not lines[place].key:
            lines[place] = replace(lines[place], kind=Kind.EDITED)


def _likers(lines: list[Line], filled: Sequence[int]) -> None:
    """The names below a heading of reactions, with what joins them on lines of their own."""
    wanted = False
    for above, place, below in zip([-1, *filled], filled, [*filled[1:], -1], strict=False):
        line = lines[place]
        joins = _joins(line)
        if line.kind is Kind.THANKED:
            wanted = line.text.endswith((":", ": "))
            continue
        last = above >= 0 and lines[above].kind is Kind.THANKED
        # Where no names are left below the heading, the next is that of the author of a post.
        near = place - above == 1 or joins or _joins(lines[below]) or lines[below].kind in LOOSE
        if last and near and (joins or (wanted and line.kind is Kind.TEXT and line.short)):
            lines[place] = replace(line, kind=Kind.THANKED, name=None if joins else line.text)
            wanted = bool(JOINS.fullmatch(line.text))
        else:
            wanted = False


def _joins(line: Line) -> bool:
    """Whether *line* stands between the names of a list, or ends it."""
    return bool(JOINS.fullmatch(line.text) or OTHERS.fullmatch(line.text))


def _edited_above(lines: list[Line], filled: Sequence[int]) -> None:
    """NodeBB says who edited a post above its words: "last edited by" below name and group."""
    notes = [
        number
        for number, (place, below) in enumerate(pairwise(filled))
        if lines[place].kind is Kind.EDITED
        and EDITOR.fullmatch(lines[place].text)
        and lines[filled[number - 1]].short
        and lines[below].kind not in FOOTER
    ]
    if len(notes) < OFTEN:
        return
    named = {lines[filled[number]].text.split(maxsplit=3)[-1] for number in notes}
    named.update(name for line in lines for name in MENTION.findall(line.text[:LONGEST]))
    for number in notes:
        place = filled[number]
        above = [lines[other] for other in filled[max(0, number - NEAR) : number]]
        name = _below_status(above, named)
        whole = name in named or any(line.text == name for line in above)
        key = GUESS if name and not whole else ""
        lines[place] = replace(lines[place], kind=Kind.BYLINE, key=key, name=name)
        for other in filled[max(0, number - NEAR) : number]:
            if lines[other].text.startswith("@") and lines[other].kind is Kind.TEXT:
                lines[other] = replace(lines[other], kind=Kind.STATUS, key="answered")


def _below_status(above: Sequence[Line], named: set[str]) -> str | None:
    """The name, one of *named* if one fits, that the line right below a status begins with."""
    for status, line in pairwise(above):
        if status.kind is Kind.STATUS and line.kind is Kind.TEXT:
            words = GROUPS.split(line.text)[0].split()
            names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
            return next((name for name in names if name in named), words[0] if words else None)
    return None


def _fields(lines: list[Line], filled: Sequence[int]) -> None:
    """Recurring lines with a colon beside known fields of a profile, whose value is below."""
    count = Counter(lines[place].text for place in filled)
    for number, place in enumerate(filled):
        line = lines[place]
        like = line.text.endswith(":") and len(line.text.split()) <= WORDS
        if line.kind is not Kind.TEXT or not like or count[line.text] < OFTEN:
            continue
        above = (lines[other].kind for other in filled[max(0, number - NEAR) : number])
        if Kind.LABEL in above:
            lines[place] = replace(line, kind=Kind.LABEL, key="person=")


def _buttons(lines: list[Line], filled: Sequence[int]) -> None:
    """What stands below nearly every button of a name is one too, unless a date is below it."""
    for _ in range(2):
        beside = [(a, b) for a, b in pairwise(filled) if lines[a].kind is Kind.BUTTON]
        after: dict[str, Counter[str]] = {}
        for button, place in beside:
            after.setdefault(lines[button].text, Counter())[lines[place].text] += 1
        also = {
            text
            for texts in after.values()
            for text, n in texts.most_common(1)
            if n >= OFTEN and n >= MOST * texts.total()
        }
        found = [b for _, b in beside if lines[b].kind is Kind.TEXT and lines[b].text in also]
        named = {lines[p].text for p in found if _kind_below(lines, p) in BELOW_NAMES}
        for place in found:
            if lines[place].short and lines[place].text not in named:
                lines[place] = replace(lines[place], kind=Kind.BUTTON)


def _kind_below(lines: Sequence[Line], place: int) -> Kind:
    below = (line.kind for line in lines[place + 1 : place + 3] if line.kind is not Kind.BLANK)
    return next(below, Kind.BLANK)


def _signed_above(lines: list[Line], filled: Sequence[int]) -> None:
    """A name that is signed right below a line which begins with it stands above the words."""
    for above, place in pairwise(filled):
        name = lines[place].name
        if lines[place].kind is not Kind.SIGNED or not name:
            continue
        if lines[above].kind is Kind.TEXT and lines[above].text.startswith(f"{name} "):
            lines[above] = replace(lines[above], kind=Kind.NAME, name=name)
            lines[place] = replace(lines[place], kind=Kind.BYLINE)


def _left_above(lines: list[Line], filled: Sequence[int]) -> None:
    """Who is offline, said between the date of a post and its author's profile, is its author."""
    for number, place in enumerate(filled):
        if lines[place].kind is not Kind.LEFT:
            continue
        above = {lines[other].kind for other in filled[max(0, number - 2) : number]}
        below = {lines[other].kind for other in filled[number + 1 : number + 4]}
        if above & {Kind.DATE, Kind.ORDINAL, Kind.AVATAR} and below & {Kind.RANK, Kind.LABEL}:
            lines[place] = replace(lines[place], kind=Kind.STATUS, key="named")
