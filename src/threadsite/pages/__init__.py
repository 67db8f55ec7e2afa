"""The pages of a site, as data: what each shows and which template shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from threadsite.archive import Archive
from threadsite.config import Site
from threadsite.pages.authors import author_lists, authors
from threadsite.pages.boards import boards, tree
from threadsite.pages.front import about, home, missing, search
from threadsite.pages.material import Material, Render, material
from threadsite.pages.page import Page
from threadsite.pages.parts import Rendered, SiteView
from threadsite.pages.threads import gap_lists, thread_lists, threads
from threadsite.pages.topics import topic_lists, topics
from threadsite.pages.views import View

__all__ = ["Page", "Rendered", "SiteView", "View", "pages"]

KINDS: tuple[Callable[[Material], Iterator[Page]], ...] = (
    home,
    tree,
    boards,
    thread_lists,
    gap_lists,
    threads,
    author_lists,
    authors,
    topic_lists,
    topics,
    search,
    about,
    missing,
)


def pages(site: Site, archive: Archive, render: Render) -> Iterator[Page]:
    """Every page of *site*, made of *archive* as it is read; bodies become HTML by *render*."""
    made_of = material(site, archive, render)
    for kind in KINDS:
        yield from kind(made_of)
