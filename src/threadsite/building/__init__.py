"""The build: content becomes a site, the same one whatever was built before."""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec

from threadsite import cards, code, feeds, storage, urls
from threadsite.archive import Archive
from threadsite.archive.manifest import FILE, Published, token
from threadsite.archive.searching import searching
from threadsite.building import making, sampling
from threadsite.building.making import INDEX, Job
from threadsite.config import Site
from threadsite.errors import BuildError
from threadsite.pages.material import site_view
from threadsite.pages.units import MANY, SINGLE, Unit, units
from threadsite.report import counted
from threadsite.rows import Stats
from threadsite.run import Run
from threadsite.search import SearchIndex
from threadsite.search.cache import Cache
from threadsite.staging import Patch, Stage, locked, patched, settled, staged
from threadsite.stamps import unstamp
from threadsite.storage import Sent
from threadsite.theme import Theme, load_theme
from threadsite.workers import Workers, processes

SEARCHED = "search.sqlite3"


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
    written: int
    """How many pages were written by this build; the others are as they were."""
    sent: Sent | None = None
    """What went to the address that the output has."""

    def lines(self) -> Iterator[str]:
        """The account, for people."""
        kinds = [f"{count:,} {kind}" for kind, count in self.pages if count > 1]
        pages, others = sum(count for _, count in self.pages), len(self.pages) - len(kinds)
        yield f"{counted(pages, 'page')}: {', '.join([*kinds, f'{others:,} of other kinds'])}"
        if self.written < pages:
            yield f"{self.written:,} of them changed"
        yield (
            f"{counted(self.posts, 'post')} in {counted(self.stats.threads, 'thread')}"
            f" by {counted(self.stats.authors, 'author')}"
        )
        if not self.stats.threads:
            yield "nothing to read yet: name a dump in site.toml, as [[dumps]]"
        yield f"{counted(self.files, 'file')}, {self.bytes / 1_000_000:,.1f} MB in {self.output}"
        if self.sent:
            yield from self.sent.lines()


def build(
    site: Site,
    *,
    jobs: int | Workers = 1,
    whole: bool = False,
    sample: str = "",
    run: Run | None = None,
) -> BuildReport:
    """Write *site* to its output folder, in *jobs* processes, or by the workers given as *jobs*.

    Only pages that may differ from those of the last build are made, unless *whole* asks for all.
    A site that is written whole takes the place of the old one at once; where only some pages are,
    the search index follows them. A *sample*, a number of threads or the title of a board, is built
    below the site's cache, and leaves the site as it is. *run* is who is told of all that.
    """
    run = run or Run()
    site = site.resolved() if isinstance(jobs, Workers) else site
    local = storage.brought(site, jobs, run)
    only = sampling.chosen(local.content, sample) if sample else None
    made = sampling.of_site(local) if sample else local
    with locked(made.cache):
        with processes(jobs) as workers:
            report = _built(made, replace(run, workers=workers), only, whole=whole)
        sent = None if sample else storage.published(site, jobs, run, whole=whole)
    return replace(report, sent=sent)


def _built(site: Site, run: Run, only: frozenset[str] | None, *, whole: bool) -> BuildReport:
    try:
        return _build(site, run, only, whole=whole)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        # An index is damaged, which may show at any question; they are only caches.
        for name in (INDEX, SEARCHED):
            (site.cache / name).unlink(missing_ok=True)
        return _build(site, run, only, whole=whole)


def _build(site: Site, run: Run, only: frozenset[str] | None, *, whole: bool) -> BuildReport:
    there = settled(site.output)
    with making.opened(site, run, only) as archive:
        edition = Edition.of(site, archive, run)
        stale, published = archive.manifest.stale(), archive.manifest.published
        if whole or stale is None or published != (there, edition.mark):
            with staged(site.output) as stage:
                edition.write(stage, whole=True)
                edition.write_search(stage)
            written = edition.publish(stage.token)
            run.seen(site.output)
            return edition.report(written)
        written = 0
        if stale:
            with patched(site.output) as patch:
                edition.write(patch, whole=False)
            written = edition.publish(patch.token)
        run.seen(site.output)
        edition.catch_up()
        return edition.report(written)


@dataclass(frozen=True, slots=True)
class Edition:
    """The site as its archive says that it should be."""

    site: Site
    archive: Archive
    theme: Theme
    run: Run
    theme_mark: str
    mark: str
    """What every page depends on."""

    @classmethod
    def of(cls, site: Site, archive: Archive, run: Run) -> Edition:
        """The edition of *site* that *archive* makes."""
        theme = load_theme(site)
        view = msgspec.json.encode(site_view(site, archive))
        settings = msgspec.json.encode(site.settings)
        theme_mark = theme.mark()
        marks = (code.mark(*code.PAGES), theme_mark, cards.mark(site))
        parts = (*(mark.encode() for mark in marks), settings, view)
        mark = hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
        return cls(site, archive, theme, run, theme_mark, mark)

    def write(self, stage: Stage, *, whole: bool) -> None:
        """Write to *stage* the *whole* site but for its search index, or what is stale of it."""
        manifest = self.archive.manifest
        manifest.begin(whole=whole)
        self._write_pages(stage, whole=whole)
        totals, stats = manifest.totals(), self.archive.stats()
        if totals.posts != stats.posts:
            raise BuildError(
                f"{self.site.output}: {totals.posts:,} posts of {stats.posts:,} are on the pages of"
                " threads; this is a fault of threadsite, please report it"
            )
        with self.run.times.of("feeds, sitemap and kept files"):
            self._write_machine_files(stage)
            self._write_files(stage, whole=whole)
        if isinstance(stage, Patch):
            stage.removed.update(manifest.removed())
        stage.token = token(manifest.pages())

    def write_search(self, stage: Stage) -> None:
        """Write to *stage* the search index of the site that is on it."""
        if self._searched:
            with closing(self._search_cache()) as cache:
                self._write_search(stage, cache, None)
                cache.publish(stage.token)

    def catch_up(self) -> None:
        """Bring the search index of the site up to date with its pages."""
        there = self.archive.manifest.published
        if not self._searched or there is None:
            return
        with closing(self._search_cache()) as cache:
            if cache.is_published(there.token):
                return
            with patched(self.site.output) as stage:
                stage.token = there.token
                self._write_search(stage, cache, there.token)
            cache.publish(there.token)

    def publish(self, token: str) -> int:
        """Set down that the site with this *token* is the edition; how many of its pages are
        new."""
        written = self.archive.manifest.written()
        before = self.archive.manifest.published
        if before and self._searched:
            with closing(self._search_cache()) as cache:
                cache.follow(before.token, token)
        self.archive.manifest.publish(Published(token, self.mark))
        return written

    def report(self, written: int) -> BuildReport:
        """What there is now, of which *written* pages are new."""
        totals = self.archive.manifest.totals(of="page")
        files, size = _measured(self.site.output)
        return BuildReport(self.site.output, self.archive.stats(), *totals, files, size, written)

    def _write_pages(self, stage: Stage, *, whole: bool) -> None:
        index, number = self.site.cache / INDEX, secrets.token_hex(8)
        there = tuple(filter(Path.exists, (self.site.content, index, stage.folder)))
        job = Job(self.site, index, stage.folder, number, self.theme_mark, whole, there)
        total = sum(unit.weight for unit in self._units(whole=whole))
        done = 0
        try:
            todo = making.batches(self._units(whole=whole))
            for batch in self.run.workers.map(partial(making.make, job), todo):
                self.archive.manifest.add(batch.made)
                self.archive.manifest.remove(batch.removed)
                self.run.times.add(batch.seconds)
                done += batch.weight
                self.run.meter("making pages of posts", done, total)
        finally:
            self.run.workers.everywhere(making.close)

    def _units(self, *, whole: bool) -> Iterator[Unit]:
        """What is to be made: the lists in any case, for anything may show there."""
        if whole:
            yield from units(self.archive)
            return
        yield from (Unit(kind) for kind in SINGLE)
        for kind, keys in (self.archive.manifest.stale() or {}).items():
            yield from (Unit(kind, key) for key in keys if kind in MANY)

    def _write_search(self, stage: Stage, cache: Cache, there: str | None) -> None:
        """Write to *stage* what is not in the index of the site with the token *there*, or all."""
        site = self.site
        access = partial(searching, site.cache / INDEX, site.settings.build.posts_per_page)
        with stage.folder_of(urls.SEARCH_INDEX) as folder:
            index = SearchIndex(access, cache, site.settings.site.language, self.run)
            done = index.write(folder, there)
        if isinstance(stage, Patch):
            stage.removed.update(f"{urls.SEARCH_INDEX}{name}" for name in done.removed)
            if done.whole:
                stage.replace_folder(urls.SEARCH_INDEX)

    @property
    def _searched(self) -> bool:
        """Whether there is a search index: without a script nothing would read it."""
        return self.site.settings.search.enabled and self.theme.has_scripts

    def _search_cache(self) -> Cache:
        site = self.site
        parts = (code.mark(*code.SEARCH), site.content.resolve(), site.settings.site.language)
        made_by = f"{' '.join(map(str, parts))} {site.settings.build.posts_per_page}"
        return Cache(site.cache / SEARCHED, made_by)

    def _write_machine_files(self, stage: Stage) -> None:
        home = self.site.settings.site.url
        stage.write(urls.ROBOTS, feeds.robots(home))
        if home:
            pages = (
                (page.path, unstamp(page.changed) if page.changed else None)
                for page in self.archive.manifest.pages()
                if page.kind != FILE and page.path != urls.NOT_FOUND
            )
            for name, data in feeds.sitemap(home, pages):
                stage.write(name, data)

    def _write_files(self, stage: Stage, *, whole: bool) -> None:
        """Bring the theme's files and those that the archive keeps."""
        for name, data in self.theme.static_files() if whole else ():
            stage.write(urls.static(name), data)
        stale = (self.archive.manifest.stale() or {}).get("media", ())
        withheld = self.archive.withheld() if stale else ()
        for name in self.archive.media() if whole else stale:
            path = self.site.content / name
            if name not in withheld and path.is_file():
                stage.copy(urls.media(name), path)
            elif isinstance(stage, Patch):
                stage.removed.add(urls.media(name))


def _measured(folder: Path) -> tuple[int, int]:
    """How many files are in *folder*, and their bytes."""
    files = size = 0
    for place, _, names in os.walk(folder):
        files += len(names)
        size += sum(os.stat(os.path.join(place, name)).st_size for name in names)  # noqa: PTH116, PTH118
    return files, size
