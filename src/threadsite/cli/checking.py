"""The command that looks whether a built site is fit to be put online."""

from __future__ import annotations

from pathlib import Path

import click

from threadsite.cli.group import commands, jobs_option, site_option

MOST = 10
"""Problems of a kind that are told."""


@commands.command(short_help="Look whether the built site is whole, and fit to be put online.")
@site_option
@click.option("--target", default="", metavar="HOST", help="Look whether this host takes it.")
@click.option(
    "--most",
    type=click.IntRange(min=0),
    default=MOST,
    show_default=True,
    help="How many problems of a kind to tell; 0 for all.",
)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one object a problem.")
@jobs_option
def check(site_path: Path, target: str, most: int, as_json: bool, jobs: int) -> None:
    """Look whether the built site is whole: its links, its pages, what was taken down."""
    from threadsite import tasks
    from threadsite.checking.hosts import HOSTS
    from threadsite.config import load_site

    if target and target not in HOSTS:
        raise click.BadParameter(f"{target}: not one of {', '.join(HOSTS)}", param_hint="--target")
    tasks.check(load_site(site_path), target, most, as_json=as_json, jobs=jobs)
