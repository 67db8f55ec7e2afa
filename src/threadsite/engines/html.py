"""The base of the engines that read HTML: their rules say what is where, their hooks the rest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import ClassVar
from urllib.parse import unquote

from threadsite.document import Document
from threadsite.engines.boards import described
from threadsite.engines.counts import count, number
from threadsite.engines.embeds import dialect
from threadsite.engines.engine import PRIVATE, Part, left_out
from threadsite.engines.lists import listed, way_to
from threadsite.engines.page import Page
from threadsite.engines.polls import poll
from threadsite.engines.rules import (
    LONGEST,
    Element,
    Rules,
    candidates,
    detach,
    select,
    select_all,
    text_of,
    value,
    values,
    worth_while,
)
from threadsite.markup.html import Dialect, read_html
from threadsite.markup.nodes import Block
from threadsite.markup.words import quotes
from threadsite.markup.writer import write
from threadsite.model import UNNUMBERED, Attachment, Author, Board, Post, Reaction, Source, Thread
from threadsite.report import Problem
from threadsite.slugs import slug
from threadsite.titles import titled

WITHHELD = "hidden, deleted or not approved"
ADVERTISEMENTS = (
    "[data-nosnippet], ins.adsbygoogle, [id^=div-gpt-ad], [id^=google_ads], [class*=adthrive-ad]"
)
ADVERTISED = frozenset(
    ("anzeige", "werbung", "advertisement", "advertisements", "advert", "sponsored", "publicité",
     "publicidad", "pubblicità", "publicidade", "advertentie", "reklama", "reklam", "реклама",
     "annons", "annonse", "annonce", "mainos", "広告", "广告")
)  # fmt: skip


class HtmlEngine:
    """Reads pages by `rules`. What a rule cannot say, a subclass says by overriding one method.

    What selectors find is remembered: a method that changes the tree, unless by `detach`, calls
    `changed` before anything is asked of the tree again.
    """

    name: str
    rules: ClassVar[Rules]
    dialect: ClassVar[Dialect] = dialect()
    """How bodies write what HTML has no element for: quotes, spoilers, code, smilies."""

    def identify(self, document: Document) -> bool:
        """Whether *document* bears the marks of this engine."""
        marks = self.rules.identify
        if document.kind != "html" or not worth_while(document.root, marks):
            return False
        signed = any(sign in document.text for sign in self.rules.sign)
        return signed and bool(select(document.root, marks))

    def extract(self, document: Document) -> Iterator[Part]:
        """The part of a thread that *document* holds; of a board or an index, the threads that it
        lists, without posts."""
        page = Page.of(document, self.rules)
        elements = self.elements(page)
        if select(page.root, self.rules.private):
            yield from left_out(PRIVATE, len(elements))
            return
        open_ = [] if select(page.root, self.rules.hidden) else elements
        shown = [post for post in open_ if not select(post, self.rules.withheld)]
        yield from left_out(WITHHELD, len(elements) - len(shown))
        if shown:
            yield from self.parts(page, shown)
        elif not elements:
            yield from map(Part, listed(page, self.board(page)))

    def boards(self, document: Document) -> Iterator[Board]:
        """What *document*, the page of a board or an index, says of boards."""
        rules, root = self.rules, document.root
        if any(select(root, rule) for rule in (rules.board_row, rules.board_about, rules.row)):
            page = Page(document, root, rules)
            # An index says of which site it is where a board says its title.
            way = way_to(page, self.board(page)) if select(root, rules.row) else ()
            yield from described(page, way)

    def parts(self, page: Page, elements: Sequence[Element]) -> Iterator[Part]:
        """The part of a thread whose posts are in *elements*."""
        document, thread = page.document, self.thread(page)
        problems = [Problem(document.name, loss) for loss in document.losses]
        # One id with two texts: which of them to keep is not for the page to decide.
        posts: dict[tuple[str, str], Post] = {}
        ids: set[str] = set()
        for element in elements:
            post = titled(self.post(element, page), thread.title)
            problems += (Problem(document.name, fact) for fact in self.faults(post, ids))
            post = post if post.id else replace(post, id=_made_id(post, ids))
            ids.add(post.id)
            posts.setdefault((post.id, post.body), post)
        yield Part(replace(thread, posts=tuple(posts.values())), problems=tuple(problems))

    def faults(self, post: Post, earlier: Set[str]) -> Iterator[str]:
        """What is wrong with *post*, which comes after those with the ids *earlier*."""
        # A view for print shows no post's id.
        if not post.id and self.rules.post_id:
            yield f"a post has no id: {post.body[:40]!r}"
        if post.id in earlier:
            yield f"post {post.id} stands there twice"
        if post.author.name is None:
            yield f"post {post.id or 'without an id'} has no author"

    def elements(self, page: Page) -> list[Element]:
        """What holds one post each, in the order of the page."""
        found = select(page.root, self.rules.post)
        known = set(found)
        # Where a page leaves elements open, each post stands inside the one before.
        for element in reversed(found):
            if any(outer in known for outer in element.iterancestors()):
                detach(element)
        return [element for element in found if select(element, self.rules.body)]

    def thread(self, page: Page) -> Thread:
        """What the page says of the thread, without its posts."""
        rules, root = self.rules, page.root
        title = self.title(page)
        seen, pages = self.paging(page)
        return Thread(
            id=self.thread_id(page) or f"title:{slug(title)}",
            title=title,
            forum=page.forum,
            board=self.board(page),
            tags=tuple(dict.fromkeys(values(root, rules.tags))),
            url=page.of_thread(page.url),
            poll=poll(root, rules),
            locked=bool(select(root, rules.locked)),
            sticky=bool(select(root, rules.sticky)),
            views=count(value(root, rules.views)),
            replies=count(value(root, rules.replies)),
            pages_seen=(seen,) if seen else (),
            pages=pages,
        )

    def thread_id(self, page: Page) -> str | None:
        """The engine's own id of the thread."""
        found = value(page.root, self.rules.thread_id)
        return found or page.thread_in(page.url) or page.thread_in(page.document.url)

    def title(self, page: Page) -> str:
        """The title of the thread as shown, without the page and the site."""
        whole = (value(page.root, "head title") or "")[:LONGEST]
        match = re.search(self.rules.title_of_page, whole) if self.rules.title_of_page else None
        return (
            value(page.root, self.rules.title)
            or (match[match.lastindex or 0] if match else whole)
            or "?"
        )

    def board(self, page: Page) -> tuple[str, ...]:
        """Titles of the boards that the thread is in, the outermost first."""
        links = select(page.root, self.rules.board)
        return tuple(dict.fromkeys(title for link in links if (title := text_of(link))))

    def paging(self, page: Page) -> tuple[int | None, int | None]:
        """The number of this page of the thread and how many there are."""
        seen = number(value(page.root, self.rules.page))
        counts = [n for text in values(page.root, self.rules.pages) if (n := number(text))]
        if not seen and not counts:
            return (1, 1) if self.rules.page else (None, None)
        return seen, max([*counts, seen or 1]) if counts or seen == 1 else None

    def post(self, element: Element, page: Page) -> Post:
        """The post that *element* holds; its id is empty when the page gives none."""
        rules, document = self.rules, page.document
        # The body may hold what says who wrote it, until chrome leaves it.
        author, reply_to = self.author(element, page), self.reply_to(element)
        dated = page.date(candidates(element, rules.date))
        edited = page.time(candidates(element, rules.edited))
        attachments = tuple(self.attachments(element, page))
        reactions = tuple(self.reactions(element))
        signature = self.signature(element, page)
        blocks = self.blocks(element, page)
        return Post(
            id=value(element, rules.post_id) or "",
            author=author,
            body=write(blocks),
            title=value(element, rules.post_title),
            created=dated.value if dated else None,
            created_inferred=bool(dated and dated.inferred),
            edited=edited,
            url=page.link(value(element, rules.post_url)),
            reply_to=reply_to,
            position=self.position(element),
            quotes=quotes(blocks),
            attachments=attachments,
            reactions=reactions,
            signature=signature,
            source=Source(document.dump, document.name, self.name, document.captured),
        )

    def reply_to(self, element: Element) -> str | None:
        """The id of the post that this one answers, where links or nesting say so."""
        return value(element, self.rules.reply_to)

    def position(self, element: Element) -> int | None:
        """The number that the forum gave the post in its thread, from 1."""
        return number(value(element, self.rules.position))

    def author(self, element: Element, page: Page) -> Author:
        """Who wrote the post, known by the engine's number, else by name."""
        rules = self.rules
        name, number = value(element, rules.author), value(element, rules.author_id)
        guest = bool(select(element, rules.guest)) or number == "0"
        known = number if number and not guest else None
        named = f"{'guest' if guest else 'name'}:{name}" if name else "inferred:nobody"
        return Author(
            id=known or named,
            name=name,
            title=value(element, rules.author_title),
            avatar=page.link(value(element, rules.avatar)),
            url=page.link(value(element, rules.author_url)),
            inferred=not name and not known,
            guest=guest,
        )

    def attachments(self, element: Element, page: Page) -> Iterator[Attachment]:
        """The files listed under the post, which leave the tree: they are no part of the body."""
        for item in select(element, self.rules.attachment):
            url = page.place(value(item, self.rules.attachment_url))
            name = value(item, self.rules.attachment_name) or _file_name(url)
            if name:
                yield Attachment(name, url)
            detach(item)

    def reactions(self, element: Element) -> Iterator[Reaction]:
        """How people reacted to the post."""
        count = number(value(element, self.rules.reactions))
        if count:
            yield Reaction("Like", count)

    def signature(self, element: Element, page: Page) -> str:
        """The signature as Markdown; it leaves the tree, so that no body holds it."""
        found = self.signature_element(element)
        return write(self.read(found, page)) if found is not None else ""

    def signature_element(self, element: Element) -> Element | None:
        """The signature, taken out of the tree."""
        found = select(element, self.rules.signature)
        for signature in found:
            detach(signature)
        return found[0] if found else None

    def blocks(self, element: Element, page: Page) -> Sequence[Block]:
        """The post's own words and what it quotes, without chrome."""
        found = select(element, self.rules.body)
        if not found:
            return ()
        for chrome in [*select_all(found[0], self.rules.drop), *_advertisements(found[0])]:
            detach(chrome)
        return self.read(found[0], page)

    def read(self, element: Element, page: Page) -> Sequence[Block]:
        """What *element* says, in this engine's dialect."""
        return read_html(element, Dialect(page.base, self.dialect.classes, self.dialect.tags))


def _made_id(post: Post, taken: Set[str]) -> str:
    """An id for a post without, not one of those *taken*: the same for the same post on any page.
    Who says the same twice has two posts."""
    said = f"{post.author.id}\0{post.created}\0{post.body}"
    while (made := f"{UNNUMBERED}{hashlib.sha256(said.encode()).hexdigest()[:8]}") in taken:
        said += "\0"
    return made


def _advertisements(body: Element) -> Iterator[Element]:
    """Blocks that ad software put between the words; nobody writes these classes, or that alone."""
    yield from select_all(body, ADVERTISEMENTS)
    for block in body.iter("div"):
        if not len(block) and (block.text or "").strip(" :-").casefold() in ADVERTISED:
            yield block


def _file_name(url: str | None) -> str:
    return unquote(re.split("[?#]", url or "")[0].rpartition("/")[2])
