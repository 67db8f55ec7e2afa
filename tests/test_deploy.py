"""A site reaches its host, and nothing else there changes: real folders, sshd, rsync and git."""

from __future__ import annotations

import getpass
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from threadsite.deploy import (
    FolderTarget,
    GitTarget,
    RsyncTarget,
    Target,
    deploy,
    write_workflow,
)
from threadsite.deploy.git import Git
from threadsite.deploy.manifest import MANIFEST, MARKER
from threadsite.errors import DeployError

SSHD = "/usr/sbin/sshd"
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


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A finished site."""
    return built(tmp_path / "public", SITE)


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


@pytest.fixture
def sshd(tmp_path: Path) -> Iterator[RsyncTarget]:
    """A real ssh server on loopback; the target is a folder that is not there yet."""
    if not Path(SSHD).exists() or not shutil.which("rsync"):
        pytest.skip("sshd and rsync are not installed")
    home = tmp_path / "ssh server"
    home.mkdir(mode=0o700)
    for key in ("host", "client"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", home / key], check=True
        )
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (home / "authorized").write_bytes((home / "client.pub").read_bytes())
    kind, public = (home / "host.pub").read_text().split()[:2]
    (home / "known").write_text(f"[127.0.0.1]:{port} {kind} {public}\n")
    (home / "config").write_text(
        f'ListenAddress 127.0.0.1\nHostKey "{home}/host"\nAuthorizedKeysFile "{home}/authorized"\n'
        "StrictModes no\nUsePAM no\nPidFile none\nPasswordAuthentication no\n"
    )
    Path("/run/sshd").mkdir(exist_ok=True)
    command = [SSHD, "-D", "-e", "-f", str(home / "config"), "-p", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
        try:
            assert server.stderr is not None
            assert b"Server listening" in server.stderr.readline()
            yield RsyncTarget(
                host=f"{getpass.getuser()}@127.0.0.1",
                path=str(tmp_path / "the web"),
                port=port,
                identity=str(home / "client"),
                known_hosts=str(home / "known"),
            )
        finally:
            server.terminate()


@pytest.fixture(params=["folder", "rsync"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Target, Path]:
    """A target, and the folder that it is."""
    if request.param == "folder":
        return FolderTarget(path="the web"), tmp_path / "the web"
    return request.getfixturevalue("sshd"), tmp_path / "the web"


def test_the_site_arrives_and_only_changes_follow(
    place: tuple[Target, Path], output: Path, tmp_path: Path
) -> None:
    target, web = place

    first = deploy(output, target, root=tmp_path)
    assert files_of(web) == SITE
    assert (len(first.uploaded), first.removed, first.unchanged) == (len(SITE), (), 0)
    assert first.uploaded[-1] == "index.html"

    before = (web / "404.html").stat().st_ino
    changed = {**SITE, "t/1-tea.html": "More tea", "t/3-cocoa.html": "Cocoa"}
    del changed["t/2-чай.html"]
    second = deploy(built(output, changed), target, root=tmp_path)
    assert files_of(web) == changed
    assert (second.uploaded, second.removed) == (
        ("t/1-tea.html", "t/3-cocoa.html"),
        ("t/2-чай.html",),
    )
    assert (web / "404.html").stat().st_ino == before

    third = deploy(output, target, root=tmp_path)
    assert (third.uploaded, third.removed, third.unchanged) == ((), (), len(changed))


def test_what_is_not_ours_stays(place: tuple[Target, Path], output: Path, tmp_path: Path) -> None:
    target, web = place
    foreign = {"other/index.html": "theirs", "t/theirs.html": "theirs", "robots.txt": "theirs"}
    for name, text in foreign.items():
        (web / name).parent.mkdir(parents=True, exist_ok=True)
        (web / name).write_text(text)

    deploy(output, target, root=tmp_path)
    assert files_of(web) == SITE | foreign

    less = {name: text for name, text in SITE.items() if not name.startswith("t/")}
    deploy(built(output, less), target, root=tmp_path, force=True)
    assert files_of(web) == less | foreign


def test_what_is_not_ours_is_not_overwritten(
    place: tuple[Target, Path], output: Path, tmp_path: Path
) -> None:
    target, web = place
    web.mkdir()
    (web / "index.html").write_text("theirs")

    with pytest.raises(DeployError, match=r"index\.html is there, and not by us"):
        deploy(output, target, root=tmp_path)
    assert files_of(web) == {"index.html": "theirs"}

    deploy(output, target, root=tmp_path, force=True)
    assert files_of(web) == SITE


def test_a_dry_run_only_looks(place: tuple[Target, Path], output: Path, tmp_path: Path) -> None:
    target, web = place

    report = deploy(output, target, root=tmp_path, dry_run=True)

    assert len(report.uploaded) == len(SITE)
    assert "would be uploaded" in next(report.lines())
    assert not web.exists()


def test_a_site_that_shrank_is_held_back(
    place: tuple[Target, Path], output: Path, tmp_path: Path
) -> None:
    target, web = place
    deploy(output, target, root=tmp_path)
    built(output, {"index.html": "Kettles"})

    with pytest.raises(DeployError, match="shrink from 7 files to 1"):
        deploy(output, target, root=tmp_path)
    assert files_of(web) == SITE

    deploy(output, target, root=tmp_path, force=True)
    assert files_of(web) == {"index.html": "Kettles"}


def test_a_deployment_that_was_cut_off_is_repeated(
    place: tuple[Target, Path], output: Path, tmp_path: Path
) -> None:
    target, web = place
    deploy(output, target, root=tmp_path)
    (web / MANIFEST).write_text(
        re.sub("^[0-9a-f]{64}(?=  t/)", "0" * 64, (web / MANIFEST).read_text(), flags=re.M)
    )
    (web / "t/1-tea.html").write_text("half a cu")

    report = deploy(output, target, root=tmp_path)

    assert report.uploaded == ("t/1-tea.html", "t/2-чай.html")
    assert files_of(web) == SITE


@pytest.mark.parametrize("name", ["../precious", "/etc/precious", "a/../../precious", "x\\..\\y"])
def test_a_manifest_cannot_lead_out(
    place: tuple[Target, Path], output: Path, tmp_path: Path, name: str
) -> None:
    target, web = place
    (tmp_path / "precious").write_text("1")
    web.mkdir()
    (web / MANIFEST).write_text(f"{'0' * 64}  {name}\n")

    with pytest.raises(DeployError, match="is no name for a file"):
        deploy(output, target, root=tmp_path, force=True)

    assert (tmp_path / "precious").exists()


def test_a_manifest_in_disorder_is_told(
    place: tuple[Target, Path], output: Path, tmp_path: Path
) -> None:
    target, web = place
    web.mkdir()
    (web / MANIFEST).write_bytes(b"\xff\x00")

    with pytest.raises(DeployError, match="damaged"):
        deploy(output, target, root=tmp_path)


def test_the_manifest_can_be_verified_by_anyone(output: Path, tmp_path: Path) -> None:
    deploy(output, FolderTarget(path="web"), root=tmp_path)

    subprocess.run(["sha256sum", "--check", "--strict", MANIFEST], cwd=tmp_path / "web", check=True)


def test_a_link_in_the_folder_is_not_followed_out(output: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "t").symlink_to(outside)

    with pytest.raises(DeployError, match="a link on the way leads out"):
        deploy(output, FolderTarget(path="web"), root=tmp_path)

    assert list(outside.iterdir()) == []


def test_the_output_is_not_deployed_into_itself(output: Path, tmp_path: Path) -> None:
    for path in ("public/web", "public", "."):
        with pytest.raises(DeployError, match="within the output"):
            deploy(output, FolderTarget(path=path), root=tmp_path, force=True)


@pytest.mark.parametrize("missing", [MARKER, "index.html"])
def test_an_unfinished_site_is_refused(output: Path, tmp_path: Path, missing: str) -> None:
    (output / missing).unlink()

    with pytest.raises(DeployError, match="no finished site; run `threadsite build` first"):
        deploy(output, FolderTarget(path="web"), root=tmp_path)


def test_a_link_in_the_output_is_refused(output: Path, tmp_path: Path) -> None:
    (output / "passwords").symlink_to("/etc/passwd")

    with pytest.raises(DeployError, match="'passwords' is no regular file"):
        deploy(output, FolderTarget(path="web"), root=tmp_path)


def test_a_host_that_does_not_let_us_in_is_told(
    sshd: RsyncTarget, output: Path, tmp_path: Path
) -> None:
    stranger = msgspec.structs.replace(sshd, identity=str(tmp_path / "none"))

    with pytest.raises(DeployError, match="Permission denied"):
        deploy(output, stranger, root=tmp_path)


def test_a_host_with_another_key_is_not_trusted(
    sshd: RsyncTarget, output: Path, tmp_path: Path
) -> None:
    (tmp_path / "none").write_text("")
    stranger = msgspec.structs.replace(sshd, known_hosts=str(tmp_path / "none"))

    with pytest.raises(DeployError, match="Host key verification failed"):
        deploy(output, stranger, root=tmp_path)


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
