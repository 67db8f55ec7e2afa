"""The build: content becomes a site, swapped in whole. Nothing in it tells when it was built."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from threadsite import feeds, urls
from threadsite.archive import Archive
from threadsite.config import Site
from threadsite.errors import BuildError
from threadsite.markdown import Renderer
from threadsite.pages import Page, pages
from threadsite.pages.views import ThreadView
from threadsite.rows import Stats
from threadsite.search import Entry, SearchIndex
from threadsite.staging import Stage, locked, staged
from threadsite.theme import load_theme

INDEX = "index.sqlite3"

Progress = Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build wrote."""

    output: Path
    stats: Stats
    pages: tuple[tuple[str, int], ...]
    """Each kind of page and how many there are, most first."""
    posts: int
    """Rendered in the pages of their threads; as many as the archive has."""
    files: int
    bytes: int

    def lines(self) -> Iterator[str]:
        """The account, for people."""
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in self.pages)
        yield f"{sum(count for _, count in self.pages):,} pages: {kinds}"
        yield (
            f"{self.posts:,} posts of {self.stats.posts:,} in {self.stats.threads:,} threads"
            f" by {self.stats.authors:,} authors"
        )
        yield f"{self.files:,} files, {self.bytes / 1_000_000:,.1f} MB in {self.output}"


@dataclass(slots=True)
class Tally:
    """What is counted while pages are written."""

    kinds: Counter[str] = field(default_factory=Counter)
    posts: int = 0
    addresses: list[tuple[str, datetime | None]] = field(default_factory=list)

    def add(self, page: Page) -> None:
        """Count *page*."""
        self.kinds[page.kind] += 1
        if isinstance(page.context, ThreadView):
            self.posts += len(page.context.posts)
        if page.path != urls.NOT_FOUND:
            self.addresses.append((page.path, page.changed))


def build(site: Site, *, progress: Progress | None = None) -> BuildReport:
    """Write the whole of *site* to its output folder.

    The folder holds the old site until the new one is complete. *progress* is called after each
    page.
    """
    size = site.settings.build.posts_per_page
    with (
        locked(site.cache),
        staged(site.output) as stage,
        Archive.open(site.content, index_file=site.cache / INDEX, posts_per_page=size) as archive,
    ):
        tally = _write_pages(site, archive, stage, progress)
        stats = archive.stats()
        if tally.posts != stats.posts:
            raise BuildError(
                f"{site.output}: {tally.posts:,} posts of {stats.posts:,} are on the pages of"
                " threads; this is a fault of threadsite, please report it"
            )
        _write_search(site, archive, stage)
        _write_machine_files(site, archive, stage, tally)
        for path in _media_files(site.content):
            stage.copy(urls.media(path.relative_to(site.content).as_posix()), path)
        kinds = tuple(sorted(tally.kinds.items(), key=lambda kind: (-kind[1], kind[0])))
        return BuildReport(site.output, stats, kinds, tally.posts, stage.files, stage.bytes)


def _write_pages(site: Site, archive: Archive, stage: Stage, progress: Progress | None) -> Tally:
    theme = load_theme(site)
    render = Renderer(load_images=site.settings.privacy.images == "load")
    tally = Tally()
    for page in pages(site, archive, render.draft):
        stage.write(page.path, theme.render(page).encode("utf-8"))
        tally.add(page)
        if progress:
            progress(page)
    for name, data in theme.static_files():
        stage.write(urls.static(name), data)
    return tally


def _write_search(site: Site, archive: Archive, stage: Stage) -> None:
    with (
        stage.folder_of(urls.SEARCH_INDEX) as folder,
        SearchIndex(folder, site.settings.site.language) as search,
    ):
        for entry in _entries(archive):
            search.add(entry)
        search.write()


def _entries(archive: Archive) -> Iterator[Entry]:
    """Every post as search knows it, thread by thread."""
    for thread in archive.threads(order="first"):
        posts = archive.posts(thread.key)
        for post, (own, quoted) in zip(posts, archive.words(thread.key), strict=True):
            yield Entry(
                url=urls.post(post),
                title=thread.title,
                thread=thread.key,
                author=post.author.name,
                author_key=post.author.key,
                board=thread.board,
                board_key=thread.board_key or "",
                created=post.created,
                text=own,
                quoted=quoted,
                has=frozenset(post.has),
            )


def _write_machine_files(site: Site, archive: Archive, stage: Stage, tally: Tally) -> None:
    home = site.settings.site.url
    stage.write(urls.FEED, feeds.atom(site, archive.newest(feeds.NEWEST)))
    stage.write(urls.ROBOTS, feeds.robots(home))
    if home:
        for name, data in feeds.sitemap(home, tally.addresses):
            stage.write(name, data)


def _media_files(content: Path) -> Iterator[Path]:
    """The files below `media/`, in order; a link might lead out of the folder and is left."""
    for folder, folders, files in os.walk(content / "media"):
        folders.sort()
        for path in sorted(Path(folder) / name for name in files):
            if not path.name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path
