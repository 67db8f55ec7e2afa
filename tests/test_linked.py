"""Linked data: what search engines read of threads, authors and boards."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from threadsite import content
from threadsite.building import build
from threadsite.config import load_site
from threadsite.model import Author, Post, Thread

HOME = "https://h.example/kilns/"
SETTINGS = """
[site]
title = "Kilns & glazes"
description = "What potters said."
url = "https://h.example/kilns"
[build]
posts_per_page = 2
"""
MAUD, LOST = Author("1", "Maud"), Author("2", None)
CLOSING = "</script><script>alert(1)</script>"


def post(number: int, author: Author = MAUD, body: str = "Glossy.") -> Post:
    day = datetime(2009, 3, number, 18, 4, tzinfo=UTC)
    return Post(str(number), author=author, body=body, created=day)


POSTS = (
    post(1),
    post(2, LOST, CLOSING),
    post(3, body="Long. " * 40),
    replace(post(4), created=None),
)
THREAD = Thread(
    "7", "Cone six", POSTS, "kiln.example", board=("Fire", "Wood"), tags=("raku", "ash")
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("linked"), SETTINGS)


def built(root: Path, settings: str) -> Path:
    (root / "content" / "threads").mkdir(parents=True)
    (root / "content" / "threads" / "7-cone-six.md").write_text(content.dump(THREAD), "utf-8")
    (root / "site.toml").write_text(settings, "utf-8")
    return build(load_site(root)).output


def page(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_bytes())


def linked(path: Path) -> dict[str, Any]:
    (block,) = page(path).xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(block)
    assert data["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in data["@graph"]}


def meta(path: Path) -> dict[str, str]:
    tags = page(path).xpath("//head/meta[@property or starts-with(@name, 'twitter:')]")
    return {tag.get("property") or tag.get("name"): tag.get("content") for tag in tags}


def test_a_thread_is_a_posting_with_comments(site: Path) -> None:
    posting = linked(site / "t" / "7-cone-six.html")["DiscussionForumPosting"]

    maud = {"@type": "Person", "name": "Maud", "url": HOME + "a/1-maud.html"}
    assert posting.pop("comment") == [
        {
            "@type": "Comment",
            "text": CLOSING,
            "url": HOME + "t/7-cone-six.html#p2",
            "datePublished": "2009-03-02T18:04+00:00",
        }
    ]
    assert posting == {
        "@type": "DiscussionForumPosting",
        "headline": "Cone six",
        "text": "Glossy.",
        "url": HOME + "t/7-cone-six.html",
        "author": maud,
        "datePublished": "2009-03-01T18:04+00:00",
        "articleSection": "Wood",
        "keywords": "raku, ash",
        "commentCount": 3,
    }


def test_a_later_page_tells_of_the_opening_post_again(site: Path) -> None:
    first = linked(site / "t" / "7-cone-six.html")["DiscussionForumPosting"]
    later = linked(site / "t" / "7-cone-six.2.html")["DiscussionForumPosting"]

    comments = later.pop("comment")
    del first["comment"]
    assert later == first
    assert [comment["url"] for comment in comments] == [
        HOME + "t/7-cone-six.2.html#p3",
        HOME + "t/7-cone-six.2.html#p4",
    ]
    assert len(comments[0]["text"]) <= 60
    assert "datePublished" not in comments[1]


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("t/7-cone-six.html", ["Fire", "Wood", "Cone six"]),
        ("b/fire-wood.html", ["Fire", "Wood"]),
        ("a/1-maud.html", ["Maud"]),
    ],
)
def test_crumbs_lead_from_the_home_page(site: Path, name: str, steps: list[str]) -> None:
    items = linked(site / name)["BreadcrumbList"]["itemListElement"]

    assert [item["name"] for item in items] == ["Kilns & glazes", *steps]
    assert [item["position"] for item in items] == list(range(1, len(items) + 1))
    assert items[0]["item"] == HOME
    assert items[-1]["item"] == HOME + name


def test_an_author_has_a_profile_unless_the_name_is_lost(site: Path) -> None:
    profile = linked(site / "a" / "1-maud.html")["ProfilePage"]["mainEntity"]
    (lost,) = (path for path in (site / "a").glob("2*.html"))

    assert profile["name"] == "Maud"
    assert profile["url"] == HOME + "a/1-maud.html"
    assert profile["agentInteractionStatistic"]["userInteractionCount"] == 3
    assert not page(lost).xpath("//script[@type='application/ld+json']")


def test_a_thread_is_announced_to_other_sites(site: Path) -> None:
    tags = meta(site / "t" / "7-cone-six.2.html")

    assert tags.pop("og:title").startswith("Cone six, ")
    assert tags.pop("og:description").startswith("Long. Long.")
    assert tags == {
        "og:type": "article",
        "og:site_name": "Kilns & glazes",
        "og:url": HOME + "t/7-cone-six.2.html",
        "article:published_time": "2009-03-01",
        "article:modified_time": "2009-03-03",
        "article:section": "Wood",
        "twitter:card": "summary",
    }


def test_each_page_but_the_missing_one_says_its_own_address(site: Path) -> None:
    for path in site.rglob("*.html"):
        name = path.relative_to(site).as_posix()
        own = HOME + ("" if name == "index.html" else name)
        found = page(path).xpath("//link[@rel='canonical']/@href")
        assert found == ([] if name == "404.html" else [own])
        assert meta(path).get("og:url") == (None if name == "404.html" else own)


def test_pages_of_a_thread_name_their_neighbours(site: Path) -> None:
    first, last = (page(site / "t" / name) for name in ("7-cone-six.html", "7-cone-six.2.html"))

    assert first.xpath("//link[@rel='next']/@href") == ["7-cone-six.2.html"]
    assert first.xpath("//link[@rel='prev']") == []
    assert last.xpath("//link[@rel='prev']/@href") == ["7-cone-six.html"]


def test_a_site_that_does_not_know_its_address_states_none(tmp_path: Path) -> None:
    site = built(tmp_path, SETTINGS.replace('url = "https://h.example/kilns"\n', ""))

    things = linked(site / "t" / "7-cone-six.html")
    assert things.keys() == {"DiscussionForumPosting"}
    assert "h.example" not in json.dumps(things)
    assert "url" not in things["DiscussionForumPosting"]["author"]
    assert meta(site / "t" / "7-cone-six.html") == {}
    assert not page(site / "b" / "fire.html").xpath("//script[@type]")
