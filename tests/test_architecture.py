"""Imports point one way: from the commands to the model, and never across the two halves."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "threadsite"

# From the ground up: a module may import from the lines above its own, and from its own line.
LAYERS = (
    (
        "model",
        "errors",
        "report",
        "slugs",
        "decoding",
        "mirrors",
        "code",
        "disk",
        "workers",
        "run",
        "cluster",
    ),
    ("toml", "document", "stamps", "databases"),
    ("markup",),
    ("content", "dates", "references", "installs", "titles"),
    ("sources", "engines", "coverage", "deploy", "rows"),
    ("config",),
    ("bars", "conversion", "inspect", "meter", "terminal"),
    ("archive", "language", "markdown", "search", "urls"),
    ("cards",),
    ("theme", "pages", "feeds", "staging"),
    ("storage",),
    ("building", "checking", "scaffold", "redirects", "serve"),
    ("exporting", "takingdown", "tasks"),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted(SOURCE.rglob("*.py"))


def stage(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def imported(path: Path) -> set[str]:
    """The stages that the module at *path* imports when it is run, not for its types only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            if parts[0] == "threadsite":
                found = parts[1:2] or [alias.name for alias in node.names]
                names |= set(found)
        elif isinstance(node, ast.Import):
            found_names = (alias.name.split(".") for alias in node.names)
            names |= {parts[1] for parts in found_names if parts[0] == "threadsite" and parts[1:]}
    return names & RANK.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_down(path: Path) -> None:
    own = stage(path)
    if own == "__init__":
        assert imported(path) <= {"model", "errors"}
        return
    assert own in RANK, f"{own} has no place in the layers yet"

    upward = {name for name in imported(path) if name != own and RANK[name] > RANK[own]}

    assert not upward


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_stay_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
