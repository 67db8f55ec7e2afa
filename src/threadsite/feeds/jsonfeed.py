"""A feed as JSON, for what is simpler to write than a reader of XML."""

from __future__ import annotations

import json
from collections.abc import Mapping

from threadsite import urls
from threadsite.decoding import clean
from threadsite.feeds.feed import Feed, time
from threadsite.rows import PostRow

VERSION = "https://jsonfeed.org/version/1.1"
ENDING = ".json"


def json_feed(feed: Feed) -> bytes:
    """*feed* as JSON Feed 1.1 has it, which knows no relative addresses: a site that does not say
    where it will be gives none."""
    data = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": _address(feed, feed.page),
        "feed_url": _address(feed, feed.stem + ENDING),
        "description": feed.description,
        "language": feed.language,
    }
    items = {"items": [_item(feed, post) for post in feed.posts]}
    text = json.dumps(_known(data) | items, ensure_ascii=False, separators=(",", ":"))
    return f"{clean(text)}\n".encode()


def _item(feed: Feed, post: PostRow) -> dict[str, object]:
    assert post.created is not None
    author = {"name": post.author.name, "url": _address(feed, urls.author(post.author.key))}
    place = urls.post(post)
    return _known(
        {
            "id": feed.id(place),
            "url": _address(feed, place),
            "title": post.title,
            "date_published": time(post.created),
            "authors": [_known(author)],
        }
    ) | {"content_text": post.excerpt}


def _address(feed: Feed, to: str) -> str:
    return urls.absolute(feed.home, to) if feed.home else ""


def _known(data: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value}
