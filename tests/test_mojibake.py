"""Damaged characters are repaired where that is sure, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite import content
from threadsite.conversion import convert
from threadsite.conversion.mojibake import repair, repaired
from threadsite.conversion.reading import Dump
from threadsite.model import Author, Post, Quote, Thread

FIXTURE = Path(__file__).parent / "engines" / "phpbb3" / "prosilver33.html"
WORDS = [
    "Für die Töpfe: größer wäre schöner.",
    "L’été, déjà fini…",
    "Привет, как дела с печью?",
    "Zażółć gęślą jaźń",
    "It’s “hot” – really.",
]
CODECS = ["latin-1", "cp1252", "cp1251", "cp1250"]


def damaged(text: str, codec: str) -> str | None:
    """*text* as UTF-8 reads in *codec*; None if it has no such characters."""
    try:
        return text.encode().decode(codec)
    except UnicodeDecodeError:
        return None


@pytest.mark.parametrize(
    ("words", "codec"),
    [(WORDS[0], "latin-1"), (WORDS[0], "cp1252"), (WORDS[2], "cp1251"), (WORDS[4], "sloppy")],
)
def test_damage_is_repaired(words: str, codec: str) -> None:
    broken = words.encode().decode("latin-1" if codec == "sloppy" else codec, "replace")

    assert broken != words
    assert repair(broken) == words


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("codec", CODECS)
def test_a_repair_gives_what_was_written_or_nothing(words: str, codec: str) -> None:
    broken = damaged(words, codec)

    assert broken is None or repair(broken) in (words, broken)


@pytest.mark.parametrize(
    "text",
    [
        *WORDS,
        "ÃÂ is no word, and Ã¤ is how ä looks when read wrong",
        "my page shows Ã¤ everywhere",
        "see `fÃ¼r` in the log",
        "```\nfÃ¼r\n```",
        "«СССР» и «ЦСР»",
        "Ê°Ë ÅÔ Ñ° 25°C ±3 §4 ½ ¿Qué?",
        "fÃ¼r and für",
    ],
)
def test_what_is_not_surely_damage_stays(text: str) -> None:
    assert repair(text) == text


@given(st.text(st.characters(codec="latin-1"), max_size=30))
def test_a_repair_can_always_be_undone(text: str) -> None:
    made = repair(text)

    assert made == text or len(made) < len(text)
    assert repair(made) == made


def test_names_ids_and_quotes_are_repaired_together() -> None:
    maud = Author("name:MÃ¼ller", "MÃ¼ller", "TÃ¶pfer")
    post = Post("1", maud, "**fÃ¼r**\n\nAlt.", quotes=(Quote("JÃ¶rg"),))
    whole = Post("2", Author("3", "Jörg"), "Schön.")

    made, count = repaired(Thread("7", "KÃ¼che", (post, whole), board=("TÃ¶pfe",)))

    author = Author("name:Müller", "Müller", "Töpfer")
    fixed = Post("1", author, "**für**\n\nAlt.", quotes=(Quote("Jörg"),))
    assert (made, count) == (Thread("7", "Küche", (fixed, whole), board=("Töpfe",)), 1)


def test_the_report_counts_repaired_posts(tmp_path: Path) -> None:
    page = FIXTURE.read_text(encoding="utf-8")
    start = page.index('<div class="content">') + len('<div class="content">')
    (tmp_path / "d.html").write_text(page[:start] + "GrÃ¶ÃŸe:<br>" + page[start:], encoding="utf-8")

    report = convert([Dump(tmp_path / "d.html", "d")], tmp_path / "content")

    (path,) = content.thread_files(tmp_path / "content")
    assert "Größe:\n" in path.read_text(encoding="utf-8")
    assert report.repaired == 1
    assert report.problem_count == 0
    assert "1 post had characters repaired that were read in a wrong set" in report.lines()
