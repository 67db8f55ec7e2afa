"""Every page beside this file gives exactly the Markdown beside it; `pytest --update` rewrites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from threadsite import content
from threadsite.content import boards
from threadsite.document import Document
from threadsite.engines import identify
from threadsite.engines.engine import Describer, Engine

HERE = Path(__file__).parent
KINDS = ("html", "json", "jsonl", "mbox", "txt", "xml")
PAGES = sorted(p for kind in KINDS for p in HERE.glob(f"*/*.{kind}") if p.parent.name != "text")
"""Flattened texts have tests of their own."""


def of_file(path: Path) -> Document:
    return Document("demo", path.relative_to(HERE).as_posix(), path.read_bytes())


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(HERE).as_posix())
def test_a_page_gives_its_threads(page: Path, golden: Callable[[str, Path], None]) -> None:
    document = of_file(page)

    engine = identify(document)

    assert engine is not None
    assert engine.name.replace("-", "_") == page.parent.name
    parts = list(engine.extract(document))
    problems = [str(problem) for part in parts for problem in part.problems]
    files = [content.dump(part.thread) for part in parts]
    faults = (f"<!-- {problem} -->\n" for problem in problems)
    golden("\n".join([*files, *faults, *_about(engine, document)]), _beside(page))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(HERE).as_posix())
def test_reading_a_page_leaves_it_as_it_was(page: Path) -> None:
    document = of_file(page)
    engine = identify(document)
    assert engine is not None

    assert list(engine.extract(document)) == list(engine.extract(document))


def _about(engine: Engine, document: Document) -> list[str]:
    """What *document*, if it holds no posts, says of boards, as it is written."""
    found = tuple(engine.boards(document)) if isinstance(engine, Describer) else ()
    if not found or any(part.thread.posts for part in engine.extract(document)):
        return []
    return [boards.dump(found)[0]]


def _beside(page: Path) -> Path:
    return page.with_suffix(".md")
