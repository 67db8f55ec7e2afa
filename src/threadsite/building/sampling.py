"""A part of an archive for a quick look: some of its threads, or one board."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from threadsite import content
from threadsite.config import Site
from threadsite.errors import ConfigError

FOLDER = "sample"
"""Below the site's cache: a sample never takes the place of the site."""


def of_site(site: Site) -> Site:
    """*site* with an output and a cache of its own for samples."""
    cache = f"{site.settings.build.cache}/{FOLDER}"
    build = msgspec.structs.replace(site.settings.build, cache=cache, output=f"{cache}/public")
    return msgspec.structs.replace(
        site, settings=msgspec.structs.replace(site.settings, build=build)
    )


def chosen(folder: Path, sample: str) -> frozenset[str]:
    """The thread files below the content *folder* that *sample* asks for: so many of them, from
    the first to the last, or those of the board with that title."""
    paths = list(content.thread_files(folder))
    if sample.isdecimal():
        count = min(int(sample), len(paths))
        picked = [paths[number * len(paths) // count] for number in range(count)]
    else:
        picked = list(_of_board(paths, sample))
    return frozenset(path.relative_to(folder).as_posix() for path in picked)


def _of_board(paths: list[Path], title: str) -> Iterator[Path]:
    titles: set[str] = set()
    found = False
    for path in paths:
        board = content.read_header(path).board
        titles.update(board)
        if title.casefold() in map(str.casefold, board):
            found = True
            yield path
    if not found:
        near = difflib.get_close_matches(title, sorted(titles), 1)
        hint = f'did you mean "{near[0]}"?' if near else f"there are {len(titles):,} boards"
        raise ConfigError(f'no thread is in a board "{title}"; {hint}')
