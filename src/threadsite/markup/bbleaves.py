"""Tags of BBCode whose inside is no BBCode: code, pictures, attachments, players, addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from threadsite.markup import bbtags
from threadsite.markup.flow import Make
from threadsite.markup.links import safe
from threadsite.markup.nodes import CodeBlock, CodeSpan, Image, Inline, Link, Node, Text
from threadsite.markup.players import PROVIDERS

Files = Mapping[str, Sequence[Inline]]

HOST = re.compile(
    r"(?:www\.|(?:[\w-]{1,63}\.){1,5}(?!php|s?html?|aspx?|cgi|jpe?g|png|gif|zip)[a-z]{2,12}"
    r"(?:[/:?#]|\Z))\S*",
    re.I,
)
MAIL = re.compile(r"[^\s@:<>]{1,100}@[^\s@<>]{1,100}")
PLAYED = re.compile(r"[\w/-]{3,40}")
NUMBER = re.compile(r"\d{1,18}")
UNNAMED = re.compile(r"\A\d+\Z")
ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]{0,300})"|'([^']{0,300})')""", re.I)


def address(words: str, base: str | None) -> str | None:
    """*words* as an address that a reader may follow; None if it is none."""
    words = words.strip().strip("\"'")
    if not words or any(map(str.isspace, words)):
        return None
    if MAIL.fullmatch(words):
        return safe(f"mailto:{words}")
    if HOST.match(words):
        return safe(f"http://{words}")
    return safe(words, base)


def link(name: str, arg: str, base: str | None) -> Make | None:
    """What becomes of the words in a link; None if the tag is none or leads nowhere."""
    url = address(bbtags.value(arg), base) if name in bbtags.LINKS else None
    return (lambda children: (Link(url, children),)) if url else None


def leaf(
    name: str, arg: str, content: str, base: str | None, files: Files
) -> Sequence[Node] | None:
    """What the tag *name* makes of *content*; None if it leaves it as it is."""
    if name in bbtags.CODE:
        return (CodeBlock(content.strip("\n"), bbtags.language(name, arg)),)
    if name in bbtags.CODE_SPANS:
        return (CodeSpan(content.strip()),) if content.strip() else ()
    if name in bbtags.FILES:
        return _file(arg, content, files)
    return _addressed(name, arg, content, base)


def _addressed(name: str, arg: str, content: str, base: str | None) -> Sequence[Node] | None:
    if name in bbtags.PICTURES:
        return _picture(arg, content, base)
    if name in bbtags.PLAYERS:
        return _player(name, arg, content, base)
    url = address(content, base) if name in bbtags.LINKS else None
    return (Link(url, (Text(content.strip()),)),) if url else None


def _picture(arg: str, content: str, base: str | None) -> Sequence[Node] | None:
    found = ALT.search(arg)
    url = address(content, base)
    if not url or url.startswith("mailto:"):
        return None
    return (Image(url, (found[1] or found[2] or "") if found else ""),)


def _file(arg: str, content: str, files: Files) -> Sequence[Node] | None:
    """The attachment that a tag shows: MyBB names its id behind the tag, XenForo within it."""
    for words in (arg, content):
        found = NUMBER.search(words)
        if found and found[0] in files:
            return files[found[0]]
    return None if UNNAMED.search(content) is None else (Text(f"[attachment={content}]"),)


def _player(name: str, arg: str, content: str, base: str | None) -> Sequence[Node] | None:
    words = content.strip()
    if "/" in words and (url := address(words, base)):
        return (Link(url, (Text(words),)),)
    provider, _, played = bbtags.value(arg).partition(";")
    form = PROVIDERS.get(provider.lower()) or PROVIDERS.get({"yt": "youtube"}.get(name, name))
    if not form or not PLAYED.fullmatch(played or words):
        return None
    url = form.format(played or words)
    return (Link(url, (Text(url),)),)
