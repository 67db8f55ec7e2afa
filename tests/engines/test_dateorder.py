"""Which of two numbers is the month, where a date does not show it alone."""

from __future__ import annotations

import pytest

from threadsite.engines.dateorder import Order, order

CASES = {
    "another post shows it": (
        ["04-02-2005, 12:25", "25-02-2005, 12:26"], [], "en", "", Order(True, inferred=False),
    ),
    "an edit shows it": (
        ["04-02-2005, 12:25"], ["05-14-2005, 12:26"], "fr", "", Order(False, inferred=False),
    ),
    "the language has one order": (
        ["04/02/2005, 12h25"], [], "fr", "", Order(True, inferred=False),
    ),
    "the country has one order": (
        ["04/02/2005, 12:25"], [], "en-GB", "", Order(True, inferred=False),
    ),
    "another date of the page": (
        ["04-02-2005, 12:25"], [], "en", "<p>01-31-2005,&nbsp;<span class='time'>10:00 PM</span>",
        Order(False, inferred=True),
    ),
    "dates of the page disagree": (
        ["04-02-2005, 12:25"], [], "en", "01-31-2005, 10:00 and 31-01-2005, 10:00", None,
    ),
    "numbers of the page are no dates": (
        ["04-02-2005, 12:25"], [], "en", "01-31-2005 apples", None,
    ),
    "answers come soon": (
        ["04-02-2005, 12:25", "05-02-2005, 12:26"], [], "en", "", Order(True, inferred=True),
    ),
    "answers come later": (
        ["01-12-2005, 12:25", "02-11-2005, 12:26"], [], "en", "", Order(False, inferred=True),
    ),
    "a clock of twelve hours": (
        ["04-02-2005, 12:25 PM"], [], "ru", "", Order(False, inferred=True),
    ),
    "nothing": (["04-02-2005, 12:25"], [], "en", "", None),
    "no date": ([], [], "", "", None),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_day_and_month_is_told_by(case: str) -> None:
    texts, others, language, source, expected = CASES[case]

    assert order(texts, others, language, source) == expected
