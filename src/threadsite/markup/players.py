"""Embedded players as links to the page of what they play."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from threadsite.markup.nodes import Link, Node, Text

if TYPE_CHECKING:
    from threadsite.markup.html import Hook, Walker

YOUTUBE = "https://www.youtube.com/watch?v={}"
VIMEO = "https://vimeo.com/{}"
DAILYMOTION = "https://www.dailymotion.com/video/{}"
PAGES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:embed|v|e|shorts)/|youtu\.be/)([\w-]{6,20})"),
        YOUTUBE,
    ),
    (re.compile(r"player\.vimeo\.com/video/(\d+)"), VIMEO),
    (re.compile(r"vimeo\.com/moogaloop\.swf\?clip_id=(\d+)"), VIMEO),
    (re.compile(r"dailymotion\.com/(?:embed/video|swf)/(\w+)"), DAILYMOTION),
    (
        re.compile(r"open\.spotify\.com/embed/([a-z]+/\w+)"),
        "https://open.spotify.com/{}",
    ),
    (re.compile(r"platform\.twitter\.com/embed/[^#]*[?&]id=(\d+)"), "https://x.com/i/status/{}"),
    (re.compile(r"streamable\.com/[eso]/(\w+)"), "https://streamable.com/{}"),
    (
        re.compile(r"player\.twitch\.tv/\?(?:[^#]*&)?video=v?(\d+)"),
        "https://www.twitch.tv/videos/{}",
    ),
    (re.compile(r"rutube\.ru/(?:play/)?embed/(\w+)"), "https://rutube.ru/video/{}/"),
)
# Names that pages give to a provider, beside the id of what it plays.
PROVIDERS = {"youtube": YOUTUBE, "vimeo": VIMEO, "dailymotion": DAILYMOTION}
ADDRESSES = ("src", "data-src", "data-lazy-src", "data-url", "data", "value")
LONGEST = 2000


def player(element: etree._Element, walker: Walker) -> Sequence[Node] | None:
    """A link to what *element* plays; its content when it names nothing that can be linked."""
    for address in _addresses(element):
        if url := page(address, walker):
            title = element.get("title") or element.get("aria-label") or ""
            return (Link(url, (Text(title.strip() or url),)),)
    return None


def provided(element: etree._Element, walker: Walker) -> Sequence[Node] | None:
    """A link to what *element* names by attributes that a script would make a player of."""
    provider = element.get("data-provider-name") or element.get("data-s9e-mediaembed") or ""
    form = PROVIDERS.get(provider.lower())
    name = element.get("data-video-id")
    url = walker.url(form.format(name)) if form and name else None
    if url is None and (stated := element.get("data-s9e-mediaembed-iframe")):
        url = next(filter(None, (page(word, walker) for word in _words(stated))), None)
    if url is None:
        return None
    return (Link(url, (Text((element.get("data-video-title") or "").strip() or url),)),)


def page(address: str, walker: Walker) -> str | None:
    """The page of what a player at *address* plays, or *address* itself."""
    address = address[:LONGEST]
    for pattern, form in PAGES:
        if found := pattern.search(address):
            return form.format(found[1])
    if not address or address.startswith("about:"):
        return None
    return walker.url(address)


def _addresses(element: etree._Element) -> Iterator[str]:
    for node in (element, *element.iterdescendants("source", "param", "embed")):
        if node.tag == "param" and (node.get("name") or "").lower() not in ("movie", "src"):
            continue
        yield from filter(None, map(node.get, ADDRESSES))


def _words(stated: str) -> Sequence[str]:
    try:
        found = json.loads(stated)
    except (ValueError, RecursionError):
        return ()
    words = found if isinstance(found, list) else ()
    return [word for word in words if isinstance(word, str) and "/" in word]


LEAVES: dict[str, Hook] = {
    "audio": player,
    "embed": player,
    "iframe": player,
    "object": player,
    "video": player,
}
NESTING: dict[str, Hook] = {"div": provided, "span": provided}
