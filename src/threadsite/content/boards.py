"""What forums said of their boards: `boards.toml` in the content folder, one table a board.

    digest = "…"

    [[board]]
    path = ["Workshop", "Kilns"]
    description = "Gas, wood and electric."
    forum = "pots.example"
    url = "https://pots.example/viewforum.php?f=3"
    source = { dump = "crawl", document = "index.html", engine = "phpbb3" }

A path may begin further inside than the board tree does: a page names only the boards around it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict, replace
from itertools import accumulate, chain
from pathlib import Path

import msgspec

from threadsite import content, toml
from threadsite.content.headers import BoardSheet
from threadsite.errors import ContentError
from threadsite.model import Board

FILE = "boards.toml"
LARGEST = 900_000
"""Characters of the file: no forum has so much to say, and reading stops at a million."""


def read(folder: Path) -> tuple[Board, ...]:
    """What `boards.toml` in the content *folder* says; nothing if it is not there."""
    path = folder / FILE
    if not path.is_file():
        return ()
    sheet = toml.read(content.read_text(path), BoardSheet, str(path), ContentError)
    return tuple(Board(**msgspec.structs.asdict(entry)) for entry in sheet.board)


def merged(held: Iterable[Board], told: Iterable[Board], dumps: Collection[str]) -> list[Board]:
    """*told*, all that *dumps* say, with what is *held* of others; each board once, in order."""
    others = (board for board in held if not board.source or board.source.dump not in dumps)
    newest: dict[tuple[str, tuple[str, ...]], Board] = {}
    for board in chain(others, told):
        key = board.forum, board.path
        newest[key] = _filled(board, newest[key]) if key in newest else board
    return [newest[key] for key in sorted(newest)]


def _filled(board: Board, older: Board) -> Board:
    """*board*, and of what it does not say what the *older* one did."""
    return replace(
        board, description=board.description or older.description, url=board.url or older.url
    )


def dump(boards: Iterable[Board]) -> tuple[str, int]:
    """The text of the file that says *boards*, and how many of them are too many for it."""
    tables = list(map(_table, boards))
    sizes = accumulate(map(len, tables))
    fitting = [table for table, size in zip(tables, sizes, strict=True) if size <= LARGEST]
    return content.signed("".join(fitting)), len(tables) - len(fitting)


def _table(board: Board) -> str:
    fields = asdict(board, dict_factory=_stated)
    lines = (f"{name} = {toml.value(held)}\n" for name, held in fields.items())
    return f"\n[[board]]\n{''.join(lines)}"


def _stated(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    return {name: held for name, held in pairs if held not in (None, "")}
