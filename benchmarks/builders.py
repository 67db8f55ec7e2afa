"""Who builds the forum that never was: threadsite and others, each from a tree of its own."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from forum import SETTINGS, Forum, put, write_site
from gauge import Memory, Time, timed, weighed
from peers import PEERS
from threadsite import content, toml

OURS = "threadsite"
SEARCHED = "threadsite, search too"
TREES = {OURS: ("unsearched", False), SEARCHED: ("searched", True)}
"""The folder of each site, and whether it has a search."""
OWN_SETTINGS = """\
content = "../forum/content"
theme = "made"

[search]
enabled = {}
"""
COMMAND = (str(Path(sys.executable).with_name("threadsite")), "build", "--no-convert")
NOTHING = Memory(0, 0)


@dataclass(slots=True)
class Builder:
    """Who builds a forum, and what it cost so far."""

    name: str
    posts: int
    tree: Path
    command: Sequence[str]
    output: str
    times: list[Time] = field(default_factory=list)
    memory: Memory = NOTHING
    pages: int = 0
    after: dict[str, list[Time]] = field(default_factory=dict)
    """What builds cost that came after another one, by what had changed."""

    @property
    def best(self) -> Time:
        """The shortest build."""
        return shortest(self.times)

    def weigh(self) -> None:
        """Build once for all that is not time; the machine is warm then."""
        self._clear()
        self.memory = weighed(self.command, self.tree)
        self.pages = sum(1 for _ in (self.tree / self.output).rglob("*.html"))

    def build(self) -> None:
        """Build everything."""
        self._clear()
        self.times.append(timed(self.command, self.tree))

    def rebuild(self, changed: str) -> None:
        """Build again, now that *changed* has."""
        self.after.setdefault(changed, []).append(timed(self.command, self.tree))

    def _clear(self) -> None:
        for name in (self.output, ".threadsite", "resources"):
            shutil.rmtree(self.tree / name, ignore_errors=True)


def shortest(times: Iterable[Time]) -> Time:
    """The one of *times* with the fewest seconds."""
    return min(times, key=lambda time: time.seconds)


def prepared(folder: Path, posts: int, only: Sequence[str]) -> list[Builder]:
    """Builders of the forum with *posts* posts, whose trees are in *folder*: ours, and the peers
    that have one of the words *only* in their names, or all."""
    _prepare(folder, posts)
    ours = [
        Builder(name, posts, folder / tree, COMMAND, "public") for name, (tree, _) in TREES.items()
    ]
    others = [
        Builder(name, posts, _tree(folder, name), peer.command(), peer.output)
        for name, peer in PEERS.items()
        if not only or any(word in name for word in only)
    ]
    return ours + others


def content_of(folder: Path) -> Path:
    """The content that all trees in *folder* are made of, and ours are built from."""
    return folder / "forum" / "content"


def _prepare(folder: Path, posts: int) -> None:
    mark = folder / "mark"
    if mark.exists() and mark.read_text() == _mark():
        return
    click.echo(f"making a forum with {posts:,} posts", err=True)
    shutil.rmtree(folder, ignore_errors=True)
    write_site(folder / "forum", Forum().threads(posts))
    for tree, searched in TREES.values():
        own = OWN_SETTINGS.format(toml.value(searched))
        put(folder / tree / "site.toml", SETTINGS + own)
        put(folder / tree / "themes" / "made" / "theme.toml", 'extends = "plain"\n')
    mark.write_text(_mark())


def _tree(folder: Path, name: str) -> Path:
    """The tree of the peer called *name*, which is written whole or not at all."""
    tree, unfinished = folder / name, folder / "unfinished"
    if not tree.exists():
        shutil.rmtree(unfinished, ignore_errors=True)
        files = content.thread_files(content_of(folder))
        PEERS[name].write(unfinished, map(content.read_thread, files))
        unfinished.rename(tree)
    return tree


def _mark() -> str:
    """Another one when what makes the trees is another."""
    here = Path(__file__).parent
    makers = [here / f"{name}.py" for name in ("forum", "prose", "peers", "builders")]
    layouts = sorted(filter(Path.is_file, (here / "peers").rglob("*")))
    sources = (*makers, *layouts, Path(content.__file__))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
