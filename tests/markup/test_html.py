"""HTML to nodes, shown as the Markdown that they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from markup_cases import Case, cases

from threadsite.document import parse_html
from threadsite.markup.code import code
from threadsite.markup.hooks import drop, spoiler, unwrap
from threadsite.markup.html import Dialect, Walker, read_html
from threadsite.markup.nodes import Node, QuoteBlock
from threadsite.markup.words import spoken
from threadsite.markup.writer import write

HTML = Path(__file__).parent / "html"
PLAIN = Dialect("http://forum.example/thread/1")


def markdown(html: str, dialect: Dialect = PLAIN) -> str:
    root, _ = parse_html(f"<!doctype html><html><body><div>{html}</div></body></html>")
    return write(read_html(root[0][0], dialect))


@pytest.mark.parametrize("case", cases(HTML))
def test_case(case: Case) -> None:
    assert markdown(case.given) == case.expected


def quote(element: etree._Element, walker: Walker) -> Sequence[Node] | None:
    head = next(element.iterchildren("cite"), None)
    if head is None:
        return None
    author = spoken(walker.inline(head)).removesuffix(" wrote:")
    return (QuoteBlock(walker.without(head).blocks(element), author),)


def test_hooks_read_what_an_engine_means() -> None:
    dialect = Dialect(
        classes={
            "edited": drop,
            "card": unwrap,
            "spoil": spoiler("inside", title="head"),
            "codebox": code("lines"),
        },
        tags={"blockquote": quote},
    )
    html = (
        "<blockquote><cite>Maud wrote:</cite> words <b>here</b></blockquote>"
        '<div class="x card"><p>card</p></div><div class="edited">Last edited</div>'
        '<div class="spoil"><b class="head">The end:</b><i class="inside">hidden</i></div>'
        '<div class="spoil">not one</div>'
        '<div class="codebox"><p>Code: <a>select</a></p><div class="lines">a<br>b</div></div>'
        "<blockquote>bare</blockquote>"
    )

    assert markdown(html, dialect) == (
        "> **Maud**:\n>\n> words **here**\n\ncard\n\n> ***Spoiler: The end***\n>\n> hidden\n\n"
        "not one\n\n```\na\nb\n```\n\n> bare"
    )


@pytest.mark.parametrize("stated", ["5", "null", "{}", "[", "[5, null]"])
def test_a_player_that_states_nonsense_is_its_words(stated: str) -> None:
    assert markdown(f"<span data-s9e-mediaembed-iframe='{stated}'>clip</span>") == "clip"


def test_without_a_base_relative_links_stay() -> None:
    assert markdown('<a href="b?c">x</a>', Dialect()) == "[x](b?c)"


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "ul", "li", "table", "font"])
def test_nesting_without_end_loses_no_word(tag: str) -> None:
    depth = 1900

    written = markdown(f"<{tag}>" * depth + "deep" + f"</{tag}>" * depth + " after")

    assert re.findall(r"\w+", written) == ["deep", "after"]


TAGS = (
    *("div", "p", "b", "i", "s", "a", "ul", "ol", "li", "blockquote", "pre", "code", "table"),
    *("tr", "td", "th", "h2", "sup", "sub", "details", "summary", "q", "span", "noscript", "x-y"),
)
words = st.text("abcé *_`#>-1.[]()&;\n\t", min_size=1, max_size=8)
pieces = st.one_of(
    words.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;")),
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.just("<br>"),
)


@example("<h2><details><summary>a")
@given(st.lists(pieces, max_size=20).map("".join))
def test_no_word_is_lost_whatever_the_tags(html: str) -> None:
    root, _ = parse_html(f"<!doctype html><html><body><div>{html}</div></body></html>")
    said = re.findall(r"[abcé1]", "".join(map(str, root[0].itertext())))

    written = write(read_html(root[0], PLAIN))

    raised = str.maketrans("ᵃᵇᶜ¹₁ₐ", "abc11a")
    plain = re.sub(r"Spoiler(: )?|^\d+[.)] |^( *> ?| *[-+] )+\d+[.)] ", "", written, flags=re.M)
    kept = re.findall(r"[abcé1]", plain.translate(raised))
    assert len(kept) >= len(said)
