"""Slack: the days of a channel in an export, and logs of its events as JSON Lines.

What was answered in a thread of Slack is a thread; the rest of a channel's day is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from threadsite.dates import EPOCHS
from threadsite.document import Document
from threadsite.engines.chatmarks import Spoken, read_slack
from threadsite.engines.chats import Channel, conversations, losses, part
from threadsite.engines.engine import PRIVATE, Part
from threadsite.engines.slackpeople import Names, author, names_of
from threadsite.engines.values import Json, number, objects, of, raw, text
from threadsite.markup.words import excerpt, quotes
from threadsite.markup.writer import write
from threadsite.model import Attachment, Post, Reaction, Thread

WORDS = frozenset(
    ("", "bot_message", "me_message", "thread_broadcast", "file_share", "file_comment")
)
"""Kinds of messages that somebody wrote; others say who came, went or changed a name."""
CHANGED = "message_changed"
NOTICES = "notices of the chat, not posts"
TOMBSTONE = "tombstone"
DELETED = "deleted by its author"
TS = re.compile(r"(\d{9,10})\.(\d{1,6})", re.A)
DAY = re.compile(r"(?:^|/)([^/]+)/\d{4}-\d\d-\d\d\.json$")
TITLE = 70


class Slack:
    """Each channel's day, and each thread in it."""

    name = "slack"

    def __init__(self, names: Names | None = None) -> None:
        self._names = names or Names({}, {})

    def surveyed(self, documents: Iterable[Document]) -> Slack:
        """This engine, knowing the people and the channels of the export."""
        return Slack(names_of(documents))

    def identify(self, document: Document) -> bool:
        """Whether *document* holds messages of Slack."""
        head = document.text[:20_000]
        if document.kind != "json" or '"message"' not in head or '"ts"' not in head:
            return False
        return any(TS.fullmatch(raw(item, "ts")) for item in list(objects(document.json))[:50])

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads of the day or the log."""
        talks, left_out = _talks(document, self._names)
        problems = losses(document)
        for thread in talks:
            read = part(thread, document, Slack.name)
            yield replace(read, problems=problems, left_out=left_out)
            problems, left_out = (), ()
        if left_out:
            yield Part(Thread("notices", ""), problems=problems, left_out=left_out)


def _talks(document: Document, names: Names) -> tuple[list[Thread], tuple[tuple[str, int], ...]]:
    """The threads of *document*, and how much in it is no post."""
    folder = DAY.search(document.name)
    spoken, counts = names.spoken(), {NOTICES: 0, DELETED: 0, PRIVATE: 0}
    rooms: dict[str, dict[str, Post]] = {}
    answers: dict[str, dict[str, Post]] = {}
    for item in objects(document.json):
        held, reason = _message(item)
        if reason:
            counts[reason] += 1
        room = text(item, "channel") or (folder[1] if folder else "channel")
        if held is not None and room in names.private:
            counts[PRIVATE] += 1
        if held is None or room in names.private:
            continue
        post = _post(held, names, spoken)
        root = raw(held, "thread_ts")
        joined = root and (root != post.id or number(held, "reply_count") > 0)
        place = answers if joined else rooms
        place.setdefault(f"{room} {root}" if joined else room, {})[post.id] = post
    threads = [thread for room, said in rooms.items() for thread in _of_day(room, said, names)]
    threads += [_answered(key, said, names) for key, said in answers.items()]
    return threads, tuple((reason, count) for reason, count in counts.items() if count)


def _message(item: Json) -> tuple[Json | None, str]:
    """The message that *item* is or changes, and why it is no post if it is none."""
    kind = raw(item, "subtype")
    if kind == CHANGED:
        changed = of(item, "message")
        return (changed, "") if raw(changed, "ts") and raw(changed, "text") else (None, NOTICES)
    if kind == TOMBSTONE:
        return None, DELETED
    if raw(item, "type") != "message" or kind not in WORDS or not TS.fullmatch(raw(item, "ts")):
        return None, NOTICES
    return item, ""


def _post(item: Json, names: Names, spoken: Spoken) -> Post:
    blocks = read_slack(raw(item, "text"), spoken)
    mark, root = raw(item, "ts"), raw(item, "thread_ts")
    edited = raw(of(item, "edited"), "ts")
    return Post(
        id=mark,
        author=author(item, names),
        body=write(blocks),
        created=_time(mark),
        edited=_time(edited) if edited else None,
        reply_to=root if root and root != mark else None,
        quotes=quotes(blocks),
        attachments=tuple(_files(item)),
        reactions=tuple(
            Reaction(name, number(reaction, "count", default=1))
            for reaction in objects(item.get("reactions"))
            if (name := text(reaction, "name"))
        ),
    )


def _files(item: Json) -> Iterator[Attachment]:
    files = [*objects(item.get("files")), of(item, "file")]
    for file in files:
        if name := text(file, "name", "title"):
            # Addresses of files bear the right to fetch them.
            yield Attachment(name)


def _of_day(room: str, said: Mapping[str, Post], names: Names) -> Iterator[Thread]:
    name = names.channels.get(room, room)
    id_ = next((id_ for id_, called in names.channels.items() if called == room), room)
    yield from conversations(Channel(id_, name), _in_time(said), daily=True)


def _answered(key: str, said: Mapping[str, Post], names: Names) -> Thread:
    room, _, root = key.partition(" ")
    name = names.channels.get(room, room)
    posts = _in_time(said)
    title = excerpt(posts[0].body, TITLE) if posts[0].id == root else ""
    return Thread(f"{root}", title or f"{name}, {root}", posts=tuple(posts), board=(name,))


def _in_time(said: Mapping[str, Post]) -> Sequence[Post]:
    return sorted(said.values(), key=lambda post: tuple(map(int, post.id.split("."))))


def _time(mark: str) -> datetime | None:
    found = TS.fullmatch(mark)
    seconds = int(found[1]) if found else 0
    return datetime.fromtimestamp(seconds, UTC) if seconds in EPOCHS else None
