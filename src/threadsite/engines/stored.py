"""How the databases of forums keep the words of posts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from threadsite.document import parse_html
from threadsite.engines.discourse import Discourse
from threadsite.engines.discuzbodies import read_discuz
from threadsite.engines.flarumcode import read_flarum
from threadsite.engines.invision4 import Invision4
from threadsite.engines.ipbcode import read_ipb
from threadsite.engines.rules import detach, select_all
from threadsite.engines.vanillacode import read_vanilla
from threadsite.engines.woltlabcode import read_woltlab
from threadsite.engines.wordpresscode import read_wordpress
from threadsite.markup.bbcode import Forum, read_bbcode
from threadsite.markup.html import read_html
from threadsite.markup.nodes import Block
from threadsite.markup.s9e import is_s9e, read_s9e
from threadsite.markup.smilies import EMOJI

BREAK = re.compile(r"<br ?/?>\n?")
ELEMENT = re.compile(r"</?(?:span|font|code|ol|li)\b[^<>]*>|<!-- ia\d{1,9} -->")
SMILEY = re.compile(r"<!-- s([^<>]{1,60}) --><img [^<>]*><!-- s[^<>]{1,60} -->")
LINK = re.compile(
    r'<!-- ([mwle]) --><a [^<>]*?href="([^"<>]*)"[^<>]*>([^<>]*)</a><!-- [mwle] -->', re.I
)
DROPPED = (
    *Discourse.rules.drop,
    # Addresses of files that only members may open.
    "[src*='/secure-uploads/'], [src*='/secure-media-uploads/']",
    "[href*='/secure-uploads/'], [href*='/secure-media-uploads/']",
)
UNMARKED = frozenset(("url", "email"))
# Invision writes these for its own address and for the folder of its files.
BASE, FILES = "<___base_url___>", re.compile(r"<fileStore\.\w{1,40}>")


def phpbb(body: str, forum: Forum) -> Sequence[Block]:
    """The words of phpBB 3."""
    # The tags of phpBB number the files of a post, they do not give their ids.
    forum = replace(forum, uid=forum.uid or "", files={})
    if is_s9e(body):
        return read_s9e(body, forum)
    return read_bbcode(_typed(body), replace(forum, escaped=True))


def _phpbb2(body: str, forum: Forum) -> Sequence[Block]:
    forum = replace(forum, uid=forum.uid or "", escaped=True, unmarked=UNMARKED)
    return read_bbcode(_typed(body), forum)


def _smf(body: str, forum: Forum) -> Sequence[Block]:
    return read_bbcode(BREAK.sub("\n", body), replace(forum, uid=None, escaped=True))


def _discourse(body: str, forum: Forum) -> Sequence[Block]:
    root, _ = parse_html(body)
    polls = islice(select_all(root, ".poll"), 1 if forum.uid else 0)
    for chrome in [*select_all(root, DROPPED), *polls]:
        detach(chrome)
    return read_html(root, replace(Discourse.dialect, base=forum.base))


def _invision(body: str, forum: Forum) -> Sequence[Block]:
    base = (forum.base or "").rstrip("/")
    root, _ = parse_html(FILES.sub(f"{base}/uploads", body.replace(BASE, base)))
    for chrome in select_all(root, Invision4.rules.drop):
        detach(chrome)
    return read_html(root, replace(Invision4.dialect, base=forum.base))


def _typed(body: str) -> str:
    """*body* as it was typed, without the HTML that phpBB put into it."""
    if "<" not in body:
        return body
    body = SMILEY.sub(lambda found: EMOJI.get(found[1], found[1]), body)
    body = LINK.sub(lambda found: found[2] if found[1] in "mMlL" else found[3], body)
    return ELEMENT.sub("", BREAK.sub("\n", body))


BODIES: Mapping[str, Callable[[str, Forum], Sequence[Block]]] = {
    "bbcode": read_bbcode,
    "discourse": _discourse,
    "discuz": read_discuz,
    "flarum": read_flarum,
    "invision": _invision,
    "ipb": read_ipb,
    "phpbb": phpbb,
    "phpbb2": _phpbb2,
    "smf": _smf,
    "vanilla": read_vanilla,
    "woltlab": read_woltlab,
    "wordpress": read_wordpress,
}
"""How bodies are kept, by the name that the database gives it."""
