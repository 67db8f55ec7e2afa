"""Words, dates and numbers in the language of the site."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from threadsite import language
from threadsite.errors import ThemeError
from threadsite.language import catalogs, wording
from threadsite.language.catalogs import Words

ENGLISH = language.load("en")
POLISH = """\
# A comment.
msgid ""
msgstr ""
"Language: pl\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && "
"n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

#: somewhere.html:1
msgid "Search"
msgstr "Szukaj"

msgctxt "of a page"
msgid "Search"
msgstr ""
"Wyszu"
"kiwanie"

#, python-format
msgid "%(count)s post"
msgid_plural "%(count)s posts"
msgstr[0] "%(count)s post"
msgstr[1] "%(count)s posty"
msgstr[2] "%(count)s postów"

#, fuzzy
msgid "Boards"
msgstr "Deski"

msgid "Quoted"
msgstr "\\"Cytat\\"\\tw\\\\n\\n"

msgid "Topics"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Nie ma"
"""


@pytest.fixture
def polish(tmp_path: Path) -> Words:
    (tmp_path / "pl.po").write_text(POLISH, encoding="utf-8")
    return catalogs.words("pl-PL", [tmp_path])


@pytest.mark.parametrize(
    ("date", "shown", "machine"),
    [
        (
            datetime(2009, 3, 12, 18, 4, tzinfo=UTC),
            "12 March 2009, 18:04 UTC",
            "2009-03-12T18:04+00:00",
        ),
        (datetime(2009, 3, 12, 18, 4), "12 March 2009, 18:04", "2009-03-12T18:04"),
        (datetime(2009, 3, 12), "12 March 2009", "2009-03-12"),
    ],
)
def test_a_date_says_no_more_than_is_known(date: datetime, shown: str, machine: str) -> None:
    assert ENGLISH.date_text(date, "moment") == shown
    assert wording.machine(date) == machine


@pytest.mark.parametrize(
    ("last", "form", "shown"),
    [
        (datetime(2011, 5, 2), "day", "2 May 2011"),
        (datetime(2011, 5, 4), "day", "2–4 May 2011"),
        (datetime(2011, 6, 4), "day", "2 May – 4 June 2011"),
        (datetime(2012, 6, 4), "day", "2 May 2011 – 4 June 2012"),
        (datetime(2011, 6, 4), "month", "May–June 2011"),
        (datetime(2012, 6, 4), "year", "2011–2012"),
        (datetime(2011, 6, 4), "year", "2011"),
    ],
)
def test_a_span_says_once_what_both_ends_share(last: datetime, form: str, shown: str) -> None:
    assert ENGLISH.dates(datetime(2011, 5, 2), last, form).striptags() == shown


def test_a_date_in_figures_is_the_same_everywhere() -> None:
    date = datetime(2009, 3, 12, 18, 4, tzinfo=timezone(timedelta(hours=-3)))

    assert ENGLISH.date_text(date, "iso") == "2009-03-12 18:04 -03:00"
    assert ENGLISH.date_text(datetime(2009, 3, 12), "iso") == "2009-03-12"


def test_a_catalog_says_what_it_says(polish: Words) -> None:
    assert polish.gettext("Search") == "Szukaj"
    assert polish.pgettext("of a page", "Search") == "Wyszukiwanie"
    assert polish.gettext("Quoted") == '"Cytat"\tw\\n\n'
    shown = [polish.ngettext("%(count)s post", "%(count)s posts", n) for n in (1, 2, 5, 22)]
    assert [form.split()[-1] for form in shown] == ["post", "posty", "postów", "posty"]


@pytest.mark.parametrize("message", ["Boards", "Topics", "Gone", "Never heard of", ""])
def test_what_is_not_translated_is_said_in_english(polish: Words, message: str) -> None:
    assert polish.gettext(message) == message
    assert polish.ngettext("a cat", "cats", 1) == "a cat"
    assert polish.ngettext("a cat", "cats", 0) == "cats"


def test_the_first_catalog_that_has_a_message_says_it(tmp_path: Path) -> None:
    own, shared = tmp_path / "own", tmp_path / "shared"
    for folder, text in ((own, "Suche hier"), (shared, "Suche")):
        folder.mkdir()
        (folder / "de.po").write_text(f'msgid "Search"\nmsgstr "{text}"\n', encoding="utf-8")
    (own / "de-AT.po").write_text('msgid "January"\nmsgstr "Jänner"\n', encoding="utf-8")
    words = catalogs.words("de-AT", [own, shared])

    assert words.gettext("Search") == "Suche hier"
    assert words.gettext("January") == "Jänner"
    assert catalogs.words("de", [own]).gettext("January") == "January"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('msgid "a"\nmsgstr "b\n', r'xx\.po:2: not a line of a catalog: msgstr "b'),
        ("msgid a\n", r"xx\.po:1: not a line"),
        (
            'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=import os;\\n"\n',
            r"xx\.po: Plural-Forms: ",
        ),
    ],
)
def test_a_wrong_catalog_is_said_to_be_wrong(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "xx.po").write_text(text, encoding="utf-8")

    with pytest.raises(ThemeError, match=message):
        catalogs.words("xx", [tmp_path])
