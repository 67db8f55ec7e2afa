"""The catalogs that come with threadsite: whole, as Babel reads them, and as a language writes."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from babel import Locale
from babel.messages.pofile import read_po

import messages
from conftest import READING
from threadsite import language
from threadsite.archive import Archive
from threadsite.building.making import renderer
from threadsite.config import load_site
from threadsite.language import catalogs
from threadsite.pages import pages
from threadsite.theme import load_theme

SHIPPED = sorted(catalogs.SHIPPED.glob("*.po"))
FIRST, LAST = datetime(2011, 3, 2), datetime(2011, 5, 4)


def names(text: str) -> set[str]:
    """What is put into the message *text*."""
    return set(re.findall(r"%(?:\(\w+\)s|%)|\{\w+\}", text))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_no_message_is_missing(path: Path) -> None:
    assert list(messages.missing(path)) == [], "run `make messages`, then translate these"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_a_catalog_has_no_more_than_is_said(path: Path) -> None:
    assert messages.updated(path) == path.read_bytes(), "run `make messages`"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_a_catalog_is_read_as_babel_reads_it(path: Path) -> None:
    with path.open("rb") as file:
        found = read_po(file, locale=path.stem)
    ours = catalogs.read(path)
    theirs = {
        (m.context or "", m.id if isinstance(m.id, str) else m.id[0]): (
            (m.string,) if isinstance(m.string, str) else tuple(m.string or ())
        )
        for m in found
        if m.id
    }

    assert ours.messages == theirs
    plural = Locale.parse(path.stem).plural_form
    numbers = [*range(200), 1000, 1001, 1_000_000]
    by_form = {ours.form(n): plural(n) for n in reversed(numbers) if n < 1_000_000}
    assert len(by_form) == found.num_plurals
    assert all(by_form[ours.form(n)] == plural(n) for n in numbers if n < 1_000_000)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_a_translation_puts_in_what_the_message_does(path: Path) -> None:
    with path.open("rb") as file:
        found = read_po(file, locale=path.stem)
    wrong = []
    for message in found:
        said = message.string if isinstance(message.string, tuple) else (str(message.string),)
        wanted = names(message.id if isinstance(message.id, str) else message.id[1])
        if message.id and any(not names(form) <= wanted for form in said):
            wrong.append(message.id)
        if message.id and isinstance(message.id, str) and names(said[0]) != wanted:
            wrong.append(message.id)

    assert wrong == []


@pytest.mark.parametrize(
    ("tag", "moment", "days", "months", "number"),
    [
        ("en", "2 March 2011, 18:04 UTC", "2 March – 4 May 2011", "March–May 2011", "12,345"),
        ("de-AT", "2. März 2011, 18:04 UTC", "2. März – 4. Mai 2011", "März–Mai 2011", "12.345"),
        (
            "fr",
            "2 mars 2011, 18:04 UTC",
            "2 mars – 4 mai 2011",
            "mars–mai 2011",
            "12\u202f345",
        ),
        (
            "es",
            "2 de marzo de 2011, 18:04 UTC",
            "2 de marzo – 4 de mayo de 2011",
            "marzo–mayo de 2011",
            "12.345",
        ),
        (
            "ru",
            "2 марта 2011 г., 18:04 UTC",
            "2 марта – 4 мая 2011 г.",
            "март–май 2011 г.",
            "12\u00a0345",
        ),
        ("ar", "2 مارس 2011، 18:04 UTC", "2 مارس – 4 مايو 2011", "مارس–مايو 2011", "12,345"),
        ("he", "2 במרץ 2011, 18:04 UTC", "2 במרץ – 4 במאי 2011", "מרץ–מאי 2011", "12,345"),
        ("zh-CN", "2011年3月2日 18:04 UTC", "2011年3月2日–5月4日", "2011年3月–5月", "12,345"),
        ("ja", "2011年3月2日 18:04 UTC", "2011年3月2日–5月4日", "2011年3月–5月", "12,345"),
    ],
)
def test_dates_and_numbers_are_those_of_the_language(
    tag: str, moment: str, days: str, months: str, number: str
) -> None:
    found = language.load(tag)

    assert found.date_text(FIRST.replace(hour=18, minute=4, tzinfo=UTC), "moment") == moment
    assert found.dates(FIRST, LAST).striptags() == days
    assert found.dates(FIRST, LAST, "month").striptags() == months
    assert found.number(12_345) == number


def test_a_number_of_four_digits_is_written_as_the_language_does() -> None:
    assert [language.load(tag).number(1234) for tag in ("en", "de", "es")] == [
        "1,234",
        "1.234",
        "1234",
    ]


def shown(tag: str, theme: str = "plain") -> dict[str, str]:
    """The pages of the site `reading` in the language *tag*, by their addresses."""
    site = load_site(READING)
    told = msgspec.structs.replace(site.settings.site, language=tag)
    built = msgspec.structs.replace(site.settings.build, theme=theme)
    settings = msgspec.structs.replace(site.settings, site=told, build=built)
    site = msgspec.structs.replace(site, settings=settings)
    with Archive.open(site.content, render=renderer(site)) as archive:
        made = pages(site, archive, renderer(site).draft)
        return {page.path: load_theme(site).render(page) for page in made}


@pytest.mark.parametrize(
    ("tag", "direction", "words"),
    [
        ("de", "ltr", ("Zum Inhalt springen", "11. März 2006 – 2. Januar 2011", "130 Beiträge")),
        ("ar", "rtl", ("انتقل إلى المحتوى", "11 مارس 2006", "130 مشاركة")),
    ],
)
def test_a_site_speaks_the_language_that_it_names(
    tag: str, direction: str, words: tuple[str, ...]
) -> None:
    made = shown(tag)
    long = next(html for path, html in made.items() if path.startswith("t/101-"))

    assert f'<html lang="{tag}" dir="{direction}">' in long
    text = re.sub(r"<time[^>]*>|</time>", "", long)
    assert [said for said in words if said not in text] == []
    assert "Skip to the content" not in long


def test_posts_get_words_of_the_language_too() -> None:
    made = "".join(shown("ar").values())

    assert "<summary>محتوى مخفي" in made
    assert "Spoiler" not in re.sub(r"<meta[^>]*>|<script.*?</script>", "", made)
