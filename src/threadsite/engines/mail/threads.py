"""Messages to conversations: by what they say they answer, else by their subject."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC

from threadsite.engines.mail.fields import Fields
from threadsite.titles import REPLY

TAG = re.compile(r"\s*\[[^\[\]]{1,60}\]\s*")
"""What lists write before subjects."""
SOME = 3
"""Replies that show the custom of a list."""
NOWHERE: Mapping[str, str] = {}
LONGEST = 30
"""Prefixes looked at: a war of mail programs ends somewhere."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message before its body is read."""

    id: str
    fields: Fields
    body: bytes


@dataclass(frozen=True, slots=True)
class Trace:
    """What of a message tells where its thread began."""

    id: str
    references: tuple[str, ...]
    subject: str
    """Without the marks of a reply, in small letters."""
    reply: bool
    """Whether the subject had any."""


def trace(id_: str, fields: Fields) -> Trace:
    """What the header *fields* of the message *id_* tells of its thread."""
    stated = fields.text("subject")
    reply = bool(REPLY.match(TAG.sub("", stated, count=1)))
    return Trace(id_, fields.references, _bare(stated).casefold(), reply)


def threads(
    letters: Sequence[Letter], elsewhere: Mapping[str, str] = NOWHERE
) -> dict[str, list[Letter]]:
    """The letters of each thread, by the id of the message that began it, in order of time.

    That message may be in another mailbox; *elsewhere* says of its messages where they began.
    """
    answered = {letter.id: letter.fields.references for letter in letters}
    began = {id_: _last(root, elsewhere) for id_, root in origins(answered).items()}
    by_subject(
        [trace(letter.id, letter.fields) for letter in letters], (answered, elsewhere), began
    )
    found: dict[str, list[Letter]] = {}
    for letter in letters:
        found.setdefault(_last(letter.id, began), []).append(letter)
    return {root: _in_time(of_thread) for root, of_thread in found.items()}


def origins(answered: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each message the one that began its thread, by the messages that each goes back to."""
    began: dict[str, str] = {}
    for start in answered:
        path: dict[str, None] = {}
        here, root = start, start
        while here in answered and here not in began and here not in path:
            path[here] = None
            older = answered[here]
            root = older[0] if older else here
            here = next((one for one in reversed(older) if one in answered), "")
        # A circle begins where it was entered.
        root = began.get(here, start if here in path else root)
        began.update(dict.fromkeys(path, root))
    return began


def parent(letter: Letter) -> str | None:
    """The id of the message that *letter* answers, None when it answers none."""
    answered = letter.fields.ids("in-reply-to")
    references = letter.fields.references
    if answered and answered[0] in references:
        return answered[0]
    return references[-1] if references else None


def subject(letter: Letter) -> str:
    """The subject of *letter* without the marks of a reply."""
    return _bare(letter.fields.text("subject"))


def _bare(text: str) -> str:
    kept = ""
    for _ in range(LONGEST):
        if found := REPLY.match(text):
            text = text[found.end() :]
        elif (tag := TAG.match(text)) and (REPLY.match(text, tag.end()) or tag[0].strip() == kept):
            kept = kept or tag[0].strip()
            text = text[tag.end() :]
        else:
            break
    return f"{kept} {text}".strip() if kept else text.strip()


def by_subject(
    traces: Sequence[Trace], known: Sequence[Container[str]], began: dict[str, str]
) -> None:
    """Replies to what is not *known*, or to nothing named, go to the thread of the mailbox that has
    their subject: *began* says so then."""
    first: dict[str, str] = {}
    # Some lists take the "Re:" away; then an equal subject is all that tells a reply.
    replies = [one for one in traces if one.references]
    cut = len(replies) >= SOME and sum(one.reply for one in replies) * 10 < len(replies)
    for one in traces:
        if not one.subject:
            continue
        root = _last(one.id, began)
        answers = cut or one.references or one.reply
        lost = not any(root in ids for ids in known)
        open_ = lost if one.references else root == one.id
        if answers and open_ and one.subject in first:
            began[root] = first[one.subject]
        first.setdefault(one.subject, _last(root, began))


def _last(id_: str, began: Mapping[str, str]) -> str:
    """Where the thread of the message *id_* began, through threads that were joined by subject."""
    seen = set()
    while id_ in began and began[id_] != id_ and id_ not in seen:
        seen.add(id_)
        id_ = began[id_]
    return id_


def _in_time(letters: Sequence[Letter]) -> list[Letter]:
    """*letters* in order of time; one without a date stays behind the one it came after."""
    last = float("-inf")
    keyed = []
    for place, letter in enumerate(letters):
        if created := letter.fields.created:
            last = created.replace(tzinfo=created.tzinfo or UTC).timestamp()
        keyed.append((last, place, letter))
    return [letter for *_, letter in sorted(keyed, key=lambda item: item[:2])]
