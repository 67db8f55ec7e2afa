"""The boards of Discourse, out of the answers of its API that list them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from threadsite.document import Document
from threadsite.engines.values import Json, number, objects, of, text

LISTS = frozenset(("categories.json", "site.json"))


def boards_of(documents: Iterable[Document]) -> dict[int, tuple[str, ...]]:
    """The path of each board that one of *documents* lists, by its id."""
    found: dict[int, Json] = {}
    for document in documents:
        if document.name.rpartition("/")[2] in LISTS:
            answer = of(document.json)
            stated = of(answer, "category_list").get("categories") or answer.get("categories")
            found |= {number(board, "id"): board for board in _all(stated)}
    return {id_: _path(id_, found) for id_ in found}


def _all(boards: object) -> Iterator[Json]:
    """*boards* and those that stand in them."""
    for board in objects(boards):
        yield board
        yield from objects(board.get("subcategory_list"))


def _path(id_: int, boards: Mapping[int, Json]) -> tuple[str, ...]:
    """The names from the outermost board to the one with the id *id_*."""
    path: dict[int, str] = {}
    while id_ in boards and id_ not in path:
        path[id_] = text(boards[id_], "name") or f"#{id_}"
        id_ = number(boards[id_], "parent_category_id")
    return tuple(path.values())[::-1]
