"""Words are found and folded as the shared examples say, and stemmed in their own language."""

from __future__ import annotations

import json
import random
from itertools import accumulate
from pathlib import Path

import pytest
import snowballstemmer

from threadsite.search.languages import ENGLISH_ENDINGS, stemmers
from threadsite.search.scripts import BASE, rising
from threadsite.search.words import PLAIN, Stems, fold, pieces, words

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize("example", VECTORS["words"], ids=lambda e: e["text"][:20])
def test_words_are_those_of_the_shared_examples(example: dict[str, str]) -> None:
    assert " ".join(words(example["text"])) == example["words"]


@pytest.mark.parametrize("example", VECTORS["numbers"], ids=lambda e: str(e["numbers"]))
def test_numbers_are_written_as_in_the_shared_examples(example: dict[str, str]) -> None:
    assert rising([int(n) for n in example["numbers"]]) == example["units"]


@pytest.mark.parametrize("largest", [0, 57, 91, BASE - 1, BASE, 9 * BASE])
def test_many_numbers_are_written_as_few_are(largest: int) -> None:
    draw = random.Random(largest)
    distances = [*(draw.randint(0, largest) for _ in range(99)), largest]

    assert rising([*accumulate(distances)]) == "".join(rising([n]) for n in distances)


def test_folding_twice_changes_nothing() -> None:
    for example in VECTORS["words"]:
        folded = words(example["text"])

        assert [fold(word) for word in folded] == folded


def test_the_fast_way_through_ascii_finds_the_same_words() -> None:
    text = "".join(map(chr, range(128))).replace("#", "") * 2 + " glaze_pots x86_64 A-b"

    assert len(PLAIN) == 256
    assert pieces(text) == pieces(text + " c#")[:-1] == pieces(text + " é" * 99)[:-99]


@pytest.mark.parametrize("example", VECTORS["words"], ids=lambda e: e["text"][:20])
def test_strange_words_among_plain_ones_are_found_too(example: dict[str, str]) -> None:
    text = f"{'plain ' * 999}{example['text']}"

    assert words(text)[999:] == words(example["text"])


def test_forms_of_a_word_share_a_stem() -> None:
    stems = Stems("en")

    assert {stems.of(w) for w in ("kiln", "kilns")} == {("kiln", "kiln"), ("kilns", "kiln")}
    assert {stems.of(w)[1] for w in ("firing", "fired", "fires")} == {"fire"}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("глина", "глиной", "глину")),
        ("ru", ("kiln", "kilns")),
        ("de-AT", ("häuser", "häusern")),
        ("uk", ("glaze", "glazes")),
        ("he", ("glaze", "glazes")),
        ("ar", ("كتاب", "كِتَاب")),
    ],
)
def test_each_script_has_a_stemmer(language: str, forms: tuple[str, ...]) -> None:
    stems = Stems(language)

    assert len({stems.of(form)[1] for form in forms}) == 1


def test_a_language_without_a_stemmer_is_not_stemmed_as_another() -> None:
    assert "cyrillic" not in stemmers("uk")
    assert "latin" not in stemmers("vi")


def test_codes_and_numbers_are_their_own_stems() -> None:
    stems = Stems("en")

    assert [stems.of(w)[1] for w in ("x86_64", "2009s", "c++")] == ["x86_64", "2009s", "c++"]


def test_words_without_an_english_ending_are_their_own_stems() -> None:
    stem = snowballstemmer.stemmer("english").stemWord
    draw = random.Random(4)
    ends = ("", "bli", "logi", "anci", "aliti", "tori", "tor")
    made = (
        "".join((*draw.choices(LETTERS, k=draw.randint(1, 9)), draw.choice(ends)))
        for _ in range(20_000)
    )

    assert [w for w in made if not w.endswith(ENGLISH_ENDINGS) and stem(w) != w] == []
