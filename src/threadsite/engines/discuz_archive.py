"""The archiver of Discuz! X: a view for crawlers, without numbers of posts and authors."""

from __future__ import annotations

from itertools import takewhile

from lxml import etree

from threadsite.engines.discuzcode import CLASSES, TAGS
from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, select

TOPIC = r"[?&;]tid[=-](\d+)|thread-(\d+)"
BODY = "threadsite-body"


class DiscuzArchive(HtmlEngine):
    """What `archiver/` shows: a line that names author and date, then the words."""

    name = "discuz-archive"
    rules = Rules(
        sign=("Archiver",),
        identify="meta[name=generator][content^='Discuz! Archiver']",
        title=("#end a", "#nav::text::match([^\\s\u203a].*)", "#content > h3"),
        title_of_page=r"^(.+?) - ",
        thread_id=f"#end a::attr(href)::match({TOPIC})",
        thread_in_url=TOPIC,
        url="#end a::attr(href)",
        board="#nav a::attr(href)::match(fid-\\d)",
        page=".page strong::match(\\d+)",
        pages=".page a",
        post="#content > p.author",
        author=".author > strong",
        date=".author::text",
        post_title=f".{BODY} > h3",
        body=f".{BODY}",
        drop="h3",
        row="#content > ul[type] > li, #content > ol > li",
        row_thread="a[href*=tid]",
        row_replies="::text::match(\\d+)",
    )
    dialect = dialect(CLASSES, TAGS)

    def elements(self, page: Page) -> list[Element]:
        """The line above the words of each post, together with these."""
        posts = [_together(line) for line in select(page.root, self.rules.post)]
        changed()
        return posts


def _together(line: Element) -> Element:
    post, body = etree.Element("div"), etree.Element("div", {"class": BODY})
    after = [*takewhile(_is_body, line.itersiblings())]
    line.addprevious(post)
    body.text, line.tail = line.tail, None
    body.extend(after)
    post.extend([line, body])
    return post


def _is_body(element: Element) -> bool:
    return element.get("class") not in {"author", "page"}
