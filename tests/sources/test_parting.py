"""Long exports come in parts, which say together what the whole says."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from threadsite import content
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump
from threadsite.document import Document
from threadsite.model import Thread
from threadsite.sources import Limits, Refused, documents, parting

PART = 600
ENVELOPE = "From juno@kiln.example Mon May  3 12:0{0}:11 2004\n"
LETTER = ENVELOPE + "From: Juno <juno@kiln.example>\nMessage-ID: <{0}@x>\n{1}\n\n{2}\n\n"
FILLED = "Clay and ash, ash and clay. " * 8


def letter(number: int, fields: str) -> str:
    return LETTER.format(number, fields, f"{number}: {FILLED}")


MAILBOX = "".join(
    (
        letter(1, "Subject: Slips"),
        letter(2, "Subject: Re: Other\nReferences: <1@x>"),
        letter(3, "Subject: Glazes"),
        # Only its subject tells what it answers, and that is in another part.
        letter(4, "Subject: Re: slips"),
        letter(5, "Subject: Re: Glazes\nReferences: <lost@x>"),
        letter(6, "Subject: Slips"),
        letter(7, "Subject: AW: Slips\nReferences: <1@x> <2@x>"),
    )
)
LINES = "".join(
    json.dumps({"id": f"c{n}", "subreddit": "kiln", "created_utc": 1200000000 + n, **more}) + "\n"
    for n, more in enumerate(
        [{"title": "Ash", "selftext": FILLED, "author": "Juno"}]
        + [
            {"link_id": "t3_c0", "parent_id": "t3_c0", "body": f"{{\n{n} {FILLED}"}
            for n in range(6)
        ]
    )
)
ROWS = '<?xml version="1.0" encoding="utf-8"?>\n<posts>\n{}</posts>'.format(
    "".join(
        f'  <row Id="{n}" PostTypeId="{1 + (n > 1)}" ParentId="1" OwnerUserId="{n}"'
        f' CreationDate="2010-01-01T00:00:0{n}" Title="Ash"'
        f' Body="&lt;p&gt;&amp;lt;row {FILLED}" />\n'
        for n in range(1, 7)
    )
)
CHAT = json.dumps(
    {
        "name": "Kiln",
        "type": "public_supergroup",
        "id": 9,
        "messages": [
            {
                "id": n,
                "type": "message",
                "date": f"2020-01-0{n}T10:00:00",
                "from": "Juno",
                "from_id": "user1",
                "text": [{"type": "bold", "text": "},\n  {"}, f"{n} {FILLED}"],
            }
            for n in range(1, 8)
        ],
    },
    indent=1,
)
FORMS = {"box.mbox": MAILBOX, "all.ndjson": LINES, "Posts.xml": ROWS, "result.json": CHAT}
COUNTS = {"box.mbox": 7, "all.ndjson": 7, "Posts.xml": 6, "result.json": 7}


def said(path: Path, folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The posts of each thread in the dump at *path*."""

    def load(file: Path) -> Thread:
        return content.load(content.read_text(file))

    convert([Dump(path, "kiln")], folder)
    threads = map(load, content.thread_files(folder))
    return {one.id: [(post.id, post.body) for post in one.posts] for one in threads}


def parts(path: Path, limits: Limits | None = None) -> list[Document | Refused]:
    return list(documents(path, limits=limits))


@pytest.mark.parametrize("name", FORMS)
def test_parts_say_what_the_whole_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump = tmp_path / name
    dump.write_text(FORMS[name], encoding="utf-8")
    whole = said(dump, tmp_path / "whole")

    monkeypatch.setattr(parting, "PART", PART)
    found = parts(dump)

    assert len(found) > 2
    assert [one.name for one in found] == [f"{name}/{n}" for n in range(1, len(found) + 1)]
    assert all(isinstance(one, Document) and len(one.data) < 3 * PART for one in found)
    assert said(dump, tmp_path / "parts") == whole
    assert sum(map(len, whole.values())) == COUNTS[name]


def test_names_of_people_may_be_in_parts_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f'  <row Id="{n}" DisplayName="Potter {n}" />\n' for n in range(40))
    (tmp_path / "dump").mkdir()
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<users>\n{rows}</users>'
    (tmp_path / "dump/Users.xml").write_text(text, encoding="utf-8")
    (tmp_path / "dump/Posts.xml").write_text(ROWS, encoding="utf-8")
    monkeypatch.setattr(parting, "PART", PART)

    convert([Dump(tmp_path / "dump", "kiln")], tmp_path / "content")

    (thread,) = content.thread_files(tmp_path / "content")
    authors = [post.author.name for post in content.load(content.read_text(thread)).posts]
    assert authors == [f"Potter {n}" for n in range(1, 7)]


def test_what_is_short_or_unknown_comes_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parting, "PART", PART)
    for name, text in {
        "short.mbox": letter(1, "Subject: Slips"),
        "array.json": json.dumps([{"a": FILLED}] * 9),
        "page.html": f"<html><body>{FILLED * 9}",
        "one.json": json.dumps({"a": FILLED * 9}),
    }.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")

        (found,) = parts(path)

        assert isinstance(found, Document)
        assert (found.name, found.whole, found.data) == (name, None, text.encode())


def test_parts_before_damage_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parting, "PART", PART)
    packed = gzip.compress(MAILBOX.encode(), mtime=0)
    path = tmp_path / "box.mbox.gz"
    path.write_bytes(packed[:-9])

    *found, last = parts(path)

    assert isinstance(last, Refused)
    assert last.reason == "cut off before its end"
    assert all(isinstance(one, Document) for one in found)


def test_a_record_without_an_end_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parting, "PART", PART)
    path = tmp_path / "box.mbox"
    path.write_text(MAILBOX + "a line\n" * 9000, encoding="utf-8")

    *_, last = parts(path, Limits(document=4000))

    assert isinstance(last, Refused)
    assert last.reason == "a record is longer than 0 MB"
