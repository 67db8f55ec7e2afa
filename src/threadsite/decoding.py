"""Bytes to clean text: the charset that is stated, unless the bytes show that the label lies."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.+-]{2,40})""", re.I)
HEAD = 4096
"""How many bytes may hold the label; browsers look at 1,024, forums put scripts before it."""

# What the WHATWG Encoding Standard reads under these labels.
WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
# fmt: off
READABLE = frozenset((
    "utf-8", "utf-16-le", "utf-16-be", "utf-16", "gb18030", "big5", "big5hkscs", "euc_jp", "cp932",
    "cp949", "iso2022_jp", "koi8-r", "koi8-u", "mac-cyrillic", "mac-roman", "cp866", "cp874",
    *(f"cp125{n}" for n in range(9)), *(f"iso8859-{n}" for n in range(1, 17)),
))
# fmt: on

ESCAPED = "iso2022_jp"
"""Its bytes are all ASCII: only the label and the escapes tell it."""

# C0 but tab and newline, DEL, C1, lone surrogates and non-characters: none of them is a word.
# In UTF-8, where looking for them takes a tenth of the time; each has its first byte in front.
C0 = bytes((*range(9), 11, 12, *range(14, 32), 127))
C1 = re.compile(b"\xc2[\x80-\x9f]")
SURROGATE = re.compile(b"\xed[\xa0-\xbf][\x80-\xbf]")
NO_CHARACTER = re.compile(b"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])")
REPLACEMENT = "\ufffd".encode()
NON_ASCII = re.compile("[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read."""

    text: str
    charset: str
    guessed: bool = False
    """The charset was told from the bytes alone."""
    replaced: int = 0
    """How many characters could not be read and stand as U+FFFD."""


def decode(data: bytes, stated: str | None = None) -> Decoded:
    """*data* as text. *stated* is what the container says its charset is."""
    for mark, marked in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], marked)
    if wide := _wide(data[:HEAD]):
        return _decoded(data, wide, guessed=True)
    labels = (stated, _declared(data))
    if ESCAPED in map(known, filter(None, labels)) and b"\x1b$" in data:
        return _decoded(data, ESCAPED)
    try:
        text = data.decode("utf-8")
        cleaned = _cleaned(data)
        return Decoded(text if cleaned == data else cleaned.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _labelled(data, labels) or _decoded(data, _detected(data), guessed=True)


def known(label: str) -> str | None:
    """The codec for *label*, None for a label that no browser reads (UTF-7 among them)."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    name = WIDER.get(name, name)
    return name if name in READABLE else None


def clean(text: str) -> str:
    """*text* without what is no word: control characters go, broken ones become U+FFFD."""
    return _cleaned(text.encode("utf-8", "surrogatepass")).decode("utf-8")


def encoded(text: str) -> bytes:
    """*text* in UTF-8; broken characters are U+FFFD."""
    return _whole(text.encode("utf-8", "surrogatepass"))


def _cleaned(data: bytes) -> bytes:
    """What `clean` says of a text, of its UTF-8."""
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    data = data.translate(None, C0)
    return data if data.isascii() else _whole(_without(C1, data))


def _whole(data: bytes) -> bytes:
    return _without(NO_CHARACTER, _without(SURROGATE, data, REPLACEMENT), REPLACEMENT)


def _without(odd: re.Pattern[bytes], data: bytes, instead: bytes = b"") -> bytes:
    """*data* with *instead* of all that is *odd*, which the first byte of the pattern begins."""
    return odd.sub(instead, data) if odd.pattern[:1] in data else data


def _wide(head: bytes) -> str | None:
    """Which UTF-16 *head* is in: markup and spaces leave a NUL in every other byte."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 8 < len(head) or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _mostly_utf8(read: Decoded) -> bool:
    """Whether it is UTF-8 with a few bytes lost: others hardly ever form its sequences."""
    encoded = sum(len(run) for run in NON_ASCII.findall(read.text)) - read.replaced
    return read.replaced * 10 <= encoded


def _labelled(data: bytes, labels: Iterable[str | None]) -> Decoded | None:
    """*data*, which is not quite UTF-8, by the first of *labels* that it can be in."""
    read = _decoded(data, "utf-8")
    if _mostly_utf8(read):
        return read
    for label in filter(None, labels):
        charset = known(label)
        if charset and charset != "utf-8":
            return _decoded(data, charset)
        if charset and read.replaced * 1000 <= len(data):
            return read
    return None


def _declared(data: bytes) -> str | None:
    found = LABEL.search(data, 0, HEAD)
    label = found[1].decode("ascii") if found else None
    # A label that could be read as ASCII is not in UTF-16, whatever it says.
    return None if label and label.lower().startswith("utf-16") else label


def _detected(data: bytes) -> str:
    import cchardet

    label = cchardet.detect(data).get("encoding")
    charset = known(label) if label else None
    # The strict reading has failed already: what is left of UTF-8 is a chance likeness.
    return charset if charset and charset != "utf-8" else "cp1252"


def _decoded(data: bytes, charset: str, *, guessed: bool = False) -> Decoded:
    text = data.decode(charset, errors="replace")
    return Decoded(clean(text), charset, guessed, text.count("\ufffd"))
