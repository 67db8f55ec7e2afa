"""Feeds of forums, RSS, Atom and RDF: an item is a post, and its address says of which thread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urldefrag, urljoin

from threadsite import installs
from threadsite.document import Document, parse_html
from threadsite.engines.chats import part
from threadsite.engines.discourse import Discourse
from threadsite.engines.engine import Part
from threadsite.engines.feeditems import BODIES, IDS, Entry, author_of, entry_of, time_of
from threadsite.engines.rules import detach
from threadsite.engines.xmltext import Element, elements
from threadsite.markup.html import Dialect, read_html
from threadsite.markup.lines import line
from threadsite.markup.nodes import Block
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import Post, Thread
from threadsite.references import reference

FEED = re.compile(r"<(?:rss|rdf:RDF|feed)[\s>]")
REPLY = re.compile(r"^(?:(?P<board>[^•\n]{1,120}) • )?(?:Re: ?)?(?P<title>.*)$", re.I)
HEADLINE = "items of a feed without words"
# phpBB ends each item with a line of its own, Discourse with a link to the thread.
STATED = re.compile(
    r"^(?:Statistics|Statistik|Statistiques|Estadísticas|Statistiche|Статистика)\s?:"
)


class Feed:
    """The threads that the items of a feed belong to."""

    name = "feed"

    def identify(self, document: Document) -> bool:
        """Whether *document* is a feed."""
        head = document.text[:3_000].lstrip("\ufeff \n\t")
        return head.startswith("<") and document.kind != "json" and bool(FEED.search(head))

    def extract(self, document: Document) -> Iterator[Part]:
        """The threads, each with those of its posts that the feed shows."""
        threads: dict[tuple[str, str], list[tuple[Entry, str | None]]] = {}
        headlines = 0
        for element in elements(document, "item", "entry"):
            entry = entry_of(element, document)
            if entry.first(*BODIES) and (entry.first("title") or entry.url):
                forum, thread, post = _ids(entry)
                threads.setdefault((forum, thread), []).append((entry, post))
            else:
                headlines += 1
        for (forum, thread), found in threads.items():
            left_out = ((HEADLINE, headlines),) if headlines else ()
            headlines = 0
            read = part(_thread(forum, thread, found), document, self.name)
            yield replace(read, left_out=left_out)


def _ids(entry: Entry) -> tuple[str, str, str | None]:
    """Whose ids they are, the thread's, and the post's where the address has one."""
    meant = reference(entry.url)
    forum = installs.forum(entry.url)
    if meant and meant.thread:
        return forum, meant.thread, meant.post
    if meant and meant.post:
        # phpBB's feeds name the post only: its title is what its thread shares.
        return forum, _short(_title(entry)[1].casefold()), meant.post
    return forum, _short(urldefrag(entry.url)[0] or entry.first(*IDS) or entry.first("title")), None


def _short(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _title(entry: Entry) -> tuple[str, str]:
    """The board and the thread that the title of *entry* names."""
    found = REPLY.match(line(entry.first("title")))
    return (found["board"] or "", found["title"]) if found else ("", "")


def _thread(forum: str, id_: str, found: list[tuple[Entry, str | None]]) -> Thread:
    dated = [(time_of(entry), place) for place, (entry, _) in enumerate(found)]
    # Feeds begin with the newest.
    order = sorted(dated, key=lambda pair: (str(pair[0] or ""), -pair[1]))
    entries = [found[place] for _, place in order]
    first = entries[0][0]
    board, title = _title(first)
    board = board or line(first.first("category"))
    return Thread(
        id=id_,
        title=title or id_,
        posts=tuple(_post(entry, post, id_) for entry, post in entries),
        forum=forum,
        board=(board,) if board else (),
        url=urldefrag(first.url)[0] or None,
    )


def _post(entry: Entry, post: str | None, thread: str) -> Post:
    blocks = _words(entry)
    return Post(
        id=post or thread,
        author=author_of(entry),
        body=write(blocks),
        created=time_of(entry),
        url=entry.url or None,
        quotes=quotes(blocks),
    )


def _words(entry: Entry) -> tuple[Block, ...]:
    tree, _ = parse_html(entry.first(*BODIES))
    dialect = Dialect(entry.url or None, Discourse.dialect.classes, Discourse.dialect.tags)
    for paragraph in list(tree.iter("p", "small")):
        words = "".join(map(str, paragraph.itertext())).strip()
        links = [urljoin(entry.url, a.get("href", "")) for a in paragraph.iter("a")]
        whole = len(links) == 1 and links[0] == entry.url and entry.url
        if STATED.match(words) or (whole and words == _link_words(paragraph)):
            if (rule := paragraph.getnext()) is not None and rule.tag == "hr":
                detach(rule)
            detach(paragraph)
    return read_html(tree, dialect)


def _link_words(paragraph: Element) -> str:
    return "".join(str(word) for a in paragraph.iter("a") for word in a.itertext()).strip()
