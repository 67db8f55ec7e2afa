"""Signatures: the line that software sets above them, which is no part of them.

In phpBB it is a line of underscores, and all that marks them."""

from __future__ import annotations

from lxml import etree

from threadsite.engines.rules import Element, detach

LINE = "_" * 15


def below_line(body: Element) -> Element | None:
    """What stands below the last such line, cut out of *body*; all of it when it begins
    with the line, None when there is no line."""
    if (body.text or "").strip().startswith(LINE):
        body.text = (body.text or "").strip().lstrip("_")
        return body
    lines = [br for br in body.iter("br") if (br.tail or "").strip().startswith(LINE)]
    if not lines:
        return None
    line = lines[-1]
    signature = etree.Element("div")
    signature.text = (line.tail or "").strip().lstrip("_")
    line.tail = None
    for sibling in list(line.itersiblings()):
        signature.append(sibling)
    return signature


def without_rule(signature: Element | None) -> Element | None:
    """*signature* without the ruled line that it begins with."""
    if signature is None or not len(signature) or (signature.text or "").strip():
        return signature
    if signature[0].tag == "hr":
        detach(signature[0])
    return signature
