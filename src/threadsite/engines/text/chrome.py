"""Where a page's own lines end and the thread begins, and where they begin again below it.

Top, bottom and title are weighed in one module since each is told by what the others leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from threadsite.dates.words import fold
from threadsite.engines.text.context import FIRST
from threadsite.engines.text.halves import Header
from threadsite.engines.text.lines import FOOTER, Kind, Line
from threadsite.engines.text.overlap import Traced
from threadsite.engines.text.recurring import EVERYWHERE
from threadsite.engines.text.tells import base
from threadsite.engines.text.trails import steps_of
from threadsite.engines.text.words import phrases

CLOSES = 12.0
"""The weight of a line that stands only below a thread."""
SAID = 160
"""Characters of sentences above the first header from which on they may be a post."""
MUCH = 0.25
"""The share that they have of all sentences of the page then."""
TOP = 2
"""Sentences that a page may have above a title that nothing else tells."""
STARTED = (
    "thread starter", "discussion in", "started by", "dieses thema", "discussion dans", "диссксия",
    "discusión en", "ersteller", "auteur", "in diesem thema", "last post", "replies", "by ",
)  # fmt: skip


OPENING = phrases("""
featured replies|recommended posts|empfohlene beiträge|messages recommandés|mensajes recomendados
publicaciones recomendadas|messaggi raccomandati|aanbevolen berichten|polecane posty
рекомендуемые сообщения|рекомендованные сообщения|postagens recomendadas|rekommenderade inlägg
""")


def find_end(lines: Sequence[Line], first: int, last: int, traced: Traced) -> int:
    """Where chrome begins below the post whose body begins at *last*; all of the lines if nowhere.

    The cut that leaves the most of chrome behind it and the least of words.
    """
    best, cut = 0.0, len(lines)
    total = 0.0
    for place in range(len(lines) - 1, last, -1):
        line = lines[place]
        total += _chromeness(line, place in traced)
        if line.kind is Kind.CHROME and total >= best:
            best, cut = total, place
    before = {line.text for line in lines[:first]}
    while cut > last and _goes_on(lines[cut - 1], before):
        cut -= 1
    return cut


def _goes_on(line: Line, before: set[str]) -> bool:
    """Whether the page's own lines, once found, go on with *line* above them."""
    return line.kind in STATISTICS or (line.short and line.text in before)


STATISTICS = frozenset((Kind.BLANK, Kind.LABEL, Kind.VALUE, Kind.NUMBER, Kind.CHROME, Kind.RANK))


def _chromeness(line: Line, quoted: bool) -> float:
    if quoted:
        return -3.0
    if line.kind is Kind.CHROME:
        return CLOSES if line.key == "closing" else 2.0
    if line.kind in (Kind.BLANK, Kind.NUMBER, Kind.RULE):
        return 0.0
    if line.kind in FOOTER or line.kind is Kind.SAID:
        return -2.0
    return 0.2 if line.short else -0.8


def find_first(lines: Sequence[Line], headers: Sequence[Header], title: int | None) -> int:
    """The first line of the first post."""
    top = headers[0].start if headers else len(lines)
    if headers and not (_first_lost(lines, headers) or _unheaded(lines, headers, title)):
        return top
    if title is not None and (title > top or not _words(lines, title, top)):
        title = None
    opened = _opened(lines[:top])
    if opened:
        return opened
    last = below = title + 1 if title is not None else 0
    for place in range(below, top if headers else len(lines)):
        if lines[place].kind is Kind.CHROME:
            last = place + 1
        elif lines[place].kind in WORDS and not lines[place].short:
            break
    while last < top and lines[last].kind in (Kind.BLANK, Kind.RULE, Kind.NUMBER):
        last += 1
    return last


def _opened(lines: Sequence[Line]) -> int:
    """The line below the heading that Invision sets right above the first post; 0 for none."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    below = (after for place, after in pairwise(filled) if fold(lines[place].text) in OPENING)
    return next(below, 0)


WORDS = frozenset((Kind.TEXT, Kind.MARKED, Kind.SAID))


def _first_lost(lines: Sequence[Line], headers: Sequence[Header]) -> bool:
    """Whether the first header that is left is that of a reply."""
    replies = all(
        any(lines[place].kind is Kind.SUBJECT for place in header.places) for header in headers
    )
    first = any(lines[place].key == FIRST for place in headers[0].places)
    return replies and not first and _words(lines, 0, headers[0].start)


def _unheaded(lines: Sequence[Line], headers: Sequence[Header], title: int | None) -> bool:
    """Whether much of what the page says stands between title and first header."""
    numbers = [
        line.key for line in lines[headers[0].start : headers[0].end] if line.key.isdecimal()
    ]
    if numbers:
        return numbers[0] == "2" and _words(lines, 0, headers[0].start)
    named = lines[title].text if title is not None else None
    below = max((p for p in range(headers[0].start) if lines[p].text == named), default=0)
    above, whole = _length(lines[below : headers[0].start]), _length(lines)
    return above >= SAID and above >= MUCH * whole


def _length(lines: Sequence[Line]) -> int:
    """The characters of the sentences in *lines*."""
    return sum(len(line.text) for line in lines if line.kind is Kind.TEXT and not line.short)


def _words(lines: Sequence[Line], first: int, end: int) -> bool:
    return any(line.kind is Kind.TEXT and not line.short for line in lines[first:end])


def find_title(lines: Sequence[Line], headers: Sequence[Header]) -> int | None:
    """The line that is the title of the thread."""
    if not headers:
        return _headless_title(lines)
    top = headers[0].start
    subjects = {base(line.text) for line in lines if line.kind is Kind.SUBJECT}
    scores = [
        (_titleness(lines, place, subjects), place)
        for place in range(min(len(lines), top + 8))
        if place < top or base(lines[place].text) in subjects
    ]
    best = max(scores, default=(0.0, 0))
    if best[0] <= 0:
        return None
    same = (place for place in range(top) if lines[place].text == lines[best[1]].text)
    return next(same, best[1])


def _headless_title(lines: Sequence[Line]) -> int | None:
    """The first line above the posts that could be a title, where nothing else tells."""
    filled = [place for place, line in enumerate(lines) if line.kind is not Kind.BLANK]
    words = 0
    for place in filled[:12]:
        line = lines[place]
        ends = line.text.endswith((".", ",", ";", ":", "!"))
        like = line.kind in (Kind.TEXT, Kind.AGAIN) and 8 < len(line.text) < 110 and not ends
        if like and (not words or (words <= TOP and _stands_alone(lines, place))):
            return place
        words += line.kind is Kind.TEXT and not line.short
    return None


def _stands_alone(lines: Sequence[Line], place: int) -> bool:
    around = (*lines[place - 1 : place], *lines[place + 1 : place + 2])
    return place > 0 and all(line.kind is Kind.BLANK for line in around)


TITLED = frozenset((Kind.TEXT, Kind.AGAIN, Kind.NAME))


def _titleness(lines: Sequence[Line], place: int, subjects: set[str]) -> float:
    line = lines[place]
    everywhere = line.key == EVERYWHERE
    if not (line.kind in TITLED or everywhere) or not 4 < len(line.text) < 160:
        return 0.0
    # The title is on every page too when all are of one thread.
    score = 0.1 if everywhere or steps_of(line.text) else 1.0
    key = base(line.text)
    if key in subjects:
        score += 5.0
    if line.raw.startswith("# "):
        score += 4.0
    if line.text.endswith((".", ",", ";")) or len(line.text) > 110:
        score -= 0.6
    if line.raw.startswith(line.text):
        score += 0.5
    after = next((one for one in lines[place + 1 : place + 4] if one.kind is not Kind.BLANK), None)
    if after and after.text.casefold().startswith(STARTED):
        score += 2.0
    if lines[place + 1 : place + 2] and lines[place + 1].kind is Kind.BLANK:
        score += 0.5
    return score
