"""Bodies of posts as HTML out of an export: read as the engine of the software reads its pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from threadsite.document import parse_html
from threadsite.engines.attribution import named
from threadsite.engines.discourse import Discourse
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.invision4 import Invision4
from threadsite.engines.phpbb3 import PhpBB3
from threadsite.engines.rules import Element, detach, select, select_all, text_of
from threadsite.engines.smf2 import SMF2
from threadsite.engines.vbulletin4 import VBulletin4
from threadsite.engines.xenforo1 import XenForo1
from threadsite.engines.xenforo2 import XenForo2
from threadsite.markup.hooks import drop, first
from threadsite.markup.html import Walker, read_html
from threadsite.markup.nodes import Block, Node, QuoteBlock

FRAMES = ("blockquote.messageText", ".bbWrapper", "font.mediumtxt")
"""What some scrapers leave round a body."""


def _quote(element: Element, walker: Walker) -> Sequence[Node] | None:
    """XMB: a table, whose second cell may begin with a name."""
    said = first(element, "quotemessage")
    if said is None:
        return None
    head = next(iter(said.iter("em")), None)
    author = named(text_of(head)) if head is not None and not (said.text or "").strip() else None
    if author and head is not None:
        detach(head)
    return [QuoteBlock(walker.blocks(said), author)]


class _XMB(HtmlEngine):
    """XMB has no engine for its pages; this is how its bodies are written."""

    dialect = dialect(classes={"quote": _quote, "subject": drop})


ENGINES: Mapping[str, type[HtmlEngine]] = {
    "phpbb": PhpBB3,
    "smf": SMF2,
    "simplemachines": SMF2,
    "vbulletin": VBulletin4,
    "xenforo-1": XenForo1,
    "xenforo": XenForo2,
    "discourse": Discourse,
    "invision": Invision4,
    "xmb": _XMB,
}
"""By how the names begin that scrapers have for software; the longer name stands first."""
PLACES = (
    (re.compile(r"/viewtopic\.php"), PhpBB3),
    (re.compile(r"[?;&]topic=\d|topic,\d"), SMF2),
    (re.compile(r"/showthread\.php"), VBulletin4),
    (re.compile(r"/threads/[^/]*\.?\d+/?"), XenForo2),
    (re.compile(r"/topic/\d+-"), Invision4),
    (re.compile(r"/t/[^/]+/\d+"), Discourse),
)


def software(name: str, url: str = "") -> type[HtmlEngine]:
    """The engine for bodies of the software that is called *name* or has addresses like *url*;
    one without rules when neither tells."""
    named_ = (engine for begin, engine in ENGINES.items() if name.lower().startswith(begin))
    placed = (engine for form, engine in PLACES if form.search(url))
    return next(chain(named_, placed), HtmlEngine)


def read_body(html: str, engine: type[HtmlEngine], base: str | None = None) -> tuple[Block, ...]:
    """The words of *html*, with the links relative to *base*."""
    tree, _ = parse_html(html)
    for chrome in list(select_all(tree, engine.rules.drop)) if hasattr(engine, "rules") else ():
        detach(chrome)
    framed = [frame for frame in select(tree, FRAMES) if _is_whole(frame, tree)]
    return read_html(framed[0] if framed else tree, replace(engine.dialect, base=base))


def _is_whole(frame: Element, tree: Element) -> bool:
    """Whether nothing but a line about the subject stands outside *frame*."""
    inside, whole = text_of(frame), text_of(tree)
    return whole.endswith(inside) and len(whole) - len(inside) < 200 and frame.getnext() is None
