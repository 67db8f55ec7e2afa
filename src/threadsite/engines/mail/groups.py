"""Messages out of archives of Yahoo Groups: JSON, one message a file, a line or an item of a list,
with the mail as it came in `rawEmail`, its signs escaped for HTML."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from threadsite.document import parse_json

RAW = "rawEmail"
STATED = b'"rawEmail"'
WRAPPED = "ygData"
"""What some programs keep the answer of the site in."""


def is_group(data: bytes) -> bool:
    """Whether *data* is of such an archive."""
    return data[:64].lstrip()[:1] in (b"{", b"[") and STATED in data


def grouped(data: bytes) -> Iterator[bytes]:
    """The messages in *data*."""
    value, _ = parse_json(data.decode("utf-8", "replace"))
    for item in value if isinstance(value, list) else [value]:
        answer = item.get(WRAPPED, item) if isinstance(item, dict) else None
        mail = answer.get(RAW) if isinstance(answer, dict) else None
        if isinstance(mail, str):
            yield unescape(mail).replace("\r\n", "\n").encode("utf-8", "replace")
