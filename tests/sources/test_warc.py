"""Web archives give the pages that they hold; what they lose they lose by name."""

from __future__ import annotations

import bz2
import gzip
import random
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
import zstandard
from made_dumps import PAGE, found, opened, pages, refusals, zipped
from made_warcs import FIRST, FORMS, MANY, RECORDS, arc, chunked, http, members, record, sha1

from threadsite.document import Document
from threadsite.report import Outcome
from threadsite.sources.answers import Answer, joined

SKIPPED, FAILED, DUPLICATE = Outcome.SKIPPED, Outcome.FAILED, Outcome.DUPLICATE
NAME = "20090807060504/forum.example/t?id=1"


@pytest.mark.parametrize("name", FORMS)
def test_every_answer_is_a_document(tmp_path: Path, name: str) -> None:
    things = found(tmp_path / name, FORMS[name]())

    assert pages(things) == MANY
    assert not refusals(things)
    thing = things[0]
    assert isinstance(thing, Document)
    assert thing.url == "http://forum.example/t?id=0"
    assert thing.captured == datetime(2009, 8, 7, 6, 5, 4, tzinfo=UTC)
    assert (thing.media_type, thing.charset) == ("text/html", "koi8-r")


@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, zstandard.compress], ids=["gz", "bz2", "zst"]
)
def test_an_archive_packed_as_a_whole_is_read(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    assert pages(found(tmp_path / "d", pack(FORMS["d.warc"]()))) == MANY


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_packed_with_a_dictionary_is_read(tmp_path: Path, packed: bool) -> None:
    # Training asks for more samples than a test has; any bytes serve as a dictionary.
    words = random.Random(7).randbytes(3000) + b"".join(RECORDS)
    library = zstandard.ZstdCompressor(dict_data=zstandard.ZstdCompressionDict(words))
    stated = zstandard.compress(words) if packed else words
    frame = b"\x5d*M\x18" + len(stated).to_bytes(4, "little") + stated

    things = found(tmp_path / "d.warc.zst", frame + b"".join(map(library.compress, RECORDS)))

    assert pages(things) == MANY


def test_members_that_cut_records_in_two_are_joined(tmp_path: Path) -> None:
    data = FORMS["d.warc"]()
    blocks = members(*(data[at : at + 100] for at in range(0, len(data), 100)))

    assert pages(found(tmp_path / "d.warc.gz", blocks)) == MANY


def test_a_wacz_is_a_zip_of_them(tmp_path: Path) -> None:
    files = {
        "archive/data.warc.gz": FORMS["d.warc.gz"](),
        "datapackage.json": b"{}",
        "pages/pages.jsonl": b'{"url": "http://forum.example/"}',
    }

    things = found(tmp_path / "d.wacz", zipped(files))

    assert pages(things) == {f"archive/data.warc.gz/{name}": body for name, body in MANY.items()}
    assert refusals(things) == {
        "datapackage.json": (SKIPPED, "a list of the WACZ"),
        "pages/pages.jsonl": (SKIPPED, "a list of the WACZ"),
    }


def test_an_arc_is_read_too(tmp_path: Path) -> None:
    data = arc(("http://forum.example/t?id=1", http(PAGE)), ("http://a.example/b c", http(PAGE)))

    for name, packed in (("d.arc", data), ("d.arc.gz", gzip.compress(data))):
        things = found(tmp_path / name, packed)
        assert pages(things) == {NAME: PAGE, "20090807060504/a.example/b c": PAGE}
        assert not refusals(things)


BODIES = {
    "plain": http(PAGE),
    "chunked": http(chunked(PAGE), Transfer_Encoding="chunked"),
    "chunks undone, field kept": http(PAGE, Transfer_Encoding="chunked"),
    "gzip": http(gzip.compress(PAGE), Content_Encoding="gzip"),
    "gzip undone, field kept": http(PAGE, Content_Encoding="gzip"),
    "gzip and more behind it": http(gzip.compress(PAGE) + b"\n", Content_Encoding="x-gzip"),
    "deflate": http(zlib.compress(PAGE), Content_Encoding="deflate"),
    "deflate without its header": http(zlib.compress(PAGE, wbits=-15), Content_Encoding="Deflate"),
    "brotli": http(brotli.compress(PAGE), Content_Encoding="br"),
    "brotli undone, field kept": http(PAGE, Content_Encoding="br"),
    "Zstandard": http(zstandard.compress(PAGE), Content_Encoding="zstd"),
    "gzip in chunks": http(
        chunked(gzip.compress(PAGE)), Transfer_Encoding="chunked", Content_Encoding="gzip"
    ),
    "fields over two lines": http(gzip.compress(PAGE), Content_Encoding="\r\n gzip"),
    "bare newlines": http(PAGE).replace(b"\r\n", b"\n"),
    "a space before the colon": http(gzip.compress(PAGE)).replace(
        b"\r\n\r\n", b"\r\nContent-Encoding : gzip\r\n\r\n", 1
    ),
}


@pytest.mark.parametrize("case", BODIES)
def test_a_body_is_unpacked(tmp_path: Path, case: str) -> None:
    things = found(tmp_path / "d.warc", record(BODIES[case]))

    assert (pages(things), refusals(things)) == ({NAME: PAGE}, {})


BAD_BODIES = {
    "gzip cut off": http(gzip.compress(PAGE)[:-12], Content_Encoding="gzip"),
    "deflate cut off": http(zlib.compress(PAGE)[:-12], Content_Encoding="deflate"),
    "brotli cut off": http(brotli.compress(PAGE)[:-12], Content_Encoding="br"),
    "Zstandard cut off": http(zstandard.compress(PAGE)[:-12], Content_Encoding="zstd"),
    "gzip damaged": http(gzip.compress(PAGE)[:30] + b"~" * 40, Content_Encoding="gzip"),
    "brotli damaged": http(b"\x8b\xff~~~~~~", Content_Encoding="br"),
    "packed twice": http(gzip.compress(PAGE), Content_Encoding="gzip, br"),
}


@pytest.mark.parametrize("case", BAD_BODIES)
def test_a_body_that_cannot_be_unpacked_is_told(tmp_path: Path, case: str) -> None:
    things = found(tmp_path / "d.warc", record(BAD_BODIES[case]) + RECORDS[0])

    assert list(pages(things)) == [FIRST]
    assert [name for name, (outcome, _) in refusals(things).items() if outcome is FAILED] == [NAME]


def test_what_a_library_is_missing_for_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    monkeypatch.setitem(sys.modules, "zstandard", None)

    things = found(tmp_path / "d.warc", record(BODIES["brotli"]))
    packed = found(tmp_path / "page.html.zst", zstandard.compress(PAGE))

    hint = "which opens after: pip install 'threadsite[archives]'"
    assert refusals(things) == {NAME: (FAILED, f"page packed with brotli, {hint}")}
    assert refusals(packed) == {"page.html.zst": (FAILED, f"Zstandard file, {hint}")}


PARTIAL = {
    "chunks end early": record(http(chunked(PAGE)[:-30], Transfer_Encoding="chunked")),
    "chunks go astray": record(
        http(chunked(PAGE).replace(b"7;x", b"5;x", 2), Transfer_Encoding="chunked")
    ),
    "the crawler gave up": record(http(PAGE), WARC_Truncated="time"),
    "another digest": record(http(PAGE), WARC_Payload_Digest=sha1(b"other")),
}


@pytest.mark.parametrize("case", PARTIAL)
def test_a_page_that_is_not_whole_is_taken_and_told(tmp_path: Path, case: str) -> None:
    things = found(tmp_path / "d.warc", PARTIAL[case])

    assert pages(things)[NAME].startswith(PAGE[:5])
    assert refusals(things)[NAME][0] is FAILED


def test_digests_of_any_reading_are_accepted(tmp_path: Path) -> None:
    body = chunked(PAGE)
    block = http(body, Transfer_Encoding="chunked")

    for digest in (sha1(body), sha1(PAGE), sha1(block), "md5:x", "sha1:~", "sha1:" + "0" * 31):
        things = found(tmp_path / "d.warc", record(block, WARC_Payload_Digest=digest))
        assert (pages(things), refusals(things)) == ({NAME: PAGE}, {}), digest


def test_what_is_no_page_is_skipped(tmp_path: Path) -> None:
    data = b"".join((
        record(http(PAGE, "404 Not Found"), "http://forum.example/gone"),
        record(http(b"", "302 Found"), "http://forum.example/moved"),
        record(http(PAGE, Content_Type="image/png"), "http://forum.example/a.png"),
        record(http(PAGE, Content_Type="text/css"), "http://forum.example/a.html"),
        record(http(b"\x89PNG\r\n\x1a\n"), "http://forum.example/liar"),
        record(http(b""), "http://forum.example/empty"),
        record(b"forum.example. 192.0.2.7", "dns:forum.example", Content_Type="text/dns"),
        record(PAGE, kind="request"),
        record(PAGE, kind="metadata"),
        record(PAGE, "http://forum.example/half", "continuation"),
        record(http(PAGE), "http://forum.example/view.jpg"),
        record(PAGE, "http://forum.example/kept", "resource", Content_Type="text/html"),
        record(b"Tea. Why?", "http://forum.example/text", "conversion", Content_Type="text/plain"),
    ))  # fmt: skip

    things = found(tmp_path / "d.warc", data)

    at = "20090807060504/"
    assert pages(things) == {
        at + "forum.example/view.jpg": PAGE,
        at + "forum.example/kept": PAGE,
        at + "forum.example/text": b"Tea. Why?",
    }
    assert refusals(things) == {
        at + "forum.example/gone": (SKIPPED, "not a page: the server answered 404"),
        at + "forum.example/moved": (SKIPPED, "not a page: the server answered 302"),
        at + "forum.example/a.png": (SKIPPED, "not a page: image/png"),
        at + "forum.example/a.html": (SKIPPED, "not a page: text/css"),
        at + "forum.example/liar": (SKIPPED, "not a page: image"),
        at + "forum.example/empty": (SKIPPED, "empty"),
        at + "dns:forum.example": (SKIPPED, "not a page: its address is none of the web"),
        at + "forum.example/half": (FAILED, "a part of a record, which cannot be joined"),
    }


def test_a_revisit_is_what_it_repeats(tmp_path: Path) -> None:
    digest = sha1(PAGE)
    block = http(b"")
    data = b"".join((
        record(block, "http://b.example/", "revisit", WARC_Payload_Digest=digest),
        record(http(PAGE), WARC_Payload_Digest=digest),
        record(block, "http://c.example/", "revisit", WARC_Payload_Digest=digest),
        record(block, "http://d.example/", "revisit"),
    ))  # fmt: skip

    things = found(tmp_path / "d.warc", data)

    absent = "a revisit of no page that the dump holds before it"
    assert pages(things) == {NAME: PAGE}
    assert refusals(things) == {
        "20090807060504/b.example": (SKIPPED, absent),
        "20090807060504/c.example": (DUPLICATE, "the same bytes as another document"),
        "20090807060504/d.example": (SKIPPED, absent),
    }


def test_a_revisit_may_repeat_a_page_of_another_archive_of_the_dump(tmp_path: Path) -> None:
    picture = http(b"steam", Content_Type="image/png")
    revisits = [
        record(http(b""), f"http://{name}.example/", "revisit", WARC_Payload_Digest=sha1(data))
        for name, data in (("page", PAGE), ("picture", b"steam"))
    ]
    (tmp_path / "1.warc").write_bytes(record(http(PAGE)) + record(picture))
    (tmp_path / "2.warc.gz").write_bytes(members(*revisits))

    told = refusals(opened(tmp_path))

    assert told["2.warc.gz/20090807060504/page.example"][0] is DUPLICATE
    assert told["2.warc.gz/20090807060504/picture.example"][0] is SKIPPED


def test_short_chunks_take_no_more_memory_than_long_ones() -> None:
    body = chunked(PAGE * 100, 1)
    tracemalloc.start()

    whole, fault = joined(Answer(200, {"transfer-encoding": "chunked"}, memoryview(body)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (bytes(whole), fault) == (PAGE * 100, None)
    assert most < len(body)
