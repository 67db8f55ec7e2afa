"""How long threadsite converts dumps of the forum that never was: workers, a second run, memory.

    python benchmarks/conversion.py [--pages PAGES]... [--kind KIND]... [--rounds N]

Each dump is converted by one process and by as many as there are processors, by turns; the best of
the rounds counts. CPU is that of all processes together: on a machine that has other work it tells
more of what is lost between processes than the clock does.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

import tables
from dumps import Page, as_folder, as_warc, as_zip, pages
from gauge import Memory, Time, timed, weighed
from threadsite.workers import available

KINDS: dict[str, Callable[[Iterator[Page], Path], None]] = {
    "folder": as_folder,
    "zip": as_zip,
    "warc": as_warc,
}
COMMAND = (str(Path(sys.executable).with_name("threadsite")), "convert")
NOTHING = Memory(0, 0)


@dataclass(slots=True)
class Dump:
    """A dump, and what its conversions cost."""

    kind: str
    pages: int
    path: Path
    alone: list[Time] = field(default_factory=list)
    shared: list[Time] = field(default_factory=list)
    again: list[Time] = field(default_factory=list)
    memory: Memory = NOTHING

    def measure(self, rounds: int) -> None:
        """Convert it by turns in one process and in many, and once more where nothing changed."""
        self.memory = weighed(self._command(available()), self._cleared())
        for _ in range(rounds):
            self.alone.append(timed(self._command(1), self._cleared()))
            self.shared.append(timed(self._command(available()), self._cleared()))
            self.again.append(timed(self._command(available()), self.path.parent))

    def _command(self, jobs: int) -> tuple[str, ...]:
        return (*COMMAND, str(self.path), f"--content={self._content}", f"--jobs={jobs}")

    @property
    def _content(self) -> Path:
        return self.path.parent / f"content-{self.kind}"

    def _cleared(self) -> Path:
        shutil.rmtree(self._content, ignore_errors=True)
        return self.path.parent


def made(folder: Path, kind: str, count: int) -> Dump:
    """The dump of this *kind* with *count* pages below *folder*, as it may be there already."""
    path = folder / str(count) / (kind if kind == "folder" else f"forum.{kind}")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        KINDS[kind](pages(count), path)
    return Dump(kind, count, path)


def costs(dumps: list[Dump]) -> Iterator[tuple[str, ...]]:
    """A table of what the conversions of *dumps* cost."""
    yield (
        "dump",
        "pages",
        "1 process, s",
        f"{available()} processes, s",
        "times as fast",
        "CPU of theirs",
        "second run",
        "CPU of it",
        "MB a process",
        "MB in all",
    )
    for dump in dumps:
        alone, shared, again = (_best(times) for times in (dump.alone, dump.shared, dump.again))
        yield (
            dump.kind,
            f"{dump.pages:,}",
            f"{alone.seconds:.1f}",
            f"{shared.seconds:.1f}",
            f"{alone.seconds / shared.seconds:.2f}",
            f"x {shared.processor / alone.processor:.2f}",
            f"{again.seconds / shared.seconds:.1%}",
            f"{again.processor / shared.processor:.1%}",
            f"{dump.memory.largest / 1e6:,.0f}",
            f"{dump.memory.together / 1e6:,.0f}",
        )


def _best(times: list[Time]) -> Time:
    """The least of each of what *times* tell."""
    return Time(min(time.seconds for time in times), min(time.processor for time in times))


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--pages", "counts", type=click.IntRange(min=1), multiple=True, default=(500, 2_000))
@click.option("--rounds", type=click.IntRange(min=1), default=2, show_default=True)
@click.option("--kind", "kinds", type=click.Choice(list(KINDS)), multiple=True, default=list(KINDS))
@click.option("--folder", type=click.Path(path_type=Path), default=Path(".bench"))
def main(counts: tuple[int, ...], rounds: int, kinds: tuple[str, ...], folder: Path) -> None:
    dumps = [made(folder.resolve() / "dumps", kind, n) for kind in kinds for n in sorted(counts)]
    for dump in dumps:
        dump.measure(rounds)
    click.echo("\n".join(tables.written(costs(dumps))))


if __name__ == "__main__":
    main()
