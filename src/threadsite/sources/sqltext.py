"""SQL dumps as rows, read as text and without a server: MySQL, MariaDB, PostgreSQL and SQLite.

Only what a dump program writes is understood: CREATE TABLE for the names of columns, INSERT and
COPY for rows. Any other statement is passed over. Memory holds one value list at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from threadsite.sources.feed import CHUNK, Feed, UnreadableError

LONGEST = 64 << 20
"""Bytes of one token: no dump program writes a longer string."""

Value = bytes | None

SPACE = re.compile(
    rb"(?:\s+|--[^\n]*\n|#[^\n]*\n|/\*(?!!)[^*]*\*+(?:[^/*][^*]*\*+)*/|/\*!\d*|\*/)+"
)
WORD = re.compile(rb"[^\s'\"`(),;]+")
NAME = re.compile(
    rb'(?:(?:[`"][^`"\n]*[`"]|\[[^\]\n]*\]|[\w$]+)\.)?(?:[`"]([^`"\n]*)[`"]|\[([^\]\n]*)\]|([\w${}]+))'
)
ESCAPED = re.compile(rb"'([^'\\]*(?:(?:\\[\s\S]|'')[^'\\]*)*)'")
PLAIN = re.compile(rb"'([^']*(?:''[^']*)*)'")
ESCAPE = re.compile(rb"\\([\s\S])|''")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"0": b"", b"b": b"", b"Z": b""}
COPIED = re.compile(rb"\\([\s\S])")
CREATE = re.compile(rb"CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?", re.I)
INSERT = re.compile(rb"(?:INSERT(?:\s+IGNORE)?|REPLACE)\s+INTO\s+", re.I)
COPY = re.compile(rb"COPY\s+", re.I)
VALUES = re.compile(rb"VALUES\b", re.I)
NO_COLUMN = frozenset(
    (b"primary", b"key", b"unique", b"index", b"constraint", b"fulltext", b"spatial", b"check")
) | {b"foreign"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, its values by column, None for NULL."""

    table: str
    values: dict[str, Value]


def rows(feed: Feed) -> Iterator[Row]:
    """The rows of the dump *feed*, in its order. `UnreadableError` where it breaks off."""
    yield from _Reader(feed).rows()


@dataclass
class _Reader:
    feed: Feed
    text: bytes = b""
    at: int = 0
    ended: bool = False
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    string: re.Pattern[bytes] = ESCAPED

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
            else:
                self._pass_over()

    def _create(self) -> None:
        table = self._name()
        if not self._sign(b"("):
            return self._pass_over()
        names = []
        while True:
            self._space()
            word = self.text[self.at : self.at + 12].split(b"(")[0].split() or [b""]
            if word[0].lower() not in NO_COLUMN:
                names.append(self._name())
            if self._to_comma() != b",":
                break
        self.columns[table] = tuple(names)
        return self._pass_over()

    def _insert(self) -> Iterator[Row]:
        table = self._name()
        names = self._names() if self._sign(b"(") else self.columns.get(table, ())
        self._space()
        if not self._take(VALUES):
            return self._pass_over()
        while self._sign(b"("):
            values = list(self._values())
            if names:
                yield Row(table, dict(zip(names, values, strict=False)))
            if not self._sign(b","):
                break
        return self._pass_over()

    def _copy(self) -> Iterator[Row]:
        table = self._name()
        names = self._names() if self._sign(b"(") else self.columns.get(table, ())
        self._pass_over()
        self._line()
        while (line := self._line()) not in (b"\\.", b""):
            values = [_copied(value) for value in line.split(b"\t")]
            yield Row(table, dict(zip(names, values, strict=False)))

    def _names(self) -> tuple[str, ...]:
        names = [self._name()]
        while self._sign(b","):
            names.append(self._name())
        self._sign(b")")
        return tuple(names)

    def _name(self) -> str:
        self._space()
        found = self._match(NAME)
        if not found:
            raise UnreadableError(f"no SQL: a name was expected at byte {self._place()}")
        return (found[1] or found[2] or found[3] or b"").decode("utf-8", "replace").lower()

    def _values(self) -> Iterator[Value]:
        """The values up to the closing bracket."""
        while True:
            yield self._value()
            if self._sign(b")"):
                return
            if not self._sign(b","):
                raise UnreadableError(f"cut off inside a row at byte {self._place()}")

    def _value(self) -> Value:
        self._space()
        value: Value = b""
        # A charset or a cast may stand before or behind the value proper: _binary 'x', 'x'::text.
        while self.text[self.at : self.at + 1] not in (b",", b")"):
            if self.text[self.at : self.at + 1] == b"'":
                value = self._string()
            elif found := self._match(WORD):
                value = _bare(found[0], value)
            elif self.text[self.at : self.at + 1] == b"(":
                self._to_close()
            else:
                raise UnreadableError(f"cut off inside a value at byte {self._place()}")
            self._space()
        return value

    def _string(self) -> bytes:
        found = self._match(self.string)
        if not found:
            raise UnreadableError(f"cut off inside a string at byte {self._place()}")
        if self.string is PLAIN:
            return found[1].replace(b"''", b"'")
        if b"\\" not in found[1] and b"'" not in found[1]:
            return found[1]
        return ESCAPE.sub(lambda m: ESCAPES.get(m[1], m[1]) if m[1] else b"'", found[1])

    def _to_comma(self) -> bytes:
        """Go behind the comma or the bracket that ends this part of a list; which of the two."""
        while self._space():
            sign = self.text[self.at : self.at + 1]
            if sign in (b",", b")"):
                self.at += 1
                return sign
            self._step()
        return b""

    def _to_close(self) -> None:
        depth = 0
        while self._space():
            depth += {b"(": 1, b")": -1}.get(self.text[self.at : self.at + 1], 0)
            if not depth:
                self.at += 1
                return
            if self.text[self.at : self.at + 1] in (b"(", b")"):
                self.at += 1
            else:
                self._step()

    def _pass_over(self) -> None:
        """Go behind the semicolon that ends this statement."""
        while self._space():
            if self.text[self.at : self.at + 1] == b";":
                self.at += 1
                return
            self._step()

    def _step(self) -> None:
        """Go behind one token, a bracketed list being one."""
        sign = self.text[self.at : self.at + 1]
        if sign == b"(":
            self._to_close()
        elif sign == b"'":
            self._string()
        elif sign in (b'"', b"`") and self._match(NAME):
            pass
        elif not self._match(WORD):
            self.at += 1

    def _sign(self, sign: bytes) -> bool:
        self._space()
        if self.text[self.at : self.at + 1] != sign:
            return False
        self.at += 1
        return True

    def _take(self, pattern: re.Pattern[bytes]) -> bool:
        while len(self.text) - self.at < 64 and self._more():
            pass
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found is not None

    def _space(self) -> bool:
        """Go behind white space and comments; whether anything stands there."""
        self._match(SPACE)
        return self.at < len(self.text) or self._more()

    def _line(self) -> bytes:
        while (end := self.text.find(b"\n", self.at)) < 0 and self._more():
            pass
        line = self.text[self.at : end if end >= 0 else len(self.text)]
        self.at = end + 1 if end >= 0 else len(self.text)
        return line.rstrip(b"\r")

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

    def _more(self) -> bool:
        """Read on: as much again as waits, so that long strings are scanned few times."""
        chunk = b"" if self.ended else self.feed.read(max(CHUNK, len(self.text) - self.at))
        self.ended = not chunk
        self.text, self.at = self.text[self.at :] + chunk, 0
        return bool(chunk)

    def _place(self) -> int:
        return self.feed.unpacked - len(self.text) + self.at


def _bare(word: bytes, before: Value) -> Value:
    """What *word* says as a value, when *before* was read already."""
    if word.upper() == b"NULL":
        return None
    if word[:2].lower() == b"0x" and len(word) % 2 == 0:
        try:
            return bytes.fromhex(word[2:].decode("ascii"))
        except ValueError:
            return word
    return before or (b"" if word[:1] in (b"_", b":") or word == b"E" else word)


def _copied(value: bytes) -> Value:
    if value == b"\\N":
        return None
    return COPIED.sub(lambda m: ESCAPES.get(m[1], m[1]), value) if b"\\" in value else value
