"""WhatsApp: a chat exported as text, in the date of whatever telephone wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from threadsite.document import Document
from threadsite.engines.chatmarks import read_marked
from threadsite.engines.chats import Channel, conversations, part
from threadsite.engines.engine import Part
from threadsite.engines.whatsapptimes import SENT, order, time
from threadsite.markup.lines import line
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Author, Post, Thread

SPOKEN = re.compile(
    r"[\u200e\u200f~ \u202f]{0,4}(?P<name>[^:\n]{1,60}):(?!//) ?(?P<words>.*)", re.S
)
MARKED = re.compile(r'"[^"]*"|“[^”]*”|„[^“]*“|«[^»]*»')
OPEN = re.compile(r'["“„«]')
NAMED = re.compile(
    r"[\u200e\u200f]?(?:<[^<>:\n]{2,30}: (?P<ios>[^<>:\n]{1,200}\.\w{1,5})>"
    r"|(?P<android>[^\n/\\]{1,150}\.\w{2,5}) \([^()\n]{1,40}\))(?=\n|$)"
)
CHAT = re.compile(r"(?:^|/)(?:.*?[- ](?:with|mit|avec|con|com|met|с) )?([^/]+?)(?:\.txt)?$", re.I)
PROGRAM = "\u200e"
"""How iOS begins what the program says, and what stands for a file."""
MEDIA = re.compile(r"\u200e(?:<[^<>:\n]{2,30}:|[^ \n]{2,20} [^ \n]{2,20}$)")
EDITED = re.compile(
    r"\s?\u200e?<[^<>\n]{0,40}(?:edited|bearbeitet|editad[ao]|editó|modifié|modificato|bewerkt"
    r"|отредактировано|изменено|відредаговано|düzenlendi|edytowan[ao]|redigerat|redigeret"
    r"|muokattu|upravena?|diedit|已编辑|已編輯|編集済み|편집됨)[^<>\n]{0,20}>$"
)
"""What the program says behind words that were changed later."""
UNNAMED = "_chat.txt"
NOTICES = "notices of the chat, not posts"
SURE = 2
"""Messages that a text must begin with."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as it stands in the text."""

    at: str
    text: str
    row: int


class WhatsApp:
    """Each month of a chat."""

    name = "whatsapp"

    def identify(self, document: Document) -> bool:
        """Whether *document* begins as an exported chat does."""
        if document.kind != "text":
            return False
        rows = [row for row in document.text[:4000].split("\n")[:10] if row.strip()]
        sent = [found for row in rows if (found := SENT.match(row))]
        return len(sent) >= min(SURE, len(rows)) > 0 and bool(SENT.match(rows[0]))

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads of the chat."""
        sent = list(_sent(document.text))
        days = order([message.at for message in sent])
        name = _chat_name(document)
        spoken = [one for one in sent if not _is_notice(one, name, opening=one is sent[0])]
        posts = [post for message in spoken if (post := _post(message, days))]
        notices = len(sent) - len(posts)
        left_out = ((NOTICES, notices),) if notices else ()
        for thread in [*conversations(Channel(name, name), posts)] or [Thread("notices", "")]:
            yield Part(part(thread, document, WhatsApp.name).thread, left_out=left_out)
            left_out = ()


def _chat_name(document: Document) -> str:
    """The name in the name of the file or, where the file has none, of its folder or the dump."""
    folder, _, last = document.name.rpartition("/")
    found = CHAT.search((folder or document.dump) if last == UNNAMED else last)
    return line(found[1] if found else last)


def _sent(text: str) -> Iterator[Sent]:
    at, row = "", 0
    held: list[str] = []
    for number, words in enumerate(text.split("\n"), start=1):
        if found := SENT.match(words):
            if at:
                yield Sent(at, "\n".join(held), row)
            at, row, held = found["ios"] or found["android"], number, [words[found.end() :]]
        else:
            held.append(words)
    if at:
        yield Sent(at, "\n".join(held), row)


def _spoken(message: Sent) -> re.Match[str] | None:
    """Who says what; None for a notice, even with a colon: Juno named the group "On: air"."""
    found = SPOKEN.match(message.text)
    return found if found and not OPEN.search(MARKED.sub("", found["name"])) else None


def _is_notice(message: Sent, chat: str, opening: bool) -> bool:
    """Whether the program says it in the name of the chat, as iOS has it; so do all chats open."""
    found = _spoken(message)
    return bool(
        found
        and (opening or line(found["name"]) == chat)
        and found["words"].startswith(PROGRAM)
        and not MEDIA.match(found["words"])
    )


def _post(message: Sent, days: bool | None) -> Post | None:
    """The post that *message* is; None for what the program says itself: it bears no name."""
    found = _spoken(message)
    if not found:
        return None
    words, name = found["words"].strip("\u200e\u200f \n"), line(found["name"])
    words = EDITED.sub("", words)
    file = NAMED.match(words)
    blocks = read_marked(words[file.end() :] if file else words)
    return Post(
        id=str(message.row),
        author=Author(f"name:{name}", name),
        body=write(blocks),
        created=time(message.at, days),
        quotes=quotes(blocks),
        attachments=(Attachment(line(file["ios"] or file["android"])),) if file else (),
        offset=message.row,
    )
