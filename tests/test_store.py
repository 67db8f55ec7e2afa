"""The content folder: a thread has one file, found wherever it went, never lost to a convert."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from threadsite import content
from threadsite.content import AuthorPage
from threadsite.content.store import Store, Written
from threadsite.errors import ContentError
from threadsite.model import Author, Post, Thread

MAUD = Author("12", "Maud")
KILN = Thread("7", "Cone 6, at last", (Post("1", MAUD, "Fired."),), "kiln.example", ("Clay", "C++"))


def put(store: Store, thread: Thread) -> tuple[Path, Written]:
    text = content.dump(thread)
    return store.put_text(thread.forum, thread.id, thread.title, thread.board, text)


def test_a_thread_lies_in_the_folder_of_its_board(tmp_path: Path) -> None:
    path, written = put(Store(tmp_path), KILN)

    assert path.relative_to(tmp_path).as_posix() == "threads/clay/c/7-cone-6-at-last.md"
    assert written is Written.WRITTEN
    assert content.read_thread(path) == KILN


def test_the_same_thread_again_is_not_written(tmp_path: Path) -> None:
    path, _ = put(Store(tmp_path), KILN)
    before = path.stat().st_mtime_ns

    assert put(Store(tmp_path), KILN) == (path, Written.UNCHANGED)
    assert path.stat().st_mtime_ns == before


def test_a_file_that_was_moved_is_found_by_its_id(tmp_path: Path) -> None:
    path, _ = put(Store(tmp_path), KILN)
    moved = tmp_path / "threads" / "best.md"
    path.rename(moved)

    assert put(Store(tmp_path), replace(KILN, title="New title")) == (moved, Written.WRITTEN)


def test_a_file_edited_by_hand_is_left_alone(tmp_path: Path) -> None:
    path, _ = put(Store(tmp_path), KILN)
    path.write_text(path.read_text().replace("Fired.", "Fired, with care."))

    assert put(Store(tmp_path), KILN) == (path, Written.EDITED)
    assert "with care" in path.read_text()


def test_ids_of_two_forums_do_not_meet(tmp_path: Path) -> None:
    store = Store(tmp_path)

    one, _ = put(store, KILN)
    two, _ = put(store, replace(KILN, forum="wheel.example"))

    assert one.stem != two.stem
    assert store.thread("wheel.example", "7") == (replace(KILN, forum="wheel.example"), False)


def test_one_thread_in_two_files_is_an_error_that_names_both(tmp_path: Path) -> None:
    path, _ = put(Store(tmp_path), KILN)
    path.with_name("copy.md").write_text(path.read_text())

    with pytest.raises(ContentError, match=r"copy\.md: holds thread 7 .* as .*7-cone-6"):
        Store(tmp_path)


@pytest.mark.parametrize(
    "title", ["../../../etc/passwd", "/abs", "a\\b", "con", ". .", "x" * 5000, "", "😀"]
)
def test_no_title_leaves_the_folder(tmp_path: Path, title: str) -> None:
    path, _ = put(Store(tmp_path), replace(KILN, title=title, id=title or "1", board=(title,)))

    assert path.resolve().is_relative_to(tmp_path / "threads")
    assert content.read_thread(path).title == title


@pytest.mark.parametrize(
    ("author", "stem"),
    [
        (MAUD, "12-maud"),
        (Author("name:Maud", "Maud"), "maud-"),
        (Author("7", None), "7"),
        (Author("inferred:ab12", "Unnamed: Member", inferred=True), "unnamed-member-"),
    ],
)
def test_an_authors_file_is_named_by_id_and_name(tmp_path: Path, author: Author, stem: str) -> None:
    path, _ = Store(tmp_path).put_author(AuthorPage(author))

    assert path.stem.startswith(stem)
    assert content.read_author(path).author == author


def test_names_that_differ_in_case_only_have_files_of_their_own(tmp_path: Path) -> None:
    store = Store(tmp_path)
    paths = {store.put_author(AuthorPage(Author(f"name:{n}", n)))[0] for n in ("Bo", "bo", "BO")}

    assert len({path.name.casefold() for path in paths}) == 3


def test_a_link_to_nothing_is_named(tmp_path: Path) -> None:
    lost = tmp_path / "threads" / "lost.md"
    lost.parent.mkdir()
    lost.symlink_to(tmp_path / "elsewhere.md")

    with pytest.raises(ContentError, match=r"lost\.md: cannot be read: No such file"):
        Store(tmp_path)
    with pytest.raises(ContentError, match=r"lost\.md: cannot be read: No such file"):
        content.read_header(lost)
