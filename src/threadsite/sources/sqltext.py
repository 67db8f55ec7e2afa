"""SQL dumps as rows, read as text and without a server: MySQL, MariaDB, PostgreSQL and SQLite.

Only what a dump program writes is understood: CREATE TABLE for the names of columns, INSERT and
COPY for rows. Any other statement is passed over. Memory holds one row at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from threadsite.sources.feed import CHUNK, Feed, UnreadableError
from threadsite.sources.sqlvalues import Value, bare, beside, called, copied, escaped

LONGEST = 64 << 20
"""Bytes of one token: no dump program writes a longer string."""
CALLS = 20
"""Calls within calls; no dump program writes more than two."""
AHEAD = 512
"""Bytes that hold the longest name or keyword."""
COMMENT = 1 << 16
"""Bytes that hold the longest comment that is not told from other text at the end of a chunk."""

SPACE = re.compile(
    rb"(?:\s+|--[^\n]*\n|#[^\n]*\n|/\*(?!!)[^*]*\*+(?:[^/*][^*]*\*+)*/|/\*!\d*|\*/)+"
)
WORD = re.compile(rb"[^\s'\"`(),;]+")
NAME = re.compile(
    rb'(?:(?:[`"][^`"\n]*[`"]|\[[^\]\n]*\]|[\w$]+)\.)?(?:[`"]([^`"\n]*)[`"]|\[([^\]\n]*)\]|([\w${}]+))'
)
ESCAPED = re.compile(rb"'([^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*)'")
PLAIN = re.compile(rb"'([^']*(?:''[^']*)*)'")
QUICK = re.compile(rb"\s*(?:'([^'\\]*)'|(-?\d+|NULL))([,)])")
"""Nine values of ten, and what stands behind them."""
OVER = {
    ESCAPED: re.compile(rb"(?:[^;'\"`#/-]++|'[^'\\]*+(?:(?:\\[\s\S]|'')[^'\\]*+)*+')++"),
    PLAIN: re.compile(rb"(?:[^;'\"`#/-]++|'[^']*+')++"),
}
"""Values and what is between them, as far as they surely go."""
CREATE = re.compile(rb"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?", re.I)
INSERT = re.compile(
    rb"(?:INSERT|REPLACE)(?:\s+(?:IGNORE|DELAYED|LOW_PRIORITY)){0,3}\s+INTO\s+", re.I
)
COPY = re.compile(rb"COPY\s+", re.I)
COMMAND = re.compile(rb"\\[a-z][^\n]*\n")
"""What is for the program that loads a dump of PostgreSQL."""
VALUES = re.compile(rb"VALUES\b", re.I)
NO_COLUMN = frozenset(
    b"primary key unique index constraint fulltext spatial check foreign exclude".split()
)

Wanted = Callable[[str, tuple[str, ...]], bool]
"""Whether the rows of a table of that name and those columns are to be read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, its values by column."""

    table: str
    values: dict[str, Value]


def rows(feed: Feed, wanted: Wanted = lambda _, __: True) -> Iterator[Row]:
    """The rows of the *wanted* tables of the dump *feed*, in its order; one whose columns the dump
    does not name has no values. `UnreadableError` where it breaks off."""
    yield from _Reader(feed, wanted).rows()


@dataclass
class _Reader:
    feed: Feed
    wanted: Wanted
    text: bytes = b""
    at: int = 0
    ended: bool = False
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    string: re.Pattern[bytes] = ESCAPED
    calls: int = 0
    """How many calls this stands in."""

    def rows(self) -> Iterator[Row]:
        self._more()
        head = self.text[:4096]
        # The SQL standard knows no backslash in a string; MySQL writes little else.
        if b"PostgreSQL database dump" in head or b"PRAGMA foreign_keys" in head:
            self.string = PLAIN
        while self._space():
            if self._take(CREATE):
                self._create()
            elif self._take(INSERT):
                yield from self._insert()
            elif self._take(COPY):
                yield from self._copy()
            elif not self._take(COMMAND):
                self._pass_over()

    def _create(self) -> None:
        table = self._name()
        if not self._sign(b"("):
            return self._pass_over()
        names = []
        while self._space():
            self._ahead(AHEAD)
            word = WORD.match(self.text, self.at)
            if not word or word[0].lower() not in NO_COLUMN:
                names.append(self._name())
            if self._to_comma() != b",":
                break
        self.columns[table] = tuple(names)
        return self._pass_over()

    def _insert(self) -> Iterator[Row]:
        table = self._name()
        names = self._names() if self._sign(b"(") else self.columns.get(table, ())
        self._space()
        if not (self._take(VALUES) and self.wanted(table, names)):
            return self._pass_over()
        while self._sign(b"("):
            yield Row(table, dict(zip(names, self._values(), strict=False)))
            if not self._sign(b","):
                break
        if not self._sign(b";") and not self._space():
            raise self._cut("a statement")
        return None

    def _copy(self) -> Iterator[Row]:
        table = self._name()
        names = self._names() if self._sign(b"(") else self.columns.get(table, ())
        self._pass_over()
        self._line()
        wanted = self.wanted(table, names)
        while (line := self._line()) not in (b"\\.\n", b"\\.\r\n", b"\\."):
            if not line.endswith(b"\n"):
                raise self._cut("a table")
            if wanted:
                fields = map(copied, line.rstrip(b"\r\n").split(b"\t"))
                yield Row(table, dict(zip(names, fields, strict=False)))

    def _names(self) -> tuple[str, ...]:
        names = [self._name()]
        while self._sign(b","):
            names.append(self._name())
        self._sign(b")")
        return tuple(names)

    def _name(self) -> str:
        self._space()
        self._ahead(AHEAD)
        found = self._match(NAME)
        if not found:
            raise self._cut("a statement")
        return (found[1] or found[2] or found[3] or b"").decode("utf-8", "replace").lower()

    def _values(self) -> list[Value]:
        """The values up to the closing bracket."""
        values: list[Value] = []
        while True:
            found = QUICK.match(self.text, self.at)
            if found and found.end() < len(self.text):
                self.at = found.end()
                value, sign = found[1] if found[2] is None else found[2], found[3]
                values.append(None if found[2] == b"NULL" else value)
            else:
                values.append(self._value())
                sign = self.text[self.at : self.at + 1]
                self.at += 1
            if sign == b")":
                return values

    def _value(self) -> Value:
        self._space()
        value: Value = b""
        while (sign := self.text[self.at : self.at + 1]) not in (b",", b")"):
            if sign == b"'":
                value = beside(value, self._string())
            elif found := self._match(WORD):
                value = bare(found[0], value)
            elif sign == b"(" and self.calls < CALLS:
                self.at += 1
                self.calls += 1
                value = called(value or b"", self._values())
                self.calls -= 1
            else:
                raise self._cut("a row")
            self._space()
        return value

    def _string(self) -> bytes:
        found = self._match(self.string)
        if not found:
            raise self._cut("a string")
        return found[1].replace(b"''", b"'") if self.string is PLAIN else escaped(found[1])

    def _to_comma(self) -> bytes:
        """Go behind the comma or the bracket that ends this part of a list; which of the two."""
        depth = 0
        while self._space():
            sign = self.text[self.at : self.at + 1]
            if not depth and sign in (b",", b")"):
                self.at += 1
                return sign
            depth += {b"(": 1, b")": -1}.get(sign, 0)
            self._step()
        return b""

    def _pass_over(self) -> None:
        """Go behind the semicolon that ends this statement."""
        while self._space():
            if self.text[self.at : self.at + 1] == b";":
                self.at += 1
                return
            if found := OVER[self.string].match(self.text, self.at):
                self.at = found.end()
            else:
                self._step()

    def _step(self) -> None:
        """Go behind one token."""
        sign = self.text[self.at : self.at + 1]
        if sign == b"'":
            self._string()
        elif not (sign in (b'"', b"`") and self._match(NAME)) and not self._match(WORD):
            self.at += 1

    def _sign(self, sign: bytes) -> bool:
        self._space()
        if self.text[self.at : self.at + 1] != sign:
            return False
        self.at += 1
        return True

    def _take(self, pattern: re.Pattern[bytes]) -> bool:
        self._ahead(AHEAD)
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found is not None

    def _space(self) -> bool:
        """Go behind white space and comments; whether anything stands there."""
        sign = self.text[self.at : self.at + 1]
        if sign and sign in b"-#/":
            self._ahead(COMMENT)
        if not sign or sign in b" \t\r\n-#/*":
            self._match(SPACE)
        return self.at < len(self.text) or self._more()

    def _line(self) -> bytes:
        """Go behind this line; what is left of it, with its end if that is there."""
        while (end := self.text.find(b"\n", self.at)) < 0 and self._more():
            pass
        start, self.at = self.at, end + 1 if end >= 0 else len(self.text)
        return self.text[start : self.at]

    def _match(self, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
        """*pattern* here, with more read while the match might go on."""
        while True:
            found = pattern.match(self.text, self.at)
            inside = found is not None and found.end() < len(self.text)
            waiting = found is None and pattern is not self.string and self.at < len(self.text)
            if inside or waiting or len(self.text) - self.at > LONGEST or not self._more():
                break
        if found:
            self.at = found.end()
        return found

    def _ahead(self, size: int) -> None:
        while len(self.text) - self.at < size and self._more():
            pass

    def _more(self) -> bool:
        """Read on: as much again as waits, so that long strings are scanned few times."""
        chunk = b"" if self.ended else self.feed.read(max(CHUNK, len(self.text) - self.at))
        self.ended = not chunk
        self.text, self.at = self.text[self.at :] + chunk, 0
        return bool(chunk)

    def _cut(self, where: str) -> UnreadableError:
        place = self.feed.unpacked - len(self.text) + self.at
        return UnreadableError(f"breaks off inside {where} at byte {place}")
