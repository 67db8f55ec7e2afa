"""Code in colours: classes on its words where its language is stated and known, never guessed."""

from __future__ import annotations

import html
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.formatters.html import HtmlFormatter

LONGEST = 6_000
"""Characters of code that get colours: a lexer takes seconds for as many that were made to slow it,
and its time grows with their square."""
TAG = re.compile(r"<[^>]*>")


def highlighted(code: str, language: str) -> str:
    """*code* as HTML, with the classes of Pygments if *language* is one that it knows."""
    if language and len(code) <= LONGEST and (coloured := _coloured(code, language.lower())):
        return coloured
    return html.escape(code, quote=False)


@lru_cache(maxsize=256)
def _coloured(code: str, language: str) -> str | None:
    """*code* with classes; None when the language is unknown or a character would be lost."""
    from pygments import highlight
    from pygments.lexers import get_lexer_by_name

    if not _is_known(language):
        return None
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    coloured = str(highlight(code, lexer, _formatter())).removesuffix("\n")
    return coloured if html.unescape(TAG.sub("", coloured)) == code else None


@lru_cache(maxsize=1024)
def _is_known(language: str) -> bool:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        get_lexer_by_name(language)
    except ClassNotFound:
        return False
    return True


@cache
def _formatter() -> HtmlFormatter[str]:
    from pygments.formatters.html import HtmlFormatter

    return HtmlFormatter(nowrap=True)
