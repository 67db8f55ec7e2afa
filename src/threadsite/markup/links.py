"""Addresses that a post may link to, and bare addresses in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin

from threadsite.markup.nodes import Inline, Link, Text

SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST = 4000
"""Characters of an address; browsers and servers give up at a few thousand, too."""
SCHEME = re.compile(r"([^:/?#]*):")
# What a browser strips from both ends of an address, and what it takes out of the middle.
EDGES = "".join(map(chr, range(0x21)))
REMOVED = re.compile(r"[\t\n\r]")
# What would end the address in Markdown, mislead its reader, or is no part of any address.
ENCODED = re.compile(
    '[\x00-\x20<>"\\\\`|\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]'
)
BROKEN = re.compile("[\ud800-\udfff]")
BARE = re.compile(
    r"(?<![\w@./])(?:https?://|www\.)[^\W_]"
    r"[^\s<>\"\\`|\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u205f-\u2069\ufeff\ud800-\udfff]*",
    re.IGNORECASE,
)
TRAILING = ".,;:!?'*_~’”»…。、，）」』"
CLOSING = {")": "(", "]": "[", "}": "{"}


def safe(url: str, base: str | None = None) -> str | None:
    """*url* as a reader may follow it, absolute when *base* is known; None when nobody should."""
    url = REMOVED.sub("", url.strip(EDGES))
    if len(url) > LONGEST:
        return None
    if url.startswith(("//", "\\\\", "/\\", "\\/")):
        url = "https://" + url.lstrip("/\\")
    scheme = SCHEME.match(url)
    if scheme and scheme[1].lower() not in SCHEMES:
        return None
    if base and not scheme:
        try:
            url = urljoin(base, url)
        except ValueError:
            return None
        if not url.lower().startswith(("http:", "https:")):
            return None
    if not ENCODED.search(url) and url.isascii():
        return url
    url = BROKEN.sub("\ufffd", url)
    return ENCODED.sub(lambda found: quote(found[0]), url)


def linked(text: str) -> Iterator[Inline]:
    """*text* with each bare address in it as a link to itself."""
    end = 0
    for found in BARE.finditer(text):
        bare = _trimmed(found[0])
        url = safe(bare if "://" in bare else f"http://{bare}")
        if url is None:
            continue
        if found.start() > end:
            yield Text(text[end : found.start()])
        yield Link(url, (Text(bare),))
        end = found.start() + len(bare)
    if end < len(text):
        yield Text(text[end:])


def _trimmed(url: str) -> str:
    """*url* without the punctuation of the sentence it stands in."""
    excess = {close: url.count(close) - url.count(open_) for close, open_ in CLOSING.items()}
    end = len(url)
    while url[end - 1] in TRAILING or excess.get(url[end - 1], 0) > 0:
        end -= 1
        if url[end] in excess:
            excess[url[end]] -= 1
    return url[:end]
