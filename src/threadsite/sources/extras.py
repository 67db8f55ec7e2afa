"""Libraries that only some dumps need: the extra `archives` brings them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Protocol

from threadsite.sources.feed import Readable, UnreadableError

PIECE = 1024
"""Bytes given to Zstandard at once: it hands out all that they become, 128 KB for 4 at worst."""

WIDEST = 1 << 31
"""The widest window that a frame may ask for; large dumps are packed with it."""


class Frame(Protocol):
    """One compressed frame being undone."""

    @property
    def eof(self) -> bool:
        """Whether it has ended."""

    @property
    def unused_data(self) -> bytes:
        """What was given to it from behind its end."""

    def decompress(self, data: bytes, /) -> bytes:
        """What *data* becomes."""


class Stream(Protocol):
    """A brotli stream being undone."""

    def is_finished(self) -> bool:
        """Whether it has ended."""

    def can_accept_more_data(self) -> bool:
        """Whether all that was given to it has come out."""

    def process(self, data: bytes, /, output_buffer_limit: int) -> bytes:
        """What comes out next, once *data* is given to it."""


@contextmanager
def needed(what: str) -> Iterator[None]:
    """Say which extra opens *what* if its library is missing."""
    try:
        yield
    except ImportError as error:
        fact = f"{what}, which opens after: pip install 'threadsite[archives]'"
        raise UnreadableError(fact) from error


def zstandard(file: Readable, dictionary: bytes = b"") -> Readable:
    """The content of the Zstandard frames of *file*, packed with the help of *dictionary*."""
    with needed("Zstandard file"):
        import zstandard as library
    words = library.ZstdCompressionDict(dictionary) if dictionary else None
    wide = library.ZstdDecompressor(dict_data=words, max_window_size=WIDEST)
    return Frames(file, lambda: wide.decompressobj(), library.ZstdError)  # noqa: PLW0108


def brotli(file: Readable) -> Readable:
    """The content of the brotli stream of *file*."""
    with needed("page packed with brotli"):
        import brotli as library
    return _Brotli(file, library.Decompressor(), library.error)


class Frames:
    """Compressed frames, one behind the other. A stream that ends within one raises; the library's
    own reader ends in silence."""

    def __init__(self, file: Readable, begin: Callable[[], Frame], error: type[Exception]) -> None:
        self._file = file
        self._begin = begin
        self._error = error
        self._frame: Frame | None = None
        self._packed = b""
        self._waiting = BytesIO()

    def read(self, size: int, /) -> bytes:
        """At most *size* bytes; none at the end."""
        while not (data := self._waiting.read(size)) and self._more():
            pass
        return data

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _more(self) -> bool:
        """Unpack a piece; whether there was one."""
        self._packed = self._packed or self._file.read(8 * PIECE)
        if not self._packed:
            if self._frame:
                raise EOFError
            return False
        self._frame = self._frame or self._begin()
        piece, self._packed = self._packed[:PIECE], self._packed[PIECE:]
        with _damage(self._error):
            self._waiting = BytesIO(self._frame.decompress(piece))
        if self._frame.eof:
            self._packed = self._frame.unused_data + self._packed
            self._frame = None
        return True


class _Brotli:
    def __init__(self, file: Readable, stream: Stream, error: type[Exception]) -> None:
        self._file = file
        self._stream = stream
        self._error = error

    def read(self, size: int, /) -> bytes:
        while not self._stream.is_finished():
            fresh = self._file.read(PIECE) if self._stream.can_accept_more_data() else b""
            with _damage(self._error):
                data = self._stream.process(fresh, output_buffer_limit=size)
            if data:
                return data
            if not fresh and self._stream.can_accept_more_data():
                raise EOFError
        return b""

    def close(self) -> None:
        self._file.close()


@contextmanager
def _damage(error: type[Exception]) -> Iterator[None]:
    try:
        yield
    except error as fault:
        raise UnreadableError("damaged") from fault
