"""Pictures and files that posts mention are found in every container, and nothing that runs."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from made_dumps import PAGE, tarred, zipped
from made_warcs import http, members, record

from threadsite.report import Outcome
from threadsite.sources import Limits, Media, Refused, media
from threadsite.sources.media import names, url_key
from threadsite.sources.mediakinds import ending

PNG = b"\x89PNG\r\n\x1a\n" + b"kettle" * 9
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='1'></svg>"


def sought(path: Path, *wanted: str, limits: Limits | None = None) -> list[Media | Refused]:
    """What is found in *path* for names or addresses that end like *wanted*."""
    return list(
        media(
            path,
            lambda name, url: name.endswith(wanted) or bool(url and url.endswith(wanted)),
            limits=limits,
        )
    )


FILES = {
    "kettle.org/img/a.png": PNG,
    "kettle.org/img/b.png": PNG + b"b",
    "kettle.org/attachment.php?id=5": PNG,
    "kettle.org/t/5.html": PAGE,
}
CONTAINERS: dict[str, Callable[[Mapping[str, bytes]], bytes]] = {
    "d.zip": zipped,
    "d.tar": tarred,
    "d.tgz": lambda files: gzip.compress(tarred(files)),
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_what_is_wanted_is_found_in_archives(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(CONTAINERS[name](FILES))

    assert sought(tmp_path / name, "/a.png", "php?id=5") == [
        Media("kettle.org/img/a.png", "http://kettle.org/img/a.png", ".png", PNG),
        Media(
            "kettle.org/attachment.php?id=5",
            "http://kettle.org/attachment.php?id=5",
            ".png",
            PNG,
        ),
    ]


def test_what_is_wanted_is_found_in_a_folder_and_beside_pages(tmp_path: Path) -> None:
    for name in ("Tee.html", "Tee_files/a.png", ".a.png", "deep/er/a.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(PNG)

    found = sought(tmp_path, "/a.png")

    assert [thing.name for thing in found] == ["Tee_files/a.png", "deep/er/a.png"]


@pytest.mark.parametrize("join", [lambda *parts: b"".join(parts), members])
def test_what_is_wanted_is_found_in_web_archives(
    tmp_path: Path, join: Callable[..., bytes]
) -> None:
    url = "https://kettle.org/a.php?img=7"
    packed = http(gzip.compress(PNG), Content_Type="image/png", Content_Encoding="gzip")
    (tmp_path / "d.warc").write_bytes(
        join(record(http(PAGE)), record(packed, url), record(http(PAGE)))
    )

    assert sought(tmp_path / "d.warc", "img=7") == [
        Media("20090807060504/kettle.org/a.php?img=7", url, ".png", PNG)
    ]


def test_an_archive_that_is_wanted_is_a_file(tmp_path: Path) -> None:
    attached = zipped({"notes.txt": b"Tea.", "a.png": PNG})
    (tmp_path / "d.zip").write_bytes(zipped({"files/mod.zip": attached, "other.zip": attached}))

    found = sought(tmp_path / "d.zip", "mod.zip", "a.png")

    assert [(thing.name, getattr(thing, "ending", None)) for thing in found] == [
        ("files/mod.zip", ".zip"),
        ("other.zip/a.png", ".png"),
    ]


def test_what_runs_is_refused_under_any_name(tmp_path: Path) -> None:
    files = {"a.png": SVG, "b.png": PAGE, "c.png": b"MZ\x90\x00" + bytes(99), "d.png": b""}
    (tmp_path / "d.zip").write_bytes(zipped(files))

    assert [(thing.name, type(thing)) for thing in sought(tmp_path / "d.zip", ".png")] == [
        (name, Refused) for name in files
    ]


def test_what_is_too_long_or_damaged_is_told(tmp_path: Path) -> None:
    files = {"long.png": PNG + bytes(2 << 20), "cut.png": PNG, "page.html": PAGE}
    (tmp_path / "d.tar").write_bytes(tarred(files)[: 512 + (2 << 20) + 512 + 512 + 20])

    found = sought(tmp_path / "d.tar", ".png", limits=Limits(document=1 << 20))

    assert found == [
        Refused("long.png", Outcome.FAILED, "longer than 1 MB"),
        Refused("cut.png", Outcome.FAILED, "cut off before its end"),
    ]


KINDS = {
    ".png": PNG,
    ".jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    ".gif": b"GIF89a\x01\x00",
    ".webp": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    ".avif": b"\x00\x00\x00\x20ftypavif\x00\x00",
    ".bmp": b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36",
    ".ico": b"\x00\x00\x01\x00\x01\x00",
    ".pdf": b"%PDF-1.4\n",
    ".zip": b"PK\x03\x04\x14\x00",
    ".txt": "Tea for two: 2 < 3, äöü.\r\n".encode(),
}


@pytest.mark.parametrize("kind", KINDS)
def test_kinds_are_told_by_their_bytes(kind: str) -> None:
    assert ending(KINDS[kind]) == kind


@pytest.mark.parametrize(
    "data",
    [
        SVG,
        PAGE,
        b"\n\n <!DOCTYPE html>",
        b"<?xml version='1.0'?>",
        b"a <script>1</script>",
        b"\0\1\2",
    ],
)
def test_what_browsers_run_is_of_no_kind(data: bytes) -> None:
    assert ending(data) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://www.Kettle.org/a%20b?x=1",
        "http://kettle.org:80/a b?x=1#top",
        " http://kettle.org/a b?x=1",
        "http://kettle.org/a%20b?sid=0123456789abcdef0123&x=1",
        "http://kettle.org/a%20b?x=1&s=0123456789abcdef0123",
        "https://archive.example/web/20040506070809im_/http://kettle.org/a%20b?x=1",
    ],
)
def test_ways_to_write_an_address_have_one_key(url: str) -> None:
    assert url_key(url) == "kettle.org/a b?x=1"


NAMES = {
    "beside the page": (("Tee_files/a.png", "x/Tee.html"), ("x/Tee_files/a.png",)),
    "up and down": (("../img/a.png", "x/y/1.html"), ("x/img/a.png",)),
    "with percent signs": (("a%20b.png", "1.html"), ("a%20b.png", "a b.png")),
    "on the same host": (
        ("http://kettle.org/img/a.png", "x/t/5.html", "http://kettle.org/t/5.html"),
        ("x/img/a.png",),
    ),
    "with a query": (("a.php?id=5", "x/1.html"), ("x/a.php?id=5",)),
    "on another host": (("http://b.org/a.png", "x/5.html", "http://kettle.org/5.html"), ()),
    "out of the dump": (("../../../etc/passwd", "x/5.html"), ()),
    "no address": (("http://[", "x/5.html"), ()),
}


@pytest.mark.parametrize("case", NAMES)
def test_an_address_leads_to_names_in_the_dump(case: str) -> None:
    given, expected = NAMES[case]

    assert names(*given) == expected
