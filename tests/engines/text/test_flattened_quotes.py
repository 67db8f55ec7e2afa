"""Quotes in flattened text: told by their words, whatever an extractor did to them."""

from __future__ import annotations

import pytest
from flattened import page, read

from threadsite.model import Quote

WORDS = "It has a prop of oak that nobody but the carpenter in the lane can carry."


def test_a_quote_without_attribution_links_the_post_and_is_no_own_text() -> None:
    post = page("lost-names").thread.posts[4]

    assert post.quotes == (Quote(None, "4", inferred=True),)
    assert "> Forty boxes" in post.body
    assert [file.name for file in post.attachments] == ["attachment 771"]


def test_a_quote_with_changed_case_and_a_cut_is_traced() -> None:
    words = "The north wall of the mill has moved again since the frost and leans over the lane"
    text = (
        f"Maud\n3 May 2012\n{words} now.\nJuno\n4 May 2012\n[...] {words.upper()} [...]\nProp it."
    )

    quotes = read(text).thread.posts[1].quotes

    assert quotes == (Quote("Maud", "1", inferred=True),)


@pytest.mark.parametrize(
    "link",
    [
        "\nClick to expand...",
        " Click to expand...",
        "\n[ Click to expand... ]",
        "\nZum Vergrößern anklicken....",
        "\n> Click to expand…",
    ],
)
def test_the_link_that_opens_a_quote_is_no_words(link: str) -> None:
    words = "The north wall of the mill has moved again since the frost."
    text = f"Maud\n3 May 2012\n{words}\nJuno\n4 May 2012\nMaud said:\n{words}{link}\nProp it."

    body = read(text).thread.posts[1].body

    assert body.split("\n")[2:] == [f"> {words}", "", "Prop it."]


def test_a_quote_of_the_words_above_begins_a_post_at_the_name_that_stands_alone() -> None:
    words = "The north wall of the mill has moved again since the frost and leans over the lane."
    texts = ("One more lane.", f"{words}\n\n\nJuno\n\n{words}\n\nProp it.", "It is done.")
    text = "\n\n".join(f"Posts: {n}\nJoined: May\n{said}" for n, said in enumerate(texts))

    posts = read(text).thread.posts

    assert "Juno" in str(posts[2].author.name)
    assert len(posts) == 4


PROGRAM = "".join(
    f"    if (lean({wall}, {n}) > most) prop(wall, oak); /* {n} */\n    turn(mill, {n});\n"
    for n in range(1, 12)
    for wall in ("north", "south")
)
SAYING = "The mill leans to the south and to the north as it has always done."


@pytest.mark.parametrize("header", ["Maud\n3 May 2012\n", "#{n} 2012-05-0{n} 10:00:00\n\nMaud\n"])
def test_a_program_that_says_the_same_again_is_one_post(header: str) -> None:
    text = "\n".join(f"{header.format(n=n)}{SAYING}\n\n{PROGRAM}" for n in (1, 2, 3))

    assert len(read(text).thread.posts) == 3


def test_a_saying_that_comes_again_begins_no_post_where_posts_are_counted() -> None:
    said = f"{SAYING}\n{WORDS}\n\nHence:\n\n{SAYING}\n{WORDS}\nAnd so on."
    text = "\n".join(f"Maud\n{n} May 2012\n#{n}\n{said}" for n in (1, 2, 3))

    assert len(read(text).thread.posts) == 3
