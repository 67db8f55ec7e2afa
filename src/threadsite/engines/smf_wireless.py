"""The views of Simple Machines 1 and 2 for phones of their day: names and words, nothing else."""

from __future__ import annotations

from lxml import etree

from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, select, value

BODY = "threadsite-body"


class SMFWireless(HtmlEngine):
    """What `wap2` shows, as paragraphs, and `imode`, as rows: no dates, no numbers of posts."""

    name = "smf-wireless"
    rules = Rules(
        sign=("wap2", "imode"),
        identify=(
            "p[class^=win] a[accesskey][href*=wap2]",
            "td[bgcolor] a[accesskey][href*=imode], td a[accesskey][href*=imode]",
        ),
        title=("p.catbg, p.cat", "td > font[color='#ffffff']"),
        thread_id=(
            "link[rel=canonical]::attr(href)::match(topic[=,](\\d+))",
            "a[href*=';wap2'], a[href*=';imode']::attr(href)::match(topic[=,](\\d+))",
        ),
        thread_in_url=r"topic[=,](\d+)",
        page_suffix=r"(?<=\d)\.\d+[^/]*$|[;&?](?:PHPSESSID|wap2|imode).*$",
        board=("p.titlebg, p.title", "tr[bgcolor='#b6dbff'] > td"),
        page=(
            "p.catbg + p, p.cat + p::match(\\((\\d+)/\\d+\\))",
            "tr:has(font) + tr::match(\\((\\d+)/\\d+\\))",
        ),
        pages=(
            "p.catbg + p, p.cat + p::match(\\(\\d+/(\\d+)\\))",
            "tr:has(font) + tr::match(\\(\\d+/(\\d+)\\))",
        ),
        post=(
            "p[class^=win]:has(> strong ~ br), p[class^=win]:has(> b ~ br)",
            "td:has(> strong ~ br), td:has(> b ~ br)",
        ),
        author=("strong", "b"),
        body=f".{BODY}",
    )

    def elements(self, page: Page) -> list[Element]:
        """Each with its words in an element of their own; what has a form is no thread."""
        found = [] if select(page.root, "form") else select(page.root, self.rules.post)
        for element in found:
            _split(element)
        changed()
        return found

    def board(self, page: Page) -> tuple[str, ...]:
        """The outermost and the innermost board, with an arrow between."""
        way = (value(page.root, self.rules.board) or "").split(" > ")
        return tuple(dict.fromkeys(way)) if len(way) > 1 else ()


def _split(element: Element) -> None:
    name = next(child for child in element if child.tag in {"b", "strong"})
    line = next(name.itersiblings("br"))
    body = etree.SubElement(element, "div", {"class": BODY})
    body.text, line.tail = line.tail, None
    body.extend([one for one in line.itersiblings() if one is not body])
