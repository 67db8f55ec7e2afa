"""MesDiscussions: `table.messagetable`, `#paraN`, `.messCase1`, `table.citation`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from threadsite.document import Document
from threadsite.engines.attribution import named
from threadsite.engines.embeds import dialect
from threadsite.engines.engine import Part
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, select, select_all, text_of, value
from threadsite.markup.code import literal
from threadsite.markup.hooks import spoiler
from threadsite.markup.html import Hook, Walker
from threadsite.markup.nodes import CodeBlock, Node, QuoteBlock
from threadsite.model import Post, Thread

TOPIC = r"sujet_(\d+)_\d+\.htm|[?&]post=(\d+)"
CATEGORY = "input[name=cat]::attr(value)::match(^\\w+$)"
PRIVATE = "prive"
"""The category of conversations that are nobody else's."""
DATE = re.compile(r"(\d{2})-(\d{2})-(\d{4})")
"""The day comes first, whatever the days on a page are."""
BREAKS = dict.fromkeys(map(ord, "\u200b\u00ad"))
"""What long names are broken with."""


def quote(element: Element, walker: Walker) -> Sequence[Node]:
    """A table of one cell that begins with a head in bold."""
    head = next(element.iter("b"), None)
    inside = walker.without(head).blocks(_cell(element))
    if head is None:
        return [QuoteBlock(inside)]
    post = value(head, "a::attr(href)::match(#t(\\d+)$)")
    said = text_of(head).translate(BREAKS)
    return [QuoteBlock(inside, named(said), post)]


def listing(element: Element, _: Walker) -> Sequence[Node]:
    """Code: a numbered list of lines below a head, or nothing but the words."""
    lines = [literal(line) for line in select(element, "ol li")]
    return [CodeBlock("\n".join(lines) if lines else literal(_cell(element)))]


def _cell(element: Element) -> Element:
    return next(element.iter("td"), element)


CLASSES: Mapping[str, Hook] = {
    **dict.fromkeys(("citation", "oldcitation", "quote"), quote),
    **dict.fromkeys(("code", "fixed"), listing),
    "spoiler": spoiler("masque"),
}


class MesDiscussions(HtmlEngine):
    """The software of French forums since 2000."""

    name = "mesdiscussions"
    rules = Rules(
        sign=("mesdiscussions", "messagetable", "md_arbo"),
        identify=(
            "html:not(#vbulletin_html) #mesdiscussions, div.mesdiscussions",
            "table.messagetable td.messCase2",
        ),
        title=(".fondForum2Title h3", "h1[id^=md_arbo_tree]"),
        title_of_page=r"^(.+?)(?: - Page : \d+)? - ",
        thread_id="input[name=post]::attr(value)::match(^\\d+$)",
        thread_in_url=TOPIC,
        url=("link[rel=canonical]::attr(href)", "h1[id^=md_arbo_tree] a::attr(href)"),
        page_suffix=r"(?<=_)\d+(?=\.htm)|&page=\d+|#.*$",
        board=".arbo span a::attr(href)::match(liste_sujet|forum1\\.php)",
        page=".fondForum2PagesHaut .left > b::match(^\\d+$)",
        pages=".fondForum2PagesHaut .left > a::match(^\\d+$)",
        # Advertisements are posts without an anchor.
        post="table.messagetable:has(a[name^=t])",
        post_id="a[name]::attr(name)::match(^t(\\d+)$)",
        post_url=".messCase1 .right a::attr(href)",
        author=(".messCase1 b.s2", ".messCase1 b"),
        author_id=".toolbar a::attr(href)::match(profil-(\\d+)\\.htm)",
        author_url=".toolbar a[href*=profil]::attr(href)",
        author_title=".messCase1 .MoodStatus",
        avatar=".messCase1 .avatar_center img::attr(src)",
        date=("span.topic_posted", ".toolbar .left::text", ".toolbar"),
        edited=".edited",
        body=("[id^=para]::attr(id)::match(^para\\d+$)", ".messCase2 > div:not(.toolbar)"),
        # Each page begins with the last post of the page before, and says so.
        drop=(".edited", "p > strong:first-child::match(^Reprise du message)"),
        signature="span.signature",
        poll="div.sondage",
        poll_question="b.s2",
        poll_choice=".sondageLeft",
        poll_answer=".sondageRight::match(^\\d+\\.\\s*(.+)$)",
        poll_votes=".sondageTop::match((\\d+)\\s+vote)",
        board_title="h1[id^=md_arbo_tree]",
        row="tr.sujet",
        row_thread=(".sujetCase3 a.cCatTopic", ".sujetCase3 a"),
        row_replies=".sujetCase7",
        row_views=".sujetCase8",
        row_sticky="::attr(class)::match(ligne_sticky)",
        row_locked=".sujetCase3 img[src*='lock.']",
    )
    dialect = dialect(CLASSES)

    def extract(self, document: Document) -> Iterator[Part]:
        """Private conversations stay unread; of lists, each thread with its category."""
        category = value(document.root, CATEGORY)
        for part in super().extract(document):
            thread = part.thread
            if category == PRIVATE:
                left_out = (("private", len(thread.posts)),) if thread.posts else ()
                yield Part(Thread(PRIVATE, ""), left_out=left_out)
            elif thread.posts:
                yield part
            else:
                yield replace(part, thread=replace(thread, id=_within(category, thread.id)))

    def thread_id(self, page: Page) -> str | None:
        """Each category numbers its threads from 1."""
        number = super().thread_id(page)
        return _within(value(page.root, CATEGORY), number) if number else None

    def thread(self, page: Page) -> Thread:
        """An answer of a poll stands beside its votes."""
        for votes in select(page.root, ".sondageLeft"):
            answer = votes.getnext()
            if answer is not None and answer.get("class") == "sondageRight":
                votes.append(answer)
        return super().thread(page)

    def post(self, element: Element, page: Page) -> Post:
        """Nothing can take the day of a date for the month, and no name has places to break."""
        for line in select_all(element, ".toolbar .left, .topic_posted, .edited, .messCase1 b"):
            for part in line.iter():
                plain = ((text or "").translate(BREAKS) for text in (part.text, part.tail))
                part.text, part.tail = (DATE.sub(r"\3-\2-\1", text) for text in plain)
        return super().post(element, page)

    def signature_element(self, element: Element) -> Element | None:
        """Without the line above it."""
        found = super().signature_element(element)
        if found is not None:
            found.text = (found.text or "").strip().lstrip("-")
        return found


def _within(category: str | None, number: str) -> str:
    return f"{category}-{number}" if category else number
