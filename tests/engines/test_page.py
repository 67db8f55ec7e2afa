"""Addresses as a page under reading gives them on."""

from __future__ import annotations

import pytest

from threadsite.document import Document
from threadsite.engines.page import Page
from threadsite.engines.rules import Rules

RULES = Rules(identify="body", post="div", body="p", page_suffix=r"&start=\d+")
SAME = [
    ("viewtopic.php?t=7&sid=0123456789abcdef0123456789abcdef", "/viewtopic.php?t=7"),
    ("viewtopic.php?sid=0123456789abcdef0123456789abcdef&t=7", "/viewtopic.php?t=7"),
    ("viewtopic.php?t=7&#p9", "/viewtopic.php?t=7#p9"),
    ("http://kilns.example:80/viewtopic.php?t=7&", "/viewtopic.php?t=7"),
    ("http://kilns.example:8080/viewtopic.php?t=7", ":8080/viewtopic.php?t=7"),
    ("http://kilns.example/go?to=http://a.example:80/", "/go?to=http://a.example:80/"),
]


def page(url: str | None) -> Page:
    return Page.of(Document("demo", "a.html", b"<p>Clay.", url=url), RULES)


@pytest.mark.parametrize(("address", "same"), SAME)
def test_a_link_says_no_more_than_it_must(address: str, same: str) -> None:
    link = page("http://kilns.example:80/index.php").link(address)

    assert link == f"http://kilns.example{same}"


def test_a_thread_is_where_its_first_page_is() -> None:
    found = page("https://kilns.example:443/viewtopic.php?t=7&start=40&")

    assert found.of_thread(found.url) == "https://kilns.example/viewtopic.php?t=7"
