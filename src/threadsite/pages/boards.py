"""The tree of boards, and the pages of each board."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from threadsite import urls
from threadsite.pages.material import Material
from threadsite.pages.page import Page
from threadsite.pages.views import BoardsView, BoardView
from threadsite.rows import BoardRow


def tree(material: Material) -> Iterator[Page]:
    """The page that shows all boards, one inside the other."""
    view = BoardsView(path=urls.BOARDS, boards=material.archive.boards())
    yield material.page(view, material.site.stats.last)


def boards(material: Material) -> Iterator[Page]:
    """Every page of every board, the ones that hold only boards too."""
    for board in material.boards.values():
        yield from _board(material, board)


def _board(material: Material, board: BoardRow) -> Iterator[Page]:
    rows = material.archive.threads(board=board.key)
    for leaf in material.leaves(rows, board.own, partial(urls.board, board.key)):
        view = BoardView(
            path=leaf.path,
            title=board.title,
            crumbs=material.way_to(board.path[:-1]),
            pager=leaf.pager,
            board=board,
            threads=leaf.rows,
        )
        yield material.page(view, board.last)
