"""The pages of threads, and the list of all threads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from threadsite import urls
from threadsite.language.wording import web_address
from threadsite.model import Poll
from threadsite.pages import linked
from threadsite.pages.account import account
from threadsite.pages.feeding import feeds, stem
from threadsite.pages.material import Material, Span, pager
from threadsite.pages.page import Page, Piece
from threadsite.pages.parts import ChoiceView, KnownThread, PollView, TimeBar
from threadsite.pages.pictured import picture, pictures
from threadsite.pages.posts import Conversation, span
from threadsite.pages.timeline import marked, timeline
from threadsite.pages.views import GapsView, ThreadsView, ThreadView


def thread(material: Material, key: str) -> Iterator[Piece]:
    """Every page of the thread *key*, its feeds and its card."""
    row = material.archive.thread_row(key)
    if row is None:
        return
    conversation = Conversation.read(material, row)
    spans = _spans(conversation)
    bars = timeline(conversation.posts)
    for number in range(1, len(spans) + 1):
        yield _thread(conversation, number, spans, bars)
    if material.feeds.threads:
        yield from feeds(material.site, urls.thread(key), row.title, conversation.newest())
    if material.cards and material.cards.threads:
        way = (material.site.title, *row.board, row.title)
        yield from pictures(material.cards, urls.thread(key), way, row)


def thread_lists(material: Material) -> Iterator[Page]:
    """The list of all threads, the one that was written in last first."""
    total = material.site.stats.threads
    for leaf in material.leaves(material.archive.threads(), total, urls.threads):
        view = ThreadsView(path=leaf.path, pager=leaf.pager, threads=leaf.rows)
        changed = span(row.last for row in leaf.rows)[1]
        yield material.page(view, changed)


def gap_lists(material: Material) -> Iterator[Page]:
    """The list of threads of which something is known to be missing; none when nothing is."""
    total = material.site.stats.gappy
    found = account(material.archive.content)
    unsaved, count = (found.known, found.known_only) if found else ((), 0)
    if not total and not count:
        return
    for leaf in material.leaves(material.archive.threads(gappy=True), total, urls.gaps):
        last = leaf.pager is None or leaf.pager.next is None
        view = GapsView(
            path=leaf.path,
            pager=leaf.pager,
            threads=leaf.rows,
            unsaved=tuple(map(_addressed, unsaved)) if last else (),
            more=count - len(unsaved) if last else 0,
        )
        yield material.page(view)


def _addressed(thread: KnownThread) -> KnownThread:
    """*thread* with its address only if that is one of the web."""
    return replace(thread, url=web_address(thread.url))


def _thread(
    conversation: Conversation, number: int, spans: tuple[Span, ...], bars: tuple[TimeBar, ...]
) -> Page:
    row, archive = conversation.row, conversation.material.archive
    address = partial(urls.thread, row.key)
    path = address(number)
    posts = tuple(conversation.page(number, path))
    sources = dict.fromkeys(post.source for post in posts if post.source)
    way = conversation.material.way_to(row.board)
    told = tuple(dict.fromkeys((*conversation.posts[:1], *(post.row for post in posts))))
    view = ThreadView(
        path=path,
        title=row.title,
        description=posts[0].row.excerpt if posts else "",
        crumbs=way,
        pager=pager(address, number, len(spans), spans),
        thread=row,
        tags=conversation.material.tagged(row.tags),
        people=conversation.people() if number == 1 else (),
        timeline=marked(bars, (post.row for post in posts)),
        posts=posts,
        missing=conversation.missing.get(row.posts + 1, 0) if number == len(spans) else 0,
        poll=_poll(archive.poll(row.key)) if number == 1 else None,
        ghosts=conversation.ghosts() if number == len(spans) else (),
        sources=tuple(sources),
        url=web_address(row.url),
        data=linked.thread(conversation.material.site, row, way, told),
        card=_card(conversation),
        feed=stem(urls.thread(row.key)) if conversation.material.feeds.threads else "",
    )
    return conversation.material.page(view, spans[number - 1][1])


def _card(conversation: Conversation) -> str:
    """The card that links to a thread show: its own, or that of its board."""
    cards, row = conversation.material.cards, conversation.row
    if cards and cards.threads:
        return picture(urls.thread(row.key))
    return picture(urls.board(row.board_key)) if cards and row.board_key else ""


def _spans(conversation: Conversation) -> tuple[Span, ...]:
    """The dates of each page of a thread; one without posts has one page."""
    size = conversation.material.archive.posts_per_page
    dates = [post.created for post in conversation.posts]
    return tuple(span(dates[start : start + size]) for start in range(0, max(len(dates), 1), size))


def _poll(poll: Poll | None) -> PollView | None:
    if poll is None:
        return None
    total = sum(choice.votes or 0 for choice in poll.choices)
    choices = (ChoiceView(choice, _share(choice.votes, total)) for choice in poll.choices)
    return PollView(poll.question, tuple(choices), poll.voters)


def _share(votes: int | None, total: int) -> int | None:
    return None if votes is None else round(100 * votes / max(total, 1))
