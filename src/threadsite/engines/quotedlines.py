"""What lines of a body say by themselves: that they quote, as mail does, or when it was edited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from threadsite.engines.attribution import said
from threadsite.engines.rules import Element, all_text

Line: TypeAlias = list[str | Element]
"""What stands between two line breaks."""
RULE = re.compile(r"[-_=]{3,}")
"""What some forums set between the name and the quote; lines may have been broken in it."""
TIMED = re.compile(r"\d[^:]*\d:\d\d")
APART = 3
"""Empty lines between the words and a note about them."""
DEEPEST = 10


def lines_of(body: Element) -> list[Line]:
    """What is in *body*, line by line; the elements lose the text behind them."""
    lines: list[Line] = [[body.text or ""]]
    for child in body:
        tail, child.tail = child.tail or "", None
        if child.tag == "br":
            lines.append([tail])
        else:
            lines[-1] += [child, tail]
    return lines


def fill(body: Element, lines: list[Line]) -> None:
    """Let *lines* be all that is in *body*."""
    body.text = None
    del body[:]
    # Not asked for by its place: a body counts all that is in it to know the last.
    last: Element | None = None
    for place, line in enumerate(lines):
        if place:
            last = etree.SubElement(body, "br")
        for part in line:
            if isinstance(part, Element):
                body.append(part)
                last = part
            elif last is not None:
                last.tail = (last.tail or "") + part
            else:
                body.text = (body.text or "") + part


def words(line: Line) -> str:
    """The text of *line*."""
    return "".join(all_text(part) if isinstance(part, Element) else part for part in line).strip()


def fold(body: Element, depth: int = 0) -> None:
    """Make quotes of the lines of *body* that begin with ">": a `<blockquote>`, with the name in
    a `<cite>` where a line above says whose they are."""
    lines = lines_of(body)
    fill(body, list(_folded(lines, depth)) if any(map(_is_quoted, lines)) else lines)


def cut_note(body: Element) -> str:
    """The last line of *body*, taken out of it, when it says a time and stands far below the
    others; else nothing."""
    lines = lines_of(body)
    while lines and not words(lines[-1]):
        lines.pop()
    far = len(lines) > APART and not any(map(words, lines[-APART - 1 : -1]))
    note = words(lines.pop()) if far and TIMED.search(words(lines[-1])) else ""
    fill(body, lines)
    return note


def _folded(lines: list[Line], depth: int) -> Iterator[Line]:
    above: list[Line] = []
    quoted: list[Line] = []
    end: Line = [""]
    for line in [*lines, end]:
        if _is_quoted(line):
            quoted.append(_bare(line))
            continue
        if quoted:
            name = _name(above)
            yield from above
            yield [_quote(quoted, name, depth)]
            above, quoted = [], []
        above.append(line)
    yield from above[:-1]


def _name(above: list[Line]) -> str | None:
    """Who the lines *above* a quote say wrote it; the lines that say so are taken away."""
    heads = list(above)
    while heads and RULE.fullmatch(words(heads[-1])):
        heads.pop()
    name = said(words(heads[-1])) if heads else None
    if name:
        del above[len(heads) - 1 :]
    return name


def _quote(lines: list[Line], name: str | None, depth: int) -> Element:
    quote = etree.Element("blockquote")
    fill(quote, lines)
    if depth < DEEPEST:
        fold(quote, depth + 1)
    if name:
        head = etree.Element("cite")
        head.text, head.tail, quote.text = name, quote.text, None
        quote.insert(0, head)
    return quote


def _is_quoted(line: Line) -> bool:
    return isinstance(line[0], str) and line[0].lstrip().startswith(">")


def _bare(line: Line) -> Line:
    first = line[0]
    assert isinstance(first, str)
    return [first.lstrip()[1:], *line[1:]]
