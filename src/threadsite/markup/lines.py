"""The normal form of what stands in one paragraph: words, marks, links, breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

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
    """*nodes* with neighbours of one kind as one."""
    out: list[Inline] = []
    for node in nodes:
        _push(out, node)
    return out


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
            _push(out, _spaced(node))
        elif isinstance(node, NESTS) and len(inside) >= INLINE_DEPTH:
            for found in _inline(_leaves(node), inside, broken=broken):
                _push(out, found)
        elif isinstance(node, NESTS):
            for found in _nested(node, inside, broken):
                _push(out, found)
        else:
            _push_leaf(out, node, broken)
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


def _push_leaf(out: list[Inline], node: Inline, broken: bool) -> None:
    if isinstance(node, Break):
        _push(out, node if broken else Text(" "))
    elif isinstance(node, CodeSpan) and (text := line(node.text)):
        _push(out, CodeSpan(text))
    elif isinstance(node, Image):
        url = safe(node.url)
        _push(out, Image(url, line(node.alt)) if url else Text(line(node.alt)))


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


def _push(out: list[Inline], node: Inline) -> None:
    """Add *node*, as part of the last one where Markdown could not tell the two apart."""
    last = out[-1] if out else None
    if type(last) is not type(node):
        if not (isinstance(node, Text) and not node.text):
            out.append(node)
    elif isinstance(last, Text) and isinstance(node, Text):
        doubled = last.text.endswith(" ") and node.text.startswith(" ")
        out[-1] = Text(last.text + node.text[doubled:])
    elif isinstance(last, CodeSpan) and isinstance(node, CodeSpan):
        out[-1] = CodeSpan(last.text + node.text)
    elif isinstance(last, MARKS) and isinstance(node, MARKS):
        out[-1] = replace(last, children=tuple(joined((*last.children, *node.children))))
    else:
        out.append(node)
