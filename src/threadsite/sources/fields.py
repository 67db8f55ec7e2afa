"""Header fields as WARC, HTTP and MIME write them: `Name: value`, one a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 1 << 16
"""Bytes of one header; longer ones are no header."""

END = re.compile(rb"\r?\n\r?\n")
FOLD = re.compile(rb"\r?\n[ \t]+")
CHARSET = re.compile(r""";\s{0,8}charset\s{0,8}=\s{0,8}["']?([\w.:+-]{1,40})""", re.I)
MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]{1,80}/[\w!#$&^.+-]{1,120}")


def read_fields(header: bytes) -> dict[str, str]:
    """The fields of *header* by their names in small letters; the first of a name counts."""
    fields: dict[str, str] = {}
    for line in FOLD.sub(b" ", header).splitlines():
        name, colon, value = line.partition(b":")
        if colon:
            text = value.decode("utf-8", "replace").strip()
            fields.setdefault(name.decode("latin-1").strip().lower(), text)
    return fields


def media_type(fields: Mapping[str, str], name: str = "content-type") -> str | None:
    """The media type that *fields* state, in small letters and without its parameters."""
    stated = fields.get(name, "").partition(";")[0].strip().lower()
    return stated if MEDIA_TYPE.fullmatch(stated) else None


def charset(fields: Mapping[str, str], name: str = "content-type") -> str | None:
    """The charset that *fields* state."""
    found = CHARSET.search(fields.get(name, "")[:LONGEST])
    return found[1] if found else None


def read_date(text: str) -> datetime | None:
    """The time of a `Date` field; UTC where it names no zone. None if it is none."""
    try:
        date = parsedate_to_datetime(text[:100])
    except (ValueError, OverflowError, IndexError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
