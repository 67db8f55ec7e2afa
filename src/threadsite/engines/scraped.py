"""What scrapers call the id, the author, the words and the boards of what they write."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from threadsite.document import parse_html
from threadsite.engines.rules import text_of
from threadsite.engines.values import Json, number, objects, of, text
from threadsite.markup.lines import line
from threadsite.model import Choice, Poll

THREAD = ("id", "threadId", "thread_id", "topic_id", "topicId", "tid")
TITLE = ("title", "subject", "name")
ADDRESS = ("url", "originalUrl", "link", "thread_url")
POST = ("postid", "postId", "post_id", "id", "pid")
BODY = ("content", "body", "text", "html", "message")
DATE = ("date", "created", "created_at", "posted", "timestamp", "time", "postDate", "post_date")
EDITED = ("edited", "lastEdited", "edited_at", "editDate")
PERSON = ("author", "user", "poster")
NAME = ("name", "username", "user", "author", "poster", "user_name")
NUMBER = ("userid", "user_id", "userId", "author_id", "authorId", "uid", "id")
RANK = ("user_title", "title", "profileRank", "rank")
AVATAR = ("user_avatar", "avatar", "avatarPath")
VIEWS = ("viewed", "views", "viewCount")
BOARD = ("path", "breadcrumbs", "board")
HOME = frozenset(("home", "forums", "forum", "board index", "index"))
"""First steps of a path that are no board."""


def is_post(item: Json) -> bool:
    """Whether *item* has an id, an author and a body."""
    has_body = any(isinstance(item.get(key), str) for key in BODY)
    return has_body and bool(text(item, *POST)) and bool(text(person_of(item), *NAME))


def person_of(item: Json) -> Json:
    """The object that tells of the author: one of its own, or the post itself."""
    return next((found for key in PERSON if (found := of(item, key))), item)


def author_id(item: Json) -> str | None:
    """The id of the author of the post *item*; None for a guest, who has 0."""
    person = person_of(item)
    found = text(person, *(NUMBER if person is not item else NUMBER[:-1]))
    return found if found and found != "0" else None


def board_of(found: Json) -> Iterator[str]:
    """The path of boards to the thread *found*, without the front page."""
    for key in BOARD:
        steps = found.get(key)
        for place, step in enumerate(steps if isinstance(steps, list) else ()):
            name = text(step, "label", "title", "name") if isinstance(step, dict) else step
            words = words_of(name) if isinstance(name, str) else None
            if words and not (place < 2 and words.casefold() in HOME):
                yield words


def poll_of(poll: Json) -> Poll | None:
    """What *poll* asks; None when it has no answers."""
    choices = tuple(
        Choice(unescape(words), number(answer, "votes"))
        for answer in objects(poll.get("answers"))
        if (words := text(answer, "option", "text"))
    )
    return Poll(unescape(text(poll, "title", "question") or ""), choices) if choices else None


def words_of(html: str | None) -> str | None:
    """The words of *html*, which may be a name with markup round it."""
    if not html or "<" not in html:
        return line(unescape(html or "")) or None
    return line(text_of(parse_html(html)[0])) or None
