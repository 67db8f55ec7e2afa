"""Documents read by workers: a batch of them goes there, and comes back packed."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import msgspec

from threadsite.conversion.parcels import Parcel, encode, parcel
from threadsite.conversion.reading import Dump, Reader, Receipt, fatal, unkept
from threadsite.document import Document
from threadsite.model import Board
from threadsite.workers import DiedError

BATCH = 500_000
"""Bytes of documents that a worker gets at a time."""

Address = tuple[int, int]
"""The number of a document, and its place among all."""


class Delivery(msgspec.Struct, frozen=True, array_like=True):
    """A document that was read."""

    id: int
    place: int
    receipt: Receipt
    parcels: tuple[Parcel, ...]
    standing: bytes | None
    """That of its dump, if it was read knowing the others there."""
    boards: tuple[Board, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents of one dump."""

    dump: bytes
    """From `packed`."""
    documents: tuple[tuple[Address, Document], ...]


decode = msgspec.msgpack.Decoder(tuple[Delivery, ...]).decode


def packed(dump: Dump, standing: bytes) -> bytes:
    """What workers need to know of *dump*; other bytes when it is not as it was."""
    return pickle.dumps((replace(dump, path=dump.path.resolve()), standing))


def batches(dump: bytes, documents: Iterable[tuple[Address, Document]]) -> Iterator[Batch]:
    """*documents* of the packed *dump* in batches."""
    batch: list[tuple[Address, Document]] = []
    size = 0
    for address, document in documents:
        batch.append((address, document))
        size += len(document.data)
        if size >= BATCH:
            yield Batch(dump, tuple(batch))
            batch, size = [], 0
    if batch:
        yield Batch(dump, tuple(batch))


def read_batch(batch: Batch) -> bytes:
    """What the documents of *batch* came to, encoded."""
    reader, standing = _reader(batch.dump)
    return encode([_read(reader, standing, *one) for one in batch.documents])


def read_apart(read: Callable[[Batch], bytes], batch: Batch) -> bytes:
    """What the documents of *batch* came to, one of which ends the process that reads it: each is
    *read* in one of its own."""
    return encode([_survived(read, batch.dump, *one) for one in batch.documents])


def _survived(
    read: Callable[[Batch], bytes], dump: bytes, address: Address, document: Document
) -> Delivery:
    try:
        return decode(read(Batch(dump, ((address, document),))))[0]
    except DiedError:
        return Delivery(*address, fatal(document).receipt, (), None)


def forget() -> None:
    """Let go of what is known of dumps."""
    _reader.cache_clear()


@lru_cache(maxsize=4)
def _reader(packed: bytes) -> tuple[Reader, bytes]:
    # An engine that surveys a dump should do so once in each process.
    dump, standing = pickle.loads(packed)  # noqa: S301  # what the process that gives work packed
    return Reader(dump), standing


def _read(reader: Reader, standing: bytes, address: Address, document: Document) -> Delivery:
    reading = reader.read(document)
    try:
        parcels = tuple(parcel(thread, reading.url) for thread in reading.threads)
        encode(reading.boards)
    except (ValueError, OverflowError) as problem:
        # An engine of a third party may hand on what no file holds: half a character, the year 0.
        reading, parcels = unkept(document, problem), ()
    known = standing if reader.knowing else None
    return Delivery(*address, reading.receipt, parcels, known, reading.boards)
