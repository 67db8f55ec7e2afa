"""The index finds what an XPath of the same selector finds, wherever it is asked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml.cssselect import CSSSelector

from threadsite.document import parse_html
from threadsite.engines.finding import Element, finder, tree_of
from threadsite.engines.rules import changed, detach, select
from threadsite.engines.steps import steps

TAGS, WORDS = ("div", "p", "b"), ("a", "b", "ab", "c")
ATTRIBUTES = ("class", "id", "data-x")

values = st.lists(st.sampled_from(WORDS), max_size=3).flatmap(
    lambda words: st.sampled_from((" ", "\n", "\xa0", "  ")).map(lambda gap: gap.join(words))
)
trees = st.recursive(
    st.tuples(st.sampled_from(TAGS), st.dictionaries(st.sampled_from(ATTRIBUTES), values)),
    lambda inner: st.tuples(
        st.sampled_from(TAGS),
        st.dictionaries(st.sampled_from(ATTRIBUTES), values),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)
tests = st.one_of(
    st.sampled_from(WORDS).map(lambda word: f".{word}"),
    st.sampled_from(WORDS).map(lambda word: f"#{word}"),
    st.sampled_from(ATTRIBUTES).map(lambda name: f"[{name}]"),
    st.builds(
        "[{}{}'{}']".format,
        st.sampled_from(ATTRIBUTES),
        st.sampled_from(("=", "~=", "^=", "$=", "*=", "!=", "|=")),
        st.sampled_from((*WORDS, "", "a b")),
    ),
    st.sampled_from(
        (":not(.a)", ":not(p)", ":not([id^=a])", ":first-child", ":empty", ":has(+ b)")
    ),
    st.sampled_from(
        (":has(.b)", ":has(#a, .c)", ":has(p .a)", ":has(p:not(.a))", ":has(p:has(b))")
    ),
    st.sampled_from((":has(> p)", ":has(> p > .a)", ":has(> p .a)", ":has(> .a, > .b)")),
    st.sampled_from((":not(:has(.a))", ":not(:has(> .b, p))", ":not(:has(p:not(.a)))")),
)
compounds = st.builds(
    lambda tag, ends: tag + "".join(ends),
    st.sampled_from(("*", *TAGS)),
    st.lists(tests, max_size=3),
)
chains = st.lists(compounds, min_size=1, max_size=4).flatmap(
    lambda parts: st.lists(
        st.sampled_from((" ", " ", " > ", " + ", " ~ ")),
        min_size=len(parts) - 1,
        max_size=len(parts) - 1,
    ).map(lambda ways: parts[0] + "".join(map("".join, zip(ways, parts[1:], strict=True))))
)
selectors = st.lists(chains, min_size=1, max_size=2).map(", ".join)


def _made(tag: str, attributes: dict[str, str], children: Sequence[object] = ()) -> Element:
    element = etree.Element(tag, attributes)
    element.extend([_made(*child) for child in children])  # type: ignore[misc]
    return element


@given(trees, st.lists(selectors, min_size=1, max_size=4), st.data())
def test_an_index_finds_what_an_xpath_finds(
    tree: tuple[str, dict[str, str]], asked: list[str], data: st.DataObject
) -> None:
    root = _made(*tree)
    elements = list(root.iter())
    for _ in range(3):
        scope = data.draw(st.sampled_from(elements))
        for css in asked:
            assert finder(css)(scope) == CSSSelector(css, translator="html")(scope)
            assert finder(css).may_find(tree_of(scope)) or not finder(css)(scope)
        detach(data.draw(st.sampled_from(elements)))


@pytest.mark.parametrize(
    ("css", "whole"),
    [
        ("div.a > p[id^=x] b", True),
        ("#x.a[data-y='1'], p", True),
        ("[id!=a]", False),
        ("p:first-child", False),
        ("p:not(.a) b:not(:has(> i))", True),
        ("p:has(a, .b > i)", True),
        ("p:has(b) i", True),
        ("p:has(b + i)", False),
        ("p:has(> a i)", False),
        ("p:not(:first-child)", False),
        (".a ~ .b", False),
        ("svg|a", False),
    ],
)
def test_it_is_known_whether_steps_say_all(css: str, whole: bool) -> None:
    assert all(step.whole for step, _ in steps(css)) is whole


@pytest.mark.parametrize(
    ("css", "asked"),
    [
        ("p.a, #none", True),
        ("body p[title*=y]", True),
        ("p:has(.b)", True),
        ("p:has(.none), p:has(> #none)", False),
        ("div p[title*=z]", False),
        (".a #y", False),
        (".a + #y", False),
        ("p[lang]", False),
        ("p", True),
    ],
)
def test_what_no_tree_answers_need_not_be_asked(css: str, asked: bool) -> None:
    root, _ = parse_html("<p class='a b' id=x title=y>tea</p>")

    assert finder(css).may_find(tree_of(root)) is asked


def test_what_stands_around_may_not_stand_outside() -> None:
    root, _ = parse_html("<div class=a><section><p>tea</p></section></div>")
    (section,) = select(root, "section")

    assert select(root, ".a p")
    assert not select(section, ".a p")


def test_a_changed_tree_is_looked_at_again() -> None:
    root, _ = parse_html("<p>tea</p><p>milk</p>")
    assert not select(root, ".drink")

    for paragraph in select(root, "p"):
        paragraph.set("class", "drink")
        paragraph.append(etree.Element("img"))
    changed()

    assert len(select(root, ".drink > img")) == 2


def test_what_stands_new_in_a_tree_is_seen() -> None:
    root, _ = parse_html("<p>tea</p>")
    assert select(root, "p")

    root[0].append(etree.SubElement(root[0][0], "b", {"class": "milk"}))

    assert select(root[0][-1], "b.milk")


def test_deep_trees_are_no_trouble() -> None:
    deepest = root = etree.Element("div", {"class": "a"})
    for _ in range(3000):
        deepest = etree.SubElement(deepest, "div", {"class": "a"})

    assert select(root, ".a .a .a > .a")[-1] is deepest
