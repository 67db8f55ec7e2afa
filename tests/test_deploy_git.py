"""A site becomes a branch: a real git, a real bare repository, and nothing else touched."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from made_sites import SITE, Files, built, files_of
from threadsite.deploy import GitTarget, deploy
from threadsite.deploy.git import Git
from threadsite.deploy.manifest import MANIFEST
from threadsite.errors import DeployError


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A finished site."""
    return built(tmp_path / "public", SITE)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs git in a bare repository; the account has no identity, and odd settings."""
    settings = tmp_path / "gitconfig"
    settings.write_text("[core]\nautocrlf = true\nexcludesFile = ~/ignore\n[init]\ntemplateDir =\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "EMAIL"):
        monkeypatch.delenv(name, raising=False)
    repository = tmp_path / "bare.git"
    subprocess.run(["git", "init", "-q", "--bare", repository], check=True)

    def git(*words: str, data: bytes = b"") -> str:
        done = subprocess.run(
            ["git", "-C", repository, "-c", "core.quotePath=false", *words],
            input=data,
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    return git


BRANCH = GitTarget(remote="./bare.git")


def tree(git: Callable[..., str]) -> Files:
    names = git("ls-tree", "-r", "-z", "--name-only", "gh-pages").split("\0")[:-1]
    return {n: git("show", f"gh-pages:{n}") for n in names if n != MANIFEST}


def test_a_branch_is_one_commit_of_the_site(
    bare: Callable[..., str], output: Path, tmp_path: Path
) -> None:
    (output / "crlf.txt").write_bytes(b"a\r\nb\n")

    deploy(output, BRANCH, root=tmp_path)
    expected = {**SITE, "crlf.txt": "a\r\nb\n", ".nojekyll": ""}
    assert tree(bare) == expected
    assert bare("rev-list", "--count", "gh-pages") == "1\n"

    (output / "t/1-tea.html").write_text("More tea")
    (output / "crlf.txt").unlink()
    report = deploy(output, BRANCH, root=tmp_path)
    del expected["crlf.txt"]
    assert tree(bare) == {**expected, "t/1-tea.html": "More tea"}
    assert (report.uploaded, report.removed) == (("t/1-tea.html",), ("crlf.txt",))
    assert bare("rev-list", "--count", "gh-pages") == "1\n"


def test_nothing_new_makes_no_commit(
    bare: Callable[..., str], output: Path, tmp_path: Path
) -> None:
    deploy(output, BRANCH, root=tmp_path)
    tip = bare("rev-parse", "gh-pages")

    deploy(output, BRANCH, root=tmp_path)

    assert bare("rev-parse", "gh-pages") == tip


def test_a_branch_of_others_is_refused(
    bare: Callable[..., str], output: Path, tmp_path: Path
) -> None:
    bare("fast-import", "--quiet", data=THEIRS)

    with pytest.raises(DeployError, match="refs/heads/gh-pages is there, and not by us"):
        deploy(output, BRANCH, root=tmp_path)
    assert tree(bare) == {"CNAME": "old.example\n"}

    deploy(output, BRANCH, root=tmp_path, force=True)
    assert tree(bare) == {**SITE, ".nojekyll": "", "CNAME": "old.example\n"}


THEIRS = (
    b"commit refs/heads/gh-pages\ncommitter A <a@example> 0 +0000\ndata 0\n"
    b"M 100644 inline CNAME\ndata 12\nold.example\n\n"
)


def test_the_domain_set_at_the_host_is_kept(
    bare: Callable[..., str], output: Path, tmp_path: Path
) -> None:
    deploy(output, BRANCH, root=tmp_path)
    bare(
        "fast-import",
        "--quiet",
        data=THEIRS.replace(b"data 0\n", b"data 0\nfrom refs/heads/gh-pages^0\n"),
    )
    (output / "index.html").write_text("Pots")

    for _ in range(2):
        deploy(output, BRANCH, root=tmp_path)
        assert tree(bare)["CNAME"] == "old.example\n"
        (output / "index.html").write_text("Pans")


def test_a_push_meanwhile_is_not_lost(
    bare: Callable[..., str], output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(self: Git, names: object, output: object) -> None:
        bare("fast-import", "--quiet", data=THEIRS)

    monkeypatch.setattr(Git, "taken", taken)

    with pytest.raises(DeployError, match=r"rejected|stale"):
        deploy(output, BRANCH, root=tmp_path)

    assert tree(bare) == {"CNAME": "old.example\n"}


def test_the_working_tree_of_the_person_is_not_touched(
    bare: Callable[..., str], output: Path, tmp_path: Path
) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "remote", "add", "pages", "./bare.git"], check=True)
    before = files_of(tmp_path / ".git")

    with pytest.raises(DeployError, match="no remote called 'nobody'"):
        deploy(output, GitTarget(remote="nobody"), root=tmp_path)
    deploy(output, GitTarget(remote="pages", branch="site/pages"), root=tmp_path)

    assert files_of(tmp_path / ".git") == before
    assert bare("rev-parse", "--verify", "site/pages")


def test_limits_of_the_host_are_noted(tmp_path: Path) -> None:
    host = Git(BRANCH, tmp_path)

    assert host.notes({"index.html": 9}) == ()
    assert host.notes({"film.webm": 1 << 31}) == (
        "film.webm is larger than the 100 MB that GitHub takes",
        "2.0 GB: GitHub Pages publishes at most 1 GB",
    )
