"""Markdown to nodes: what people write by hand, and what nobody would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup_nodes import FRAGMENTS

from threadsite.markup.nodes import (
    Break,
    CodeBlock,
    Heading,
    Image,
    Item,
    Link,
    List,
    Paragraph,
    QuoteBlock,
    Spoiler,
    Strong,
    Text,
)
from threadsite.markup.reader import parsed, read
from threadsite.markup.writer import write

WORDS = (Paragraph((Text("Words."),)),)


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=14).map("".join))
def test_the_short_way_reads_what_the_parser_reads(markdown: str) -> None:
    assert read(markdown) == parsed(markdown)


QUOTED = (
    *(
        "> ",
        ">",
        "> **Maud** ([#7](#p7)):",
        "> **a b's**:",
        "> **a_b _c_**:",
        "> **a** ([#7](#p8)):",
    ),
    *(
        "> words",
        "> > ",
        "> - a",
        ">a",
        ">  a",
        "> 1. a",
        "> a\\",
        "> <http://a.example/>",
        "> `a`",
    ),
    *("words", "- a", "", "    a", "***", "> ***Spoiler***", "> # a", "> ([#7](#p7)):", "> a *b"),
)


@given(st.lists(st.sampled_from(QUOTED) | st.text("> ab*\n", max_size=5), max_size=12))
def test_the_short_way_reads_the_quotes_that_the_parser_reads(lines: list[str]) -> None:
    markdown = "\n".join(lines)

    assert read(markdown) == parsed(markdown)


@pytest.mark.parametrize(
    ("head", "quote"),
    [
        ("**Maud**:", QuoteBlock(WORDS, "Maud")),
        ("**Maud** ([#7](#p7)):", QuoteBlock(WORDS, "Maud", "7")),
        ("([#7](#p7)):", QuoteBlock(WORDS, None, "7")),
        ("**Maud** ([↗](http://a.example/)):", QuoteBlock(WORDS, "Maud", url="http://a.example/")),
        ("**Maud** ([#7](#p7), inferred):", QuoteBlock(WORDS, "Maud", "7", inferred=True)),
        ("**Maud** (inferred):", QuoteBlock(WORDS, "Maud", inferred=True)),
        ("**a \\* b** ([#x y](#px%20y)):", QuoteBlock(WORDS, "a * b", "x y")),
        ("***Spoiler***", Spoiler(WORDS)),
        ("***Spoiler: the end***", Spoiler(WORDS, "the end")),
    ],
)
def test_the_first_paragraph_may_be_a_head(head: str, quote: QuoteBlock | Spoiler) -> None:
    assert read(f"> {head}\n>\n> Words.") == (quote,)


@pytest.mark.parametrize(
    "head", ["**Maud**", "**Maud** says:", "Maud:", "**Maud** ([#7](#p8)):", "***Spoilers***"]
)
def test_what_is_nearly_a_head_is_words(head: str) -> None:
    (quote,) = read(f"> {head}\n>\n> Words.")

    assert isinstance(quote, QuoteBlock)
    assert quote.author is quote.post is None
    assert len(quote.children) == 2


def test_lines_of_a_paragraph_join_unless_a_break_is_written() -> None:
    assert read("one\ntwo\\\nthree") == (Paragraph((Text("one two"), Break(), Text("three"))),)


def test_what_a_person_may_write_by_hand() -> None:
    markdown = (
        "Title\n=====\n\n3. a\n   * b\n\n![x](y.png 'title') [z][1]\n\n[1]: http://a.example/"
    )
    below = List((Item((Paragraph((Text("b"),)),)),))

    assert read(markdown) == (
        Heading(1, (Text("Title"),)),
        List((Item((Paragraph((Text("a"),)), below)),), ordered=True, start=3),
        Paragraph((Image("y.png", "x"), Text(" "), Link("http://a.example/", (Text("z"),)))),
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:x",
        "JaVaScript:x",
        "\x01javascript:x",
        "java&#9;script:x",
        "&#x2028;javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "intent://x",
        "ms-msdt:/id",
        "about:blank",
        "file:///x",
    ],
)
def test_an_address_of_another_scheme_makes_no_link(url: str) -> None:
    (paragraph,) = read(f"[words](<{url}>) and **more**")

    assert isinstance(paragraph, Paragraph)
    assert not any(isinstance(node, Link) for node in paragraph.children)
    assert Strong((Text("more"),)) in paragraph.children


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_nesting_without_end_is_one_piece_of_code(mark: str) -> None:
    markdown = mark * 500 + "deep"

    assert read(markdown) == (CodeBlock(markdown),)


@pytest.mark.parametrize("depth", [39, 40, 41, 45])
def test_nesting_below_the_depth_joins_the_level_above(depth: int) -> None:
    node = read("> " * depth + "deep")[0]
    found = 0
    while isinstance(node, QuoteBlock):
        found, node = found + 1, node.children[0]

    assert found == min(depth, 40)
    assert node == Paragraph((Text("deep"),))


def test_a_paragraph_made_to_busy_the_parser_is_words() -> None:
    markdown = "[a](b)\n\n" + "![[]()" * 6_000

    assert read(markdown) == (
        Paragraph((Link("b", (Text("a"),)),)),
        Paragraph((Text("![[]()" * 6_000),)),
    )


def test_words_with_many_stars_keep_no_backslash() -> None:
    text = "2 * 3 \\ 4, " * 20_000

    assert read(write((Paragraph((Text(text),)),))) == (Paragraph((Text(text.strip()),)),)
