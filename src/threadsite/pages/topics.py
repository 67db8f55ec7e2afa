"""The list of topics, and the pages of each tag. A topic that is a board has the board's pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from threadsite import urls
from threadsite.pages.material import Material
from threadsite.pages.page import Page
from threadsite.pages.posts import span
from threadsite.pages.views import TopicsView, TopicView
from threadsite.rows import TopicRow


def topic_lists(material: Material) -> Iterator[Page]:
    """The list of all topics; none where they are the boards, which have one."""
    if not material.site.tags:
        return
    topics = material.archive.topics()
    for leaf in material.leaves(iter(topics), len(topics), urls.topics):
        view = TopicsView(path=leaf.path, pager=leaf.pager, topics=leaf.rows)
        yield material.page(view, material.site.stats.last)


def topic(material: Material, key: str) -> Iterator[Page]:
    """Every page of the tag *key*."""
    found = material.archive.topic(key)
    return _pages(material, found) if found and found.kind == "tag" else iter(())


def _pages(material: Material, topic: TopicRow) -> Iterator[Page]:
    rows = material.archive.threads(topic=topic.key)
    for leaf in material.leaves(rows, topic.threads, partial(urls.topic, topic.key)):
        view = TopicView(
            path=leaf.path, title=topic.name, pager=leaf.pager, topic=topic, threads=leaf.rows
        )
        changed = span(row.last for row in leaf.rows)[1]
        yield material.page(view, changed)
