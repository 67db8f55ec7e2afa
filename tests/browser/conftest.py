"""Tests that drive a browser need one: without it they are skipped, and fail where CI runs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="session", autouse=True)
def chromium() -> Path:
    """The browser."""
    if not CHROMIUM.exists() and not os.environ.get("CI"):
        pytest.skip(f"no {CHROMIUM}")
    return CHROMIUM
