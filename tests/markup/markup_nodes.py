"""Strategies: any text, any nodes, most of them made to look like markup."""

from __future__ import annotations

from hypothesis import strategies as st

from threadsite.markup.nodes import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Heading,
    Image,
    Inline,
    Item,
    Link,
    List,
    Paragraph,
    QuoteBlock,
    Rule,
    Spoiler,
    Strike,
    Strong,
    Table,
    Text,
)

FRAGMENTS = (
    *"ab1.*_`[]()<>!&;#-+=|:~\\ \n\t\"'/@{}^$%,?éж",
    *("word", "two words", "  ", "\n\n", "1. ", "- ", "> ", "## ", "```", "~~", "](x)", "[a](b)"),
    *("&amp;", "&#35;", "<b>", "</script>", "<http://a.example/b>", "http://a.example/b_c.", "+++"),
    *("---", "===", "| --- |", "\\\n", "\u3000", "\xa0", "\u2028", "**Maud**", "***Spoiler***"),
)
URLS = (
    "http://a.example/b",
    "picture.png",
    "#p5",
    "mailto:a@b.example",
    "http://a.example/(b)&amp;c;*_",
    "javascript:x",
    "http://a.example/a b<c>",
)

texts = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map("".join),
    st.text(min_size=1, max_size=12),
)
urls = st.sampled_from(URLS)


def _inside(nodes: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    children = st.lists(nodes, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Emphasis, children),
        st.builds(Strong, children),
        st.builds(Strike, children),
        st.builds(Link, urls, children),
    )


inline: st.SearchStrategy[Inline] = st.recursive(
    st.one_of(
        st.builds(Text, texts),
        st.just(Break()),
        st.builds(CodeSpan, texts),
        st.builds(Image, urls, texts),
    ),
    _inside,
    max_leaves=6,
)
lines = st.lists(inline, max_size=4).map(tuple)


def _around(nodes: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    children = st.lists(nodes, max_size=3).map(tuple)
    items = st.lists(st.builds(Item, children), max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, items, st.booleans(), st.sampled_from((1, 0, 7, -1, 999_999_999))),
        st.builds(
            QuoteBlock,
            children,
            st.none() | texts,
            st.none() | texts,
            st.none() | urls,
            st.booleans(),
        ),
        st.builds(Spoiler, children, texts | st.just("")),
    )


block: st.SearchStrategy[Block] = st.recursive(
    st.one_of(
        st.builds(Paragraph, lines),
        st.builds(Heading, st.integers(0, 7), lines),
        st.builds(CodeBlock, texts, st.sampled_from(("", "python", "c++", "a b"))),
        st.builds(Table, st.lists(st.lists(lines, max_size=3).map(tuple), max_size=3).map(tuple)),
        st.just(Rule()),
    ),
    _around,
    max_leaves=6,
)
blocks = st.lists(block, max_size=3).map(tuple)
