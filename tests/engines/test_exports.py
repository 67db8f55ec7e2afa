"""Exports of several files: what one says of another, and files that mean harm."""

from __future__ import annotations

import json

import pytest

from threadsite.document import Document
from threadsite.engines import identify
from threadsite.engines.discourse_json import DiscourseJson
from threadsite.engines.feed import Feed
from threadsite.engines.stackexchange_xml import StackExchangeXml

ROWS = (
    '<posts>\n<row Id="1" PostTypeId="1" Title="Cone" Body="Hot?" OwnerUserId="7" '
    'CreationDate="2014-01-21T20:26:05.383"/>\n</posts>'
)
USERS = '<users><row Id="7" DisplayName="Juno" EmailHash="secret" Location="Clay"/></users>'
POST = {"cooked": "<p>Hot</p>", "post_number": 1, "topic_id": 7, "username": "juno", "id": 1}


def document(name: str, value: object) -> Document:
    text = value if isinstance(value, str) else json.dumps(value)
    return Document("demo", name, text.encode())


def topic(**fields: object) -> Document:
    posts = [POST, {**POST, "post_number": 2, "hidden": True}]
    return document("7.json", {"title": "Cone", "post_stream": {"posts": posts}, **fields})


def test_people_of_stack_exchange_have_their_names_and_nothing_else() -> None:
    posts = document("site/Posts.xml", ROWS)
    engine = StackExchangeXml().surveyed([posts, document("site/Users.xml", USERS)])

    (part,) = engine.extract(posts)

    author = part.thread.posts[0].author
    assert (author.id, author.name, author.title, author.avatar) == ("7", "Juno", None, None)


def test_boards_of_discourse_are_named_from_the_outermost() -> None:
    boards = [{"id": 2, "name": "Glaze", "parent_category_id": 1}, {"id": 1, "name": "Clay"}]
    lists = document("categories.json", {"category_list": {"categories": boards}})
    engine = DiscourseJson().surveyed([lists])

    (part,) = engine.extract(topic(category_id=2))

    assert part.thread.board == ("Clay", "Glaze")


def test_hidden_posts_of_discourse_are_counted_not_shown() -> None:
    (part,) = DiscourseJson().extract(topic())

    assert [post.id for post in part.thread.posts] == ["1"]
    assert [count for _, count in part.left_out] == [1]
    assert part.problems == ()


def test_a_private_conversation_is_counted_not_shown() -> None:
    (part,) = DiscourseJson().extract(topic(archetype="private_message"))

    assert part.thread.posts == ()
    assert [count for _, count in part.left_out] == [2]


def test_boards_that_stand_in_each_other_end() -> None:
    boards = [{"id": 1, "name": "a", "parent_category_id": 1}]
    lists = document("categories.json", {"categories": boards})

    (part,) = DiscourseJson().surveyed([lists]).extract(topic(category_id=1))

    assert part.thread.board == ("a",)


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "text",
    [
        f'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a0 "ha">{LAUGHS}]>'
        '<posts><row Id="1" PostTypeId="1" Body="&a9;" Title="&a9;"/></posts>',
        f'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a0 "ha">{LAUGHS}]>'
        "<rss><item><title>&a9;</title><description>&a9;</description></item></rss>",
        ROWS.replace("</posts>", "<row Id="),
        "<rss>" + "<item>" * 10_000,
        '{"title": "a", "posts": [' + '{"id": 1, "user": "b", "text": "c"}, ' * 3 + "{}]}",
        '{"generator": "forum-dl", "type": "post", "item": {"path": [1, {}], "subpath": "x"}}',
        '{"subreddit": 1, "created_utc": {}, "id": [], "title": {}}',
        "[" * 100_000 + "]" * 100_000,
    ],
    ids=range(8),
)
def test_an_export_that_means_harm_is_read_as_far_as_it_goes(text: str) -> None:
    export = document("export", text)
    engine = identify(export)

    parts = list(engine.extract(export)) if engine else []

    assert sum(len(post.body) for part in parts for post in part.thread.posts) < 10_000


def test_items_of_a_feed_without_words_are_counted() -> None:
    items = "".join(
        f"<item><title>Kiln {n}</title><link>https://kiln.example/t/{n}</link>"
        f"<description>{words}</description></item>"
        for n, words in enumerate(("Hot.", "", "Cold.", ""))
    )
    feed = document("feed", f"<rss><channel>{items}</channel></rss>")

    parts = list(Feed().extract(feed))

    assert [part.left_out for part in parts] == [(("items of a feed without words", 2),), ()]
