"""The list of authors, and the pages of all that each of them wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from threadsite import urls
from threadsite.feeds import NEWEST
from threadsite.language.wording import web_address
from threadsite.markdown.drafts import Place
from threadsite.pages import linked
from threadsite.pages.authorlife import life
from threadsite.pages.feeding import feeds, stem
from threadsite.pages.material import Material
from threadsite.pages.page import Page, Piece
from threadsite.pages.parts import PostGroup, Rendered
from threadsite.pages.views import AuthorsView, AuthorView
from threadsite.rows import AuthorRow, PostRow

STARTED = 10
"""How many of the threads that an author began stand on the author's first page."""


def author_lists(material: Material) -> Iterator[Page]:
    """The list of all authors, the ones who wrote most first."""
    rows, total = material.archive.authors(), material.site.stats.authors
    for leaf in material.leaves(rows, total, urls.authors):
        view = AuthorsView(path=leaf.path, pager=leaf.pager, authors=leaf.rows)
        yield material.page(view, material.site.stats.last)


def author(material: Material, key: str) -> Iterator[Piece]:
    """Every page of the author *key*, and the feeds of what they wrote."""
    found = material.archive.author(key)
    return _pages(material, found) if found else iter(())


def _pages(material: Material, author: AuthorRow) -> Iterator[Piece]:
    address = partial(urls.author, author.key)
    started = tuple(material.archive.threads_by(author.key, limit=STARTED))
    rows = material.archive.posts_by(author.key)
    for leaf in material.leaves(rows, author.posts, address):
        view = AuthorView(
            path=leaf.path,
            title=author.name,
            pager=leaf.pager,
            author=author,
            bio=_bio(material, author, leaf.path) if leaf.number == 1 else None,
            url=web_address(author.url),
            life=life(material, author) if leaf.number == 1 else None,
            started=started if leaf.number == 1 else (),
            groups=tuple(_groups(leaf.rows)),
            data=linked.author(material.site, author),
            feed=stem(address(1)) if material.feeds.authors else "",
        )
        yield material.page(view, author.last)
    if material.feeds.authors:
        newest = material.archive.posts_by(author.key, limit=NEWEST)
        yield from feeds(material.site, address(1), author.name, newest)


def _bio(material: Material, author: AuthorRow, path: str) -> Rendered | None:
    def target(id: str) -> Place | None:  # noqa: A002
        post = material.archive.finder.post(author.forum, id)
        if not post:
            return None
        return Place(urls.relative(path, urls.post(post)), post.number, near=False)

    if not author.bio.strip():
        return None
    return material.rendered(material.render(author.bio), target, path)


def _groups(posts: Iterable[PostRow]) -> Iterator[PostGroup]:
    for (thread, title), rows in groupby(posts, lambda post: (post.thread, post.title)):
        yield PostGroup(thread, title, tuple(rows))
