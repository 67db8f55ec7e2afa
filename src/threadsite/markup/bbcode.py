"""BBCode to nodes: tags that are whole mean something, everything else is words.

One pass tells tags from words, one finds each tag its end, one builds. Each is linear, whatever
stands in the text.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from threadsite.markup import bbtags
from threadsite.markup.bbtree import Tree
from threadsite.markup.nodes import Block, Inline

# A quoted name may hold brackets, a bare one pairs of them.
TAG = re.compile(
    r"\[(?:/([a-z*][a-z0-9_*]{0,30})([^\[\]\n]{0,60})"
    r"|([a-z*][a-z0-9_*]{0,30})"
    r"((?:[=:|\s](?:\"[^\"\n]{0,500}\"(?=[\]\s:])|\[[^\[\]\n]{0,100}\]|[^\[\]]){0,900}+)?))\]",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Forum:
    """How a forum keeps the BBCode of its posts."""

    base: str | None = None
    """The address of the forum, for links that are relative."""
    uid: str | None = None
    """What marks the tags of this post, where the software marks them: tags without are words."""
    escaped: bool = False
    """Words are kept with the entities of HTML."""
    unmarked: frozenset[str] = frozenset()
    """Tags that bear no mark even so."""
    files: Mapping[str, Sequence[Inline]] = field(default_factory=lambda: MappingProxyType({}))
    """What to write for an attachment, by its id."""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, or words where there is no name."""

    source: str
    name: str = ""
    arg: str = ""
    ends: bool = False
    content: str | None = None
    """What is in a tag that is not looked into."""


def read_bbcode(text: str, forum: Forum | None = None) -> tuple[Block, ...]:
    """The blocks of *text*; no word of it is lost, markup that is not understood stays as words."""
    forum = forum or Forum()
    tokens = list(_Scanner(text, forum).tokens())
    tree = Tree(forum.base, forum.files)
    words = html.unescape if forum.escaped else str
    waiting: list[str] = []
    for token, whole in zip(tokens, _whole(tokens), strict=True):
        if whole and _may_begin(token, tree):
            tree.words(words("".join(waiting)))
            waiting.clear()
            _add(token, tree, words)
        else:
            waiting.append(token.source)
    tree.words(words("".join(waiting)))
    return tree.blocks()


def _may_begin(token: Token, tree: Tree) -> bool:
    return token.ends or token.name not in bbtags.PARTS or tree.takes(token.name)


def _add(token: Token, tree: Tree, words: Callable[[str], str]) -> None:
    if token.content is not None:
        tree.leaf(token.name, words(token.arg), words(token.content))
    elif token.ends:
        tree.close(token.name)
    else:
        tree.open(token.name, words(token.arg))


def _whole(tokens: Sequence[Token]) -> list[bool]:
    """For each token, whether it is a tag that has its counterpart or needs none."""
    whole = [token.content is not None for token in tokens]
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(tokens):
        if token.name in bbtags.ALONE:
            whole[place] = True
        elif not token.name or token.content is not None:
            continue
        elif not token.ends:
            waiting[token.name].append(place)
        elif waiting[token.name]:
            whole[place] = whole[waiting[token.name].pop()] = True
    return whole


class _Scanner:
    def __init__(self, text: str, forum: Forum) -> None:
        self._text = text
        self._forum = forum
        self._mark = re.compile(rf"(?::\w)?:{re.escape(forum.uid)}") if forum.uid else None
        self._ends: defaultdict[str, list[int]] = defaultdict(list)
        self._tags = list(filter(self._is_tag, TAG.finditer(text)))
        for found in self._tags:
            if found[1]:
                self._ends[found[1].lower()].append(found.start())
        self._places = [found.start() for found in self._tags]

    def tokens(self) -> Iterator[Token]:
        at = place = 0
        while place < len(self._tags):
            found = self._tags[place]
            if found.start() > at:
                yield Token(self._text[at : found.start()])
            token, at = self._token(found)
            yield token
            place = bisect_left(self._places, at, place + 1)
        if at < len(self._text):
            yield Token(self._text[at:])

    def _is_tag(self, found: re.Match[str]) -> bool:
        name, rest = (found[1] or found[3]).lower(), found[2] or found[4] or ""
        if name not in bbtags.KNOWN:
            return False
        if self._forum.uid is None or name in self._forum.unmarked:
            return True
        return self._mark is not None and self._mark.search(rest) is not None

    def _token(self, found: re.Match[str]) -> tuple[Token, int]:
        """The tag *found*, with all that is in it when that is no BBCode, and where it ends."""
        source = found[0]
        if found[1]:
            return Token(source, found[1].lower(), ends=True), found.end()
        name, arg = found[3].lower(), found[4] or ""
        if self._mark:
            arg = self._mark.sub("", arg, count=1)
        ends = self._ends[name]
        place = bisect_left(ends, found.end())
        end = ends[place] if place < len(ends) else -1
        if self._is_literal(name, arg, found.end(), end):
            content = self._text[found.end() : end]
            return Token(source, name, arg, content=content), self._text.index("]", end) + 1
        if name in bbtags.FILES and arg:
            return Token(source, name, arg, content=source), found.end()
        return Token(source, name, arg), found.end()

    def _is_literal(self, name: str, arg: str, begin: int, end: int) -> bool:
        if end < 0:
            return False
        if name in bbtags.LITERAL:
            return True
        if name not in bbtags.LEAVES and (name not in bbtags.LINKS or bbtags.value(arg)):
            return False
        return self._text.find("[", begin, end) < 0
