"""Targets as `site.toml` describes them, and workflows for code hosts."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from threadsite.deploy import FolderTarget, GitTarget, RsyncTarget, Target, write_workflow
from threadsite.errors import DeployError


@pytest.mark.parametrize(
    "target",
    [
        {"kind": "rsync", "host": "-oProxyCommand=x", "path": "/web"},
        {"kind": "rsync", "host": "a b", "path": "/web"},
        {"kind": "rsync", "host": "a", "path": "-x"},
        {"kind": "rsync", "host": "a", "path": "/web\n/x"},
        {"kind": "rsync", "host": "a", "path": "/web", "port": 0},
        {"kind": "git", "remote": "--upload-pack=x"},
        {"kind": "git", "remote": "origin", "branch": "-f"},
        {"kind": "folder", "path": ""},
        {"kind": "folder", "path": "web", "delete": True},
        {"kind": "ftp", "path": "web"},
    ],
)
def test_a_target_that_could_be_taken_for_an_option_is_refused(target: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(target, Target)


def test_targets_are_told_by_their_kind() -> None:
    assert msgspec.convert({"kind": "git", "remote": "origin"}, Target) == GitTarget("origin")
    assert msgspec.convert({"kind": "folder", "path": "w"}, Target) == FolderTarget("w")
    assert msgspec.convert(
        {"kind": "rsync", "host": "me@host", "path": "/w", "port": 22}, Target
    ) == RsyncTarget("me@host", "/w", 22)


def test_a_workflow_is_written_and_not_overwritten(tmp_path: Path) -> None:
    path = write_workflow("github", tmp_path, output="site/out")
    assert path == tmp_path / ".github/workflows/threadsite.yml"
    text = path.read_text()
    for part in ("threadsite build", "path: site/out", "pages: write", "actions/deploy-pages@"):
        assert part in text
    assert write_workflow("github", tmp_path, output="site/out") == path

    path.write_text("mine")
    with pytest.raises(DeployError, match="there is another workflow"):
        write_workflow("github", tmp_path)
    write_workflow("github", tmp_path, force=True)
    assert "path: public" in path.read_text()


@pytest.mark.parametrize("output", ["/var/www", "../out", "a: b", "${{ x }}", "a\nb", ""])
def test_an_output_that_no_workflow_can_name_is_refused(tmp_path: Path, output: str) -> None:
    with pytest.raises(DeployError, match="output folder"):
        write_workflow("github", tmp_path, output=output)


def test_a_workflow_for_nobody_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DeployError, match="there is one for github"):
        write_workflow("nowhere", tmp_path)
