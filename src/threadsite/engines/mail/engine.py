"""Mailboxes: mbox, Maildir, the months of Pipermail and HyperKitty, articles of Usenet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from threadsite.document import Document
from threadsite.engines.engine import Part
from threadsite.engines.mail.bodies import read_words, traced
from threadsite.engines.mail.boxes import is_mail, messages
from threadsite.engines.mail.fields import digest, split
from threadsite.engines.mail.parts import Contents, contents
from threadsite.engines.mail.quoting import read_quoted
from threadsite.engines.mail.threads import (
    NOWHERE,
    Letter,
    Trace,
    by_subject,
    origins,
    parent,
    subject,
    threads,
    trace,
)
from threadsite.markup.lines import line
from threadsite.markup.links import safe
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Post, Source, Thread
from threadsite.report import Problem
from threadsite.titles import titled

NOISE = b"FOLDER INTERNAL DATA"
LIST = re.compile(r"<([^<>]{1,200})>")
UNTITLED = "(no subject)"
NOTES = "notes of a mail program, not messages"


class Mail:
    """Each conversation of a mailbox is a thread, named by the message that began it."""

    name = "mail"

    def __init__(self, elsewhere: Mapping[str, str] = NOWHERE) -> None:
        self._elsewhere = elsewhere

    def surveyed(self, documents: Iterable[Document]) -> Mail:
        """This engine, knowing which messages of the dump go back to which."""
        answered: dict[str, tuple[str, ...]] = {}
        boxes: dict[str, list[Trace]] = {}
        same: dict[str, str] = {}
        for document in documents:
            for message in messages(document.data) if is_mail(document.data) else ():
                found = _traced(message, same)
                answered.setdefault(found.id, found.references)
                if document.whole:
                    boxes.setdefault(document.whole, []).append(found)
        began = origins(answered)
        # A mailbox that is read in parts is one all the same.
        for traces in boxes.values():
            by_subject(traces, (answered,), began)
        return Mail(began)

    def identify(self, document: Document) -> bool:
        """Whether *document* is a mailbox, or a single message with its header."""
        return is_mail(document.data)

    def extract(self, document: Document) -> Iterator[Part]:
        """A part for each thread; the rest of it may be in other mailboxes of the dump."""
        letters, notes = [], 0
        for message in messages(document.data):
            letter = _letter(message)
            if _is_note(letter):
                notes += 1
            else:
                letters.append(letter)
        left_out = ((NOTES, notes),) if notes else ()
        for root, of_thread in threads(letters, self._elsewhere).items():
            yield replace(_part(root, of_thread, document), left_out=left_out)
            left_out = ()


def _traced(message: bytes, same: dict[str, str]) -> Trace:
    """What *message* tells of its thread, with each text held once, as *same* has it."""
    fields, _ = split(message)
    found = trace(fields.id or digest(message.decode("latin-1")), fields)
    one, *older = (same.setdefault(id_, id_) for id_ in (found.id, *found.references))
    return Trace(one, tuple(older), same.setdefault(found.subject, found.subject), found.reply)


def _letter(message: bytes) -> Letter:
    fields, body = split(message)
    return Letter(fields.id or digest(message.decode("latin-1")), fields, body)


def _is_note(letter: Letter) -> bool:
    """Whether it is what a program keeps in a mailbox for itself."""
    fields = letter.fields
    internal = NOISE in fields.raw.get("subject", b"")
    return internal or not (letter.body.strip() or fields.raw.get("from"))


def _part(root: str, letters: Sequence[Letter], document: Document) -> Part:
    source = Source(document.dump, document.name, Mail.name, document.captured)
    authors = {letter.id: letter.fields.author.name for letter in letters}
    posts, chrome, problems = [], [], []
    first = letters[0]
    title = subject(first) or UNTITLED
    for letter in letters:
        held = contents(letter.fields, letter.body)
        post, dropped = _post(letter, held, authors)
        posts.append(titled(replace(post, source=source), title))
        chrome += dropped
        if held.lost:
            fact = f"message {letter.id} has more parts than were looked at"
            problems.append(Problem(document.name, fact))
    return Part(
        Thread(
            id=root,
            title=title,
            posts=tuple(posts),
            board=_board(first),
        ),
        chrome=tuple(chrome),
        problems=tuple(problems),
    )


def _board(letter: Letter) -> tuple[str, ...]:
    """The group or the list that the message was sent to, where it says so."""
    group = letter.fields.text("newsgroups").partition(",")[0].strip()
    stated = letter.fields.text("list-id")
    found = LIST.search(stated)
    name = found[1].partition(".")[0] if found else stated
    board = group or name
    return (board,) if board and "@" not in board else ()


def _post(letter: Letter, held: Contents, authors: dict[str, str | None]) -> tuple[Post, list[str]]:
    fields = letter.fields
    answered = parent(letter)
    end, blocks = read_words(held.words)
    blocks = traced(blocks, answered, authors)
    return Post(
        id=letter.id,
        author=fields.author,
        body=write(blocks),
        title=subject(letter) or None,
        created=fields.created,
        url=_address(fields.text("archived-at")),
        reply_to=answered,
        quotes=quotes(blocks),
        attachments=(*(Attachment(line(name)) for name in held.files), *end.files),
        signature=write(read_quoted("\n".join(end.signature))),
    ), end.chrome


def _address(stated: str) -> str | None:
    url = safe(stated.strip("<> "))
    return url if url and url.lower().startswith(("http:", "https:")) else None
