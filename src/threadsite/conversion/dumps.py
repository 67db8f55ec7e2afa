"""Dumps as a person names them: on the command line, or in `site.toml` with rules for engines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from threadsite.config import NAME, Site, dump_name, load_site
from threadsite.conversion.reading import Dump
from threadsite.engines import all_engines
from threadsite.sources import names

if TYPE_CHECKING:
    from threadsite.engines.engine import Engine


def named(path: Path, engine: str = "", engines: tuple[Engine, ...] = ()) -> Dump:
    """The dump at *path*, called as its file is, with what is no text made harmless."""
    name = names.clean(path.resolve().name.partition(".")[0] or path.name)
    return Dump(path, name, engine=engine, engines=engines)


def of_site(site: Site) -> list[Dump]:
    """The dumps that *site* names."""
    engines = _engines(site)
    return [
        Dump(site.dump_path(dump), dump_name(dump), dump.forum, dump.engine, engines)
        for dump in site.dumps
    ]


def engines_at(path: Path) -> tuple[Engine, ...]:
    """The engines of the site at *path*, if there is one."""
    path = path / NAME if path.is_dir() else path
    return _engines(load_site(path)) if path.exists() else ()


def _engines(site: Site) -> tuple[Engine, ...]:
    """The engines as the site's rules change them; none where it has no rules of its own."""
    settings = site.settings
    if not settings.convert and not settings.engines:
        return ()
    from threadsite.engines.custom import customised

    return customised(all_engines(), settings.convert, settings.engines)
