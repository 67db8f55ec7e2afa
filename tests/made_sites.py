"""An invented finished site, as files."""

from __future__ import annotations

import shutil
from pathlib import Path

from threadsite.deploy.manifest import MANIFEST, MARKER

SITE = {
    "index.html": "Kettles",
    "404.html": "Gone",
    "t/1-tea.html": "Tea",
    "t/2-чай.html": "Чай",
    "static/site.css": "p{}",
    '#odd "name; $(touch x) `y`.html': "odd",
    "-rf.html": "odd",
}

Files = dict[str, str]


def built(folder: Path, files: Files) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in {**files, MARKER: "finished"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def files_of(folder: Path) -> Files:
    """All files below *folder*, but our manifest."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}
