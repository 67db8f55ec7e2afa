"""How the index is written: small scripts that hand their data to one function, and numbers as
characters, since a string is what a browser reads fastest.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
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


def rising(numbers: list[int]) -> str:
    """The rising *numbers* as units, each as its distance from the one before."""
    distances = map(sub, numbers, chain((0,), numbers))
    return "".join(map(UNITS.__getitem__, distances))


def _narrow(number: int) -> str:
    # The backslash would need an escape; the exclamation mark is free.
    return chr(FIRST + number).replace("\\", "!")


class _Units(dict[int, str]):
    """Each number as one or two characters that need no escape in a script.

    UTF-8 makes them one byte below 92, two below 2,013, three below `BASE`, then six at most.
    """

    def __missing__(self, number: int) -> str:
        high, low = divmod(number, BASE)
        return _narrow(BASE + high) + self[low]


UNITS = _Units((number, _narrow(number)) for number in range(BASE))


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
