"""What Vanilla keeps its posts in: a format for each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from threadsite.document import parse_html
from threadsite.engines.quill import html_of
from threadsite.engines.rules import detach, select_all
from threadsite.engines.vanilla import Vanilla
from threadsite.markup.bbcode import Forum, read_bbcode
from threadsite.markup.html import read_html
from threadsite.markup.nodes import Block
from threadsite.markup.reader import read
from threadsite.markup.text import read_text

LAID_OUT = re.compile(r"<(?:p|br|div|ul|ol|pre|table)\b", re.I)
# "[quote="Name;12"]": the number is that of a comment, "d-12" that of a thread.
NUMBERED = re.compile(r'(\[quote="[^"\n\];]{1,100});[\w-]{1,20}"\]', re.I)


def read_vanilla(body: str, forum: Forum) -> Sequence[Block]:
    """The blocks of *body*, which is in the format that `uid` names."""
    return FORMATS.get((forum.uid or "").lower(), _html)(body, replace(forum, uid=None))


def _html(body: str, forum: Forum) -> Sequence[Block]:
    root, _ = parse_html(body if LAID_OUT.search(body) else body.replace("\n", "<br>"))
    for chrome in select_all(root, Vanilla.rules.drop):
        detach(chrome)
    return read_html(root, replace(Vanilla.dialect, base=forum.base))


FORMATS: Mapping[str, Callable[[str, Forum], Sequence[Block]]] = {
    "markdown": lambda body, _: read(body),
    "bbcode": lambda body, forum: read_bbcode(NUMBERED.sub(r'\1"]', body), forum),
    "text": lambda body, _: read_text(body.splitlines()),
    "textex": lambda body, _: read_text(body.splitlines()),
    "rich": lambda body, forum: _html(html_of(body), forum),
}
"""By the name of the format; all others are HTML."""
