"""Long exports in parts: a file of many records comes some records at a time.

A part holds whole records, and stands for itself: where records do not say what they are, it begins
and ends as the file does. What is short, or of a form that is not known, comes whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from threadsite.sources.feed import MB, Feed, UnreadableError

PART = 4 * MB
"""Bytes of a part, and of what comes whole."""
HEADING = 1 << 16
"""Bytes within which a list begins."""

ENVELOPE = rb"From [^\n]{0,200}\d\d?:\d\d[^\n]{0,60}\n>?[A-Za-z][\w-]{0,60}[ \t]?:"
MAILBOX = re.compile(rb"(?:\xef\xbb\xbf)?[\r\n]*" + ENVELOPE)
MESSAGE = re.compile(rb"(\n)(?=" + ENVELOPE + rb")")
LINE = re.compile(rb"((?:(?<=\})|(?<=\}\r))\n)(?=\{)")
TABLE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,9}(?:<\?xml[^>]{0,200}>\s{0,9})?<\w{1,40}>\s{0,9}(?=<row )"
)
ROW = re.compile(rb"()(?=<row )")
LIST = re.compile(rb'[\[{](?:[^\n]*\n){0,99}?[^\n]*"messages": ?(\[)\r?\n([ \t]{1,16})(?=\{)')


@dataclass(frozen=True, slots=True)
class Form:
    """How the records of a file follow one another."""

    mark: bytes
    """Stands where two records meet, and perhaps elsewhere."""
    border: re.Pattern[bytes]
    """From there on, surely: what belongs to the record before, and what to none."""
    head: bytes = b""
    """What each part begins with."""
    tail: bytes = b""
    """What each part but the last, which has it, ends with."""

    def cut(self, data: bytes) -> tuple[bytes, bytes] | None:
        """*data* as whole records, and the rest; None when no record ends in it."""
        place = data.rfind(self.mark)
        while place > 0:
            if found := self.border.match(data, place):
                return data[: found.end(1)], data[found.end() :]
            place = data.rfind(self.mark, 0, place)
        return None


def parts(feed: Feed) -> Iterator[tuple[int, bytes]]:
    """All that is left of *feed*, in parts that are counted from 1, or whole as number 0;
    `UnreadableError` where a record is longer than a document may be, and where the rest is lost.
    """
    limit = feed.meter.limits.document
    size = min(PART, limit)
    data = feed.peek(size)
    form = _form(data) if len(data) == size else None
    if form is None:
        yield 0, feed.all()
        return
    number, data = 1, feed.read(size)[len(form.head) :]
    while True:
        if found := form.cut(data):
            yield number, form.head + found[0] + form.tail
            number, data = number + 1, found[1]
        elif len(data) > limit:
            raise UnreadableError(f"a record is longer than {limit // MB} MB")
        more = feed.read(PART)
        if not more:
            yield number, form.head + data
            return
        data += more


def _form(data: bytes) -> Form | None:
    """How the records of what begins with *data* follow one another."""
    if MAILBOX.match(data):
        return Form(b"\nFrom ", MESSAGE)
    if found := TABLE.match(data):
        return Form(b"<row ", ROW, found[0])
    if found := LIST.match(data, 0, HEADING):
        border = re.compile(rb"(\n%b\}),\r?\n%b(?=\{)" % (found[2], found[2]))
        return Form(b"\n" + found[2] + b"},", border, found[0], b"\n]}")
    one = Form(b"\n{", LINE)
    return one if data.startswith(b"{") and one.cut(data) else None
