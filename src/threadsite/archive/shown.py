"""What the page of a thread shows of a post, kept in the index ready to be put there."""

from __future__ import annotations

import msgspec

from threadsite.markdown.drafts import Draft
from threadsite.model import Attachment, Quote, Reaction


class Shown(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What the page of a thread shows of a post, besides its row."""

    title: str | None
    body: Draft
    script: str
    """That of its words; empty where they are in no one script."""
    signature: Draft | None
    edited: int | None
    """A stamp, so that its zone is kept."""
    url: str | None
    reply_to: str | None
    quotes: tuple[Quote, ...]
    attachments: tuple[Attachment, ...]
    reactions: tuple[Reaction, ...]
    source: int
    """Its place among the documents of the thread; -1 when there is none."""
    offset: int | None
    confidence: float | None
    versions: int


encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder(Shown).decode
