"""What the tags of BBCode mean, in all the forums that write it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from threadsite.markup import scripts
from threadsite.markup.flow import Make, emphasis, strike, strong


def names(text: str) -> frozenset[str]:
    """The words of *text*."""
    return frozenset(text.split())


MARKS: Mapping[str, Make] = (
    dict.fromkeys(("b", "strong", "bold"), strong)
    | dict.fromkeys(("i", "em", "italic"), emphasis)
    | dict.fromkeys(("s", "strike", "del"), strike)
    | {"sup": scripts.superscript, "sub": scripts.subscript}
)
LINKS = names("url iurl ftp email")
LOST = names(
    "u ins color colour size font face highlight bgcolor background glow shadow blur tt abbr"
    " user mention member username rtl ltr bdo span nofollow"
)
"""Markup without a written form: the words stay."""
SECTIONS = names("center centre left right justify align indent float p div move marquee")
"""Markup that sets lines apart from what is around it."""
HEADINGS = names("h1 h2 h3 h4 h5 h6 heading")
QUOTES = names("quote blockquote")
SPOILERS = names("spoiler spoil spoilers sp ispoiler inlinespoiler hide hidden collapse details")
LISTS = names("list ul ol")
TABLES = names("table")
ROWS = names("tr")
ITEMS = names("* li")
CELLS = names("td th")
BREAKS = names("hr br")
CODE = names("code php html xml sql css js codebox pre highlightcode geshi syntax")
CODE_SPANS = names("icode inlinecode c")
SHOWN = names("noparse plain nobbc nobb")
"""What is in it shows as it is typed."""
PICTURES = names("img image imgur simg thumb timg")
FILES = names("attach attachment")
PLAYERS = names("media video youtube yt vimeo dailymotion audio mp3 flash embed")

BLOCKS = HEADINGS | QUOTES | SPOILERS | LISTS | TABLES
"""Tags with an inside of their own."""
PARTS = ITEMS | CELLS | ROWS
"""Tags that mean something only in a list or a table."""
ALONE = PARTS | BREAKS
"""Tags that need no end."""
LITERAL = CODE | CODE_SPANS | SHOWN
"""Nothing inside these is a tag."""
LEAVES = PICTURES | FILES | PLAYERS
"""What is inside these names a thing."""
KNOWN = frozenset(MARKS) | LINKS | LOST | SECTIONS | BLOCKS | ALONE | LITERAL | LEAVES

VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)'|([^"'].*)|$)""", re.S)
LANGUAGE = re.compile(r"[\w+#.-]{1,30}")
OPTION = re.compile(r"""\b(?:lang|language|title)\s*=\s*["']?([^"'\]]{1,80})""", re.I)


def value(arg: str) -> str:
    """What *arg*, all that stands behind the name of a tag, sets the tag to: `x` in `[tag=x]`."""
    found = VALUE.match(arg.strip())
    return (found[1] or found[2] or found[3] or "").strip() if found else ""


def stated(arg: str) -> str:
    """The title or the language that *arg* gives."""
    found = OPTION.search(arg)
    return found[1].strip() if found else value(arg)


def language(name: str, arg: str) -> str:
    """The language of a block of code; empty when the tag says none."""
    if name not in ("code", "pre", "codebox", "syntax", "geshi", "highlightcode"):
        return {"js": "javascript"}.get(name, name)
    found = LANGUAGE.fullmatch(stated(arg).split(",")[0].split("|")[0])
    return found[0].lower() if found and not found[0].isdigit() else ""
