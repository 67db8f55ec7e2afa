"""Pages as linked data, for search engines: the vocabulary of schema.org in JSON-LD.

A thread is a DiscussionForumPosting with the other posts of the page as its comments. A later page
tells of the opening post again, with the address of the first page, as Google asks of threads that
are read in pages; a posting and a comment need an author, a date and a text
(developers.google.com/search/docs/appearance/structured-data/discussion-forum). The text of a
comment is only its beginning: the whole stands on the page, and would stand there twice. Its place
is that in the list. So a hundred comments are about 3 KB of a page as it is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from threadsite import urls
from threadsite.language.wording import machine
from threadsite.markup.words import shortened
from threadsite.pages.parts import SiteView
from threadsite.rows import AuthorRef, AuthorRow, BoardRef, PostRow, ThreadRow

Data = dict[str, object]
Step = tuple[str, str]
"""A name and an address."""

COMMENT = 60
"""Characters of the text of a comment."""


def thread(
    site: SiteView, row: ThreadRow, way: Iterable[BoardRef], posts: Sequence[PostRow]
) -> Data | None:
    """A page of the thread *row*: its opening post, the first of *posts*, and the others of these.

    *way* are the boards above. What is not known is left out, as addresses are on a site that does
    not say where it will be.
    """
    address = urls.thread(row.key)
    trail = _trail(site, way, (row.title, address))
    return _graph(_posting(site, row, posts[0], posts[1:]) if posts else {}, trail)


def author(site: SiteView, row: AuthorRow) -> Data | None:
    """A page of the author *row*; None where the name is lost."""
    if not row.named:
        return None
    address = urls.author(row.key)
    written = {
        "@type": "InteractionCounter",
        "interactionType": "https://schema.org/WriteAction",
        "userInteractionCount": row.posts,
    }
    person: Data = {
        "@type": "Person",
        "name": row.name,
        "alternateName": list(row.aliases),
        "url": _address(site, address),
        "image": _address(site, row.avatar) if row.avatar else None,
        "agentInteractionStatistic": written,
    }
    page: Data = {"@type": "ProfilePage", "mainEntity": _known(person)}
    return _graph(page, _trail(site, (), (row.name, address)))


def board(site: SiteView, way: Iterable[BoardRef]) -> Data | None:
    """A page of the last board of *way*; None on a site that does not say where it will be."""
    return _graph(_trail(site, way))


def _posting(site: SiteView, row: ThreadRow, opening: PostRow, others: Iterable[PostRow]) -> Data:
    return _known(
        {
            "@type": "DiscussionForumPosting",
            "headline": row.title,
            "text": opening.excerpt,
            "url": _address(site, urls.thread(row.key)),
            "author": _person(site, opening.author),
            "datePublished": _date(opening.created),
            "articleSection": row.board[-1] if row.board else None,
            "keywords": ", ".join(row.tags),
            "commentCount": row.posts - 1,
            "comment": [_comment(site, post) for post in others],
        }
    )


def _comment(site: SiteView, post: PostRow) -> Data:
    return _known(
        {
            "@type": "Comment",
            "url": _address(site, urls.post(post)),
            "author": _person(site, post.author),
            "datePublished": _date(post.created),
            "text": shortened(post.excerpt, COMMENT),
        }
    )


def _trail(site: SiteView, way: Iterable[BoardRef], *last: Step) -> Data:
    """The way from the home page, which is of addresses; empty where there are none."""
    if not site.url:
        return {}
    boards = ((step.title, urls.board(step.key)) for step in way)
    steps = [(site.title, urls.INDEX), *boards, *last]
    items = [
        _known({"@type": "ListItem", "position": n, "name": name, "item": _address(site, address)})
        for n, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _person(site: SiteView, who: AuthorRef) -> Data | None:
    """*who*; None where the name is lost."""
    if not who.named:
        return None
    return _known(
        {"@type": "Person", "name": who.name, "url": _address(site, urls.author(who.key))}
    )


def _date(date: datetime | None) -> str | None:
    return machine(date) if date else None


def _address(site: SiteView, path: str) -> str | None:
    return urls.absolute(site.url, path) if site.url else None


def _known(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _graph(*things: Data) -> Data | None:
    """Those of *things* of which anything is known, as one document."""
    told = [thing for thing in things if thing]
    return {"@context": "https://schema.org", "@graph": told} if told else None
