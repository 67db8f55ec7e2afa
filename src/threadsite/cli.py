"""The command line. Heavy modules are imported by the commands that need them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from threadsite import __version__, tasks
from threadsite.errors import ConfigError, ThreadsiteError
from threadsite.run import Times
from threadsite.workers import available

if TYPE_CHECKING:
    from collections.abc import Collection

    from threadsite.run import Seen

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


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="The archive's title; the folder's name when not given.")
@click.option("--theme", default="", help="The theme that shows it; plain when not given.")
def new(folder: Path, title: str | None, theme: str) -> None:
    """Make FOLDER with a site.toml and places for dumps and content."""
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
    from threadsite.dumps import engines_at, named

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
    from threadsite.dumps import engines_at, named

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
@click.option("--port", default=8000, show_default=True, help="The next free one when taken.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@jobs_option
def serve(site_path: Path, host: str, port: int, open_browser: bool, jobs: int) -> None:
    """Build the site, serve it, and rebuild and reload when a file changes."""
    from threadsite import storage
    from threadsite.config import load_site
    from threadsite.serve import serve as run

    def rebuild(changed: Collection[Path], seen: Seen) -> None:
        site = load_site(site_path)
        if site.dumps and (not changed or not tasks.are_content(changed, site)):
            tasks.convert_all(site, jobs)
        tasks.build(storage.brought(site, jobs), jobs=jobs, seen=seen)

    # What is wrong later may be mended while the site is shown; a wrong place may not.
    load_site(site_path)
    run(site_path, rebuild, host=host, port=port, open_browser=open_browser, say=click.echo)


@commands.command(short_help="Bring the built site to its host.")
@click.argument("name", default="")
@site_option
@click.option("--dry-run", is_flag=True, help="Say what would be uploaded and deleted.")
@click.option("--force", is_flag=True, help="Go on although the site shrank by over a fifth.")
@click.option(
    "--write-workflow", metavar="HOST", help="Write the workflow that builds there: github."
)
def deploy(
    name: str, site_path: Path, dry_run: bool, force: bool, write_workflow: str | None
) -> None:
    """Bring the built site to the place that [deploy.NAME] describes; NAME may be left out."""
    from threadsite import deploy as deploying
    from threadsite.config import deploy_target, load_site

    site = load_site(site_path)
    if write_workflow:
        output = site.settings.build.output
        path = deploying.write_workflow(write_workflow, site.root, output=output, force=force)
        click.echo(f"wrote {path}")
        return
    target = deploy_target(site, name)
    report = deploying.deploy(site.output, target, root=site.root, dry_run=dry_run, force=force)
    click.echo("\n".join(report.lines()))


@commands.command(short_help="Write files by which a web server leads old addresses on.")
@click.argument("server", type=click.Choice(["apache", "nginx"]))
@click.argument("folder", type=click.Path(path_type=Path), default=Path("redirects"))
@site_option
@click.option("--place", default="", help="The folder on the server that the files will be in.")
def redirects(server: str, folder: Path, site_path: Path, place: str) -> None:
    """Write to FOLDER (redirects, when not given) what leads old addresses to the built site."""
    from threadsite.config import load_site
    from threadsite.redirects import write_redirects

    site = load_site(site_path)
    home = site.settings.site.url or "/"
    lines = write_redirects(site.output, server, folder, home=home, place=place)
    click.echo("\n".join(lines))


@commands.command(short_help="Take down a post, a thread or an author for good.")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@site_option
@click.option("--pseudonym", default="", help="Show the author's posts under this name instead.")
def takedown(addresses: tuple[str, ...], site_path: Path, pseudonym: str) -> None:
    """Take down what ADDRESS means, of its page or on the forum: a post, a thread or an author."""
    from threadsite.config import load_site
    from threadsite.takingdown import take_down

    click.echo("\n".join(take_down(load_site(site_path), addresses, pseudonym)))
    click.echo("Now build and deploy. The dump, backups and the history of git hold it still.")


@commands.group()
def theme() -> None:
    """Take over parts of the site's theme."""


@theme.command(short_help="Copy a template into a theme of the site's own.")
@click.argument("template")
@site_option
def eject(template: str, site_path: Path) -> None:
    """Copy TEMPLATE (such as thread.html) into a theme of the site's own, to be changed there."""
    from threadsite.config import load_site
    from threadsite.ejecting import eject as take_over

    for line in take_over(load_site(site_path), template):
        click.echo(line)


@commands.command()
def schema() -> None:
    """Print the JSON Schema of site.toml, for editors."""
    from threadsite.config import schema as json_schema

    click.echo(json_schema().decode("utf-8"))


def main() -> int:
    """Run the command line; an error that a person can mend is shown without a traceback."""
    try:
        commands.main(standalone_mode=False)
    except ThreadsiteError as error:
        click.secho(f"threadsite: {error}", err=True, fg="red")
        return 1
    except click.Abort:
        click.echo("stopped", err=True)
        return 130
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0
