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
