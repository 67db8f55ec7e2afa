"""Discourse's JSON: a topic (`/t/ID.json`, `/t/ID/posts.json`), the latest posts, a single post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from urllib.parse import urljoin

from threadsite.dates import parse_date
from threadsite.document import Document, parse_html
from threadsite.engines.discourse import Discourse
from threadsite.engines.discourse_boards import boards_of, described, lists_boards
from threadsite.engines.engine import PRIVATE, Part
from threadsite.engines.rules import detach, select_all
from threadsite.engines.values import Json, of
from threadsite.installs import forum
from threadsite.markup.html import read_html
from threadsite.markup.nodes import Block
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Author, Board, Post, Reaction, Source, Thread

HIDDEN = "hidden, deleted or notices of the forum"
WORDS = frozenset({1, 2})
"""Types of posts that somebody wrote for all to read; 3 is a notice, 4 a whisper among staff."""
EDITED = 1
"""A post of a version beyond this was edited."""
LIKE = 2
"""The number of the action that is a like."""
AVATAR = "96"


class DiscourseJson:
    """Posts as the API gives them. Their ids are their numbers in the thread, as on the pages."""

    name = "discourse-json"

    def __init__(self, boards: Mapping[int, tuple[str, ...]] | None = None) -> None:
        self._boards = boards or {}

    def surveyed(self, documents: Iterable[Document]) -> DiscourseJson:
        """This engine, knowing the boards in `categories.json` or `site.json`."""
        return DiscourseJson(boards_of(documents))

    def identify(self, document: Document) -> bool:
        """Whether *document* is JSON that holds posts of Discourse, or lists its boards."""
        if document.kind != "json":
            return False
        if '"cooked"' in document.text and '"post_number"' in document.text:
            return any(_posts(_loaded(document)))
        return '"topic_count"' in document.text and lists_boards(document)

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads that the posts belong to; none of a private conversation."""
        topic = _loaded(document)
        if topic.get("archetype") == "private_message":
            yield Part(Thread("private", ""), left_out=((PRIVATE, len(list(_posts(topic)))),))
            return
        posts = sorted(_posts(topic), key=_topic_id)
        for _, group in groupby(posts, key=_topic_id):
            of_thread = list(group)
            shown = [post for post in of_thread if _is_public(post)]
            thread = _thread(topic, shown or of_thread, document)
            thread = replace(
                thread,
                posts=thread.posts if shown else (),
                board=self._boards.get(_number(topic, "category_id"), ()),
            )
            yield Part(thread, left_out=_left_out(of_thread, shown))

    def boards(self, document: Document) -> Iterator[Board]:
        """What *document*, if it lists boards, says that they are about."""
        return described(document)


def _loaded(document: Document) -> Json:
    return of(document.json)


def _posts(topic: Json) -> Iterator[Json]:
    stream = topic.get("post_stream")
    posts = stream.get("posts") if isinstance(stream, dict) else topic.get("latest_posts", [topic])
    for post in posts if isinstance(posts, list) else ():
        if isinstance(post, dict) and isinstance(post.get("cooked"), str):
            yield post


def _topic_id(post: Json) -> int:
    return _number(post, "topic_id")


def _is_public(post: Json) -> bool:
    private = post.get("hidden") or post.get("deleted_at")
    return not private and _number(post, "post_type", 1) in WORDS


def _left_out(posts: Sequence[Json], shown: Sequence[Json]) -> tuple[tuple[str, int], ...]:
    count = len(posts) - len(shown)
    return ((HIDDEN, count),) if count else ()


def _thread(topic: Json, posts: Sequence[Json], document: Document) -> Thread:
    first = posts[0]
    # Lists of posts bear the title in each post, or no more than its slug.
    named = topic if "title" in topic else {"title": first.get("topic_title")}
    slug = _text(topic, "slug") or _text(first, "topic_slug") or ""
    number = _topic_id(first) or _number(topic, "id")
    tags = topic.get("tags")
    return Thread(
        id=str(number),
        title=_text(named, "title") or slug.replace("-", " ") or f"#{number}",
        posts=tuple(_post(post, document) for post in sorted(posts, key=_post_number)),
        forum=forum(document.url) or document.dump,
        tags=tuple(_tags(tags)),
        url=urljoin(document.url, f"/t/{slug or '-'}/{number}") if document.url else None,
        locked=bool(topic.get("closed")),
        sticky=bool(topic.get("pinned")),
        views=_number(topic, "views") or None,
        replies=max(_number(first, "posts_count") - 1, 0) if "posts_count" in first else None,
    )


def _tags(tags: object) -> Iterator[str]:
    """The names of *tags*, which have been objects since 2026."""
    for tag in tags if isinstance(tags, list) else ():
        name = _text(tag, "name") if isinstance(tag, dict) else tag
        if isinstance(name, str):
            yield name


def _post_number(post: Json) -> int:
    return _number(post, "post_number")


def _post(post: Json, document: Document) -> Post:
    blocks = _blocks(post, document)
    number = _post_number(post)
    replied = _number(post, "reply_to_post_number")
    url = _text(post, "post_url")
    return Post(
        id=str(number),
        author=_author(post, document),
        body=write(blocks),
        created=parse_date(_text(post, "created_at") or ""),
        edited=parse_date(_text(post, "updated_at") or "")
        if _number(post, "version") > EDITED
        else None,
        url=urljoin(document.url, url) if document.url and url else None,
        reply_to=str(replied) if replied else None,
        position=number or None,
        quotes=quotes(blocks),
        reactions=tuple(_reactions(post)),
        source=Source(document.dump, document.name, DiscourseJson.name, document.captured),
    )


def _author(post: Json, document: Document) -> Author:
    name, number = _text(post, "username"), _number(post, "user_id")
    avatar = (_text(post, "avatar_template") or "").replace("{size}", AVATAR)
    return Author(
        id=str(number) if number else f"name:{name}" if name else "inferred:nobody",
        name=name,
        title=_text(post, "user_title"),
        avatar=urljoin(document.url, avatar) if document.url and avatar else None,
        url=urljoin(document.url, f"/u/{name}") if document.url and name else None,
        inferred=not name and not number,
    )


def _blocks(post: Json, document: Document) -> Sequence[Block]:
    body, _ = parse_html(_text(post, "cooked") or "")
    for chrome in list(select_all(body, Discourse.rules.drop)):
        detach(chrome)
    return read_html(body, replace(Discourse.dialect, base=document.url))


def _reactions(post: Json) -> Iterator[Reaction]:
    actions = post.get("actions_summary")
    for action in actions if isinstance(actions, list) else ():
        if isinstance(action, dict) and action.get("id") == LIKE and _number(action, "count"):
            yield Reaction("Like", _number(action, "count"))


def _text(item: Json, key: str) -> str | None:
    value = item.get(key)
    return value or None if isinstance(value, str) else None


def _number(item: Json, key: str, default: int = 0) -> int:
    value = item.get(key)
    return value if isinstance(value, int) else default
