"""The group of commands, and the options that more than one has."""

from __future__ import annotations

from pathlib import Path

import click

from threadsite import __version__
from threadsite.workers import available

site_option = click.option(
    "--site",
    "site_path",
    type=click.Path(path_type=Path),
    default=Path("site.toml"),
    show_default=True,
    help="The site.toml, or the folder it is in.",
)
dumps_argument = click.argument(
    "dumps", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DUMP..."
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=available,
    show_default="one for each processor",
    help="How many processes work.",
)
profile_option = click.option(
    "--profile", is_flag=True, help="Say where the time of the processors went."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="threadsite")
def commands() -> None:
    """Turn the raw dump of a dead forum into a clean, searchable static site."""
