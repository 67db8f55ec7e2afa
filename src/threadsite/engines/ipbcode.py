"""What Invision Power Board 1 to 3 kept posts in: HTML, in which some BBCode is left."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from threadsite.document import parse_html
from threadsite.engines import invisioncode
from threadsite.engines.invision4 import Invision4
from threadsite.markup.bbcode import Forum
from threadsite.markup.html import Hook, read_html
from threadsite.markup.nodes import Block

TAG = re.compile(
    r"""\[(/?(?:quote|spoiler|code|b|i|s|url|img|attachment))([= ][^\[\]\n]{0,400})?\]""", re.I
)
NAME = re.compile(r"""\bname=(?:'([^'\n]{1,100})'|"([^"\n]{1,100})"|&quot;(.{1,100}?)&quot;)""")
POST = re.compile(r"\bpost=(?:['\"]|&quot;|&#39;)?([1-9]\d{0,15})")
ENDS: Mapping[str, str] = {
    "/quote": "</blockquote>",
    "/spoiler": "</div></div>",
    "/code": "</pre>",
    "/url": "</a>",
    "/img": '">',
    "spoiler": '<div class="ipsSpoiler"><div class="ipsSpoiler_contents">',
    "code": "<pre>",
    "img": '<img src="',
} | {f"{end}{mark}": f"<{end}{mark}>" for mark in "bis" for end in ("", "/")}
CLASSES: Mapping[str, Hook] = {**Invision4.dialect.classes, **invisioncode.CLASSES}


def read_ipb(body: str, forum: Forum) -> Sequence[Block]:
    """The blocks of *body*."""
    root, _ = parse_html(TAG.sub(_tag, body))
    tags = {**Invision4.dialect.tags, "table": invisioncode.table}
    return read_html(root, replace(Invision4.dialect, base=forum.base, classes=CLASSES, tags=tags))


def _tag(found: re.Match[str]) -> str:
    """HTML for a tag of BBCode; what it is called in its argument stays escaped as it is."""
    name, argument = found[1].lower(), found[2] or ""
    if name == "quote":
        author, post = NAME.search(argument), POST.search(argument)
        said = (author[1] or author[2] or author[3]) if author else ""
        number = f' data-cid="{post[1]}"' if post else ""
        return f'<blockquote class="ipsBlockquote" data-author="{_plain(said)}"{number}>'
    if name == "url":
        return f'<a href="{_plain(argument[1:])}">'
    if name == "attachment":
        return _plain(argument.partition(":")[2])
    return ENDS.get(name, "")


def _plain(argument: str) -> str:
    return argument.strip("'\"").replace('"', "").replace("<", "").replace(">", "")
