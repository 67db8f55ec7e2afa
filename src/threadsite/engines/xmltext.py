"""XML of exports and feeds, an element at a time: no entity of its own, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from threadsite.document import Document

Element = etree._Element


def elements(document: Document, *names: str) -> Iterator[Element]:
    """The elements of *document* called one of *names*, whatever their namespace; each is
    emptied when the next one is asked for."""
    found = etree.iterparse(
        # A declaration that names another charset counts no more: the text is decoded.
        BytesIO(document.text.lstrip("\ufeff \n\t").encode("utf-8", "replace")),
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        for _, element in found:
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError:
        # What came before the damage has been read.
        return


def local(element: Element) -> str:
    """The name of *element* without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
