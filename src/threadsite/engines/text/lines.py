"""What lines of a flattened page can be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

NUMBER = re.compile(r"x\d{1,4}|[\d.,\s]{1,20}[KkMm]?|[+-]\d+|[*★☆●]{1,10}|n/a", re.A)
"""Counters, and the stars of a rank."""
SENTENCE = re.compile(r"[!?,;…:)]$|(?<!\s[^\W\d_])\.$")
"""How words end that are no name and no title; an initial may end a name."""
MARKS = frozenset("•○□■▪*+")
"""What stands before the items of a list."""
SHORT = 60
"""Characters of the longest line that software writes in a header, but for bylines."""


class Kind(Enum):
    """What a line is, as far as it shows by itself or by its place."""

    BLANK = auto()
    TEXT = auto()
    DATE = auto()
    ORDINAL = auto()
    LABEL = auto()
    VALUE = auto()
    NUMBER = auto()
    BYLINE = auto()
    AVATAR = auto()
    STATUS = auto()
    SUBJECT = auto()
    RANK = auto()
    NAME = auto()
    AGAIN = auto()
    INITIAL = auto()
    EDITED = auto()
    THANKED = auto()
    BUTTON = auto()
    SIGNED = auto()
    LEFT = auto()
    BELOW = auto()
    SAID = auto()
    MARKED = auto()
    CHROME = auto()
    RULE = auto()


HEADER = frozenset(
    (
        Kind.DATE, Kind.ORDINAL, Kind.LABEL, Kind.VALUE, Kind.BYLINE, Kind.AVATAR, Kind.STATUS,
        Kind.SUBJECT, Kind.RANK, Kind.NAME, Kind.AGAIN, Kind.INITIAL,
    )
)  # fmt: skip
FOOTER = frozenset((Kind.EDITED, Kind.THANKED, Kind.BUTTON, Kind.SIGNED, Kind.LEFT, Kind.BELOW))


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line."""

    raw: str
    text: str
    """Without indentation and marks of lists."""
    kind: Kind
    key: str = ""
    """Which one of its kind: the meaning of a label, the words of a line that comes again."""
    name: str | None = None
    """The name that the line states."""

    @property
    def bullet(self) -> bool:
        """Whether the line is nothing but the mark of a link without words, as w3m writes it.

        Trafilatura's, a dash, may be the mark of the name below it.
        """
        return self.kind is Kind.NUMBER and not self.text and self.raw.strip() in MARKS

    @property
    def short(self) -> bool:
        """Whether the line may be a name, a title or another field: no sentence."""
        return (
            len(self.text) <= SHORT
            and len(self.text.split()) <= 8
            and not SENTENCE.search(self.text)
            and "http" not in self.text
        )


class Bare(NamedTuple):
    """A line without indentation and marks of lists, and the same folded."""

    text: str
    folded: str


Found = tuple[Kind, str, str | None] | None
"""What a line is, its key and the name in it; None if it is not of the kind asked for."""
