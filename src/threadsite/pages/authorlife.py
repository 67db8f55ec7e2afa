"""When and where an author wrote, and to whom: for those who wrote enough to tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from threadsite.pages.charts import AuthorLife, BoardShare, Partner, QuotedPost
from threadsite.pages.material import Material
from threadsite.pages.scales import percent, year_bars
from threadsite.rows import AuthorRow

FEWEST_POSTS = 10
"""Fewer are soon looked through."""
FEW = 5
"""How many posts and people are named."""
BOARDS, TITLES = 8, 12
"""How many boards and titles are."""


def life(material: Material, author: AuthorRow) -> AuthorLife | None:
    """What there is to tell of *author*; None where that is little."""
    if author.posts < FEWEST_POSTS:
        return None
    sums, key = material.archive.sums, author.key
    titles = sums.titles(key)[:TITLES]
    quotes, quoted_by = (
        tuple(Partner(*found) for found in sums.partners(key, FEW, quoting=quoting))
        for quoting in (False, True)
    )
    return AuthorLife(
        titles=titles if len(titles) > 1 else (),
        years=year_bars(sums.author_years(key)),
        boards=tuple(islice(_boards(material, key), BOARDS)),
        quoted=tuple(QuotedPost(*found) for found in sums.quoted(FEW, key)),
        quotes=quotes,
        quoted_by=quoted_by,
    )


def _boards(material: Material, author: str) -> Iterator[BoardShare]:
    most = 0
    for path, posts in material.archive.sums.author_boards(author):
        most = most or posts
        yield BoardShare(material.way_to(path)[-1], posts, percent(posts, most))
