"""Pages that lost every id and every named anchor on their way still give their posts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from threadsite.document import Document
from threadsite.engines import identify

HERE = Path(__file__).parent
NAMED = re.compile(rb'\s(?:id|name)="[^"]*"')
PAGES = (
    "invision4/five.html",
    "mybb/thread.html",
    "phpbb2/subsilver.html",
    "phpbb3/subsilver2.html",
    "smf2/thread.html",
    "vbulletin3/thread.html",
    "vbulletin4/thread.html",
    "xenforo1/thread.html",
)


def said(name: str, data: bytes) -> list[tuple[str, str | None, str]]:
    document = Document("demo", name, data)
    engine = identify(document)
    assert engine is not None
    posts = (post for part in engine.extract(document) for post in part.thread.posts)
    return [(engine.name, post.author.name, post.body) for post in posts]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_ids_gives_its_posts(name: str) -> None:
    data = (HERE / name).read_bytes()

    whole = said(name, data)

    assert whole
    assert said(name, NAMED.sub(b"", data)) == whole


def test_who_says_the_same_twice_has_two_posts() -> None:
    page = (HERE / "phpbb_print/prosilver.html").read_text(encoding="utf-8")
    post = re.search(r'<div class="post">.*?<hr>', page, re.DOTALL)
    assert post
    document = Document("demo", "page", page.replace(post[0], 2 * post[0]).encode())
    engine = identify(document)
    assert engine is not None

    (part,) = engine.extract(document)

    one, two = part.thread.posts
    assert one.body == two.body == "It stung."
    assert one.id != two.id
