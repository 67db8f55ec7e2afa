"""Values as SQL dumps write them: what a string, a bare word or a call stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

Value = bytes | None
"""As text, whatever its type; None for NULL."""

ESCAPE = re.compile(rb"\\([\s\S])|''")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"0": b"", b"b": b"", b"Z": b"", b"v": b"\v"}
COPIED = re.compile(rb"\\([\s\S])")
UNICODE = re.compile(rb"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|\+([0-9a-fA-F]{6})|(\\))")
HEX = re.compile(rb"(?:[0-9a-fA-F]{2})*")
# A cast or a charset beside the value proper: _binary 'x', 'x'::text, E'x'.
BESIDE = re.compile(rb"_\w+|::.*|[EN]", re.S)


def escaped(inside: bytes) -> bytes:
    """What stands *inside* a string of MySQL."""
    if b"\\" not in inside and b"'" not in inside:
        return inside
    return ESCAPE.sub(lambda m: ESCAPES.get(m[1], m[1]) if m[1] else b"'", inside)


def bare(word: bytes, before: Value) -> Value:
    """What *word* says as a value, when *before* was read already."""
    if word.upper() == b"NULL":
        return None
    if BESIDE.fullmatch(word):
        return before
    if word[:2].lower() == b"0x" and HEX.fullmatch(word, 2):
        return bytes.fromhex(word[2:].decode("ascii"))
    return before or word


def beside(before: Value, inside: bytes) -> Value:
    """What a string that holds *inside* says, when *before* was read already: X is for bytes."""
    stated = before in (b"X", b"x") and HEX.fullmatch(inside)
    return bytes.fromhex(inside.decode("ascii")) if stated else inside


def copied(field: bytes) -> Value:
    """What *field* of a COPY says."""
    if field == b"\\N":
        return None
    return COPIED.sub(lambda m: ESCAPES.get(m[1], m[1]), field) if b"\\" in field else field


def called(name: bytes, arguments: Sequence[Value]) -> Value:
    """What a call comes to: SQLite writes newlines with it. The *name* when it is another."""
    call = CALLS.get((name.lower(), len(arguments)))
    return call(*(argument or b"" for argument in arguments)) if call else name


def _unicode(found: re.Match[bytes]) -> bytes:
    if found[4]:
        return b"\\"
    number = int(found[1] or found[2] or found[3], 16)
    return chr(min(number, 0x10FFFF)).encode("utf-8", "replace")


CALLS: Mapping[tuple[bytes, int], Callable[..., bytes]] = {
    (b"char", 1): lambda number: bytes([int(number)]) if number in (b"10", b"13") else b"",
    (b"replace", 3): lambda text, old, new: text.replace(old, new) if old else text,
    (b"unistr", 1): lambda text: UNICODE.sub(_unicode, text),
}
