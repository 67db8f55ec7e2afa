"""TOML in and out: headers and settings are validated on reading, and errors name line and key."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from threadsite.decoding import clean
from threadsite.errors import ThreadsiteError

T = TypeVar("T")
LONGEST_HEADER = 1 << 20
"""Characters. tomllib takes gigabytes for hostile keys; no header or site.toml is this long."""
LARGEST = 2**63 - 1
UNKNOWN = re.compile(r"Object contains unknown field `(.+?)`(?: - at `\$\.?(.*)`)?$")
AT = re.compile(r"^(.*?) - at `(?:key in )?\$\.?(.*)`$")
INDEX = re.compile(r"\[[^\[\]]*\]")
KEY = re.compile("[a-z_]+")
PLAIN = re.compile(
    r'(?P<text>"[^"\\\x00-\x1f\x7f]*")|(?P<truth>true|false)|(?P<number>0|[1-9][0-9]{0,17})'
    r"|(?P<date>[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T"
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])?)"
)
READERS: dict[str, Callable[[str], Any]] = {
    "text": lambda written: written[1:-1],
    "truth": lambda written: written == "true",
    "number": int,
    "date": datetime.fromisoformat,
}
LINE = re.compile(r" ?\(at line (\d+), column \d+\)$")


def read(text: str, type: type[T], place: str, error: type[ThreadsiteError], line: int = 1) -> T:  # noqa: A002
    """*text*, which begins at *line* of *place*, as a *type*; *error* when it is not one."""
    if len(text) > LONGEST_HEADER:
        raise error(f"{place}:{line}: {len(text)} characters of TOML; is a fence `+++` missing?")
    try:
        found = plain(text) or tomllib.loads(text)
        for key in filter(lambda key: _is_endless(found[key]), found):
            raise error(f"{place}:{line_of(text, key, line)}: {key}: too large, or no number")
        return msgspec.convert(found, type)
    except tomllib.TOMLDecodeError as problem:
        where = LINE.search(str(problem))
        at = line + int(where[1]) - 1 if where else line
        raise error(f"{place}:{at}: {LINE.sub('', str(problem))}") from None
    except RecursionError:
        raise error(f"{place}:{line}: nested too deep to be read") from None
    except msgspec.ValidationError as problem:
        raise error(_said(str(problem), text, type, place, line)) from None


def _is_endless(value: object) -> bool:
    """Whether *value* is, or holds, a number that no table and no message can hold."""
    match value:
        case int() | float():
            return not abs(value) <= LARGEST
        case dict():
            return any(map(_is_endless, value.values()))
        case list():
            return any(map(_is_endless, value))
    return False


def plain(text: str) -> dict[str, Any] | None:
    """What *text* says, when each of its lines is a key and a plain value; None for other TOML.

    Most headers are this, and the parser takes five times as long for it.
    """
    found: dict[str, Any] = {}
    for line in text.split("\n"):
        key, _, written = line.partition(" = ")
        match = PLAIN.fullmatch(written)
        if match and KEY.fullmatch(key) and key not in found:
            found[key] = READERS[str(match.lastgroup)](written)
        elif line:
            return None
    return found


def value(thing: object) -> str:
    """*thing* as a TOML value. A JSON string is a TOML string, once no control is in it."""
    match thing:
        case bool():
            return "true" if thing else "false"
        case int() | float():
            return repr(thing)
        case datetime():
            return thing.isoformat()
        case list() | tuple():
            return f"[{', '.join(value(item) for item in thing)}]"
        case dict():
            inside = ", ".join(f"{key} = {value(item)}" for key, item in thing.items())
            return f"{{ {inside} }}" if inside else "{}"
        case _:
            return json.dumps(clean(str(thing)), ensure_ascii=False)


def line_of(text: str, key: str, first: int = 1) -> int:
    """The line on which *key* is set in *text*, where the first line has the number *first*."""
    found = re.search(
        rf"(?m)^[ \t]*(?:\[+[^\]\n]*\b)?[\"']?{re.escape(key)}[\"']?[ \t]*[=\].]", text
    )
    return first + (text.count("\n", 0, found.start()) if found else 0)


def _said(message: str, text: str, type_: type, place: str, line: int) -> str:
    unknown = UNKNOWN.match(message)
    if unknown:
        key, table = unknown[1], INDEX.sub("", unknown[2] or "")
        where = f" in [{table}]" if table else ""
        hint = _hint(key, table, dict(_tables(type_)))
        return f'{place}:{line_of(text, key, line)}: unknown key "{key}"{where}{hint}'
    at = AT.match(message)
    if not at:
        return f"{place}:{line}: {message}"
    key = INDEX.sub("", at[2]).rpartition(".")[2]
    return f"{place}:{line_of(text, key, line)}: {at[2]}: {at[1]}"


def _hint(key: str, table: str, tables: Mapping[str, Collection[str]]) -> str:
    """What whoever wrote *key* in *table* may have meant, of the keys that *tables* have."""
    homes = [home for home, keys in tables.items() if home and key in keys]
    if homes:
        return f"; it belongs in [{homes[0]}]"
    everywhere = sorted({known for keys in tables.values() for known in keys})
    for known in (sorted(tables.get(table, ())), everywhere):
        if near := difflib.get_close_matches(key, known, 1):
            return f'; did you mean "{near[0]}"?'
    return ""


def _tables(type_: object, name: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """The names of the tables in *type_*, itself named *name*, with the keys of each."""
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        fields = msgspec.structs.fields(type_)
        yield name, frozenset(field.encode_name for field in fields)
        for field in fields:
            inside = f"{name}.{field.encode_name}" if name else field.encode_name
            yield from _tables(field.type, inside)
    for inner in getattr(type_, "__args__", ()):
        yield from _tables(inner, name)
