"""Paragraphs that are words, escapes, breaks and bare links only: read without a parser.

Most of what people write is this, and the parser takes ten times as long for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from threadsite.markup.links import safe
from threadsite.markup.nodes import Break, Inline, Link, Paragraph, QuoteBlock, Text

# A fence takes blank lines in, a definition changes what follows it; a tab may be an indentation.
UNSURE = ("```", "~~~", "]:", "\t", "\r", "\0")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BLOCK = r"[ \-+=|:#>]|[0-9]{1,9}[.)](?:[ \n]|\Z)"
PLAIN = re.compile(
    rf"(?!{BLOCK})(?:"
    r"[^\\`*_\[<&~\n]++"
    r"|\\[!-/:-@\[-`{-~]"
    r"|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])"
    r"|&(?!\#?\w+;)"
    r"|(?<!~)~(?!~)"
    r"|<https?://[^\s<>\\`]++>"
    rf"|(?<! )\\?\n(?!{BLOCK})"
    r")*+"
)
HEAD = re.compile(
    r"\*\*(?P<author>[^\W_](?:(?:[^\W_]|[ .'-]){0,60}[^\W_])?)\*\*"
    r"(?: \(\[#(?P<post>[A-Za-z0-9]{1,40})\]\(#p(?P=post)\)\))?:"
)
PIECE = re.compile(
    r"[^\\<\n]+|\\\n|\\(?P<escaped>[!-/:-@\[-`{-~])|<(?P<url>https?://[^\s<>\\`]+)>|[\\<\n]"
)


def paragraph(chunk: str) -> Paragraph | None:
    """The paragraph that *chunk*, a text between blank lines, is; None when that takes a parser."""
    if not PLAIN.fullmatch(chunk) or chunk != chunk.strip() or not chunk:
        return None
    if "\\" not in chunk and "<" not in chunk and "\n" not in chunk:
        return Paragraph((Text(chunk),))
    nodes = as_words(chunk)
    if any(isinstance(node, Link) and safe(node.url) != node.url for node in nodes):
        return None
    return Paragraph(nodes)


def quote(chunk: str) -> QuoteBlock | None:
    """The quote that *chunk* is, its head and paragraphs of words in it; None for others."""
    lines = chunk.split("\n")
    if not all(line.startswith("> ") or line == ">" for line in lines) or lines[0] == ">":
        return None
    head, *rest = "\n".join(line[2:] for line in lines).split("\n\n")
    named = HEAD.fullmatch(head)
    found = [paragraph(text) for text in (rest if named else (head, *rest))]
    children = tuple(block for block in found if block)
    if len(children) < len(found):
        return None
    if named is None:
        return QuoteBlock(children)
    return QuoteBlock(children, named["author"], named["post"])


def as_words(chunk: str) -> tuple[Inline, ...]:
    """*chunk* with nothing else looked for in it than escapes, breaks and bare links."""
    if "<" not in chunk and "\\\\" not in chunk:
        return _lines(chunk)
    nodes: list[Inline] = []
    words: list[str] = []
    for piece in PIECE.finditer(chunk):
        url = piece["url"]
        if url is None and piece[0] != "\\\n":
            words.append(piece["escaped"] or piece[0].replace("\n", " "))
            continue
        nodes += (*_text(words), Break() if url is None else Link(url, (Text(url),)))
        words.clear()
    return (*nodes, *_text(words))


def _lines(chunk: str) -> tuple[Inline, ...]:
    """The same for a chunk without links and backslashes that stand for themselves."""
    nodes: list[Inline] = []
    for line in chunk.split("\\\n"):
        text = line.replace("\n", " ")
        nodes += (Break(), *_text((ESCAPED.sub(r"\1", text) if "\\" in text else text,)))
    return tuple(nodes[1:])


def _text(words: Iterable[str]) -> Iterable[Text]:
    text = "".join(words)
    return (Text(text),) if text else ()
