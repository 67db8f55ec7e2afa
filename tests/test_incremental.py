"""A site brought up to date is, byte for byte, the one that a clean build gives."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from threadsite import content, urls
from threadsite.building import build, making
from threadsite.config import Site, load_site
from threadsite.content import boards
from threadsite.errors import BuildError, ConfigError
from threadsite.model import Attachment, Author, Board, Post, Quote, Source, Thread
from threadsite.run import Run, Times
from threadsite.search import SearchIndex
from threadsite.workers import Others

FORUM = "kiln.example"
SETTINGS = """
[site]
title = "Kilns"
url = "https://h.example/kilns"
[build]
posts_per_page = 3
rows_per_page = 4
[feeds]
authors = true
threads = true
[cards]
of = "boards"
"""
NAMES = ("Maud", "Odo", "Ines", "Per", None)


class Forum:
    """A forum in files, and people who change them."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.content = root / "content"
        self.random = random.Random(seed)
        (root / "content" / "media").mkdir(parents=True)
        (root / "site.toml").write_text(SETTINGS, encoding="utf-8")
        for number in range(1, 9):
            self.write(number, self.thread(number))

    @property
    def site(self) -> Site:
        return load_site(self.root)

    def path(self, number: int) -> Path:
        return self.content / "threads" / "x" / f"{number}-kiln.md"

    def write(self, number: int, thread: Thread) -> None:
        self.path(number).parent.mkdir(parents=True, exist_ok=True)
        self.path(number).write_text(content.dump(thread), encoding="utf-8")

    def thread(self, number: int) -> Thread:
        choose = self.random.choice
        count = self.random.randint(1, 7)
        return Thread(
            id=str(number),
            title=f"Thread {number} {choose(['cone', 'glaze', ''])}",
            posts=tuple(self.post(number, place) for place in range(count)),
            forum=FORUM,
            board=choose([(), ("Fire",), ("Fire", "Wood"), ("Clay",)]),
            tags=choose([(), ("raku",), ("Raku", "ash")]),
            url=choose([None, f"http://{FORUM}/showthread.php?t={number}"]),
            replies=choose([None, count + 2]),
        )

    def post(self, number: int, place: int) -> Post:
        choose = self.random.choice
        other = self.random.randint(1, 9) * 10 + self.random.randint(0, 5)
        bodies = [
            *("The kiln went out.",) * 2,
            f"> **Maud** ([#{other}](#p{other})):\n>\n> Wet clay.\n\nYes.",
            f"See <http://{FORUM}/showthread.php?t={self.random.randint(1, 9)}> there.",
            f"Ask [him](http://{FORUM}/member.php?u={self.random.randint(0, 6)}).",
            f"In [Wood](http://{FORUM}/forumdisplay.php?f={self.random.randint(2, 4)}).",
            f"[that](#p{other}) and ![pot](../../media/0123456789abcdef.png)",
        ]
        who = self.random.randint(0, 4)
        return Post(
            id=str(number * 10 + place),
            author=Author(
                id=str(who),
                name=choose([NAMES[who], NAMES[who], f"X{who}"]),
                url=choose([None, f"http://{FORUM}/member.php?u={who + place // 6}"]),
            ),
            body=choose(bodies),
            created=choose([None, datetime(2000 + number, 1 + place, 7)]),
            reply_to=choose([None, str(other)]),
            quotes=choose([(), (Quote("Maud", str(other)),)]),
            attachments=choose([(), (Attachment("a.png", path="media/0123456789abcdef.png"),)]),
            source=choose([None, Source("dump", f"{number}.html", "xenforo2")]),
        )

    def add(self) -> None:
        number = self.random.randint(9, 12)
        self.write(number, self.thread(number))

    def remove(self) -> None:
        found = list(content.thread_files(self.content))
        if len(found) > 1:
            self.random.choice(found).unlink()

    def edit(self) -> None:
        path = self.random.choice(list(content.thread_files(self.content)))
        thread = content.read_thread(path)
        posts = list(thread.posts)
        place = self.random.randrange(len(posts))
        posts[place] = self.post(int(thread.id), place)
        self.write(int(thread.id), replace(thread, posts=tuple(posts)))

    def move(self) -> None:
        path = self.random.choice(list(content.thread_files(self.content)))
        thread = content.read_thread(path)
        self.write(int(thread.id), replace(thread, board=("Elsewhere",), tags=("new",)))

    def tell(self) -> None:
        who = str(self.random.randint(0, 4))
        path = self.content / "authors" / f"{who}-someone.md"
        path.parent.mkdir(exist_ok=True)
        page = content.AuthorPage(Author(who, "Someone"), FORUM, ("Mud",), "See [it](#p11).")
        path.write_text(content.dump_author(page), encoding="utf-8")

    def untell(self) -> None:
        for path in list(content.author_files(self.content))[:1]:
            path.unlink()

    def describe(self) -> None:
        choose = self.random.choice
        told = (
            Board(
                choose([("Fire",), ("Wood",), ("Fire", "Wood")]),
                choose(["Hot.", "Slow."]),
                FORUM,
                choose([None, f"http://{FORUM}/forumdisplay.php?f={self.random.randint(2, 4)}"]),
            ),
            Board(("Clay",), choose(["Grey.", ""]), choose([FORUM, "", "other.example"])),
        )
        (self.content / boards.FILE).write_text(boards.dump(told)[0], encoding="utf-8")

    def keep(self) -> None:
        data = bytes(self.random.randint(0, 255) for _ in range(9))
        (self.content / "media" / "0123456789abcdef.png").write_bytes(data)

    def lose(self) -> None:
        (self.content / "media" / "0123456789abcdef.png").unlink(missing_ok=True)


def files(output: Path) -> dict[str, bytes]:
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def differing(one: dict[str, bytes], two: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))


CHANGES: tuple[Callable[[Forum], None], ...] = (
    *(Forum.edit, Forum.edit, Forum.edit, Forum.add, Forum.remove, Forum.move),
    *(Forum.tell, Forum.untell, Forum.describe, Forum.describe, Forum.keep, Forum.lose),
)


@pytest.mark.parametrize("seed", range(6))
def test_any_changes_give_what_a_clean_build_gives(tmp_path: Path, seed: int) -> None:
    forum = Forum(tmp_path / "site", seed)
    build(forum.site)

    for _ in range(6):
        done = [forum.random.choice(CHANGES) for _ in range(forum.random.choice((1, 1, 2)))]
        for change in done:
            change(forum)
        report = build(forum.site)
        shutil.copytree(forum.content, tmp_path / "clean" / "content")
        (tmp_path / "clean" / "site.toml").write_text(SETTINGS, encoding="utf-8")
        clean = build(load_site(tmp_path / "clean"))

        found = differing(files(forum.site.output), files(tmp_path / "clean" / "public"))
        assert not found, [change.__name__ for change in done]
        assert replace(report, output=clean.output, written=clean.written) == clean
        shutil.rmtree(tmp_path / "clean")


def test_a_board_counts_what_moves_out_of_the_boards_inside_it(tmp_path: Path) -> None:
    forum = Forum(tmp_path / "site", 11)
    boards = (("Fire", "Wood"), ("Fire", "Wood"), ("Clay",))
    for number in range(1, 9):
        thread = replace(forum.thread(number), board=boards[number % 3], tags=())
        forum.write(number, thread)
    build(forum.site)
    forum.write(7, replace(content.read_thread(forum.path(7)), board=("Clay",)))

    build(forum.site)

    shutil.copytree(forum.content, tmp_path / "clean" / "content")
    (tmp_path / "clean" / "site.toml").write_text(SETTINGS, encoding="utf-8")
    clean = build(load_site(tmp_path / "clean"))
    assert differing(files(forum.site.output), files(clean.output)) == []


def test_a_build_after_no_change_writes_nothing(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 1)
    first = build(forum.site)
    stamps = {path: path.stat().st_mtime_ns for path in forum.site.output.rglob("*")}

    again = build(forum.site)

    assert replace(again, written=first.written) == first
    assert again.written == 0
    assert {path: path.stat().st_mtime_ns for path in forum.site.output.rglob("*")} == stamps


def test_files_of_units_are_brought_up_to_date_as_pages_are(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 10)
    report = build(forum.site)
    for path in list(content.thread_files(forum.content))[1:]:
        path.unlink()

    build(forum.site)

    assert "file" not in dict(report.pages)
    (kept,) = content.thread_files(forum.content)
    dated = sum(post.created is not None for post in content.read_thread(kept).posts)
    assert len(json.loads((forum.site.output / "feed.json").read_bytes())["items"]) == dated


def reword(forum: Forum, words: str) -> None:
    """Let one post of *forum* say *words*."""
    path, text = next(
        (path, text)
        for path in content.thread_files(forum.content)
        if "kiln went out." in (text := path.read_text("utf-8"))
    )
    path.write_text(text.replace("kiln went out.", words, 1), encoding="utf-8")


def test_one_edit_writes_only_the_pages_that_show_it(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 2)
    build(forum.site)
    reword(forum, "kiln went on.")

    report = build(forum.site)

    assert 0 < report.written < sum(count for _, count in report.pages) // 2


@pytest.mark.parametrize("change", ["theme", "settings", "output"])
def test_what_all_pages_depend_on_makes_all_of_them_anew(tmp_path: Path, change: str) -> None:
    forum = Forum(tmp_path, 3)
    build(forum.site)
    if change == "theme":
        theme = tmp_path / "themes" / "mine"
        (theme / "templates").mkdir(parents=True)
        (theme / "theme.toml").write_text('extends = "plain"\n', encoding="utf-8")
    if change in ("theme", "settings"):
        changed = SETTINGS.replace("Kilns", "Ovens")
        if change == "theme":
            changed = changed.replace("[build]", '[build]\ntheme = "mine"')
        (tmp_path / "site.toml").write_text(changed, encoding="utf-8")
    else:
        shutil.rmtree(forum.site.output)

    report = build(forum.site)

    assert report.written == sum(count for _, count in report.pages)


def test_more_processes_give_the_same_site(tmp_path: Path) -> None:
    forum = Forum(tmp_path / "one", 4)
    for number in range(100, 160):
        forum.write(number, forum.thread(number))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    other = load_site(tmp_path / "two")

    assert build(other, jobs=2).posts == build(forum.site).posts
    assert differing(files(forum.site.output), files(other.output)) == []


@pytest.mark.parametrize("threads", [1, 2])
def test_two_pages_at_one_address_are_an_error(
    tmp_path: Path, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    forum = Forum(tmp_path, 4)
    monkeypatch.setattr(making, "BATCH", 10)
    monkeypatch.setattr(urls, "author", lambda key, page=1: "a/same.html")

    with (
        ThreadPoolExecutor(threads) as executor,
        pytest.raises(BuildError, match=r"a/same\.html: two pages have this address"),
    ):
        build(forum.site, jobs=Others(executor, threads))

    assert not forum.site.output.exists()


def damage(index: Path, start: int) -> None:
    data = index.read_bytes()
    index.write_bytes(data[:start] + b"\xff" * 20_000 + data[start + 20_000 :])


@pytest.mark.parametrize("start", [0, 100, 9000, 30_000])
def test_a_damaged_index_is_made_anew(tmp_path: Path, start: int) -> None:
    forum = Forum(tmp_path, 5)
    before = build(forum.site)
    damage(forum.site.cache / "index.sqlite3", start)

    assert build(forum.site) == before


@pytest.mark.parametrize("start", [0, 100, 9000, 30_000])
def test_a_damaged_cache_of_search_is_made_anew(tmp_path: Path, start: int) -> None:
    forum = Forum(tmp_path / "site", 5)
    build(forum.site)
    forum.edit()
    damage(forum.site.cache / "search.sqlite3", start)

    build(forum.site)

    shutil.copytree(forum.root, tmp_path / "clean", ignore=shutil.ignore_patterns(".threadsite"))
    clean = build(load_site(tmp_path / "clean"), whole=True).output
    assert differing(files(forum.site.output), files(clean)) == []


def test_one_edit_writes_only_the_search_files_that_it_changes(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 2)
    build(forum.site)
    folder = forum.site.output / "search"
    stamps = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    before = files(folder)
    reword(forum, "kiln went zig.")

    build(forum.site)

    after = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert {name for name in after if after[name] != stamps.get(name)} == set(
        differing(before, files(folder))
    )
    assert "days.js" in after.keys() & stamps.keys()


def test_pages_are_seen_before_their_search_index_is_made(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 3)
    build(forum.site)
    before = files(forum.site.output)
    reword(forum, "kiln went zig.")
    seen: list[dict[str, bytes]] = []

    build(forum.site, run=Run(seen=lambda folder: seen.append(files(folder))))

    (first,), last = seen, files(forum.site.output)
    assert all(name.startswith("search/") for name in differing(first, last))
    assert not any(name.startswith("search/") for name in differing(before, first))
    assert differing(before, first)


def test_a_search_index_that_stays_behind_is_made_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise BuildError("no room for the index")

    forum = Forum(tmp_path / "site", 4)
    build(forum.site)
    with monkeypatch.context() as patch:
        patch.setattr(SearchIndex, "write", fail)
        for words in ("kiln went zig.", "kiln went zag."):
            reword(forum, words)
            with pytest.raises(BuildError, match="no room"):
                build(forum.site)

    assert build(forum.site).written == 0

    shutil.copytree(forum.root, tmp_path / "clean", ignore=shutil.ignore_patterns(".threadsite"))
    clean = build(load_site(tmp_path / "clean"), whole=True).output
    assert differing(files(forum.site.output), files(clean)) == []


def test_a_sample_is_some_threads_and_leaves_the_site(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 6)
    build(forum.site)
    before = files(forum.site.output)

    report = build(forum.site, sample="3")

    assert report.stats.threads == 3
    assert report.output == tmp_path / ".threadsite" / "sample" / "public"
    assert files(forum.site.output) == before
    assert build(forum.site).written == 0


def test_a_sample_can_be_a_board(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 7)
    threads = [content.read_thread(path) for path in content.thread_files(forum.content)]
    wooden = sum("Wood" in thread.board for thread in threads)

    assert build(forum.site, sample="wood").stats.threads == wooden > 0
    with pytest.raises(ConfigError, match='did you mean "Wood"'):
        build(forum.site, sample="Woood")


def test_a_template_that_is_edited_is_read_again(tmp_path: Path) -> None:
    Forum(tmp_path, 8)
    theme = tmp_path / "themes" / "mine"
    (theme / "templates").mkdir(parents=True)
    (theme / "theme.toml").write_text('extends = "plain"\n', encoding="utf-8")
    settings = SETTINGS.replace("[build]", '[build]\ntheme = "mine"')
    (tmp_path / "site.toml").write_text(settings, encoding="utf-8")

    for words in ("Fired in 2009.", "Fired in 2010."):
        (theme / "templates" / "home.html").write_text(
            f'{{% extends "plain/home.html" %}}{{% block footer %}}{words}{{% endblock %}}'
        )
        output = build(load_site(tmp_path)).output
        assert words in (output / "index.html").read_text("utf-8")


def test_a_run_says_where_its_time_went_and_how_far_it_is(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 8)
    said: list[tuple[str, int, int | None]] = []
    times = Times()

    build(forum.site, run=Run(times=times, meter=lambda *what: said.append(what)))

    assert {"reading posts", "pages: templates", "search index"} <= times.seconds.keys()
    assert {done for what, done, total in said if done == total}
    assert len(list(times.lines())) == len(times.seconds)


def test_a_site_can_do_without_search(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 9)
    build(forum.site)
    settings = f"{SETTINGS}[search]\nenabled = false\n"
    (tmp_path / "site.toml").write_text(settings, encoding="utf-8")

    build(forum.site)
    forum.edit()
    build(forum.site)

    names = files(forum.site.output)
    assert not [name for name in names if name.startswith("search")]
    assert not [name for name, data in names.items() if b"search.html" in data]


def test_a_theme_without_scripts_has_a_search_page_and_no_index(tmp_path: Path) -> None:
    forum = Forum(tmp_path, 9)
    build(forum.site)
    assert any(name.startswith(urls.SEARCH_INDEX) for name in files(forum.site.output))
    settings = SETTINGS.replace("[build]", '[build]\ntheme = "terminal"')
    (tmp_path / "site.toml").write_text(settings, encoding="utf-8")

    build(forum.site)
    forum.edit()
    build(forum.site)

    names = files(forum.site.output)
    assert [name for name in names if name.startswith("search")] == ["search.html"]
    build(forum.site, whole=True)
    assert differing(files(forum.site.output), names) == []
