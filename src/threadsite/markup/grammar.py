"""The Markdown of bodies: CommonMark, tables and strikethrough; raw HTML is text."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt

from threadsite.markup.links import safe

NESTING = 100
"""Token levels that the parser follows: it takes about three frames of the stack for each. What
the writer nests stays below; of deeper text the parser drops words, so it is not asked to read it.
"""


@cache
def grammar() -> MarkdownIt:
    """The parser. It keeps nothing from one text to the next."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING})
    parser.enable(["table", "strikethrough"])
    # An address is stored as it is to be followed; the parser's own rules forbid what is
    # known as bad, these allow what is known as good.
    parser.validateLink = lambda url: safe(url) is not None  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: safe(url) or url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser
