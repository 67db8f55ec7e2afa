"""Whom a quote quotes, from the head of its tag as the engines write it.

XenForo: ="Bob, post: 5, member: 7" · phpBB: ="Bob" post_id=5 time=1 user_id=2 · vBulletin: =Bob;5
SMF:  author=Bob link=topic=1.msg5#msg5 date=123 · MyBB: ="Bob" pid='5' dateline='1'
"""

from __future__ import annotations

import re

POST = re.compile(
    r"""(?:\bpost(?:_id|id)?\s*[:=]\s*|\bpid\s*=\s*|\blink=\S{0,60}msg)["']?(\d{1,18})|;n?(\d{1,18})["']?\s*$""",
    re.I,
)
BEHIND = re.compile(
    r""",\s*(?:post|member|profilepost|comment)\s*:|;n?\d{1,18}["']?\s*$"""
    r"""|["']?\s+(?:pid|dateline|post_id|time|user_id|post|date|link|url|msg_id|uid)\s*=""",
    re.I,
)
AUTHOR = re.compile(r"^\s*(?:author|name|user(?:name)?)\s*=|^\s*=", re.I)
QUOTED = re.compile(r"""(["'])(.*)\1""", re.S)


def head(arg: str) -> tuple[str | None, str | None]:
    """The author and the id of the post that *arg* names; None for what it does not name."""
    post = POST.search(arg)
    named = AUTHOR.match(arg)
    if not named:
        return None, _id(post)
    rest = arg[named.end() :].strip()
    behind = BEHIND.search(rest)
    name = rest[: behind.start()] if behind else rest
    return _unquoted(name) or None, _id(post)


def _id(found: re.Match[str] | None) -> str | None:
    return found[1] or found[2] if found else None


def _unquoted(name: str) -> str:
    """*name* without its quotation marks; one may have been cut off with what was behind."""
    name = name.strip()
    if found := QUOTED.fullmatch(name):
        return found[2].strip()
    if name[:1] in ('"', "'") and name.count(name[0]) == 1:
        return name[1:].strip()
    return name
