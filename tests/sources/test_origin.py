"""What saved pages state of their origin, and nothing beyond."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from made_dumps import PAGE, found

from threadsite.document import Document
from threadsite.sources.origin import Origin, origin

CASES = {
    "browser": (
        "<!-- saved from url=(0035)https://forum.example/viewtopic?t=5 -->",
        Origin("https://forum.example/viewtopic?t=5"),
    ),
    "browser, a local file": ("<!-- saved from url=(0020)file:///home/x.html -->", Origin()),
    "browser, an address that runs": ("<!-- saved from url=(0014)javascript:1 -->", Origin()),
    "HTTrack": (
        "<!-- Mirrored from forum.example/t/5 by HTTrack Website Copier/3.x [XR&CO'2014], "
        "Sun, 18 Jun 2023 01:42:58 GMT -->",
        Origin("http://forum.example/t/5", datetime(2023, 6, 18, 1, 42, 58, tzinfo=UTC)),
    ),
    "HTTrack, no such day": (
        "<!-- Mirrored from forum.example/t/5 by HTTrack Website Copier/3.x [XR&CO'2014], "
        "Sun, 31 Feb 2023 01:42:58 GMT -->",
        Origin("http://forum.example/t/5"),
    ),
    "SingleFile": (
        "<!--\n Page saved with SingleFile \n url: https://forum.example/t/5 \n"
        " saved date: Thu May 18 2023 12:31:04 GMT+0200 (Middle Summer Time)\n-->",
        Origin(
            "https://forum.example/t/5",
            datetime(2023, 5, 18, 12, 31, 4, tzinfo=timezone(timedelta(hours=2))),
        ),
    ),
    "a capture in a web archive": (
        "<!-- saved from url=(0072)https://archive.example/web/20100305101112id_/"
        "http://forum.example/t/5 -->",
        Origin("http://forum.example/t/5", datetime(2010, 3, 5, 10, 11, 12, tzinfo=UTC)),
    ),
    "the Wayback Machine": (
        '<script>__wm.wombat("http://forum.example/t/5","20100305101112",'
        '"https://archive.example/","web");</script>',
        Origin("http://forum.example/t/5", datetime(2010, 3, 5, 10, 11, 12, tzinfo=UTC)),
    ),
    "nothing": ("<!-- saved in haste -->", Origin()),
}


@pytest.mark.parametrize("case", CASES)
def test_origin_is_what_the_page_states(case: str) -> None:
    comment, expected = CASES[case]

    assert origin(f"<!doctype html>\n{comment}\n<p>Tea.".encode()) == expected


def test_a_document_has_its_origin(tmp_path: Path) -> None:
    comment, expected = CASES["HTTrack"]

    (thing,) = found(tmp_path / "page.html", comment.encode() + PAGE)

    assert isinstance(thing, Document)
    assert (thing.url, thing.captured) == expected


def test_a_comment_far_down_the_page_is_not_believed() -> None:
    comment, _ = CASES["browser"]

    assert origin(PAGE + b" " * 5000 + comment.encode()) == Origin()


def test_a_file_says_nothing_about_the_time_of_its_capture(tmp_path: Path) -> None:
    (thing,) = found(tmp_path / "page.html", PAGE)

    assert isinstance(thing, Document)
    assert thing.captured is None
    assert thing.url is None
