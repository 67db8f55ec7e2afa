"""What lines are by their place: values of labels, names stated elsewhere, recurring lines.

Longer than others, since it holds every pass over the lines, whose order matters, at one place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from threadsite.engines.text import naming
from threadsite.engines.text.beside import set_beside
from threadsite.engines.text.lines import FOOTER, HEADER, Kind, Line
from threadsite.engines.text.naming import CHAIN
from threadsite.engines.text.overlap import Traced
from threadsite.engines.text.pieces import set_pieces
from threadsite.engines.text.tells import base
from threadsite.engines.text.times import is_time
from threadsite.engines.text.trails import ENDS, SIGNS

VALUES = frozenset(
    (Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.RANK, Kind.STATUS, Kind.LABEL, Kind.CHROME)
)
FIRST = "first"
"""The key of the subject of a post that is no reply."""
COUNT = re.compile(r"\d|n/a", re.I)
DIGITS = re.compile(r"\d+")
TELLING = frozenset((Kind.DATE, Kind.BYLINE, Kind.LABEL, Kind.ORDINAL, Kind.AVATAR, Kind.SUBJECT))


def in_context(lines: Sequence[Line], traced: Traced) -> list[Line]:
    """*lines* with what their neighbours and the whole page tell of them."""
    known = list(lines)
    set_pieces(known)
    naming.mail(known)
    set_beside(known)
    _values(known)
    naming.apart(known)
    naming.present(known)
    _dates_of_quotes(known)
    _dates_in_boards(known)
    _counted(known)
    naming.dated(known)
    naming.numbered(known)
    _rated(known)
    naming.scored(known)
    naming.named(known)
    _subjects(known)
    naming.quoted_by(known)
    _lonely(known)
    _again(known, traced)
    _inside(known)
    return known


def _values(lines: list[Line]) -> None:
    """The line below a label that stands alone is its value."""
    label = -1
    for place, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        numbered = line.kind is Kind.DATE and bool(line.key)
        states = numbered or line.key.endswith("=")
        fits = line.short or (label >= 0 and _of_free_words(lines[label]))
        if label >= 0 and _is_button(lines[label], line):
            lines[label] = replace(lines[label], kind=Kind.BUTTON, key="")
            label = -1
        if label >= 0 and line.kind in VALUES and fits and not states:
            lines[place] = replace(line, kind=Kind.VALUE, key="", name=None)
            label = -1
            continue
        if label >= 0 and numbered:
            lines[label] = replace(lines[label], kind=Kind.CHROME)  # Of a column.
        label = place if line.kind is Kind.LABEL and line.key.endswith("=") else -1


def _is_button(label: Line, below: Line) -> bool:
    """Whether *label* is a word of a form and counts nothing: "Post", above "Cancel"."""
    counts = label.text.endswith((":", "s")) or COUNT.search(below.text)
    return label.key == "posts=" and not counts


def _of_free_words(label: Line) -> bool:
    """Whether what stands below *label* may be a sentence: "About me:"."""
    return label.key == "person=" and label.text.endswith(":")


def _dates_in_boards(lines: list[Line]) -> None:
    """Vanilla says when and where the first post was written: "April 2018 in Mills"."""
    paths = (line.text.rstrip(ENDS) for line in lines if line.short)
    boards = {path.rpartition(sign)[2] for path in paths for sign in SIGNS if sign in path}
    for place, line in enumerate(lines):
        date, _, board = line.text.partition(" in ")
        if line.kind is Kind.TEXT and board in boards and is_time(date):
            lines[place] = replace(line, kind=Kind.DATE)


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


def _subjects(lines: list[Line]) -> None:
    """The subject of a first post, which has no mark of a reply."""
    subjects = {base(line.text) for line in lines if line.kind is Kind.SUBJECT}
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    for before, place, after in zip(filled, filled[1:], filled[2:], strict=False):
        line = lines[place]
        fits = lines[before].kind in PROFILE or lines[after].kind in (Kind.BYLINE, Kind.DATE)
        if line.kind in (Kind.TEXT, Kind.AGAIN) and fits and base(line.text) in subjects:
            lines[place] = replace(line, kind=Kind.SUBJECT, key=FIRST)


def _lonely(lines: list[Line]) -> None:
    """A word of a button that stands alone between words is an author's."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    count = Counter(lines[place].text for place in filled if lines[place].kind is Kind.BUTTON)
    around = zip([-1, *filled], filled, [*filled[1:], -1], strict=False)
    for before, place, after in list(around):
        line = lines[place]
        alone = not {lines[before].kind, lines[after].kind} & (FOOTER | {Kind.CHROME})
        alone = alone and (place - before == 1 or after - place > 1)
        below = lines[before].kind is Kind.TEXT and line.key not in ("files", "row")
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


def _of_person(lines: list[Line]) -> None:
    """Links to a profile and to what its owner wrote, above other lines of a header."""
    below: Kind | None = None
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        if line.key == "person" and below in HEADER:
            lines[place] = replace(line, kind=Kind.STATUS, key="link")
        elif line.kind is not Kind.BLANK and not (below is Kind.LABEL and line.short):
            # The title of an author stands above the fields of the profile.
            below = line.kind


def _inside(lines: list[Line]) -> None:
    """Links that stand between two lines of a header: of the profile, or beside the date."""
    _of_person(lines)
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    for before, place, after in zip(filled, filled[1:], filled[2:], strict=False):
        between = lines[before].kind in PROFILE and lines[after].kind in HEADER
        menu = lines[after].kind is Kind.CHROME and lines[after].key == "profile"
        if menu and lines[place].kind in (Kind.NAME, Kind.AGAIN):
            lines[place] = replace(lines[place], kind=Kind.CHROME, key="profile")
        elif lines[place].key == "profile" and between:
            lines[place] = replace(lines[place], kind=Kind.STATUS, key="link")
    told = [place for place in filled if any(map(str.isalnum, lines[place].text))]
    around = zip(told, told[1:], told[2:], told[3:], strict=False)
    for above, date, place, after in around:
        headed = lines[above].kind in HEADER and lines[date].kind is Kind.DATE
        if lines[place].kind is Kind.BUTTON and headed and lines[after].kind is Kind.ORDINAL:
            lines[place] = replace(lines[place], kind=Kind.STATUS, key="link")


PROFILE = frozenset((Kind.LABEL, Kind.VALUE, Kind.AVATAR, Kind.STATUS, Kind.RANK, Kind.NUMBER))
