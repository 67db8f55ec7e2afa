"""A template taken over into the site's own theme, to be changed there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from threadsite import toml
from threadsite.config import Site
from threadsite.errors import ThemeError
from threadsite.theme import layers
from threadsite.theme.layers import TABLE, Layer

OWN = "mine"
"""The theme that a site gets for what it takes over from one that came with threadsite."""


def eject(site: Site, template: str) -> Iterator[str]:
    """Copy *template* of the theme of *site* to where it goes before the one that it is a copy of;
    yields what was done and what is left to do. `ThemeError` for a template that there is not,
    or that the site has already: nothing is overwritten."""
    chain = tuple(layers.chain(site.settings.build.theme, site.root))
    source = _source(template, chain)
    folder = site.root / "themes"
    is_own = chain[0].folder.parent.resolve() == folder.resolve()
    theme = chain[0].folder if is_own else folder / OWN
    copy = theme / "templates" / template
    if copy.exists():
        raise ThemeError(f"{copy}: exists already; nothing was changed")
    if not is_own:
        yield from _begun(theme, chain[0].name, site.root)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(source.read_bytes())
    yield f"wrote {copy}"
    if is_own:
        yield "Change it, and `threadsite serve` shows what you changed."
    else:
        yield f'Change it, and name your theme in site.toml: theme = "{theme.name}" below [build].'


def _source(template: str, chain: Sequence[Layer]) -> Path:
    """The file of *template* that *chain* uses."""
    known: Mapping[str, Path] = {
        path.relative_to(layer.templates).as_posix(): path
        for layer in reversed(chain)
        for path in sorted(layer.templates.rglob("*"))
        if path.is_file()
    }
    if template not in known:
        near = difflib.get_close_matches(template, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}"
        raise ThemeError(f"the theme {chain[0].name} has no template {template}; {hint}")
    return known[template]


def _begun(theme: Path, parent: str, root: Path) -> Iterator[str]:
    """Make the folder *theme* one that extends *parent*, if it is not there."""
    if theme.is_dir():
        extended = [layer.name for layer in layers.chain(theme.name, root)]
        if extended[1:2] != [parent]:
            raise ThemeError(f"{theme / TABLE}: this theme does not extend {parent}")
        return
    theme.mkdir(parents=True)
    (theme / TABLE).write_text(f"extends = {toml.value(parent)}\n", encoding="utf-8")
    yield f"wrote {theme / TABLE}"
