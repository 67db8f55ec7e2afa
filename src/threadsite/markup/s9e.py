"""The XML in which phpBB 3.2 and later, and Flarum, keep posts: `<r>` with markup, `<t>` without.

The source of the markup stands in it too, in `<s>` and `<e>`; it is not needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from threadsite.markup import bbtags
from threadsite.markup.bbcode import Forum, read_bbcode
from threadsite.markup.bbtree import Tree
from threadsite.markup.nodes import Block
from threadsite.markup.smilies import EMOJI

Element = etree._Element

SOURCE = frozenset(("s", "e", "i"))
"""Elements that hold the source of markup, or spaces that mean nothing."""
ELEMENT = re.compile(r"<[^<>]*>")
NAMES: Mapping[str, str] = {"LI": "*", "C": "icode"}
"""Elements that are not called as the tag is."""


def is_s9e(text: str) -> bool:
    """Whether *text* is kept as XML."""
    return text[:3] in ("<r>", "<t>", "<r ", "<t ") and text.rstrip()[-4:] in ("</r>", "</t>")


def read_s9e(text: str, forum: Forum | None = None) -> tuple[Block, ...]:
    """The blocks of the XML *text*; no word of it is lost."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        # Without its elements it is the BBCode that it was made of.
        return read_bbcode(ELEMENT.sub("", text), replace(forum or Forum(), escaped=True))
    tree = Tree(forum.base, forum.files) if forum else Tree()
    _walk(root, tree)
    return tree.blocks()


def _walk(root: Element, tree: Tree) -> None:
    tree.words(root.text or "")
    walk = etree.iterwalk(root, events=("start", "end"))
    next(walk)
    for event, element in walk:
        if element is root:
            return
        if event == "end":
            tree.close(_name(element))
            tree.words(element.tail or "")
        elif add := _whole(element):
            walk.skip_subtree()
            add(element, tree)
        else:
            tree.open(_name(element), _arg(element))
            tree.words(element.text or "")


def _name(element: Element) -> str:
    tag = str(element.tag)
    name = NAMES.get(tag, tag.lower())
    return name if tag not in SOURCE and name in bbtags.KNOWN else ""


def _whole(element: Element) -> Callable[[Element, Tree], None] | None:
    """What adds *element* with all that is in it; None if its inside is looked into."""
    if element.tag in SOURCE or element.tag == "br":
        return lambda _, __: None
    if element.tag == "E":
        return lambda smiley, tree: tree.words(EMOJI.get(smiley.text or "", smiley.text or ""))
    return _leaf if _name(element) in bbtags.LITERAL | bbtags.LEAVES else None


def _leaf(element: Element, tree: Tree) -> None:
    name, content = _name(element), "".join(_words(element))
    if name in bbtags.LEAVES:
        content = element.get("src") or element.get("content") or element.get("url") or content
    if name in bbtags.FILES and element.get("index"):
        tree.leaf(name, f"={element.get('index')}", element.get("filename") or content)
    else:
        tree.leaf(name, _arg(element), content)


def _words(element: Element) -> Iterator[str]:
    """The text in *element* without the source of its markup."""
    yield element.text or ""
    for child in element:
        if child.tag not in SOURCE:
            yield from map(str, child.itertext())
        yield child.tail or ""


def _arg(element: Element) -> str:
    """What stands in the attributes of *element* as BBCode would have it."""
    if author := element.get("author"):
        return f'="{author}" post_id={element.get("post_id") or ""}'
    for name in ("url", "email", "type", "lang", "title", "spoiler", "level"):
        if stated := element.get(name):
            return f'="{stated}"'
    return ""
