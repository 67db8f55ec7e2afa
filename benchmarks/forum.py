"""A forum that never was, as large as one likes, to measure with.

    python benchmarks/forum.py POSTS FOLDER

writes a site with POSTS posts to FOLDER, ready for `threadsite build --no-convert`. The same
arguments give the same bytes everywhere, and the posts of a small forum are the first ones of a
large one. Threads and authors are as unequal as they are anywhere: few have most of the posts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate, count
from pathlib import Path

import click

from prose import SCRIPTS, Dice, Prose, foreign_word, invented
from threadsite import content
from threadsite.content import AuthorPage
from threadsite.markup.nodes import Block, QuoteBlock
from threadsite.markup.writer import write
from threadsite.model import Author, Post, Quote, Source, Thread

FORUM = "forum.example"
POSTS_PER_PAGE = 20
BEGINNING = datetime(2003, 5, 1, 8, tzinfo=UTC)
BOARDS = (
    ("Town square",),
    ("Town square", "Newcomers"),
    ("Workshop",),
    ("Workshop", "Repairs"),
    ("Workshop", "Plans"),
    ("Market",),
    ("Attic",),
)
LONGEST = 2_000
"""Posts of a thread."""
MOST_AUTHORS = 100_000
SHELF = 1_000
"""Threads whose files lie in one folder."""
SETTINGS = f"""\
[site]
title = "The forum that never was"
description = "Made to measure with."

[build]
posts_per_page = {POSTS_PER_PAGE}
"""


class Forum:
    """Threads without end, from a seed."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        self._prose = Prose(seed)
        self._lengths = tuple(accumulate(1 / (posts + 2) ** 2 for posts in range(1, LONGEST + 1)))
        self._activity = tuple(accumulate(1 / (rank + 5) for rank in range(MOST_AUTHORS)))

    def threads(self, posts: int) -> Iterator[Thread]:
        """The first threads, with *posts* posts in all; the last of them may be cut short."""
        numbers = count(1)
        written = 0
        while written < posts:
            thread = self._thread(next(numbers), written + 1, posts - written)
            yield thread
            written += len(thread.posts)

    def author(self, number: int) -> Author:
        """The author with this number, from 1."""
        dice = Dice(f"author {number} of {self._seed}")
        name = invented(dice, dice.between(2, 3))
        if dice.happens(0.1):
            name = f"{name.capitalize()} {dice.one('ABCDEFGHJKLMNPRSTW')}."
        elif dice.happens(0.05):
            name = foreign_word(dice, dice.one(SCRIPTS)[0])
        elif dice.happens(0.03):
            name = f"<{name}>"
        return Author(id=str(number), name=name, url=_url("people", number))

    def _thread(self, number: int, first: int, most: int) -> Thread:
        """A thread with this number; its posts, *most* at most, are numbered from *first*."""
        dice = Dice(f"thread {number} of {self._seed}")
        title = self._prose.title(dice)
        board = dice.one(BOARDS)
        length = 1 + dice.ranked(self._lengths, LONGEST)
        regulars = [self._regular(dice, number) for _ in range(min(length, 3 + length // 3))]
        began = BEGINNING + timedelta(minutes=600 * number + dice.below(600))
        talk = Conversation(dice, self._prose, regulars, f"threads/{number}.html", began)
        return Thread(
            id=str(number),
            title=title,
            posts=tuple(talk.post(first + place) for place in range(min(length, most))),
            forum=FORUM,
            board=board,
            url=_url("threads", number),
            views=length * dice.between(5, 50),
        )

    def _regular(self, dice: Dice, thread: int) -> Author:
        """One who writes in a thread: the later the thread, the more have joined."""
        members = min(40 + 2 * thread, MOST_AUTHORS)
        return self.author(1 + dice.ranked(self._activity, members))


@dataclass(slots=True)
class Conversation:
    """A thread as it grows: who writes in it, what was said, and when."""

    dice: Dice
    prose: Prose
    regulars: list[Author]
    document: str
    time: datetime
    said: list[tuple[Post, Block]] = field(default_factory=list)
    """Each post, and how its own words begin."""

    def post(self, number: int) -> Post:
        """The next post, which gets this *number*."""
        dice = self.dice
        author = dice.one(self.regulars) if self.said else self.regulars[0]
        quoted = self._quoted()
        own = self.prose.blocks(dice)
        post = Post(
            id=str(number),
            author=author,
            body=write((*quoted, *own)),
            created=self.time,
            url=_url("posts", number),
            position=len(self.said) + 1,
            quotes=tuple(Quote(block.author, block.post) for block in quoted),
            source=Source("invented", self.document, "phpbb"),
        )
        self.said.append((post, own[0]))
        self.time += timedelta(seconds=dice.between(60, 90_000))
        return post

    def _quoted(self) -> tuple[QuoteBlock, ...]:
        """What the next post quotes, if anything: seldom something long ago."""
        if not self.said or not self.dice.happens(0.25):
            return ()
        post, words = self.dice.one(self.said[-20:])
        return (QuoteBlock((words,), post.author.name, post.id),)


def write_site(folder: Path, threads: Iterable[Thread]) -> None:
    """Write *threads* to *folder*, as the content of a site."""
    authors: dict[str, Author] = {}
    for thread in threads:
        authors |= {post.author.id: post.author for post in thread.posts}
        shelf = f"{int(thread.id) // SHELF:03}"
        put(folder / "content" / "threads" / shelf / f"{thread.id}.md", content.dump(thread))
    for author in authors.values():
        page = AuthorPage(author, FORUM)
        put(folder / "content" / "authors" / f"{author.id}.md", content.dump_author(page))
    put(folder / "site.toml", SETTINGS)


def put(path: Path, text: str) -> None:
    """Write *text* to *path*, whatever the machine thinks that a line ends with."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))


def _url(kind: str, number: int) -> str:
    return f"https://{FORUM}/{kind}/{number}"


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("posts", type=click.IntRange(min=1))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--seed", default=1, show_default=True, help="Another seed is another forum.")
def main(posts: int, folder: Path, seed: int) -> None:
    write_site(folder, Forum(seed).threads(posts))


if __name__ == "__main__":
    main()
