"""The finished site to its host: only what changed, and nothing that is not ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from threadsite.deploy.folder import Folder
from threadsite.deploy.git import Git
from threadsite.deploy.host import Host
from threadsite.deploy.manifest import inventory
from threadsite.deploy.plan import Plan
from threadsite.deploy.rsync import Rsync
from threadsite.deploy.targets import FolderTarget, GitTarget, RsyncTarget, Target
from threadsite.deploy.workflow import write_workflow
from threadsite.errors import DeployError


@dataclass(frozen=True, slots=True)
class DeployReport:
    """What was done, or in a dry run would be."""

    place: str
    uploaded: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    size: int
    """Bytes of the files uploaded."""
    dry_run: bool = False
    notes: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """The report for a terminal."""
        done = "would be " if self.dry_run else ""
        yield (
            f"{self.place}: {len(self.uploaded):,} files ({self.size / 1e6:,.1f} MB)"
            f" {done}uploaded, {len(self.removed):,} {done}deleted, {self.unchanged:,} unchanged"
        )
        yield from self.notes


def deploy(
    output: Path, target: Target, *, root: Path, dry_run: bool = False, force: bool = False
) -> DeployReport:
    """Bring the site in *output* to *target*, whose paths start at *root*.

    Refused unless *force*: what is not ours in the way of our files, and a site that shrank by
    more than a fifth. A *dry_run* looks, and changes nothing.
    """
    output = output.resolve()
    new = inventory(output)
    host = _host(target, root.resolve())
    plan = Plan(host.manifest() or {}, new)
    if not force:
        plan.check(host.place)
        _check_room(host, plan, output)
    if not dry_run and (plan.uploads or plan.removals):
        host.put(output, plan)
    sizes = {name: (output / name).stat().st_size for name in new}
    return DeployReport(
        place=host.place,
        uploaded=plan.uploads,
        removed=plan.removals,
        unchanged=len(new) - len(plan.uploads),
        size=sum(sizes[name] for name in plan.uploads),
        dry_run=dry_run,
        notes=host.notes(sizes),
    )


def _host(target: Target, root: Path) -> Host:
    make: Callable[..., Host] = HOSTS[type(target)]
    return make(target, root)


def _check_room(host: Host, plan: Plan, output: Path) -> None:
    fresh = [name for name in plan.uploads if name not in plan.old]
    if fresh and (taken := host.taken(fresh, output)):
        raise DeployError(
            f"{host.place}: {taken} is there, and not by us; if it may go, deploy with --force"
        )


HOSTS: dict[type[Target], Callable[..., Host]] = {
    FolderTarget: Folder,
    RsyncTarget: Rsync,
    GitTarget: Git,
}

__all__ = [
    "DeployReport",
    "FolderTarget",
    "GitTarget",
    "RsyncTarget",
    "Target",
    "deploy",
    "write_workflow",
]
