"""Every kind of container gives the same documents."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from made_dumps import PAGE, PAGES, found, opened, pages, refusals, tarred, zipped

from threadsite.document import Document
from threadsite.errors import DumpError
from threadsite.report import Outcome
from threadsite.sources import Limits, documents

SKIPPED, FAILED = Outcome.SKIPPED, Outcome.FAILED

ARCHIVES: dict[str, Callable[[], bytes]] = {
    "stored.zip": lambda: zipped(PAGES, zipfile.ZIP_STORED),
    "deflated.zip": lambda: zipped(PAGES),
    "bzip2.zip": lambda: zipped(PAGES, zipfile.ZIP_BZIP2),
    "lzma.zip": lambda: zipped(PAGES, zipfile.ZIP_LZMA),
    "ustar.tar": lambda: tarred(PAGES, tarfile.USTAR_FORMAT),
    "gnu.tar": lambda: tarred(PAGES, tarfile.GNU_FORMAT),
    "dump.tar.gz": lambda: gzip.compress(tarred(PAGES)),
    "dump.tgz": lambda: gzip.compress(tarred(PAGES)),
    "dump.tar.bz2": lambda: bz2.compress(tarred(PAGES)),
    "dump.tar.xz": lambda: lzma.compress(tarred(PAGES)),
    "dump.tar.zst": lambda: zstandard.compress(tarred(PAGES)),
    "dump.tzst": lambda: zstandard.compress(tarred(PAGES)),
    "no-ending": lambda: gzip.compress(tarred(PAGES)),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_archive_gives_its_members(tmp_path: Path, name: str) -> None:
    things = found(tmp_path / name, ARCHIVES[name]())

    assert pages(things) == PAGES
    assert not refusals(things)
    assert {thing.dump for thing in things if isinstance(thing, Document)} == {name}


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.compress,
}


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_page_is_a_page(tmp_path: Path, ending: str) -> None:
    pack = PACKERS[ending]

    things = found(tmp_path / f"page.html.{ending}", pack(PAGE))

    assert pages(things) == {"page.html": PAGE}


def test_several_gzip_members_are_one_page(tmp_path: Path) -> None:
    things = found(tmp_path / "page.html.gz", gzip.compress(PAGE) + gzip.compress(b" More."))

    assert pages(things) == {"page.html": PAGE + b" More."}


def test_a_page_that_only_claims_to_be_packed_is_a_page(tmp_path: Path) -> None:
    for name in ("page.gz", "page.zip", "page.tar"):
        assert pages(found(tmp_path / name, PAGE)) == {name: PAGE}


def test_a_file_is_a_dump(tmp_path: Path) -> None:
    (thing,) = found(tmp_path / "page.html", PAGE)

    assert isinstance(thing, Document)
    assert (thing.dump, thing.name, thing.data) == ("page.html", "page.html", PAGE)


def test_a_dump_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)

    (thing,) = documents(tmp_path, name="kettle forum")

    assert isinstance(thing, Document)
    assert thing.dump == "kettle forum"


def test_no_dump_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DumpError, match=r"gone\.zip: no such file or folder"):
        opened(tmp_path / "gone.zip")


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/10.html", "a.html", "c.html", "B.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)

    names = [thing.name for thing in opened(tmp_path)]

    assert names == ["B.html", "a.html", "b/10.html", "b/2.html", "c.html"]


def test_only_regular_files_of_a_folder_are_read(tmp_path: Path) -> None:
    outside = tmp_path / "secret.html"
    outside.write_bytes(PAGE)
    root = tmp_path / "dump"
    (root / "folder").mkdir(parents=True)
    (root / "page.html").write_bytes(PAGE)
    (root / "link.html").symlink_to(outside)
    (root / "loop").symlink_to(root)
    os.mkfifo(root / "pipe.html")

    things = opened(root)

    assert pages(things) == {"page.html": PAGE}
    assert refusals(things) == {
        "link.html": (SKIPPED, "symbolic link, not followed"),
        "loop": (SKIPPED, "symbolic link, not followed"),
        "pipe.html": (SKIPPED, "pipe"),
    }


def test_a_dump_may_itself_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    (tmp_path / "latest.html").symlink_to("page.html")

    assert pages(opened(tmp_path / "latest.html")) == {"page.html": PAGE}


def test_what_is_no_page_is_skipped_with_a_reason(tmp_path: Path) -> None:
    litter = {
        "a/photo.JPG": b"\xff\xd8\xff",
        "style.css": b"p{}",
        "app.js": b"1",
        "face.woff2": b"wOF2",
        ".htaccess": b"x",
        "__MACOSX/._page.html": b"x",
        "Thumbs.db": b"x",
        "empty.html": b"",
        "attachment.php?id=5": b"\x89PNG\r\n\x1a\n",
        "unknown": bytes(range(256)) * 20 + bytes(900),
        "backup.rar": b"Rar!\x1a\x07\x01\x00",
    }

    things = found(tmp_path / "dump.zip", zipped(litter | {"view.php?img=a.png": PAGE}))

    assert pages(things) == {"view.php?img=a.png": PAGE}
    assert refusals(things) == {
        "a/photo.JPG": (SKIPPED, "not a page: image"),
        "style.css": (SKIPPED, "not a page: style sheet"),
        "app.js": (SKIPPED, "not a page: script"),
        "face.woff2": (SKIPPED, "not a page: font"),
        ".htaccess": (SKIPPED, "hidden"),
        "__MACOSX/._page.html": (SKIPPED, "written by macOS"),
        "Thumbs.db": (SKIPPED, "written by Windows"),
        "empty.html": (SKIPPED, "empty"),
        "attachment.php?id=5": (SKIPPED, "not a page: image"),
        "unknown": (SKIPPED, "not a page: binary data"),
        "backup.rar": (FAILED, "RAR file, which cannot be opened"),
    }


def test_folders_are_not_judged_by_their_ending(tmp_path: Path) -> None:
    (tmp_path / "forum.js").mkdir()
    (tmp_path / "forum.js" / "page.html").write_bytes(PAGE)
    (tmp_path / ".git" / "objects").mkdir(parents=True)

    things = opened(tmp_path)

    assert pages(things) == {"forum.js/page.html": PAGE}
    assert refusals(things) == {".git": (SKIPPED, "hidden: folder not looked into")}


def test_utf_16_is_no_binary(tmp_path: Path) -> None:
    for charset in ("utf-16", "utf-16-le", "utf-16-be"):
        data = PAGE.decode().encode(charset)
        assert pages(found(tmp_path / "page.html", data)) == {"page.html": data}


def test_archives_in_archives_are_opened_two_deep(tmp_path: Path) -> None:
    data, name = PAGE, "page.html"
    for level in range(4):
        data, name = zipped({name: data, f"{level}.html": PAGE}), f"in{level}.zip"

    things = found(tmp_path / "dump.zip", data)

    assert list(pages(things)) == ["in2.zip/in1.zip/1.html", "in2.zip/2.html", "3.html"]
    assert refusals(things) == {
        "in2.zip/in1.zip/in0.zip": (FAILED, "not opened: an archive in too many archives")
    }


def test_a_packed_tar_in_a_zip_counts_as_one_archive(tmp_path: Path) -> None:
    packed = gzip.compress(tarred({"page.html": PAGE}))

    things = found(tmp_path / "d.zip", zipped({"x/y.tgz": packed}), Limits(depth=1))

    assert pages(things) == {"x/y.tar/page.html": PAGE}


def test_an_archive_without_files_is_told(tmp_path: Path) -> None:
    assert refusals(found(tmp_path / "d.zip", zipped({}))) == {
        "d.zip": (SKIPPED, "archive that holds no files")
    }


def test_links_and_devices_of_a_tar_are_refused(tmp_path: Path) -> None:
    kinds = {
        "link.html": tarfile.SYMTYPE,
        "hard.html": tarfile.LNKTYPE,
        "pipe.html": tarfile.FIFOTYPE,
        "disk.html": tarfile.BLKTYPE,
    }
    with tarfile.open(tmp_path / "d.tar", "w") as archive:
        for name, kind in kinds.items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("page.html")
        info.size = len(PAGE)
        archive.addfile(info, io.BytesIO(PAGE))

    things = opened(tmp_path / "d.tar")

    assert pages(things) == {"page.html": PAGE}
    assert refusals(things) == {
        "link.html": (SKIPPED, "symbolic link, not followed"),
        "hard.html": (SKIPPED, "link to another member"),
        "pipe.html": (SKIPPED, "pipe"),
        "disk.html": (SKIPPED, "device"),
    }


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_long_names_of_a_tar_are_whole(tmp_path: Path, form: int) -> None:
    name = "борд/" + "нить-" * 60 + ".html"

    assert list(pages(found(tmp_path / "d.tar", tarred({name: PAGE}, form)))) == [name]


def test_names_of_a_zip_without_their_flag_are_read_as_utf_8(tmp_path: Path) -> None:
    data = zipped({"нить.html": PAGE})
    unflagged = data.replace(b"\x14\x00\x00\x08", b"\x14\x00\x00\x00")

    assert unflagged != data
    assert list(pages(found(tmp_path / "d.zip", unflagged))) == ["нить.html"]


def test_ten_thousand_members_are_ten_thousand_documents(tmp_path: Path) -> None:
    many = {f"{n}.html": b"<p>%d" % n for n in range(10_000)}

    for name, data in (("d.zip", zipped(many)), ("d.tar", tarred(many))):
        assert pages(found(tmp_path / name, data)) == many
