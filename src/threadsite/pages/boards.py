"""The tree of boards, and the pages of each board in several orders."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import get_args

from threadsite import urls
from threadsite.feeds import NEWEST
from threadsite.pages import linked
from threadsite.pages.feeding import feeds, stem
from threadsite.pages.material import Material, Span
from threadsite.pages.page import Page, Piece
from threadsite.pages.parts import BoardOrder, OrderLink
from threadsite.pages.pictured import picture, pictures
from threadsite.pages.posts import span
from threadsite.pages.views import BoardsView, BoardView
from threadsite.rows import BoardRow

FEWEST_SORTED = 5
"""Fewer threads are soon looked through in one order."""


def tree(material: Material) -> Iterator[Page]:
    """The page that shows all boards, one inside the other."""
    view = BoardsView(path=urls.BOARDS, boards=material.archive.boards())
    yield material.page(view, material.site.stats.last)


def board(material: Material, key: str) -> Iterator[Piece]:
    """Every page of the board *key*, which may hold only boards, its feeds and its card."""
    found = material.archive.board(key)
    return _pieces(material, found) if found else iter(())


def _pieces(material: Material, board: BoardRow) -> Iterator[Piece]:
    orders = tuple(_orders(material, board))
    for link in orders or (OrderLink("last", urls.board(board.key)),):
        yield from _pages(material, board, link.order, orders)
    first = urls.board(board.key)
    yield from pictures(material.cards, first, (material.site.title, *board.path), board)
    if _fed(material, board):
        posts = material.archive.newest(NEWEST, board=board.key)
        yield from feeds(material.site, first, board.title, posts)


def _fed(material: Material, board: BoardRow) -> bool:
    return material.feeds.boards and board.own > 0


def _orders(material: Material, board: BoardRow) -> Iterator[OrderLink]:
    if board.own < FEWEST_SORTED:
        return
    viewed = material.archive.sums.viewed(board.key)
    for order in get_args(BoardOrder):
        if order != "views" or viewed:
            yield OrderLink(order, urls.board(board.key, order="" if order == "last" else order))


def _pages(
    material: Material, board: BoardRow, order: BoardOrder, orders: tuple[OrderLink, ...]
) -> Iterator[Page]:
    rows = material.archive.threads(board=board.key, order=order)
    way = material.way_to(board.path)
    first = urls.board(board.key)
    address = partial(urls.board, board.key, order="" if order == "last" else order)
    for leaf in material.leaves(rows, board.own, address, _spans(material, board, order)):
        view = BoardView(
            path=leaf.path,
            title=board.title,
            description=board.description,
            crumbs=way[:-1],
            pager=leaf.pager,
            board=board,
            threads=leaf.rows,
            order=order,
            orders=orders,
            data=linked.board(material.site, way),
            feed=stem(first) if _fed(material, board) else "",
            card=picture(first) if material.cards else "",
        )
        yield material.page(view, board.last)


def _spans(material: Material, board: BoardRow, order: BoardOrder) -> tuple[Span, ...]:
    """The dates on each page of *board*, where its *order* is one of dates."""
    if order not in ("last", "first"):
        return ()
    dates, size = material.archive.sums.dates(board.key, order), material.rows_per_page
    return tuple(span(dates[start : start + size]) for start in range(0, max(len(dates), 1), size))
