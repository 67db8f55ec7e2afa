"""What all tests share: the option that rewrites expected files, and the browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings

# A busy machine is no reason to fail.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

CHROMIUM = Path("/usr/bin/chromium")


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


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser; without one a test is skipped, and fails where CI runs it."""
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip(f"no {CHROMIUM}")
    return CHROMIUM
