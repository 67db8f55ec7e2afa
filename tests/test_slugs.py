"""File names: readable where they can be, harmless and distinct always."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite.slugs import DEVICES, key, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cone 6, at last!", "cone-6-at-last"),
        ("../../etc/passwd", "etc-passwd"),
        ("Обжиг в печи", "обжиг-в-печи"),
        ("درجة الحرارة", "درجة-الحرارة"),
        ("穴窯の話", "穴窯の話"),
        ("C++ & C#", "c-c"),
        ("😀", ""),
        ("x" * 300, "x" * 80),
        ("é" * 300, "é" * 40),
    ],
)
def test_a_slug_keeps_words_of_any_script(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("id_", ["1007", "comment_12", "answer-3"])
def test_a_plain_id_stays_as_it_is(id_: str) -> None:
    assert key(id_) == id_


@given(st.text(), st.text())
def test_distinct_ids_give_keys_distinct_on_any_file_system(one: str, other: str) -> None:
    assert (key(one).casefold() == key(other).casefold()) == (one == other)


@given(st.text())
def test_a_key_is_harmless(text: str) -> None:
    made = key(text)

    assert made
    assert made not in DEVICES
    assert not set(made) & set('/\\:*?"<>|\0 .')
    assert len(made.encode()) <= 60


@pytest.mark.parametrize("pair", [("Admin", "admin"), ("café", "cafe\u0301"), ("con", "con1")])
def test_look_alikes_stay_apart(pair: tuple[str, str]) -> None:
    assert key(pair[0]) != key(pair[1])


def test_forums_keep_their_ids_apart() -> None:
    assert len({key("7"), key("7", "a.example"), key("7", "b.example")}) == 3
