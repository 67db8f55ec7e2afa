"""Mailboxes taken apart into messages: mbox, the months of Pipermail, single files of a Maildir,
archives of Yahoo Groups."""

from __future__ import annotations

import re
from collections.abc import Iterator

from threadsite.engines.mail.groups import grouped, is_group
from threadsite.engines.mail.listings import is_listing, listed

HEAD = 16_384
"""Bytes of the header of a message; what is longer is no header that anybody needs."""

START = b"From "
ENVELOPE = re.compile(rb"From [^\n]{0,200}\d\d?:\d\d[^\n]{0,60}")
FIELD = re.compile(rb">?[A-Za-z][\w-]{0,60}[ \t]?:")
# A header below the first one: several messages, of which nothing tells where each begins.
SECOND = re.compile(
    rb"\nFrom:[^\n]{0,300}\n(?:[A-Z][\w-]{0,40}:[^\n]{0,900}\n){0,9}?(?:Message-ID|References|Newsgroups):",
    re.I,
)
MULTIPART = re.compile(rb"^content-type:\s{0,8}(?:multipart|message)/", re.I | re.M)
FOLDED = (b" ", b"\t")
# A single message has the first and one of the others; a letter in words has only the first.
SENDER = b"from"
MARKS = frozenset((
    b"message-id", b"received", b"newsgroups", b"return-path", b"mime-version", b"in-reply-to",
))  # fmt: skip


def is_mail(data: bytes) -> bool:
    """Whether *data* is a mailbox or a message."""
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf\r\n")
    if is_listing(data) or is_group(data):
        return True
    return _begins(head, 0) or (_is_message(head) and not _is_many(data.replace(b"\r", b"")))


def _is_many(data: bytes) -> bool:
    """Whether several messages stand in *data*; the parts of one have headers of their own."""
    if MULTIPART.search(data[:HEAD]):
        return False
    return SECOND.search(data, max(data.find(b"\n\n"), 0)) is not None


def messages(data: bytes) -> Iterator[bytes]:
    """The messages in *data*, each with the line of its envelope if it has one."""
    data = data.lstrip(b"\xef\xbb\xbf\r\n")
    if is_group(data):
        yield from grouped(data)
        return
    if not _begins(data, 0):
        yield from listed(data) if is_listing(data) else (data,)
        return
    start = 0
    place = data.find(b"\n" + START)
    while place >= 0:
        if _begins(data, place + 1):
            yield data[start : place + 1]
            start = place + 1
        place = data.find(b"\n" + START, place + 1)
    yield data[start:]


def _begins(data: bytes, place: int) -> bool:
    """Whether a message of a mailbox begins at *place*: an envelope, and a field below it."""
    end = data.find(b"\n", place, place + 400)
    if end < 0 or not ENVELOPE.fullmatch(data[place:end].rstrip(b"\r")):
        return False
    return bool(FIELD.match(data, end + 1))


def _is_message(head: bytes) -> bool:
    names: set[bytes] = set()
    # A header that is cut off by the limit may end in any way.
    for line in head.rpartition(b"\n")[0].split(b"\n"):
        if not line.strip():
            break
        if line.startswith(FOLDED) and names:
            continue
        if not FIELD.match(line):
            return False
        names.add(line.partition(b":")[0].strip().lower())
    return SENDER in names and bool(names & MARKS)
