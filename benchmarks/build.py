"""How long threadsite builds the forum that never was, beside other makers of static sites.

    python benchmarks/build.py [--size POSTS]... [--rounds N] [--only WORD]... [--folder FOLDER]

All build the same posts to the same kinds of pages, by turns, with all processors; the best of the
rounds counts. Ratios mean something on any machine, seconds only beside each other.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import click

from forum import SETTINGS, Forum, put, write_site
from gauge import Memory, Time, timed, weighed
from peers import PEERS, REFERENCE
from threadsite import content

OURS = "threadsite"
SEARCHED = "threadsite, search too"
COMMAND = (str(Path(sys.executable).with_name("threadsite")), "build", "--no-convert")
NOTHING = Memory(0, 0)
THEME = """\
{{% extends "plain/thread.html" %}}
{{% block post_foot %}}{{{{ super() }}}}<p>Edition {}</p>{{% endblock %}}
"""


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
    """Builders of the forum with *posts* posts, each with a tree of its own in *folder*."""
    _prepare(folder, posts)
    sites = {OURS: "bare", SEARCHED: "site"}
    ours = [Builder(name, posts, folder / tree, COMMAND, "public") for name, tree in sites.items()]
    others = [
        Builder(name, posts, folder / name, peer.command(), peer.output)
        for name, peer in PEERS.items()
        if name == REFERENCE or not only or any(word in name for word in only)
    ]
    return ours + others


def _prepare(folder: Path, posts: int) -> None:
    mark = folder / "mark"
    if mark.exists() and mark.read_text() == _mark():
        return
    click.echo(f"making a forum with {posts:,} posts", err=True)
    shutil.rmtree(folder, ignore_errors=True)
    site = folder / "site"
    write_site(site, Forum().threads(posts))
    put(site / "themes" / "made" / "theme.toml", 'extends = "plain"\n')
    put(site / "site.toml", SETTINGS + 'theme = "made"\n')
    unsearched = 'content = "../site/content"\n[search]\nenabled = false\n'
    put(folder / "bare" / "site.toml", SETTINGS + unsearched)
    for name, peer in PEERS.items():
        peer.write(folder / name, map(content.read_thread, content.thread_files(site / "content")))
    mark.write_text(_mark())


def _mark() -> str:
    """Another one when what makes the trees is another."""
    here = Path(__file__).parent
    makers = [here / "forum.py", here / "prose.py", here / "peers.py", Path(content.__file__)]
    layouts = sorted(filter(Path.is_file, (here / "peers").rglob("*")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in makers + layouts)).hexdigest()


def measure(builders: Sequence[Builder], rounds: int) -> None:
    """Let *builders* build by turns, and ours again after each change that it may meet."""
    for builder in builders:
        builder.weigh()
    for number in range(rounds):
        for builder in builders:
            builder.build()
            if builder.name == SEARCHED:
                _rebuild(builder, number)


def _rebuild(builder: Builder, number: int) -> None:
    files = list(content.thread_files(builder.tree / "content"))
    thread = files[len(files) // 2]
    template = builder.tree / "themes" / "made" / "templates" / "thread.html"
    written = thread.read_text(encoding="utf-8")
    builder.rebuild("nothing changed")
    put(thread, f"{written}Edited {number}.\n")
    builder.rebuild("one post edited")
    put(template, THEME.format(number))
    builder.rebuild("theme changed")
    put(thread, written)
    template.unlink()


def costs(builders: Sequence[Builder]) -> Iterator[tuple[str, ...]]:
    """A table of what a build of everything costs each of *builders*."""
    reference = next(builder for builder in builders if builder.name == REFERENCE)
    yield (
        f"{reference.posts:,} posts",
        "seconds",
        "of Hugo's",
        "CPU s",
        "MB in all",
        "of Hugo's",
        "MB a process",
        "posts/s",
        "pages",
    )
    for builder in builders:
        yield (
            builder.name,
            f"{builder.best.seconds:.2f}",
            f"{builder.best.seconds / reference.best.seconds:.2f}",
            f"{builder.best.processor:.2f}",
            f"{builder.memory.together / 1e6:,.0f}",
            f"{builder.memory.together / reference.memory.together:.2f}",
            f"{builder.memory.largest / 1e6:,.0f}",
            f"{builder.posts / builder.best.seconds:,.0f}",
            f"{builder.pages:,}",
        )


def shares(builders: Sequence[Builder]) -> Iterator[tuple[str, ...]]:
    """A table of what other builds cost, as shares of one of everything."""
    named = {builder.name: builder for builder in builders}
    bare, whole = named[OURS].best, named[SEARCHED].best
    yield f"{named[OURS].posts:,} posts", "seconds", "of a full build"
    yield "full build", f"{whole.seconds:.2f}", "100.0 %"
    search = whole.seconds - bare.seconds
    yield "the search index in it", f"{search:.2f}", f"{search / whole.seconds:.1%}"
    for changed, times in named[SEARCHED].after.items():
        seconds = shortest(times).seconds
        yield changed, f"{seconds:.2f}", f"{seconds / whole.seconds:.1%}"


def growth(small: Sequence[Builder], large: Sequence[Builder]) -> Iterator[tuple[str, ...]]:
    """A table of what becomes of costs from a *small* forum to a *large* one."""
    yield f"{small[0].posts:,} to {large[0].posts:,}", "time a post", "CPU a post", "memory"
    for one, other in zip(small, large, strict=True):
        posts = other.posts / one.posts
        yield (
            one.name,
            f"x {other.best.seconds / one.best.seconds / posts:.2f}",
            f"x {other.best.processor / one.best.processor / posts:.2f}",
            f"x {other.memory.together / one.memory.together:.2f}",
        )


def show(rows: Iterable[tuple[str, ...]]) -> None:
    """Print *rows* as a Markdown table; the first is its head."""
    head, *body = rows
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    for row in (head, tuple(rule), *body):
        figures = map(str.rjust, row[1:], widths[1:])
        click.echo(f"| {' | '.join((row[0].ljust(widths[0]), *figures))} |")
    click.echo()


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--size", "sizes", type=click.IntRange(min=1), multiple=True, default=(1_000, 10_000))
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
@click.option("--only", multiple=True, metavar="WORD", help="Peers whose names have WORD.")
@click.option("--folder", type=click.Path(path_type=Path), default=Path(".bench"))
def main(sizes: tuple[int, ...], rounds: int, only: tuple[str, ...], folder: Path) -> None:
    done = []
    for posts in sorted(sizes):
        builders = prepared(folder.resolve() / str(posts), posts, only)
        measure(builders, rounds)
        show(costs(builders))
        show(shares(builders))
        done.append(builders)
    for small, large in pairwise(done):
        show(growth(small, large))


if __name__ == "__main__":
    main()
