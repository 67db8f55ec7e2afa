"""Traits: what a post brings besides words, quotes apart."""

from __future__ import annotations

import pytest

from threadsite.model import Attachment, Author, Post, Quote
from threadsite.traits import traits


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Words only.", []),
        ("See <https://h.example/>.", ["link"]),
        ("See [the chart](https://h.example/).", ["link"]),
        ("A [post](#p7) of ours.", []),
        ("![a tile](https://h.example/a.png)", ["image"]),
        ("```python\nx = 1\n```", ["code"]),
        ("- so:\n\n  ```\n  x\n  ```", ["code"]),
        ("1. ~~~\n   x\n   ~~~", ["code"]),
        (
            "> ```\n> x\n> ```\n>\n> [a](https://h.example/) ![b](https://h.example/b.png)\n\nNo.",
            [],
        ),
        (r"\![not one](https://h.example/b.png)", ["link"]),
    ],
)
def test_a_body_shows_its_traits(body: str, expected: list[str]) -> None:
    assert list(traits(Post("1", Author("1", "Maud"), body))) == expected


def test_files_and_quotes_are_traits() -> None:
    files, quotes = (Attachment("tile.jpg"),), (Quote("Maud", "7"),)
    post = Post("1", Author("1", "Maud"), "Words.", attachments=files, quotes=quotes)

    assert list(traits(post)) == ["attachment", "quote"]


def test_hostile_bodies_take_no_time() -> None:
    for piece in ("[", "![", "](", "- ", "1.", "<https", "`", "\n```", "> "):
        list(traits(Post("1", Author("1", "Maud"), piece * 100_000)))
