"""Rules that a person writes in site.toml: patches of an engine, and engines that are only a table.

`[convert.NAME]` changes rules of the engine NAME; `[engines.NAME]` makes a new one.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any

from threadsite.engines import html
from threadsite.engines.embeds import dialect
from threadsite.engines.engine import Engine
from threadsite.engines.page import Page
from threadsite.engines.rules import Element, Rules, Selector, compiled, detach, select, value
from threadsite.errors import ConfigError
from threadsite.markup.html import Walker
from threadsite.markup.nodes import Block, Node, QuoteBlock, Spoiler

Table = Mapping[str, str | tuple[str, ...]]
"""Names of rules and their selectors, as TOML holds them."""

REGEXES = frozenset(field.name for field in fields(Rules) if field.default == "")
QUOTED, AUTHOR, POST = "threadsite-quote", "data-threadsite-author", "data-threadsite-post"
HIDDEN = "threadsite-spoiler"


@dataclass(frozen=True, slots=True)
class Marks:
    """What a table says of the markup inside bodies."""

    quote: Selector = ()
    quote_author: Selector = ()
    """Inside the quote; taken out of its words."""
    quote_post: Selector = ()
    """The id of the quoted post, of the quote or of something in it."""
    spoiler: Selector = ()


def _quote(element: Element, walker: Walker) -> Sequence[Node]:
    return [QuoteBlock(walker.blocks(element), element.get(AUTHOR), element.get(POST))]


def _spoiler(element: Element, walker: Walker) -> Sequence[Node]:
    return [Spoiler(walker.blocks(element))]


class TableEngine(html.HtmlEngine):
    """An engine that is a table of rules, made by a person without Python."""

    dialect = dialect({QUOTED: _quote, HIDDEN: _spoiler})

    def __init__(self, name: str, rules: Rules, marks: Marks) -> None:
        self.name = name
        self.rules = rules  # type: ignore[misc]  # other engines have one set of rules a class
        self.marks = marks

    def read(self, element: Element, page: Page) -> Sequence[Block]:
        """What *element* says, its quotes and spoilers told by the table."""
        marks = self.marks
        for quote in select(element, marks.quote):
            author, post = value(quote, marks.quote_author), value(quote, marks.quote_post)
            for head in select(quote, marks.quote_author):
                if head is not quote:
                    detach(head)
            quote.set("class", QUOTED)
            quote.attrib.update({k: v for k, v in ((AUTHOR, author), (POST, post)) if v})
        for spoiler in select(element, marks.spoiler):
            if spoiler.get("class") != QUOTED:
                spoiler.set("class", HIDDEN)
        return super().read(element, page)


def customised(
    engines: Iterable[Engine], patches: Mapping[str, Table], tables: Mapping[str, Table]
) -> tuple[Engine, ...]:
    """*engines* with the *patches* of their rules, and an engine for each of *tables*.

    `ConfigError` names an engine that does not exist, a rule that does not exist, and a selector
    that cannot be read.
    """
    known = {engine.name: engine for engine in engines}
    for name in tables:
        if name in known:
            raise ConfigError(
                f"[engines.{name}]: threadsite has an engine of that name;"
                f" change its rules in [convert.{name}], or call yours otherwise"
            )
    for name, patch in patches.items():
        known[name] = _patched(name, known.get(name), patch, known)
    return (*known.values(), *(_defined(name, table) for name, table in tables.items()))


def _patched(name: str, engine: Engine | None, patch: Table, known: Mapping[str, Engine]) -> Engine:
    if not isinstance(engine, html.HtmlEngine):
        readable = [n for n, e in known.items() if isinstance(e, html.HtmlEngine)]
        raise ConfigError(
            f"[convert.{name}]: no engine of that name has rules{_nearest(name, readable)}"
        )
    changes: dict[str, Any] = dict(_checked(f"[convert.{name}]", patch, _names(Rules)))
    return _with_rules(type(engine), replace(engine.rules, **changes))


def _with_rules(kind: type[html.HtmlEngine], rules: Rules) -> html.HtmlEngine:
    """An engine as *kind*, with other *rules*; it can be sent to other processes."""

    def reduced(_: html.HtmlEngine) -> tuple[object, ...]:
        return _with_rules, (kind, rules)

    # A class of its own, since the rules of an engine belong to its class.
    own: type[html.HtmlEngine] = type(
        kind.__name__, (kind,), {"rules": rules, "__reduce__": reduced}
    )
    return own()


def _defined(name: str, table: Table) -> TableEngine:
    place = f"[engines.{name}]"
    given: dict[str, Any] = dict(_checked(place, table, {**_names(Rules), **_names(Marks)}))
    absent = [f.name for f in fields(Rules) if f.default is MISSING and f.name not in given]
    if absent:
        raise ConfigError(f"{place}: the rule {absent[0]} is missing; no page can be read without")
    marks = {field.name: given.pop(field.name) for field in fields(Marks) if field.name in given}
    # Without words to look for, every page is looked at.
    given.setdefault("sign", ("",))
    return TableEngine(name, Rules(**given), Marks(**marks))


def _names(kind: type[Rules] | type[Marks]) -> dict[str, None]:
    return {field.name: None for field in fields(kind)}


def _checked(
    place: str, table: Table, names: Mapping[str, None]
) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for name, selector in table.items():
        if name not in names:
            raise ConfigError(f'{place}: unknown rule "{name}"{_nearest(name, names)}')
        if name in REGEXES and not isinstance(selector, str):
            raise ConfigError(f"{place}: {name} is one regular expression, not a list")
        if name not in REGEXES and name != "sign":
            for alternative in (selector,) if isinstance(selector, str) else selector:
                _check(f"{place}: {name}", alternative)
        if isinstance(selector, str):
            yield name, (selector,) if name == "sign" else selector
        else:
            yield name, tuple(selector)


def _check(place: str, selector: str) -> None:
    try:
        compiled(selector)
    except ConfigError as error:
        raise ConfigError(f"{place}: {error}") from None


def _nearest(name: str, names: Iterable[str]) -> str:
    found = difflib.get_close_matches(name, list(names), 1)
    return f'; did you mean "{found[0]}"?' if found else ""
