"""Commands for a site that is there: bringing it to its host, and looking after it."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click

from threadsite.cli.group import commands, site_option


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


@commands.command(short_help="Write the posts of the archive as JSON Lines.")
@click.argument("file", type=click.File("wb", lazy=True), default="-")
@site_option
def export(file: IO[bytes], site_path: Path) -> None:
    """Write a line of JSON for each post to FILE, or to the screen: its own words, its quotes."""
    from threadsite import exporting, storage
    from threadsite.config import load_site

    site = storage.brought(load_site(site_path))
    for line in exporting.lines(site.content):
        file.write(line)


@commands.group()
def theme() -> None:
    """Take over parts of the site's theme."""


@theme.command(short_help="Copy a template into a theme of the site's own.")
@click.argument("template")
@site_option
def eject(template: str, site_path: Path) -> None:
    """Copy TEMPLATE (such as thread.html) into a theme of the site's own, to be changed there."""
    from threadsite.config import load_site
    from threadsite.theme.ejecting import eject as take_over

    for line in take_over(load_site(site_path), template):
        click.echo(line)


@commands.command()
def schema() -> None:
    """Print the JSON Schema of site.toml, for editors."""
    from threadsite.config import schema as json_schema

    click.echo(json_schema().decode("utf-8"))
