"""Card pictures: what other sites show beside a link to this one. Pillow draws them.

One ink on paper, whatever the scheme of the page: the title, what it is part of, and its figures. A
line that the font has no letters for is left out, and so is one of a script that is more than one
letter after the other: what reads wrong is worse than nothing.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from threadsite.config import Site
from threadsite.errors import BuildError, ConfigError
from threadsite.language import Language
from threadsite.markup.words import shortened

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
"""What networks ask for."""
MARGIN = 90
PAPER, INK, ACCENT = (252, 251, 248), (36, 39, 44), (15, 88, 118)
FULL, QUIET, BAR = 250, 170, 255
"""Places in the palette: up to the first, more and more ink; the last is the accent."""
SMALL = 38
MOST = 200
"""Characters of a line that are looked at."""
TITLE = ((92, 2), (68, 4))
"""Sizes of a title, and how many lines of each there is room for; the last is cut if need be."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Draws the cards of a site."""

    language: Language
    font: Path | None
    """A file of a font; without one, that of Pillow, which has the letters of English."""
    threads: bool
    """Whether each thread has a card of its own."""

    def draw(
        self, title: str, above: str, posts: int, dates: tuple[datetime | None, datetime | None]
    ) -> bytes:
        """The card of what has the *title* and so many *posts*, from the first of the *dates* to
        the last, in what is named *above*."""
        from PIL import Image, ImageDraw

        picture = Image.new("L", (WIDTH, HEIGHT), 0)
        pen = ImageDraw.Draw(picture)
        pen.rectangle((0, 0, 28, HEIGHT), fill=BAR)
        small = _font(self.font, SMALL)
        places = ((above, MARGIN), (self._figures(posts, dates), HEIGHT - MARGIN - SMALL))
        for line, height in places:
            text = next(_lines(_shown(line, small), small), "")
            pen.text((MARGIN, height), text, fill=QUIET, font=small)
        font, lines = _set(title, self.font)
        for number, line in enumerate(lines):
            height = MARGIN + 2 * SMALL + round(number * font.size * 1.2)
            pen.text((MARGIN, height), line, fill=FULL, font=font)
        picture.putpalette(PALETTE)
        file = BytesIO()
        picture.save(file, "PNG")
        return file.getvalue()

    def _figures(self, posts: int, dates: tuple[datetime | None, datetime | None]) -> str:
        words, number = self.language.words, self.language.number(posts)
        counted = words.ngettext("%(count)s post", "%(count)s posts", posts) % {"count": number}
        years = dict.fromkeys(self.language.date_text(date, "year") for date in dates if date)
        return " · ".join(filter(None, (counted, "-".join(years))))


def cards(site: Site, language: Language) -> Cards | None:
    """What draws the cards of *site*, whose words are of *language*; None when it has none."""
    asked = site.settings.cards
    if asked.of == "none" or not site.settings.site.url:
        return None
    return Cards(language, site.root / asked.font if asked.font else None, asked.of == "threads")


def mark(site: Site) -> str:
    """What tells the cards of *site* from those of another font or another Pillow; `ConfigError`
    when they cannot be drawn."""
    asked = site.settings.cards
    if asked.of == "none":
        return ""
    try:
        import PIL

        font = (site.root / asked.font).read_bytes() if asked.font else b""
        _font(site.root / asked.font if asked.font else None, SMALL)
    except ImportError:
        raise ConfigError("[cards] needs Pillow: pip install 'threadsite[cards]'") from None
    except OSError as problem:
        raise ConfigError(f"[cards] font: {asked.font}: {problem}") from None
    return f"{PIL.__version__} {hashlib.sha256(font).hexdigest()}"


def _palette() -> Iterator[int]:
    for place in range(FULL + 1):
        for paper, ink in zip(PAPER, INK, strict=True):
            yield paper + (ink - paper) * place // FULL
    yield from ACCENT * (BAR - FULL)


PALETTE = tuple(_palette())


@cache
def _font(path: Path | None, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # Letters one after the other: what more a system can do differs from one to the next.
    basic = ImageFont.Layout.BASIC
    if path:
        return ImageFont.truetype(path, size, layout_engine=basic)
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise BuildError("[cards] needs a Pillow that was built with FreeType")
    return font.font_variant(layout_engine=basic)


def _set(title: str, path: Path | None) -> tuple[FreeTypeFont, list[str]]:
    """*title* in lines, and the font that they are set in."""
    for size, most in TITLE:
        font = _font(path, size)
        lines = list(_lines(_shown(title, font), font))
        if len(lines) <= most:
            return font, lines
    return font, [*lines[: most - 1], f"{lines[most - 1][:-1].rstrip()}…"]


def _fitting(line: str, font: FreeTypeFont) -> int:
    """How many characters of *line* have room; one in any case."""
    room = WIDTH - 2 * MARGIN
    return next((n for n in range(len(line), 1, -1) if font.getlength(line[:n]) <= room), 1)


def _shown(text: str, font: FreeTypeFont) -> str:
    """*text* as *font* can show it: all of it, or nothing."""
    text = unicodedata.normalize("NFC", shortened(text, MOST))
    missing = bytes(font.getmask("\uffff"))
    whole = all(_is_plain(letter) and bytes(font.getmask(letter)) != missing for letter in text)
    return text if whole else ""


def _is_plain(letter: str) -> bool:
    """Whether *letter* is the same wherever it stands, and the next one stands to its right."""
    to_left = unicodedata.bidirectional(letter) in ("R", "AL", "AN")
    return not to_left and not unicodedata.category(letter).startswith(("M", "C"))


def _lines(text: str, font: FreeTypeFont) -> Iterator[str]:
    """*text* in lines that fit: whole words, if they do."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if _fitting(longer, font) == len(longer):
            line = longer
            continue
        yield from [line] if line else []
        line = word
        while (fits := _fitting(line, font)) < len(line):
            yield line[:fits]
            line = line[fits:]
    yield from [line] if line else []
