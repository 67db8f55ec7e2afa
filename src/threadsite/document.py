"""A Document: one raw thing found in a dump, with its text and its tree read at most once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from lxml import etree

from threadsite.decoding import Decoded, clean, decode, encoded
from threadsite.mirrors import restore

MARKUP_HEAD = 4096
"""How many characters decide whether a text is markup."""

# Controls written as markup or JSON may write them: decoding takes out only those that stand there.
REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127)(?!\d)|x0*(?:[0-8bcef]|1[\da-f]|7f)(?![\da-f]));?",
    re.IGNORECASE,
)
ODD = re.compile(r"\\u(?:00[01789]|d[89a-f]|f[df])|\d{19}", re.IGNORECASE)
LARGEST = 2**63 - 1
"""What SQLite stores; no export counts or numbers beyond it."""


@dataclass(frozen=True)
class Document:
    """One page, export or text, as bytes and where they were."""

    dump: str
    name: str
    """Path inside the dump, with forward slashes."""
    data: bytes
    media_type: str | None = None
    """As the container states it, without parameters; None when it does not."""
    url: str | None = None
    captured: datetime | None = None
    charset: str | None = None
    """As the container states it (an HTTP header), not the document itself."""
    whole: str | None = None
    """The name of the long export that this is a part of."""

    @cached_property
    def decoded(self) -> Decoded:
        """The text, the charset it was read with, and what could not be read."""
        return decode(self.data, stated=self.charset)

    @cached_property
    def text(self) -> str:
        """The whole as text: newlines are `\\n`, no control characters, no lone surrogates."""
        return self.decoded.text

    @cached_property
    def kind(self) -> str:
        """`html`, `json`, `xml` or `text`, by what the bytes look like."""
        return sniff(self.text)

    @cached_property
    def _tree(self) -> tuple[etree._Element, tuple[str, ...]]:
        root, losses = parse_html(self.text)
        restore(root, self.text)
        return root, losses

    def handed_over(self) -> etree._Element:
        """The parsed HTML for one who takes it apart: who asks next gets another tree."""
        root, losses = self._tree
        self.__dict__["losses"] = losses
        del self.__dict__["_tree"]
        return root

    @cached_property
    def _values(self) -> tuple[object, tuple[str, ...]]:
        return parse_json(self.text) if self.kind == "json" else (None, ())

    @property
    def json(self) -> object:
        """The value of a JSON text, the list of values of JSON Lines; None if it is neither."""
        return self._values[0]

    @property
    def root(self) -> etree._Element:
        """The parsed HTML, for looking only."""
        return self._tree[0]

    @cached_property
    def losses(self) -> tuple[str, ...]:
        """What the parser could not keep; each is a problem to report."""
        return self._values[1] if self.kind == "json" else self._tree[1]


def sniff(text: str) -> str:
    """`html`, `json`, `xml` or `text`."""
    head = text[:MARKUP_HEAD].lstrip("\ufeff \t\n").lower()
    if head.startswith(("{", "[")) and text.rstrip().endswith(("}", "]")):
        return "json"
    if head.startswith("{") and text.partition("\n")[0].rstrip().endswith("}"):
        # JSON Lines, cut off.
        return "json"
    if head.startswith("<?xml") and "<html" not in head and "<!doctype html" not in head:
        return "xml"
    if any(mark in head for mark in ("<!doctype html", "<html", "<head", "<body", "<meta ")):
        return "html"
    return "html" if head.startswith("<") and "</" in text else "text"


def parse_html(text: str) -> tuple[etree._Element, tuple[str, ...]]:
    """The tree of *text* and what the parser lost of it."""
    # Without huge_tree lxml drops all below depth 255, without a word.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_pis=True, remove_comments=True
    )
    # A string would be recoded by what a <meta> in it says.
    data = REFERENCE.sub(b"", encoded(text))
    root = etree.fromstring(data or b"<html/>", parser)
    if root is None:
        root = etree.Element("html")
    losses = tuple(
        f"line {entry.line}: {entry.message}"
        for entry in parser.error_log
        if entry.level == etree.ErrorLevels.FATAL
    )
    return root, losses


def parse_json(text: str) -> tuple[object, tuple[str, ...]]:
    """What *text*, JSON or JSON Lines, says, and which lines of it could not be read."""
    try:
        return _loaded(text), ()
    except (ValueError, RecursionError):
        read = list(_lines(text))
    values = [value for _, value in read if value is not None]
    lost = tuple(f"line {number}: not JSON" for number, value in read if value is None)
    return (values, lost) if values and len(values) >= len(lost) else (None, ())


def _lines(text: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, _loaded(line)
        except (ValueError, RecursionError):
            yield number, None


def _loaded(text: str) -> object:
    value = json.loads(text)
    return _cleaned(value) if ODD.search(text) else value


def _cleaned(value: object) -> object:
    """*value* without what no export means: controls, lone surrogates, numbers past all counts."""
    match value:
        case int() if abs(value) > LARGEST:
            return None
        case str():
            return clean(value)
        case list():
            return [_cleaned(item) for item in value]
        case dict():
            return {clean(key): _cleaned(item) for key, item in value.items()}
    return value
