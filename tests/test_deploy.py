"""A site reaches its host, and nothing else there changes: real folders, sshd, rsync and git."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from made_sites import SITE, built, files_of
from threadsite.deploy import (
    FolderTarget,
    RsyncTarget,
    Target,
    deploy,
)
from threadsite.deploy.manifest import MANIFEST, MARKER
from threadsite.errors import DeployError

SSHD = "/usr/sbin/sshd"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A finished site."""
    return built(tmp_path / "public", SITE)


@pytest.fixture
def sshd(tmp_path: Path) -> Iterator[RsyncTarget]:
    """A real ssh server on loopback; the target is a folder that is not there yet."""
    missing = not Path(SSHD).exists() or not shutil.which("rsync")
    if missing and not os.environ.get("CI"):
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
    if os.geteuid() == 0:
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
