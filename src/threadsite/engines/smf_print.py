"""The print view of Simple Machines 1 and 2: a whole thread, without numbers of posts."""

from __future__ import annotations

from itertools import takewhile

from lxml import etree

from threadsite.engines.embeds import dialect
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, changed, select, value
from threadsite.engines.smfcode import CLASSES, TAGS, quote
from threadsite.markup.code import code

POST = "threadsite-post"


class SMFPrint(HtmlEngine):
    """What `action=printpage` shows: lines that name a post and its author, then its words."""

    name = "smf-print"
    rules = Rules(
        sign=("normaltext", "postheader"),
        identify=("h1.largetext + h2.normaltext", "h2#linktree ~ #posts .postheader"),
        title=(".postheader strong", "hr + b", "head title"),
        thread_id="link[rel=canonical]::attr(href)::match(topic[=,](\\d+))",
        thread_in_url=r"topic[=,](\d+)",
        page_suffix=r"(?<=\d)\.\d+[^/]*$|[;&?](?:PHPSESSID|action)=.*$",
        board=("h2#linktree", "h2.normaltext"),
        post=f"div.{POST}",
        post_title=("b", ".postheader strong"),
        author=(f".{POST} > b:nth-of-type(2)", ".postheader strong:nth-of-type(2)"),
        date=(f".{POST} > b:nth-of-type(3)", ".postheader strong:nth-of-type(3)"),
        poll="#poll_data",
        poll_question=".question strong",
        poll_choice="div:not(.question):has(> strong)",
        poll_answer="strong",
        poll_votes="::text::match((\\d[\\d.,]*)\\s*$)",
        body=("td > div[style*='5ex']", f".{POST} > div[style*='5ex']", ".postbody"),
    )
    dialect = dialect({**CLASSES, "quote": quote, "code": code()}, TAGS)

    def elements(self, page: Page) -> list[Element]:
        """The words of each post together with the lines above them."""
        posts = [_together(body) for body in select(page.root, self.rules.body)]
        changed()
        return posts

    def board(self, page: Page) -> tuple[str, ...]:
        """What stands between arrows, but for the last: who began the thread."""
        way = value(page.root, self.rules.board) or ""
        return tuple(part.strip() for part in way.split("=>")[:-1])

    def position(self, element: Element) -> int | None:
        """The view shows all posts, from the first."""
        return 1 + sum(1 for _ in element.itersiblings(element.tag, preceding=True))


def _together(body: Element) -> Element:
    post = etree.Element("div", {"class": POST})
    body.addprevious(post)
    above = takewhile(lambda one: one.get("class") != POST, [*post.itersiblings(preceding=True)])
    for one in [*above][::-1]:
        post.append(one)
    post.append(body)
    return post
