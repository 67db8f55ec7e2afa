"""Names that the software mentions beside the posts: who began the thread, who liked a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from threadsite.dates.words import fold
from threadsite.engines.text.furniture import BUTTONS, CHROME
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.times import CLOCK, is_time
from threadsite.engines.text.words import LABEL_OF, POSTED, STATUS, phrases

STARTERS = phrases("""
thread starter|topic starter|started by|discussion starter|themenstarter|themenersteller|ersteller
erstellt von|begonnen von|auteur de la discussion|démarré par|initié par|autor del hilo
iniciado por|autore discussione|iniziato da|aperta da|onderwerp starter|gestart door|autor wątku
zaczęty przez|rozpoczęty przez|автор темы|тема начата|автор|trådstartare|startad av
keskustelun aloittaja|viestiketjun aloittaja|aloittaja|konbuyu başlatan|criador do tópico
""")
LONGEST = 40
FIELD = re.compile(r"\d+ [a-zа-яё]+|[^:]+: .+")
"""What software writes where others have names: "31 answers", "Read: 31"."""
WORDS = 4
"""Words of the longest name."""
AFTER = re.compile(r"(?i),\s|\s[»·•—–|-]\s|\s(?:on|am|le|el|il|op)\s(?=\S*\d)")
"""What may follow the name of who began a thread: when that was."""
BY = re.compile(r"^(?:#\d+ )?[Bb]y (?=\S)")
ROLE = re.compile(r"(?<=[a-z0-9. ]) ?(?:Contributor|Participant|Keymaster|Spectator)(?: \S.*)?$")
"""What bbPress writes behind a name, and an extractor right behind it."""
BADGE = re.compile(r"(?: (?:mod|[✭★☆]+))+$")
"""What Vanilla writes behind a name."""
LISTED = re.compile(r"(?i),\s*|\s+(?:and|und|et|y|e|en|i|и|och|og|ja|a|ve)\s+")
NO_NAME = BUTTONS | CHROME | LABEL_OF.keys() | STATUS | POSTED


def mentioned(lines: Sequence[Line]) -> Iterator[str]:
    """The names that *lines* mention as the thread's or a liking author's."""
    filled = [line for line in lines if line.kind is not Kind.BLANK]
    for line, after in zip_longest(filled, filled[1:]):
        if line.kind is Kind.THANKED:
            yield from _liking(line.text)
        elif line.kind in STATING and (name := starter(line, after)):
            yield name


STATING = frozenset((Kind.CHROME, Kind.STATUS, Kind.TEXT, Kind.BYLINE))


def starter(line: Line, after: Line | None) -> str | None:
    """Who began the thread, if *line* says so, or the one *after* it does."""
    words = line.text.split()
    for size in (3, 2, 1):
        if fold(" ".join(words[:size])).rstrip(":") not in STARTERS:
            continue
        rest = line.text.split(maxsplit=size)[-1] if len(words) > size else ""
        stated = rest or (after.text if after and after.short else "")
        name = AFTER.split(stated, maxsplit=1)[0].strip(" :")
        return name if could_be_name(name) else None
    return None


def _liking(text: str) -> Iterator[str]:
    """The names in the list that a line of reactions ends with."""
    _, colon, listed = text.partition(":")
    if colon:
        yield from (name for name in LISTED.split(listed.strip()) if could_be_name(name))


def cleaned(name: str) -> str:
    """*name* without "by" before it and without Drupal's mark of a guest."""
    name = " ".join(name.removesuffix(" (not verified)").split())
    return BADGE.sub("", ROLE.sub("", BY.sub("", name).lstrip("●•○ ")))


def could_be_name(text: str) -> bool:
    """Whether *text* may be a name: short, with letters, and no word of the software's."""
    return (
        1 < len(text) <= LONGEST
        and len(text.split()) <= WORDS
        and (any(map(str.isalpha, text)) or text.isdecimal())
        and not any(sign in text for sign in "«»|…<>")
        and text.count("[") == text.count("]")
        and fold(text).strip(" :+.()[]") not in NO_NAME
        and not (is_time(text) or CLOCK.search(text))
    )
