"""How the index is written: small scripts that hand their data to one function, and numbers as
characters, since a string is what a browser reads fastest.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate, chain
from operator import sub
from pathlib import Path
from typing import NamedTuple

import msgspec

CALL = b"threadsiteSearch"
"""The function of the page that every script of the index calls."""

ALONE = ""
"""The number of what there is only one of."""

FIRST = 0x23
"""The character that stands for 0: the first after the quotation mark."""
BASE = 40_960
"""Smaller numbers take one character, larger ones two; none reaches the surrogates."""


LANE = 32
"""Bits of each of many numbers that are worked on as one."""
MANY = 8
"""Numbers that are better written together than one by one."""


def rising(numbers: Sequence[int]) -> str:
    """The rising *numbers* as units, each as its distance from the one before.

    A unit is a character that needs no escape in a script, or two. UTF-8 makes them one byte below
    92, two below 2,013, three below `BASE`, then six at most.
    """
    units = _together(numbers) if len(numbers) >= MANY else None
    if units is None:
        units = "".join(map(_unit, map(sub, numbers, chain((0,), numbers))))
    # The backslash would need an escape; the exclamation mark is free.
    return units.replace("\\", "!")


def _unit(number: int) -> str:
    if number < BASE:
        return chr(FIRST + number)
    return chr(FIRST + BASE + number // BASE) + chr(FIRST + number % BASE)


def _together(numbers: Sequence[int]) -> str | None:
    """All units of *numbers* at once, side by side in one large number; None if one of them takes
    two characters.

    No distance is below zero, so nothing is borrowed from the one beside it.
    """
    lanes = array("I", numbers)
    if sys.byteorder == "little":
        lanes.byteswap()
    whole = int.from_bytes(lanes.tobytes(), "big")
    distances = whole - (whole >> LANE)
    ones = int.from_bytes(b"\0\0\0\1" * len(lanes), "big")
    if (distances + (0x10000 - BASE) * ones) & 0xFFFF0000 * ones:
        return None
    units = (distances + FIRST * ones).to_bytes(4 * len(lanes), "big")
    return units.decode("utf-32-be")


def head(things: Iterable[bytes], *data: object) -> tuple[Literal, ...]:
    """What stands before *things* in a script, so that one of them alone can be asked for: how many
    bytes the rest of the head takes; where each of them ends, counted from the first with a comma
    behind each; and *data*."""
    ends = rising([*accumulate(len(thing) + 1 for thing in things)])
    told = [literal(part) for part in (ends, *data)]
    size = sum(len(part) + 1 for part in told)
    return tuple(map(Literal, (literal(size), *told)))


class Written(NamedTuple):
    """A file of the index."""

    id: int | str
    first: str
    """The first of the terms in it, if it holds terms."""
    terms: int
    """How many terms are in it."""
    mark: str
    """Of its bytes."""
    size: int


@dataclass(frozen=True, slots=True)
class Folder:
    """Where files go."""

    path: Path
    known: frozenset[str] = frozenset()
    """The marks of files that are on the site already, and need not be written."""

    def put(
        self, kind: str, number: int | str, *data: object, first: str = "", terms: int = 0
    ) -> Written:
        """The script of this *kind* and *number* that hands over *data*, written if it is new."""
        script = b"%b(%b);\n" % (CALL, b",".join(map(literal, (kind, number, *data))))
        made = Written(number, first, terms, mark(script).hex(), len(script))
        if made.mark not in self.known:
            # Not cut off first: who was taken for dead and writes the same again spoils nothing.
            place = os.open(self.path / file_name(kind, number), os.O_WRONLY | os.O_CREAT, 0o666)
            with os.fdopen(place, "wb") as file:
                file.write(script)
                file.truncate()
        return made


def mark(data: bytes) -> bytes:
    """What tells *data* from others."""
    return blake2b(data, digest_size=12).digest()


def file_name(kind: str, number: int | str) -> str:
    """The name of the file of this *kind* and *number*."""
    return f"{kind}.js" if number == ALONE else f"{kind}-{number}.js"


class Literal(bytes):
    """What `literal` has made."""

    __slots__ = ()


def literal(data: object) -> bytes:
    """*data* as JSON that is a harmless script too."""
    if isinstance(data, Literal):
        return data
    # Older browsers end a line of a script at these.
    return _json(data).replace(LINE_END, b"\\u2028").replace(PARAGRAPH_END, b"\\u2029")


LINE_END, PARAGRAPH_END = "\u2028".encode(), "\u2029".encode()
_json = msgspec.json.Encoder().encode
