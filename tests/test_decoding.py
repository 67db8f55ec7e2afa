"""Every charset that forums wrote is read; what lies, what is damaged, what hides is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite.decoding import Decoded, clean, decode, known
from threadsite.document import Document

RUSSIAN = "<p>Мой чайник свистит. Почему он свистит так громко, никто на форуме не знает.</p>"
LABELLED = {
    "windows-1251": RUSSIAN,
    "koi8-r": RUSSIAN,
    "ibm866": RUSSIAN,
    "iso-8859-1": "<p>Schöne Grüße – „Kessel“</p>",
    "windows-1250": "<p>Příliš žluťoučký kůň, őrült űr</p>",
    "iso-8859-7": "<p>Ο βραστήρας σφυρίζει</p>",
    "windows-1255": "<p>הקומקום שורק</p>",
    "windows-1256": "<p>الغلاية تصفر</p>",
    "iso-8859-9": "<p>Çaydanlık ıslık çalıyor ğüş</p>",
    "shift_jis": "<p>やかんが鳴っています</p>",
    "euc-jp": "<p>やかんが鳴っています</p>",
    "iso-2022-jp": "<p>やかんが鳴っています</p>",
    "gb2312": "<p>水壶在响，为什么？</p>",
    "big5": "<p>水壺在響，為什麼？</p>",
    "euc-kr": "<p>주전자가 울립니다</p>",
    "tis-620": "<p>กาน้ำส่งเสียงหวีด</p>",
}


@pytest.mark.parametrize("label", LABELLED)
def test_a_declared_charset_is_read(label: str) -> None:
    text = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">{LABELLED[label]}'
    codec = known(label)
    assert codec is not None

    # As a browser reads the label, not as Python does: iso-8859-1 has „ and –.
    decoded = decode(text.encode(codec))

    assert decoded == Decoded(text, codec)


@pytest.mark.parametrize("label", ["windows-1251", "koi8-r", "shift_jis", "gb2312"])
def test_a_charset_that_the_container_states_is_read(label: str) -> None:
    codec = known(label)
    assert codec is not None

    document = Document("d", "p.html", LABELLED[label].encode(codec), charset=label)

    assert document.text == LABELLED[label]


def test_a_charset_that_nothing_states_is_told_from_the_bytes() -> None:
    text = RUSSIAN * 3

    assert decode(text.encode("cp1251")) == Decoded(text, "cp1251", guessed=True)


def test_utf_8_wins_over_a_label_that_lies() -> None:
    text = f'<meta charset="windows-1251">{RUSSIAN}'

    assert decode(text.encode(), stated="iso-8859-1") == Decoded(text, "utf-8")


def test_utf_8_with_a_few_bytes_lost_is_still_utf_8() -> None:
    data = f'<meta charset="windows-1251">{RUSSIAN}'.encode()
    damaged = data.replace("ч".encode(), b"\xd1", 1)

    decoded = decode(damaged)

    assert (decoded.charset, decoded.replaced) == ("utf-8", 1)
    assert "свистит" in decoded.text


def test_one_stray_byte_in_ascii_is_read_by_the_label() -> None:
    assert decode(b'<meta charset="windows-1252">caf\xe9').text.endswith("café")


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("text", ["<html>Kettles</html>", f"<html>{RUSSIAN}</html>"])
def test_wide_characters_are_read_with_and_without_a_mark(charset: str, text: str) -> None:
    assert decode(text.encode(charset)).text == text


def test_a_page_in_ascii_is_not_utf_16_whatever_it_says() -> None:
    data = b'<meta charset="utf-16"><p>Gr\xfc\xdfe, liebe Leute, aus dem S\xfcden</p>'

    assert decode(data).text.endswith("<p>Grüße, liebe Leute, aus dem Süden</p>")


def test_a_character_that_was_lost_long_ago_stays_lost() -> None:
    data = '<meta charset="windows-1251">caf\ufffd'.encode()

    assert decode(data) == Decoded(data.decode(), "utf-8")


def test_utf_7_is_never_read() -> None:
    data = b'<meta charset="utf-7">+ADw-script+AD4-'

    assert known("utf-7") is None
    assert decode(data, stated="utf-7").text == data.decode()


@pytest.mark.parametrize("label", ["", "\0", "nonsense", "rot13", "base64", "idna", "punycode"])
def test_no_label_but_of_a_charset_is_known(label: str) -> None:
    assert known(label) is None


def test_what_cannot_be_read_is_counted() -> None:
    data = '<meta charset="shift_jis">やかん'.encode("cp932") + b"\x81"

    decoded = decode(data)

    assert decoded.replaced == decoded.text.count("\ufffd") > 0


def test_clean_text_has_only_what_can_be_written() -> None:
    assert clean("a\r\nb\rc\0\x1b\x7f\x85\td\ud800\ufffe\U0001f600") == (
        "a\nb\nc\td\ufffd\ufffd\U0001f600"
    )


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


@given(st.binary(), st.sampled_from((None, "utf-8", "windows-1251", "utf-16", "gbk", "x")))
def test_any_bytes_give_text_that_can_be_written(data: bytes, stated: str | None) -> None:
    decoded = decode(data, stated)

    assert decoded.text == clean(decoded.text)
    assert decoded.text.encode("utf-8").decode("utf-8") == decoded.text


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs"))))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.removeprefix("\ufeff").encode()).text == text.removeprefix("\ufeff")
