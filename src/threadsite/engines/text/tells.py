"""Lines told by themselves: which of them the software of a forum would write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from threadsite.dates.words import fold
from threadsite.engines.text.around import (
    before_buttons,
    button,
    chrome,
    edited,
    left,
    thanked,
    trail,
)
from threadsite.engines.text.bylines import byline
from threadsite.engines.text.furniture import BUTTONS
from threadsite.engines.text.heads import said
from threadsite.engines.text.lines import NUMBER, Bare, Found, Kind, Line
from threadsite.engines.text.person import GUESS, avatar, initial, label, rank, status, unverified
from threadsite.engines.text.times import ORDINAL, is_time
from threadsite.engines.text.words import SUBJECTS

MARKS = re.compile(r"^\s*(?:\(BUTTON\)\s*|[•*○□■+·▪●–—-]\s+|#{1,6}\s+|\d{1,4}\.\s+|\\?\|\s*)+")
BULLETS = frozenset("•○□■▪")
LONGEST = 400
"""Characters of a line from which on it can be nothing but words."""
DAY = re.compile(r"\s*\d{1,2}\.\s+[^\W\d_]")
DATED = re.compile(r"(?:\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d\.\d{1,2}\.\d{1,2})[.,]?")
"""A day that could be taken for a counter."""
PICTURE = re.compile(r"\[[^\[\]]{1,30}\]")
"""What stands in the place of a picture."""
SIGN = re.compile(r"[()\[\]{},;|/–—·»«-]")
"""What an extractor that parts a line at each link leaves between them."""
RULE = re.compile(r"[-_=━─*~•. ]{5,}")
MODIFIED = re.compile(r"(?i)\s*\((?:this post was last|dieser beitrag wurde)[^()]*\)?.*$")
BESIDE = frozenset((Kind.TEXT, Kind.EDITED, Kind.CHROME))
HEADED = frozenset((Kind.DATE, Kind.EDITED, Kind.SUBJECT, Kind.BYLINE))
"""Lines that have buttons behind them: the date, where a table was copied."""
SUBJECT = re.compile(r"\s{2,}[^\W\d_]{3,}(?: [^\W\d_]+){0,2}:(?:\s.*)?$")
"""The subject that phpBB 2 writes behind the date."""
POSTED_ONLY = frozenset(
    {"posted (edited)", "posted", "geschrieben", "posté(e)", "publicado", "inviato"}
)


def read_lines(text: str) -> Iterator[Line]:
    """The lines of *text*."""
    for raw in text.split("\n"):
        yield read_line(raw)


def stripped(raw: str) -> str:
    """*raw* without indentation and marks of lists."""
    if len(raw) >= LONGEST or (DAY.match(raw) and is_time(raw.strip())):
        return raw.strip()
    text = MARKS.sub("", raw).strip()
    return "" if text in BULLETS else text


def read_line(raw: str) -> Line:
    """The line *raw*, told by itself."""
    line = _read(raw, stripped(raw))
    if line.kind not in BESIDE or not line.text:
        return line
    cut = before_buttons(line.text)
    other = _read(raw, cut) if cut and cut != line.text else line
    return other if other.kind in HEADED else line


def _read(raw: str, text: str) -> Line:
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
    if DATED.fullmatch(bare.text):
        return Kind.DATE, "", None
    counts = not bare.text or NUMBER.fullmatch(bare.text) or SIGN.fullmatch(bare.text)
    return (Kind.NUMBER, "", None) if counts else None


def _ordinal(bare: Bare) -> Found:
    found = ORDINAL.match(bare.folded)
    rest = bare.folded[found.end() :] if found else ""
    small = PICTURE.sub(" ", rest).split()
    if found and len(small) <= 2 and all(word in BUTTONS for word in small):
        return Kind.ORDINAL, found[1], None
    return None


def _time(bare: Bare) -> Found:
    if "%" in bare.text:
        return None  # Of an address.
    if is_time(MODIFIED.sub("", SUBJECT.sub("", bare.text))) or bare.folded in POSTED_ONLY:
        found = ORDINAL.search(bare.folded)
        return Kind.DATE, found[1] if found else "", None
    return None


def _subject(bare: Bare) -> Found:
    return (Kind.SUBJECT, "", None) if bare.folded.startswith(SUBJECTS) else None


def _said(bare: Bare) -> Found:
    found = said(bare.text)
    return (Kind.SAID, found.rest, found.name) if found else None


def _byline(bare: Bare) -> Found:
    found = byline(bare.text)
    if not found:
        return None
    kind = Kind.SIGNED if found.signed else Kind.BYLINE
    return kind, GUESS if found.guess else "", found.name


TESTS: tuple[Callable[[Bare], Found], ...] = (
    _number, _rule, _ordinal, edited, _time, _said, thanked, left, avatar, status, label,
    unverified, rank, _subject, initial, button, chrome, _byline, trail,
)  # fmt: skip
"""From the surest to the loosest."""


def base(subject: str) -> str:
    """*subject* without the marks of a reply, folded."""
    return fold(subject_of(subject))


def subject_of(line: str) -> str:
    """The subject that *line* states, without the mark of a reply."""
    head, colon, rest = line.strip().partition(":")
    return rest.strip() if colon and len(head) <= 8 and rest else line.strip()
