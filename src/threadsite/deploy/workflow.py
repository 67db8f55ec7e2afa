"""Workflows: files that make a code host build and publish the site at every push."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path, PurePosixPath

from threadsite.errors import DeployError

WORKFLOWS = {"github": ".github/workflows/threadsite.yml"}
"""Where each host looks for its workflow."""


def write_workflow(host: str, root: Path, *, output: str = "public", force: bool = False) -> Path:
    """Write the workflow for *host* below *root*, where `site.toml` is; its path.

    *output* is the folder that a build writes to. A file that says otherwise is overwritten only
    with *force*.
    """
    if host not in WORKFLOWS:
        raise DeployError(f"no workflow for {host!a}; there is one for {', '.join(WORKFLOWS)}")
    folder = PurePosixPath(output)
    if folder.is_absolute() or ".." in folder.parts or not _plain(output):
        raise DeployError(f"{output!a}: a workflow needs an output folder below site.toml")
    path = root / WORKFLOWS[host]
    text = files("threadsite.deploy").joinpath(f"{host}.yml").read_text(encoding="utf-8")
    text = text.replace("path: public", f"path: {folder}")
    if path.exists() and path.read_text(encoding="utf-8") != text and not force:
        raise DeployError(f"{path}: there is another workflow; overwrite it with --force")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _plain(text: str) -> bool:
    """Whether *text* is itself in YAML, whatever stands round it."""
    return all(c.isalnum() or c in "/._-" for c in text) and text[:1].isalnum()
