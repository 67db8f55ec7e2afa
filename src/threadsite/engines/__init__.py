"""Engines: which forum software made a document. A new one is a file here and a line below."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from threadsite.document import Document
from threadsite.engines.engine import Engine
from threadsite.errors import ConfigError, ThreadsiteError

ENGINES = {
    "xenforo1": "XenForo1",
    "xenforo2": "XenForo2",
    "phpbb2": "PhpBB2",
    "phpbb3": "PhpBB3",
    "phpbb_print": "PhpBBPrint",
    "vbulletin3": "VBulletin3",
    "vbulletin4": "VBulletin4",
    "vbulletin5": "VBulletin5",
    "invision2": "Invision2",
    "invision3": "Invision3",
    "invision4": "Invision4",
    "smf1": "SMF1",
    "smf2": "SMF2",
    "smf_print": "SMFPrint",
    "smf_wireless": "SMFWireless",
    "mybb": "MyBB",
    "mybb_print": "MyBBPrint",
    "archive_view": "ArchiveView",
    "fluxbb": "FluxBB",
    "vanilla": "Vanilla",
    "woltlab": "WoltLab",
    "woltlab3": "WoltLab3",
    "bbpress": "BbPress",
    "nodebb": "NodeBB",
    "mwforum": "MwForum",
    "drupal": "Drupal",
    "flarum": "Flarum",
    "discuz": "Discuz",
    "discuz_archive": "DiscuzArchive",
    "ubbthreads": "UBBThreads",
    "yabb": "YaBB",
    "xmb": "XMB",
    "inyoka": "Inyoka",
    "kunena": "Kunena",
    "mesdiscussions": "MesDiscussions",
    "phorum": "Phorum",
    "discourse": "Discourse",
    "discourse_json": "DiscourseJson",
    "stackexchange": "StackExchange",
    "askbot": "Askbot",
    "hackernews": "HackerNews",
    "lobsters": "Lobsters",
    "oldreddit": "OldReddit",
    "lemmy": "Lemmy",
    "slashdot": "Slashdot",
    "database": "Database",
    "mail": "Mail",
    "slack": "Slack",
    "discord": "Discord",
    "telegram": "Telegram",
    "telegram_html": "TelegramHtml",
    "whatsapp": "WhatsApp",
    "stackexchange_xml": "StackExchangeXml",
    "reddit": "Reddit",
    "feed": "Feed",
    "thread_json": "ThreadJson",
    "forum_dl": "ForumDl",
}
"""Module in this folder and the class in it."""

GROUP = "threadsite.engines"
"""Entry points of this group are engines of third parties."""
FALLBACKS = {
    "text": ("threadsite.engines.text", "FlattenedText"),
    "html": ("threadsite.engines.miner", "Miner"),
}
"""What reads documents of a kind that no engine claims: module and class."""


@cache
def all_engines() -> tuple[Engine, ...]:
    """One of each engine there is, built in and third-party."""
    return (
        *(_made(f"{__name__}.{module}", name) for module, name in ENGINES.items()),
        *(_made(point.module, point.attr) for point in entry_points(group=GROUP)),
    )


def identify(document: Document, engines: Sequence[Engine] = ()) -> Engine | None:
    """The engine that made *document*; None when no engine knows it.

    *engines* are asked instead of all there are.
    """
    claims = [engine for engine in engines or all_engines() if engine.identify(document)]
    if len(claims) > 1:
        names = " and ".join(engine.name for engine in claims)
        raise ThreadsiteError(f"{document.name}: {names} both claim it; their rules overlap")
    return claims[0] if claims else _fallback(document)


def engine_named(name: str, engines: Sequence[Engine] = ()) -> Engine:
    """The engine called *name*; a ConfigError says which name may be meant, or all there are."""
    last = (_made(*place) for place in FALLBACKS.values())
    named = {engine.name: engine for engine in (*last, *(engines or all_engines()))}
    if name not in named:
        near = difflib.get_close_matches(name, named, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(sorted(named))}"
        raise ConfigError(f'no engine is called "{name}"; {hint}')
    return named[name]


def _fallback(document: Document) -> Engine | None:
    """Text that no engine claims is read by its lines, a page by what repeats on it."""
    if document.kind not in FALLBACKS:
        return None
    engine = _made(*FALLBACKS[document.kind])
    return engine if engine.identify(document) else None


@cache
def _made(module: str, name: str) -> Engine:
    try:
        made = getattr(import_module(module), name)()
    except (ImportError, AttributeError, TypeError) as error:
        raise ConfigError(f"engine {module}:{name} cannot be loaded: {error}") from error
    if not isinstance(made, Engine):
        raise ConfigError(f"engine {module}:{name} has no name, identify and extract")
    return made
