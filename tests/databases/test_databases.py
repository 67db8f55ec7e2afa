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
LOCKED = "in a board with a password"
HIDDEN = "in a board that guests may not read"
UNTITLED = ("flarum", "bbpress")
NAMELESS = ("discourse", "flarum", "vanilla")
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
        (
            "phpbb3",
            {
                LOCKED: 2,
                HIDDEN: 3,
                "deleted by the forum": 2,
                "not approved": 4,
                "private messages": 2,
                "drafts": 1,
            },
        ),
        ("phpbb2", {LOCKED: 1, HIDDEN: 1, "private messages": 1}),
        (
            "xenforo",
            {
                HIDDEN: 5,
                "deleted by the forum": 2,
                "not approved": 2,
                "private messages": 1,
                "drafts": 1,
            },
        ),
        (
            "smf2",
            {
                HIDDEN: 3,
                "deleted by the forum": 1,
                "not approved": 3,
                "private messages": 1,
                "drafts": 1,
                "stand-ins for moved threads": 2,
            },
        ),
        (
            "smf1",
            {
                HIDDEN: 2,
                "deleted by the forum": 1,
                "private messages": 1,
                "stand-ins for moved threads": 1,
            },
        ),
        (
            "bbpress",
            {
                LOCKED: 2,
                HIDDEN: 4,
                "deleted by the forum": 3,
                "not approved": 3,
                "drafts": 1,
                "private messages": 1,
                "of threads that the dump does not hold": 1,
            },
        ),
        (
            "invision3",
            {
                LOCKED: 1,
                HIDDEN: 5,
                "deleted by the forum": 2,
                "not approved": 2,
                "private messages": 1,
                "stand-ins for moved threads": 1,
                "in a board of which the dump does not tell who may read it": 1,
            },
        ),
        (
            "kunena",
            {
                HIDDEN: 5,
                "deleted by the forum": 3,
                "not approved": 2,
                "private messages": 1,
                "stand-ins for moved threads": 1,
            },
        ),
        (
            "vbulletin5",
            {
                HIDDEN: 4,
                "deleted by the forum": 4,
                "not approved": 2,
                "private messages": 2,
                "hidden by the forum": 2,
            },
        ),
        (
            "discuz",
            {
                LOCKED: 1,
                HIDDEN: 6,
                "deleted by the forum": 2,
                "not approved": 2,
                "drafts": 2,
                "hidden by the forum": 1,
                "stand-ins for moved threads": 1,
                "of threads that the dump does not hold": 1,
            },
        ),
        (
            "mybb",
            {
                LOCKED: 1,
                HIDDEN: 4,
                "deleted by the forum": 2,
                "not approved": 3,
                "private messages": 1,
                "drafts": 2,
            },
        ),
        (
            "vbulletin",
            {
                LOCKED: 1,
                HIDDEN: 5,
                "deleted by the forum": 4,
                "not approved": 2,
                "private messages": 1,
                "hidden by the forum": 1,
            },
        ),
        (
            "fluxbb",
            {HIDDEN: 1, "of threads that the dump does not hold": 1, "private messages": 1},
        ),
        (
            "invision4",
            {
                LOCKED: 2,
                HIDDEN: 4,
                "deleted by the forum": 2,
                "not approved": 2,
                "private messages": 1,
                "drafts": 1,
                "stand-ins for moved threads": 1,
                "in a board of which the dump does not tell who may read it": 1,
            },
        ),
        (
            "flarum",
            {
                HIDDEN: 3,
                "deleted by the forum": 2,
                "not approved": 2,
                "private messages": 1,
                "drafts": 1,
                "notices of the forum, not posts": 1,
            },
        ),
        (
            "vanilla",
            {
                HIDDEN: 4,
                "deleted by the forum": 1,
                "private messages": 1,
                "drafts": 1,
                "stand-ins for moved threads": 1,
                "of threads that the dump does not hold": 1,
            },
        ),
        (
            "woltlab",
            {
                HIDDEN: 4,
                "deleted by the forum": 2,
                "not approved": 2,
                "private messages": 1,
                "stand-ins for moved threads": 1,
            },
        ),
        (
            "discourse",
            {
                HIDDEN: 2,
                "deleted by the forum": 2,
                "private messages": 2,
                "drafts": 1,
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

    assert left_out(report) == expected
    assert report.known == summary(Dump(HERE / f"{name}.sql", "kiln")).report.known == []
    assert any(" address" in reason for _, reason, _ in report.documents.why())


@pytest.mark.parametrize("name", NAMES)
def test_the_story_is_the_same_in_each(name: str, tmp_path: Path) -> None:
    threads, _ = converted(HERE / f"{name}.sql", tmp_path)

    # Where boards are numbered with the posts, they come first.
    thread = threads["101" if name == "vbulletin5" else "1"]
    assert thread.title == "Kilns & fire" or name in ("smf1", "smf2")
    assert thread.board == ("Pottery", "Firing")
    assert (thread.locked, thread.sticky) == (True, True)
    assert thread.views == (None if name == "bbpress" else 70)
    first, second, guest = thread.posts[:3]
    assert (first.author.id, first.author.name) == ("2", "Maud")
    assert first.author.title == (None if name in UNTITLED else "Potter")
    assert second.quotes[0].author == "Maud"
    assert second.edited or name == "discuz"
    # Some have no guests, and keep no name of an account that is gone.
    assert guest.author.guest or name in NAMELESS
    assert guest.author.id in (f"guest:{guest.author.name}", "inferred:nobody")
    assert first.created
    assert first.created.isoformat() == "2008-01-10T21:21:00+00:00"


def changed(name: str, changes: dict[str, str]) -> str:
    """The dump *name*, with *changes*."""
    text = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    for was, is_now in changes.items():
        assert was in text
        text = text.replace(was, is_now)
    return text


def cut(name: str, folder: Path, opened: dict[str, str]) -> Path:
    """The dump *name* without what is behind its third post; in it, *opened* replaced."""
    whole = changed(name, opened)
    path = folder / "cut.sql"
    path.write_text(whole[: whole.index("A guest.") + 4], encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("phpbb3", {"Kept as [b:": "A guest. [b:"}),
        ("phpbb2", {}),
        ("smf2", {}),
        ("mybb", {}),
        ("xenforo", {"'reset'": "'unset'", "false": "true"}),
        ("fluxbb", {"(3,2,0,0,0)": "(3,9,0,0,0)"}),
    ],
)
def test_rows_before_a_cut_are_kept(name: str, opened: dict[str, str], tmp_path: Path) -> None:
    threads, report = converted(cut(name, tmp_path, opened), tmp_path / "content")

    assert [post.id for post in threads["1"].posts] == ["1", "2"]
    assert report.documents.outcomes[Outcome.FAILED] == 1
    assert any("breaks off inside a string at byte" in str(found) for found in report.problems)
    assert CANARIES.findall(written(tmp_path / "content")) == []


@pytest.mark.parametrize("name", ["xenforo", "vbulletin", "fluxbb"])
def test_a_thread_that_may_be_hidden_is_not_written(name: str, tmp_path: Path) -> None:
    threads, report = converted(cut(name, tmp_path, {}), tmp_path / "content")

    assert threads == {}
    assert sum(left_out(report).values()) >= 2


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("part", [5, 7, 9])
def test_nothing_private_is_written_of_what_is_cut_off(
    name: str, part: int, tmp_path: Path
) -> None:
    whole = (HERE / f"{name}.sql").read_text(encoding="utf-8")
    dump = tmp_path / "cut.sql"
    dump.write_text(whole[: whole.index("\n", len(whole) * part // 10)], encoding="utf-8")

    converted(dump, tmp_path / "content")

    # Which board is the bin of Simple Machines stands at the end, and guests may read in this one.
    binned = {"SECRETDELETED"} if name.startswith("smf") else set()
    assert set(CANARIES.findall(written(tmp_path / "content"))) <= binned


def test_a_dump_that_does_not_say_what_guests_may_read_is_told_of(tmp_path: Path) -> None:
    dump = tmp_path / "part.sql"
    dump.write_text(changed("fluxbb", {"flux_groups": "lost"}), encoding="utf-8")

    threads, report = converted(dump, tmp_path / "content")

    assert set(threads) == {"1"}
    assert any("what guests may read" in reason for _, reason, _ in report.documents.why())


def test_posts_of_discourse_that_may_be_private_messages_are_not_written(tmp_path: Path) -> None:
    whole = (HERE / "discourse.sql").read_text(encoding="utf-8")
    dump = tmp_path / "cut.sql"
    dump.write_text(whole[: whole.index("COPY public.topics ")], encoding="utf-8")

    threads, report = converted(dump, tmp_path / "content")

    assert threads == {}
    assert left_out(report)["of threads that the dump does not hold"] == 17


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("phpbb3", {"(1,2,20,0,1)": "(2,2,20,0,1)", "(1,": "(3,"}),
        ("mybb", {"(1,'Guests',1,1,0)": "(1,'Guests',0,1,0)"}),
        ("vbulletin", {"(1,'Unregistered',524291)": "(1,'Unregistered',0)"}),
        ("xenforo", {"'general','view','allow'": "'general','view','unset'"}),
        ("smf2", {"('allow_guestAccess','1')": "('allow_guestAccess','0')"}),
        ("smf1", {"('allow_guestAccess','1')": "('allow_guestAccess','0')"}),
        ("fluxbb", {"(3,'Guests',1)": "(3,'Guests',0)"}),
        ("invision4", {"(2,1,'')": "(2,0,'')"}),
        ("vanilla", {"'PermissionCategoryID',-1,0,1": "'PermissionCategoryID',-1,0,0"}),
        ("woltlab", {"(1,21,'1')": "(1,21,'0')"}),
        ("invision3", {"'2,7',1": "'2,7',0"}),
        ("vbulletin5", {"(1,1,1,524291)": "(1,1,1,0)"}),
        ("discuz", {"(7,'system','Guests',1)": "(7,'system','Guests',0)"}),
        ("flarum", {"(2,'viewForum')": "(3,'viewForum')", "(2,'tag1": "(3,'tag1"}),
        ("discourse", {"login_required\t5\tf": "login_required\t5\tt"}),
    ],
)
def test_a_forum_of_members_is_not_written(
    name: str, changes: dict[str, str], tmp_path: Path
) -> None:
    dump = tmp_path / "members.sql"
    dump.write_text(changed(name, changes), encoding="utf-8")

    threads, report = converted(dump, tmp_path / "content")

    assert threads == {}
    reason = (
        HIDDEN
        if name in ("phpbb3", "vbulletin", "vanilla", "woltlab", "vbulletin5")
        else "in a forum that only members may read"
    )
    assert left_out(report)[reason] > 1
    assert "Firing" not in written(tmp_path / "content")


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("xenforo", {"'Which?',7,1": "'Which?',7,0"}),
        ("smf2", {"'Which?',2,0": "'Which?',2,1"}),
    ],
)
def test_votes_that_only_voters_see_are_not_told(
    name: str, changes: dict[str, str], tmp_path: Path
) -> None:
    dump = tmp_path / "poll.sql"
    dump.write_text(changed(name, changes), encoding="utf-8")

    threads, _ = converted(dump, tmp_path / "content")

    poll = threads["1"].poll
    assert poll
    assert [(choice.text, choice.votes) for choice in poll.choices] == [
        ("Red", None),
        ("White", None),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("passer.by@mail.example", "passer.by@…"),
        ("203.0.113.7", None),
        ("2001:db8::7", None),
        ("Passer @ the kiln", "Passer @ the kiln"),
        ("@passer", "@passer"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_addresses_are_no_names(name: str, expected: str | None, tmp_path: Path) -> None:
    dump = tmp_path / "names.sql"
    dump.write_text(changed("fluxbb", {"'Passer'": f"'{name}'"}), encoding="utf-8")

    threads, _ = converted(dump, tmp_path / "content")

    assert threads["1"].posts[2].author.name == expected


def test_rights_that_no_forum_worked_out_are_worked_out(tmp_path: Path) -> None:
    dump = tmp_path / "rights.sql"
    dump.write_text(changed("xenforo", {"xf_permission_cache": "old_cache"}), encoding="utf-8")

    threads, report = converted(dump, tmp_path / "content")

    # Of the board that only what was worked out hides, nothing else tells.
    assert set(threads) == {"1", "8"}
    assert left_out(report)[HIDDEN] == 4


@pytest.mark.parametrize("name", ["phpbb3", "mybb", "vbulletin", "xenforo", "smf2", "fluxbb"])
def test_boards_that_a_dump_does_not_hold_may_be_for_nobody(name: str, tmp_path: Path) -> None:
    boards = {"xenforo": "_node`", "smf2": "_boards`", "vbulletin": "`forum`"}
    table = boards.get(name, "_forums`")
    dump = tmp_path / "boards.sql"
    dump.write_text(changed(name, {table: "_lost`"}).replace("`_lost", "`lost"), encoding="utf-8")

    threads, report = converted(dump, tmp_path / "content")

    assert threads == {}
    assert left_out(report)["in a board that the dump does not hold, which may be for nobody"] > 1


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
