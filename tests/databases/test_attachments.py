"""Attached files, which forums keep on disk under names of their own, find their posts."""

from __future__ import annotations

from pathlib import Path

import pytest

from threadsite import content
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump
from threadsite.report import Outcome

HERE = Path(__file__).parent
HASH = "0123456789abcdef" * 2
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(20)

STORED = {
    "phpbb3": (
        {
            "  `real_filename` text,\n": "  `real_filename` text,\n  `physical_filename` text,\n",
            "0,0,'pot.png')": f"0,0,'pot.png','2_{HASH}')",
            "1,0,'SECRETFILE.png')": f"1,0,'SECRETFILE.png','3_{HASH}')",
        },
        f"files/2_{HASH}",
        f"files/3_{HASH}",
    ),
    "mybb": (
        {
            "  `filename` text,\n": "  `filename` text,\n  `attachname` text,\n",
            "'pot.png',": f"'pot.png','201203/post_2_{HASH}.attach',",
        },
        f"uploads/201203/post_2_{HASH}.attach",
        f"uploads/201203/post_3_{HASH}.attach",
    ),
    "smf2": ({"SECRETFILEHASH": HASH}, f"attachments/1_{HASH}.dat", f"attachments/2_{HASH}.dat"),
    "xenforo": (
        {"SECRETFILEHASH": HASH},
        f"internal_data/attachments/0/5-{HASH}.data",
        f"internal_data/attachments/0/6-{HASH}.data",
    ),
}


def dumps(name: str, folder: Path) -> list[Dump]:
    """The database *name*, and the folder of the forum's files; in it what hung on a post, which
    a guest saw, and what nobody was to see."""
    changes, seen, unseen = STORED[name]
    text = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    for was, is_now in changes.items():
        assert was in text
        text = text.replace(was, is_now)
    (folder / "forum.sql").write_text(text, encoding="utf-8")
    for place, data in ((seen, PICTURE), (unseen, PICTURE + b"secret")):
        (folder / "forum" / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / "forum" / place).write_bytes(data)
    return [Dump(folder / "forum.sql", "forum.sql"), Dump(folder / "forum", "forum")]


@pytest.mark.parametrize("name", STORED)
def test_attached_files_are_taken_from_the_folder_of_the_forum(name: str, tmp_path: Path) -> None:
    report = convert(dumps(name, tmp_path), tmp_path / "content")

    held = [path.read_bytes() for path in (tmp_path / "content" / "media").iterdir()]
    assert held == [PICTURE]
    assert report.media.outcomes[Outcome.IMPORTED] == 1
    files = [
        (file.name, file.path is not None)
        for path in content.thread_files(tmp_path / "content")
        for post in content.read_thread(path).posts
        for file in post.attachments
    ]
    assert ("pot.png", True) in files
    assert HASH not in "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "content").rglob("*.md")
    )


def test_a_name_that_another_file_may_have_brings_none(tmp_path: Path) -> None:
    found = dumps("phpbb3", tmp_path)
    text = (tmp_path / "forum.sql").read_text(encoding="utf-8")
    (tmp_path / "forum.sql").write_text(text.replace(f"2_{HASH}", "pot_1.png"), encoding="utf-8")
    (tmp_path / "forum" / "files" / "pot_1.png").write_bytes(PICTURE)

    convert(found, tmp_path / "content")

    assert not (tmp_path / "content" / "media").exists()
