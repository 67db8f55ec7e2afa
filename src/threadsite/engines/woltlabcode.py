"""What WoltLab keeps posts in: HTML with elements of its own; before Suite 3, BBCode."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import replace

from threadsite.document import parse_html
from threadsite.engines.rules import Element, value
from threadsite.engines.veils import VEIL
from threadsite.engines.woltlab import WoltLab
from threadsite.markup.bbcode import Forum, read_bbcode
from threadsite.markup.html import Hook, Walker, read_html
from threadsite.markup.nodes import Block, Inline, Node, QuoteBlock, Spoiler, Text

POST = "::attr(data-link)::match(post(?:ID=)?(\\d+)$)"
VEILED = frozenset(("hide", "hidden"))


def read_woltlab(body: str, forum: Forum) -> Sequence[Block]:
    """The blocks of *body*."""
    if not body.lstrip().startswith("<"):
        return read_bbcode(body, forum)
    root, _ = parse_html(body)
    tags = {**WoltLab.dialect.tags, **TAGS, "woltlab-metacode": _metacode(forum.files)}
    return read_html(root, replace(WoltLab.dialect, base=forum.base, tags=tags))


def _quote(element: Element, walker: Walker) -> Sequence[Node]:
    author, post = element.get("data-author") or None, value(element, POST)
    return [QuoteBlock(walker.blocks(element), author, post)]


def _spoiler(element: Element, walker: Walker) -> Sequence[Node]:
    return [Spoiler(walker.blocks(element), element.get("data-label") or "")]


def _metacode(files: Mapping[str, Sequence[Inline]]) -> Hook:
    """The hook for what was BBCode: *files* are what to write for attachments."""

    def hook(element: Element, _: Walker) -> Sequence[Node] | None:
        name = element.get("data-name")
        if name == "attach":
            return files.get(_first(element.get("data-attributes") or ""), ())
        return [Text(VEIL)] if name in VEILED else None

    return hook


def _first(attributes: str) -> str:
    """The first of the *attributes*, which are packed; empty if there is none."""
    try:
        told = json.loads(b64decode(attributes))
    except (ValueError, RecursionError):
        return ""
    return str(told[0]) if isinstance(told, list) and told else ""


TAGS: Mapping[str, Hook] = {"woltlab-quote": _quote, "woltlab-spoiler": _spoiler}
