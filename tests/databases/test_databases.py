"""Invented dumps of each software: what anybody could read is written, nothing else."""

from __future__ import annotations

import gzip
import re
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from conftest import Golden
from threadsite import content
from threadsite.content import boards
from threadsite.conversion import convert
from threadsite.conversion.reading import Dump
from threadsite.databases import ALL
from threadsite.inspect import summary
from threadsite.model import Thread
from threadsite.report import Outcome, Report

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.sql"))
CANARIES = re.compile(r"SECRET\w*|leak\d+@|203\.0\.113|\$2y\$|lurker")


def converted(dump: Path, folder: Path) -> tuple[dict[str, Thread], Report]:
    report = convert([Dump(dump, "kiln")], folder)
    threads = (content.load(content.read_text(path)) for path in content.thread_files(folder))
    return {thread.id: thread for thread in threads}, report


def written(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def left_out(report: Report) -> dict[str, int]:
    return {reason: count for what, reason, count in report.posts.why() if what is Outcome.SKIPPED}


def test_every_software_has_a_dump() -> None:
    assert {software.name for software in ALL} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_threads_are_as_expected(name: str, tmp_path: Path, golden: Golden) -> None:
    converted(HERE / f"{name}.sql", tmp_path)

    texts = (content.read_text(path).rstrip() for path in content.thread_files(tmp_path))
    said = content.read_text(tmp_path / boards.FILE)
    golden("\n\n".join([*texts, said]), HERE / f"{name}.md")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_private_is_written(name: str, tmp_path: Path) -> None:
    dump = HERE / f"{name}.sql"

    converted(dump, tmp_path)

    assert len(set(CANARIES.findall(dump.read_text(encoding="utf-8")))) > 3
    assert CANARIES.findall(written(tmp_path)) == []
    assert "author@posted.example" in written(tmp_path)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("phpbb3", {"deleted by the forum": 2, "not approved": 1, "private messages": 2}),
        ("phpbb2", {"private messages": 1}),
        ("xenforo", {"deleted by the forum": 2, "not approved": 1, "private messages": 1}),
        ("smf2", {"deleted by the forum": 1, "not approved": 1, "private messages": 1}),
        ("mybb", {"deleted by the forum": 2, "not approved": 1, "private messages": 1}),
        ("vbulletin", {"deleted by the forum": 2, "not approved": 1, "private messages": 1}),
        ("fluxbb", {"of threads that the dump does not hold": 1}),
        (
            "discourse",
            {
                "deleted by the forum": 2,
                "private messages": 2,
                "files that only members may open": 1,
                "hidden by the forum": 1,
                "messages of the chat": 1,
                "notices of the forum, not posts": 1,
                "of threads or boards that are cut off, which may be private": 1,
                "of threads that the dump does not hold": 1,
                "unlisted by the forum": 1,
                "whispers among moderators": 1,
            },
        ),
    ],
)
def test_what_is_left_out_is_counted(name: str, expected: dict[str, int], tmp_path: Path) -> None:
    _, report = converted(HERE / f"{name}.sql", tmp_path)

    locked = {"in a board with a password": 1} if name in ("phpbb3", "mybb", "vbulletin") else {}
    two = name in ("xenforo", "discourse")
    hidden = {"in a board that guests may not read": 2 if two else 1}
    assert left_out(report) == expected | locked | hidden
    assert report.known == summary(Dump(HERE / f"{name}.sql", "kiln")).report.known == []
    assert any("e-mail address" in reason for _, reason, _ in report.documents.why())


@pytest.mark.parametrize("name", NAMES)
def test_the_story_is_the_same_in_each(name: str, tmp_path: Path) -> None:
    threads, _ = converted(HERE / f"{name}.sql", tmp_path)

    thread = threads["1"]
    assert thread.title == "Kilns & fire" or name == "smf2"
    assert thread.board == ("Pottery", "Firing")
    assert (thread.locked, thread.sticky, thread.views) == (True, True, 70)
    first, second, guest = thread.posts[:3]
    assert (first.author.id, first.author.name, first.author.title) == ("2", "Maud", "Potter")
    assert second.quotes[0].author == "Maud"
    assert second.edited
    # Discourse has no guests, and keeps no name of an account that is gone.
    assert guest.author.guest or name == "discourse"
    assert guest.author.id in (f"guest:{guest.author.name}", "inferred:nobody")
    assert first.created
    assert first.created.isoformat() == "2008-01-10T21:21:00+00:00"


def cut(name: str, folder: Path, opened: tuple[str, str] = ("", "")) -> Path:
    """The dump *name* without what is behind its third post; in it, *opened* replaced."""
    whole = (HERE / f"{name}.sql").read_text(encoding="utf-8").replace(*opened)
    path = folder / "cut.sql"
    path.write_text(whole[: whole.index("A guest.") + 4], encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("phpbb3", ("Kept as [b:", "A guest. [b:")),
        ("phpbb2", ("", "")),
        ("smf2", ("", "")),
        ("mybb", ("", "")),
        ("xenforo", ("'reset'", "'unset'")),
        ("fluxbb", ("(3,2,0,0,0)", "(3,9,0,0,0)")),
    ],
)
def test_rows_before_a_cut_are_kept(name: str, opened: tuple[str, str], tmp_path: Path) -> None:
    threads, report = converted(cut(name, tmp_path, opened), tmp_path / "content")

    assert [post.id for post in threads["1"].posts] == ["1", "2"]
    assert report.documents.outcomes[Outcome.FAILED] == 1
    assert any("breaks off inside a string at byte" in str(found) for found in report.problems)
    assert CANARIES.findall(written(tmp_path / "content")) == []


@pytest.mark.parametrize("name", ["xenforo", "vbulletin", "fluxbb"])
def test_a_thread_that_may_be_hidden_is_not_written(name: str, tmp_path: Path) -> None:
    threads, report = converted(cut(name, tmp_path), tmp_path / "content")

    assert threads == {}
    assert sum(left_out(report).values()) >= 2


def test_posts_of_discourse_that_may_be_private_messages_are_not_written(tmp_path: Path) -> None:
    whole = (HERE / "discourse.sql").read_text(encoding="utf-8")
    dump = tmp_path / "cut.sql"
    dump.write_text(whole[: whole.index("COPY public.topics ")], encoding="utf-8")

    threads, report = converted(dump, tmp_path / "content")

    assert threads == {}
    assert left_out(report)["of threads that the dump does not hold"] == 17


def test_a_discourse_of_members_is_not_written(tmp_path: Path) -> None:
    whole = (HERE / "discourse.sql").read_text(encoding="utf-8")
    dump = tmp_path / "members.sql"
    dump.write_text(whole.replace("login_required\t5\tf", "login_required\t5\tt"), encoding="utf-8")

    threads, report = converted(dump, tmp_path / "content")

    assert threads == {}
    assert left_out(report)["in a forum that only members may read"] == 13


def test_a_backup_of_discourse_keeps_its_uploads(tmp_path: Path) -> None:
    backup = tmp_path / "kiln.tar.gz"
    picture = b"\x89PNG\r\n\x1a\n" + bytes(20)
    with tarfile.open(backup, "w:gz") as tar:
        for name, data in (
            ("dump.sql.gz", gzip.compress((HERE / "discourse.sql").read_bytes())),
            ("uploads/default/original/1X/cd34.png", picture),
        ):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, BytesIO(data))

    threads, report = converted(backup, tmp_path / "content")

    assert "![pot](../../../media/" in threads["1"].posts[3].body
    assert report.media.outcomes[Outcome.IMPORTED] == 1


def test_packed_dumps_are_read_as_well(tmp_path: Path) -> None:
    packed = tmp_path / "mybb.sql.gz"
    packed.write_bytes(gzip.compress((HERE / "mybb.sql").read_bytes()))

    threads, _ = converted(packed, tmp_path / "content")

    assert set(threads) == {"1"}


def test_forums_with_other_prefixes_stay_apart(tmp_path: Path) -> None:
    mybb = (HERE / "mybb.sql").read_text(encoding="utf-8").replace("forum.kiln", "other.kiln")
    both = tmp_path / "both.sql"
    both.write_text(
        (HERE / "mybb.sql").read_text(encoding="utf-8") + mybb.replace("mybb_", "old_"),
        encoding="utf-8",
    )

    convert([Dump(both, "kiln")], tmp_path / "content")

    forums = {
        content.load(content.read_text(path)).forum
        for path in content.thread_files(tmp_path / "content")
    }
    assert forums == {"forum.kiln.example/mybb", "other.kiln.example/mybb"}


def test_texts_in_another_charset_are_read(tmp_path: Path) -> None:
    words = "Обжиг прошёл хорошо, глазурь легла ровно, и чаши не треснули."
    text = (HERE / "mybb.sql").read_text(encoding="utf-8").replace("A guest.", words)
    dump = tmp_path / "mybb.sql"
    dump.write_bytes(text.encode("cp1251"))

    threads, _ = converted(dump, tmp_path / "content")

    assert threads["1"].posts[2].body == words


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO flux_posts (poster, poster_id, message, posted, topic_id) VALUES "
        "('x', NULL, NULL, 'never', NULL), ('x', 'y', 'z', 99999999999999999999, 0);",
        "INSERT INTO xf_post VALUES (1, 'no names of columns');",
        "CREATE TABLE kilns (id int);\nINSERT INTO kilns VALUES (1);",
        "CREATE TABLE",
        "-- nothing\n",
    ],
)
def test_odd_dumps_stop_nothing(text: str, tmp_path: Path) -> None:
    dump = tmp_path / "odd.sql"
    dump.write_text(f"-- MySQL dump 10.13\n{text}", encoding="utf-8")

    threads, report = converted(dump, tmp_path / "content")

    assert threads == {}
    assert report.documents.seen >= 1


def test_an_address_joined_of_another_charset_is_read(tmp_path: Path) -> None:
    text = (HERE / "phpbb3.sql").read_text(encoding="utf-8").replace("'/board'", "'/größe'")
    (tmp_path / "phpbb3.sql").write_bytes(text.encode("cp1252", "replace"))

    threads, _ = converted(tmp_path / "phpbb3.sql", tmp_path / "content")

    assert threads
    assert {thread.forum for thread in threads.values()} == {"forum.kiln.example/größe"}


def test_votes_that_no_number_holds_are_not_told(tmp_path: Path) -> None:
    text = (HERE / "mybb.sql").read_text(encoding="utf-8")
    (tmp_path / "mybb.sql").write_text(text.replace("'3||~|~||4'", f"'{'9' * 5000}||~|~||4'"))

    threads, _ = converted(tmp_path / "mybb.sql", tmp_path / "content")

    (poll,) = (thread.poll for thread in threads.values() if thread.poll)
    assert [choice.votes for choice in poll.choices] == [None, 4]
