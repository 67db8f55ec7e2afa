"""A 7z gives its members; what is damaged is named."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from pathlib import Path

import py7zr
import pytest
from made_dumps import PAGE, PAGES, found, pages, refusals, zipped

from threadsite.report import Outcome
from threadsite.sources import Limits

FAILED = Outcome.FAILED


def packed(files: Mapping[str, bytes], password: str | None = None) -> bytes:
    """A 7z of *files*."""
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", password=password) as archive:
        for name, data in files.items():
            archive.writestr(data, name)
    return buffer.getvalue()


def test_its_members_are_documents(tmp_path: Path) -> None:
    things = found(tmp_path / "d.7z", packed(PAGES))

    assert (pages(things), refusals(things)) == (PAGES, {})


def test_it_may_be_in_a_zip(tmp_path: Path) -> None:
    things = found(tmp_path / "d.zip", zipped({"a.7z": packed(PAGES)}))

    assert pages(things) == {f"a.7z/{name}": body for name, body in PAGES.items()}


def test_without_the_library_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = packed(PAGES)
    monkeypatch.setitem(sys.modules, "py7zr", None)

    assert refusals(found(tmp_path / "d.7z", data)) == {
        "d.7z": (FAILED, "7z file, which opens after: pip install 'threadsite[archives]'")
    }


def test_an_encrypted_one_is_refused(tmp_path: Path) -> None:
    things = found(tmp_path / "d.7z", packed({"page.html": PAGE}, "kettle"))

    assert refusals(things) == {"d.7z": (FAILED, "encrypted")}


def test_damage_is_told_wherever_it_is(tmp_path: Path) -> None:
    data = packed(PAGES)

    for place in range(6, len(data), 7):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        for damaged in (bytes(flipped), data[:place]):
            things = found(tmp_path / "d.7z", damaged)
            if pages(things) != PAGES:
                assert any(outcome is FAILED for outcome, _ in refusals(things).values()), place


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    data = packed({"bomb.html": b"<p>" + b"a" * (80 << 20)})

    assert refusals(found(tmp_path / "d.7z", data)) == {
        "bomb.html": (FAILED, "unpacks to more than 200 times its size")
    }


def test_a_page_beyond_the_limit_is_refused_alone(tmp_path: Path) -> None:
    data = packed({"long.html": PAGE * 40_000, "page.html": PAGE})

    things = found(tmp_path / "d.7z", data, Limits(document=1 << 20))

    assert pages(things) == {"page.html": PAGE}
    assert refusals(things) == {"long.html": (FAILED, "longer than 1 MB")}
