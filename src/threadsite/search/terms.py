"""The terms of a group of posts, with their postings: what a process has learned of words serves
for the next group too.
"""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

import msgspec

from threadsite.search.cells import CELLS
from threadsite.search.words import Stems


class Run(NamedTuple):
    """What a group of posts has in a cell."""

    cell: int
    postings: int
    data: bytes


class Packed(msgspec.Struct, array_like=True, frozen=True):
    """Terms of a cell in a group of posts."""

    terms: str
    """With a space between."""
    sizes: bytes
    """How many bytes the postings of each take."""
    codes: bytes
    """The postings, those of one term after those of the other."""
    forms: str
    """Words that are not their own stems, each with a comma and its stem; a space between."""


unpack = msgspec.msgpack.Decoder(Packed).decode
_pack = msgspec.msgpack.Encoder().encode


class Postings(list[int]):
    """The postings of one term, told from others by which list it is and not by what it holds."""

    __slots__ = ("term",)
    __hash__ = object.__hash__  # type: ignore[assignment]  # lists have none
    __eq__ = object.__eq__

    def __init__(self, term: str) -> None:
        self.term = term


class Form(NamedTuple):
    """A piece that is not its own stem."""

    piece: str
    cell: int
    written: str
    """The word, a comma and its stem."""
    postings: Postings


class Terms(dict[str, Postings]):
    """The postings of the stem of each piece that it is asked for, for one group of posts after the
    other."""

    def __init__(self, language: str) -> None:
        self._stems = Stems(language)
        self._lists: dict[str, Postings] = {}
        """By term."""
        self._cells: defaultdict[int, list[Postings]] = defaultdict(list)
        self._nothing = Postings("")
        """Where the postings of pieces go that hold no word."""
        self._others: defaultdict[str, list[int]] = defaultdict(list)
        self._forms: dict[str, Form] = {}
        self._met: list[Form] = []
        """Those that the group of posts holds: only these can be asked for without being missed."""

    def __missing__(self, piece: str) -> Postings:
        form = self._forms.get(piece) or self._learned(piece)
        if isinstance(form, Form):
            self._met.append(form)
            form = form.postings
        self[piece] = form
        return form

    @property
    def size(self) -> int:
        """How many pieces are known."""
        return len(self) + len(self._forms) - len(self._met)

    def add(self, terms: Iterable[str], posting: int) -> None:
        """Take in a *posting* of *terms* that are no words."""
        for term in terms:
            self._others[term].append(posting)

    def runs(self) -> Iterator[Run]:
        """What was taken in, cell by cell; then none of it is left."""
        forms: defaultdict[int, set[str]] = defaultdict(set)
        for form in self._met:
            forms[form.cell].add(form.written)
            del self[form.piece]
        self._met.clear()
        for cell, words in self._cells.items():
            words.sort(key=_term)
            if (held := [*filter(None, words)]) or forms[cell]:
                yield _run(cell, " ".join(map(_term, held)), held, forms[cell])
                deque(map(list.clear, held), maxlen=0)
        self._nothing.clear()
        yield from self._other_runs()

    def _other_runs(self) -> Iterator[Run]:
        cells: defaultdict[int, list[str]] = defaultdict(list)
        for term in sorted(self._others):
            cells[CELLS[term[:2]]].append(term)
        for cell, terms in cells.items():
            yield _run(cell, " ".join(terms), [self._others[term] for term in terms], ())
        self._others.clear()

    def _learned(self, piece: str) -> Postings | Form:
        word, stem = self._stems.of(piece)
        if not stem:
            return self._nothing
        postings = self._lists.get(stem)
        if postings is None:
            postings = self._lists[stem] = Postings(stem)
            self._cells[CELLS[stem[:2]]].append(postings)
        if stem == word:
            return postings
        cell = CELLS[word[:2]]
        self._cells.setdefault(cell, [])  # Its words may have no postings there.
        form = self._forms[piece] = Form(piece, cell, f"{word},{stem}", postings)
        return form


def _run(cell: int, terms: str, held: Sequence[list[int]], forms: Iterable[str]) -> Run:
    codes = array("I", chain.from_iterable(held))
    sizes = array("I", map(codes.itemsize.__mul__, map(len, held)))
    data = Packed(terms, sizes.tobytes(), codes.tobytes(), " ".join(sorted(forms)))
    return Run(cell, len(codes), _pack(data))


_term = attrgetter("term")
