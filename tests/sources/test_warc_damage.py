"""Damage and lies in a web archive cost the record that they hit, and are told."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path

import brotli
import pytest
import zstandard
from made_dumps import PAGE, calls, found, pages, refusals
from made_warcs import FORMS, INFO, MANY, RECORDS, http, members, record

from threadsite.report import Outcome
from threadsite.sources import Limits

FAILED = Outcome.FAILED


@pytest.mark.parametrize("name", FORMS)
def test_a_cut_anywhere_is_told_and_costs_one_record(tmp_path: Path, name: str) -> None:
    data = FORMS[name]()
    sizes = [len(part) if name == "d.warc" else len(gzip.compress(part)) for part in RECORDS]
    start = len(data) - sum(sizes)
    ends = [start + sum(sizes[: n + 1]) for n in range(len(sizes))]

    for cut in range(start + 1, len(data)):
        things = found(tmp_path / name, data[:cut])
        whole = sum(end <= cut for end in ends)
        assert whole <= len(pages(things)) <= whole + (name == "d.warc"), cut
        assert pages(things).items() <= MANY.items(), cut
        told = [r for r in refusals(things).values() if r[0] is FAILED]
        assert len(told) == (0 if cut in ends else 1), cut


@pytest.mark.parametrize("name", FORMS)
def test_a_flipped_bit_costs_one_record(tmp_path: Path, name: str) -> None:
    data = FORMS[name]()

    for place in range(len(members(INFO)) if name == "d.warc.gz" else len(INFO), len(data)):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        things = found(tmp_path / name, bytes(flipped))
        whole = {body for body in pages(things).values() if body in MANY.values()}
        assert len(whole) >= len(MANY) - 1, place
        if name == "d.warc.gz" and len(whole) < len(MANY):
            assert any(r[0] is FAILED for r in refusals(things).values()), place


LIES = {
    "negative": "-1",
    "empty": "",
    "huge": str(10**9),
    "huger": "9" * 30,
    "words": "many",
    "short": "40",
    "a little too long": str(len(http(PAGE)) + 40),
    "digits of another script": "٣٣",
}


@pytest.mark.parametrize("lie", LIES)
@pytest.mark.parametrize("name", FORMS)
def test_a_length_that_lies_costs_its_record(tmp_path: Path, name: str, lie: str) -> None:
    liar = record(http(PAGE), "http://forum.example/liar", Content_Length=LIES[lie])
    join = members if name == "d.warc.gz" else lambda *parts: b"".join(parts)

    things = found(tmp_path / name, join(*RECORDS[:2], liar, *RECORDS[2:]))

    assert pages(things) == MANY
    assert [outcome for outcome, _ in refusals(things).values()] == [FAILED]
    assert list(refusals(things)) == ["20090807060504/forum.example/liar"]


@pytest.mark.parametrize("name", FORMS)
def test_rubbish_between_records_costs_nothing_else(tmp_path: Path, name: str) -> None:
    join = members if name == "d.warc.gz" else lambda *parts: b"".join(parts)
    rubbish = b"\x1f\x8b\x08~\x00WARC/1.0~" * 5000

    things = found(tmp_path / name, join(*RECORDS[:2]) + rubbish + join(*RECORDS[2:]))

    assert pages(things) == MANY
    assert [outcome for outcome, _ in refusals(things).values()] == [FAILED]


def test_padding_between_members_is_no_damage(tmp_path: Path) -> None:
    data = members(*RECORDS[:2]) + bytes(1000) + members(*RECORDS[2:]) + bytes(100)

    things = found(tmp_path / "d.warc.gz", data)

    assert (pages(things), refusals(things)) == (MANY, {})


def test_endless_headers_cost_their_records(tmp_path: Path) -> None:
    long = record(http(PAGE), "http://forum.example/" + "x" * (50 << 20))
    answer = record(b"HTTP/1.1 200 OK\r\nX: " + b"x" * (20 << 20))
    data = RECORDS[0] + long + RECORDS[1] + answer + RECORDS[2]

    things = found(tmp_path / "d.warc", data)

    assert pages(things).items() >= {k: MANY[k] for k in list(MANY)[:3]}.items()


def _lying(count: int) -> bytes:
    lies = [record(b"x", Content_Length=str(150 * (count - n))) for n in range(count)]
    return b"".join(lies) + RECORDS[0]


def _broken(count: int) -> bytes:
    return gzip.compress(RECORDS[0])[:-9] * count


@pytest.mark.parametrize(("name", "made"), [("d.warc", _lying), ("d.warc.gz", _broken)])
def test_the_work_grows_with_the_damage_only(
    tmp_path: Path, name: str, made: Callable[[int], bytes]
) -> None:
    for records in (250, 500, 1000):
        assert calls(partial(found, tmp_path / name, made(records))) < 1000 * records


def test_lies_and_blanks_cost_no_record_behind_them(tmp_path: Path) -> None:
    blanks = RECORDS[0] + b"\r\n" * (5 << 20) + RECORDS[1]

    assert MANY.items() >= pages(found(tmp_path / "lies.warc", _lying(20_000))).items()
    assert len(pages(found(tmp_path / "blanks.warc", blanks))) == 2


BOMBS = {
    "a body": lambda zeros: record(http(gzip.compress(zeros), Content_Encoding="gzip")),
    "a brotli body": lambda zeros: record(
        http(brotli.compress(zeros, quality=3), Content_Encoding="br")
    ),
    "a Zstandard body": lambda zeros: record(
        http(zstandard.compress(zeros), Content_Encoding="zstd")
    ),
    "a member": lambda zeros: gzip.compress(record(http(zeros))),
}


@pytest.mark.parametrize("case", BOMBS)
def test_a_bomb_costs_its_record(tmp_path: Path, case: str) -> None:
    bomb = BOMBS[case](b"<p>" + b"a" * (100 << 20))
    packed = bomb if case == "a member" else gzip.compress(bomb)

    things = found(tmp_path / "d.warc.gz", members(RECORDS[0]) + packed + members(*RECORDS[1:]))

    assert pages(things) == MANY
    assert [r for r in refusals(things).values() if r[0] is FAILED] == [
        (FAILED, "unpacks to more than 200 times its size")
    ]


def test_a_record_beyond_the_limit_is_passed_over(tmp_path: Path) -> None:
    long = record(http(PAGE * 40_000), "http://forum.example/long")

    things = found(tmp_path / "d.warc", RECORDS[0] + long + RECORDS[1], Limits(document=1 << 20))

    assert pages(things) == dict(list(MANY.items())[:2])
    assert refusals(things) == {"20090807060504/forum.example/long": (FAILED, "longer than 1 MB")}
