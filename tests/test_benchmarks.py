"""The forum that benchmarks measure with; nothing here says how fast anything is."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from threadsite import content
from threadsite.building import build
from threadsite.config import load_site
from threadsite.markup.words import own_text
from threadsite.model import Post
from threadsite.search import Entry

FORUM = Path(__file__).parent.parent / "benchmarks" / "forum.py"
POSTS = 200


def made(folder: Path, posts: int = POSTS, seed: int = 1) -> Path:
    """A site that the generator wrote, in a process of its own, below *folder*."""
    site = folder / f"{posts}-{seed}"
    command = (sys.executable, FORUM, str(posts), site, f"--seed={seed}")
    subprocess.run(command, check=True)
    return site


def posts_of(site: Path) -> list[Post]:
    threads = map(content.read_thread, content.thread_files(site / "content"))
    posts = (post for thread in threads for post in thread.posts)
    return sorted(posts, key=lambda post: int(post.id))


def files_of(folder: Path) -> dict[Path, bytes]:
    files = filter(Path.is_file, folder.rglob("*"))
    return {path.relative_to(folder): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("forum"))


def test_the_same_arguments_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    assert files_of(made(tmp_path)) == files_of(site)


def test_another_seed_gives_another_forum(site: Path, tmp_path: Path) -> None:
    assert files_of(made(tmp_path, seed=2)) != files_of(site)


def test_a_small_forum_is_the_beginning_of_a_large_one(site: Path, tmp_path: Path) -> None:
    assert posts_of(made(tmp_path, posts=50)) == posts_of(site)[:50]


def test_the_forum_has_what_forums_have(site: Path) -> None:
    posts = posts_of(site)
    bodies = "\n\n".join(post.body for post in posts)
    quoted = [quote.post for post in posts for quote in post.quotes]

    assert len(posts) == POSTS
    assert quoted
    assert {f"](#p{post}))" in bodies for post in quoted} == {True}
    assert {
        mark for mark in ("\n```", "\n- ", "\n1. ", "](https://", "**", "。") if mark not in bodies
    } == set()


def test_the_forum_builds(site: Path) -> None:
    report = build(load_site(site))

    assert report.posts == POSTS
    assert report.stats.boards


def test_posts_are_asked_for_in_three_ways(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FORUM.parent)
    queries = importlib.import_module("queries")
    entries = [_entry(post) for post in posts_of(site)]
    texts = {entry.url: f"{entry.text} {entry.author}".lower() for entry in entries}

    asked = queries.known_items(entries, 5)

    assert [query.kind for query in asked] == list(queries.KINDS) * 5
    assert len({query.post for query in asked}) == 5
    for kind, wanted, post in ((query.kind, query.text.lower(), query.post) for query in asked):
        parts = [wanted.strip('"')] if kind == queries.QUOTED else wanted.split()
        assert [part for part in parts if part not in texts[post]] == []


def _entry(post: Post) -> Entry:
    name = post.author.name or ""
    return Entry(f"#{post.id}", "", "", name, name, (), "", None, own_text(post.body))
