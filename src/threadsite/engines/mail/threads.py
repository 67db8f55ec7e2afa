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


def threads(
    letters: Sequence[Letter], elsewhere: Mapping[str, str] = NOWHERE
) -> dict[str, list[Letter]]:
    """The letters of each thread, by the id of the message that began it, in order of time.

    That message may be in another mailbox; *elsewhere* says of its messages where they began.
    """
    answered = {letter.id: letter.fields.references for letter in letters}
    began = {id_: elsewhere.get(root, root) for id_, root in origins(answered).items()}
    _by_subject(letters, answered, began)
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


def _by_subject(letters: Sequence[Letter], known: Container[str], began: dict[str, str]) -> None:
    """Replies to what is not in the mailbox, or to nothing named, go to the thread that has their
    subject."""
    first: dict[str, str] = {}
    # Some lists take the "Re:" away; then an equal subject is all that tells a reply.
    replies = [letter for letter in letters if letter.fields.references]
    cut = len(replies) >= SOME and sum(map(_is_reply, replies)) * 10 < len(replies)
    for letter in letters:
        bare = _bare(letter.fields.text("subject")).casefold()
        if not bare:
            continue
        root = _last(letter.id, began)
        answers = cut or letter.fields.references or _is_reply(letter)
        open_ = root == letter.id if not letter.fields.references else root not in known
        if answers and open_ and bare in first:
            began[root] = first[bare]
        first.setdefault(bare, _last(root, began))


def _is_reply(letter: Letter) -> bool:
    return bool(REPLY.match(TAG.sub("", letter.fields.text("subject"), count=1)))


def _last(id_: str, began: dict[str, str]) -> str:
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
