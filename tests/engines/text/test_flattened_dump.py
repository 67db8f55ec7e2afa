"""Flattened pages of one dump: what they have in common is chrome."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flattened import PAGES, TOGETHER, document, dump, shown

from threadsite.conversion.reading import Dump
from threadsite.conversion.reading import read as read_dump
from threadsite.engines.text import FlattenedText
from threadsite.engines.text.recurring import PAGES as PAGES_COMPARED
from threadsite.engines.text.recurring import Survey


@pytest.mark.parametrize("path", TOGETHER, ids=lambda path: path.stem)
def test_pages_of_one_dump_tell_each_others_chrome(
    path: Path, golden: Callable[[str, Path], None]
) -> None:
    text = path.read_text(encoding="utf-8")
    engine = FlattenedText().surveyed(dump(TOGETHER))

    part = next(engine.extract(document(text, path.name)))

    golden(shown(part, text), path.with_suffix(".md"))


def test_the_order_of_a_dump_changes_nothing() -> None:
    there, back = (FlattenedText().surveyed(dump(order)) for order in (TOGETHER, TOGETHER[::-1]))

    assert there == back
    assert {"Tide ledger", "Nod"} <= there.known.head
    assert {"Cast off", "0 souls aboard"} <= there.known.tail


@pytest.mark.parametrize("paths", [PAGES, TOGETHER[:2], []], ids=["unrelated", "two", "none"])
def test_texts_that_share_nothing_are_read_each_alone(paths: list[Path]) -> None:
    assert FlattenedText().surveyed(dump(paths)) == FlattenedText()


def test_captures_of_one_page_are_one_page() -> None:
    text = TOGETHER[0].read_text(encoding="utf-8")
    captures = [document(text.replace("37 souls", f"{n} souls")) for n in range(9)]

    assert FlattenedText().surveyed(captures) == FlattenedText()


def test_the_title_that_all_pages_of_a_thread_have_is_its_title() -> None:
    pages = [path.read_text(encoding="utf-8").split("\n") for path in TOGETHER]
    texts = ["\n".join([*lines[:8], "All that drips", *lines[9:]]) for lines in pages]
    engine = FlattenedText().surveyed(document(text) for text in texts)

    titles = {part.thread.title for text in texts for part in engine.extract(document(text))}

    assert "All that drips" in engine.known.head
    assert titles == {"All that drips"}


def test_dates_below_the_thread_begin_no_posts() -> None:
    listed = "Moored alongside\nOld ropes\nPost by Jory Slate » 3 May 2011, 10:00"
    texts = [
        path.read_text(encoding="utf-8").replace("Moored alongside", listed) for path in TOGETHER
    ]
    engine = FlattenedText().surveyed(document(text) for text in texts)

    posts = [len(part.thread.posts) for text in texts for part in engine.extract(document(text))]

    assert posts == [3, 3, 3, 4, 2]


def test_who_writes_on_every_page_is_an_author_on_every_page() -> None:
    texts = [
        re.sub("Post by .* » (.*)\n", r"Keeper\n\1\n", path.read_text(encoding="utf-8"), count=1)
        for path in TOGETHER
    ]
    texts = [re.sub("Post by (.*) » (.*)\n", r"\1\n\2\n", text) for text in texts]
    engine = FlattenedText().surveyed(document(text) for text in texts)

    roles = [
        (part.line_roles or ())[text.split("\n").index("Keeper")]
        for text in texts
        for part in engine.extract(document(text))
    ]

    assert "Keeper" in engine.known.head
    assert roles == [(0, "H")] * len(TOGETHER)


def test_a_folder_is_read_as_one_dump_and_a_file_alone(tmp_path: Path) -> None:
    for path in TOGETHER:
        shutil.copy(path, tmp_path)
    (tmp_path / "page.html").write_text("<!doctype html><p>Nothing of a forum.</p>")

    together, alone = (
        [part for reading in read_dump(Dump(place, "quay")) for part in reading.parts]
        for place in (tmp_path, tmp_path / TOGETHER[0].name)
    )

    assert len(together) == 5
    assert all("Cast off" in part.chrome for part in together)
    assert not any("Cast off" in part.chrome for part in alone)


def test_a_survey_keeps_no_more_than_it_compares() -> None:
    survey = Survey()
    for n in range(PAGES_COMPARED + 40):
        survey.add("\n".join(f"line {place} of page {n} says something" for place in range(9)))

    assert len(survey.outlines) == PAGES_COMPARED
