"""What the script of a text tells of its language."""

import pytest

from threadsite.markup.letters import foreign, script


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words of the wheel.", "Latn"),
        ("Größe, cœur, żaba", "Latn"),
        ("Новая печь греет глину. OK", "Cyrl"),
        ("جربت الطين الأحمر", "Arab"),
        ("東京で新しい窯を買いました。", "Jpan"),
        ("新的窑很大。", "Hani"),
        ("新的窑很大，我们都喜欢这座山里的窑の。", "Hani"),
        ("새 가마", "Hang"),
        ("печь and kiln", ""),
        ("+1 :)", ""),
        ("", ""),
        ("🔥🔥", ""),
        ("ᚠᚢᚦ", ""),
    ],
)
def test_a_text_is_in_the_script_of_nearly_all_its_letters(text: str, expected: str) -> None:
    assert script(text) == expected


@pytest.mark.parametrize(
    ("code", "site", "expected"),
    [
        ("Latn", "de-AT", ""),
        ("Latn", "ru", "und-Latn"),
        ("Cyrl", "uk", ""),
        ("Cyrl", "en", "und-Cyrl"),
        ("Jpan", "en", "ja"),
        ("Hebr", "en", "he"),
        ("Hani", "ja", ""),
        ("Hani", "zh-TW", ""),
        ("", "en", ""),
    ],
)
def test_a_script_is_foreign_where_the_site_has_another(
    code: str, site: str, expected: str
) -> None:
    assert foreign(code, site) == expected
