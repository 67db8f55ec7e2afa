"""How the index is written: small scripts that hand their data to one function, and numbers as
characters, since a string is what a browser reads fastest.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from itertools import chain
from operator import sub
from pathlib import Path

CALL = "threadsiteSearch"
"""The function of the page that every script of the index calls."""

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


class Folder:
    """The files of the index: each written only if it differs, what is no longer named removed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.bytes = 0
        self._written: set[str] = set()
        self._hash = blake2b(digest_size=6)
        path.mkdir(parents=True, exist_ok=True)

    @property
    def files(self) -> int:
        """How many files were put."""
        return len(self._written)

    @property
    def version(self) -> str:
        """A mark of all that was put so far: a browser's old copy of a script has another."""
        return self._hash.hexdigest()

    def put(self, kind: str, number: int | None, *data: object) -> None:
        """Write the script of this *kind* and *number* that hands over *data*."""
        name = f"{kind}.js" if number is None else f"{kind}-{number}.js"
        arguments = ",".join(map(literal, (kind, number or 0, *data)))
        script = f"{CALL}({arguments});\n".encode()
        path = self.path / name
        if not path.exists() or path.read_bytes() != script:
            path.write_bytes(script)
        self._written.add(name)
        self._hash.update(script)
        self.bytes += len(script)

    def close(self) -> None:
        """Remove the scripts of an earlier index that this one does not have."""
        for path in self.path.glob("*.js"):
            if path.name not in self._written:
                path.unlink()


def literal(data: object) -> str:
    """*data* as JSON that is a harmless script too."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Older browsers end a line of a script at these.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def cut(sizes: Iterable[int], target: int) -> Iterable[int]:
    """Where to cut a row of things of these *sizes* so that each part reaches *target*: for each
    thing the number of its part."""
    part = filled = 0
    for size in sizes:
        if filled >= target:
            part, filled = part + 1, 0
        filled += size
        yield part
