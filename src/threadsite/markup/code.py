"""Code: text taken as it stands, line by line, and the language that the page states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lxml import etree

from threadsite.markup.hooks import first
from threadsite.markup.nodes import CodeBlock, CodeSpan, Node

if TYPE_CHECKING:
    from threadsite.markup.html import Hook, Walker

LANGUAGE = re.compile(
    r"(?:^|[\s_-])(?:language|lang|brush|highlight-source|highlight-text)[-:_]\s?([\w+#.]+)", re.I
)
UNSTATED = frozenset({"none", "text", "txt", "plain", "plaintext", "nohighlight", "auto", "code"})
# What highlighters put on lines of their own without a newline between.
LINES = frozenset({"div", "li", "p", "tr"})
NOT_CODE = frozenset({"script", "style", "button", "textarea", "template"})
GUTTERS = frozenset({"linenos", "lineno", "gutter", "line-numbers-rows", "rouge-gutter"})


def pre(element: etree._Element, _: Walker) -> Sequence[Node]:
    """The element is a block of code."""
    return (CodeBlock(literal(element), language(element)),)


def code(content: str | None = None) -> Hook:
    """The element is code: a block when it has lines, else a part of its line. With *content*, it
    is the block of code in its first descendant of that class, and without one somebody else's."""

    def hook(element: etree._Element, _: Walker) -> Sequence[Node] | None:
        inside = first(element, content) if content else element
        if inside is None:
            return None
        text = literal(inside)
        if content or "\n" in text.strip("\n") or _stands_alone(element):
            return (CodeBlock(text, language(inside) or language(element)),)
        return (CodeSpan(text),)

    return hook


def literal(element: etree._Element) -> str:
    """The text of *element* as it stands, a line for each line that a reader sees."""
    exact = any(outer.tag == "pre" for outer in (element, *element.iterancestors()))
    parts = [element.text or ""]
    walk = etree.iterwalk(element, events=("start", "end"))
    next(walk)
    for event, node in walk:
        if node is element:
            break
        if event == "start":
            if _is_code(node):
                parts.append("\n" if node.tag == "br" else node.text or "")
                continue
            walk.skip_subtree()
        elif node.tag in LINES and _is_code(node) and parts[-1][-1:] != "\n":
            parts.append("\n")
        if event == "end" and node.tail:
            # A line break of the source, where BBCode wrote one of its own as well.
            doubled = node.tag == "br" and not exact
            parts.append(node.tail.removeprefix("\n") if doubled else node.tail)
    return "".join(parts).replace("\xa0", " ")


def language(element: etree._Element) -> str:
    """The language that *element* or the code inside it states; empty when it states none."""
    for node in (element, *element.iter("code")):
        stated = node.get("data-lang") or node.get("data-language") or ""
        found = LANGUAGE.search((node.get("class") or "")[:500])
        name = (stated or (found[1] if found else "")).lower()
        if name and name not in UNSTATED:
            return name
    return ""


def _is_code(node: etree._Element) -> bool:
    if not isinstance(node.tag, str) or node.tag in NOT_CODE:
        return False
    return not GUTTERS.intersection((node.get("class") or "").split())


def _stands_alone(element: etree._Element) -> bool:
    """Whether a block holds nothing but *element*, as phpBB and others write blocks of code."""
    parent = element.getparent()
    if parent is None or parent.tag not in ("dd", "pre", "div") or len(parent) != 1:
        return False
    return not (parent.text or "").strip() and not (element.tail or "").strip()
