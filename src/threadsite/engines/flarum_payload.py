"""What a page of Flarum hands to its own script: JSON:API that says more than the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from json import JSONDecoder

from lxml import etree

from threadsite.document import parse_html, parse_json
from threadsite.engines.rules import Element, all_text, select
from threadsite.engines.values import Json, number, objects, of, raw, text

# Flarum 1 has an element for it; before, it was an argument in a script of the page.
LOADED = re.compile(r"\bapp\.(?:load|boot)\(\s{0,20}(?=\{)")
MOST_CALLS = 4
"""Of one script: a page made to have thousands takes no longer than another."""
DOCUMENTS = ("apiDocument", "document")
HIDDEN = "hidden or deleted"


@dataclass(frozen=True)
class Payload:
    """The thread of a page with some of its posts, as the API gives them."""

    thread: Json
    included: tuple[Json, ...]

    @classmethod
    def of(cls, root: Element) -> Payload | None:
        """The payload of the page *root*; None when it has none, or none of a thread."""
        for loaded in _loaded(root):
            for key in DOCUMENTS:
                thread = of(loaded, key, "data")
                if thread.get("type") == "discussions":
                    more = (*objects(of(loaded, key).get("included")),)
                    return cls(thread, (*more, *objects(loaded.get("resources"))))
        return None

    @cached_property
    def board(self) -> tuple[str, ...]:
        """Names of the primary tags, which Flarum has in the place of boards: parents first."""
        found = sorted(self._primary, key=lambda tag: bool(of(tag, "attributes").get("isChild")))
        return tuple(_names(found))

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """Names of the other tags."""
        return tuple(_names([tag for tag in self._tags if tag not in self._primary]))

    @property
    def comments(self) -> int:
        """How many posts the forum counts."""
        return number(of(self.thread, "attributes"), "commentCount", "commentsCount")

    @cached_property
    def hidden(self) -> Set[str | None]:
        """The ids of the posts that are not for everybody, all those of a hidden thread."""
        # Private where the module is in use that most forums have for it.
        private = of(self.thread, "attributes").get("isPrivateDiscussion")
        every = _is_hidden(self.thread) or bool(private)
        return {text(post, "id") for post in self._posts if every or _is_hidden(post)}

    def author_id(self, slug: str) -> str | None:
        """The number of the author whose page has *slug* in its address."""
        for author in self._of_type("users"):
            words = of(author, "attributes")
            if slug in (text(words, "slug"), text(words, "username"), text(author, "id")):
                return text(author, "id")
        return None

    def elements(self) -> Iterator[Element]:
        """The posts as Flarum's script would show them."""
        for post in self._posts:
            if text(post, "id") not in self.hidden:
                yield _shown(post, self._author(post))

    @property
    def _posts(self) -> Iterator[Json]:
        for post in self._of_type("posts"):
            if isinstance(of(post, "attributes").get("contentHtml"), str):
                yield post

    @cached_property
    def _tags(self) -> list[Json]:
        linked = of(self.thread, "relationships", "tags").get("data")
        ids = {text(tag, "id") for tag in objects(linked)}
        return [tag for tag in self._of_type("tags") if text(tag, "id") in ids]

    @cached_property
    def _primary(self) -> list[Json]:
        return [t for t in self._tags if of(t, "attributes").get("position") is not None]

    def _author(self, post: Json) -> Json:
        id_ = text(of(post, "relationships", "user", "data"), "id")
        return next((user for user in self._of_type("users") if text(user, "id") == id_), {})

    def _of_type(self, kind: str) -> Iterator[Json]:
        return (item for item in self.included if item.get("type") == kind)


def told_of_boards(root: Element) -> Iterator[tuple[tuple[str, ...], str]]:
    """The primary tags that the page *root* hands over, each with what it is about."""
    tags: dict[str | None, Json] = {}
    for loaded in _loaded(root):
        given = (of(loaded, key) for key in DOCUMENTS)
        lists = [loaded.get("resources"), *(d.get(k) for d in given for k in ("data", "included"))]
        tags |= {
            text(t, "id"): t for some in lists for t in objects(some) if t.get("type") == "tags"
        }
    for tag in tags.values():
        words = of(tag, "attributes")
        if words.get("position") is not None and not words.get("isRestricted"):
            over = tags.get(text(of(tag, "relationships", "parent", "data"), "id"), {})
            yield tuple(_names([over, tag])), text(words, "description") or ""


def _loaded(root: Element) -> Iterator[Json]:
    for script in select(root, "script#flarum-json-payload"):
        yield of(parse_json(all_text(script))[0])
    for script in select(root, "script:not([id]):not([src])"):
        source = all_text(script)
        for match in islice(LOADED.finditer(source), MOST_CALLS):
            yield of(_argument(source, match.end()))


def _argument(source: str, start: int) -> object:
    try:
        _, end = JSONDecoder().raw_decode(source, start)
    except (ValueError, RecursionError):
        return None
    return parse_json(source[start:end])[0]


def _names(tags: Sequence[Json]) -> Iterator[str]:
    names = (text(of(tag, "attributes"), "name") for tag in tags)
    return (name for name in names if name)


def _is_hidden(post: Json) -> bool:
    words = of(post, "attributes")
    return bool(words.get("isHidden")) or words.get("isApproved") is False


def _shown(post: Json, author: Json) -> Element:
    words, name = of(post, "attributes"), of(author, "attributes")
    likes = of(post, "relationships", "likes").get("data")
    item = _element("div", "PostStream-item", {
        "data-id": text(post, "id"),
        "data-number": text(words, "number"),
        "data-time": text(words, "createdAt", "time"),
        "data-edited": text(words, "editedAt", "editTime"),
        "data-author": text(author, "id"),
        "data-likes": str(number(words, "likesCount", default=len(list(objects(likes))))),
    })  # fmt: skip
    item.append(_element("img", "Avatar", {"src": text(name, "avatarUrl")}))
    item.append(_element("span", "username", {}))
    item[-1].text = text(name, "displayName", "username")
    body = _element("div", "Post-body", {})
    body.append(parse_html(raw(words, "contentHtml"))[0])
    item.append(body)
    return item


def _element(tag: str, name: str, attributes: dict[str, str | None]) -> Element:
    given = {key: value for key, value in attributes.items() if value}
    return etree.Element(tag, {"class": name, **given})
