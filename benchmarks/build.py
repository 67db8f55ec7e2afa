"""How long threadsite builds the forum that never was, beside other makers of static sites.

    python benchmarks/build.py [--size POSTS]... [--rounds N] [--only WORD]... [--folder FOLDER]

All build the same posts to the same kinds of pages, by turns, with all processors; the best of the
rounds counts. Ratios mean something on any machine, seconds only beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import click

import tables
from builders import TREES, Builder, content_of, prepared
from forum import put
from threadsite import content

THEME = """\
{% extends "plain/thread.html" %}
{% block post_foot %}{{ super() }}<p>Another edition</p>{% endblock %}
"""


def measure(builders: Sequence[Builder], rounds: int) -> None:
    """Let *builders* build by turns, and ours again after each change that it may meet."""
    for builder in builders:
        builder.weigh()
    for _ in range(rounds):
        for builder in builders:
            builder.build()
            if builder.name in TREES:
                _rebuild(builder)


def _rebuild(builder: Builder) -> None:
    files = list(content.thread_files(content_of(builder.tree.parent)))
    thread = files[len(files) // 2]
    written = thread.read_text(encoding="utf-8")
    template = builder.tree / "themes" / "made" / "templates" / "thread.html"
    try:
        builder.rebuild("nothing changed")
        put(thread, f"{written}Edited.\n")
        builder.rebuild("one post edited")
        put(template, THEME)
        builder.rebuild("theme changed")
    finally:
        put(thread, written)
        template.unlink(missing_ok=True)


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--size", "sizes", type=click.IntRange(min=1), multiple=True, default=(1_000, 10_000))
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True)
@click.option("--only", multiple=True, metavar="WORD", help="Only peers with WORD in their names.")
@click.option("--folder", type=click.Path(path_type=Path), default=Path(".bench"))
def main(sizes: tuple[int, ...], rounds: int, only: tuple[str, ...], folder: Path) -> None:
    done = []
    for posts in sorted(sizes):
        builders = prepared(folder.resolve() / str(posts), posts, only)
        measure(builders, rounds)
        _show(tables.costs(builders))
        _show(tables.shares(builders))
        done.append(builders)
    for small, large in pairwise(done):
        _show(tables.growth(small, large))


def _show(rows: Iterator[tuple[str, ...]]) -> None:
    click.echo("\n".join((*tables.written(rows), "")))


if __name__ == "__main__":
    main()
