"""Rules: where the markup of an engine keeps what, as CSS selectors, compiled once.

A selector is CSS with up to two endings: `::attr(NAME)` takes an attribute, `::text` the text
that stands in the element itself and not in its children, and `::match(REGEX)` the part of it
that the first group (or all of the expression) fits. `::attr(NAME)` alone is of the element asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cssselect import SelectorError
from lxml import etree

from threadsite.engines import finding
from threadsite.errors import ConfigError

Element = etree._Element
Selector = str | tuple[str, ...]
"""Alternatives, the surest first; the first that finds something is the one that counts."""

LONGEST = 4000
"""Characters of a value that a regex looks at; no address, name or date is longer."""
ENDING = re.compile(r"::(?:attr\((?P<attribute>[\w:.-]+)\)|(?P<text>text)|match\((?P<regex>.+)\))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Where an engine's pages keep what. Only *identify*, *post* and *body* are a must."""

    identify: Selector
    """What every page of the engine has, boards and indexes too, and no other engine's."""
    sign: Selector = ()
    """Words of the source of every such page; a page without any of them is not looked at."""

    title: Selector = ()
    title_of_page: str = ""
    """Regex: what of `<title>` is the title of the thread, for pages where nothing else is."""
    thread_id: Selector = ()
    url: Selector = (
        "link[rel=canonical]::attr(href)",
        "meta[property='og:url']::attr(content)",
    )
    thread_in_url: str = ""
    """Regex: what of the address of the page is the id of the thread, when no rule finds it."""
    page_suffix: str = ""
    """Regex: what the address of a later page adds to that of the thread."""
    board: Selector = ()
    """The titles of the boards on the way to the thread, without home and index."""
    tags: Selector = ()
    locked: Selector = ()
    sticky: Selector = ()
    replies: Selector = ()
    """How many replies the forum counts."""
    views: Selector = ()
    page: Selector = ()
    """The number of this page of the thread."""
    pages: Selector = ()
    """Numbers, of which the greatest is how many pages the thread has."""

    private: Selector = ()
    """Found on pages of private conversations only, and nothing that a post may hold, such as a
    link: what stands there is not read."""
    hidden: Selector = ()
    """The same, on pages of threads that not everybody may read."""
    post: Selector
    """Everything that belongs to one post."""
    withheld: Selector = ()
    """Found in, or as, posts that not everybody may read: such posts are only counted."""
    post_id: Selector = ()
    post_url: Selector = ()
    post_title: Selector = ()
    """The title of one post, if it has one beside that of the thread."""
    position: Selector = ()
    author: Selector = ()
    author_id: Selector = ()
    author_url: Selector = ()
    author_title: Selector = ()
    avatar: Selector = ()
    guest: Selector = ()
    """Found in the posts of guests only."""
    date: Selector = ()
    """Tried in order until one reads as a date: attributes for machines before words."""
    edited: Selector = ()
    reply_to: Selector = ()
    """The id of the post that a post answers."""
    body: Selector
    drop: Selector = ()
    """Chrome inside the body; here all alternatives count."""
    signature: Selector = ()
    attachment: Selector = ()
    """One listed attachment; not part of the body, wherever it stands."""
    attachment_name: Selector = ("a[href]",)
    attachment_url: Selector = ("a[href]::attr(href)", "img[src]::attr(src)")
    reactions: Selector = ()
    """How many people reacted."""

    poll: Selector = ()
    """Everything that belongs to the poll of the thread."""
    poll_question: Selector = ()
    poll_choice: Selector = ()
    """One answer with its votes."""
    poll_answer: Selector = ()
    """The words of the answer, if not all the words of the choice."""
    poll_votes: Selector = ()
    poll_voters: Selector = ()
    """How many people voted; where one person has several votes, not the sum of these."""

    board_title: Selector = ()
    """On the page of a board, its own title, where the way to it does not end with it."""
    board_about: Selector = ()
    """On the page of a board, what it is about."""
    board_group: Selector = ()
    """What holds boards with a title over them, in an index of boards."""
    board_group_title: Selector = ()
    board_row: Selector = ()
    """One board in an index, or inside another board."""
    board_link: Selector = ()
    """The link to the board: its words are the title."""
    board_description: Selector = ()
    """What the board is about; if the link stands there too, only what is behind it."""
    board_end: Selector = ()
    """What comes after the description there: moderators, boards inside."""
    row: Selector = ()
    """One thread of a list of threads, on pages that hold no posts."""
    row_thread: Selector = ()
    """The link to the thread: its words are the title."""
    row_id: Selector = ()
    """The id of the thread, if not what `thread_in_url` finds in the link."""
    row_board: Selector = ()
    """The board of the thread, where a list has threads of several."""
    row_replies: Selector = ()
    row_views: Selector = ()
    row_sticky: Selector = ()
    row_locked: Selector = ()
    row_moved: Selector = ()
    """A thread that stood in this board before it was moved to another."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector, compiled."""

    finder: finding.Finder | None
    """None for the element itself."""
    attribute: str | None
    own_text: bool
    pattern: re.Pattern[str] | None

    def elements(self, element: Element) -> list[Element]:
        """What the selector finds in *element*, itself included, in document order.

        With an ending, only what has such a value: `a::attr(href)::match(f=\\d)`.
        """
        found = self.finder(element) if self.finder else [element]
        if self.attribute is None and not self.own_text and self.pattern is None:
            return found
        return [one for one in found if self._value(one)]

    def values(self, element: Element) -> Iterator[str]:
        """What is not empty of all that the selector takes."""
        for one in self.finder(element) if self.finder else (element,):
            if value := self._value(one):
                yield value

    def _value(self, found: Element) -> str:
        if self.attribute:
            value = found.get(self.attribute) or ""
        elif self.own_text:
            value = own_text(found)
        else:
            value = all_text(found)
        if self.pattern:
            match = self.pattern.search(value[:LONGEST])
            value = (match[match.lastindex or 0] or "") if match else ""
        return " ".join(value.split())


@cache
def compiled(selector: str) -> Rule:
    """The rule that *selector* writes; a ConfigError says what is wrong with it."""
    endings = list(ENDING.finditer(selector))
    css = selector[: endings[0].start()] if endings else selector
    given = {k: v for ending in endings for k, v in ending.groupdict().items() if v}
    try:
        return Rule(
            finder=finding.finder(css) if css.strip() else None,
            attribute=given.get("attribute"),
            own_text="text" in given,
            pattern=re.compile(given["regex"]) if "regex" in given else None,
        )
    except (SelectorError, re.error) as error:
        raise ConfigError(f"rule {selector!r}: {error}") from error


def worth_while(element: Element, selector: Selector) -> Sequence[Rule]:
    """The alternatives of *selector*, without those that can find nothing in this tree."""
    tree = finding.tree_of(element)
    known: Sequence[Rule] | None = tree.worth_while.get(selector)
    if known is None:
        alternatives = (selector,) if isinstance(selector, str) else selector
        rules = map(compiled, alternatives)
        known = [rule for rule in rules if not rule.finder or rule.finder.may_find(tree)]
        tree.worth_while[selector] = known
    return known


def select(element: Element, selector: Selector) -> list[Element]:
    """The elements that the first alternative finds that finds any."""
    for rule in worth_while(element, selector):
        if found := rule.elements(element):
            return found
    return []


def own(element: Element, selector: Selector, mark: str) -> Element | None:
    """What *selector* finds first in *element*, but in no other of the class *mark* inside it."""
    for rule in worth_while(element, selector):
        for found in rule.elements(element):
            marked = (e for e in found.iterancestors() if mark in (e.get("class") or "").split())
            if next(marked, None) is element:
                return found
    return None


def select_all(element: Element, selector: Selector) -> Iterator[Element]:
    """The elements that any alternative finds."""
    for rule in worth_while(element, selector):
        yield from rule.elements(element)


def values(element: Element, selector: Selector) -> list[str]:
    """The values of the first alternative that has any."""
    for rule in worth_while(element, selector):
        if found := [*rule.values(element)]:
            return found
    return []


def value(element: Element, selector: Selector) -> str | None:
    """The first value of *selector*; None when there is none."""
    for rule in worth_while(element, selector):
        for found in rule.values(element):
            return found
    return None


def candidates(element: Element, selector: Selector) -> Iterator[str]:
    """Every value of every alternative, in order: the surest first."""
    for rule in worth_while(element, selector):
        yield from rule.values(element)


def all_text(element: Element) -> str:
    """The text of *element* and of all in it."""
    if not len(element):
        return element.text or ""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def text_of(element: Element) -> str:
    """The text of *element*, with single spaces."""
    return " ".join(all_text(element).split())


def own_text(element: Element) -> str:
    """The text that stands in *element* itself, a line for each piece between its children."""
    return "\n".join([element.text or "", *(child.tail or "" for child in element)])


def changed() -> None:
    """Call it when a tree was changed, unless by `detach`: what selectors find is remembered."""
    finding.forget()


def detach(element: Element) -> None:
    """Take *element* out of its tree; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)
