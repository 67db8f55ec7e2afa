"""Nodes to Markdown that reads back as the same nodes.

Words are escaped as little as possible. A paragraph with marks in it is read back; where that gives
anything else, all its punctuation is escaped, then the marks that Markdown cannot place go, never
a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from threadsite.markup import escape, heads
from threadsite.markup.escape import Place
from threadsite.markup.marks import are_placeable, loosened, unmarked
from threadsite.markup.nodes import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Heading,
    Image,
    Inline,
    Link,
    List,
    Paragraph,
    QuoteBlock,
    Rule,
    Spoiler,
    Strike,
    Strong,
    Table,
    Text,
)
from threadsite.markup.normal import normal
from threadsite.markup.reader import read

place = cache(Place)
AUTOLINK = re.compile(r"https?://[^\s<>]+")
TICKS = re.compile("`+")
CLOSING_HASHES = re.compile(r"(?<![\\#])(#+)\Z")
BARE_MARK = re.compile(r"^> $", re.MULTILINE)


def write(blocks: Iterable[Block]) -> str:
    """*blocks* as Markdown: `read(write(blocks)) == normal(blocks)`, but for marks that Markdown
    cannot place."""
    return _blocks(normal(blocks))


@dataclass(frozen=True, slots=True)
class Hand:
    """A way to write the inside of a paragraph."""

    fully: bool = False
    """All punctuation gets a backslash."""
    emphasis: str = "*"
    in_link: bool = False

    def in_links(self) -> Hand:
        """This hand where it writes the words of a link."""
        return Hand(self.fully, self.emphasis, in_link=True)

    def words(self, text: str, *, begins: bool = False, before_link: bool = False) -> str:
        """*text*, escaped."""
        if self.fully:
            return escape.full(text)
        return escape.minimal(text, place(begins, self.in_link, before_link))

    def write(self, nodes: Sequence[Inline], *, begins: bool = False) -> str:
        """*nodes*; a line begins with them or not."""
        out = []
        for node, after in zip(nodes, (*nodes[1:], None), strict=False):
            if isinstance(node, Text):
                before_link = isinstance(after, Link)
                out.append(self.words(node.text, begins=begins, before_link=before_link))
            else:
                out.append(INLINES[type(node)](node, self))
            begins = isinstance(node, Break)
        return "".join(out)


MANY = 100
"""Open brackets that a paragraph may hold before each gets its backslash."""
HANDS = (Hand(), Hand(fully=True), Hand(fully=True, emphasis="_"))


def _blocks(blocks: Sequence[Block], gap: str = "\n\n") -> str:
    out = []
    last: Block | None = None
    other = False
    for block in blocks:
        if isinstance(block, List):
            # Two lists in a row would be read as one, but for other markers.
            other = isinstance(last, List) and last.ordered == block.ordered and not other
            out.append(_list(block, other))
        else:
            out.append(BLOCKS[type(block)](block))
        last = block
    return gap.join(out)


def _paragraph(block: Paragraph) -> str:
    return inline(block.children)


def _heading(block: Heading) -> str:
    words = CLOSING_HASHES.sub(r"\\\1", inline(block.children))
    return f"{'#' * block.level} {words}"


def _code(block: CodeBlock) -> str:
    longest = max(map(len, TICKS.findall(block.text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{block.language}\n{block.text}\n{fence}"


def _list(block: List, other: bool) -> str:
    marks = ".)" if block.ordered else "-+"
    mark = marks[other]
    tight = all(map(_is_tight, (item.children for item in block.items)))
    gap = "\n" if tight else "\n\n"
    items = []
    for number, item in enumerate(block.items, block.start):
        bullet = f"{number}{mark} " if block.ordered else f"{mark} "
        items.append(bullet + _indented(_blocks(item.children, gap), len(bullet)))
    return gap.join(items)


def _is_tight(children: Sequence[Block]) -> bool:
    """Whether no blank line need stand in an item: a paragraph, and perhaps a list below it."""
    match children:
        case (Paragraph(),):
            return True
        case (Paragraph(), List(ordered=ordered, start=start)):
            # Only a list from 1 on may follow words at once.
            return not ordered or start == 1
    return False


def _indented(body: str, width: int) -> str:
    return re.sub(r"\n(?=[^\n])", "\n" + " " * width, body)


def _quote(block: QuoteBlock | Spoiler) -> str:
    head = heads.of_quote(block) if isinstance(block, QuoteBlock) else heads.of_spoiler(block)
    body = [inline(head)] if head else []
    if block.children:
        body.append(_blocks(block.children))
    return BARE_MARK.sub(">", "> " + "\n\n".join(body).replace("\n", "\n> "))


def _table(block: Table) -> str:
    rows = [" | ".join(inline(cell).replace("|", "\\|") for cell in row) for row in block.rows]
    rows.insert(1, " | ".join(["---"] * len(block.rows[0])))
    return "\n".join(f"| {row} |" for row in rows)


BLOCKS: dict[type[Block], Callable[[Any], str]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    CodeBlock: _code,
    QuoteBlock: _quote,
    Spoiler: _quote,
    Table: _table,
    Rule: lambda _: "***",
}


def inline(nodes: Sequence[Inline]) -> str:
    """*nodes*, in normal form, as the Markdown of one paragraph."""
    hands = HANDS[_are_crowded(nodes) :]
    if are_placeable(nodes):
        return hands[0].write(nodes, begins=True)
    for tried in (nodes, loosened(nodes), unmarked(nodes)):
        for hand in hands:
            text = hand.write(tried, begins=True)
            if read(text) == (Paragraph(tuple(tried)),):
                return text
    return HANDS[1].write(unmarked(nodes), begins=True)


def _are_crowded(nodes: Sequence[Inline]) -> bool:
    """Whether *nodes* hold so many open brackets that each must have its backslash: the parser
    looks for the end of every one."""
    return sum([node.text.count("[") for node in nodes if isinstance(node, Text)]) > MANY


def _marked(node: Emphasis | Strong | Strike, hand: Hand) -> str:
    mark = hand.emphasis if isinstance(node, Emphasis) else DELIMITERS[type(node)]
    return f"{mark}{hand.write(node.children)}{mark}"


def _code_span(node: CodeSpan, _: Hand) -> str:
    lengths = {len(run) for run in TICKS.findall(node.text)}
    fence = next("`" * n for n in range(1, len(lengths) + 2) if n not in lengths)
    pad = " " if node.text.startswith("`") or node.text.endswith("`") else ""
    return f"{fence}{pad}{node.text}{pad}{fence}"


def _link(node: Link, hand: Hand) -> str:
    if node.children == (Text(node.url),) and AUTOLINK.fullmatch(node.url):
        return f"<{node.url}>"
    words = hand.in_links().write(node.children)
    return f"[{words}]({_address(node.url)})"


def _image(node: Image, hand: Hand) -> str:
    words = hand.in_links().words(node.alt)
    return f"![{words}]({_address(node.url)})"


def _address(url: str) -> str:
    url = url.replace("&", "\\&") if ";" in url else url
    return f"<{url}>" if "(" in url or ")" in url else url


DELIMITERS: dict[type[Inline], str] = {Strong: "**", Strike: "~~"}
INLINES: dict[type[Inline], Callable[[Any, Hand], str]] = {
    Emphasis: _marked,
    Strong: _marked,
    Strike: _marked,
    CodeSpan: _code_span,
    Link: _link,
    Image: _image,
    Break: lambda _, __: "\\\n",
}
