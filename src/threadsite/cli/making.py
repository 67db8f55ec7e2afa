"""Commands that make a site, from the folder to the preview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from threadsite import tasks
from threadsite.cli.group import (
    commands,
    dumps_argument,
    jobs_option,
    profile_option,
    site_option,
)
from threadsite.errors import ConfigError
from threadsite.run import Times

if TYPE_CHECKING:
    from collections.abc import Collection

    from threadsite.run import Seen


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="The archive's title; the folder's name when not given.")
@click.option("--theme", default="", help="The theme that shows it; plain when not given.")
def new(folder: Path, title: str | None, theme: str) -> None:
    """Make FOLDER with a site.toml and a place for dumps."""
    from threadsite.scaffold import scaffold

    for path in scaffold(folder, title or folder.resolve().name, theme):
        click.echo(f"wrote {path}")
    click.echo(f"Put dumps into {folder / 'dumps'}, name them in site.toml, then:")
    click.echo(f"  cd {folder} && threadsite build && threadsite serve")


@commands.command(short_help="Turn dumps into Markdown.")
@dumps_argument
@site_option
@click.option("--content", type=click.Path(path_type=Path), help="Write here; no site.toml needed.")
@click.option("--strict", is_flag=True, help="Fail when a document has a problem.")
@profile_option
@jobs_option
def convert(
    *,
    dumps: tuple[Path, ...],
    site_path: Path,
    content: Path | None,
    strict: bool,
    profile: bool,
    jobs: int,
) -> None:
    """Convert DUMP... (files, folders, archives) to Markdown in the content folder."""
    from threadsite.config import CACHE, load_site
    from threadsite.conversion.dumps import engines_at, named

    engines = engines_at(site_path)
    times = Times()
    found = [named(path, engines=engines) for path in dumps]
    if content is None:
        site = load_site(site_path)
        content = site.content
        report = tasks.convert_for(site, found, jobs, times)
    elif content.parts and content.parts[0].endswith(":"):
        raise ConfigError("--content is a folder; an address is [build] content of a site.toml")
    else:
        report = tasks.convert(found, content, content / CACHE, jobs, times)
    if strict:
        tasks.refuse_problems(report)
    click.echo(f"content is in {content}")
    if profile:
        click.echo("\n".join(times.lines()))


@commands.command(short_help="Show what would be read of a dump.")
@dumps_argument
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one object a part of a thread.")
@click.option("--engine", default="", help="Read every document with this engine.")
@click.option("--all", "all_threads", is_flag=True, help="List every thread, not the first 20.")
@click.option("--rules", is_flag=True, help="Show what each rule catches on each page.")
@site_option
def inspect(
    dumps: tuple[Path, ...],
    as_json: bool,
    engine: str,
    all_threads: bool,
    rules: bool,
    site_path: Path,
) -> None:
    """Show what would be read of DUMP..., what is missing, and what would be left out."""
    from threadsite import inspect as inspection
    from threadsite import terminal
    from threadsite.conversion.dumps import engines_at, named

    engines = engines_at(site_path)
    for path in dumps:
        dump = named(path, engine, engines)
        if rules:
            terminal.show_rules(inspection.rules(dump))
        elif as_json:
            for line in inspection.json_lines(dump):
                click.echo(line)
        else:
            terminal.show(path, inspection.summary(dump), all_threads)


@commands.command()
@site_option
@click.option("--strict", is_flag=True, help="Fail when a document of a dump has a problem.")
@click.option("--no-convert", is_flag=True, help="Build from content/ as it is.")
@click.option("--whole", is_flag=True, help="Make every page, also those that did not change.")
@click.option(
    "--sample",
    default="",
    metavar="N|BOARD",
    help="For a quick look: N threads, or one board, below the cache; the site stays as it is.",
)
@profile_option
@jobs_option
@click.option(
    "--cluster",
    "address",
    metavar="ADDRESS",
    help="Build on the dask.distributed cluster whose scheduler is there.",
)
def build(
    *,
    site_path: Path,
    strict: bool,
    no_convert: bool,
    whole: bool,
    sample: str,
    profile: bool,
    jobs: int,
    address: str | None,
) -> None:
    """Convert the dumps that site.toml names and build the site."""
    from threadsite.config import load_site

    site = load_site(site_path)
    times = Times()
    with tasks.workers(jobs, address) as workers:
        if site.dumps and not no_convert:
            report = tasks.convert_all(site, workers, times)
            if strict:
                tasks.refuse_problems(report)
        tasks.build(site, jobs=workers, whole=whole, sample=sample, times=times)
    if profile:
        click.echo("\n".join(times.lines()))


@commands.command(short_help="Build the site and show it, rebuilding as you edit.")
@site_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=8000,
    show_default=True,
    help="The next free one when taken.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@jobs_option
def serve(site_path: Path, host: str, port: int, open_browser: bool, jobs: int) -> None:
    """Build the site, serve it, and rebuild and reload when a file changes."""
    from threadsite import storage
    from threadsite.config import load_site
    from threadsite.serve import serve as run
    from threadsite.terminal import say

    def rebuild(changed: Collection[Path], seen: Seen) -> None:
        site = load_site(site_path)
        if site.dumps and (not changed or not tasks.are_content(changed, site)):
            tasks.convert_all(site, jobs)
        tasks.build(storage.brought(site, jobs), jobs=jobs, seen=seen)

    # What is wrong later may be mended while the site is shown; a wrong place may not.
    load_site(site_path)
    run(site_path, rebuild, host=host, port=port, open_browser=open_browser, say=say)
