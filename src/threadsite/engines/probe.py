"""What each rule of an engine catches on a page, for a person who writes rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from threadsite.document import Document
from threadsite.engines.custom import TableEngine
from threadsite.engines.html import HtmlEngine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, Selector, select, value

OF_PAGE = frozenset(
    ("identify", "title", "thread_id", "url", "board", "board_title", "board_about", "tags",
     "page", "pages", "locked", "sticky", "replies", "views", "poll")
)  # fmt: skip
COUNTED = frozenset(("board_group", "board_row", "row"))
# Rules of these beginnings are asked in what the rule of this name finds.
INSIDE = {"row_": "row", "poll_": "poll", "board_group_": "board_group", "board_": "board_row"}
MANDATORY = frozenset(("title", "post", "post_id", "author", "body"))
"""Without these there is no thread, or no post of it."""
UNWRITTEN = frozenset(("post_id", "author"))
"""Those of them that a table may lack, though no method of an engine makes up for it."""
SAMPLE = 60
"""Characters shown of what a rule caught."""


@dataclass(frozen=True, slots=True)
class Caught:
    """What one rule caught."""

    rule: str
    places: int
    """In how many posts, or 0 or 1 for a rule of the page, and the number of posts for `post`."""
    of: int
    """Of how many."""
    sample: str
    """The first thing it caught; empty when nothing."""

    @property
    def missing(self) -> bool:
        """Whether nothing was caught that a thread cannot do without."""
        return self.rule in MANDATORY and not self.places


def probe(engine: HtmlEngine, document: Document) -> Iterator[Caught]:
    """Each rule that *engine* has, in the order of the table, and what it catches."""
    page = Page.of(document, engine.rules)
    posts = engine.elements(page)
    for field in fields(Rules):
        selector = getattr(engine.rules, field.name)
        if field.name in UNWRITTEN and not selector and isinstance(engine, TableEngine):
            yield Caught(field.name, 0, len(posts), "")
        if not selector or field.type == "str":
            continue
        if field.name == "post":
            yield Caught("post", len(posts), len(posts), _sample(page.root, selector))
        elif field.name in COUNTED:
            found = len(select(page.root, selector))
            yield Caught(field.name, found, found, _sample(page.root, selector))
        elif field.name in OF_PAGE:
            sample = _sample(page.root, selector)
            yield Caught(field.name, int(bool(sample)), 1, sample)
        elif field.name != "sign":
            outer = next((rule for mark, rule in INSIDE.items() if field.name.startswith(mark)), "")
            within = select(page.root, getattr(engine.rules, outer)) if outer else posts
            yield _of_each(field.name, selector, within)


def _of_each(rule: str, selector: Selector, within: Sequence[Element]) -> Caught:
    samples = [sample for one in within if (sample := _sample(one, selector))]
    return Caught(rule, len(samples), len(within), samples[0] if samples else "")


def _sample(element: Element, selector: Selector) -> str:
    found = value(element, selector) or ""
    return found if len(found) <= SAMPLE else f"{found[: SAMPLE - 1]}…"
