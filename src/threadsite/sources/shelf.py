"""The tables of the forums in an SQL dump, in a temporary SQLite file: memory stays flat.

Only the columns that the databases name are stored. Of people's addresses, only the number is kept.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import TracebackType

from threadsite.databases import ALL
from threadsite.databases.software import Software, Table
from threadsite.decoding import clean, decode
from threadsite.sources.feed import Feed
from threadsite.sources.sqltext import Row, rows
from threadsite.sources.sqlvalues import Value

BATCH = 500
SAMPLE = 1 << 18
"""Bytes that are no UTF-8 that show which charset a dump is in."""
MAIL = re.compile(r"(?:^|_)e?mail(?:_?address)?")
IP = re.compile(
    r"(?:^|_|reg|last|log|use|insert|update|poster|member|registration)ip(?:_?address)?\d?"
)
TRUTHS = {b"t": 1, b"true": 1, b"yes": 1, b"f": 0, b"false": 0, b"no": 0}

Cell = int | str | bytes | None


@dataclass(frozen=True)
class Holding:
    """A table of the dump, as one of a software."""

    software: Software
    table: Table
    prefix: str
    name: str
    """What it is called in the SQLite file."""
    batch: list[tuple[Cell, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Forum:
    """One forum in a dump."""

    software: Software
    prefix: str


class Shelf:
    """The forums of one dump. `load` fills it, then it answers."""

    def __init__(self, folder: Path) -> None:
        self.left: Counter[tuple[Forum, str]] = Counter()
        """How many rows were only counted, by forum and reason."""
        self.addresses: Counter[str] = Counter()
        """How many e-mail and IP addresses were passed over, by what they are called."""
        self.nameless: set[str] = set()
        """Tables that may be a forum's, whose columns the dump does not name."""
        self._holdings: dict[str, list[Holding]] = {}
        self._strange = bytearray()
        self._charset = "cp1252"
        self._database = sqlite3.connect(folder / "forums.sqlite", isolation_level=None)
        self._database.row_factory = sqlite3.Row
        # What a question joins of bytes that are no UTF-8 is text to SQLite.
        self._database.text_factory = self._words
        for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE"):
            self._database.execute(f"PRAGMA {setting}")

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self._database.close()

    def load(self, feed: Feed) -> None:
        """Store the rows of the dump *feed*; those before an `UnreadableError` stay."""
        self._database.execute("BEGIN")
        try:
            for row in rows(feed, self._wanted):
                for holding in self._holdings[row.table]:
                    self._put(holding, row)
        finally:
            for holding in self._all():
                self._flush(holding)
                if holding.table.index:
                    self._run(
                        f"CREATE INDEX i{holding.name} ON {holding.name}", holding.table.index
                    )
            self._database.execute("COMMIT")
            if self._strange:
                self._charset = decode(bytes(self._strange)).charset

    def forums(self) -> Iterator[Forum]:
        """The forums that the dump holds."""
        for holding in self._all():
            # A table may hold the posts of a forum among much else, or none.
            some = f"SELECT 1 FROM {holding.name} LIMIT 1"  # noqa: S608
            if holding.table.name == holding.software.essential and (
                not holding.table.only or self._database.execute(some).fetchone()
            ):
                yield Forum(holding.software, holding.prefix)

    def lacks(self, forum: Forum) -> str:
        """The table that says what guests may read of *forum*, if the dump does not hold it."""
        gate = forum.software.gate
        held = any(
            holding.table.name == gate and holding.software is forum.software
            for holding in self._all()
            if holding.prefix == forum.prefix
        )
        return "" if held or not gate else forum.prefix + gate

    def open(self, forum: Forum) -> None:
        """Answer for *forum* from now on."""
        held = {
            holding.table.name: holding.name
            for holding in self._all()
            if holding.software is forum.software and holding.prefix == forum.prefix
        }
        for table in forum.software.tables:
            self._database.execute(f'DROP VIEW IF EXISTS "{table.name}"')
            if not table.names:
                continue
            columns = ", ".join(f'NULL AS "{name}"' for name in table.names)
            nothing = f"SELECT {columns} WHERE 0"
            some = f"SELECT * FROM {held.get(table.name)}"  # noqa: S608
            view = some if table.name in held else nothing
            self._database.execute(f'CREATE TEMP VIEW "{table.name}" AS {view}')

    def ask(self, question: str, thread: int | None = None) -> Iterator[dict[str, Cell]]:
        """The rows that answer *question*; texts are clean, whatever charset the dump is in."""
        if not question:
            return
        for row in self._database.execute(question, {"thread": thread}):
            yield {name: self._read(row[name]) for name in row.keys()}  # noqa: SIM118

    def _read(self, cell: Cell) -> Cell:
        if isinstance(cell, bytes):
            cell = self._words(cell)
        return clean(cell) if isinstance(cell, str) else cell

    def _words(self, data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError:
            return data.decode(self._charset, "replace")

    def _all(self) -> Iterator[Holding]:
        for holdings in self._holdings.values():
            yield from holdings

    def _wanted(self, name: str, columns: tuple[str, ...]) -> bool:
        if not columns and any(name.endswith(software.essential) for software in ALL):
            self.nameless.add(name)
        if name not in self._holdings and columns:
            self._holdings[name] = list(self._matching(name, frozenset(columns)))
        return bool(columns and self._holdings[name])

    def _matching(self, name: str, columns: frozenset[str]) -> Iterator[Holding]:
        for software in ALL:
            for table in software.tables:
                if name.endswith(table.name) and columns.issuperset(table.needs.split()):
                    number = f"t{sum(map(len, self._holdings.values()))}_{software.name}"
                    prefix = name.removesuffix(table.name)
                    holding = Holding(software, table, prefix, number)
                    self._create(holding)
                    yield holding

    def _create(self, holding: Holding) -> None:
        table = holding.table
        numbers, texts, flags = table.columns
        columns = [f'"{name}" INTEGER' for name in numbers + flags]
        columns += [f'"{name}" TEXT' for name in texts]
        if table.key:
            columns[0] += " PRIMARY KEY"
        if columns:
            self._run(f"CREATE TABLE {holding.name}", ", ".join(columns))

    def _run(self, statement: str, inside: str) -> None:
        self._database.execute(f"{statement} ({inside})")

    def _put(self, holding: Holding, row: Row) -> None:
        table = holding.table
        self._count_addresses(row)
        if table.only and not _is_among(row, *table.only):
            return
        if table.counted:
            self.left[Forum(holding.software, holding.prefix), table.counted] += 1
            return
        get, (numbers, texts, flags) = row.values.get, table.columns
        holding.batch.append(
            (
                *[_number(get(name)) for name in numbers],
                *[self._text(get(name)) for name in texts],
                *[int(bool(get(name))) for name in flags],
            )
        )
        if len(holding.batch) >= BATCH:
            self._flush(holding)

    def _flush(self, holding: Holding) -> None:
        if holding.batch:
            names = ", ".join(f'"{name}"' for name in holding.table.names)
            marks = ", ".join("?" * len(holding.table.names))
            insert = f"INSERT OR IGNORE INTO {holding.name} ({names}) VALUES ({marks})"  # noqa: S608
            self._database.executemany(insert, holding.batch)
            holding.batch.clear()

    def _text(self, value: Value) -> Cell:
        if value is None:
            return None
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            if len(self._strange) < SAMPLE:
                self._strange += value + b"\n"
            return value

    def _count_addresses(self, row: Row) -> None:
        for name, value in row.values.items():
            kind = _address(name)
            if kind and value and (kind == "IP" or b"@" in value):
                self.addresses[kind] += 1


def _is_among(row: Row, column: str, pattern: str) -> bool:
    value = (row.values.get(column) or b"").decode("utf-8", "replace")
    return re.fullmatch(pattern, value) is not None


def _number(value: Value) -> int | None:
    if value is None:
        return None
    try:
        number = int(value[:20])
    except ValueError:
        return TRUTHS.get(value)
    return number if -(1 << 63) <= number < 1 << 63 else None


@cache
def _address(name: str) -> str | None:
    if MAIL.search(name) and name.endswith(("mail", "address")):
        return "e-mail"
    return "IP" if IP.search(name) and name.endswith(("ip", "ip2", "address")) else None
