"""The boards of Discourse, out of the answers of its API that list them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from threadsite.document import Document, parse_html
from threadsite.engines.boards import shortened, words
from threadsite.engines.values import Json, number, objects, of, raw, text
from threadsite.installs import forum
from threadsite.model import Board

LISTS = frozenset(("categories.json", "site.json"))


def lists_boards(document: Document) -> bool:
    """Whether *document* is an answer that lists boards."""
    return document.name.rpartition("/")[2] in LISTS and any(_listed(document))


def boards_of(documents: Iterable[Document]) -> dict[int, tuple[str, ...]]:
    """The path of each board that one of *documents* lists, by its id."""
    found: dict[int, Json] = {}
    for document in documents:
        found |= _by_id(document)
    return {id_: _path(id_, found) for id_ in found}


def described(document: Document) -> Iterator[Board]:
    """What *document* says of boards which all may read."""
    found = _by_id(document)
    home = forum(document.url)
    for id_, board in found.items():
        if board.get("read_restricted"):
            continue
        html = raw(board, "description", "description_text")
        description = shortened(words(parse_html(html)[0]))
        url = f"https://{home}/c/{id_}" if home else None
        if description or url:
            yield Board(_path(id_, found), description, home or document.dump, url)


def _by_id(document: Document) -> dict[int, Json]:
    return {number(board, "id"): board for board in _listed(document)}


def _listed(document: Document) -> Iterator[Json]:
    if document.name.rpartition("/")[2] in LISTS:
        answer = of(document.json)
        stated = of(answer, "category_list").get("categories") or answer.get("categories")
        for board in objects(stated):
            yield board
            yield from objects(board.get("subcategory_list"))


def _path(id_: int, boards: Mapping[int, Json]) -> tuple[str, ...]:
    """The names from the outermost board to the one with the id *id_*."""
    path: dict[int, str] = {}
    while id_ in boards and id_ not in path:
        path[id_] = text(boards[id_], "name") or f"#{id_}"
        id_ = number(boards[id_], "parent_category_id")
    return tuple(path.values())[::-1]
