"""A page saved into one file is that page."""

from __future__ import annotations

import base64
import quopri
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from made_dumps import PAGE, found, pages, refusals

from threadsite.document import Document
from threadsite.report import Outcome

HEADER = (
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: https://forum.example/t/5\r\n"
    "Subject: =?utf-8?Q?Kettles?=\r\n"
    "Date: Fri, 7 Aug 2009 06:05:04 -0000\r\n"
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n'
    '\tboundary="--Kettle--7--"\r\n\r\n\r\n'
)
TEXT = "<!doctype html><title>Чай</title><p>Why = what?" + " Because." * 30
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "quoted-printable": quopri.encodestring,
    "base64": base64.encodebytes,
    "8bit": lambda data: data,
    "binary": lambda data: data,
}


def part(
    data: bytes, coding: str = "8bit", kind: str = "text/html; charset=koi8-r", url: str = ""
) -> bytes:
    """One part of a saved page."""
    fields = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\n"
    fields += f"Content-Location: {url}\r\n" if url else ""
    return f"----Kettle--7--\r\n{fields}\r\n".encode() + CODINGS[coding](data) + b"\r\n"


def saved(*parts: bytes) -> bytes:
    return HEADER.encode() + b"".join(parts) + b"----Kettle--7----\r\n"


@pytest.mark.parametrize("coding", CODINGS)
def test_the_page_is_taken_out(tmp_path: Path, coding: str) -> None:
    data = saved(
        part(TEXT.encode("koi8-r"), coding, url="https://forum.example/t/5"),
        part(b"\x89PNG", "base64", "image/png", "https://forum.example/a.png"),
        part(PAGE, "8bit", "text/html", "https://ads.example/frame"),
        part(b"p{}", "8bit", "text/css", "cid:css-1@mhtml.blink"),
    )

    things = found(tmp_path / "page.mhtml", data)

    (page,) = (thing for thing in things if isinstance(thing, Document))
    assert page.name == "page.mhtml"
    assert page.text.rstrip() == TEXT
    assert page.url == "https://forum.example/t/5"
    assert page.captured == datetime(2009, 8, 7, 6, 5, 4, tzinfo=UTC)
    assert {name: reason for name, (_, reason) in refusals(things).items()} == {
        "forum.example/a.png": "not a page: image/png",
        "ads.example/frame": "not a page: a frame of one",
        "part": "not a page: text/css",
    }


def test_the_address_may_stand_at_the_top_only(tmp_path: Path) -> None:
    (page,) = found(tmp_path / "page.bin", saved(part(PAGE, url="cid:frame-1@mhtml.blink")))

    assert isinstance(page, Document)
    assert page.url == "https://forum.example/t/5"


def test_a_mail_is_none(tmp_path: Path) -> None:
    mail = saved(part(PAGE)).replace(b"From: <Saved by Blink>", b"From: mira@kettle.example")
    mail = mail.replace(b"Snapshot-Content-Location", b"X-Mailer")

    assert pages(found(tmp_path / "mail.eml", mail)) == {"mail.eml": mail}


def test_a_cut_is_told(tmp_path: Path) -> None:
    data = saved(part(PAGE, url="https://forum.example/t/5"))

    for cut in range(len(HEADER) - 60, len(data) - 3):
        things = found(tmp_path / "page.mhtml", data[:cut])
        assert refusals(things)["page.mhtml"][0] is Outcome.FAILED, cut
        assert all(PAGE.startswith(body.rstrip()[:40]) for body in pages(things).values()), cut


def test_hostile_headers_cost_memory_in_proportion(tmp_path: Path) -> None:
    words = "=?utf-8?Q?a?= " * 60_000
    pages_of = (
        saved(part(PAGE)).replace(b"=?utf-8?Q?Kettles?=", words.encode()),
        saved(*[part(PAGE)] * 20_000),
        HEADER.encode() + b"----Kettle--7-" * 500_000,
    )

    for data in pages_of:
        tracemalloc.start()
        found(tmp_path / "page.mhtml", data)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 20 * len(data) + (10 << 20)
