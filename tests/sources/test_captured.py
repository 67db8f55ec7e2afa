"""The time of capture reaches the posts: as their source, and in dates that count from it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_dumps import zipped
from made_warcs import http, record

from threadsite.building import build
from threadsite.config import load_site
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump, read
from threadsite.model import Post

FIXTURES = Path(__file__).parent.parent / "engines" / "phpbb3"
PAGE = (FIXTURES / "prosilver33.html").read_bytes()
STATED = "14 M&auml;r 2018, 07:05"
CAPTURED = datetime(2009, 8, 7, 6, 5, 4, tzinfo=UTC)


def posts(path: Path, data: bytes) -> list[Post]:
    """The posts of the dump *data*."""
    path.write_bytes(data)
    readings = read(Dump(path, "kettles"))
    return [post for reading in readings for part in reading.parts for post in part.thread.posts]


def test_yesterday_is_the_day_before_the_capture(tmp_path: Path) -> None:
    page = PAGE.replace(STATED.encode(), b"Yesterday, 07:05")
    assert page != PAGE

    found = posts(tmp_path / "d.warc", record(http(page, Content_Type="text/html")))

    resolved = [post.created for post in found if post.created_inferred]
    assert resolved == [datetime(2009, 8, 6, 7, 5)]
    assert {post.source and post.source.captured for post in found} == {CAPTURED}


@pytest.mark.parametrize("time", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"])
def test_a_time_that_no_capture_can_have_is_none(tmp_path: Path, time: str) -> None:
    answer = http(PAGE, Date="Fri, 31 Dec 9999 23:59:59 -1400", Content_Type="text/html")

    found = posts(tmp_path / "d.warc", record(answer, WARC_Date=time))

    assert {post.source and post.source.captured for post in found} == {None}


def test_the_folder_of_a_capture_will_do(tmp_path: Path) -> None:
    name = "20090807060504/forum.example/viewtopic.php?t=5"

    found = posts(tmp_path / "d.zip", zipped({name: PAGE}))

    assert {post.source and post.source.captured for post in found} == {CAPTURED}


def test_the_site_marks_a_date_that_was_resolved(tmp_path: Path) -> None:
    page = PAGE.replace(STATED.encode(), b"Yesterday, 07:05")
    (tmp_path / "d.warc").write_bytes(record(http(page, Content_Type="text/html")))
    convert([Dump(tmp_path / "d.warc", "d")], tmp_path / "content")
    (tmp_path / "site.toml").write_text('[site]\ntitle = "Kettles"\n')

    build(load_site(tmp_path))

    (shown,) = (path.read_text() for path in (tmp_path / "public" / "t").glob("*.html"))
    (when,) = [line for line in shown.split('<p class="when">') if "2009-08-06T07:05" in line[:80]]
    assert "about.html#inferred-dates" in when.partition("</p>")[0]
