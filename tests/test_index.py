"""The index: any content becomes harmless addresses, or an error that names the file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from threadsite import content
from threadsite.archive import Archive
from threadsite.errors import BuildError, ContentError
from threadsite.model import Author, Post, Quote, Thread
from threadsite.rows import BoardRow

POTTERY = Path(__file__).parent / "sites" / "pottery" / "content"


def test_two_files_of_one_name_are_named(tmp_path: Path) -> None:
    write(tmp_path / "threads" / "a", Thread("7", "", (post("1"),)), flat=True)
    write(tmp_path / "threads" / "b", Thread("7", "", (post("1"),)), flat=True)

    with pytest.raises(ContentError) as caught:
        Archive.open(tmp_path)

    assert str(tmp_path / "threads/a/7.md") in str(caught.value)
    assert str(tmp_path / "threads/b/7.md") in str(caught.value)


def test_two_files_of_one_author_are_named(tmp_path: Path) -> None:
    shutil.copytree(POTTERY, tmp_path, dirs_exist_ok=True)
    shutil.copy(tmp_path / "authors/12-maud.md", tmp_path / "authors/99.md")

    with pytest.raises(ContentError, match=r"99\.md: .*12-maud\.md"):
        Archive.open(tmp_path)


@pytest.mark.parametrize("stem", ["7.2", "Kiln", "con", "a b", "x#y", "..x", "ñ" * 120])
def test_an_awkward_file_name_makes_a_harmless_address(tmp_path: Path, stem: str) -> None:
    write(tmp_path, Thread("1", "", (post("1"),)), name=stem)

    with Archive.open(tmp_path) as archive:
        (row,) = archive.threads()
        assert row.key != stem
        assert not set(row.key) & set(" .#%/?")
        assert archive.thread(row.key).id == "1"


def test_boards_with_one_slug_are_apart(tmp_path: Path) -> None:
    boards = [("A B",), ("A", "B"), ("a b",), ("???",), ("con",)]
    for id_, path in enumerate(boards, 1):
        write(tmp_path, Thread(str(id_), "", (post("1"),), board=path))

    with Archive.open(tmp_path) as archive:
        found = {key: path for path, key in walk(archive.boards())}
        assert len(found) == 6
        for key, path in found.items():
            rows = list(archive.threads(board=key))
            assert all(row.board == path for row in rows)
            assert len(rows) == (path in boards)


def test_boards_without_end_are_cut(tmp_path: Path) -> None:
    write(tmp_path, Thread("1", "", (post("1"),), board=tuple("abcdefgh" * 50)))

    with Archive.open(tmp_path) as archive:
        (row,) = archive.threads()
        assert len(row.board) == 12
        assert archive.stats().boards == 12


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "threads" / "7-kiln.md"
    file.parent.mkdir()
    file.symlink_to("7-kiln.md")

    with pytest.raises(ContentError, match=r"7-kiln\.md: cannot be read: Too many levels"):
        Archive.open(tmp_path)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_named(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "threads").mkdir()
    make(tmp_path / "threads" / "7-kiln.md")

    with pytest.raises(ContentError, match=r"7-kiln\.md: not a file; move it"):
        Archive.open(tmp_path)


def test_a_file_that_changed_since_is_not_mixed_in(tmp_path: Path) -> None:
    write(tmp_path, Thread("1", "Kiln", (post("1"), post("2"))))

    with Archive.open(tmp_path) as archive:
        write(tmp_path, Thread("1", "Kiln", (post("1"),)))
        with pytest.raises(BuildError, match=r"1\.md: changed while"):
            archive.thread("1")


def test_an_empty_archive_answers(tmp_path: Path) -> None:
    with Archive.open(tmp_path) as archive:
        stats = archive.stats()
        assert (stats.threads, stats.posts, stats.authors, stats.first) == (0, 0, 0, None)
        assert not [*archive.threads(), *archive.authors(), *archive.newest(9)]
        assert not [*archive.boards(), *archive.topics(), *archive.sums.years(), *archive.sources()]
        with pytest.raises(ContentError):
            archive.thread("1")


def test_a_thread_without_posts_is_in_the_list(tmp_path: Path) -> None:
    write(tmp_path, Thread("1", "Empty", views=10**12))

    with Archive.open(tmp_path) as archive:
        (row,) = archive.threads()
        assert (row.posts, row.starter, row.last_author, row.first) == (0, None, None, None)


def test_the_last_tag_may_go_and_the_last_day_come(tmp_path: Path) -> None:
    index = tmp_path / "index.sqlite3"
    write(tmp_path, Thread("1", "Kiln", (post("1"),), tags=("ash",)))
    Archive.open(tmp_path, index_file=index).close()
    last = replace(post("1"), created=datetime(9999, 12, 31))
    write(tmp_path, Thread("1", "Kiln", (last,)))

    with Archive.open(tmp_path, index_file=index) as archive:
        assert [topic.name for topic in archive.topics()] == []
        assert [month.month for month in archive.sums.months()] == [12 * 9999 + 11]


def test_the_index_may_be_a_file_and_is_made_anew(tmp_path: Path) -> None:
    index = tmp_path / "cache" / "index.sqlite3"
    index.parent.mkdir()
    index.write_bytes(b"not a database at all")

    with Archive.open(POTTERY, index_file=index) as archive, Archive.open(POTTERY) as other:
        assert archive.stats() == other.stats()
        assert index.stat().st_size > 0


def test_an_index_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    program = """
        import pathlib, resource, sys
        from threadsite.archive import Archive
        from threadsite.errors import BuildError
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            Archive.open(pathlib.Path(sys.argv[1]), index_file=pathlib.Path(sys.argv[2]))
        except BuildError as problem:
            sys.exit(str(problem))
    """
    index = tmp_path / "index.sqlite3"

    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(POTTERY), str(index)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr.startswith(f"{index}: the index cannot be written: ")


def walk(boards: tuple[BoardRow, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    for board in boards:
        yield board.path, board.key
        yield from walk(board.children)


def post(id_: str, *, quotes: tuple[str, ...] = ()) -> Post:
    found = tuple(Quote(post=quoted) for quoted in quotes)
    return replace(Post(id_, Author("1", "Maud"), "Words."), quotes=found)


def write(folder: Path, thread: Thread, *, name: str = "", flat: bool = False) -> None:
    folder = folder if flat else folder / "threads"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name or thread.id}.md"
    path.write_text(content.dump(thread), encoding="utf-8")
