"""The marks of chats, *bold*, _slanted_, ~struck~ and `code`, to nodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from threadsite.markup.links import linked, safe
from threadsite.markup.nodes import (
    Block,
    Break,
    CodeBlock,
    CodeSpan,
    Emphasis,
    Inline,
    Link,
    Paragraph,
    QuoteBlock,
    Strike,
    Strong,
    Text,
)

Within = Callable[[str], Iterable[Inline]]
"""What the words between marks may hold."""

FENCE = "```"
QUOTED = re.compile(r"[ ]{0,3}(?:>|&gt;) ?")
MARKS: Mapping[str, type[Strong | Emphasis | Strike]] = {"*": Strong, "_": Emphasis, "~": Strike}
MARKED = re.compile(
    r"`(?P<code>[^`\n]{1,500})`"
    r"|(?<![\w*~])(?P<mark>[*_~])(?=\S)(?P<words>[^*_~\n]{1,500})(?<=\S)(?P=mark)(?!\w)"
)
# Slack: <@U1>, <#C1|general>, <!here>, <https://...|words>
ANGLED = re.compile(
    r"<(?P<kind>[@#!]?)(?P<target>[^<>|\n]{1,2000})(?:\|(?P<label>[^<>\n]{0,500}))?>"
)
ESCAPES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """Names for the people and channels that words mention by their ids."""

    people: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)


def read_slack(text: str, names: Spoken) -> tuple[Block, ...]:
    """Words of Slack."""
    return tuple(_blocks(text, lambda words: _angled(words, names), unescape))


def read_marked(text: str) -> tuple[Block, ...]:
    """Words with marks and bare addresses only, as in WhatsApp."""
    return tuple(_blocks(text, linked, str))


def unescape(text: str) -> str:
    """*text* without the three escapes of Slack."""
    for escape, meant in ESCAPES:
        text = text.replace(escape, meant)
    return text


def _blocks(text: str, within: Within, plain: Callable[[str], str]) -> Iterator[Block]:
    pieces = text.split(FENCE)
    if not len(pieces) % 2:
        # A fence that is never closed is words.
        pieces[-2:] = [FENCE.join(pieces[-2:])]
    for place, piece in enumerate(pieces):
        if place % 2:
            yield CodeBlock(plain(piece).strip("\n"))
            continue
        lines = piece.strip("\n").split("\n")
        for quoted, group in groupby(lines, key=lambda line: bool(QUOTED.match(line))):
            if quoted:
                bare = (QUOTED.sub("", line, count=1) for line in group)
                yield QuoteBlock((_paragraph(bare, within, plain),))
            elif any(kept := list(group)):
                yield _paragraph(kept, within, plain)


def _paragraph(lines: Iterable[str], within: Within, plain: Callable[[str], str]) -> Paragraph:
    nodes: list[Inline] = []
    for line in lines:
        nodes += (*_marked(line, within, plain), Break())
    return Paragraph(tuple(nodes[:-1]))


def _marked(line: str, within: Within, plain: Callable[[str], str]) -> Iterator[Inline]:
    end = 0
    for found in MARKED.finditer(line):
        yield from within(line[end : found.start()])
        if found["code"]:
            yield CodeSpan(plain(found["code"]))
        else:
            yield MARKS[found["mark"]](tuple(within(found["words"])))
        end = found.end()
    yield from within(line[end:])


def _angled(text: str, names: Spoken) -> Iterator[Inline]:
    end = 0
    for found in ANGLED.finditer(text):
        yield from linked(unescape(text[end : found.start()]))
        yield from _target(found, names)
        end = found.end()
    yield from linked(unescape(text[end:]))


def _target(found: re.Match[str], names: Spoken) -> Iterator[Inline]:
    kind, target, label = found["kind"], found["target"], unescape(found["label"] or "")
    if kind == "@":
        yield Text(f"@{label or names.people.get(target, target)}")
    elif kind == "#":
        yield Text(f"#{label or names.channels.get(target, target)}")
    elif kind == "!":
        yield Text(label or f"@{target.partition('^')[0]}")
    elif url := safe(unescape(target)):
        yield Link(url, (Text(label or unescape(target)),))
    else:
        yield Text(label or unescape(target))
