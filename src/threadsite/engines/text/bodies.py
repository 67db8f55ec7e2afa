"""The lines of a post as Markdown, and the quotes in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from threadsite.engines.text.attributed import opens_quote, without_link
from threadsite.engines.text.lines import Kind, Line
from threadsite.engines.text.roles import SIGNATURE
from threadsite.markup.nodes import Block, QuoteBlock
from threadsite.markup.text import read_text
from threadsite.markup.writer import write
from threadsite.model import Attachment, Quote

MARK = re.compile(r"^\s*[>＞]\s?")
ATTACHED = re.compile(r"(?i)^view attachment (\d+)$")
FILE = re.compile(
    r"(?i)^[\w()\[\]., +-]{1,80}"
    r"\.(?:jpe?g|png|gif|webp|bmp|pdf|zip|rar|7z|txt|docx?|xlsx?|stl|log)\b"
)


@dataclass(frozen=True, slots=True)
class Body:
    """What a post says."""

    markdown: str
    quotes: tuple[Quote, ...]
    signature: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Whom and which post a quote is from."""

    author: str | None
    post: str | None


def write_body(
    lines: Sequence[Line], roles: Sequence[str], origins: Sequence[Origin | None]
) -> Body:
    """The body of a post; *origins* has for each line that quotes a traced one where it is from."""
    blocks: list[Block] = []
    quotes: list[Quote] = []
    for part, places in _parts(roles, lines):
        if part == "Q":
            quote = _quote(lines, roles, origins, places)
            blocks.append(quote)
            quotes.append(Quote(quote.author, quote.post, quote.inferred))
        else:
            blocks += read_text(lines[place].raw for place in places)
    signed = [
        line.raw
        for line, role in zip(lines, roles, strict=True)
        if role == "S" and line.kind is not Kind.RULE and line.raw not in SIGNATURE
    ]
    return Body(write(blocks), tuple(quotes), write(read_text(signed)))


def _parts(roles: Sequence[str], lines: Sequence[Line]) -> Iterator[tuple[str, list[int]]]:
    """Stretches of own words and of one quote each, with the numbers of their lines."""
    part, places = "", list[int]()
    quoted = False
    for place, role in enumerate(roles):
        if lines[place].kind is Kind.BLANK:
            places.append(place)
            continue
        if role not in "BAQ":
            continue
        kind = "B" if role == "B" else "Q"
        anew = kind == "Q" and role == "A" and quoted
        if kind != part or anew:
            if part:
                yield part, places
            part, places, quoted = kind, [], False
        quoted = quoted or role == "Q"
        places.append(place)
    if part:
        yield part, places


def _quoted(line: Line, role: str) -> bool:
    """Whether *line* is of the quoted words, not of the software's."""
    return role != "A" and not opens_quote(line.text)


def _quote(
    lines: Sequence[Line],
    roles: Sequence[str],
    origins: Sequence[Origin | None],
    places: Sequence[int],
) -> QuoteBlock:
    heads = [lines[p] for p in places if roles[p] == "A"]
    author = next((head.name for head in heads if head.name), None)
    words = [
        MARK.sub("", without_link(lines[place].raw))
        for place in places
        if _quoted(lines[place], roles[place])
    ]
    words = [*(rest for head in heads if (rest := head.key)), *words]
    found = [origin for place in places if (origin := origins[place])]
    named = [origin for origin in found if origin.author and origin.author == author]
    origin = (named or found[-1:] or [Origin(None, None)])[0]
    if len({one.post for one in found}) > 1 and not named:
        origin = max(found, key=found.count)
    return QuoteBlock(
        read_text(words), author or origin.author, origin.post, inferred=origin.post is not None
    )


def attachments_of(lines: Sequence[Line], roles: Sequence[str]) -> Iterator[Attachment]:
    """The files that a post lists below its words, or shows among them by number."""
    for line, role in zip(lines, roles, strict=True):
        viewed = ATTACHED.match(line.text)
        if viewed and role == "B":
            yield Attachment(f"attachment {viewed[1]}")
        elif role == "F" and line.kind is Kind.TEXT and FILE.match(line.text):
            yield Attachment(line.text)
