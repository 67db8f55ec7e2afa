"""XMB 1.9 and 1.10: posts of three rows of one table, `a[name=pidN]`, `td.navtd`, `.mediumtxt`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml import etree

from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, detach, select, text_of
from threadsite.markup.code import literal
from threadsite.markup.html import Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock

TOPIC = r"viewthread\.php\?(?:\w+=[^&]*&)*tid=(\d+)"
ROWS = 3
# The text of a quote begins with "[i]Originally posted by NAME[/i]", which the software wrote.
SAID = re.compile(r"originally posted by\s(.{1,60})$", re.IGNORECASE)


def table(element: Element, walker: Walker) -> Sequence[Node] | None:
    """A table of the class of a quote or of code, with a head and a body."""
    if code := select(element, "td.codemessage"):
        return [CodeBlock(literal(code[0]))]
    words = next(iter(select(element, "td.quotemessage")), None)
    if words is None:
        return None
    first = next(iter(words), None)
    said = SAID.search(text_of(first)[:100]) if first is not None and _leads(first) else None
    if first is None or said is None:
        return [QuoteBlock(walker.blocks(words))]
    detach(first)
    return [QuoteBlock(walker.blocks(words), said[1])]


class XMB(HtmlEngine):
    """XMB, eXtreme Message Board, since 2003."""

    name = "xmb"
    rules = Rules(
        sign=("XMB", "xmb"),
        identify=(
            "head title::match(Powered by XMB)",
            "body:has(td.navtd) td.tablerow a[name^=pid]",
        ),
        title="tr.header td + td::match(^[^:]{1,40}:\\s(.+)$)",
        title_of_page=r"^(.+?) - ",
        thread_id=(
            f"link[rel=canonical]::attr(href)::match({TOPIC})",
            f"a[href*='action=printable']::attr(href)::match({TOPIC})",
            f"td.multi a::attr(href)::match({TOPIC})",
            f"a[href*='goto=search']::attr(href)::match({TOPIC})",
            "a[href*='post.php'][href*=tid]::attr(href)::match(tid=(\\d+))",
        ),
        thread_in_url=TOPIC,
        page_suffix=r"&(?:page|goto|pid)=[^&#]*|#.*$",
        board="td.nav a::attr(href)::match(forumdisplay\\.php|gid=)",
        page=("td.multi strong::match(^\\d+$)", "td.multi b::match(^\\d+$)"),
        pages="td.multi a",
        post="tr:has(> td[rowspan] a[name^=pid])",
        post_id="a[name^=pid]::attr(name)::match(^pid(\\d+)$)",
        post_url="a[href*='goto=search']::attr(href)",
        post_title=".subject",
        author="td[rowspan] > .mediumtxt strong, td[rowspan] > strong",
        author_url="td[rowspan] > .mediumtxt a[href*=viewpro]::attr(href)",
        author_title="td[rowspan] .smalltxt::text::match(\\S.*)",
        avatar="td[rowspan] div[align=center] img::attr(src)",
        date=("a[href*='goto=search']", "td table td.smalltxt"),
        body=("div.mediumtxt", "td:not([rowspan]) > font.mediumtxt"),
        attachment="a[href*='action=attachment'], .mediumtxt a[href*='/files.php']",
        attachment_name="::match(\\S.*)",
        attachment_url="::attr(href)",
        board_title="td.nav::text::match([^\\s\u00bb][^\u00bb]*$)",
        row="tr:has(> td.tablerow a[href*='viewthread.php?tid='])",
        row_thread=f"td.tablerow a::attr(href)::match({TOPIC}$)",
        row_replies="td.tablerow ~ td.ctrtablerow + td.ctrtablerow",
        row_views="td.tablerow ~ td.ctrtablerow + td.ctrtablerow + td.ctrtablerow",
        row_locked="td img[src*=lock_folder]",
    )
    dialect = dialect({"quote": table, "code": table})

    def elements(self, page: Page) -> list[Element]:
        """The rows of each post, as a table of its own."""
        heads = select(page.root, self.rules.post)
        posts = [_gathered(head) for head in heads]
        changed()
        return [post for post in posts if select(post, self.rules.body)]


def _gathered(head: Element) -> Element:
    rows = [head, *islice(head.itersiblings("tr"), ROWS - 1)]
    post = etree.Element("table")
    post.extend(rows)
    return post


def _leads(first: Element) -> bool:
    parent = first.getparent()
    return parent is not None and not (parent.text or "").strip()
