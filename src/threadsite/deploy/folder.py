"""A folder on this machine. What is not ours stays as it is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from threadsite.deploy import manifest
from threadsite.deploy.manifest import MANIFEST, Manifest
from threadsite.deploy.plan import Plan
from threadsite.deploy.targets import FolderTarget
from threadsite.errors import DeployError

NEW = ".threadsite-new"
"""What a file is called until it is whole."""


class Folder:
    """The host of `FolderTarget`."""

    def __init__(self, target: FolderTarget, root: Path) -> None:
        self._base = (root / Path(target.path).expanduser()).resolve()
        self.place = str(self._base)

    def manifest(self) -> Manifest | None:
        """What was left there by us, without what is gone since."""
        try:
            known = manifest.read((self._base / MANIFEST).read_bytes(), self.place)
        except FileNotFoundError:
            return None
        return {name: known[name] for name in known if (self._base / name).is_file()}

    def taken(self, names: Iterable[str], output: Path) -> str | None:
        """The first of *names* that is there."""
        del output
        return next((name for name in names if os.path.lexists(self._base / name)), None)

    def put(self, output: Path, plan: Plan) -> None:
        """Each file appears whole, what pages need before them; what is gone goes last."""
        if self._base.is_relative_to(output) or output.is_relative_to(self._base):
            raise DeployError(f"{self.place}: lies within the output, or has it within")
        try:
            self._base.mkdir(parents=True, exist_ok=True)
            self._write(MANIFEST, manifest.write(plan.underway))
            for name in plan.uploads:
                self._copy(output / name, name)
            for name in plan.removals:
                self._remove(name)
            self._write(MANIFEST, manifest.write(plan.new))
        except OSError as error:
            raise DeployError(f"{error.filename or self.place}: {error.strerror}") from None

    def notes(self, sizes: Mapping[str, int]) -> tuple[str, ...]:
        """None: a folder has the limits of its disk."""
        del sizes
        return ()

    def _copy(self, source: Path, name: str) -> None:
        self._replace(name, lambda new: shutil.copyfile(source, new))

    def _write(self, name: str, data: bytes) -> None:
        self._replace(name, lambda new: new.write_bytes(data))

    def _replace(self, name: str, make: Callable[[Path], object]) -> None:
        path = self._inside(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.parent / NEW
        new.unlink(missing_ok=True)
        make(new)
        new.replace(path)

    def _remove(self, name: str) -> None:
        self._inside(name).unlink(missing_ok=True)
        for folder in list(PurePosixPath(name).parents)[:-1]:
            try:
                (self._base / folder).rmdir()
            except OSError:
                # Something else is in it: ours, which goes later, or another's, which stays.
                return

    def _inside(self, name: str) -> Path:
        """The path of *name*, with no link on the way that leads out."""
        path = self._base / name
        if not path.parent.resolve().is_relative_to(self._base):
            raise DeployError(f"{path}: a link on the way leads out of {self.place}")
        return path
