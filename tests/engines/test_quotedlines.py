"""Lines that quote as mail does, and the line that says when a post was edited."""

from __future__ import annotations

import pytest
from lxml import etree

from threadsite.document import parse_html
from threadsite.engines.quotedlines import cut_note, fold
from threadsite.engines.rules import Element, all_text, select


def body(source: str) -> Element:
    tree, _ = parse_html(f"<div>{source}</div>")
    return select(tree, "div")[0]


def text(element: Element) -> str:
    return etree.tostring(element, encoding="unicode", method="html")


def test_lines_become_a_quote_of_whom_the_line_above_names() -> None:
    words = body("Well.<br>Rosette Wrote:<br>------------<br>&gt; Dry <b>wood</b>.<br>Yes.")

    fold(words)

    assert text(words) == (
        "<div>Well.<br><blockquote><cite>Rosette</cite> Dry <b>wood</b>.</blockquote><br>Yes.</div>"
    )


def test_quotes_stand_in_quotes() -> None:
    words = body("&gt; Bridge wrote:<br>&gt;&gt; Dry?<br>&gt; Wet.")

    fold(words)

    assert [len(list(q.iterancestors("blockquote"))) for q in words.iter("blockquote")] == [0, 1]
    assert words.findtext(".//blockquote/blockquote/cite") == "Bridge"


def test_a_line_that_names_nobody_stays_above_the_quote() -> None:
    words = body("A proverb:<br>&gt; Dry wood.")

    fold(words)

    assert words.text == "A proverb:"
    assert words.find(".//cite") is None


def test_what_quotes_nothing_stays_as_it_is() -> None:
    words = body("5 &gt; 3<br>and<!-- not --> <i>more</i> of it<br><br>")
    before = text(words)

    fold(words)

    assert text(words) == before


def test_a_thousand_marks_end_somewhere() -> None:
    words = body("&gt;" * 1000 + " deep")

    fold(words)

    assert "deep" in text(words)


@pytest.mark.parametrize(
    ("source", "note", "left"),
    [
        ("A.<br><br><br><br>Edited 3/24/2009 07:13AM", "Edited 3/24/2009 07:13AM", "A."),
        ("A.<br>At 2009 07:13AM", "", "A.At 2009 07:13AM"),
        ("A.<br><br><br><br>B.", "", "A.B."),
        ("2009 07:13AM", "", "2009 07:13AM"),
        ("", "", ""),
    ],
)
def test_only_a_dated_line_far_below_is_a_note(source: str, note: str, left: str) -> None:
    words = body(source)

    assert cut_note(words) == note
    assert all_text(words) == left


def test_lines_without_number_take_no_time_each() -> None:
    words = body("&gt; Dry?<br>" * 50_000)

    fold(words)

    assert len(words.findall(".//br")) == 50_000
