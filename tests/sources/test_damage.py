"""Damage costs what it hits, and is told; nothing in a dump may cost more."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from made_dumps import PAGE, PAGES, found, pages, refusals, tarred, zipped

from threadsite.document import Document
from threadsite.report import Outcome
from threadsite.sources import Limits

FAILED = Outcome.FAILED
UNPACKED = {
    "d.zip": lambda: zipped(PAGES),
    "stored.zip": lambda: zipped(PAGES, zipfile.ZIP_STORED),
    "d.tar": lambda: tarred(PAGES),
}
PACKED = {
    "d.tar.gz": lambda: gzip.compress(tarred(PAGES)),
    "d.tar.bz2": lambda: bz2.compress(tarred(PAGES)),
    "d.tar.xz": lambda: lzma.compress(tarred(PAGES)),
    "d.tar.zst": lambda: _summed(tarred(PAGES)),
}


def _summed(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_checksum=True).compress(data)


ALL: dict[str, Callable[[], bytes]] = UNPACKED | PACKED


@pytest.mark.parametrize("name", ALL)
def test_a_cut_is_told_and_costs_no_member_before_it(tmp_path: Path, name: str) -> None:
    data = ALL[name]()

    for cut in range(64, len(data), 1 + len(data) // 150):
        things = found(tmp_path / name, data[:cut])
        assert refusals(things), cut
        assert pages(things).items() <= PAGES.items(), cut
        if name in UNPACKED:
            assert pages(things).keys() >= _before(data, cut, name), cut


def _before(data: bytes, cut: int, name: str) -> set[str]:
    """The members of an archive whose bytes all lie before *cut*."""
    if name.endswith("zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            starts = {info.filename: info.header_offset for info in archive.infolist()}
            ends = [*sorted(starts.values())[1:], archive.start_dir]
        return {member for member, end in zip(starts, ends, strict=True) if end <= cut}
    position, names = 0, set()
    for member, body in PAGES.items():
        position += 512 + len(body) + -len(body) % 512
        if position <= cut:
            names.add(member)
    return names


@pytest.mark.parametrize("name", ALL)
def test_a_flipped_bit_never_passes_unnoticed(tmp_path: Path, name: str) -> None:
    data = ALL[name]()

    for place in range(0, len(data), 1 + len(data) // 150):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        things = found(tmp_path / name, bytes(flipped))
        whole = {body for body in pages(things).values() if body in PAGES.values()}
        # Uncompressed tars have no checksum of their members: a changed letter is read as it is.
        touched = len(PAGES) - len(whole)
        assert touched <= (1 if name in UNPACKED else len(PAGES)), place
        if touched and name != "d.tar":
            assert refusals(things), place


def test_a_wrong_checksum_costs_its_member_only(tmp_path: Path) -> None:
    data = zipped(PAGES, zipfile.ZIP_STORED)
    damaged = data.replace(b"whistle?3", b"whistle!3", 1)

    things = found(tmp_path / "d.zip", damaged)

    assert pages(things).keys() == PAGES.keys() - {"board/thread-3.html"}
    assert refusals(things) == {"board/thread-3.html": (FAILED, "damaged")}


def test_a_bad_header_of_a_tar_costs_its_member_only(tmp_path: Path) -> None:
    data = tarred(PAGES)
    damaged = data.replace(b"board/thread-2", b"Board/thread-2", 1)

    things = found(tmp_path / "d.tar", damaged)

    assert pages(things).keys() == PAGES.keys() - {"board/thread-2.html"}
    assert refusals(things) == {
        "d.tar": (FAILED, "damaged: 1024 bytes before the next member cannot be read")
    }


def test_a_size_that_no_number_holds_costs_no_member(tmp_path: Path) -> None:
    record = b"5011 size=" + b"9" * 5000 + b"\n"
    extended = tarfile.TarInfo("x")
    extended.type, extended.size = tarfile.XHDTYPE, len(record)
    head = extended.tobuf(tarfile.USTAR_FORMAT) + record + bytes(-len(record) % 512)

    assert pages(found(tmp_path / "d.tar", head + tarred(PAGES))) == PAGES


def test_a_zip_without_its_list_is_read_by_its_headers(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(_Unseekable(buffer), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in PAGES.items():
            archive.writestr(name, body)
    data = buffer.getvalue()

    things = found(tmp_path / "d.zip", data[: data.rfind(b"PK\x01\x02")])

    assert pages(things) == PAGES
    assert refusals(things) == {"d.zip": (FAILED, "damaged: its list of members cannot be read")}


class _Unseekable(io.RawIOBase):
    """A pipe: what is zipped into it has sizes and checksums behind the bytes."""

    def __init__(self, target: io.BytesIO) -> None:
        self.target = target

    def writable(self) -> bool:
        return True

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # no other buffers here
        return self.target.write(bytes(data))


def test_encrypted_members_are_named(tmp_path: Path) -> None:
    data = zipped({"page.html": PAGE})
    encrypted = data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")

    assert encrypted != data
    assert refusals(found(tmp_path / "d.zip", encrypted)) == {"page.html": (FAILED, "encrypted")}


def test_members_that_share_bytes_are_refused(tmp_path: Path) -> None:
    things = found(tmp_path / "d.zip", _overlapping(100))

    assert len(things) == 100
    assert len([thing for thing in things if isinstance(thing, Document)]) == 1
    assert refusals(things) == {"page.html": (FAILED, "shares its bytes with another member")}


def _overlapping(count: int) -> bytes:
    """A zip whose list names the same bytes *count* times."""
    data = zipped({"page.html": PAGE})
    start = data.index(b"PK\x01\x02")
    entries = data[start : data.index(b"PK\x05\x06")] * count
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(entries), start, 0)
    return data[:start] + entries + tail


def test_names_cannot_lead_out(tmp_path: Path) -> None:
    names = {
        "../../up.html": "%2E%2E/%2E%2E/up.html",
        "/etc/rooted.html": "etc/rooted.html",
        "C:\\drive.html": "C%3A/drive.html",
        "a\\..\\b.html": "a/%2E%2E/b.html",
        "./x/./y.html": "x/y.html",
        "bell\x07\u202egnp.html": "bell%07%E2%80%AEgnp.html",
    }

    things = found(tmp_path / "d.tar", tarred(dict.fromkeys(names, PAGE)))

    assert list(pages(things)) == list(names.values())


def test_a_name_that_is_no_utf_8_is_shown(tmp_path: Path) -> None:
    assert list(pages(found(tmp_path / "d.tar", tarred({"na\udcefve.html": PAGE})))) == [
        "na%EFve.html"
    ]


def test_a_page_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    things = found(
        tmp_path / "d.zip", zipped({"long.html": PAGE * 40_000, "page.html": PAGE}), SMALL
    )

    assert pages(things) == {"page.html": PAGE}
    assert refusals(things) == {"long.html": (FAILED, "longer than 1 MB")}


def test_a_dump_that_unpacks_to_too_much_stops(tmp_path: Path) -> None:
    data = zipped({f"{n}.html": PAGE * 10_000 for n in range(9)})

    things = found(tmp_path / "d.zip", data, SMALL)

    assert len(pages(things)) == 3
    assert set(refusals(things).values()) == {(FAILED, "the dump unpacks to more than 2 MB")}


SMALL = Limits(document=1 << 20, total=2 << 20, ratio=10_000)

BOMBS: dict[str, Callable[[bytes], bytes]] = {
    "bomb.html.gz": lambda zeros: gzip.compress(zeros, 9),
    "bomb.html.bz2": lambda zeros: bz2.compress(zeros, 9),
    "bomb.html.xz": lambda zeros: lzma.compress(zeros, preset=1),
    "bomb.html.zst": zstandard.compress,
    "bomb.zip": lambda zeros: zipped({"bomb.html": zeros}),
    "bomb.tgz": lambda zeros: gzip.compress(tarred({"bomb.html": zeros}), 9),
    "nested.zip": lambda zeros: zipped({"in.zip": zipped({"bomb.html": zeros})}),
    "twice.zip": lambda zeros: zipped({"in.gz": gzip.compress(zeros, 9)}),
}
OPEN = """
import sys
from pathlib import Path
from threadsite.sources import Refused, documents
for thing in documents(Path(sys.argv[1])):
    assert isinstance(thing, Refused), thing.name
    sys.stdout.write(thing.reason + "\\n")
# The rusage of a child begins with the peak of its parent.
status = Path("/proc/self/status").read_text()
sys.stderr.write(status.split('VmHWM:')[1].split()[0])
"""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_fills_memory(tmp_path: Path, name: str) -> None:
    bomb = tmp_path / name
    bomb.write_bytes(BOMBS[name](b"<p>" + b"a" * (200 << 20)))

    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(bomb)], capture_output=True, text=True, check=True
    )

    assert "unpacks to more than 200 times its size" in done.stdout
    assert int(done.stderr) < 300 * 1024
