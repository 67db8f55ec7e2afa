"""Messages to conversations: by what they say they answer, else by their subject."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC

from threadsite.engines.mail.fields import Fields

# "Re:", "AW:", "Fwd:", "Re[2]:" in the programs' languages, and the tags of lists between them.
REPLY = re.compile(
    r"\s*(?:re|r|aw|antw|antwort|sv|vs|vá|odp|od|res|ynt|ref|rv|fwd?|wg|tr|enc|ha|回复|回覆|答复|转发|返信)"
    r"(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s?[:：]\s*",
    re.I,
)
TAG = re.compile(r"\s*\[[^\[\]]{1,60}\]\s*")
LONGEST = 30
"""Prefixes looked at: a war of mail programs ends somewhere."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message before its body is read."""

    id: str
    fields: Fields
    body: bytes


def threads(letters: Sequence[Letter]) -> dict[str, list[Letter]]:
    """The letters of each thread, by the id of the message that began it, in order of time.

    The first message may be in another document: what answers it bears its id all the same.
    """
    known = {letter.id: letter for letter in letters}
    began: dict[str, str] = {}
    for letter in letters:
        _root(letter, known, began)
    _by_subject(letters, known, began)
    found: dict[str, list[Letter]] = {}
    for letter in letters:
        found.setdefault(_last(letter.id, began), []).append(letter)
    return {root: _in_time(of_thread) for root, of_thread in found.items()}


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


def _root(letter: Letter, known: dict[str, Letter], began: dict[str, str]) -> None:
    """Enter in *began* where the thread of *letter* began, and those of all it goes back to."""
    path: list[str] = []
    here: Letter | None = letter
    root = letter.id
    while here and here.id not in began and here.id not in path:
        path.append(here.id)
        references = here.fields.references
        older = next((ref for ref in reversed(references) if ref in known), None)
        root = here.id if not references else references[0]
        here = known[older] if older else None
    if here and path:
        # A circle begins where it was entered.
        root = began.get(here.id, path[0])
    began.update(dict.fromkeys(path, root))


def _by_subject(letters: Iterable[Letter], known: Container[str], began: dict[str, str]) -> None:
    """Replies to what is not in the mailbox, or to nothing named, go to the thread that has their
    subject."""
    first: dict[str, str] = {}
    for letter in letters:
        stated = letter.fields.text("subject")
        bare = _bare(stated).casefold()
        if not bare:
            continue
        root = _last(letter.id, began)
        answers = letter.fields.references or REPLY.match(TAG.sub("", stated, count=1))
        open_ = root == letter.id if not letter.fields.references else root not in known
        if answers and open_ and bare in first:
            began[root] = first[bare]
        first.setdefault(bare, _last(root, began))


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
