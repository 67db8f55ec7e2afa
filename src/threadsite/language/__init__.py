"""Dates and numbers as a language writes them; how it does is said in its catalog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from threadsite.language import catalogs
from threadsite.language.catalogs import Words
from threadsite.language.wording import has_clock, machine
from threadsite.markdown.drafts import Labels

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Message(NamedTuple):
    """What translators are asked for that stands in no template."""

    context: str
    text: str
    hint: str = ""


WRITTEN = (
    Message("date", "%(year)s", "A year by itself: 2009."),
    Message("date", "%(month)s %(year)s", "March 2009"),
    Message("date", "%(day)s %(month)s %(year)s", "12 March 2009"),
    Message("date", "%(date)s, %(time)s", "12 March 2009, 18:04 UTC"),
    Message("number", "1,234", "How the language writes this number."),
    Message("number", "12,345", "How the language writes this number."),
)
LABELS = Labels()
MESSAGES = (
    *(Message("month with a year", month, "As in: March 2009.") for month in MONTHS),
    *(Message("month with a day", month, "As in: 12 March 2009.") for month in MONTHS),
    *WRITTEN,
    Message("", LABELS.spoiler, "Heads what a post hides until it is asked for."),
    Message("", LABELS.inferred, "Of an author or a date: not stated by the saved page."),
    Message("", LABELS.picture, "Names a picture that has no name."),
)


class Pattern(NamedTuple):
    """How dates are put together."""

    text: str
    months: tuple[str, ...]

    def filled(self, date: datetime) -> str:
        """*date* so written."""
        return self.text % {
            "day": date.day,
            "month": self.months[date.month - 1],
            "year": date.year,
        }

    def between(self, first: datetime, last: datetime) -> tuple[str, str]:
        """*first* and *last*, of one year, what both share said once: in *first* by a language
        that begins with the year, in *last* by others."""
        field = "%(day)s" if first.month == last.month else "%(month)s"
        place = self.text.index(field)
        if self.text.startswith("%(year)s"):
            return self.filled(first), self._replace(text=self.text[place:]).filled(last)
        end = f"{self.text} ".index(" ", place)
        return self._replace(text=self.text[:end]).filled(first), self.filled(last)


class Language:
    """How one language writes what templates show."""

    def __init__(self, words: Words) -> None:
        self.words = words
        alone, of_day = (
            tuple(words.pgettext(context, month) for month in MONTHS)
            for context in ("month with a year", "month with a day")
        )
        year, month, day, self._moment, thousands, millions = (
            words.pgettext(message.context, message.text) for message in WRITTEN
        )
        self._comma = millions[2:-3]
        self._least = 10_000 if len(thousands) == 4 else 1000
        self._patterns = {
            "year": Pattern(year, alone),
            "month": Pattern(month, alone),
            "day": Pattern(day, of_day),
        }
        self.forms: Mapping[str, Callable[[datetime], str]] = {
            **{form: pattern.filled for form, pattern in self._patterns.items()},
            "moment": self._at,
            "iso": iso,
            "name": lambda date: alone[date.month - 1],
        }

    def number(self, value: int) -> str:
        """*value* with its thousands apart."""
        return f"{value:,}".replace(",", self._comma) if abs(value) >= self._least else str(value)

    def date(self, date: datetime, form: str = "day") -> Markup:
        """*date* as an element `<time>`; the *form* is one of `forms`."""
        return _element(date, self.forms[form](date))

    def date_text(self, date: datetime, form: str = "day") -> str:
        """*date* as mere text, where no element can stand."""
        return self.forms[form](date)

    def dates(self, first: datetime, last: datetime, form: str = "day") -> Markup:
        """From *first* to *last* as elements `<time>`; what both share is said once."""
        start, end = self.forms[form](first), self.forms[form](last)
        if start == end:
            return _element(first, start)
        if form in ("day", "month") and first.year == last.year:
            start, end = self._patterns[form].between(first, last)
        dash = " – " if " " in start else "–"
        return _element(first, start) + dash + _element(last, end)

    def labels(self) -> Labels:
        """The words that a page adds to those of a post."""
        said = self.words.gettext
        return Labels(said(LABELS.spoiler), said(LABELS.inferred), said(LABELS.picture))

    def _at(self, date: datetime) -> str:
        day = self.forms["day"](date)
        return self._moment % {"date": day, "time": _clock(date)} if has_clock(date) else day


def iso(date: datetime) -> str:
    """*date* in figures, the same in every language: `2009-03-12 18:04 UTC`."""
    return f"{date.date()} {_clock(date)}" if has_clock(date) else str(date.date())


def _clock(date: datetime) -> str:
    offset = date.utcoffset()
    zone = "" if offset is None else f" {date.isoformat()[-6:]}" if offset else " UTC"
    return f"{date.hour:02}:{date.minute:02}{zone}"


def _element(date: datetime, text: str) -> Markup:
    # Neither figures nor what a catalog says need escaping.
    return Markup(f'<time datetime="{machine(date)}">{text}</time>')  # noqa: S704


def load(tag: str, folders: Iterable[Path] = ()) -> Language:
    """The language *tag*; catalogs in *folders* go before those that come with threadsite."""
    return Language(catalogs.words(tag, (*folders, catalogs.SHIPPED)))
