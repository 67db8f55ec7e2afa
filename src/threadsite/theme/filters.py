"""The filters of templates: rows become links, dates elements, rendered bodies HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from threadsite import urls
from threadsite.language import Language, wording
from threadsite.language.catalogs import Words
from threadsite.pages.page import Page
from threadsite.pages.parts import Rendered
from threadsite.rows import (
    AuthorRef,
    AuthorRow,
    BoardRef,
    BoardRow,
    PostRow,
    ThreadRow,
    TopicRef,
    TopicRow,
)

Linked = (
    str | AuthorRef | AuthorRow | BoardRef | BoardRow | PostRow | ThreadRow | TopicRef | TopicRow
)


MOST_SHOWN = 10_000
"""What is kept of macros that are asked for once."""
PLACES: dict[type[Any], Callable[[Any], str]] = {
    str: lambda address: address,
    ThreadRow: lambda thread: urls.thread(thread.key),
    PostRow: urls.post,
    AuthorRef: lambda author: urls.author(author.key),
    AuthorRow: lambda author: urls.author(author.key),
    BoardRef: lambda board: urls.board(board.key),
    BoardRow: lambda board: urls.board(board.key),
    TopicRef: lambda tag: urls.topic(tag.key),
    TopicRow: lambda topic: (urls.topic if topic.kind == "tag" else urls.board)(topic.key),
}


def address(thing: Linked) -> str:
    """Where *thing* has its page, from the home of the site; an address stays as it is."""
    kind = type(thing) if type(thing) in PLACES else str
    if not isinstance(thing, kind):
        raise TypeError(f"nothing on the site is a {type(thing).__name__}")
    return PLACES[kind](thing)


class Links:
    """The filters that depend on the page, which is not in the context of a macro.

    They take the context all the same, or Jinja would fill in what they give for constants.
    """

    page: Page
    """The page that is being rendered."""

    def __init__(self) -> None:
        self._folder = ""
        self._shown: dict[tuple[object, ...], str] = {}

    def turn(self, page: Page) -> None:
        """Go on to *page*."""
        self.page = page
        self._folder = page.path if page.path == urls.NOT_FOUND else page.path.rpartition("/")[0]

    def forget(self) -> None:
        """Keep nothing that was shown."""
        self._shown.clear()

    @pass_context
    def link(self, _: Context, thing: Linked) -> str:
        """The link from the page to *thing*."""
        return urls.link(self.page.path, address(thing), self.page.site.url)

    def once(self, macro: Macro, thing: Linked) -> str:
        """What *macro* shows of *thing*: the same on all pages of a folder, and so made once."""
        return self._once((macro, thing), partial(macro, thing))

    def kept(self, *key: object, caller: Macro) -> str:
        """What a block of a template shows, the same wherever its *key* is and made once, too."""
        return self._once(key, caller)

    def _once(self, key: tuple[object, ...], show: Callable[[], str]) -> str:
        key = (self._folder, *key)
        if key not in self._shown:
            if len(self._shown) >= MOST_SHOWN:
                self._shown.clear()
            self._shown[key] = show()
        return self._shown[key]

    @pass_context
    def absolute(self, _: Context, thing: Linked) -> str:
        """The whole address of *thing*; only for a site that knows its own."""
        home = self.page.site.url
        if home is None:
            raise ValueError("[site] url does not say where the site will be")
        return urls.absolute(home, address(thing))


def constant(*_key: object, caller: Macro) -> str:
    """What a block of a template shows."""
    return caller()


def body(rendered: Rendered) -> Markup:
    """What the renderer made of Markdown, as it is: nothing else gets past the escaping."""
    if not isinstance(rendered, Rendered):
        raise TypeError(f"body takes rendered Markdown, not {type(rendered).__name__}")
    return Markup(rendered.html)  # noqa: S704  (the renderer's promise)


def sayings(words: Words) -> dict[str, Callable[..., Markup]]:
    """What templates call for *words*: what `{% trans %}` stands for, and `_`."""

    def gettext(text: str, /, **values: object) -> Markup:
        return _filled(words.gettext(text), values)

    def ngettext(singular: str, plural: str, count: int, /, **values: object) -> Markup:
        return _filled(words.ngettext(singular, plural, count), {"num": count, **values})

    def pgettext(context: str, text: str, /, **values: object) -> Markup:
        return _filled(words.pgettext(context, text), values)

    def npgettext(
        context: str, singular: str, plural: str, count: int, /, **values: object
    ) -> Markup:
        found = words.npgettext(context, singular, plural, count)
        return _filled(found, {"num": count, **values})

    return {
        "_": gettext,
        "gettext": gettext,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "npgettext": npgettext,
    }


def _filled(text: str, values: Mapping[str, object]) -> Markup:
    """*text* of a catalog with *values* in their places."""
    shown = {name: held if type(held) is int else escape(held) for name, held in values.items()}
    return Markup(text % shown)  # noqa: S704  (what a catalog says is the theme's)


def filters(language: Language) -> dict[str, Callable[..., object]]:
    """The filters of templates in *language*, but those that depend on the page."""
    return {
        "body": body,
        "date": language.date,
        "date_text": language.date_text,
        "dates": language.dates,
        "number": language.number,
        "capture": wording.capture,
        "initials": wording.initials,
        "hue": wording.hue,
    }
