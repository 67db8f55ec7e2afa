"""What a rule may say, and what a wrong one is told."""

from __future__ import annotations

import pytest

from threadsite.document import parse_html
from threadsite.engines import woltlab3
from threadsite.engines.attribution import named, said
from threadsite.engines.html import HtmlEngine
from threadsite.engines.invision2 import Invision2
from threadsite.engines.invision3 import Invision3
from threadsite.engines.rules import detach, select, text_of, value, values
from threadsite.errors import ConfigError

PAGE, _ = parse_html(
    '<div id="p7" class="post"><a href="/u/12">Maud <b>E.</b></a><i>one</i>two<i>three</i></div>'
)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        (".post a", "Maud E."),
        (".post a::text", "Maud"),
        (".post::text", "two"),
        (".post::attr(id)", "p7"),
        (r".post::attr(id)::match(\d+)", "7"),
        (r"a::attr(href)::match(/u/(\d+)$)", "12"),
        (("em", "b"), "E."),
        ("em", None),
        ((), None),
    ],
)
def test_a_selector_takes(selector: str | tuple[str, ...], found: str | None) -> None:
    assert value(PAGE, selector) == found


def test_a_selector_of_nothing_is_the_element_itself() -> None:
    (post,) = select(PAGE, ".post")

    assert value(post, "::attr(class)") == "post"


def test_the_first_alternative_that_finds_something_counts() -> None:
    assert values(PAGE, ("em", "i", "b")) == ["one", "three"]


def test_an_ending_keeps_the_elements_that_have_such_a_value() -> None:
    assert select(PAGE, r"div::attr(id)::match(^p\d+$)")
    assert not select(PAGE, r"div::attr(id)::match(^q\d+$)")


@pytest.mark.parametrize("selector", ["a[", "a::match(()"])
def test_a_wrong_selector_is_named(selector: str) -> None:
    with pytest.raises(ConfigError, match="rule"):
        value(PAGE, selector)


def test_what_is_detached_leaves_the_text_behind_it() -> None:
    root, _ = parse_html("<p>a<b>b</b>c<i>i</i>d</p>")

    for element in select(root, "b, i"):
        detach(element)

    assert text_of(root) == "acd"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Maud said:", "Maud"),
        ("Maud Ellery wrote: ↑", "Maud Ellery"),
        ("Lisa schrieb:", "Lisa"),
        ("shiva hat geschrieben:", "shiva"),
        ("Zitat von siegi:", "siegi"),
        ("Originally Posted by Wren", "Wren"),
        ("Боцман писал(а):", "Боцман"),
        ("Juan escribió:", "Juan"),
        ("Jeanne a écrit :", "Jeanne"),
        ("小林さんが書きました:", "小林"),
        ("Quote:", None),
        ("Zitat:", None),
        ("", None),
    ],
)
def test_the_head_of_a_quote_names_its_author(head: str, name: str | None) -> None:
    assert named(head) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Torf schrieb:", "Torf"),
        ("Maud E. a écrit :", "Maud E."),
        ("It still holds:", None),
        ("schrieb:", None),
    ],
)
def test_only_a_line_that_says_who_wrote_names_somebody(line: str, name: str | None) -> None:
    assert said(line) == name


@pytest.mark.parametrize("engine", [Invision2, Invision3])
def test_a_long_note_of_an_edit_takes_no_time(engine: type[HtmlEngine]) -> None:
    root, _ = parse_html(f"<p class=edit>Edited by Ash: 1, 2\n{' 1,' * 1_300}:\nx</p>")

    assert values(root, engine.rules.edited)


def test_a_head_of_quotation_marks_takes_no_time() -> None:
    assert woltlab3.MARKED.search("‘" * 100_000) is None
