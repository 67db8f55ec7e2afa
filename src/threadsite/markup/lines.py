"""The normal form of what stands in one paragraph: words, marks, links, breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from threadsite.decoding import clean
from threadsite.markup.links import linked, safe
from threadsite.markup.nodes import (
    INLINE_DEPTH,
    MARKS,
    Break,
    CodeSpan,
    Emphasis,
    Image,
    Inline,
    Link,
    Mark,
    Strong,
    Text,
)

SPACES = re.compile("[ \t\n\r\f\v\xa0]+")
NOTHING: tuple[type[Inline], ...] = ()
NESTS = (*MARKS, Link)


def paragraphs(children: Iterable[Inline]) -> Iterator[tuple[Inline, ...]]:
    """*children* as the paragraphs that they are: two breaks in a row end one."""
    lines: list[list[Inline]] = []
    for found in _lines(_inline(children)):
        if found:
            lines.append(found)
        elif lines:
            yield tuple(_of_lines(lines))
            lines = []
    if lines:
        yield tuple(_of_lines(lines))


def one_line(children: Iterable[Inline]) -> tuple[Inline, ...]:
    """*children* on one line, with spaces for breaks."""
    return tuple(_trimmed(_inline(children, broken=False)))


def line(text: str) -> str:
    """*text* as one line: each run of white-space is one space, none at the ends."""
    return SPACES.sub(" ", clean(text)).strip()


def joined(nodes: Iterable[Inline]) -> list[Inline]:
    """*nodes* with neighbours as one where Markdown could not tell them apart."""
    some = (node for node in nodes if not isinstance(node, Text) or node.text)
    return [one for kind, run in groupby(some, key=type) for one in JOINED.get(kind, iter)(run)]


def _one_text(texts: Iterable[Text]) -> tuple[Text]:
    parts: list[str] = []
    for node in texts:
        doubled = bool(parts) and parts[-1].endswith(" ") and node.text.startswith(" ")
        if text := node.text[doubled:]:
            parts.append(text)
    return (Text("".join(parts)),)


def _one_span(spans: Iterable[CodeSpan]) -> tuple[CodeSpan]:
    return (CodeSpan("".join(span.text for span in spans)),)


def _one_mark(marks: Iterable[Mark]) -> tuple[Mark]:
    first, *others = marks
    if not others:
        return (first,)
    children = joined(child for mark in (first, *others) for child in mark.children)
    return (replace(first, children=tuple(children)),)


JOINED: Mapping[type[Inline], Callable[[Iterator[Any]], Iterable[Inline]]] = {
    Text: _one_text,
    CodeSpan: _one_span,
    **dict.fromkeys(MARKS, _one_mark),
}


def _of_lines(lines: Sequence[list[Inline]]) -> list[Inline]:
    return [node for line_ in lines for node in (*line_, Break())][:-1]


def _lines(nodes: Iterable[Inline]) -> Iterator[list[Inline]]:
    """*nodes* between their breaks, without white-space at the ends."""
    held: list[Inline] = []
    for node in nodes:
        if isinstance(node, Break):
            yield _trimmed(held)
            held = []
        else:
            held.append(node)
    yield _trimmed(held)


def _trimmed(nodes: list[Inline]) -> list[Inline]:
    if nodes and isinstance(first := nodes[0], Text) and first.text[:1].isspace():
        nodes[:1] = [Text(text)] if (text := first.text.lstrip()) else []
    if nodes and isinstance(last := nodes[-1], Text) and last.text[-1:].isspace():
        nodes[-1:] = [Text(text)] if (text := last.text.rstrip()) else []
    return nodes


def _inline(
    nodes: Iterable[Inline],
    inside: tuple[type[Inline], ...] = NOTHING,
    *,
    broken: bool = True,
) -> list[Inline]:
    """*nodes* joined and without what is empty; *inside* are the kinds they stand in."""
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text):
            out.append(_spaced(node))
        elif not isinstance(node, NESTS):
            out += _leaf(node, broken)
        elif len(inside) >= INLINE_DEPTH:
            out += _inline(_leaves(node), inside, broken=broken)
        else:
            out += _nested(node, inside, broken)
    out = joined(out)
    return out if Link in inside else _linked(out)


def _leaves(node: Inline) -> Iterator[Inline]:
    """What is in *node* without marks and links, however deep it is."""
    todo = [node]
    while todo:
        found = todo.pop()
        if isinstance(found, NESTS):
            todo += found.children[::-1]
        else:
            yield found


def _spaced(text: Text) -> Text:
    # What must be cleaned away cannot be printed; most texts hold none of it.
    if text.text.isprintable() and "  " not in text.text:
        return text
    return Text(SPACES.sub(" ", clean(text.text)))


def _is_address(text: str) -> bool:
    """Whether *text* may hold an address."""
    return "://" in text or "www." in text.lower()


def _linked(nodes: list[Inline]) -> list[Inline]:
    """*nodes* with the bare addresses in their words as links."""
    if not any(isinstance(node, Text) and _is_address(node.text) for node in nodes):
        return nodes
    return [
        found
        for node in nodes
        for found in (linked(node.text) if isinstance(node, Text) else (node,))
    ]


def _leaf(node: Inline, broken: bool) -> Sequence[Inline]:
    match node:
        case Break():
            return (node if broken else Text(" "),)
        case CodeSpan(words):
            return (CodeSpan(text),) if (text := line(words)) else ()
        case Image(address, words):
            url = safe(address)
            return (Image(url, line(words)) if url else Text(line(words)),)
    return (node,)


def _nested(node: Mark | Link, inside: tuple[type[Inline], ...], broken: bool) -> Sequence[Inline]:
    """*node*, in the right order with its like, between the white-space from its ends."""
    kind = type(node)
    url = safe(node.url) if isinstance(node, Link) else None
    lost = isinstance(node, Link) and not url
    # A lost link counts as a level, and links may stand in it.
    within = (*inside, Text if lost else kind)
    children = _inline(node.children, within, broken=broken)
    if kind in inside or lost:
        return children
    before, children, after = cored(children)
    if not children:
        return [*before, *after]
    if any(isinstance(child, Break) for child in children):
        children = _of_lines([found for found in _lines(children) if found])
    if isinstance(node, Link):
        return [*before, Link(url or "", tuple(children)), *after]
    if kind is Strong and len(children) == 1 and isinstance(only := children[0], Emphasis):
        return [*before, Emphasis((Strong(only.children),)), *after]
    return [*before, type(node)(tuple(children)), *after]


def cored(
    nodes: list[Inline], *, pointed: bool = False
) -> tuple[list[Inline], list[Inline], list[Inline]]:
    """What must stay before *nodes*, the nodes, what must stay behind them: the breaks and the
    white-space at their ends, and *pointed* all that is no letter."""
    before: list[Inline] = []
    after: list[Inline] = []
    while nodes and (cut := _edge(nodes, 0, pointed)):
        before.append(cut)
    while nodes and (cut := _edge(nodes, -1, pointed)):
        after.insert(0, cut)
    return before, nodes, after


def _edge(nodes: list[Inline], end: int, pointed: bool) -> Inline | None:
    """What must not stay at one *end* of *nodes*, taken from there; None when nothing must go."""
    node = nodes[end]
    if isinstance(node, Break):
        return nodes.pop(end)
    if not isinstance(node, Text):
        return None
    text = node.text
    outer = "".join({mark for mark in text if not mark.isalnum()}) if pointed else None
    core = text.lstrip(outer) if end == 0 else text.rstrip(outer)
    cut = text[: len(text) - len(core)] if end == 0 else text[len(core) :]
    if not core:
        nodes.pop(end)
    else:
        nodes[end] = Text(core)
    return Text(cut) if cut else None
