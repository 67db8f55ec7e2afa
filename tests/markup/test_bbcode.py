"""BBCode and the XML of phpBB to nodes, shown as the Markdown that they make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup_cases import Case, cases

from threadsite.markup import bbtags
from threadsite.markup.bbcode import Forum, read_bbcode
from threadsite.markup.bbquotes import head
from threadsite.markup.nodes import Link, Text
from threadsite.markup.s9e import read_s9e
from threadsite.markup.words import plain
from threadsite.markup.writer import write

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", cases(HERE / "bbcode"))
def test_bbcode(case: Case) -> None:
    assert write(read_bbcode(case.given)) == case.expected


@pytest.mark.parametrize("case", cases(HERE / "s9e"))
def test_s9e(case: Case) -> None:
    assert write(read_s9e(case.given)) == case.expected


def test_only_marked_tags_count_where_a_forum_marks_them() -> None:
    text = "[b:ab12]yes[/b:ab12] [i]typed[/i] [list=1:ab12][*:ab12]x[/*:m:ab12][/list:o:ab12]"

    assert write(read_bbcode(text, Forum(uid="ab12"))) == "**yes** [i]typed[/i]\n\n1. x"
    assert write(read_bbcode("[b]typed[/b]", Forum(uid=""))) == r"\[b]typed[/b]"


def test_entities_are_words_and_no_tags() -> None:
    forum = Forum(escaped=True)
    text = "&#91;b&#93;typed&#91;/b&#93; [quote=&quot;Maud&quot;]1 &lt; 2[/quote]"

    assert plain(read_bbcode(text, forum)) == "[b]typed[/b]"
    assert "**Maud**:\n>\n> 1 < 2" in write(read_bbcode(text, forum))


def test_attachments_that_are_known_are_named() -> None:
    forum = Forum(files={"5": (Link("http://kiln.example/5", (Text("pot.png"),)),)})
    named = "[pot.png](http://kiln.example/5)"

    for text in ("[attach]5[/attach]", "[ATTACH type=full]5[/ATTACH]", "[attachment=5]"):
        assert write(read_bbcode(text, forum)) == named


def test_relative_links_lead_to_the_forum() -> None:
    forum = Forum(base="http://kiln.example/forum/")

    assert write(read_bbcode("[url=faq.php]x[/url]", forum)) == (
        "[x](http://kiln.example/forum/faq.php)"
    )


@pytest.mark.parametrize(
    ("arg", "expected"),
    [
        ("", (None, None)),
        ("=Maud", ("Maud", None)),
        ('="Maud, the potter"', ("Maud, the potter", None)),
        ("=", (None, None)),
        (" author=Maud date=5", ("Maud", None)),
        (" post=5", (None, "5")),
    ],
)
def test_heads_of_quotes(arg: str, expected: tuple[str | None, str | None]) -> None:
    assert head(arg) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[quote]" * 143_000,
        "[quote=A]x\n" * 3000 + "[/quote]" * 3000,
        "[b]" * 50_000 + "[i]x" * 50_000 + "[/b]" * 50_000 + "[/i]" * 50_000,
        "[code]" * 100_000,
        "[" * 500_000,
        '[b="' * 250_000,
        "[b=[x][b=[x" * 50_000,
        "[list]" + "[*]x" * 50_000 + "[/list]",
        "[b][quote][i][*][/b][list][/quote][/i][*][/list]" * 5000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_codes_are_read(text: str) -> None:
    assert read_bbcode(text)


def test_nested_quotes_lose_no_word() -> None:
    deep = "".join(f"[quote=A]w{n}\n" for n in range(3000)) + "[/quote]" * 3000
    xml = "<r>" + "".join(f"<QUOTE>w{n} " for n in range(3000)) + "</QUOTE>" * 3000 + "</r>"

    for blocks in (read_bbcode(deep), read_s9e(xml)):
        assert set(re.findall(r"w\d+", write(blocks))) == {f"w{n}" for n in range(3000)}


WORDS = st.sampled_from(["clay", "kiln 7", "\n", "\n\n", " ", "[", "]", "http://a.example/b "])
TAGS = st.builds(
    "[{}{}{}]".format,
    st.sampled_from(["", "/"]),
    st.sampled_from(sorted(bbtags.KNOWN)),
    st.sampled_from(["", "=x", '="a b"']),
)


@given(st.lists(st.one_of(WORDS, TAGS)))
def test_no_word_is_lost(parts: list[str]) -> None:
    text = write(read_bbcode("".join(parts)))

    assert text.count("clay") >= parts.count("clay")
    assert text.count("kiln 7") >= parts.count("kiln 7")
