"""Where a saved page says that it comes from: comments that copying programs leave at its top."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from threadsite.sources.feed import HEAD


class Origin(NamedTuple):
    """The address and the time that a page was saved with; None where it does not say."""

    url: str | None = None
    captured: datetime | None = None


BROWSER = re.compile(rb"<!-- saved from url=\(\d{1,6}\)([^\s<>]{1,2000})")
HTTRACK = re.compile(
    rb"<!-- Mirrored from ([^\s<>]{1,2000}) by HTTrack Website Copier/[^,<>]{0,60}, "
    rb"([^<>-]{1,40}) -->"
)
SINGLEFILE = re.compile(
    rb"Page saved with SingleFile\s{1,8}url: ([^\s<>]{1,2000})\s{1,8}"
    rb"saved date: \w{3} (\w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4})"
)
WAYBACK = re.compile(rb'__wm\.wombat\("([^"\s]{1,2000})","(\d{14})"')
# The address of a capture in a web archive, which holds the time and the address captured.
CAPTURE = re.compile(r"https?://[^/?#\s]+/(?:[\w-]+/)?(\d{14})(?:[a-z]{2}_)?/(https?://\S+)")


def origin(data: bytes) -> Origin:
    """What the first comments of *data* state of its origin."""
    head = data[:HEAD]
    for pattern, read in READERS:
        if found := pattern.search(head):
            return unwrapped(read(*(group.decode("utf-8", "replace") for group in found.groups())))
    return Origin()


def _browser(url: str) -> Origin:
    return Origin(url if url.startswith(("http://", "https://")) else None)


def _httrack(address: str, date: str) -> Origin:
    # HTTrack leaves out the scheme, whichever it was.
    url = address if address.startswith(("http://", "https://")) else f"http://{address}"
    try:
        return Origin(url, parsedate_to_datetime(date))
    except (ValueError, OverflowError):
        return Origin(url)


def _singlefile(url: str, date: str) -> Origin:
    return Origin(_browser(url).url, _date(date, "%b %d %Y %H:%M:%S GMT%z"))


def _wayback(url: str, stamp: str) -> Origin:
    return Origin(_browser(url).url, stamped(stamp))


READERS: tuple[tuple[re.Pattern[bytes], Callable[..., Origin]], ...] = (
    (BROWSER, _browser),
    (HTTRACK, _httrack),
    (SINGLEFILE, _singlefile),
    (WAYBACK, _wayback),
)


def unwrapped(stated: Origin) -> Origin:
    """*stated*, or what its address says if that leads into a web archive."""
    found = CAPTURE.fullmatch(stated.url or "")
    if not found:
        return stated
    return Origin(found[2], stamped(found[1]) or stated.captured)


def stamped(stamp: str) -> datetime | None:
    """The time that a stamp of 14 digits tells, as archives of the web write it; in UTC."""
    time = _date(stamp, "%Y%m%d%H%M%S")
    return time.replace(tzinfo=UTC) if time else None


def _date(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)
    except ValueError:
        return None
