"""What is written reads back: any text, any nodes, in good time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from markup_nodes import blocks, lines, texts

from threadsite.markup.marks import are_placeable, unmarked
from threadsite.markup.nodes import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Heading,
    Image,
    Item,
    Link,
    List,
    Node,
    Paragraph,
    QuoteBlock,
    Rule,
    Spoiler,
    Strike,
    Strong,
    Table,
    Text,
)
from threadsite.markup.normal import normal
from threadsite.markup.reader import read
from threadsite.markup.writer import inline, write


def paragraph(*nodes: Any) -> tuple[Block, ...]:
    return (Paragraph(tuple(Text(node) if isinstance(node, str) else node for node in nodes)),)


def without_marks(node: Any) -> Any:
    match node:
        case List(items):
            return replace(node, items=tuple(map(without_marks, items)))
        case Table(rows):
            return Table(tuple(tuple(tuple(unmarked(cell)) for cell in row) for row in rows))
        case QuoteBlock(children) | Spoiler(children) | Item(children):
            return replace(node, children=tuple(map(without_marks, children)))
        case CodeBlock() | Rule():
            return node
    return replace(node, children=tuple(unmarked(node.children)))


def letters(nodes: Iterable[Node | Item]) -> str:
    """All letters and digits in *nodes*, but those of addresses, in order."""
    out = []
    for node in nodes:
        match node:
            case Text(text) | CodeSpan(text) | CodeBlock(text):
                out.append(text)
            case List(items):
                out.append(letters(items))
            case Table(rows):
                out += [letters(cell) for row in rows for cell in row]
            case Break() | Rule() | Image():
                pass
            case _:
                out.append(letters(node.children))
    return re.sub(r"[\W_]", "", "".join(out))


@given(texts)
def test_any_text_reads_back_as_just_this_text(text: str) -> None:
    nodes = tuple(Paragraph((Text(line),)) for line in text.split("\n"))

    assert read(write(nodes)) == normal(nodes)


@given(blocks)
def test_any_nodes_read_back_but_for_marks(nodes: tuple[Block, ...]) -> None:
    again = read(write(nodes))

    assert tuple(map(without_marks, again)) == tuple(map(without_marks, normal(nodes)))


@given(lines)
def test_marks_that_can_be_placed_are_kept(nodes: tuple[Any, ...]) -> None:
    for found in normal((Paragraph(nodes),)):
        assert isinstance(found, Paragraph)
        if are_placeable(found.children):
            assert read(inline(found.children)) == (found,)


@given(blocks)
def test_the_normal_form_is_normal(nodes: tuple[Block, ...]) -> None:
    assert normal(normal(nodes)) == normal(nodes)


@given(blocks)
def test_the_normal_form_keeps_all_words(nodes: tuple[Block, ...]) -> None:
    # The head of a quote may be read from its first words, and these are then no children.
    kept = letters(normal(nodes))
    lost = len(letters(nodes)) - len(kept)

    assert lost <= 0 or "Maud" in letters(nodes) or "Spoiler" in letters(nodes)


@given(blocks)
def test_writing_what_was_read_changes_nothing(nodes: tuple[Block, ...]) -> None:
    written = write(nodes)

    assert write(read(written)) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("2*3*4", "2\\*3\\*4"),
        ("- no list", "\\- no list"),
        ("1986. A great year", "1986\\. A great year"),
        ("-5 degrees, +3 the next day", "-5 degrees, +3 the next day"),
        ("#1 of #3", "#1 of #3"),
        ("# no heading", "\\# no heading"),
        ("a < b, <3, a <b> c", "a < b, <3, a \\<b> c"),
        ("AT&T &amp; Co", "AT&T \\&amp; Co"),
        ("see [1], not [this](x)", "see [1], not [this\\](x)"),
        ("~5 of ~~6~~", "~5 of \\~\\~6\\~\\~"),
        ("C:\\dir `code`", "C:\\\\dir \\`code\\`"),
        ("---", "\\---"),
        ("Go to http://a.example/b_c.", "Go to <http://a.example/b_c>."),
        ("www.a.example", "[www.a.example](http://www.a.example)"),
    ],
)
def test_escapes_only_what_would_be_markup(text: str, written: str) -> None:
    assert write(paragraph(text)) == written


@pytest.mark.parametrize(
    ("nodes", "written"),
    [
        (("a ", Strong((Text(" b "),)), "c"), "a **b** c"),
        ((Emphasis((Strong((Text("b"),)),)),), "***b***"),
        ((Strong((Emphasis((Text("b"),)),)),), "***b***"),
        ((Strong((Text("Note:"),)), "this"), "**Note**:this"),
        (("a", Strong((Text("b"),)), "c"), "a**b**c"),
        ((Strike((Text("x"),)), Strike((Text("y"),))), "~~xy~~"),
        ((Emphasis((Text("a"),)), Strong((Text("b"),))), "*a***b**"),
        (("a", Break(), Break(), "b"), "a\n\nb"),
        ((CodeSpan("a`b"),), "``a`b``"),
        (("Look!", Link("http://a.example/", (Text("here"),))), "Look\\![here](http://a.example/)"),
        ((Link("javascript:x", (Text("here"),)),), "here"),
        ((Link("http://a.example/b c", (Text("x]"),)),), "[x\\]](http://a.example/b%20c)"),
    ],
)
def test_marks_stand_where_markdown_takes_them(nodes: tuple[Any, ...], written: str) -> None:
    assert write(paragraph(*nodes)) == written


def test_quotes_lists_and_code_stand_in_each_other() -> None:
    code = CodeBlock("if x:\n\n    y()", "python")
    inner = List((Item((Paragraph((Text("a"),)), code)), Item((Paragraph((Text("b"),)),))))
    quote = QuoteBlock((inner, QuoteBlock((Paragraph((Text("deep"),)),))), "Maud", "1007")

    assert write((quote,)) == (
        "> **Maud** ([#1007](#p1007)):\n"
        ">\n"
        "> - a\n"
        ">\n"
        ">   ```python\n"
        ">   if x:\n"
        ">\n"
        ">       y()\n"
        ">   ```\n"
        ">\n"
        "> - b\n"
        ">\n"
        "> > deep"
    )


def test_a_fence_is_longer_than_any_in_the_code() -> None:
    code = CodeBlock("```\n````\n```")

    assert write((code,)) == "`````\n```\n````\n```\n`````"


def test_lists_side_by_side_stay_two() -> None:
    one = List((Item((Paragraph((Text("a"),)),)),))

    assert write((one, one, one)) == "- a\n\n+ a\n\n- a"


def test_nesting_without_end_is_flattened_and_keeps_its_words() -> None:
    marked: Any = Text("deep")
    for kind in (Strong, Emphasis) * 3000:
        marked = kind((marked,))
    nodes = paragraph(marked)
    for _ in range(3000):
        nodes = (QuoteBlock(nodes),)

    assert write(nodes) == "> " * 40 + "***deep***"


@pytest.mark.parametrize(
    "text",
    [
        "![[]()" * 20_000,
        "](\\[\n" * 20_000,
        "<" * 100_000,
        "a*b_" * 25_000,
        "`" * 50_000 + "a",
        "http://a.example/" + ")" * 50_000,
        "\\" * 50_000,
        "&a" * 50_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_loses_nothing(text: str) -> None:
    again = read(write((Paragraph(tuple(Text(line) for line in text.split("\n"))),)))

    assert letters(again) == re.sub(r"[\W_]", "", text)


def test_a_heading_of_hashes_takes_no_time() -> None:
    heading = (Heading(1, (Text("#" * 100_000 + " a" + "#" * 100_000),)),)

    assert read(write(heading)) == heading


def test_marks_side_by_side_are_one_however_many_they_are() -> None:
    many = [Strong((Text("a"), CodeSpan("b")))] * 20_000

    (found,) = normal(paragraph(*many))

    assert found == Paragraph((Strong((Text("a"), CodeSpan("b")) * 20_000),))


def test_a_table_wider_than_any_is_rows_of_words() -> None:
    row = tuple((Text(f"{number}"),) for number in range(1000))
    table = Table((row, *[((Text("a"),), (Text("b"),))] * 1000))

    written = write((table,))

    assert letters(read(written)) == letters((table,))
    assert len(written) < 10_000
