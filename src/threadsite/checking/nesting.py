"""Elements that are not closed, or not in the order in which they were opened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Protocol

from threadsite.checking.facts import Facts

# fmt: off
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
))
"""Elements that are never closed."""
FREE = frozenset((
    "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p",
    "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr",
))
"""Elements that need not be."""
SHAPES = frozenset((
    "circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "stop", "use",
))
"""Elements of pictures, which mostly close themselves: `<rect/>`."""
# fmt: on
COMMON = VOID | FREE | SHAPES
FAULTS = frozenset({"ERR_TAG_NAME_MISMATCH", "HTML_STRUCURE_ERROR"})
"""What a parser calls faults of nesting; others of its faults depend on its version."""
TAG = re.compile(rb"<(/?[a-z][a-z0-9]*)")


class Fault(Protocol):
    """What a parser says is wrong."""

    line: int
    message: str
    type_name: str


def check_nesting(data: bytes, faults: Iterable[Fault], facts: Facts) -> None:
    """Note in *facts* what is open to the end of the page *data*, or closed and was not open;
    *faults* are those that a parser came upon."""
    faults = [fault for fault in faults if fault.type_name in FAULTS]
    if not faults and _is_even(data):
        return
    stack = _Stack(facts)
    stack.feed(data.decode("utf-8", "replace"))
    stack.end()
    if stack.faults:
        return
    for fault in faults:
        facts.found("unclosed", fault.line, fault.message)


def _is_even(data: bytes) -> bool:
    """Whether as many elements are closed as are opened: quick, and seldom wrong."""
    tags = Counter(TAG.findall(data))
    needed = (tag for tag in tags if tag.decode().removeprefix("/") not in COMMON)
    return all(tags[tag] == tags[b"/" + tag] for tag in needed if not tag.startswith(b"/"))


class _Stack(HTMLParser):
    """The elements that are open."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self.faults = 0
        self._facts = facts
        self._open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  (the parser's)
        if tag not in VOID | FREE:
            self._open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Nothing is open afterwards."""

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID | FREE:
            return
        places = [place for place, (name, _) in enumerate(self._open) if name == tag]
        if not places:
            self._fault(self.getpos()[0], f"</{tag}> closes nothing")
            return
        for name, line in self._open[places[-1] + 1 :]:
            self._fault(line, f"<{name}> is not closed")
        del self._open[places[-1] :]

    def end(self) -> None:
        """All that is open now stays so."""
        self.close()
        for name, line in self._open:
            self._fault(line, f"<{name}> is not closed")

    def _fault(self, line: int, what: str) -> None:
        self.faults += 1
        self._facts.found("unclosed", line, what)
