"""Messages out of the pages of a list's archive, one below the other: the subject, then a line
"From: Juno Vale <vale@...> - 2004-05-03 14:07:11", then the words, up to a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

HEAD = re.compile(
    rb"^(?P<subject>[^\n]{1,300})\n"
    rb"From: (?P<sender>[^\n]{1,200}) - (?P<date>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)[ \t]*\r?$",
    re.M,
)
LOOKED_AT = 65_536
"""Bytes that must hold two of the heads."""
FILES = re.compile(rb"\s*Attachments: ([^\n]{1,300})\n")
SENDER = b"\nFrom: "
RULE = b"---"
NOTE = b"-------------- next part --------------\nName: %b\nURL: <%b>\n"


def is_listing(data: bytes) -> bool:
    """Whether *data* is such a page."""
    # Most pages are spared the search.
    if data.count(SENDER, 0, LOOKED_AT) < 2:
        return False
    return len(HEAD.findall(data, 0, LOOKED_AT)) > 1


def listed(data: bytes) -> Iterator[bytes]:
    """The messages in *data*, each with a header as mail has it."""
    found = list(HEAD.finditer(data))
    for place, head in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(data)
        words = data[head.end() : end].strip().removesuffix(RULE)
        fields = b"From: %b\nDate: %b\nSubject: %b\n\n" % head.group("sender", "date", "subject")
        files = FILES.match(words)
        words = words[files.end() :] if files else words
        yield fields + words.rstrip() + b"\n" + _notes(files[1].split() if files else [])


def _notes(names: list[bytes]) -> bytes:
    """The *names* of files, as Mailman notes those that it took out."""
    return b"".join(NOTE % (name, name) for name in names)
