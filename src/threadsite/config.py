"""`site.toml`: what it may say, what it says, and where that leads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from threadsite import toml
from threadsite.deploy.targets import Target
from threadsite.errors import ConfigError

Count = Annotated[int, Meta(ge=1, le=10_000)]
NAME = "site.toml"
CACHE = ".threadsite"
"""The folder for what can be made anew at any time."""


class SiteTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[site]`: what the archive is."""

    title: Annotated[str, Meta(min_length=1)]
    description: str = ""
    """One or two sentences for the home page."""
    language: str = "en"
    """The language of most posts, as a BCP 47 tag; stemming and `lang` go by it."""
    url: Annotated[str, Meta(pattern=r"^https?://[^\s]+$")] | None = None
    """Where the site will be; the sitemap and canonical links need it."""
    contact: str = ""
    """An address for corrections and removals, shown on the about page."""


class DumpTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[[dumps]]`: one raw dump to convert."""

    path: str
    name: str = ""
    """How the archive calls it; the file's name without endings when empty."""
    forum: str = ""
    """Whose ids these are; dumps of one forum share it. Told from the pages when empty."""
    engine: str = ""
    """The engine that reads every document of this dump; told from each document when empty."""


class BuildTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[build]`: folders and page sizes."""

    content: str = "content"
    """A folder, or an address that fsspec knows."""
    output: str = "public"
    """A folder, or an address that fsspec knows."""
    cache: str = CACHE
    theme: str = "plain"
    posts_per_page: Count = 100
    rows_per_page: Count = 100


class PrivacyTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[privacy]`: what a reader's browser may fetch from elsewhere."""

    images: Literal["link", "load"] = "link"
    """`link` shows pictures of other hosts as links; `load` lets a browser fetch them."""


class SearchTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[search]`: how readers search."""

    enabled: bool = True
    """`false` builds a site without a search page and without an index of its posts."""


class FeedsTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[feeds]`: what has feeds of its own, besides the site; each is two files."""

    boards: bool = True
    authors: bool = False
    threads: bool = False


class CardsTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """`[cards]`: pictures that other sites show beside a link."""

    of: Literal["none", "boards", "threads"] = "none"
    """`boards` draws one for each board and one for the site, `threads` for each thread too."""
    font: str = ""
    """A TrueType or OpenType file; without one the letters are those of English."""


class Settings(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The whole of `site.toml`."""

    site: SiteTable
    dumps: tuple[DumpTable, ...] = ()
    build: BuildTable = BuildTable()
    privacy: PrivacyTable = PrivacyTable()
    search: SearchTable = SearchTable()
    feeds: FeedsTable = FeedsTable()
    cards: CardsTable = CardsTable()
    convert: dict[str, dict[str, str | tuple[str, ...]]] = {}
    """`[convert.ENGINE]`: rules of an engine that read this archive's pages otherwise."""
    engines: dict[str, dict[str, str | tuple[str, ...]]] = {}
    """`[engines.NAME]`: engines of the person's own, as tables of rules."""
    deploy: dict[str, Target] = {}
    """`[deploy.NAME]`: places to bring the site to."""


class Site(msgspec.Struct, frozen=True):
    """Settings and the folder that their paths start from."""

    root: Path
    settings: Settings

    @property
    def content(self) -> Path:
        """The folder of Markdown files; of those at an address, where they are brought to."""
        return self.root / self.here().settings.build.content

    @property
    def output(self) -> Path:
        """The folder that the site is written to, and from where it is sent to an address."""
        return self.root / self.here().settings.build.output

    @property
    def cache(self) -> Path:
        """The folder for what can be made anew at any time."""
        return self.root / self.settings.build.cache

    def here(self) -> Site:
        """The same site, with folders in its cache in the place of addresses."""
        build = self.settings.build
        folders = {
            key: f"{build.cache}/{name}"
            for key, name in (("content", "content"), ("output", "public"))
            if is_address(getattr(build, key))
        }
        if not folders:
            return self
        build = msgspec.structs.replace(build, **folders)
        return msgspec.structs.replace(
            self, settings=msgspec.structs.replace(self.settings, build=build)
        )

    def resolved(self) -> Site:
        """The same site, with paths that hold for whoever works elsewhere."""
        return msgspec.structs.replace(self, root=self.root.resolve())

    @property
    def dumps(self) -> tuple[DumpTable, ...]:
        """The dumps to convert."""
        return self.settings.dumps

    def dump_path(self, dump: DumpTable) -> Path:
        """Where *dump* is."""
        return self.root / Path(dump.path).expanduser()


def is_address(place: str) -> bool:
    """Whether *place* is no folder of this machine but an address, such as `s3://bucket/site`."""
    return "://" in place


def load_site(path: Path) -> Site:
    """The site that the file *path* describes; `ConfigError` when it is missing or wrong."""
    if path.is_dir():
        path = path / NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: no such file; `threadsite new my-archive` makes a folder that has one"
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(f"{path}: {problem}") from None
    settings = toml.read(text, Settings, str(path), ConfigError)
    if is_address(settings.build.cache):
        raise ConfigError(
            f"{path}: [build] cache is a folder, and an address is given; name a folder, which may"
            " be a mounted one"
        )
    names = [dump_name(dump) for dump in settings.dumps]
    for dump, name in zip(settings.dumps, names, strict=True):
        if names.count(name) > 1:
            raise ConfigError(
                f'{path}: two dumps are called "{name}"; give {dump.path} a `name` of its own'
            )
    return Site(path.parent, settings)


def dump_name(dump: DumpTable) -> str:
    """How the archive calls *dump*."""
    return dump.name or Path(dump.path).name.partition(".")[0] or dump.path


def deploy_target(site: Site, name: str) -> Target:
    """The target called *name*, or the only one there is when *name* is empty."""
    targets = site.settings.deploy
    if not name and len(targets) == 1:
        return next(iter(targets.values()))
    if name in targets:
        return targets[name]
    known = ", ".join(sorted(targets)) or "none; add a table [deploy.NAME]"
    asked = f"no [deploy.{name}] in site.toml" if name else "which target?"
    raise ConfigError(f"{asked}; there are: {known}")


def schema() -> bytes:
    """The JSON Schema of `site.toml`, for editors."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Settings)), indent=2)
