"""Pages and files made and written, a batch of units at a time, by any process that gets it."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

import msgspec

from threadsite import cards, urls
from threadsite.archive import Archive
from threadsite.archive.manifest import FILE, Made
from threadsite.config import Site
from threadsite.errors import BuildError
from threadsite.markdown import Renderer
from threadsite.pages import File, Piece
from threadsite.pages.material import Material, material
from threadsite.pages.units import Unit, pieces
from threadsite.pages.views import ThreadView
from threadsite.run import Run, Times
from threadsite.staging import Stage
from threadsite.stamps import stamp
from threadsite.theme import Theme, language_of, load_theme

INDEX = "index.sqlite3"
"""In the cache of a site, the index of its archive."""
BATCH = 400
"""Posts on the pages that a worker makes at a time."""
LISTED = 20
"""The work of a unit that no posts are counted of, in posts."""

encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Job:
    """What a batch of units is made with; it can be sent to another process."""

    site: Site
    index: Path
    folder: Path
    """Where the pages go."""
    number: str
    """Another one for each build."""
    theme: str
    """The mark of the site's theme."""
    whole: bool
    """Write pages that are on the site as they are, too."""
    places: tuple[Path, ...] = ()
    """What whoever gives the work sees, and so must who does it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of some units."""

    made: tuple[Made, ...]
    removed: tuple[str, ...]
    """Pages and files that the units have no more."""
    weight: int
    seconds: dict[str, float]
    """Of processor, by the work that they went into."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """All that is needed for the batches of a job, by one thread at a time."""

    job: Job
    archive: Archive
    material: Material
    theme: Theme
    stage: Stage

    @classmethod
    def of(cls, job: Job) -> Workshop:
        """The workshop for *job*."""
        site = job.site
        for place in job.places:
            if not place.exists():
                raise BuildError(
                    f"{place}: not seen by the worker on {socket.gethostname()}; content, cache and"
                    " output must be on storage that all workers see"
                )
        archive = Archive.attach(site.content, job.index, site.settings.build.posts_per_page)
        theme = _theme(job)
        drawn = cards.cards(site, theme.language)
        made_of = material(site, archive, renderer(site).draft, drawn)
        return cls(job, archive, made_of, theme, Stage(job.folder, site.output))


_idle: SimpleQueue[Workshop] = SimpleQueue()
"""The workshops of this process that no thread is in."""
_spare: SimpleQueue[tuple[str, Theme]] = SimpleQueue()
"""The themes of workshops that are closed, with their marks: templates take long to make."""


def make(job: Job, units: Sequence[Unit]) -> Batch:
    """Make and write what is of *units*; done again, or by two at a time, it is the same."""
    shop = _workshop(job)
    try:
        return _make(shop, units, whole=job.whole)
    finally:
        _idle.put(shop)


def _make(shop: Workshop, units: Sequence[Unit], *, whole: bool) -> Batch:
    found: list[Made] = []
    removed: list[str] = []
    times = Times()
    for unit in units:
        before = {} if whole else shop.archive.manifest.signatures(unit.kind, unit.key)
        for piece in _timed(times, pieces(shop.material, unit)):
            known = before.pop(piece.path, None)
            found += _made(shop, unit, piece, known, times)
        removed += before
    weight = sum(unit.weight for unit in units)
    return Batch(tuple(found), tuple(removed), weight, dict(times.seconds))


def close() -> None:
    """Let go of what this process has open for a job."""
    for shop in _free():
        _close(shop)


def _close(shop: Workshop) -> None:
    shop.archive.close()
    shop.theme.forget()
    _spare.put((shop.job.theme, shop.theme))


def _theme(job: Job) -> Theme:
    """The theme of the site, one that was of use before if it is the same still."""
    with suppress(Empty):
        while True:
            mark, theme = _spare.get_nowait()
            if mark == job.theme:
                return theme
    return load_theme(job.site)


def _workshop(job: Job) -> Workshop:
    for shop in _free():
        if shop.job.number == job.number:
            return shop
        _close(shop)
    return Workshop.of(job)


def _free() -> Iterator[Workshop]:
    """Workshops that were idle, now the caller's."""
    with suppress(Empty):
        while True:
            yield _idle.get_nowait()


def batches(units: Iterable[Unit]) -> Iterator[tuple[Unit, ...]]:
    """*units* in batches of about equal work."""
    batch: list[Unit] = []
    weight = 0
    for unit in units:
        batch.append(unit)
        weight += unit.weight if unit.kind in ("thread", "author") else LISTED
        if weight >= BATCH:
            yield tuple(batch)
            batch, weight = [], 0
    if batch:
        yield tuple(batch)


def opened(site: Site, run: Run, only: frozenset[str] | None = None) -> Archive:
    """The archive of *site*, or of those of its thread files that *only* names, up to date."""
    return Archive.open(
        site.content,
        index_file=site.cache / INDEX,
        posts_per_page=site.settings.build.posts_per_page,
        render=renderer(site),
        run=run,
        only=only,
    )


def renderer(site: Site) -> Renderer:
    """What drafts the bodies of *site*."""
    load_images = site.settings.privacy.images == "load"
    return Renderer(load_images, language_of(site).labels())


def _timed(times: Times, pages: Iterator[Piece]) -> Iterator[Piece]:
    while True:
        with times.of("pages: what they show"):
            page = next(pages, None)
        if page is None:
            return
        yield page


def _made(
    shop: Workshop, unit: Unit, piece: Piece, known: bytes | None, times: Times
) -> Iterator[Made]:
    """Write *piece*, unless it is *known* as it is."""
    shown = piece.data if isinstance(piece, File) else encode(piece.context)
    signature = hashlib.blake2b(shown, digest_size=16).digest()
    if signature == known:
        return
    with times.of("pages: templates"):
        data = shown if isinstance(piece, File) else shop.theme.render(piece).encode("utf-8")
    with times.of("pages: writing"):
        shop.stage.rewrite(piece.path, data)
    kind, changed, posts = _told(piece)
    yield Made(piece.path, kind, unit.kind, unit.key, signature, changed, posts, len(data))


def _told(piece: Piece) -> tuple[str, int | None, int]:
    """The kind of *piece*, the stamp of the newest thing on it, and how many posts it shows."""
    if isinstance(piece, File):
        return FILE, None, 0
    newest = piece.changed if piece.path != urls.NOT_FOUND else None
    posts = len(piece.context.posts) if isinstance(piece.context, ThreadView) else 0
    return piece.kind, stamp(newest) if newest else None, posts
