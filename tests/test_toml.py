"""Headers: what is read line by line is what a parser of TOML reads."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from threadsite import toml
from threadsite.errors import ContentError

VALUES = (
    st.text(max_size=12)
    | st.integers(0, 10**18)
    | st.booleans()
    | st.datetimes().map(lambda date: date.replace(microsecond=0))
)
WRITTEN = st.sampled_from(
    (
        *('"a"', '"a\\"b"', '"', "'a'", "", "1_0", "01", "-1", "1.5", "[1]", "{ a = 1 }"),
        *("2009-02-30T10:00:00", "2009-02-28T24:00:00", "2009-02-28T10:00:00Z"),
        *("2009-02-28T10:00:00+02:00", "2009-02-28T10:00:00-13:59", "2009-02-28T10:00:00-00:00"),
    )
)
LINES = st.builds("{} = {}".format, st.sampled_from(["a", "b_c", "a.b", "A", "1"]), WRITTEN)


@given(st.dictionaries(st.sampled_from(["post", "author_id", "x"]), VALUES))
def test_a_header_as_we_write_it_is_read_as_toml_reads_it(held: dict[str, object]) -> None:
    text = "".join(f"{key} = {toml.value(value)}\n" for key, value in held.items())

    assert toml.plain(text) in (None, tomllib.loads(text))


@pytest.mark.parametrize(
    "written", ["99999999999999999999", "-9223372036854775809", "0xffffffffffffffff", "inf", "nan"]
)
def test_a_number_that_no_table_holds_is_named(written: str) -> None:
    text = f"a = 1\nb = [{{ c = {written} }}]\n"

    with pytest.raises(ContentError, match=r"^here:8: b: too large, or no number$"):
        toml.read(text, dict, "here", ContentError, line=7)


@given(st.lists(LINES | st.text(max_size=9), max_size=4).map("\n".join))
def test_what_is_read_line_by_line_is_toml(text: str) -> None:
    found = toml.plain(text)

    assert found is None or found == tomllib.loads(text)


@pytest.mark.parametrize("text", ['a = "x"\nb = 12\nc = true\nd = 2009-03-12T18:04:00\n'])
def test_plain_headers_need_no_parser(text: str) -> None:
    assert toml.plain(text) == tomllib.loads(text)
