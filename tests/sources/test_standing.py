"""A mark of a dump tells whether anything in it is not as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from threadsite.sources import standing

DEEP = 1100


def test_a_change_anywhere_in_a_folder_shows(tmp_path: Path) -> None:
    page = tmp_path / "kiln" / "glaze" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text("clay")
    before = standing(tmp_path)

    assert standing(tmp_path) == before
    page.write_text("slip!")
    assert standing(tmp_path) != before


def test_what_a_browser_saved_beside_a_page_belongs_to_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("clay")
    (tmp_path / "other.html").write_text("slip")
    before = standing(page)

    (tmp_path / "other.html").write_text("glaze")
    assert standing(page) == before
    (tmp_path / "page_files").mkdir()
    assert standing(page) != before


@pytest.fixture
def deepest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in so many others that none who asks himself again for each gets there."""
    monkeypatch.chdir(tmp_path)
    for _ in range(DEEP):
        Path("d").mkdir()
        os.chdir("d")
    yield Path()
    # Nor does the one who removes what tests leave.
    for _ in range(DEEP):
        os.chdir("..")
        shutil.rmtree("d")


def test_folders_may_lie_in_folders_as_deep_as_a_system_has_them(
    tmp_path: Path, deepest: Path
) -> None:
    before = standing(tmp_path)

    (deepest / "page.html").touch()

    assert standing(tmp_path) != before


def test_a_page_whose_folder_nobody_may_look_into_has_a_standing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    page.write_text("clay")

    def refused(place: object) -> None:
        raise PermissionError(13, "Permission denied", str(place))

    monkeypatch.setattr(os, "scandir", refused)

    assert standing(page)
