"""Dates in the forms and languages that forums write them in."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

import pytest

from threadsite.dates import day_first, parse_date, read_date
from threadsite.dates import words as datewords
from threadsite.dates.calendars import Day, gregorian

CAPTURED = datetime(2020, 9, 26, 12, 0)
NOON = "2020-09-25T16:13:00"

STATED = {
    "2020-09-25T16:13:00+0200": "2020-09-25T16:13:00+02:00",
    "2020-09-25T16:13:00.123Z": "2020-09-25T16:13:00+00:00",
    "2020-09-25 16:13": NOON,
    "2020-09-25": "2020-09-25T00:00:00",
    "1290345887": "2010-11-21T13:24:47+00:00",
    "1290345887123": "2010-11-21T13:24:47+00:00",
    "Sep 25, 2020 at 4:13 PM": NOON,
    "Fri Sep 25, 2020 4:13 p.m.": NOON,
    "September 25th, 2020, 16:13": NOON,
    "25th of September 2020 16:13": NOON,
    "Sep 25, '20 16:13": NOON,
    "12:13 AM, 25 Sep 2020": "2020-09-25T00:13:00",
    "by May » Fri Sep 25, 2020 4:13 pm": NOON,
    "Last edited by Juno on Fri Sep 25, 2020 4:13 pm, edited 2 times in total.": NOON,
    "Fri, 25 Sep 2020 16:13:00 -0800": "2020-09-25T16:13:00-08:00",
    "Fri Sep 25 16:13:00 PST 2020": "2020-09-25T16:13:00-08:00",
    "25 Sep 2020 16:13 (UTC+2)": "2020-09-25T16:13:00+02:00",
    "25. September 2020, 16:13": NOON,
    "25.09.2020 16:13": NOON,
    "25/9/2020 16h13": NOON,
    "Modifié par Ana ; 25/9/2020 à 16h13.": NOON,
    "9/25/20 16:13": NOON,
    "2020/9/25 16.13": NOON,
    "Ven 25 Sep 2020 - 16:13": NOON,
    "Mar 05 Juin 2007 4:13 pm": "2007-06-05T16:13:00",
    "25 de septiembre de 2020 a las 16:13": NOON,
    "venerdì 25 settembre 2020, 16:13": NOON,
    "25 de Setembro de 2020, 16:13": NOON,
    "vr 25 sep 2020 16:13": NOON,
    "25 wrz 2020, o 16:13": NOON,
    "Пт сен 25, 2020 4:13 pm": NOON,
    "25 вересня 2020 16:13": NOON,
    "pát 25. zář 2020 16:13": NOON,
    "25. septembra 2020 16:13": NOON,
    "2020. szept. 25., pén. 16:13": NOON,
    "25 Syys 2020, 16:13": NOON,
    "25 september 2020, 16:13": NOON,
    "25 Eyl 2020, 16:13": NOON,
    "Пет Сеп 25, 2020 16:13": NOON,
    "Pet Ruj 25, 2020 16:13": NOON,
    "2020 m. rugsėjo 25 d. 16:13": NOON,
    "25 Σεπτεμβρίου 2020, 16:13": NOON,
    "25 septembrie 2020, 16:13": NOON,
    "2020年9月25日 16:13": NOON,
    "2020年9月25日(金)16:13": NOON,
    "周五 9月 25, 2020 下午4:13": NOON,
    "2020년 9월 25일 (금) 오후 4:13": NOON,
    "25 سبتمبر 2020, 4:13 م": NOON,
    "٢٥ سبتمبر ٢٠٢٠, ٤:١٣ م": NOON,
    "25 سپتامبر 2020 16:13": NOON,
    "25 Tháng 9 2020, 16:13": NOON,
    "25 ก.ย. 2563 16:13": NOON,
    "25 בספטמבר 2020": "2020-09-25T00:00:00",
    "25 Thg 9 2020 16:13": NOON,
    "25 Σεπ 2020 04:13 μμ": NOON,
    "25 أيلول 2020 - 4:13 مساءً": NOON,
    "25 ก.ย. 63 16:13": NOON,
    "25 ก.ย. 20 16:13": NOON,
    "2563-09-25 16:13": NOON,
    "25 กันยายน พ.ศ. 2563 เวลา 16:13 น.": NOON,
    "令和2年9月25日 16:13": NOON,
    "令和元年5月3日": "2019-05-03T00:00:00",
    "民國109年9月25日 下午 4:13": NOON,
    "جمعه ۴ مهر ۱۳۹۹، ۴:۱۳ ب.ظ": NOON,
    "4 مهر 1399, 16:13": NOON,
    "مهر ۴, ۱۳۹۹ ساعت ۱۶:۱۳": NOON,
    "۴ مهر ماه ۹۹ ۱۶:۱۳": NOON,
    "۱۳۹۹/۷/۴، ۱۶:۱۳": NOON,
    "1399/07/04 ساعت 16:13": NOON,
    "30-06-1386, 04:57 ب.ظ": "2007-09-21T16:57:00",
    "۳۰-۱۲-۱۳۹۹": "2021-03-20T00:00:00",
    "۳۰ اسفند ۱۳۹۸": None,
    "۰۴-۰۷-۱۳۹۹": None,
    "۱۴۴۲/۲/۷": None,
    "1399/07/04 16:13": None,
    "25 ספטמבר 2020 16:13": NOON,
}

NO_DATES = (
    "",
    "hello",
    "16:13",
    "NaN",
    "Feb 30, 2020",
    "30 февраля 2020",
    "0000-00-00",
    "2020-13-45T99:99:99Z",
    "1000000000000000000",
    "Sep 25, 0",
    "99/99/9999",
    "12 replies May 2020",
    "03/04/2020",
    "14/05/59",
    "Yesterday, 10:15",
    "200 days ago",
)

RESOLVED = {
    "Today at 5:00 AM": "2020-09-26T05:00:00",
    "Yesterday, 10:15": "2020-09-25T10:15:00",
    "Gestern um 10:15": "2020-09-25T10:15:00",
    "hôm qua 10:15": "2020-09-25T10:15:00",
    "昨天10:15": "2020-09-25T10:15:00",
    "200 days ago": "2020-03-10T12:00:00",
    "vor 3 Stunden": "2020-09-26T09:00:00",
    "il y a 2 jours": "2020-09-24T12:00:00",
    "5分前": "2020-09-26T11:55:00",
    "5 นาทีที่แล้ว": "2020-09-26T11:55:00",
    "לפני 3 שעות": "2020-09-26T09:00:00",
    "Saturday at 9:06 PM": "2020-09-19T21:06:00",
    "Thursday at 9:06 PM": "2020-09-24T21:06:00",
}


@pytest.mark.parametrize(("text", "expected"), STATED.items())
def test_a_stated_date_is_read(text: str, expected: str | None) -> None:
    value = parse_date(text)

    assert (value.isoformat() if value else None) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_what_states_no_date_gives_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(("text", "expected"), RESOLVED.items())
def test_a_relative_date_is_resolved_and_marked(text: str, expected: str) -> None:
    dated = read_date(text, captured=CAPTURED)

    assert dated is not None
    assert dated.inferred
    assert dated.value.isoformat() == expected


@pytest.mark.parametrize("never", ["0001-01-01T00:00:00", "1/1/0001 12:00 AM", "30 Nov -0001"])
def test_a_year_of_four_digits_is_the_year_that_it_says(never: str) -> None:
    assert parse_date(never) is None


def test_months_and_years_ago_are_no_dates() -> None:
    assert read_date("3 years ago", captured=CAPTURED) is None


@pytest.mark.parametrize(("order", "month"), [(True, 4), (False, 3)])
def test_an_open_order_is_closed_by_evidence(order: bool, month: int) -> None:
    value = parse_date("03/04/2020", day_first=order)

    assert value is not None
    assert value.month == month


@pytest.mark.parametrize("year", [1, 9999])
def test_a_time_of_capture_that_cannot_be_resolves_nothing(year: int) -> None:
    assert read_date("yesterday", captured=datetime(year, 1, 1)) is None
    assert read_date("13/12/2001", captured=datetime(year, 12, 31)) is not None


def test_no_page_was_captured_before_its_posts() -> None:
    assert parse_date("03/12/2020", captured=CAPTURED) == datetime(2020, 3, 12)


def test_the_dates_of_a_page_show_their_order() -> None:
    assert day_first(["03/04/2020", "03/25/2020"]) is False
    assert day_first(["03/04/2020", "25/03/2020"]) is True
    assert day_first(["03/04/2020", "no date"]) is None
    assert day_first(["03/25/2020", "25/03/2020"]) is None


def test_a_given_format_is_tried() -> None:
    assert parse_date("20200925T1613", formats=("%Y%m%dT%H%M",)) == datetime(2020, 9, 25, 16, 13)


def test_every_month_word_means_one_month() -> None:
    meanings = defaultdict(set)
    for row in datewords._rows(datewords._MONTHS):
        columns = datewords._words(row)
        assert len(columns) == 12, row
        for number, forms in enumerate(columns, 1):
            for word in forms.split(","):
                meanings[word].add(number)

    assert {word: months for word, months in meanings.items() if len(months) > 1} == {}


@pytest.mark.parametrize("part", ["1", "1/", "1 ", "jan ", "a.", "10:10", "5 days ago "])
def test_a_long_line_of_anything_is_no_trouble(part: str) -> None:
    read_date(part * 100_000, captured=CAPTURED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wed, 08/10/2014 - 13:40", datetime(2014, 10, 8, 13, 40)),
        ("Sun, 08/10/2014 - 13:40", datetime(2014, 8, 10, 13, 40)),
        ("Mon, 08/10/2014 - 13:40", None),
        ("Fri, 08/08/2014 - 13:40", datetime(2014, 8, 8, 13, 40)),
    ],
)
def test_a_weekday_shows_which_number_is_the_month(text: str, expected: datetime | None) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1375, 1, 1), (1996, 3, 20)),
        ((1399, 12, 30), (2021, 3, 20)),
        ((1400, 1, 1), (2021, 3, 21)),
        ((1403, 12, 30), (2025, 3, 20)),
        ((1402, 12, 30), None),
        ((1402, 7, 31), None),
    ],
)
def test_a_solar_year_begins_with_spring(solar: Day, day: Day | None) -> None:
    assert gregorian(*solar) == day
