"""Hostile flattened text: whatever it holds, no line of it is lost."""

from __future__ import annotations

import pytest
from flattened import document
from hypothesis import given, settings
from hypothesis import strategies as st

from threadsite.engines.text import FlattenedText

PIECES = st.sampled_from(
    [
        "", " ", "Maud", "Posts: 3", "#1",
        "3 May 2012, 10:00", "Maud wrote:", "> a line of words",
        "Reactions: Juno", "Joined", "Re: the pond", "by Maud » 3 May 2012, 10:00", "_______",
        "Last edited:", "Quote", "Log in", "  • an item of some list, which goes on", "Top", "12",
        "The pond froze over in a night, and nobody had brought the ladder in.", "Similar threads",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES | st.text(max_size=40), max_size=60))
def test_no_line_is_lost(pieces: list[str]) -> None:
    doc = document("\n".join(pieces))
    lines = doc.text.split("\n")

    for part in FlattenedText().extract(doc):
        roles = part.line_roles or ()
        assert len(roles) == len(lines)
        assert all(
            (role is None) == (not line.strip()) for role, line in zip(roles, lines, strict=True)
        )
        assert {role[0] for role in roles if role} <= {*range(-1, len(part.thread.posts))}
        assert len({post.id for post in part.thread.posts}) == len(part.thread.posts)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "\n".join(
            f"Maud\n3 May 2012\nMaud wrote:\nall of these words are said again {n % 7}"
            for n in range(12_500)
        ),
        "\n".join(f"> {'> ' * (n % 50)}deep words" for n in range(50_000)),
        "Posts: 1\n\n" * 25_000,
        "* a\n" * 8_000,
        "-----\nQuote:\n" * 5_000,
        "Joined: Jan 2001\nhttp://x/y/z\n" * 5_000,
    ],
    ids=["long line", "no spaces", "quotes", "marks", "labels", "bullets", "heads", "profiles"],
)
def test_no_line_of_a_hostile_text_is_lost(text: str) -> None:

    for part in FlattenedText().extract(document(text)):
        assert len(part.line_roles or ()) == len(text.split("\n"))
