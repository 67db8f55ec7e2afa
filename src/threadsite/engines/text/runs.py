"""Runs of lines that may be headers, and which of them have the shape of the page's posts.

Longer than others, for the weights: what tells a header and how much, in one table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from threadsite.engines.text.halves import PROFILE, Header, is_heading, is_profile, joined
from threadsite.engines.text.lines import FOOTER, HEADER, Kind, Line

GAP = 2
"""Lines of no known kind that may stand between two of a header."""
MANY = 50
"""Lines of a run that are asked whether they head a post: no header has as many."""
BLANKS = 2
"""Blank lines that end a header."""
ENOUGH = 2.0
"""The weight from which on a run of lines is a header."""
LONGEST = 120
"""Characters of a line above a profile, which may be a title that its author chose."""
SURE = 5.0
ALONE = 3.0
"""The weight of a header that is the only one of its kind on a page."""
WEIGHTS = {
    Kind.BYLINE: 3.0,
    Kind.DATE: 2.0,
    Kind.ORDINAL: 2.0,
    Kind.SUBJECT: 2.0,
    Kind.AVATAR: 2.0,
    Kind.STATUS: 1.0,
    Kind.LABEL: 1.0,
    Kind.RANK: 1.0,
    Kind.NAME: 1.0,
    Kind.AGAIN: 1.0,
    Kind.INITIAL: 0.5,
    Kind.NUMBER: 0.6,
}
COUNTED = {Kind.AGAIN: 3, Kind.NAME: 2, Kind.NUMBER: 2}
"""Kinds that weigh more when there are several in one header, and how many count."""
OF_RUN = HEADER | {Kind.NUMBER}
STRONG = frozenset((Kind.BYLINE, Kind.DATE, Kind.ORDINAL, Kind.SUBJECT, Kind.AVATAR, Kind.LABEL))


def find_runs(lines: Sequence[Line]) -> list[Header]:
    """The runs of lines that each stand above a post or below one, in order."""
    runs: list[list[int]] = []
    for run in _runs(lines):
        if runs and _goes_on(lines, runs[-1], run):
            runs[-1] += run
        else:
            runs.append(run)
    headers = joined(lines, [_header(lines, run) for run in runs])
    kept = _kept(lines, headers)
    if kept and is_heading(kept[0]) and any(is_profile(run) for run in kept):
        also = [run for run in headers if is_profile(run) and run.weight >= ENOUGH]
        kept = sorted({*kept, *also}, key=lambda run: run.start)
    return kept


def _goes_on(lines: Sequence[Line], above: Sequence[int], run: Sequence[int]) -> bool:
    """Whether *run* is the heading of the post whose profile *above* is, across blank lines."""
    kinds, below = {lines[p].kind for p in above}, {lines[p].kind for p in run}
    near = all(lines[place].kind is Kind.BLANK for place in range(above[-1] + 1, run[0]))
    profile = bool(kinds & PROFILE) and not kinds & {Kind.BYLINE, Kind.SUBJECT}
    return near and profile and not below & PROFILE and bool(below & {Kind.BYLINE, Kind.SUBJECT})


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The runs of lines of which each may be of a header."""
    run: list[int] = []
    gap = blanks = 0
    signed = False
    for place, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            blanks += 1
            continue
        apart = blanks >= BLANKS or line.kind in FOOTER
        if run and (apart or gap > GAP or not _fits(lines, run, place)):
            yield run
            run = []
        bullet = line.bullet and not run  # Of a list of buttons above.
        if line.kind in OF_RUN and not bullet and not (signed and line.kind is Kind.ORDINAL):
            run.append(place)
            gap = 0
        elif run:
            gap += 1
        blanks = 0
        signed = line.kind is Kind.SIGNED
    if run:
        yield run


def _fits(lines: Sequence[Line], run: Sequence[int], place: int) -> bool:
    line = lines[place]
    if line.kind is Kind.CHROME:
        return False
    if line.kind in HEADER or line.kind in (Kind.NUMBER, Kind.RULE) or line.short:
        return True
    below = lines[place + 1].kind if place + 1 < len(lines) else Kind.BLANK
    if below not in PROFILE or run[-1] != place - 1 or len(line.text) > LONGEST:
        return False
    return not any(lines[other].kind in (Kind.BYLINE, Kind.SUBJECT) for other in run[:MANY])


def _header(lines: Sequence[Line], run: list[int]) -> Header:
    shape = frozenset(
        (lines[place].kind, lines[place].key if lines[place].kind is Kind.LABEL else "")
        for place in run
    )
    weight = sum(WEIGHTS.get(kind, 0.0) for kind, _ in shape if kind not in COUNTED)
    weight += sum(
        WEIGHTS[kind] * min(most, sum(lines[place].kind is kind for place in run))
        for kind, most in COUNTED.items()
    )
    return Header(run[0], run[-1] + 1, shape, weight)


def _kept(lines: Sequence[Line], runs: Sequence[Header]) -> list[Header]:
    """Those of *runs* that agree with the rest of the page."""
    heavy = [run for run in runs if run.weight >= ENOUGH]
    anchor = _anchor(Counter(part for run in heavy for part in run.shape))
    if anchor is None:
        return [run for run in heavy if run.weight >= ALONE and _strong(run)][:1]
    sure = [run for run in heavy if anchor in run.shape or run.weight >= SURE]
    if anchor[0] in STRONG:
        return sure
    fields = {text for run in sure for text in _fields(lines, run)}
    known = [
        run
        for run in runs
        if run not in sure and _set_apart(lines, run) and fields & {*_fields(lines, run)}
    ]
    return sorted([*sure, *known], key=lambda run: run.start)


def _strong(run: Header) -> bool:
    return any(kind in STRONG for kind, _ in run.shape)


def _set_apart(lines: Sequence[Line], run: Header) -> bool:
    """Whether the words above *run*, but for a name, are two blank lines away."""
    blanks = 0
    for place in range(run.start - 1, max(-1, run.start - 6), -1):
        blanks = blanks + 1 if lines[place].kind is Kind.BLANK else 0
        if blanks == BLANKS:
            return True
        if blanks == 0 and not lines[place].short:
            return False
    return run.start < BLANKS


def _fields(lines: Sequence[Line], run: Header) -> Iterator[str]:
    """The words in *run* that come again."""
    for place in run.places:
        if lines[place].kind in (Kind.AGAIN, Kind.RANK):
            yield lines[place].text


def _anchor(support: Counter[tuple[Kind, str]]) -> tuple[Kind, str] | None:
    """What most headers of the page have; None if nothing is in two of them."""
    often = {part: n for part, n in support.items() if n > 1}
    strong = {part: n for part, n in often.items() if part[0] in STRONG} or often
    return max(strong, key=lambda part: WEIGHTS.get(part[0], 0.0) * strong[part], default=None)


def last_filled(lines: Sequence[Line], end: int) -> int:
    """The end of the lines before *end* without the blank ones."""
    while end and lines[end - 1].kind is Kind.BLANK:
        end -= 1
    return end
