"""What all tests share: the option that rewrites expected files."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings

# A busy machine is no reason to fail.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


class Golden(Protocol):
    """Compares a text with a file, or writes the file under `--update`."""

    def __call__(self, text: str, expected: Path) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the expected files")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Hold *text* to the file *expected*; `pytest --update` rewrites the file instead."""

    def compare(text: str, expected: Path) -> None:
        if request.config.getoption("--update"):
            expected.write_text(text, encoding="utf-8", newline="\n")
        assert text == expected.read_text(encoding="utf-8"), f"differs from {expected.name}"

    return compare
