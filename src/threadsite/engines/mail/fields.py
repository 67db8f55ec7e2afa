"""The header of a message: fields, the people and messages named there, the time it was sent.

Read here: the parser of the standard library takes gigabytes for a header made to hurt.
"""

from __future__ import annotations

import binascii
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cached_property

from threadsite.dates import YEARS, parse_date
from threadsite.decoding import decode
from threadsite.engines.mail.boxes import HEAD, START
from threadsite.markup.lines import line
from threadsite.model import Author

SHOWN = 2000
"""Bytes of a field that people read; the chain of references may be longer."""

BLANK = re.compile(rb"\r?\n[ \t]*\r?\n")
FOLD = re.compile(rb"\r?\n[ \t]+")
# RFC 2047; old programs put spaces between the marks, which it forbids.
WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?\n]{0,900})\?=")
GAP = re.compile(r"(?<=\?=)\s{1,40}(?==\?)")
HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
ID = re.compile(r"<([^<>\s]{3,250}|[^<>\s]{1,120} at [^<>\s]{1,120})>")
ANGLED = re.compile(r"<([^<>]{0,250})>")
ROUND = re.compile(r"\(([^()]{1,200})\)")
ADDRESS = re.compile(r"[^\s<>@\"(),;:]{1,80}(?:@| at | \(at\) )[^\s<>@\"(),;:]{1,120}", re.I)
QUOTES = "\"' \t"


@dataclass(frozen=True)
class Fields:
    """A header, with each field by its name in small letters; the first of a name counts."""

    raw: dict[str, bytes]
    envelope: str = ""
    """The line above the header in a mailbox."""

    def text(self, name: str) -> str:
        """The field called *name* as it is meant to be read; empty when it is not there."""
        return line(_decoded(self.raw.get(name, b"")[:SHOWN]))

    def ids(self, name: str) -> list[str]:
        """The marks of the messages that the field called *name* lists."""
        stated = self.raw.get(name, b"").decode("latin-1")
        return [mark_of(found) for found in ID.findall(stated)]

    @cached_property
    def id(self) -> str | None:
        """The mark of the message; None when it has no id."""
        found = self.ids("message-id")
        return found[0] if found else None

    @cached_property
    def references(self) -> tuple[str, ...]:
        """The marks of the messages that it answers, the oldest first."""
        found = dict.fromkeys((*self.ids("references"), *self.ids("in-reply-to")))
        return tuple(mark for mark in found if mark != self.id)

    @cached_property
    def created(self) -> datetime | None:
        """When it was sent, or else when it came, as the envelope says."""
        stated = self.text("date")[:100]
        try:
            sent: datetime | None = parsedate_to_datetime(stated)
        except (ValueError, OverflowError, IndexError, TypeError):
            sent = parse_date(stated)
        if sent is None:
            sent = parse_date(self.envelope)
        return sent if sent and sent.year in YEARS else None

    @cached_property
    def author(self) -> Author:
        """Who sent it: known by the hash of the address, which itself is written nowhere."""
        return author_of(self.text("from"))


def split(message: bytes) -> tuple[Fields, bytes]:
    """The header of *message*, and what is below it."""
    envelope = ""
    if message.startswith(START):
        first, _, message = message.partition(b"\n")
        envelope = decode(first[:SHOWN]).text.partition("  ")[2] or first.decode("latin-1")
    blank = BLANK.search(message, 0, HEAD)
    if message.startswith((b"\n", b"\r\n")):
        return Fields({}, envelope), message
    head, body = (message[: blank.start()], message[blank.end() :]) if blank else (message, b"")
    if not blank and len(message) > HEAD:
        # The rest of the header, however long, is passed over.
        far = BLANK.search(message)
        head, body = message[:HEAD], message[far.end() :] if far else b""
    return Fields(dict(reversed(list(_fields(head)))), envelope), body


def mark_of(id_: str) -> str:
    """What stands for the message with the id *id_*: an id often shows an address."""
    return digest(id_.replace(" at ", "@"))


def digest(text: str) -> str:
    """A short name for *text* that does not show it."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def author_of(sender: str) -> Author:
    """The author that the field *sender* names. Without a name, the address is cut at its @."""
    angled = ANGLED.search(sender)
    found = ADDRESS.search(angled[1] if angled else sender)
    address = found[0] if found else ""
    name = spoken_name(sender)
    known = re.sub(r"\s*\(?at\)?\s+", "@", address.lower()) if "@" not in address else address
    key = known.lower() or (name or "").casefold()
    if not key:
        return Author("inferred:nobody", None, inferred=True)
    return Author(f"mail:{digest(key)}", name or local(address), inferred=name is None)


def spoken_name(sender: str) -> str | None:
    """The name beside the address in *sender*, None when there is only the address."""
    outside = ANGLED.sub(" ", sender)
    inside = ROUND.search(outside)
    if "<" in sender and (named := _name(outside)):
        return named
    return _name(inside[1]) if inside else None


def local(address: str) -> str | None:
    """The part of *address* before its @, or as it was obfuscated."""
    return (address.partition("@")[0] if "@" in address else address).strip(QUOTES) or None


def _name(text: str) -> str | None:
    text = line(text.replace("\\", "")).strip(QUOTES)
    if "@" in text:
        text = ADDRESS.sub(lambda found: found[0].partition("@")[0], text).partition("@")[0]
    return text.strip(QUOTES) or None


def _fields(head: bytes) -> Iterator[tuple[str, bytes]]:
    for row in FOLD.sub(b" ", head).split(b"\n"):
        name, colon, value = row.partition(b":")
        if colon:
            yield name.decode("latin-1").strip().lower(), value.strip()


def _decoded(value: bytes) -> str:
    text = decode(value).text if not value.isascii() else value.decode("ascii")
    return WORD.sub(_word, GAP.sub("", text)) if "=?" in text else text


def _word(found: re.Match[str]) -> str:
    charset, form, encoded = found.groups()
    data = encoded.encode("utf-8", "replace")
    if form in "bB":
        try:
            data = binascii.a2b_base64(data + b"==")
        except binascii.Error:
            return found[0]
    else:
        data = HEX.sub(lambda hex_: binascii.unhexlify(hex_[1]), data.replace(b"_", b" "))
    return decode(data, stated=charset).text
