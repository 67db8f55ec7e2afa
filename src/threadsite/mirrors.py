"""Copies of sites: what links said before a copying program gave the pages names for a disk.

HTTrack writes `viewtopic.php?t=5` as `viewtopic1c0e.html?t=5`, wget as `viewtopic.php%3Ft=5.html`.
Engines know pages by their addresses, so a copy is read with the links as the forum wrote them.
"""

from __future__ import annotations

import re

from lxml import etree

HTTRACK = re.compile(r"([\w./-]*[A-Za-z_])[0-9a-f]{4}(?:-\d{1,4})?\.(?:html|php)(\?.*)", re.DOTALL)
"""Four digits of the hash of the query stand before the ending, and the query stays."""
WGET = re.compile(r"([\w./-]+\.php)(?:%3[Ff]|@)([^#?]*)(#.*)?", re.DOTALL)
"""What begins the query is escaped, and what the server calls HTML ends with `.html`."""
COPIED = ("by HTTrack Website Copier", ".php%3F", ".php%3f", ".php@")
FILES = re.compile(r"attach|download|avatar")
"""Not pages: the copy has them under the name that the link says."""


def original(address: str) -> str:
    """*address* as the forum wrote it; as it is when no copying program changed it."""
    if FILES.search(address):
        return address
    if found := HTTRACK.fullmatch(address):
        return f"{found[1]}.php{found[2]}"
    if found := WGET.fullmatch(address):
        return f"{found[1]}?{found[2].removesuffix('.html')}{found[3] or ''}"
    return address


def restore(root: etree._Element, text: str) -> None:
    """Give the links of *root*, the tree of *text*, their first form if it is a copy's."""
    if not any(mark in text for mark in COPIED):
        return
    for element in root.iter("a", "link", "form"):
        name = "action" if element.tag == "form" else "href"
        if address := element.get(name):
            element.set(name, original(address))
