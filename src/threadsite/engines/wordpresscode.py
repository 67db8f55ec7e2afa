"""What WordPress keeps posts in: HTML whose lines become paragraphs when it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadsite.document import parse_html
from threadsite.engines.bbpress import BbPress
from threadsite.markup.bbcode import Forum
from threadsite.markup.html import read_html
from threadsite.markup.nodes import Block

LAID_OUT = re.compile(r"<(?:p|br)\b", re.I)
CODE = re.compile(r"(</?pre\b[^<>]{0,300}>)", re.I)
GAP = re.compile(r"\n[ \t]*\n\s*")


def read_wordpress(body: str, forum: Forum) -> Sequence[Block]:
    """The blocks of *body*."""
    body = body.replace("\r\n", "\n")
    root, _ = parse_html(body if LAID_OUT.search(body) else "".join(_laid_out(body)))
    return read_html(root, replace(BbPress.dialect, base=forum.base))


def _laid_out(body: str) -> Iterator[str]:
    inside = False
    for piece in CODE.split(body):
        if CODE.fullmatch(piece):
            inside = not piece.startswith("</")
            yield piece
        elif inside:
            yield piece
        else:
            lines = GAP.sub("</p><p>", piece.strip()).replace("\n", "<br>")
            yield f"<p>{lines}</p>" if lines else ""
