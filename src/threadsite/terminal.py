"""What a summary of a dump, or the account of a conversion, looks like at a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich import markup
from rich.console import Console
from rich.table import Table

from threadsite.engines.probe import Caught
from threadsite.inspect import Probed, Summary, ThreadLine
from threadsite.report import Report, counted

SHOWN = 20
"""Threads, and problems, that are listed unless all are asked for."""
NOTHING = "no documents here: only pictures, hidden files or nothing at all; is the path right?"
# What commands a terminal, begins a line of its own, or turns the order of what follows around.
COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """*text*, which strangers may have written, on one line that commands nothing."""
    return COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say(text: str) -> None:
    """Print *text*, of any number of lines, each `visible`."""
    click.echo("\n".join(map(visible, text.split("\n"))))


def escape(text: str) -> str:
    """*text* as Rich prints it: `visible`, and no markup of Rich's."""
    return markup.escape(visible(text))


def show_account(report: Report) -> None:
    """Print what a conversion did, and the first of its problems."""
    for line in report.lines() if report.documents.seen else (NOTHING,):
        click.echo(visible(line))
    if report.unread:
        click.echo("what no engine knows is named in report.json, and by `threadsite inspect`")
    for problem in report.problems[:SHOWN]:
        click.secho(f"  {visible(str(problem))}", err=True, fg="yellow")
    if report.problem_count > SHOWN:
        click.secho(f"  … and {report.problem_count - SHOWN:,} more", err=True, fg="yellow")


def show(path: Path, summary: Summary, all_threads: bool) -> None:
    """Print *summary* of the dump at *path*."""
    console = Console(emoji=False)
    console.print(f"[bold]{escape(str(path))}[/bold]")
    for line in _facts(summary):
        console.print(escape(line))
    shown = summary.threads if all_threads else summary.threads[:SHOWN]
    if shown:
        console.print(_table(shown))
    if len(shown) < len(summary.threads):
        console.print(f"… and {len(summary.threads) - len(shown):,} more threads (--all)")
    for line in _absent(summary.report, all_threads):
        # A line of a list is one line also where a terminal is narrow, or another program reads.
        console.print(escape(line), soft_wrap=True)
    for problem in summary.report.problems[:SHOWN]:
        console.print(escape(f"! {problem}"), style="yellow", soft_wrap=True)


def _absent(report: Report, all_threads: bool) -> Iterator[str]:
    """What nobody captured and what no engine knows, or the first of each."""
    limit = None if all_threads else SHOWN
    for thread in report.known[:limit]:
        yield f"never captured: {thread.title} {thread.url or ''}".rstrip()
    if not all_threads and report.known_only > SHOWN:
        yield f"… and {report.known_only - SHOWN:,} more never captured (--all)"
    for document in report.unread[:limit]:
        yield f"not read, since no engine knows it: {document}"
    if not all_threads and len(report.unread) > SHOWN:
        yield "… and more that no engine knows (--all)"
    if report.unread:
        yield "docs/engines.md says what is read, and how to bring data of your own"


def show_rules(found: Iterable[Probed]) -> None:
    """Print what each rule of an engine caught, a table a document."""
    console = Console(emoji=False)
    for page in found:
        console.print(f"[bold]{escape(page.document)}[/bold] {page.engine or 'no engine knows it'}")
        if page.caught:
            console.print(_rules_table(page.caught))
        elif page.engine:
            console.print("this engine reads without rules: try inspect without --rules")


def _rules_table(found: Iterable[Caught]) -> Table:
    table = Table(box=None, pad_edge=False)
    for title, fold in (("rule", False), ("caught", False), ("first", True)):
        table.add_column(title, no_wrap=not fold, overflow="fold")
    for caught in found:
        style = "red" if caught.missing else None
        sample = "nothing, and no post can do without" if caught.missing else caught.sample
        counts = f"{caught.places:,} of {caught.of:,}"
        table.add_row(caught.rule, counts, escape(sample), style=style)
    return table


def _facts(summary: Summary) -> list[str]:
    report, absent = summary.report, summary.absent
    engines = ", ".join(f"{name} {count:,}" for name, count in sorted(report.engines.items()))
    if not report.documents.seen:
        return [NOTHING]
    return [
        *report.account(),
        f"documents by engine: {engines or 'none'}",
        f"{counted(len(summary.threads), 'thread')}, {counted(summary.authors, 'author')},"
        f" {counted(summary.described, 'board')} described",
        f"posts without date {absent.dates:,}, with date but no time zone {absent.zones:,},"
        f" name inferred {absent.inferred:,}, no name {absent.names:,}",
    ]


def _table(threads: list[ThreadLine]) -> Table:
    table = Table(box=None, pad_edge=False)
    for title in ("thread", "board"):
        table.add_column(title, overflow="fold")
    for title in ("posts", "authors"):
        table.add_column(title, justify="right", no_wrap=True)
    for title in ("from", "to", "missing"):
        table.add_column(title, no_wrap=True)
    for thread in threads:
        texts = (escape(thread.title), escape(thread.board))
        counts = (f"{thread.posts:,}", f"{thread.authors:,}")
        table.add_row(*texts, *counts, thread.first, thread.last, thread.missing)
    return table
