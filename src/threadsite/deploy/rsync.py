"""A folder on another machine, over ssh. rsync is told every file by name: what to bring, what to
delete. So nothing of others is touched, whatever else is in the folder.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from threadsite.deploy import manifest
from threadsite.deploy.commands import CommandError, run
from threadsite.deploy.manifest import MANIFEST, Manifest
from threadsite.deploy.plan import Plan
from threadsite.deploy.targets import RsyncTarget
from threadsite.errors import DeployError

PARTIAL = 23
"""The status of rsync when some file could not be brought: one that is not there among them."""

OPTIONS = (
    "--times",
    "--ignore-times",  # what we send has changed, even within the same second
    "--chmod=D755,F644",
    "--secluded-args",  # no shell there sees a name
)


class Rsync:
    """The host of `RsyncTarget`."""

    def __init__(self, target: RsyncTarget, root: Path) -> None:
        # No shell there reads the path, so none knows "~"; a relative path starts at home anyway.
        path = target.path.removeprefix("~/").rstrip("/")
        self._remote = f"{target.host}:{path}/"
        self._shell = f"--rsh={_ssh(target, root)}"
        self.place = self._remote

    def manifest(self) -> Manifest | None:
        """What was left there by us; None also when there is no such folder yet."""
        with tempfile.TemporaryDirectory() as folder:
            try:
                self._run(f"{self._remote}{MANIFEST}", f"{folder}/")
            except CommandError as error:
                if error.status == PARTIAL and "No such file" in str(error):
                    return None
                raise
            return manifest.read((Path(folder) / MANIFEST).read_bytes(), self.place)

    def taken(self, names: Iterable[str], output: Path) -> str | None:
        """The first of *names* that is there."""
        there = self._files(output, names, "--dry-run", "--existing", "--out-format=%n")
        return next(iter(there.decode("utf-8", "replace").splitlines()), None)

    def put(self, output: Path, plan: Plan) -> None:
        """All files are brought first and then put in their places together."""
        self._note(manifest.write(plan.underway))
        self._files(output, plan.uploads, "--delay-updates")
        self._delete(plan.removals)
        self._note(manifest.write(plan.new))

    def notes(self, sizes: Mapping[str, int]) -> tuple[str, ...]:
        """None: the limits are those of the machine."""
        del sizes
        return ()

    def _files(self, output: Path, names: Iterable[str], *options: str) -> bytes:
        # With a dot before it no name reads as a comment.
        listed = "".join(f"./{name}\0" for name in names).encode()
        if not listed:
            return b""
        words = ("--files-from=-", "--from0", "--no-implied-dirs", f"{output}/", self._remote)
        return self._run(*options, *words, data=listed)

    def _delete(self, names: Iterable[str]) -> None:
        # A name on the list that is not here is deleted there; its folder has to be in both.
        with tempfile.TemporaryDirectory() as folder:
            for name in names:
                (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            self._files(Path(folder), names, "--delete-missing-args")

    def _note(self, data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            note = Path(folder) / MANIFEST
            note.write_bytes(data)
            self._run(str(note), self._remote)

    def _run(self, *words: str, data: bytes = b"") -> bytes:
        return run(("rsync", *OPTIONS, self._shell, *words), data=data)


def _ssh(target: RsyncTarget, root: Path) -> str:
    """The command of ssh as rsync takes it: words with quotes, no escapes."""
    words = ["ssh", "-o BatchMode=yes"]
    if target.port:
        words.append(f"-p {target.port}")
    if target.identity:
        words.append(f"-i '{_file(target.identity, root)}'")
    if target.known_hosts:
        # The inner quotes are for ssh, which would take a space for the end of the name.
        words.append(f"-o 'UserKnownHostsFile=\"{_file(target.known_hosts, root)}\"'")
    return " ".join(words)


def _file(name: str, root: Path) -> str:
    path = str((root / Path(name).expanduser()).absolute())
    if {'"', "'"} & set(path):
        raise DeployError(f"{path}: ssh cannot be given a name with a quotation mark")
    return path
