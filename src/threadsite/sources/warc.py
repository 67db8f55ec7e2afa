"""Web archives, WARC and ARC: each answer of a server that holds a page or a file.

Libraries that read them end in silence where an archive is damaged, so they are read here.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Set
from dataclasses import dataclass

from threadsite.report import Outcome
from threadsite.sources.answers import Answer, answer, joined, unpacked
from threadsite.sources.feed import Feed
from threadsite.sources.fields import charset, media_type, read_date
from threadsite.sources.kinds import mistyped
from threadsite.sources.records import ARC, WARC, Form, Head, Loss, Record, records
from threadsite.sources.reels import MAGIC, Gunzipped, Plain, tried
from threadsite.sources.source import Item, Refused, failed, skipped
from threadsite.sources.tape import Tape

FORMS = (WARC, ARC)
HOLDING = frozenset(("response", "resource", "conversion"))
ENDINGS = (".warc", ".warc.gz", ".arc", ".arc.gz")


class Warc:
    """The source of web archives."""

    nests = True

    def claims(self, name: str, head: bytes) -> bool:
        """By its first record; by its name if that is damaged, and the rest is no page."""
        begin = tried(head) if head.startswith(MAGIC) else head
        if any(form.begins(begin) for form in FORMS):
            return True
        return name.lower().endswith(ENDINGS) and head[:1] not in (b"", b"<")

    def members(self, item: Item, feed: Feed) -> Iterator[Item | Refused]:
        """What its records hold, in their order."""
        head = feed.peek()
        packed = head.startswith(MAGIC)
        begin = tried(head) if packed else head
        stated = ARC if ARC.begins(begin) or ".arc" in item.name.lower()[-7:] else WARC
        tape = Tape(Gunzipped(feed, stated.begins) if packed else Plain(feed))
        yield from _Archive(item, feed, stated).members(tape)


@dataclass(frozen=True, slots=True)
class _Archive:
    """The web archive that records are of."""

    item: Item
    feed: Feed
    form: Form

    def members(self, tape: Tape) -> Iterator[Item | Refused]:
        for found in records(tape, self.form, self.feed.meter.limits.document):
            if isinstance(found, Loss):
                name = self._name(found.head) if found.head else self.item.name
                yield failed(name, found.reason)
            elif found.head.kind in HOLDING:
                yield from self._holding(found)
            elif found.head.kind == "revisit":
                yield self._revisit(found.head)
            elif found.head.kind == "continuation":
                yield failed(self._name(found.head), "a part of a record, which cannot be joined")

    def _holding(self, record: Record) -> Iterator[Item | Refused]:
        head, name = record.head, self._name(record.head)
        if not head.url.lower().startswith(("http://", "https://")):
            yield skipped(name, "not a page: its address is none of the web")
            return
        found = answer(record.block) or Answer(200, head.fields, memoryview(record.block))
        if found.status != 200:
            yield skipped(name, f"not a page: the server answered {found.status}")
            return
        body, fault = joined(found)
        digests = {_sha1(found.body)} if body is found.body else {_sha1(found.body), _sha1(body)}
        kind = media_type(found.fields)
        if kind is None or not mistyped(kind):
            self.feed.meter.pages.update(digests)
        yield Item(
            name,
            lambda: Feed(unpacked(found, body), self.feed.meter, lambda: len(body)),
            media_type=kind,
            url=head.url,
            captured=head.captured or read_date(found.fields.get("date", "")),
            charset=charset(found.fields),
        )
        fault = fault or _cut(head) or _changed(record, digests)
        if fault:
            yield failed(name, fault)

    def _revisit(self, head: Head) -> Refused:
        """The bytes of a revisit were handed on with the record that it repeats, or are absent."""
        name = self._name(head)
        if _digest(head.fields.get("warc-payload-digest", "")) in self.feed.meter.pages:
            return Refused(name, Outcome.DUPLICATE, "the same bytes as another document")
        return skipped(name, "a revisit of no page that the dump holds before it")

    def _name(self, head: Head) -> str:
        time = f"{head.captured:%Y%m%d%H%M%S}/" if head.captured else ""
        return self.item.inside(time + (head.url.partition("://")[2] or head.url))


def _cut(head: Head) -> str | None:
    return "cut off when it was saved" if head.fields.get("warc-truncated") else None


def _changed(record: Record, payloads: Set[bytes]) -> str | None:
    """What is wrong if *record* is not what it was; *payloads* are digests of what it may hold.

    Programs differ on what a payload is, and some state one digest as the other.
    """
    names = ("warc-payload-digest", "warc-block-digest")
    stated = {_digest(record.head.fields.get(name, "")) for name in names} - {None}
    if not stated or stated & payloads or _sha1(record.block) in stated:
        return None
    return "its bytes are not those that its digest was made of"


def _sha1(data: bytes | memoryview) -> bytes:
    return hashlib.sha1(data, usedforsecurity=False).digest()


def _digest(stated: str) -> bytes | None:
    """The SHA-1 that *stated* spells, in either way that is in use."""
    kind, _, text = stated.partition(":")
    if kind.lower() != "sha1":
        return None
    try:
        digest = bytes.fromhex(text) if len(text) == 40 else base64.b32decode(text.upper())
    except ValueError:
        return None
    return digest if len(digest) == 20 else None
