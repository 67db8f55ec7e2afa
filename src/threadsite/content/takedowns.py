"""What was taken down for good: `takedowns.toml` in the content folder.

    salt = "0c9f…"

    [[post]]
    forum = "pots.example"
    thread = "7"
    id = "42"

    [[thread]]
    forum = "pots.example"
    id = "9"

    [[author]]
    forum = "pots.example"
    id = "12"
    pseudonym = "A potter"

An author without a pseudonym goes with all posts. Conversions leave out what is named here, and so
does the site, whatever content holds; quotes of it go too. Names and words are kept as marks, by
which a quote, or the same post of another dump, is known: who reads the file learns neither.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import msgspec

from threadsite import content, toml
from threadsite.content.headers import TakedownSheet, TakenAuthor
from threadsite.errors import ContentError
from threadsite.markup.nodes import Block, Item, List, Paragraph, QuoteBlock, Spoiler, Text
from threadsite.markup.reader import read as read_markdown
from threadsite.markup.words import own_text
from threadsite.markup.writer import write as write_markdown
from threadsite.model import Author, Post, Quote, Thread

FILE = "takedowns.toml"
LEFT_OUT = (Paragraph((Text("…"),)),)
"""What stands in a quote whose words were taken down."""
FEWEST = 8
"""Words of a post that can be known again by them: "thank you" is said by many."""
WORD = re.compile(r"\w+")


def read(folder: Path) -> Takedowns:
    """What `takedowns.toml` in the content *folder* names; nothing if it is not there."""
    path = folder / FILE
    if not path.is_file():
        return NONE
    return Takedowns(toml.read(content.read_text(path), TakedownSheet, str(path), ContentError))


def dump(sheet: TakedownSheet) -> str:
    """The text of the file that says *sheet*."""
    tables = [f"salt = {toml.value(sheet.salt)}\n"]
    for name in ("post", "thread", "author"):
        for entry in getattr(sheet, name):
            fields = {key: held for key, held in msgspec.structs.asdict(entry).items() if held}
            lines = (f"{key} = {toml.value(held)}\n" for key, held in fields.items())
            tables.append(f"\n[[{name}]]\n{''.join(lines)}")
    return "".join(tables)


@dataclass(frozen=True)
class Takedowns:
    """What was taken down."""

    sheet: TakedownSheet

    def __bool__(self) -> bool:
        """Whether anything was."""
        return bool(self.sheet.post or self.sheet.thread or self.sheet.author)

    @property
    def mark(self) -> str:
        """Differs where anything else is taken down."""
        return hashlib.sha256(msgspec.json.encode(self.sheet)).hexdigest() if self else ""

    def marked(self, text: str) -> str:
        """The mark of *text*."""
        return hashlib.sha256(f"{self.sheet.salt}\0{text}".encode()).hexdigest()[:16]

    def marked_name(self, name: str | None) -> str:
        """The mark of an author's *name*, however its letters are written; empty without one."""
        return self.marked(name.casefold().strip()) if name else ""

    def marked_words(self, body: str | Sequence[Block]) -> str:
        """The mark of the own words of *body*; empty where they are too few to be known again."""
        words = WORD.findall(own_text(body).casefold())
        return self.marked(" ".join(words)) if len(words) >= FEWEST else ""

    def applied(self, thread: Thread) -> Thread | None:
        """*thread* without what was taken down; None where nothing of it is left."""
        if not self:
            return thread
        if (thread.forum, thread.id) in self._threads:
            return None
        posts = [post for post in thread.posts if not self._is_gone(post, thread)]
        if thread.posts and not posts:
            return None
        gone = len(thread.posts) - len(posts)
        ids = frozenset(post.id for post in posts)
        return replace(
            thread,
            posts=tuple(self._left(post, thread, ids) for post in posts),
            taken_down=max(thread.taken_down, gone),
        )

    def author(self, forum: str, author: Author) -> Author | None:
        """*author* of *forum* as they are shown: by a pseudonym, or None with all they wrote."""
        taken = self.named(forum, author)
        if not taken:
            return author
        name = taken.pseudonym
        if not name:
            return None
        # An id of ours is made of the name.
        kind, colon, _ = author.id.partition(":")
        return Author(f"{kind}:{name}" if colon else author.id, name, guest=author.guest)

    def named(self, forum: str, author: Author) -> TakenAuthor | None:
        """What the file says of *author* of *forum*."""
        for key in (author.id, self.marked(author.id)):
            if found := self._authors.get((forum, key)):
                return found
        return self._names.get((forum, self.marked_name(author.name)))

    def _is_gone(self, post: Post, thread: Thread) -> bool:
        if (thread.forum, thread.id, post.id) in self._posts:
            return True
        if self._words and self.marked_words(post.body) in self._words:
            return True
        taken = self.named(thread.forum, post.author)
        return bool(taken and not taken.pseudonym)

    def _left(self, post: Post, thread: Thread, ids: frozenset[str]) -> Post:
        """*post*, of *thread*, without what it quotes of others; *ids* are of posts that stay."""
        author = self.author(thread.forum, post.author) or post.author
        if author is not post.author:
            post = replace(post, author=author, signature="", url=None)
        quotes = tuple(self._named(quote, thread) for quote in post.quotes)
        quotes = tuple(quote for quote in quotes if not self._is_quoted(quote, thread, ids))
        answered = Quote(post=post.reply_to)
        reply = None if self._is_quoted(answered, thread, ids) else post.reply_to
        body, signature = (
            self._unquoted(text, thread, ids) for text in (post.body, post.signature)
        )
        return replace(post, body=body, signature=signature, quotes=quotes, reply_to=reply)

    def _unquoted(self, markdown: str, thread: Thread, ids: frozenset[str]) -> str:
        if ">" not in markdown:
            return markdown
        blocks = read_markdown(markdown)
        left = self._without(blocks, thread, ids)
        return markdown if left == blocks else write_markdown(left)

    def _without(
        self, blocks: tuple[Block, ...], thread: Thread, ids: frozenset[str]
    ) -> tuple[Block, ...]:
        return tuple(self._block(block, thread, ids) for block in blocks)

    def _block(self, block: Block, thread: Thread, ids: frozenset[str]) -> Block:
        match block:
            case QuoteBlock(children):
                quote = Quote(block.author, block.post)
                words = self._words and self.marked_words(children)
                if self._is_quoted(quote, thread, ids) or (words and words in self._words):
                    return QuoteBlock(LEFT_OUT)
                name = self._named(quote, thread).author
                return replace(block, children=self._without(children, thread, ids), author=name)
            case Spoiler(children):
                return replace(block, children=self._without(children, thread, ids))
            case List(items):
                inside = (Item(self._without(item.children, thread, ids)) for item in items)
                return replace(block, items=tuple(inside))
            case _:
                return block

    def _named(self, quote: Quote, thread: Thread) -> Quote:
        """*quote* by the pseudonym of its author, if they have one."""
        taken = self._names.get((thread.forum, self.marked_name(quote.author)))
        return replace(quote, author=taken.pseudonym) if taken and taken.pseudonym else quote

    def _is_quoted(self, quote: Quote, thread: Thread, ids: frozenset[str]) -> bool:
        """Whether *quote*, in *thread*, is of a post that was taken down."""
        if quote.post and quote.post not in ids:
            own, far = (thread.forum, thread.id, quote.post), (thread.forum, quote.post)
            if own in self._posts or far in self._far:
                return True
        name = self.marked_name(quote.author)
        if not name:
            return False
        taken = self._names.get((thread.forum, name))
        if taken and not taken.pseudonym:
            return True
        return not quote.post and (thread.forum, thread.id, name) in self._by

    @cached_property
    def _posts(self) -> frozenset[tuple[str, str, str]]:
        return frozenset((post.forum, post.thread, post.id) for post in self.sheet.post)

    @cached_property
    def _far(self) -> frozenset[tuple[str, str]]:
        return frozenset((post.forum, post.id) for post in self.sheet.post)

    @cached_property
    def _by(self) -> frozenset[tuple[str, str, str]]:
        return frozenset((post.forum, post.thread, post.by) for post in self.sheet.post if post.by)

    @cached_property
    def _threads(self) -> frozenset[tuple[str, str]]:
        return frozenset((thread.forum, thread.id) for thread in self.sheet.thread)

    @cached_property
    def _authors(self) -> dict[tuple[str, str], TakenAuthor]:
        return {(author.forum, author.id): author for author in self.sheet.author}

    @cached_property
    def _names(self) -> dict[tuple[str, str], TakenAuthor]:
        return {
            (author.forum, name): author for author in self.sheet.author for name in author.names
        }

    @cached_property
    def _words(self) -> frozenset[str]:
        posts = (post.words for post in self.sheet.post)
        authors = (words for author in self.sheet.author for words in author.words)
        return frozenset(filter(None, (*posts, *authors)))


NONE = Takedowns(TakedownSheet())
