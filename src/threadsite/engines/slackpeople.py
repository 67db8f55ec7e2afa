"""Who wrote in Slack, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from threadsite.document import Document
from threadsite.engines.chatmarks import Spoken
from threadsite.engines.values import Json, objects, of, text
from threadsite.model import Author

PEOPLE, CHANNELS = "users.json", "channels.json"
PRIVATE = frozenset(("groups.json", "dms.json", "mpims.json"))
"""Lists of what only some people of a workspace could read."""
LISTS = PRIVATE | {PEOPLE, CHANNELS}


@dataclass(frozen=True, slots=True)
class Names:
    """Who is called what in a workspace."""

    people: Mapping[str, Json]
    channels: Mapping[str, str]
    private: Set[str] = frozenset()
    """Ids and names of what only some people could read."""

    def spoken(self) -> Spoken:
        """The names for mentions in words."""
        people = {id_: called(person) or id_ for id_, person in self.people.items()}
        return Spoken(people, self.channels)


def names_of(documents: Iterable[Document]) -> Names:
    """The names in the lists of people and channels among *documents*."""
    people: dict[str, Json] = {}
    channels: dict[str, str] = {}
    private: set[str] = set()
    for document in documents:
        last = document.name.rpartition("/")[2]
        for item in objects(document.json) if last in LISTS else ():
            if id_ := text(item, "id"):
                if last == PEOPLE:
                    people[id_] = item
                elif last == CHANNELS:
                    channels[id_] = text(item, "name") or id_
                else:
                    private |= {id_, text(item, "name") or id_}
    return Names(people, channels, private - channels.keys() - {*channels.values()})


def author(item: Json, names: Names) -> Author:
    """Who wrote the message *item*; a program may have a name and no id."""
    id_ = text(item, "user", "bot_id") or text(of(item, "comment"), "user")
    person = names.people.get(id_ or "", {})
    known = called(person) or called(of(item, "user_profile")) or text(item, "username")
    if not id_:
        name = known or text(of(item, "bot_profile"), "name")
        return Author(f"name:{name}" if name else "inferred:nobody", name, inferred=not name)
    return Author(id_, known, text(of(person, "profile"), "title"))


def called(person: Json) -> str | None:
    """The name that a person chose to be seen, else the real one, else that of the account."""
    profile = of(person, "profile")
    return text(profile, "display_name", "real_name") or text(
        person, "display_name", "real_name", "name"
    )
