"""What is left on the site of what was taken down.

Names and words of it are known by their marks only, so whatever may be one of them is marked and
compared: strings that stand alone, posts, quotes, and words that stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from threadsite import slugs, urls
from threadsite.checking.facts import Facts, Link, attributes, line_of
from threadsite.checking.finding import Finding
from threadsite.content.headers import TakedownSheet
from threadsite.content.takedowns import FEWEST, WORD, Takedowns
from threadsite.installs import told
from threadsite.markup.words import SHORTCODE
from threadsite.references import Reference, reference

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LONGEST_NAME = 3
"""Words of a name that is known again within a sentence, all of them with capitals."""
MARKS = " \t\n.,;:!?()[]{}<>\"'“”„«»‘’@#*_~…-–—/\\"
"""What may stand round a name."""
SEEN = 50_000
"""Strings, and words, that are known to be harmless, at most: the same stand on many pages."""
SAID = frozenset({"alt", "aria-label", "content", "label", "title"})
"""Attributes that readers come to know."""
SILENT = frozenset({"script", "style"})
WITHIN = frozenset({"a", "b", "bdi", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup"})
"""Elements that end no word."""
PAGE = re.compile(r"t/(?P<key>[^/]+?)(?:\.\d+)?\.html")

String = tuple[str, int]
"""With the line that it stands on."""


class Taken:
    """What is known of all that was taken down, as *sheet* names it. The forums *named* so by a
    person need not be called as their hosts are; addresses below *home* are the site's own."""

    def __init__(self, sheet: TakedownSheet, named: frozenset[str], home: str) -> None:
        self._marks = Takedowns(sheet)
        self._home = home
        self._named = named | {""}
        self._names = frozenset(name for author in sheet.author for name in author.names)
        words = (post.words for post in sheet.post)
        of_authors = (words for author in sheet.author for words in author.words)
        self._words = frozenset(filter(None, (*words, *of_authors)))
        self._threads = frozenset((one.forum, one.id) for one in sheet.thread)
        self._posts = frozenset((one.forum, one.thread, one.id) for one in sheet.post)
        self._seen: set[str] = set()
        self._words_seen: set[str] = set()

    def __bool__(self) -> bool:
        """Whether anything was taken down."""
        return bool(self._marks)

    def check(self, facts: Facts) -> Iterator[Finding]:
        """What of it the file of *facts* still says."""
        name = facts.name
        for text, line in strings(facts):
            yield from (Finding(kind, name, line, what) for kind, what in self._fresh(text))
        for text, line in posts(facts):
            if self._words and self._mark_of(text) in self._words:
                yield Finding("taken-words", name, line, "says the words of a post taken down")
        meant = list(self._meant(facts.links))
        for found, link in meant:
            if self._is_taken(link.address, found):
                what = f"{link.address} is the address of something that was taken down"
                yield Finding("taken-address", name, link.line, what)
        yield from self._check_page(facts, [found for found, _ in meant])

    def _fresh(self, text: str) -> Iterator[tuple[str, str]]:
        """What `_said` tells of *text*; that nothing is to be told is remembered."""
        if text in self._seen:
            return
        said = list(self._said(text))
        yield from said
        if not said:
            _remember(text, self._seen)

    def _said(self, text: str) -> Iterator[tuple[str, str]]:
        """What kind of thing *text* says that was taken down."""
        if self._names:
            if self._marks.marked_name(text) in self._names:
                yield "taken-name", "shows a name that was taken down"
            elif self._mentions(text):
                yield "mentioned", "a name that was taken down stands within a sentence"
        if self._words and self._mark_of(text) in self._words:
            yield "taken-words", "says the words of a post that was taken down"

    def _mentions(self, text: str) -> bool:
        words = [word.strip(MARKS) for word in text.split()]
        return any(map(self._is_name, {*words} - self._words_seen)) or any(
            self._marks.marked_name(" ".join(run[start:end])) in self._names
            for run in _runs(words)
            for start in range(len(run))
            for end in range(start + 2, min(start + LONGEST_NAME, len(run)) + 1)
        )

    def _is_name(self, word: str) -> bool:
        if self._marks.marked_name(word) in self._names:
            return True
        _remember(word, self._words_seen)
        return False

    def _mark_of(self, text: str) -> str:
        words = WORD.findall(SHORTCODE.sub("", text).casefold())
        return self._marks.marked(" ".join(words)) if len(words) >= FEWEST else ""

    def _meant(self, links: Iterable[Link]) -> Iterator[tuple[Reference, Link]]:
        """What those of *links* mean that lead to threads and posts of forums."""
        for link in links:
            is_own = self._home and link.address.startswith(self._home)
            if not is_own and (found := _reference(link.address)):
                yield found, link

    def _is_taken(self, address: str, meant: Reference) -> bool:
        forums = {meant.host, told(address) or meant.host}
        return any(
            (forum, meant.thread) in self._threads
            or any(
                forum == of and meant.post == post and meant.thread in {None, thread}
                for of, thread, post in self._posts
            )
            for forum in forums
        )

    def _check_page(self, facts: Facts, meant: Sequence[Reference]) -> Iterator[Finding]:
        """Whether the page of *facts* is that of a thread, or holds a post, that was taken down.
        What it links, *meant* so, tells whether it is of another forum with the same numbers."""
        page = PAGE.fullmatch(facts.name)
        if not page:
            return
        for forum, thread in self._threads:
            if self._is_page_of(page["key"], forum, thread, meant):
                yield Finding("taken-page", facts.name, 0, "is of a thread that was taken down")
        for forum, thread, post in self._posts:
            line = next((facts.ids.get(one) for one in urls.anchors([post])), None)
            if line is not None and self._is_page_of(page["key"], forum, thread, meant):
                what = f"has the post {post}, which was taken down"
                yield Finding("taken-page", facts.name, line, what)

    def _is_page_of(self, key: str, forum: str, thread: str, meant: Sequence[Reference]) -> bool:
        """Whether a page with that *key* is of the *thread* of *forum*."""
        stems = (slugs.key(thread, forum), slugs.key(thread))
        if not any(key == stem or key.startswith(f"{stem}-") for stem in stems):
            return False
        name = forum.partition("/")[0]
        others = (one for one in meant if one.thread == thread and one.host != name)
        return forum in self._named or not any(others)


def _remember(text: str, seen: set[str]) -> None:
    if len(seen) >= SEEN:
        seen.clear()
    seen.add(text)


def _runs(words: Sequence[str]) -> Iterator[list[str]]:
    """The longest rows of *words* that begin with no small letter."""
    for is_name, run in groupby(words, lambda word: bool(word) and not word[0].islower()):
        if is_name:
            yield list(run)


def strings(facts: Facts) -> Iterator[String]:
    """The strings that stand alone in the file of *facts*."""
    yield from facts.texts
    if facts.root is None:
        return
    for element in facts.root.iter("*"):
        line = line_of(element)
        if element.text and element.tag not in SILENT:
            yield element.text.strip(), line
        if element.tail:
            yield element.tail.strip(), line
        yield from ((value, line) for name, value in attributes(element) if name in SAID)


def posts(facts: Facts) -> Iterator[String]:
    """The words of posts, and of quotes, in the page of *facts*."""
    if facts.root is None:
        return
    for element in facts.root.iter("div", "blockquote"):
        classes = (element.get("class") or "").split()
        if "body" in classes or element.tag == "blockquote":
            yield "".join(_own_words(element)), line_of(element)


def _own_words(element: Element) -> Iterator[str]:
    """The words in *element* but those of quotes in it, and of their heads."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        if event == "end":
            yield (one.tail or "") if one is not element else ""
        elif one is not element and _is_anothers(one):
            walk.skip_subtree()
        else:
            yield "" if one.tag in WITHIN else "\n"
            yield one.text or ""


def _is_anothers(element: Element) -> bool:
    """Whether *element*, in a post, has no words of who wrote that."""
    return element.tag in {"blockquote", "summary"} or element.get("class") == "quote-head"


@lru_cache(maxsize=16_384)
def _reference(address: str) -> Reference | None:
    return reference(address) if "//" in address else None
