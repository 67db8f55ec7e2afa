"""The package's own names: what a program that uses threadsite calls."""

from __future__ import annotations

import subprocess
import sys

import pytest

import threadsite


@pytest.mark.parametrize("name", threadsite.__all__)
def test_every_public_name_is_there_and_stays_what_it_is(name: str) -> None:
    first = getattr(threadsite, name)

    assert getattr(threadsite, name) is first
    assert callable(first)


def test_importing_the_package_imports_no_library() -> None:
    code = "import sys, threadsite; sys.exit(any(m.startswith('lxml') for m in sys.modules))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        _ = threadsite.bild
