"""The Markdown of bodies: CommonMark, tables and strikethrough; raw HTML is text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from threadsite.markup.links import safe

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

NESTING = 100
"""Token levels that the parser follows: it takes about three frames of the stack for each. What
the writer nests stays below; of deeper text the parser drops words, so it is not asked to read it.
"""

WORDS = "words"
"""The type of a token that holds the text of a paragraph not looked into."""
MARKS = {"[": 3, "*": 1, "_": 1}
"""What may open or close a link or a mark, and how much the parser has to do for it."""
MOST_MARKS = 30_000
"""As much of a body may be for the parser to do before the rest of it is taken as words: at worst
it needs a second for that, and few honest posts come near."""


@cache
def grammar() -> MarkdownIt:
    """The parser. It keeps nothing from one text to the next."""
    # A build that finds nothing new never parses, and loading the parser takes a tenth of it.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING})
    parser.enable(["table", "strikethrough"])
    parser.core.ruler.after("block", "limit", _limit)
    # An address is stored as it is to be followed; the parser's own rules forbid what is
    # known as bad, these allow what is known as good.
    parser.validateLink = lambda url: safe(url) is not None  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: safe(url) or url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    # Its first text completes the parser, which no two threads may do at a time.
    parser.parse("words")
    return parser


def _limit(state: StateCore) -> None:
    """Keep what was made to keep the parser busy from it."""
    if len(state.src) * max(MARKS.values()) <= MOST_MARKS:
        return
    marks = 0
    for token in state.tokens:
        if token.type == "inline":
            text = token.content
            marks += sum(
                work * (text.count(mark) - text.count(f"\\{mark}")) for mark, work in MARKS.items()
            )
            if marks > MOST_MARKS:
                token.type = WORDS
