"""Cases in Markdown files: a title, a dot, the input, a dot, what is expected, a dot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    title: str
    given: str
    expected: str


def cases(folder: Path) -> list[ParameterSet]:
    """Every case of the files in *folder*, as parameters of a test."""
    return [
        pytest.param(case, id=f"{path.stem}: {case.title}")
        for path in sorted(folder.glob("*.md"))
        for case in read(path)
    ]


def read(path: Path) -> Iterator[Case]:
    """The cases of the file at *path*."""
    parts = path.read_text(encoding="utf-8").split("\n.\n")
    for title, given, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        yield Case(title.strip(), given, expected)
