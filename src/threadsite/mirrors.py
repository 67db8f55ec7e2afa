"""Copies of sites: what pages said before a program or a browser saved them.

HTTrack writes `viewtopic.php?t=5` as `viewtopic1c0e.html?t=5`, wget as `viewtopic.php%3Ft=5.html`.
Engines know pages by their addresses, so a copy is read with the links as the forum wrote them.
A browser puts the rows of each table into a `<tbody>` of its own, which rules need not know.
The Wayback Machine leads every link of a page that it shows to its own copy of what is linked.
"""

from __future__ import annotations

import re

from lxml import etree

HTTRACK = re.compile(r"([\w./-]*[A-Za-z_])[0-9a-f]{4}(?:-\d{1,4})?\.(?:html|php)(\?.*)", re.DOTALL)
"""Four digits of the hash of the query stand before the ending, and the query stays."""
WGET = re.compile(r"([\w./-]+\.php)(?:%3[Ff]|@)([^#?]*)(#.*)?", re.DOTALL)
"""What begins the query is escaped, and what the server calls HTML ends with `.html`."""
COPIER = "by HTTrack Website Copier"
RENAMED = (".php%3F", ".php%3f", ".php@")
CAPTURED = ("FILE ARCHIVED ON", "WAYBACK TOOLBAR INSERT", "__wm.wombat(")
"""What every page bears that the Wayback Machine has written its addresses into, at an end."""
EDGE = 16_384
CAPTURE = re.compile(
    r"(?:(?:https?:)?//[^/?#\s]+)?/web/\d{1,14}(?:[a-z]{2}_)?/(?=https?:|mailto:)", re.IGNORECASE
)
ADDRESSES = ("href", "src", "action", "content", "data-src", "data-url", "data-href", "poster")
ADDED = "threadsite-rows"
"""What a `<tbody>` is called that may be a browser's, until it is taken out."""
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
    """Give *root*, the tree of *text*, the form that it had before it was saved."""
    added = [rows for rows in root.iter("tbody") if not rows.attrib]
    for rows in added:
        rows.tag = ADDED
    if added:
        etree.strip_tags(root, ADDED)
    _relink(root, text)
    _release(root, text)


def _release(root: etree._Element, text: str) -> None:
    ends = text[:EDGE], text[-EDGE:]
    if not any(mark in end for end in ends for mark in CAPTURED):
        return
    for element in root.iter(etree.Element):
        for name in ADDRESSES:
            if "/web/" in (address := element.get(name, "")) and (found := CAPTURE.match(address)):
                element.set(name, address[found.end() :])


def _relink(root: etree._Element, text: str) -> None:
    if not any(mark in text for mark in (COPIER, *RENAMED)):
        return
    for element in root.iter("a", "link", "form"):
        name = "action" if element.tag == "form" else "href"
        if address := element.get(name):
            element.set(name, original(address))
