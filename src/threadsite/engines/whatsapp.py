"""WhatsApp: a chat exported as text, in the date of whatever telephone wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from threadsite.dates import day_first, parse_date
from threadsite.document import Document
from threadsite.engines.chatmarks import read_marked
from threadsite.engines.chats import Channel, conversations, part
from threadsite.engines.engine import Part
from threadsite.markup.lines import line
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Author, Post, Thread

# iOS: "[03.05.04, 14:07:11] Juno: words"; Android: "03/05/2004, 14:07 - Juno: words".
CLOCK = (
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:[\s\u202f]?[APap]\.?[\s\u202f]?[Mm]\.?|[\s\u202f][^\s\-\]\d]{1,8})?"
)
DAY = r"\d{1,4}[./-][ ]?\d{1,2}[./-][ ]?\d{1,4}\.?"
SENT = re.compile(
    rf"[\u200e\u200f\ufeff]*(?:\[(?P<ios>{DAY},?[ ]{{1,2}}(?:at )?{CLOCK})\][ ]"
    rf"|(?P<android>{DAY},?[ ]{{1,2}}(?:at |um |à |às )?{CLOCK})[ ][-–][ ])"
)
SPOKEN = re.compile(r"[\u200e\u200f~ \u202f]{0,4}(?P<name>[^:\n]{1,60}): ?(?P<words>.*)", re.S)
NAMED = re.compile(
    r"[\u200e\u200f]?(?:<attached: (?P<ios>[^<>\n]{1,200})>"
    r"|(?P<android>[^\n/\\]{1,150}\.\w{2,5}) \([^()\n]{1,40}\))(?=\n|$)"
)
CHAT = re.compile(r"(?:^|/)(?:.*?[- ](?:with|mit|avec|con|com|met|с) )?([^/]+?)(?:\.txt)?$", re.I)
PROGRAM = "\u200e"
"""How iOS begins what the program says, and what stands for a file."""
MEDIA = re.compile(r"\u200e(?:<attached|[^ \n]{2,20} [^ \n]{2,20}$)")
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
        order = day_first(message.at for message in sent)
        if order is None:
            order = _order(sent)
        name = _chat_name(document)
        spoken = [message for message in sent if not _is_notice(message, name)]
        posts = [post for message in spoken if (post := _post(message, order))]
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


def _order(sent: Sequence[Sent]) -> bool | None:
    """Whether the day comes first where no date shows it alone: the order in which time goes on."""
    goes = [order for order in (True, False) if _rises([_time(one.at, order) for one in sent])]
    return goes[0] if len(goes) == 1 else None


def _rises(times: Sequence[datetime | None]) -> bool:
    stated = [time.date() for time in times if time]
    return len(stated) == len(times) and stated == sorted(stated)


def _is_notice(message: Sent, chat: str) -> bool:
    """Whether the program says it in the name of the chat, as iOS has it."""
    found = SPOKEN.match(message.text)
    return bool(
        found
        and line(found["name"]) == chat
        and found["words"].startswith(PROGRAM)
        and not MEDIA.match(found["words"])
    )


def _post(message: Sent, order: bool | None) -> Post | None:
    """The post that *message* is; None for what the program says itself: it bears no name."""
    found = SPOKEN.match(message.text)
    if not found:
        return None
    words, name = found["words"].strip("\u200e\u200f \n"), line(found["name"])
    file = NAMED.match(words)
    blocks = read_marked(words[file.end() :] if file else words)
    return Post(
        id=str(message.row),
        author=Author(f"name:{name}", name),
        body=write(blocks),
        created=_time(message.at, order),
        quotes=quotes(blocks),
        attachments=(Attachment(line(file["ios"] or file["android"])),) if file else (),
        offset=message.row,
    )


def _time(at: str, order: bool | None) -> datetime | None:
    return parse_date(at.replace("\u202f", " "), day_first=order)
