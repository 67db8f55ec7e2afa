"""Lists of threads: what a board or an index says of threads whose posts it does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from threadsite.engines.counts import count
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, select, text_of, value
from threadsite.model import Thread


def listed(page: Page, board: tuple[str, ...]) -> Iterator[Thread]:
    """The threads that *page*, of the board *board*, lists: without posts, each once."""
    way, seen = way_to(page, board), set()
    for row in select(page.root, page.rules.row):
        thread = _thread(row, page, way)
        if thread and thread.id not in seen:
            seen.add(thread.id)
            yield thread


def way_to(page: Page, board: tuple[str, ...]) -> tuple[str, ...]:
    """The titles of the boards on the way to that of *page*, itself the last, where the page's way
    ends with its own *board* or the one around it."""
    title = value(page.root, page.rules.board_title)
    return board if title is None or title in board else (*board, title)


def _thread(row: Element, page: Page, board: tuple[str, ...]) -> Thread | None:
    """What *row* says of its thread; None when it does not say which it is."""
    rules = page.rules
    link = next(iter(select(row, rules.row_thread)), None)
    if link is None:
        return None
    address = link.get("href") or ""
    id_ = value(row, rules.row_id) or page.thread_in(page.link(address) or address)
    if not id_:
        return None
    moved = bool(select(row, rules.row_moved))
    own, url = value(row, rules.row_board), page.of_thread(page.link(address))
    return Thread(
        id=id_,
        title=text_of(link) or "?",
        forum=page.forum_of(url),
        board=() if moved else board if own is None or own in board else (own,),
        url=url,
        locked=bool(select(row, rules.row_locked)),
        sticky=bool(select(row, rules.row_sticky)),
        moved=moved,
        views=count(value(row, rules.row_views)),
        replies=count(value(row, rules.row_replies)),
    )
