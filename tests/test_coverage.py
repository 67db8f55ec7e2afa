"""Gaps are told from the forum's own numbers, and only from them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite.coverage import coverage
from threadsite.model import Author, Post, Thread


def thread(*positions: int | None, **fields: object) -> Thread:
    posts = tuple(
        Post(str(n), Author("1", "Maud"), "Words.", position=position)
        for n, position in enumerate(positions)
    )
    return replace(Thread("7", "Kiln", posts), **fields)  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (thread(1, 2, 3), ""),
        (thread(None, None), ""),
        (thread(1, 2, 41, 43), "posts 3–40, 42 missing"),
        (thread(1, None, 9), ""),
        (thread(1, 2, pages=5, pages_seen=(1, 3, 4)), "3 of 5 pages"),
        (thread(1, 2, 3, replies=5), "posts 4–6 missing"),
        (thread(*[None] * 6, pages=5, pages_seen=(1, 2, 4)), "3 of 5 pages"),
        (
            thread(*[None] * 6, pages=5, pages_seen=(1, 2, 4), replies=8),
            "3 of 5 pages, posts 5–6, 9 missing",
        ),
        (
            thread(*[None] * 5, pages=4, pages_seen=(1, 2, 4), replies=6),
            "3 of 4 pages, posts 5–6 missing",
        ),
        (
            thread(*[None] * 5, pages=5, pages_seen=(1, 2, 4), replies=8),
            "3 of 5 pages, 4 posts missing",
        ),
        (
            thread(*[None] * 6, pages=5, pages_seen=(1, 2, 4), replies=80),
            "3 of 5 pages, 75 posts missing",
        ),
        (thread(1, 21, pages=2, pages_seen=(1, 2)), "posts 2–20 missing"),
        (thread(1, 2, replies=4), "posts 3–5 missing"),
        (thread(1, 2, replies=2), "post 3 missing"),
        (thread(1, None, replies=4), "3 posts missing"),
        (thread(1, None, replies=2), "1 post missing"),
        (thread(1, 2, replies=0), ""),
        (thread(1, pages=10**12, pages_seen=(1,)), ""),
    ],
)
def test_what_is_missing_is_said_in_words(given: Thread, said: str) -> None:
    found = coverage(given)

    assert found.words() == said
    assert found.whole == (not said)


@given(st.sets(st.integers(1, 60), min_size=1))
def test_the_gaps_and_the_posts_make_the_whole(positions: set[int]) -> None:
    found = coverage(thread(*positions))

    gaps = {n for first, last in found.missing_posts for n in range(first, last + 1)}
    assert gaps | positions == set(range(1, max(positions) + 1))
    assert not gaps & positions
    assert found.absent == len(gaps)
