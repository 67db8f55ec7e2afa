"""Staging: the old site or the new one, whole, whatever happens."""

from __future__ import annotations

import errno
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from threadsite import staging
from threadsite.errors import BuildError
from threadsite.staging import MARKER, Stage, locked, patched, settled, staged

FILES = 60

# Writes one version of the site after the other, each file with the number of its version.
BUILDER = f"""
    import itertools, pathlib, sys
    from threadsite import staging
    output = pathlib.Path(sys.argv[1])
    if sys.argv[2] == "pair":
        staging.exchange = lambda one, two: False
    print("ready", flush=True)
    for version in itertools.count():
        way = staging.patched if sys.argv[2] == "patch" and version else staging.staged
        with way(output) as stage:
            for number in range({FILES}):
                stage.write(f"t/{{number}}.html", f"{{version}}".encode() * 4000)
        print(version, flush=True)
"""


def put(output: Path, text: str, *files: str) -> None:
    with staged(output) as stage:
        for name in files or ("index.html",):
            stage.write(name, text.encode())


def put_and_fail(output: Path) -> None:
    with staged(output) as stage:
        stage.write("index.html", b"half")
        raise ZeroDivisionError


def held(output: Path) -> str:
    return (output / "index.html").read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_site_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    output = tmp_path / "public"
    with staged(output) as stage:
        stage.write("old.html", b"old")
        stage.write("t/1.html", b"old")

    put(output, "new")

    assert names(output) == [MARKER, "index.html"]
    assert held(output) == "new"
    assert names(tmp_path) == ["public"]


@pytest.mark.parametrize("there", [b"", b"ne", b"new"])
def test_a_file_that_a_killed_worker_left_is_written_whole(tmp_path: Path, there: bytes) -> None:
    with staged(tmp_path / "public") as stage:
        stage.rewrite("t/1.html", there)
        with (stage.folder / "t" / "1.html").open("rb") as reader:
            stage.rewrite("t/1.html", b"new")
            # It is the same file: who still writes the same to it spoils nothing.
            assert reader.read() == b"new"
        with pytest.raises(BuildError, match="two pages"):
            stage.write("t/1.html", b"new")


def test_a_stage_counts_what_it_holds(tmp_path: Path) -> None:
    source = tmp_path / "tile.jpg"
    source.write_bytes(b"12345")
    with staged(tmp_path / "public") as stage:
        before = (stage.files, stage.bytes)
        stage.write("t/1.html", b"123")
        stage.copy("media/tile.jpg", source)

        assert (stage.files - before[0], stage.bytes - before[1]) == (2, 8)
    assert (tmp_path / "public/media/tile.jpg").read_bytes() == b"12345"


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    output = tmp_path / "public"
    put(output, "old")

    with pytest.raises(ZeroDivisionError):
        put_and_fail(output)

    assert held(output) == "old"
    assert names(tmp_path) == ["public"]


@pytest.mark.parametrize("name", ["../out.html", "/out.html", "t/../../out.html", "."])
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(BuildError, match="outside the site"):
        put(tmp_path / "public", "new", name)

    assert names(tmp_path) == []


def test_two_pages_of_one_address_stop_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"t/1\.html: two"):
        put(tmp_path / "public", "new", "t/1.html", "t/1.html")


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    output = tmp_path / "public"
    output.mkdir()
    (output / "thesis.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(BuildError, match="not written by threadsite"):
        put(output, "new")

    assert names(output) == ["thesis.txt"]


def test_an_empty_folder_and_a_link_to_a_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")

    put(tmp_path / "link", "new")

    assert (tmp_path / "link").is_symlink()
    assert held(tmp_path / "real") == "new"


def test_a_file_in_the_place_of_the_output_is_named(tmp_path: Path) -> None:
    (tmp_path / "public").write_text("dear", encoding="utf-8")

    with pytest.raises(BuildError, match="public: a file"):
        put(tmp_path / "public", "new")


def test_what_a_killed_build_left_is_cleared_up(tmp_path: Path) -> None:
    put(tmp_path / "public", "old")
    others = ["public.old-2026", "public.stage-mine", "publics.stage-1"]
    for name in ("public.stage-1", "public.replaced-12", *others):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").touch()

    put(tmp_path / "public", "new")

    assert names(tmp_path) == ["public", *others]


def test_a_patch_that_was_going_when_the_build_was_killed_goes(tmp_path: Path) -> None:
    with staged(tmp_path / "public") as stage:
        stage.token = "first"
    (tmp_path / "public.patch-7" / "t").mkdir(parents=True)

    assert settled(tmp_path / "public") == "first"
    assert names(tmp_path) == ["public"]


def test_a_site_that_was_just_put_aside_comes_back(tmp_path: Path) -> None:
    put(tmp_path / "public", "old")
    (tmp_path / "public").rename(tmp_path / "public.replaced-7")

    with pytest.raises(ZeroDivisionError):
        put_and_fail(tmp_path / "public")

    assert held(tmp_path / "public") == "old"
    assert names(tmp_path) == ["public"]


@pytest.mark.parametrize("way", ["exchange", "pair", "patch"])
def test_a_build_killed_at_any_time_leaves_one_whole_site(tmp_path: Path, way: str) -> None:
    output = tmp_path / "public"
    dice = random.Random(way)
    for _ in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(BUILDER), str(output), way],
            stdout=subprocess.PIPE,
            text=True,
        ) as build:
            assert build.stdout
            build.stdout.readline()
            build.stdout.readline()
            try:
                build.wait(timeout=dice.uniform(0, 0.15))
            except subprocess.TimeoutExpired:
                build.send_signal(signal.SIGKILL)
        if way != "exchange":
            staging.settled(output)
        texts = {path.read_bytes() for path in (output / "t").iterdir()}

        assert build.returncode == -signal.SIGKILL
        assert len(texts) == 1
        assert len(list((output / "t").iterdir())) == FILES
        assert (output / MARKER).is_file()

    put(output, "after")
    assert names(tmp_path) == ["public"]


def test_a_full_disk_leaves_the_old_site_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "public"
    put(output, "old")
    monkeypatch.setattr(Path, "open", full_after(2, Path.open))

    with pytest.raises(BuildError) as caught:
        put(output, "new", "index.html", "t/1.html", "t/2.html", "t/3.html")

    monkeypatch.undo()
    assert str(caught.value).startswith(f"{output}: cannot be written, and is left as it was.")
    assert "MB are free there" in str(caught.value)
    assert held(output) == "old"
    assert names(tmp_path) == ["public"]


def test_a_limit_on_files_leaves_the_old_site(tmp_path: Path) -> None:
    put(tmp_path / "public", "old")
    program = """
        import pathlib, resource, sys
        from threadsite import staging
        from threadsite.errors import BuildError
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            with staging.staged(pathlib.Path(sys.argv[1])) as stage:
                stage.write("index.html", b"new" * 10_000)
        except BuildError as problem:
            sys.exit(str(problem))
    """

    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path / "public")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path / 'public'}: cannot be written")
    assert os.strerror(errno.EFBIG) in done.stderr
    assert held(tmp_path / "public") == "old"
    assert names(tmp_path) == ["public"]


def test_a_second_build_is_told_who_is_at_work(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "cache"),
        pytest.raises(BuildError, match=f"process {os.getpid()} is building"),
        locked(tmp_path / "cache"),
    ):
        pass


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    problem = sqlite3.OperationalError("database or disk is full")

    with (
        pytest.raises(BuildError, match=r"cache: what builds remember .* disk is full; the site"),
        locked(tmp_path / "cache"),
    ):
        raise problem


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    program = """
        import os, pathlib, signal, sys
        from threadsite.staging import locked
        with locked(pathlib.Path(sys.argv[1])):
            os.kill(os.getpid(), signal.SIGKILL)
    """
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)], check=False
    )

    with locked(tmp_path):
        pid = (tmp_path / staging.LOCK).read_text(encoding="ascii")

    assert killed.returncode == -signal.SIGKILL
    assert pid == f"{os.getpid()}\n"


def full_after(count: int, open_: Callable[..., BinaryIO]) -> Callable[..., BinaryIO]:
    """`Path.open` on a disk that has room for *count* files."""
    left = [count]

    def open_or_fail(path: Path, mode: str = "r", **options: str) -> BinaryIO:
        left[0] -= mode != "r"
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return open_(path, mode, **options)

    return open_or_fail


def test_a_stage_is_beside_the_output(tmp_path: Path) -> None:
    with staged(tmp_path / "public") as stage:
        assert isinstance(stage, Stage)
        assert stage.folder.parent == tmp_path
        assert re.fullmatch(r"public\.stage-[0-9]+", stage.folder.name)


def test_a_patch_brings_what_changed_and_takes_what_is_gone(tmp_path: Path) -> None:
    output = tmp_path / "public"
    with staged(output) as stage:
        for name in ("index.html", "t/1.html", "t/2.html", "s/a.js", "s/b.js", "s/c.js"):
            stage.write(name, b"old")

    with patched(output) as patch:
        patch.write("t/2.html", b"new")
        patch.write("k/3.html", b"new")
        patch.write("s/a.js", b"old")
        patch.write("s/b.js", b"new")
        patch.replace_folder("s/")
        patch.removed.add("t/1.html")
        patch.token = "second"

    assert {
        path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()
    } == {
        *(MARKER, "index.html", "t/2.html", "k/3.html", "s/a.js", "s/b.js"),
    }
    assert (output / "t/2.html").read_bytes() == (output / "s/b.js").read_bytes() == b"new"
    assert settled(output) == "second"
    assert names(tmp_path) == ["public"]


def test_a_failed_patch_leaves_the_old_site(tmp_path: Path) -> None:
    output = tmp_path / "public"
    put(output, "old")

    def change() -> None:
        with patched(output) as patch:
            patch.write("index.html", b"new")
            patch.write("../index.html", b"new")

    with pytest.raises(BuildError, match="outside the site"):
        change()

    assert held(output) == "old"
    assert names(tmp_path) == ["public"]
