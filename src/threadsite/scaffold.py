"""A new archive's folder: a commented site.toml and a place for dumps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from threadsite import toml
from threadsite.errors import ConfigError
from threadsite.theme import layers

SITE = """\
[site]
title = {title}
description = ""            # one or two sentences for the home page
language = "en"             # of most posts
# url = "https://archive.example"   # where the site will be; the sitemap needs it
# contact = "mailto:archive@example.org"

# One table a dump: a file, a folder, a zip or a tar.
# [[dumps]]
# path = "dumps/forum.zip"
"""

FILES = {
    ".gitignore": "/public/\n/.threadsite/\n",
    # Hidden, so that it is no document where the folder itself is named as a dump.
    "dumps/.gitkeep": "",
}


def scaffold(folder: Path, title: str, theme: str = "") -> Iterator[Path]:
    """Make *folder* an archive called *title*, shown by *theme* if one is named; yields each file
    written.

    `ConfigError` if there is one already: nothing is overwritten. `ThemeError` for an unknown
    theme.
    """
    site = folder / "site.toml"
    if site.exists():
        raise ConfigError(f"{site}: exists already; nothing was changed")
    text = SITE.format(title=toml.value(title))
    if theme:
        tuple(layers.chain(theme, folder, asked_by="--theme"))
        text += f"\n[build]\ntheme = {toml.value(theme)}\n"
    files = {"site.toml": text, **FILES}
    for name, text in files.items():
        path = folder / name
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        yield path
