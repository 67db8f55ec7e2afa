"""The command line. Heavy modules are imported by the commands that need them."""

from __future__ import annotations

import sys

import click

from threadsite.cli import checking, keeping, making
from threadsite.cli.group import commands
from threadsite.errors import ThreadsiteError

__all__ = ["checking", "commands", "keeping", "main", "making"]


def main() -> int:
    """Run the command line; an error that a person can mend is shown without a traceback."""
    try:
        commands.main(standalone_mode=False)
    except ThreadsiteError as error:
        from threadsite.terminal import visible

        click.secho(f"threadsite: {visible(str(error))}", err=True, fg="red")
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
