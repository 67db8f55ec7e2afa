"""The contract of a place that sites are brought to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from threadsite.deploy.manifest import Manifest
from threadsite.deploy.plan import Plan


class Host(Protocol):
    """One kind of place. Another kind is one more file here and its entry in `HOSTS`."""

    place: str
    """How a person would call it."""

    def manifest(self) -> Manifest | None:
        """What was left there by us; None when we have not been there."""

    def taken(self, names: Iterable[str], output: Path) -> str | None:
        """The first of *names*, of files of *output*, that something there has; None if none."""

    def put(self, output: Path, plan: Plan) -> None:
        """Carry out *plan* with the files of *output*. Ended at any point, it can be repeated."""

    def notes(self, sizes: Mapping[str, int]) -> tuple[str, ...]:
        """What a person should know of files of these *sizes* at such a place."""
