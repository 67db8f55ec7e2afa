"""The tree of boards, and the pages of each board."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from threadsite import urls
from threadsite.feeds import NEWEST
from threadsite.pages import linked
from threadsite.pages.feeding import feeds, stem
from threadsite.pages.material import Material
from threadsite.pages.page import Page, Piece
from threadsite.pages.pictured import picture, pictures
from threadsite.pages.views import BoardsView, BoardView
from threadsite.rows import BoardRow


def tree(material: Material) -> Iterator[Page]:
    """The page that shows all boards, one inside the other."""
    view = BoardsView(path=urls.BOARDS, boards=material.archive.boards())
    yield material.page(view, material.site.stats.last)


def board(material: Material, key: str) -> Iterator[Piece]:
    """Every page of the board *key*, which may hold only boards, its feeds and its card."""
    found = material.archive.board(key)
    return _pages(material, found) if found else iter(())


def _pages(material: Material, board: BoardRow) -> Iterator[Piece]:
    rows = material.archive.threads(board=board.key)
    way = material.way_to(board.path)
    first, fed = urls.board(board.key), material.feeds.boards and board.own > 0
    for leaf in material.leaves(rows, board.own, partial(urls.board, board.key)):
        view = BoardView(
            path=leaf.path,
            title=board.title,
            crumbs=way[:-1],
            pager=leaf.pager,
            board=board,
            threads=leaf.rows,
            data=linked.board(material.site, way),
            feed=stem(first) if fed else "",
            card=picture(first) if material.cards else "",
        )
        yield material.page(view, board.last)
    yield from pictures(material.cards, first, (material.site.title, *board.path), board)
    if fed:
        posts = material.archive.newest(NEWEST, board=board.key)
        yield from feeds(material.site, first, board.title, posts)
