"""Flattened text: each file here gives exactly the posts and roles of the `.md` beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flattened import PAGES, document, page, read, shown

from threadsite.engines.engine import Engine
from threadsite.engines.text import FlattenedText


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_its_posts(path: Path, golden: Callable[[str, Path], None]) -> None:
    text = path.read_text(encoding="utf-8")

    golden(shown(read(text), text), path.with_suffix(".md"))


def test_it_is_an_engine() -> None:
    assert isinstance(FlattenedText(), Engine)
    assert FlattenedText().identify(document("Maud\n#1\nThe pond froze."))


@pytest.mark.parametrize("text", ["", " \n\n", "<!doctype html><p>x</p>", '{"posts": []}'])
def test_other_documents_are_left_alone(text: str) -> None:
    assert not FlattenedText().identify(document(text))


def test_chrome_is_listed() -> None:
    assert {"Follow us on social media", "Top Bottom"} <= {*page("lost-names").chrome}


@pytest.mark.parametrize(
    ("trail", "board"),
    [
        ("Wheel & Ember : Clay : Glazes and materials", ("Clay", "Glazes and materials")),
        ("Home » Forums » Clay » Glazes", ("Clay", "Glazes")),
        ("Quay > Hulls > Tar >", ("Hulls", "Tar")),
        ("Quay / Hulls / The north wall of the mill leans", ("Hulls",)),
        ("Quay > Hulls", ()),
        (
            "Some say : it leans : "
            + "and others say that it does not lean at all, but sinks " * 2,
            (),
        ),
    ],
)
def test_the_path_above_the_posts_names_the_boards(trail: str, board: tuple[str, ...]) -> None:
    posts = "".join(
        f"Post by {name} » 3 May 2012, 10:00\n\nThe wall moved > so / it, says {name}.\n\n"
        for name in ("Maud", "Juno", "Odo")
    )

    part = read(f"{trail}\n\nThe north wall of the mill leans\n\n{posts}Ash > Oak > Elm\n")

    assert part.thread.board == board
    assert part.thread.title == "The north wall of the mill leans"


def test_posts_without_headers_begin_behind_the_mark_that_ends_posts() -> None:
    said = ("The mill leans.\n\nIt has always done.", "Prop it then.\nWith oak.", "Oak it is.")

    posts = read("A leaning mill of the lower lane\n\n" + "\n\u00a0\n".join(said)).thread.posts

    assert [post.body[:9] for post in posts] == ["The mill ", "Prop it t", "Oak it is"]


def test_bullets_below_a_heading_of_the_page_are_posts() -> None:
    said = "Prop it with {n} beams of oak, as one does with walls.\nOr with more of them."
    bullets = "".join(f"- {said.format(n=n)}\n" for n in (2, 3, 4))
    text = f"A leaning mill\n\nIt leans to the south now.\n\nComments\n{bullets}"

    bodies = [post.body for post in read(text).thread.posts]

    assert [body[:9] for body in bodies] == ["It leans ", *["Prop it w"] * 3]


def test_posts_without_headers_begin_behind_what_no_author_leaves_blank() -> None:
    said = "Prop it with {n} beams of oak.\nThat is what one does.\nNothing else helps."
    text = "\n \n  \n \n \n \n".join(said.format(n=n) for n in (1, 2, 3))

    assert len(read(f"A leaning mill of the lower lane\n\n\n\n\n\n{text}").thread.posts) == 3


LONG = (
    "The north wall of the mill has moved again since the frost and leans over the lane now. " * 2
)


def test_what_is_said_above_the_first_header_that_is_left_is_a_post() -> None:
    replies = "".join(f"Juno\n{n} May 2012\nProp it with {n} beams of oak.\n\n" for n in (2, 3))

    posts = read(
        f"A leaning mill\n\n{LONG}\n\nNobody in the lower lane knows why.\n\n{replies}"
    ).thread.posts

    assert posts[0].body.startswith("The north wall")
    assert len(posts) == 3


def test_a_notice_above_the_first_post_is_none() -> None:
    posts = "".join(f"Juno\n{n} May 2012\n#{n}\n{LONG}\n\n" for n in (1, 2, 3))

    part = read(f"A leaning mill\n\n{LONG.replace('mill', 'forum')}\n\n{posts}")

    assert len(part.thread.posts) == 3
    assert any("forum" in line for line in part.chrome)


def test_vanilla_says_when_and_where_the_first_post_was_written() -> None:
    text = f"Home › Mills\n\nA leaning mill\n\nMaud\nApril 2018 in Mills\n\n{LONG}\n"

    post = read(f"{text}\nComments\n\nJuno\nApril 2018\n\nProp it with oak.\n").thread.posts[0]

    assert post.author.name == "Maud"
    assert post.body.startswith("The north wall")


def test_the_address_of_a_picture_states_no_date() -> None:
    picture = "[svg,%3Csvg%20d%3D%22M0%200h72v72%2F3\n201.744-7.52%202.06%202.704-1.62%204.78-4.1"
    text = "".join(f"Maud\n{n} May 2012\n#{n}\nThe mill leans.\n{picture}\n" for n in (1, 2, 3))

    assert len(read(text).thread.posts) == 3
