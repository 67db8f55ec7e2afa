"""Titles of posts: kept where they say more than the title of the thread."""

from __future__ import annotations

import pytest

from threadsite.model import Author, Post
from threadsite.titles import says_more, titled

THREAD = "[Solved] Which glaze for a cold kiln?"


@pytest.mark.parametrize(
    "title",
    [
        "Which glaze for a cold kiln?",
        "Re: which glaze for a cold kiln",
        "AW: Re[2]: Which glaze for a cold kiln?",
        "Ответ: Which glaze for a cold kiln?",
        "回复： Which glaze for a cold kiln?",
        "Re: Which glaze for a cold ki",
        "Re: Which gl...",
        "Re:",
        "...",
        "",
    ],
)
def test_the_title_of_the_thread_again_says_no_more(title: str) -> None:
    assert not says_more(title, THREAD)


@pytest.mark.parametrize(
    "title",
    ["Which clay?", "Re: Which clay for a cold kiln?", "Re: Whi", "kiln cold", "решено"],
)
def test_other_words_say_more(title: str) -> None:
    assert says_more(title, THREAD)


def test_a_title_of_dots_takes_no_time() -> None:
    assert says_more("." * 100_000 + " kiln " + "." * 100_000 + " clay", THREAD)


def test_a_title_is_kept_as_it_was_shown() -> None:
    post = Post("1", Author("2", "Maud"), "Slowly.", title="Re: Which clay?")

    assert titled(post, THREAD) == post
    assert titled(post, "Which clay?").title is None


def test_a_war_of_marks_ends() -> None:
    assert not says_more("Re: " * 29 + THREAD, THREAD)
    assert says_more("Re: " * 5000 + "words", THREAD)
