"""What an index of boards, or the page of one, says of boards: what they are about, and where."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from threadsite.engines.page import Page
from threadsite.engines.rules import Element, select, text_of, value
from threadsite.model import Board
from threadsite.references import reference

LONGEST = 1000
"""Characters of a description or a title; what is longer is something else."""
BREAKS = frozenset(("br", "p", "div", "li", "td", "tr"))

Row = tuple[Element, tuple[str, ...]]
Told = tuple[tuple[str, ...], str, str | None]
"""The titles of a board and those around it, what it is about, and its address."""


def described(page: Page, way: tuple[str, ...]) -> Iterator[Board]:
    """What *page*, that of the board *way* or of an index, says of boards: each once."""
    seen = set()
    for path, description, address in _described(page, way):
        if path in seen or not all(0 < len(title) < LONGEST for title in path):
            continue
        board = Board(path, shortened(description), page.forum, of_board(address))
        if board.description or board.url:
            seen.add(path)
            yield board


def _described(page: Page, way: tuple[str, ...]) -> Iterator[Told]:
    rules = page.rules
    if way:
        yield way, " ".join(map(words, select(page.root, rules.board_about)[:1])), page.url
    for row, around in _rows(page):
        for link in select(row, rules.board_link)[:1]:
            found = select(row, rules.board_description)[:1]
            said = (words(one, link, select(one, rules.board_end)) for one in found)
            yield (*way, *around, text_of(link)), " ".join(said), page.link(link.get("href"))


def of_board(address: str | None) -> str | None:
    """*address*, if it is one by which boards are known."""
    meant = reference(address) if address else None
    return address if meant and meant.board and not meant.thread else None


def _rows(page: Page) -> Iterator[Row]:
    """The boards that *page* lists, each with the title over it."""
    rules, seen = page.rules, set()
    for group in select(page.root, rules.board_group):
        title = value(group, rules.board_group_title)
        for row in select(group, rules.board_row):
            if row not in seen:
                seen.add(row)
                yield row, (title,) if title else ()
    yield from ((row, ()) for row in select(page.root, rules.board_row) if row not in seen)


def words(element: Element, link: Element | None = None, ends: Collection[Element] = ()) -> str:
    """The text of *element*, behind *link* if that is in it, as far as the first of *ends*."""
    texts: list[str] = []
    for event, found in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if found in ends and found is not element:
                break
            texts += (" " if found.tag in BREAKS else "", found.text or "")
        else:
            if found is link:
                texts.clear()
            texts.append((found.tail or "") if found is not element else "")
    return " ".join("".join(texts).split())


def shortened(text: str) -> str:
    """*text*, if it is not longer than a description is."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"
