"""The XML of Flarum, with what it mentions and the files that were sent to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from threadsite.markup.bbcode import Forum
from threadsite.markup.nodes import Block
from threadsite.markup.s9e import read_s9e

QUOTED = re.compile(
    r"<QUOTE>((?:<i>&gt; ?</i>)?<p>)<POSTMENTION ([^<>]{0,900})>[^<>]{0,900}</POSTMENTION> ?"
)
MENTION = re.compile(r"<((?:POST|USER|GROUP|TAG)MENTION) ([^<>]{0,900})>[^<>]{0,900}</\1>")
NAME = re.compile(r'\b(?:displayname|groupname|tagname|username)="([^"]*)"')
NUMBER = re.compile(r'(?<!\w)id="(\d+)"')
PICTURE = re.compile(r'<UPL-IMAGE[A-Z-]{0,20} (?:[^<>]{0,900}? )?url="([^"<>]*)"[^<>/]{0,900}(/?)>')


def read_flarum(body: str, forum: Forum) -> Sequence[Block]:
    """The blocks of *body*; who is mentioned first in a quote said it."""
    body = QUOTED.sub(_quote, body)
    body = MENTION.sub(_mention, body)
    body = PICTURE.sub(r'<IMG src="\1"\2>', body)
    return read_s9e(re.sub(r"</UPL-IMAGE[A-Z-]{0,20}>", "</IMG>", body), forum)


def _quote(found: re.Match[str]) -> str:
    name, number = NAME.search(found[2]), NUMBER.search(found[2])
    post = f' post_id="{number[1]}"' if number else ""
    return f'<QUOTE author="{name[1] if name else ""}"{post}>{found[1]}'


def _mention(found: re.Match[str]) -> str:
    name = NAME.search(found[2])
    return f"{'#' if found[1] == 'TAGMENTION' else '@'}{name[1]}" if name else ""
