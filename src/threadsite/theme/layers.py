"""Where a theme is and what it extends: a chain of folders, the theme's own first."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

import msgspec

from threadsite import toml
from threadsite.code import PACKAGE
from threadsite.errors import ThemeError

TABLE = "theme.toml"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# In the wheel the themes are inside the package, in a checkout at its root.
SHIPPED = (PACKAGE / "themes", PACKAGE.parents[1] / "themes")

Param = str | int | float | bool


class ThemeTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The keys of `theme.toml`."""

    name: str = ""
    """For people; the folder's name when empty."""
    extends: str = ""
    """The theme that brings all that this one does not have."""
    without: tuple[str, ...] = ()
    """Patterns of the static files that this theme does not take over: `"*.js"`."""
    params: dict[str, Param] = {}
    """What templates read as `params`; a theme may set anew what its parent sets."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One theme of a chain, without those that it extends."""

    name: str
    folder: Path
    table: ThemeTable

    @property
    def templates(self) -> Path:
        """The folder of its templates."""
        return self.folder / "templates"

    @property
    def static(self) -> Path:
        """The folder of its static files."""
        return self.folder / "static"

    @property
    def locale(self) -> Path:
        """The folder of its own catalogs of words."""
        return self.folder / "locale"


def chain(name: str, root: Path, asked_by: str = "site.toml") -> Iterator[Layer]:
    """The theme *name* and those that it extends, from `themes/` below *root* or as shipped;
    `ThemeError`, which names what it is *asked_by*, when one is missing or wrong."""
    places = tuple(dict.fromkeys((root / "themes", *SHIPPED)))
    seen: list[str] = []
    while name:
        layer = _layer(name, places, asked_by)
        if name in seen:
            raise ThemeError(f"{asked_by}: {' extends '.join([*seen, name])}: that has no end")
        yield layer
        seen.append(name)
        asked_by = str(layer.folder / TABLE)
        name = layer.table.extends


def params(layers: Sequence[Layer]) -> Mapping[str, Param]:
    """The parameters of a chain; a theme's own hide those of the theme that it extends."""
    merged: dict[str, Param] = {}
    for layer in reversed(layers):
        for key, value in layer.table.params.items():
            kind = type(merged.get(key, value))
            if not isinstance(value, kind):
                raise ThemeError(f"{layer.folder / TABLE}: params.{key} must be a {kind.__name__}")
            merged[key] = value
    return merged


def files(layers: Sequence[Layer]) -> Mapping[str, Path]:
    """The static files of a chain by name; a theme's own hide those of the theme it extends."""
    found: dict[str, Path] = {}
    for layer in reversed(layers):
        unwanted = [name for name in found if any(map(PurePath(name).match, layer.table.without))]
        for name in unwanted:
            del found[name]
        for path in sorted(layer.static.rglob("*")):
            own = path.relative_to(layer.static)
            if path.is_file() and not any(part.startswith(".") for part in own.parts):
                found[own.as_posix()] = path
    return found


def _layer(name: str, places: Sequence[Path], asked_by: str) -> Layer:
    folders = (place / name for place in places if NAME.fullmatch(name))
    folder = next((folder for folder in folders if folder.is_dir()), None)
    if folder is None:
        known = sorted({path.parent.name for place in places for path in place.glob(f"*/{TABLE}")})
        near = difflib.get_close_matches(name, known, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(known) or 'none'}"
        raise ThemeError(f'{asked_by}: there is no theme "{name}"; {hint}')
    path = folder / TABLE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ThemeError(
            f'{path}: no such file; the least theme says `extends = "plain"`'
        ) from None
    except (OSError, UnicodeDecodeError) as problem:
        raise ThemeError(f"{path}: {problem}") from None
    return Layer(name, folder, toml.read(text, ThemeTable, str(path), ThemeError))
