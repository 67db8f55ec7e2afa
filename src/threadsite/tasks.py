"""What commands have done, shown to whoever sits at the terminal while it is."""

from __future__ import annotations

from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from threadsite.errors import ThreadsiteError
from threadsite.run import Run, Seen, Times, nobody

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from threadsite.config import Site
    from threadsite.conversion.reading import Dump
    from threadsite.report import Report
    from threadsite.workers import Workers


def convert_all(site: Site, jobs: int | Workers, times: Times | None = None) -> Report:
    """Convert the dumps that *site* names."""
    from threadsite.conversion.dumps import of_site

    return convert_for(site, of_site(site), jobs, times)


def convert_for(
    site: Site, dumps: list[Dump], jobs: int | Workers, times: Times | None = None
) -> Report:
    """Convert *dumps* to the content of *site*, which may be at an address."""
    from threadsite import storage
    from threadsite.meter import meter
    from threadsite.workers import Workers

    site = site.resolved() if isinstance(jobs, Workers) else site
    with meter() as shown:
        run = Run(meter=shown, times=times or Times())
        storage.brought(site, jobs, run, new=True)
    report = convert(dumps, site.content, site.cache, jobs, times)
    with meter() as shown:
        sent = storage.returned(site, jobs, replace(run, meter=shown))
    if sent:
        click.echo("\n".join(sent.lines()))
    return report


def convert(
    dumps: list[Dump],
    content: Path,
    cache: Path,
    jobs: int | Workers,
    times: Times | None = None,
) -> Report:
    """Convert *dumps*, and show the account."""
    from threadsite import conversion
    from threadsite.meter import meter
    from threadsite.terminal import show_account
    from threadsite.workers import processes

    # A document may end the process that reads it, and must not end the conversion.
    with processes(jobs, apart=True) as working, meter() as shown:
        report = conversion.convert(
            dumps, content, jobs=working, cache=cache, meter=shown, times=times
        )
    show_account(report)
    return report


def refuse_problems(report: Report) -> None:
    """Raise a ThreadsiteError when the *report* of a conversion has problems."""
    from threadsite.report import counted

    if report.problem_count:
        raise ThreadsiteError(
            f"{counted(report.problem_count, 'problem')}, and --strict takes none"
        )


def build(
    site: Site,
    *,
    jobs: int | Workers,
    whole: bool = False,
    sample: str = "",
    times: Times | None = None,
    seen: Seen = nobody,
) -> None:
    """Build *site*, and show what became of it. *seen* is told as soon as it can be seen."""
    from threadsite import building
    from threadsite.meter import meter

    with meter() as shown:
        run = Run(meter=shown, times=times or Times(), seen=seen)
        report = building.build(site, jobs=jobs, whole=whole, sample=sample, run=run)
    click.echo("\n".join(report.lines()))


def check(site: Site, target: str, most: int, *, as_json: bool, jobs: int) -> None:
    """Look whether the built *site* is whole, and fit for the host *target*, and tell the first
    *most* problems of each kind, or all for 0; `ThreadsiteError` if there is any."""
    from threadsite import checking
    from threadsite.checking import telling
    from threadsite.meter import meter
    from threadsite.report import counted
    from threadsite.workers import processes

    with processes(jobs) as workers, meter() as shown:
        outcome = checking.check(site, target, Run(workers=workers, meter=shown))
    with closing(outcome):
        lines = telling.json_lines(outcome) if as_json else telling.lines(outcome, most)
        for line in lines:
            click.echo(line)
    if outcome.problems:
        raise ThreadsiteError(f"{counted(outcome.problems, 'problem')} in {outcome.folder}")


def workers(jobs: int, address: str | None) -> AbstractContextManager[int | Workers]:
    """The cluster whose scheduler is at *address*; without one, so many processes."""
    if address is None:
        return nullcontext(jobs)
    from threadsite.cluster import cluster

    return cluster(address)


def are_content(changed: Collection[Path], site: Site) -> bool:
    """Whether all of *changed* are of the content or the theme, which no dump is read for."""
    folders = [place.resolve() for place in (site.content, site.root / "themes")]
    dumps = [site.dump_path(dump).resolve() for dump in site.dumps]
    return all(
        any(path.is_relative_to(folder) for folder in folders)
        and not any(path.is_relative_to(dump) for dump in dumps)
        for path in changed
    )
