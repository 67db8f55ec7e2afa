"""What is at a place because of us: names and checksums, in the format of `sha256sum`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from threadsite.errors import DeployError

MANIFEST = ".threadsite-manifest"
MARKER = ".threadsite-output"
"""What a build that came to its end leaves in its output."""

PENDING = "0" * 64
"""The checksum of a file that is perhaps not yet what it shall be."""

LINE = re.compile(r"([0-9a-f]{64})  (.+)")

Manifest = Mapping[str, str]
"""Checksums by name."""


def inventory(output: Path) -> Manifest:
    """The files of the finished site in *output*; `DeployError` if it is not one."""
    if not (output / MARKER).is_file() or not (output / "index.html").is_file():
        raise DeployError(f"{output}: no finished site; run `threadsite build` first")
    files: dict[str, str] = {}
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise DeployError(f"{output}: {name!a} is no regular file; build the site anew")
        if path.is_file() and name != MARKER:
            files[_checked(name, str(output))] = checksum(path)
    return files


def checksum(path: Path) -> str:
    """SHA-256 of the file at *path*."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(manifest: Manifest) -> bytes:
    """*manifest* as it is written."""
    return "".join(f"{manifest[name]}  {name}\n" for name in sorted(manifest)).encode()


def read(data: bytes, place: str) -> Manifest:
    """The manifest that was found at *place*: no name in it leads anywhere else."""
    manifest: dict[str, str] = {}
    for line in data.decode("utf-8", "replace").splitlines():
        found = LINE.fullmatch(line)
        if not found:
            raise _damaged(place)
        manifest[_checked(found[2], place)] = found[1]
    return manifest


def _checked(name: str, place: str) -> str:
    parts = name.split("/")
    if not name.isprintable() or "\\" in name or {"", ".", "..", ".git"} & set(parts):
        raise DeployError(f"{place}: {name!a} is no name for a file of a site")
    if name == MANIFEST:
        raise _damaged(place)
    return name


def _damaged(place: str) -> DeployError:
    return DeployError(f"{place}: {MANIFEST} is damaged; delete it there and deploy with --force")
