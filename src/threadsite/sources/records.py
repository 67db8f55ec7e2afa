"""Records of web archives, WARC and ARC: each whole, or lost by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from threadsite.sources.feed import MB
from threadsite.sources.fields import END, LONGEST, read_fields
from threadsite.sources.origin import stamped
from threadsite.sources.tape import Tape

LONG_START = 8192
"""Bytes of what a record begins with, at most."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the bytes of a record."""

    kind: str
    url: str
    captured: datetime | None
    length: int | None
    """None when it states none that can be."""
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """A record and its bytes."""

    head: Head
    block: bytes


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that cannot be read, and the head of its record if that could."""

    reason: str
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of web archive."""

    start: re.Pattern[bytes]
    """What a record begins with."""
    head: Callable[[Tape], Head | None]
    """Takes the head of a record off the tape; None if it is damaged."""
    newlines: int
    """How many stand behind a record."""

    def begins(self, data: bytes) -> bool:
        """Whether *data* is the beginning of a record."""
        return self.start.match(data) is not None


def records(tape: Tape, form: Form, limit: int) -> Iterator[Record | Loss]:
    """All that *tape* holds; nothing is passed over without a word. A block longer than *limit*
    bytes is lost."""
    while True:
        yield from _stretch(tape, form, limit)
        if not tape.turn():
            return


def _stretch(tape: Tape, form: Form, limit: int) -> Iterator[Record | Loss]:
    told = False
    while tape.peek(1):
        found = _next(tape, form, limit)
        told = tape.fault is not None and isinstance(found, Loss)
        yield found
        ended = _newlines(tape) >= form.newlines or tape.sealed
        if isinstance(found, Record) and not ended:
            yield Loss("cut off: the mark of its end is missing")
    if tape.fault and not told:
        yield Loss(tape.fault)


def _next(tape: Tape, form: Form, limit: int) -> Record | Loss:
    if not form.begins(tape.peek(LONG_START)):
        passed = tape.skip_to(form.start, LONG_START)
        return Loss(f"damaged: {passed} bytes that belong to no record")
    head = form.head(tape)
    if head is None or head.length is None:
        passed = tape.skip_to(form.start, LONG_START)
        reason = tape.fault or f"damaged: a record whose head cannot be read, {passed} bytes"
        return Loss(reason, head)
    if head.length > limit and tape.ahead(limit) == limit:
        whole = tape.skip(head.length) == head.length
        fault = tape.fault or "cut off before its end"
        return Loss(f"longer than {limit // MB} MB" if whole else fault, head)
    return _block(tape, form, head, head.length)


def _block(tape: Tape, form: Form, head: Head, length: int) -> Record | Loss:
    """The record of *head* if it ends where that says; else the tape is at what may be the next.

    Nothing is read before that is known: a thousand lies must not cost a thousand readings.
    """
    whole = tape.ahead(length) == length
    behind = tape.peek(LONG_START, length)
    if whole and _ends(form, behind, tape.fault):
        return Record(head, tape.read(length))
    tape.skip_to(form.start, LONG_START)
    if tape.peek(1) or behind.strip(b"\r\n"):
        return Loss("damaged: its length is not what it states", head)
    return Loss(tape.fault or "cut off before its end", head)


def _ends(form: Form, behind: bytes, fault: str | None) -> bool:
    """Whether a record can end before *behind*: at the end, or at another record, or its stump."""
    rest = behind.lstrip(b"\r\n")
    if not rest:
        return fault is None
    stump = len(rest) < len(behind) < LONG_START and b"\n" not in rest
    return form.begins(rest) or behind.startswith(b"\r\n\r\n") or stump


def _newlines(tape: Tape) -> int:
    """Pass over the newlines behind a record; how many there were."""
    count = 0
    while head := tape.peek(LONG_START):
        bare = head.lstrip(b"\r\n")
        count += head[: len(head) - len(bare)].count(b"\n")
        tape.skip(len(head) - len(bare))
        if bare:
            break
    return count


def _warc_head(tape: Tape) -> Head | None:
    found = END.search(tape.peek(LONGEST))
    if not found:
        tape.skip(1)
        return None
    fields = read_fields(tape.read(found.end()))
    length = fields.get("content-length", "")
    return Head(
        kind=fields.get("warc-type", "").lower(),
        # Some versions of wget put the address in brackets.
        url=fields.get("warc-target-uri", "").strip("<>"),
        captured=_iso(fields.get("warc-date", "")),
        length=int(length) if length.isdecimal() and len(length) < 16 else None,
        fields=fields,
    )


def _arc_head(tape: Tape) -> Head | None:
    found = ARC_LINE.match(tape.peek(LONG_START))
    if not found:
        tape.skip(1)
        return None
    tape.skip(found.end())
    url, date, kind, length = (group.decode("utf-8", "replace") for group in found.groups())
    return Head(
        kind="warcinfo" if url.startswith("filedesc:") else "response",
        url=url,
        captured=stamped(date),
        length=int(length),
        fields={"content-type": kind},
    )


def _iso(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


ARC_LINE = re.compile(
    rb"^([a-z][a-z0-9+.-]{0,20}:[^\r\n]{1,4000}) [0-9a-fA-F.:-]{1,45} (\d{14}) (\S{1,200})"
    rb" (\d{1,15})\r?\n",
    re.M,
)
WARC_LINE = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n(?=[A-Za-z-]{1,40}[ \t]{0,9}:)")
WARC = Form(WARC_LINE, _warc_head, 2)
ARC = Form(ARC_LINE, _arc_head, 1)
