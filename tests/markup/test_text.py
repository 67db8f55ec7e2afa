"""Plain text, bare addresses and smilies."""

from __future__ import annotations

import pytest

from threadsite.markup.links import LONGEST, linked, safe
from threadsite.markup.nodes import Link, Text
from threadsite.markup.smilies import smiley
from threadsite.markup.text import read_text
from threadsite.markup.words import spoken
from threadsite.markup.writer import write


def test_blank_lines_part_paragraphs_and_lines_stay_lines() -> None:
    lines = ["", "  One", "two: http://a.example/.", " ", "", "- three", ""]

    assert write(read_text(lines)) == "One\\\ntwo: <http://a.example/>.\n\n\\- three"


def test_no_lines_are_nothing() -> None:
    assert read_text(["", " "]) == ()


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("http://a.example", ["http://a.example"]),
        ("(see https://a.example/b_(c))", ["https://a.example/b_(c)"]),
        ("HTTP://A.example/x?y=1&z=2#w, and", ["HTTP://A.example/x?y=1&z=2#w"]),
        ("www.a.example/b!", ["http://www.a.example/b"]),
        ("http://a.example/é和", ["http://a.example/é和"]),
        ('<http://a.example/>"http://b.example"', ["http://a.example/", "http://b.example"]),
        ("https:// http://- www. xhttp://a a@www.b.example ftp://c", []),
    ],
)
def test_bare_addresses_end_where_their_sentence_goes_on(text: str, urls: list[str]) -> None:
    nodes = list(linked(text))

    assert [node.url for node in nodes if isinstance(node, Link)] == urls
    assert (
        "".join(
            child.text
            for node in nodes
            for child in (node.children if isinstance(node, Link) else (node,))
            if isinstance(child, Text)
        )
        == text
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (" http://a.example/ \n", "http://a.example/"),
        ("ht\ntp://a.example/b\tc", "http://a.example/bc"),
        ("//b.example/c", "https://b.example/c"),
        ("\\\\b.example/c", "https://b.example/c"),
        ("?p=1", "http://forum.example/t/1?p=1"),
        ("../x y", "http://forum.example/x%20y"),
        ("#p1", "http://forum.example/t/1#p1"),
        ("MAILTO:a@b.example", "MAILTO:a@b.example"),
        ("a\u202eb", "http://forum.example/t/a%E2%80%AEb"),
        ("a\ud800b", "http://forum.example/t/a\ufffdb"),
        ("javascript:x", None),
        ("\u2028javascript:x", None),
        ("java\x01script:x", None),
        ("xss:xss", None),
        ("http" * LONGEST, None),
    ],
)
def test_an_address_is_made_absolute_or_refused(url: str, expected: str | None) -> None:
    assert safe(url, "http://forum.example/t/1") == expected


def test_an_address_made_safe_stays_as_it_is() -> None:
    for url in ("http://a.example/a b", "//b.example/\\", 'é|`"<x>'):
        once = safe(url)

        assert once is not None
        assert safe(once) == once


@pytest.mark.parametrize(
    ("alt", "title", "source", "expected"),
    [
        (":)", "", "", "🙂"),
        ("Big Grin", "", "", ":big_grin:"),
        ("", "", "/s/icon_biggrin.gif?v=2", "😀"),
        (":-D", "", "/s/x.gif", "😀"),
        ("", ":+1:", "", "👍"),
        ("👏🏽", "", "", "👏🏽"),
        ("", "", "/s/party-hat.gif", ":party-hat:"),
        ("(8)", "", "", "(8)"),
        ("привет", "", "", "привет"),
        ("", "", "", ""),
    ],
)
def test_a_smiley_is_an_emoji_or_its_name(alt: str, title: str, source: str, expected: str) -> None:
    assert smiley(alt, title, source) == expected


@pytest.mark.parametrize("text", ["http://" * 20_000, "http://a" + ")" * 100_000, "www." * 50_000])
def test_addresses_without_end_lose_nothing(text: str) -> None:
    assert spoken(linked(text)) == text
