"""Words that a forum showed only to some: to who had answered, thanked, or written enough."""

from __future__ import annotations

import re

# Of BBCode, and of the XML that some forums keep it in.
TAG = re.compile(
    r"[\[<](?P<ends>/?)(?:hide(?:-?(?:reply|thanks|posts?|links?|members?|to|img|plus))?|hidden"
    r"|showto(?:groups?|users?)?|(?:members|reg|mod|staff)only)(?:[=:\s][^\[\]<>]{0,200})?[\]>]",
    re.IGNORECASE,
)
VEIL = "…"


def veiled(body: str) -> str:
    """*body* with a mark in place of what stands between such tags; those that do not end stay."""
    kept: list[str] = []
    at = 0
    for begin, end in _insides(body):
        kept += body[at:begin], VEIL
        at = end
    return "".join([*kept, body[at:]])


def _insides(body: str) -> list[tuple[int, int]]:
    """Where the outermost pairs of tags have their insides."""
    waiting: list[int] = []
    found: list[tuple[int, int]] = []
    for tag in TAG.finditer(body):
        if not tag["ends"]:
            waiting.append(tag.end())
        elif waiting:
            begin = waiting.pop()
            while found and found[-1][0] >= begin:
                found.pop()
            found.append((begin, tag.start()))
    return found
