"""Characters that were read in a wrong set before the dump was made, read right where that is sure.

`fÃ¼r` was `für`, written in UTF-8 and read as something else. It is repaired only where the line
cannot well be what somebody wrote, and where damaging the repaired line gives the line again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from threadsite.model import Author, Post, Thread

# What the first and the later bytes of a character in UTF-8 become when each is read for itself.
LATER = "".join(
    sorted(
        {
            char
            for name in ("latin-1", "cp1252", "cp1251", "cp1250")
            for char in bytes(range(0x80, 0xC0)).decode(name, "ignore")
        }
    )
)
TELLTALE = re.compile(f"[\u00c2-\u00f4\u0102\u0139\u0420\u0421\u0432][{re.escape(LATER)}]")
# Who names the damage means it.
QUOTED = re.compile(rf"(?<!\w)[\u00c2\u00c3][{re.escape(LATER)}](?!\w)|`")
FENCE = re.compile(r"[> ]*(```|~~~)")


def repaired(thread: Thread) -> tuple[Thread, int]:
    """*thread* with the damage repaired that is sure, and how many of its posts had some."""
    posts = tuple(map(_post, thread.posts))
    count = sum(one is not other for one, other in zip(posts, thread.posts, strict=True))
    title, board = repair(thread.title), tuple(map(repair, thread.board))
    return replace(thread, title=title, board=board, posts=posts), count


def repair(text: str) -> str:
    """*text* with each line repaired where that is sure; code is left as it is."""
    if not _tells(text):
        return text
    lines, in_code = [], False
    for line in text.split("\n"):
        fence = FENCE.match(line)
        in_code ^= bool(fence)
        lines.append(line if in_code or fence else _line(line))
    return "\n".join(lines)


def _line(line: str) -> str:
    if not TELLTALE.search(line) or QUOTED.search(line):
        return line
    import ftfy
    from ftfy.badness import is_bad

    if not is_bad(line):
        return line
    fixed, explained = ftfy.fix_encoding_and_explain(line)
    steps = explained or []
    if ("decode", "utf-8") not in steps or is_bad(fixed):
        return line
    return fixed if _damaged(fixed, steps) == line else line


def _damaged(text: str, steps: Sequence[tuple[str, str]]) -> str | None:
    """*text* with *steps* of a repair undone; None where one of them was a guess."""
    data = b""
    for action, codec in reversed(steps):
        if action not in ("encode", "decode"):
            return None
        try:
            if action == "decode":
                data = text.encode(codec)
            else:
                text = data.decode(codec)
        except (UnicodeError, LookupError):
            return None
    return text


def _post(post: Post) -> Post:
    """*post* repaired; the very same when nothing was to repair."""
    if not any(map(_tells, _texts(post))):
        return post
    made = replace(
        post,
        author=_author(post.author),
        title=post.title and repair(post.title),
        body=repair(post.body),
        signature=repair(post.signature),
        quotes=tuple(
            replace(quote, author=repair(quote.author)) if quote.author else quote
            for quote in post.quotes
        ),
    )
    return post if made == post else made


def _tells(text: str) -> bool:
    return not text.isascii() and bool(TELLTALE.search(text))


def _texts(post: Post) -> Iterator[str]:
    author = post.author
    yield from (post.body, post.title or "", post.signature)
    yield from (author.id, author.name or "", author.title or "")
    yield from (quote.author or "" for quote in post.quotes)


def _author(author: Author) -> Author:
    name, title = author.name, author.title
    # An id of ours is made of the name.
    id_ = repair(author.id) if ":" in author.id else author.id
    return replace(author, id=id_, name=name and repair(name), title=title and repair(title))
