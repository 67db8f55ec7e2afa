"""What a deployment would do, and whether it should be done at all."""

from __future__ import annotations

from dataclasses import dataclass

from threadsite.deploy.manifest import PENDING, Manifest
from threadsite.errors import DeployError

SHRINK = 0.8
"""A site with fewer than this share of the files of the last one is rather a mistake."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The way from what is there to what shall be there."""

    old: Manifest
    new: Manifest

    @property
    def uploads(self) -> tuple[str, ...]:
        """Names of files to bring: what pages need first, the home page last."""
        changed = (name for name, checksum in self.new.items() if self.old.get(name) != checksum)
        return tuple(sorted(changed, key=_late))

    @property
    def removals(self) -> tuple[str, ...]:
        """Names of files that were ours and are no longer."""
        return tuple(sorted(self.old.keys() - self.new.keys()))

    @property
    def underway(self) -> Manifest:
        """What is true at any moment of the way: all that may be ours, nothing taken for done."""
        return {**self.old, **dict.fromkeys(self.uploads, PENDING)}

    def check(self, place: str) -> None:
        """Raise `DeployError` if most likely nobody wants this."""
        if len(self.new) < SHRINK * len(self.old):
            raise DeployError(
                f"{place}: the site would shrink from {len(self.old):,} files to"
                f" {len(self.new):,}; if that is right, deploy with --force"
            )


def _late(name: str) -> tuple[bool, bool, str]:
    return (name == "index.html", name.endswith(".html"), name)
