"""What Discuz! keeps posts in: BBCode, in which a head within a quote says whose words it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadsite.engines.discuzcode import HEAD
from threadsite.markup.bbcode import Forum, read_bbcode
from threadsite.markup.nodes import Block

NOTE = re.compile(r"^\s*\[i=s\][^\[\]]{0,200}\[/i\]\s*")
"""Who changed the post, and when, in the time and the language of the forum."""
QUOTED = re.compile(
    r"\[quote\]\s*((?:\[(?:size|color|url)=[^\[\]\n]{1,300}\]){1,3})([^\[\]\n]{1,200})"
    r"((?:\[/(?:size|color|url)\]){1,3})\s*",
    re.IGNORECASE,
)
POST = re.compile(r"[?&;]pid=(\d{1,18})")


def read_discuz(body: str, forum: Forum) -> Sequence[Block]:
    """The blocks of *body*, without the note that it was changed."""
    return read_bbcode(QUOTED.sub(_quote, NOTE.sub("", body)), forum)


def _quote(found: re.Match[str]) -> str:
    named, post = HEAD.match(found[2].strip()), POST.search(found[1])
    if not named:
        return found[0]
    number = f", post: {post[1]}" if post else ""
    return f'[quote="{named[1].strip()}{number}"]'
