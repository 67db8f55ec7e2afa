"""What was measured, as tables in Markdown: rows of words, of which the first is the head."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builders import Builder, shortest
from peers import REFERENCE


def costs(builders: Sequence[Builder]) -> Iterator[tuple[str, ...]]:
    """A table of what a build of everything costs each of *builders*."""
    reference = next((one for one in builders if one.name == REFERENCE), None)
    yield (
        f"{builders[0].posts:,} posts",
        "seconds",
        "of Hugo's",
        "CPU s",
        "of Hugo's",
        "MB in all",
        "of Hugo's",
        "MB a process",
        "posts/s",
        "pages",
    )
    for builder in builders:
        best, memory = builder.best, builder.memory
        yield (
            builder.name,
            f"{best.seconds:.2f}",
            f"{best.seconds / reference.best.seconds:.2f}" if reference else "",
            f"{best.processor:.2f}",
            f"{best.processor / reference.best.processor:.2f}" if reference else "",
            f"{memory.together / 1e6:,.0f}",
            f"{memory.together / reference.memory.together:.2f}" if reference else "",
            f"{memory.largest / 1e6:,.0f}",
            f"{builder.posts / best.seconds:,.0f}",
            f"{builder.pages:,}",
        )


def shares(builders: Sequence[Builder]) -> Iterator[tuple[str, ...]]:
    """A table of what our later builds cost, as shares of a build of everything."""
    ours = [builder for builder in builders if builder.after]
    yield f"{ours[0].posts:,} posts", *(head for one in ours for head in (one.name, "of its whole"))
    for changed in ours[0].after:
        yield changed, *(figure for one in ours for figure in _share(one, changed))


def _share(builder: Builder, changed: str) -> tuple[str, str]:
    seconds = shortest(builder.after[changed]).seconds
    return f"{seconds:.2f}", f"{seconds / builder.best.seconds:.1%}"


def growth(small: Sequence[Builder], large: Sequence[Builder]) -> Iterator[tuple[str, ...]]:
    """A table of what becomes of costs from a *small* forum to a *large* one."""
    yield f"{small[0].posts:,} to {large[0].posts:,}", "time a post", "CPU a post", "memory"
    for one, other in zip(small, large, strict=True):
        posts = other.posts / one.posts
        yield (
            one.name,
            f"x {other.best.seconds / one.best.seconds / posts:.2f}",
            f"x {other.best.processor / one.best.processor / posts:.2f}",
            f"x {other.memory.together / one.memory.together:.2f}",
        )


def written(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The lines of the table with these *rows*."""
    head, *body = rows
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    for row in (head, tuple(rule), *body):
        figures = map(str.rjust, row[1:], widths[1:])
        yield f"| {' | '.join((row[0].ljust(widths[0]), *figures))} |"
