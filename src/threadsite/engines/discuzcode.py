"""Quotes, code, pictures and hidden words as Discuz! writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from threadsite.engines.attribution import named
from threadsite.engines.rules import Element, all_text, value
from threadsite.markup.code import literal
from threadsite.markup.hooks import drop, spoiler
from threadsite.markup.html import Hook, Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock

POST_LINK = "a::attr(href)::match(goto=findpost.*[?&;]pid=(\\d+))"
# "Juno 发表于 2014-5-1 12:00"; before Discuz! X "原帖由 Juno 于 2009-5-1 12:00 发表".
HEAD = re.compile(
    r"^(.{1,90}?)\s*(?:(?:发表于|發表於).{1,40}"
    r"|(?:[于於]|(?:\s(?:posted|replied|published))?\s(?:at|on))?"
    r"\s\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:\s[\d:]{4,8})?(?:\s?[AP]M)?(?:\s[发發]表)?)$",
    re.IGNORECASE,
)
LONGEST = 200
"""Characters of a line that can be the head of a quote."""


def quote(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A box around a `<blockquote>`, whose first line may name and link the quoted post."""
    words = next(element.iter("blockquote"), None)
    if words is None:
        return None
    post = value(words, POST_LINK)
    author = _head(words)
    return [QuoteBlock(walker.blocks(words), author, post)]


def listing(element: Element, _: Walker) -> Sequence[Node] | None:
    """Code, as numbered lines between links that copy it."""
    code = next(element.iter("ol", "code", "pre"), None)
    if code is None:
        return None
    lines = [literal(line).rstrip("\n") for line in code.iter("li")]
    return [CodeBlock("\n".join(lines) if lines else literal(code))]


def image(element: Element, _: Walker) -> Sequence[Node] | None:
    """A picture that is loaded when it is seen; `src` is an empty one until then."""
    address = element.get("zoomfile") or element.get("file")
    if address:
        element.set("src", address)
    return None


CLASSES: Mapping[str, Hook] = {
    "quote": quote,
    "blockcode": listing,
    "showhide": spoiler("spoiler"),
    "t_attach": drop,
}
TAGS: Mapping[str, Hook] = {"img": image}


def _head(words: Element) -> str | None:
    """The name in the first line of *words*; a line that is the head of a quote leaves the tree."""
    end = next((child for child in words if child.tag == "br"), None)
    before = [] if end is None else [*end.itersiblings(preceding=True)][::-1]
    parts = [words.text or "", *(all_text(one) + (one.tail or "") for one in before)]
    head = HEAD.match(" ".join("".join(parts).split())[:LONGEST])
    if head is None or end is None:
        return None
    words.text = end.tail
    for one in (*before, end):
        words.remove(one)
    return named(head[1])
